"""What stands on a flight's time line: its happenings, with words and how much they matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.highlights import HappeningKind, ends_by, happenings, instant_of
from countdown.core.moments import Instant
from countdown.models import phrases
from countdown.models.highlight_phrases import short_words
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.highlights import Happening
    from countdown.core.milestones import Prospects

_WEIGHTS: Final = {
    HappeningKind.LAUNCH: 0,
    HappeningKind.RETURN: 0,
    HappeningKind.DEATH: 0,
    HappeningKind.RECORD: 1,
    HappeningKind.CREWMATE_RECORD: 2,
    HappeningKind.FACT: 3,
    HappeningKind.HALFWAY: 4,
    HappeningKind.ROUND: 5,
}


class Mark(NamedTuple):
    """Something on the line between two instants, both the same where it is exactly known.

    The words of the least ``weight`` find room first.
    """

    at: Instant
    at_latest: Instant
    goes_to: Instant
    words: str
    weight: int


def flight_span(catalogue: Catalogue, flight: Flight) -> tuple[Instant, Instant]:
    """Return from when to when a flight's time line goes."""
    return flight.launch.earliest, ends_by(catalogue, flight)


def time_marks(catalogue: Catalogue, flight: Flight, prospects: Prospects) -> tuple[Mark, ...]:
    """Return everything on a flight's time line, by time."""
    begin, end = flight_span(catalogue, flight)
    marks = []
    for one in happenings(catalogue, flight, prospects):
        first = Instant(min(max(one.moment.earliest, begin), end))
        last = Instant(min(max(one.moment.latest, begin), end))
        goes_to = instant_of(catalogue, flight, one)
        marks.append(Mark(first, last, goes_to, _words(catalogue, one), _WEIGHTS[one.kind]))
    return tuple(marks)


def _words(catalogue: Catalogue, one: Happening) -> str:
    date = phrases.date(one.moment.earliest)
    match one.kind:
        case HappeningKind.LAUNCH:
            return tr("launch {}").format(date)
        case HappeningKind.RETURN:
            return tr("return {}").format(date)
    return short_words(catalogue, one)
