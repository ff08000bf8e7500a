"""What the display says of a flight's course: what happened last, what comes next."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.durations import ceil_days
from countdown.core.flights import End
from countdown.core.highlights import happenings
from countdown.core.readings import Phase
from countdown.models import highlight_phrases, phrases
from countdown.models.display_words import HeadWords, Side, head
from countdown.models.phrases import tr
from countdown.models.time_marks import Mark, flight_span, time_marks

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.highlights import Happening
    from countdown.core.milestones import Prospects
    from countdown.core.moments import Instant
    from countdown.core.readings import Mission, Reading


class CourseWords(NamedTuple):
    """A flight from launch to return; ``marks`` are empty where none is known."""

    head: HeadWords
    span: tuple[Instant, Instant]
    marks: tuple[Mark, ...]
    at: Instant
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
        return CourseWords(title, (reading.at, reading.at), (), reading.at, False, ())
    catalogue, prospects = mission.catalogue, mission.prospects(flight)
    marks, all_of_it = _known(catalogue, flight, prospects)
    live = reading.phase is Phase.IN_ORBIT
    if (day := _day(flight, reading)) and title.state_colour == "dim":
        title = title._replace(state=day, state_colour="text")
    past = [one for one in all_of_it if one.moment.latest <= reading.at]
    coming = [one for one in all_of_it if one.moment.earliest > reading.at]
    sides = []
    if past:
        caption = tr("Last") if live else highlight_phrases.when(past[-1].moment)
        sides.append(_side(catalogue, past[-1], caption, flight, live=False))
    if coming and live:
        sides.append(_side(catalogue, coming[0], tr("Next"), flight, live=True))
    return CourseWords(
        title, flight_span(catalogue, flight), marks, reading.at, live, tuple(sides)
    )


@lru_cache(maxsize=4)
def _known(
    catalogue: Catalogue, flight: Flight, prospects: Prospects
) -> tuple[tuple[Mark, ...], tuple[Happening, ...]]:
    """It does not depend on the time of asking."""
    return time_marks(catalogue, flight, prospects), happenings(catalogue, flight, prospects)


def _side(
    catalogue: Catalogue, one: Happening, caption: str, flight: Flight, *, live: bool
) -> Side:
    when = highlight_phrases.when(one.moment)
    day = highlight_phrases.mission_day(flight, one.moment)
    title = highlight_phrases.title(catalogue, one)
    detail = " · ".join(filter(None, (when, day)))
    return Side(caption, title, detail, is_live=live, is_short=False)


def _day(flight: Flight, reading: Reading) -> str:
    """Return ``203rd day of 341``; of a flight that is over how many it had."""
    if flight.end is End.DIED:
        return ""
    day = phrases.nth_day(reading.flight_counter.span)
    home = flight.known_return
    if not day or home is None or reading.phase is not Phase.IN_ORBIT:
        return day
    days = ceil_days(home.earliest - flight.launch.latest)
    return tr("{day} of {days}").format(day=day, days=phrases.number(days))
