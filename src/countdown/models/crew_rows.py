"""What the rows of people show: who, which way on what, and their flights on one scale."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.flights import Flight, PlannedLaunch, Vehicle
from countdown.core.ownership import NOTHING_OWN, Ownership
from countdown.models import crew_phrases, own_words, phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.crews import Crew, StationCrew
    from countdown.core.moments import Instant

_SHARES: Final = 2_000
"""A bar grows in so many steps; more than there are pixels, so that most seconds move none."""
_Subject = Flight | Vehicle | PlannedLaunch | None


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


class Row(NamedTuple):
    """What stays in a row; ``ends`` are its bar's, ``spoken`` is said in place of ``detail``.

    ``by_you`` says that it is the user's, or corrected; the note says so as well.
    """

    kind: RowKind
    title: str = ""
    detail: str = ""
    note: str = ""
    subject: _Subject = None
    ends: tuple[bool, bool] = (False, False)
    spoken: str = ""
    by_you: str = ""

    @property
    def key(self) -> tuple[RowKind, str, str]:
        """What makes it the same row at another instant."""
        subject = self.subject
        if isinstance(subject, Flight):
            return self.kind, subject.person.id, subject.up.id
        return self.kind, self.title, ""


class LiveRow(NamedTuple):
    """What moves in a row with time."""

    figure: str = ""
    bar: Bar | None = None


def spoken_row(row: Row, at: Instant) -> str:
    """Return a row as words, to the minute: nothing in it is announced each second."""
    parts = [row.title, row.spoken or row.detail.replace(" · ", ", "), row.note]
    flight = row.subject
    if isinstance(flight, Flight) and row.kind is RowKind.PERSON and flight.has_begun(at):
        parts.append(phrases.spoken(flight.span(at)))
    return ", ".join(filter(None, parts))


def time_scale(crew: Crew, line: tuple[Instant, Instant]) -> Scale:
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


def _people(count: int) -> str:
    return phrases.counted(count, tr("{} person"), tr("{} people"))


def person_row(
    flight: Flight,
    note: str,
    ends: tuple[bool, bool] = (False, False),
    own: Ownership = NOTHING_OWN,
) -> Row:
    """Return the row of somebody in a flight."""
    by_you = own_words.mark(own, flight)
    origin, note = crew_phrases.origin(flight), own_words.marked(note, by_you)
    return Row(RowKind.PERSON, flight.person.name, origin, note, flight, ends, by_you=by_you)


def station_rows(
    station: StationCrew,
    everyone: Sequence[StationCrew],
    at: Instant,
    own: Ownership = NOTHING_OWN,
) -> list[Row]:
    rows = []
    if station.station:
        whole = next((one for one in everyone if one.station == station.station), station)
        count, spoken = phrases.number(len(whole.flights)), _people(len(whole.flights))
        if whole.vehicles[0] != station.vehicles[0]:
            count, spoken = "…", tr("continued")
        rows.append(Row(RowKind.STATION, station.station, count, spoken=spoken))
    for crew in station.vehicles:
        vehicle = crew.vehicle
        kind = RowKind.VEHICLE if station.station else RowKind.STATION
        count, spoken = phrases.number(len(crew.flights)), _people(len(crew.flights))
        note = own_words.marked(crew_phrases.launched(vehicle), own_words.mark(own, vehicle))
        rows.append(Row(kind, vehicle.name, count, note, vehicle, spoken=spoken))
        rows += [person_row(one, crew_phrases.homecoming(one, at), own=own) for one in crew.flights]
    return rows
