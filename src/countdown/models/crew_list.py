"""People beside each other as rows: a vehicle's crew, or all in orbit by station and vehicle."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.core.crews import flight_end, timeline
from countdown.core.flights import End, Flight
from countdown.core.moments import FIRST, Instant
from countdown.core.ownership import NOTHING_OWN, Ownership
from countdown.models import crew_phrases, phrases
from countdown.models.crew_rows import (
    Bar,
    LiveRow,
    Row,
    RowKind,
    Scale,
    person_row,
    spoken_row,
    station_rows,
    time_scale,
)
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from countdown.core.crews import Crew, Emptiness, StationCrew

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


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
    BY_YOU = Qt.ItemDataRole.UserRole + 9  # str, that it is the user's, or corrected; or nothing


_EMPTY: Final = Scale(None, 1)
_ALL: Final = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, *CrewRole]


class _PeopleModel(QAbstractListModel):
    """Rows that are made anew when somebody goes or comes; between that only figures move."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._live: list[LiveRow] = []
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
            CrewRole.BY_YOU: row.by_you,
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row, self._at)
        return answers.get(role)

    def _take(self, rows: list[Row], scale: Scale, at: Instant) -> None:
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

    def _alive(self, row: Row, at: Instant) -> LiveRow:
        flight = row.subject
        if row.kind is not RowKind.PERSON or not isinstance(flight, Flight):
            return LiveRow()
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
            return LiveRow("", bar)
        span = flight.span(at)
        return LiveRow(phrases.length(span.seconds, span.seconds_max, span.precision), bar)


class CrewListModel(_PeopleModel):
    """Everyone who flew on one vehicle, under one axis of time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key: object = None

    def show_crew(self, crew: Crew, at: Instant, own: Ownership = NOTHING_OWN) -> None:
        """Show a crew at an instant, with what of it is the user's."""
        flights = [one.flight for one in crew.members]
        line = timeline(crew, at)
        key = (crew, line, _states(flights, at), own)
        if key == self._key:
            self._move(at)
            return
        self._key = key
        rows = [
            person_row(
                one.flight,
                crew_phrases.role(one, at),
                (one.went_up, one.came_down and one.flight.end is not End.DIED),
                own,
            )
            for one in crew.members
        ]
        self._take([Row(RowKind.AXIS), *rows] if rows else [], time_scale(crew, line), at)


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
        own: Ownership = NOTHING_OWN,
    ) -> None:
        """Show these people on a scale of ``length`` seconds.

        Where they are not ``everyone``, a station that is shown in parts has its whole count.
        """
        flights = [flight for station in stations for flight in station.flights]
        key = (stations, everyone, length, _states(flights, at), own)
        if key == self._key:
            self._move(at)
            return
        self._key = key
        rows = [row for one in stations for row in station_rows(one, everyone, at, own)]
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
            rows.append(Row(RowKind.STATION, vehicle.name, tr("the last"), landed, vehicle))
        if (coming := found.coming) is not None:
            subject = coming.up if isinstance(coming, Flight) else coming
            launches = tr("launches {}").format(crew_phrases.day_of(coming.launch))
            rows.append(Row(RowKind.STATION, subject.name, tr("the next"), launches, subject))
        self._take(rows, _EMPTY, at)


def _states(flights: Iterable[Flight], at: Instant) -> tuple[tuple[bool, bool, bool], ...]:
    """What the words of a row depend on."""
    return tuple((one.has_begun(at), one.has_stopped(at), one.is_uncertain(at)) for one in flights)
