"""People beside each other as rows: a vehicle's crew, or all in orbit by station and vehicle."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.core.crews import flight_end, timeline
from countdown.core.flights import End, Flight, PlannedLaunch, Vehicle
from countdown.core.moments import FIRST, Instant
from countdown.models import crew_phrases, phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from countdown.core.crews import Crew, Emptiness, StationCrew

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_SHARES: Final = 2_000
"""A bar grows in so many steps; more than there are pixels, so that most seconds move none."""


class CrewRole(IntEnum):
    """Custom roles; the comment is the type ``data`` returns."""

    KIND = Qt.ItemDataRole.UserRole + 1  # RowKind
    DETAIL = Qt.ItemDataRole.UserRole + 2  # str, country and number of the flight
    NOTE = Qt.ItemDataRole.UserRole + 3  # str, which way on what, or when home
    FIGURE = Qt.ItemDataRole.UserRole + 4  # str, the time of flight; it ticks
    BAR = Qt.ItemDataRole.UserRole + 5  # Bar | None
    SCALE = Qt.ItemDataRole.UserRole + 6  # Scale
    NOW = Qt.ItemDataRole.UserRole + 7  # float, a share of the scale; None where it is outside
    SUBJECT = Qt.ItemDataRole.UserRole + 8  # Flight | Vehicle | PlannedLaunch | None


class RowKind(Enum):
    """What a row is."""

    AXIS = "axis"
    STATION = "station"
    VEHICLE = "vehicle"
    PERSON = "person"


class Bar(NamedTuple):
    """A flight on the scale, as shares of it: begun, reached by now, and ended.

    ``went_up`` and ``came_down`` mark the ends that were on the vehicle which is shown.
    """

    start: float
    reached: float
    end: float
    went_up: bool = False
    came_down: bool = False


class Scale(NamedTuple):
    """What all bars are measured on.

    From the instant ``first`` on, or, where that is None, each from its own launch; ``length`` is
    in seconds. ``shade`` is the vehicle's own flight, as shares; ``captions`` are the dates that
    stand at some shares, the most needed first.
    """

    first: Instant | None
    length: int
    shade: tuple[float, float] | None = None
    captions: tuple[tuple[float, str], ...] = ()

    def share(self, seconds: int) -> float:
        """Return how much of the scale lies before what is so far from its start."""
        return round(min(1.0, max(0.0, seconds / self.length)) * _SHARES) / _SHARES


_EMPTY: Final = Scale(None, 1)
_Subject = Flight | Vehicle | PlannedLaunch | None


class _Row(NamedTuple):
    kind: RowKind
    title: str = ""
    detail: str = ""
    note: str = ""
    subject: _Subject = None
    ends: tuple[bool, bool] = (False, False)

    @property
    def key(self) -> tuple[RowKind, str, str]:
        """What makes it the same row at another instant."""
        subject = self.subject
        if isinstance(subject, Flight):
            return self.kind, subject.person.id, subject.up.id
        return self.kind, self.title, ""


class _Live(NamedTuple):
    """What moves in a row with time."""

    figure: str = ""
    bar: Bar | None = None


_ALL: Final = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, *CrewRole]


class _PeopleModel(QAbstractListModel):
    """Rows that are made anew when somebody goes or comes; between that only figures move."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._live: list[_Live] = []
        self._scale = _EMPTY
        self._now: float | None = None
        self._at: Instant = FIRST

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].subject is None:
            return Qt.ItemFlag.NoItemFlags
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row, live = self._rows[index.row()], self._live[index.row()]
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: row.title,
            CrewRole.KIND: row.kind,
            CrewRole.DETAIL: row.detail,
            CrewRole.NOTE: row.note,
            CrewRole.FIGURE: live.figure,
            CrewRole.BAR: live.bar,
            CrewRole.SCALE: self._scale,
            CrewRole.NOW: self._now,
            CrewRole.SUBJECT: row.subject,
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, self._at)
        return answers.get(role)

    def _take(self, rows: list[_Row], scale: Scale, at: Instant) -> None:
        """Show these rows; where they are the same ones, the rows stay and say what changed."""
        if [one.key for one in rows] != [one.key for one in self._rows]:
            self.beginResetModel()
            self._rows, self._scale, self._at = rows, scale, at
            self._now = self._share_of(at)
            self._live = [self._alive(one, at) for one in rows]
            self.endResetModel()
            return
        before, old_scale = self._rows, self._scale
        self._rows, self._scale = rows, scale
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new or old_scale != scale:
                self.dataChanged.emit(self.index(place), self.index(place), _ALL)
        self._move(at)

    def _move(self, at: Instant) -> None:
        """Let the figures go on."""
        self._at = at
        now, self._now = self._now, self._share_of(at)
        if now != self._now and self._rows:
            last = self.index(len(self._rows) - 1)
            self.dataChanged.emit(self.index(0), last, [CrewRole.NOW])
        for place, row in enumerate(self._rows):
            old, new = self._live[place], self._alive(row, at)
            if old == new:
                continue
            self._live[place] = new
            roles = [CrewRole.FIGURE] if old.figure != new.figure else []
            if old.bar != new.bar:
                roles.append(CrewRole.BAR)
            self.dataChanged.emit(self.index(place), self.index(place), roles)

    def _share_of(self, at: Instant) -> float | None:
        first, length = self._scale.first, self._scale.length
        if first is None or not first <= at <= first + length:
            return None
        return self._scale.share(at - first)

    def _alive(self, row: _Row, at: Instant) -> _Live:
        flight = row.subject
        if row.kind is not RowKind.PERSON or not isinstance(flight, Flight):
            return _Live()
        scale = self._scale
        launch = flight.launch.earliest
        first = launch if scale.first is None else scale.first
        end = flight_end(flight, at)
        bar = Bar(
            scale.share(launch - first),
            scale.share(max(launch, min(at, end)) - first),
            scale.share(end - first),
            *row.ends,
        )
        if not flight.has_begun(at):
            return _Live("", bar)
        span = flight.span(at)
        return _Live(phrases.length(span.seconds, span.seconds_max, span.precision), bar)


