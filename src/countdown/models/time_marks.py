"""What stands on a flight's time line: its happenings, with words and how much they matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.highlights import HappeningKind, ends_by, happenings, instant_of
from countdown.core.milestones import own_milestones
from countdown.core.moments import Instant, Precision
from countdown.models import phrases
from countdown.models.highlight_phrases import short_words, title, when
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, PlannedLaunch
    from countdown.core.highlights import Happening
    from countdown.core.milestones import Prospects

_WEIGHTS: Final = {
    HappeningKind.LAUNCH: 0,
    HappeningKind.RETURN: 0,
    HappeningKind.DEATH: 0,
    HappeningKind.RECORD: 1,
    HappeningKind.CREWMATE_RECORD: 2,
    HappeningKind.HALFWAY: 3,
    HappeningKind.OWN: 3,
    HappeningKind.FACT: 4,
    HappeningKind.ROUND: 5,
}


class Mark(NamedTuple):
    """Something on the line between two instants, both the same where it is exactly known.

    The words of the least ``weight`` find room first; ``told`` says it whole, with when. A span is
    known to the day or worse. What is not ``on_line`` is told nowhere, but leads somewhere.
    """

    at: Instant
    at_latest: Instant
    goes_to: Instant
    words: str
    weight: int
    told: str = ""
    is_span: bool = False
    on_line: bool = True


def flight_span(catalogue: Catalogue, flight: Flight) -> tuple[Instant, Instant]:
    """Return from when to when a flight's time line goes."""
    return flight.launch.earliest, ends_by(catalogue, flight)


def time_marks(catalogue: Catalogue, flight: Flight, prospects: Prospects) -> tuple[Mark, ...]:
    """Return everything on a flight's time line, by time, and what else is counted down to."""
    begin, end = flight_span(catalogue, flight)
    marks = []
    for one in happenings(catalogue, flight, prospects):
        first = Instant(min(max(one.moment.earliest, begin), end))
        last = Instant(min(max(one.moment.latest, begin), end))
        goes_to = instant_of(catalogue, flight, one)
        told = tr("{what}, {when}").format(what=title(catalogue, one), when=when(one.moment))
        is_span = one.moment.precision >= Precision.DAY
        marks.append(
            Mark(
                first,
                last,
                goes_to,
                _words(catalogue, flight, one),
                _WEIGHTS[one.kind],
                told,
                is_span,
                begin <= one.moment.latest and one.moment.earliest <= end,
            )
        )
    return tuple(marks)


def waiting_marks(catalogue: Catalogue, planned: PlannedLaunch) -> tuple[Mark, ...]:
    """Return the mark of a launch that is waited for, with nothing known of its flight.

    Beside it stands nothing but what the user counts down to, not on the line.
    """
    first, last = planned.launch.earliest, planned.launch.latest
    words = tr("launch {}").format(phrases.moment(planned.launch))
    found = [Mark(first, last, first, words, 0)]
    for one in own_milestones(catalogue, planned):
        assert one.at is not None
        assert one.at_latest is not None
        found.append(Mark(one.at, one.at_latest, one.at, one.title, 3, on_line=False))
    return tuple(found)


def _words(catalogue: Catalogue, flight: Flight, one: Happening) -> str:
    """The words beside the line; at its ends with the date, and nothing loud at a death."""
    date = phrases.date(one.moment.earliest)
    match one.kind:
        case HappeningKind.LAUNCH:
            return tr("launch {}").format(date)
        case HappeningKind.DEATH:
            return date
        case HappeningKind.RETURN if not flight.is_over:
            return tr("planned return {}").format(phrases.moment(one.moment))
        case HappeningKind.RETURN:
            return tr("return {}").format(date)
    return short_words(catalogue, one)
