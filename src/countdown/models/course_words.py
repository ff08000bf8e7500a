"""What the display says of a flight's course: what happened last, what comes next."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.durations import ceil_days
from countdown.core.flights import End
from countdown.core.highlights import HappeningKind, happenings
from countdown.core.readings import Phase
from countdown.models import highlight_phrases, phrases
from countdown.models.display_words import HeadWords, Side, head
from countdown.models.phrases import tr
from countdown.models.time_marks import Mark, flight_span, time_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.highlights import Happening
    from countdown.core.milestones import Prospects
    from countdown.core.moments import Instant
    from countdown.core.readings import Mission, Reading


class CourseWords(NamedTuple):
    """A flight from launch to return; ``marks`` are empty before it.

    The accent is for who ``is_live``, and not for a flight that ended in death.
    """

    head: HeadWords
    span: tuple[Instant, Instant]
    marks: tuple[Mark, ...]
    at: Instant
    is_up: bool
    is_live: bool
    sides: tuple[Side, ...]

    @property
    def spoken(self) -> str:
        sides = [", ".join(filter(None, one[:3])) for one in self.sides]
        return ". ".join((*filter(None, self.head[:3]), *sides))


def course_words(mission: Mission, reading: Reading) -> CourseWords:
    """Show where in its flight a mission is."""
    flight = reading.flight
    title = head(mission, reading)
    if flight is None:
        return CourseWords(title, (reading.at, reading.at), (), reading.at, False, False, ())
    catalogue, prospects = mission.catalogue, mission.prospects(flight)
    marks, all_of_it = _known(catalogue, flight, prospects)
    is_up = reading.phase is Phase.IN_ORBIT
    day = _day(flight, reading) if is_up else ""
    if day and title.state_colour == "dim":
        title = title._replace(state=day, state_colour="text")
    sides = _around(catalogue, all_of_it, flight, reading) if is_up else _ended(flight, reading)
    span, live = flight_span(catalogue, flight), is_up and flight.end is not End.DIED
    return CourseWords(title, span, marks, reading.at, is_up, live, tuple(sides))


def _around(
    catalogue: Catalogue, all_of_it: Sequence[Happening], flight: Flight, reading: Reading
) -> Iterator[Side]:
    """What happened last, and what comes next."""
    past = [one for one in all_of_it if one.moment.latest <= reading.at]
    coming = [
        one
        for one in all_of_it
        if one.moment.earliest > reading.at and one.kind is not HappeningKind.DEATH
    ]
    if past:
        yield _side(catalogue, past[-1], tr("Last"), flight, live=False)
    if coming:
        yield _side(catalogue, coming[0], tr("Next"), flight, live=True)


def _ended(flight: Flight, reading: Reading) -> Iterator[Side]:
    """When it ended, and how long it was."""
    when = highlight_phrases.when(flight.stop)
    vehicle = tr("on {}").format((flight.down or flight.up).name)
    yield Side(phrases.phase_name(reading.phase), when, vehicle, is_short=False)
    span = reading.flight_counter.span
    yield Side(tr("This flight"), phrases.length(*span), phrases.nth_day(span), is_short=False)


@lru_cache(maxsize=4)
def _known(
    catalogue: Catalogue, flight: Flight, prospects: Prospects
) -> tuple[tuple[Mark, ...], tuple[Happening, ...]]:
    """It does not depend on the time of asking."""
    marks = tuple(one for one in time_marks(catalogue, flight, prospects) if one.on_line)
    return marks, happenings(catalogue, flight, prospects)


def _side(
    catalogue: Catalogue, one: Happening, caption: str, flight: Flight, *, live: bool
) -> Side:
    when = highlight_phrases.when(one.moment)
    day = highlight_phrases.mission_day(flight, one.moment)
    title = highlight_phrases.title(catalogue, one)
    by_you = tr("by you") if highlight_phrases.stated(catalogue, one, flight) else ""
    detail = " · ".join(filter(None, (when, day, by_you)))
    return Side(caption, title, detail, is_live=live, is_short=False)


def _day(flight: Flight, reading: Reading) -> str:
    """Return ``203rd day of 341``, or less where less is known, or to be said."""
    day = phrases.nth_day(reading.flight_counter.span)
    home = flight.known_return
    if not day or home is None or flight.end is End.DIED:
        return day
    days = ceil_days(home.earliest - flight.launch.latest)
    return tr("{day} of {days}").format(day=day, days=phrases.number(days))