def _spoken(row: _Row, at: Instant) -> str:
    """Return a row as words, to the minute: nothing in it is announced each second."""
    parts = [row.title, row.detail.replace(" · ", ", "), row.note]
    flight = row.subject
    if isinstance(flight, Flight) and row.kind is RowKind.PERSON and flight.has_begun(at):
        parts.append(phrases.spoken(flight.span(at)))
    return ", ".join(filter(None, parts))


class CrewListModel(_PeopleModel):
    """Everyone who flew on one vehicle, under one axis of time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key: object = None

    def show_crew(self, crew: Crew, at: Instant) -> None:
        """Show a crew at an instant."""
        flights = [one.flight for one in crew.members]
        line = timeline(crew, at)
        key = (crew, line, _states(flights, at))
        if key == self._key:
            self._move(at)
            return
        self._key = key
        rows = [
            _Row(
                RowKind.PERSON,
                one.flight.person.name,
                crew_phrases.origin(one.flight),
                crew_phrases.role(one, at),
                one.flight,
                (one.went_up, one.came_down and one.flight.end is not End.DIED),
            )
            for one in crew.members
        ]
        self._take([_Row(RowKind.AXIS), *rows] if rows else [], _time_scale(crew, line), at)


def _time_scale(crew: Crew, line: tuple[Instant, Instant]) -> Scale:
    """One axis of time for a whole crew, with the vehicle's own flight on it."""
    first, last = line
    scale = Scale(first, last - first)
    vehicle = crew.vehicle
    moments = [vehicle.launch]
    end = last
    if vehicle.landing is not None:
        end = vehicle.landing.latest
        moments.append(vehicle.landing)
    flights = [one.flight for one in crew.members]
    moments.append(min((one.launch for one in flights), default=vehicle.launch))
    returns = [one.known_return for one in flights if one.known_return is not None]
    moments += [max(returns, key=lambda one: one.latest)] if returns else []
    captions = tuple(
        (scale.share(one.earliest - first), crew_phrases.day_of(one)) for one in moments
    )
    shade = scale.share(vehicle.launch.earliest - first), scale.share(end - first)
    return scale._replace(shade=shade, captions=captions)


class UpListModel(_PeopleModel):
    """Some of those in orbit, by station and vehicle, each measured from their own launch."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key: object = None

    def show_stations(
        self,
        stations: Sequence[StationCrew],
        length: int,
        at: Instant,
        everyone: Sequence[StationCrew] = (),
    ) -> None:
        """Show these people on a scale of ``length`` seconds.

        Where they are not ``everyone``, a station that is shown in parts has its whole count.
        """
        flights = [flight for station in stations for flight in station.flights]
        key = (stations, everyone, length, _states(flights, at))
        if key == self._key:
            self._move(at)
            return
        self._key = key
        rows = [row for station in stations for row in _station_rows(station, everyone, at)]
        self._take(rows, Scale(None, length), at)

    def show_nobody(self, found: Emptiness, at: Instant) -> None:
        """Show the vehicle that came home last, and the launch that comes next."""
        self._key = None
        rows = []
        if (last := found.last) is not None:
            vehicle = last.down or last.up
            landed = tr("came home {}").format(crew_phrases.day_of(last.stop))
            if last.end is End.DIED:
                landed = tr("came to its end {}").format(crew_phrases.day_of(last.stop))
            rows.append(_Row(RowKind.STATION, vehicle.name, tr("The last"), landed, vehicle))
        if (coming := found.coming) is not None:
            subject = coming.up if isinstance(coming, Flight) else coming
            launches = tr("launches {}").format(crew_phrases.day_of(coming.launch))
            rows.append(_Row(RowKind.STATION, subject.name, tr("The next"), launches, subject))
        self._take(rows, _EMPTY, at)


def _states(flights: Iterable[Flight], at: Instant) -> tuple[tuple[bool, bool, bool], ...]:
    """What the words of a row depend on."""
    return tuple((one.has_begun(at), one.has_stopped(at), one.is_uncertain(at)) for one in flights)


def _station_rows(station: StationCrew, everyone: Sequence[StationCrew], at: Instant) -> list[_Row]:
    rows = []
    if station.station:
        whole = next((one for one in everyone if one.station == station.station), station)
        count = phrases.number(len(whole.flights))
        if whole.vehicles[0] != station.vehicles[0]:
            count = tr("continued")
        rows.append(_Row(RowKind.STATION, station.station, count))
    for crew in station.vehicles:
        vehicle = crew.vehicle
        kind = RowKind.VEHICLE if station.station else RowKind.STATION
        count = phrases.number(len(crew.flights))
        rows.append(_Row(kind, vehicle.name, count, crew_phrases.launched(vehicle), vehicle))
        for flight in crew.flights:
            home = crew_phrases.homecoming(flight, at)
            name = flight.person.name
            rows.append(_Row(RowKind.PERSON, name, crew_phrases.origin(flight), home, flight))
    return rows
