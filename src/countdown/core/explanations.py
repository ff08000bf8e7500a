"""Which rule of counting gives a figure of days: the answer to a number in the press."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.durations import Rule, Span, calendar_age, calendar_dates
from countdown.core.moments import DAY, Instant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, Person
    from countdown.core.moments import Moment

COUNTED: Final = (Rule.ELAPSED, Rule.NTH_DAY, Rule.CALENDAR_DATES)
"""The rules that give one figure of days; a calendar age gives three."""


class Counts(StrEnum):
    """What is counted."""

    FLIGHT = "flight"
    CAREER = "career"
    CAREER_BY_FLIGHT = "career_by_flight"


class Figure(NamedTuple):
    """A count of days: one number, or, where a moment is not exact, the least and the most."""

    least: int
    most: int


class Reckoning(NamedTuple):
    """One way to count one thing; ``flight`` is None for a career."""

    counts: Counts
    flight: Flight | None
    rule: Rule
    flights: tuple[Flight, ...]

    def figure(self, at: Instant) -> Figure:
        """Return what it gives in the second from ``at`` on; flights not launched count nothing."""
        if self.counts is Counts.CAREER:
            seen = _seen(self.rule, at)
            return _by_span(self.rule, Span.total(one.span(seen) for one in self.flights))
        figures = [_of_flight(self.rule, one, at) for one in self.flights]
        return Figure(sum(one.least for one in figures), sum(one.most for one in figures))


class Match(NamedTuple):
    """From ``since`` on, until before ``until``, a reckoning gives the figure.

    It certainly does, or may where a launch or landing is not exact.
    """

    reckoning: Reckoning
    since: Instant
    until: Instant
    certain: bool


class Edge(NamedTuple):
    """When a figure turns: at ``first``, or, where that is not exact, by ``last`` at the latest.

    ``last`` is None where it may not turn at all.
    """

    first: Instant
    last: Instant | None


class Standing(NamedTuple):
    """Since when a figure stands and until when; ``until`` is None where it no longer changes."""

    since: Edge
    until: Edge | None


def _seen(rule: Rule, at: Instant) -> Instant:
    """A day is complete at the instant it is, but the next one runs in the second from there."""
    return Instant(at + 1) if rule is Rule.NTH_DAY else at


def _by_span(rule: Rule, span: Span) -> Figure:
    if rule is Rule.ELAPSED:
        return Figure(span.days, span.days_max)
    return Figure(span.nth_day, span.nth_day_max)


def _of_flight(rule: Rule, flight: Flight, at: Instant) -> Figure:
    if rule is not Rule.CALENDAR_DATES:
        return _by_span(rule, flight.span(_seen(rule, at)))
    launch, stop = flight.launch, flight.stop
    least = 0
    if launch.last <= at:  # in orbit for one date at least, whichever that is
        least = max(1, calendar_dates(launch.last, min(at, stop.earliest)))
    most = calendar_dates(launch.earliest, min(at, stop.last)) if flight.has_begun(at) else 0
    return Figure(least, most)


def reckonings(flights: Sequence[Flight]) -> Iterator[Reckoning]:
    """Yield every way to count these flights: each one, the exact total, and one by one."""
    for flight in flights:
        for rule in COUNTED:
            yield Reckoning(Counts.FLIGHT, flight, rule, (flight,))
    for rule in (Rule.ELAPSED, Rule.NTH_DAY):
        yield Reckoning(Counts.CAREER, None, rule, tuple(flights))
    for rule in COUNTED:
        yield Reckoning(Counts.CAREER_BY_FLIGHT, None, rule, tuple(flights))


def explain(
    catalogue: Catalogue,
    person: Person,
    figure: int,
    at: Instant,
    supposed_return: Moment | None = None,
) -> tuple[Match, ...]:
    """Return what gives ``figure`` on the UTC date of ``at``, and from when to when.

    Looked at are all flights launched by the end of that day; ``supposed_return`` replaces the
    landing of the flight in progress at ``at``, or else of the latest.

    Raises:
        ReturnBeforeLaunchError: the supposed return does not come after its launch.
    """
    first = Instant(at // DAY * DAY)
    after = Instant(first + DAY)
    flights = [one for one in catalogue.career(person) if one.launch.earliest < after]
    if supposed_return is not None and flights:
        changed = catalogue.flight_at(person, at) or flights[-1]
        flights = [
            one.with_return(supposed_return) if one is changed else one
            for one in flights
            if one.number <= changed.number
        ]
    return tuple(
        match
        for reckoning in reckonings(flights)
        for match in _matches(reckoning, figure, first, after)
    )


def _matches(reckoning: Reckoning, figure: int, first: Instant, after: Instant) -> Iterator[Match]:
    """Cut the day where the figure may begin, certainly begins, may end and certainly ends.

    Figures never fall as time goes on, so each cut is found by halving.
    """
    may_begin = _first_instant(lambda at: reckoning.figure(at).most >= figure, first, after)
    begins = _first_instant(lambda at: reckoning.figure(at).least >= figure, first, after)
    may_end = _first_instant(lambda at: reckoning.figure(at).most > figure, first, after)
    ends = _first_instant(lambda at: reckoning.figure(at).least > figure, first, after)
    sure = (begins, may_end) if begins < may_end else (ends, ends)
    for since, until, certain in (
        (may_begin, min(sure[0], ends), False),
        (*sure, True),
        (sure[1], ends, False),
    ):
        if since < until:
            yield Match(reckoning, since, until, certain)


def standing_since(reckoning: Reckoning, at: Instant) -> Standing:
    """Return since when, and until when, ``reckoning`` gives the figure that it gives at ``at``.

    At least one of its flights has been launched by then. A figure that is a pair stands from
    where the true one may have come into it to where it may have left it.
    """
    figure = reckoning.figure(at)
    first = reckoning.flights[0].launch
    standing = _standing(reckoning.figure, at, first.earliest, reckoning.flights[-1])
    if figure.least:
        return standing
    launched = Edge(first.earliest, max(first.latest, standing.since.last or first.latest))
    return standing._replace(since=launched)


def age_standing_since(flight: Flight, at: Instant) -> Standing:
    """Return since when, and until when, a flight has the calendar age of ``at``.

    It is counted from the low end of its launch, as in a reading.
    """
    launch, stop = flight.launch.earliest, flight.stop.earliest

    def reached(when: Instant) -> Figure:
        age = calendar_age(launch, min(when, stop))
        order = (age.years * 12 + age.months) * 31 + age.days  # no month has more days
        return Figure(order, order)

    return _standing(reached, at, launch, flight)


def _standing(
    figure_at: Callable[[Instant], Figure], at: Instant, first: Instant, last: Flight
) -> Standing:
    """Find the edges of the figure at ``at``, from ``first`` on, until ``last`` is over."""
    least, most = figure_at(at)
    over = Instant(max(at, last.stop.latest) + 2)  # the last day begins in the second after
    begun, coming = Instant(at + 1), Instant(at + 1)
    since = Edge(
        _first_instant(lambda when: figure_at(when).most >= least, first, begun),
        _first_instant(lambda when: figure_at(when).least >= least, first, begun),
    )
    may_end = _first_instant(lambda when: figure_at(when).most > most, coming, over)
    if may_end == over:
        return Standing(since, None)
    ends = _first_instant(lambda when: figure_at(when).least > most, coming, over)
    return Standing(since, Edge(may_end, ends if ends < over else None))


def _first_instant(holds: Callable[[Instant], bool], first: Instant, after: Instant) -> Instant:
    """The first instant of [first, after) from which ``holds`` is true; ``after`` for never."""
    low, high = first, after
    while low < high:
        middle = Instant((low + high) // 2)
        if holds(middle):
            high = middle
        else:
            low = Instant(middle + 1)
    return low
