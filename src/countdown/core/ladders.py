"""The ladder of a category about one flight: who is ahead, who was passed, and by how much.

Who stands on which rung is found once and kept until it may change; a second only moves figures.
"""

from enum import StrEnum
from typing import NamedTuple

from countdown.core.catalogue import Catalogue
from countdown.core.climbs import climb
from countdown.core.durations import Span
from countdown.core.flights import End, Flight, Person
from countdown.core.moments import Instant
from countdown.core.records import Category, Kind


class Gap(StrEnum):
    """How a rung stands to the flight that the ladder is about."""

    OWN = "own"
    EQUAL = "equal"
    TO_PASS = "to_pass"
    """It is passed in this flight; seconds to go."""
    PASSED = "passed"
    """It was passed in this flight; seconds since."""
    OUT_OF_REACH = "out_of_reach"
    """The return comes first; seconds that it lands short."""
    KEEPS_AHEAD = "keeps_ahead"
    """It is up as well and stays ahead as long as both are; seconds between them."""
    KEEPS_BEHIND = "keeps_behind"
    """It is up as well and stays behind as long as both are; seconds between them."""
    AHEAD = "ahead"
    """It stays ahead, whoever moves; seconds between them."""
    BEHIND = "behind"
    """It was behind at launch, or the flight is over; seconds between them."""


class Rung(NamedTuple):
    """One rung: whose figure it is, and the ``gap`` of ``seconds`` to the flight in question."""

    rank: int
    person: Person
    flights: tuple[Flight, ...]
    """The flights that are counted: one, or a career."""
    span: Span
    uncertain: bool
    gap: Gap
    seconds: int
    met: Instant | None = None
    """When the flight equals it; None for who was behind at launch, or flies on for ever."""
    if_still_in_orbit: bool = False

    @property
    def in_orbit(self) -> bool:
        """Its figure runs on."""
        return self.gap in (Gap.KEEPS_AHEAD, Gap.KEEPS_BEHIND)


class Ladder(NamedTuple):
    """Rungs by rank; between two that do not follow each other some are left out."""

    category: Category
    rungs: tuple[Rung, ...]
    total: int
    """How many stand in the category."""
    until: Instant
    """The first instant at which the order may be another."""
    is_running: bool
    """The flight in question is up."""


def ladder(
    catalogue: Catalogue, flight: Flight, category: Category, at: Instant, room: int
) -> Ladder | None:
    """Return the leader and as many rungs about the flight's own as ``room`` allows.

    None for who had not been launched in this category by ``at``.
    """
    rank = catalogue.records.rank(category, flight.person, at)
    if rank is None or not flight.has_begun(at):
        return None
    standings = catalogue.records.standings(category, at)
    single = category.kind is Kind.FLIGHT
    own = next(
        (
            place
            for place, row in enumerate(standings.rows)
            if row.person.id == flight.person.id
            and (not single or row.flights[0].up.id == flight.up.id)
        ),
        None,
    )
    if own is None:
        return None
    meetings = climb(catalogue, flight, category).meetings
    rungs = []
    for place in _chosen(own, len(standings), room):
        one = standings[place]
        flights = (
            (one.flight,) if one.flight is not None else catalogue.career_in(one.person, category)
        )
        gap = Gap.OWN if place == own else Gap.EQUAL
        met = meetings.get((one.person.id, flights[0].number))
        rungs.append(Rung(one.rank, one.person, flights, one.span, one.uncertain, gap, 0, met))
    found = Ladder(category, tuple(rungs), len(standings), rank.until, flight.is_up(at))
    return moved(found, flight, at)


def _chosen(own: int, count: int, room: int) -> list[int]:
    """The leader, and an unbroken run with the own rung in it, a little below the middle."""
    if count <= room:
        return list(range(count))
    room = max(2, room)
    run = room - 1
    first = min(max(0, own - run // 2), count - run)
    if first <= 1:
        return list(range(room))
    return [0, *range(first, first + run)]


def moved(before: Ladder, flight: Flight, at: Instant) -> Ladder:
    """Return a ladder at another instant while its order is the same."""
    own = next(one for one in before.rungs if one.gap is Gap.OWN)
    had = _span(own.flights, at)
    rungs = [_measured(rung, flight, had, at) for rung in before.rungs]
    return before._replace(rungs=tuple(rungs), is_running=flight.is_up(at))


def _measured(rung: Rung, flight: Flight, own: Span, at: Instant) -> Rung:
    span = _span(rung.flights, at)
    if rung.gap is Gap.OWN:
        return rung._replace(span=span)
    gap, seconds = _gap(rung, span, flight, own, at)
    doubt = gap is Gap.TO_PASS and flight.end is End.OPEN
    return rung._replace(span=span, gap=gap, seconds=seconds, if_still_in_orbit=doubt)


def _gap(rung: Rung, span: Span, flight: Flight, own: Span, at: Instant) -> tuple[Gap, int]:
    """How far a rung, whose figure is ``span`` by now, is from ``flight`` with its ``own``."""
    if (span.seconds, span.seconds_max) == (own.seconds, own.seconds_max):
        return Gap.EQUAL, 0
    apart = abs(span.seconds - own.seconds)
    is_ahead = (span.seconds, span.seconds_max) > (own.seconds, own.seconds_max)
    if not flight.is_up(at):
        return (Gap.AHEAD if is_ahead else Gap.BEHIND), apart
    rival_up = any(one.is_up(at) for one in rung.flights)
    if not is_ahead:
        if rival_up:
            return Gap.KEEPS_BEHIND, apart
        return (Gap.BEHIND, apart) if rung.met is None else (Gap.PASSED, max(0, at - rung.met))
    if rung.met is not None and flight.end is not End.OPEN and rung.met > flight.stop.earliest:
        return Gap.OUT_OF_REACH, rung.met - flight.stop.earliest
    if rival_up:
        return Gap.KEEPS_AHEAD, apart
    return (Gap.AHEAD, apart) if rung.met is None else (Gap.TO_PASS, max(0, rung.met - at))


def _span(flights: tuple[Flight, ...], at: Instant) -> Span:
    return Span.total(one.span(at) for one in flights if one.has_begun(at))
