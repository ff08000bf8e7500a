"""Records, computed from the flights alone: categories, totals, standings and ranks.

A row of a category is a person with the flights that count in it: all of them for the career
total, each one by itself for the single flight. Both kinds go through the same code.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.durations import Span
from countdown.core.errors import UnknownScopeError
from countdown.core.flights import End, Sex
from countdown.core.moments import END, Instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from countdown.core.flights import Flight, Person

WORLD: Final = "world"
WOMEN: Final = "women"


class Kind(StrEnum):
    """What is compared."""

    CAREER = "career"
    FLIGHT = "flight"


class Category(NamedTuple):
    """What a record is kept in: ``scope`` is `WORLD`, `WOMEN` or a country's record code."""

    kind: Kind
    scope: str


class Leg(NamedTuple):
    """A flight as bare instants, so that totals at any time are cheap.

    ``lands`` is False where no return is known: in a forecast such a rival stays up.
    """

    launch_min: int
    launch_max: int
    stop_min: int
    stop_max: int
    lands: bool


def leg_of(flight: Flight) -> Leg:
    """Return the instants between which a flight's time is counted."""
    launch, stop = flight.launch, flight.stop
    lands = flight.end is not End.OPEN
    return Leg(launch.earliest, launch.latest, stop.earliest, stop.latest, lands)


class Row(NamedTuple):
    """A contender in a category: a person, and the flights that count."""

    person: Person
    flights: tuple[Flight, ...]
    legs: tuple[Leg, ...]

    def span(self, at: Instant) -> Span:
        """Return the time counted by ``at``, with the precision it has."""
        return Span.total(flight.span(at) for flight in self.flights if flight.has_begun(at))


def seconds_by(legs: Iterable[Leg], at: int) -> tuple[int, int]:
    """Return the least and the most seconds that ``legs`` (in order of launch) add up to."""
    least = most = 0
    for launch_min, launch_max, stop_min, stop_max, _ in legs:
        if launch_min >= at:
            break
        most += (at if at < stop_max else stop_max) - launch_min
        if (seconds := (at if at < stop_min else stop_min) - launch_max) > 0:
            least += seconds
    return least, most


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of a ranking: equal figures share a rank (1, 1, 3)."""

    rank: int
    person: Person
    flight: Flight | None
    """The flight in the single-flight category; None for a career."""
    span: Span
    in_orbit: bool
    uncertain: bool
    """Another's interval overlaps this one, so the order may be another."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A person's place in a category, and the first instant at which it may be another."""

    category: Category
    rank: int
    uncertain: bool
    until: Instant


_Measured = tuple[int, int, Row]
Settled = tuple[int, int, int, Row]
"""A row's final figures, least and most, the last instant it may change, and the row."""


class RecordBook:
    """All categories over one set of flights; each is indexed when it is first asked for."""

    def __init__(self, flights: Sequence[Flight]) -> None:
        self._flights = flights
        self._rows: dict[Category, tuple[Row, ...]] = {}
        self._settled: dict[Category, list[Settled]] = {}
        self._edges: dict[str, list[int]] = {}
        self._countries = {flight.country.records_with for flight in flights}
        self._also = {flight.country.code: flight.country.records_with for flight in flights}

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes national records are kept under, in alphabetical order."""
        return tuple(sorted(self._countries))

    def category(self, kind: Kind, scope: str) -> Category:
        """Return the category of a scope as people write it: any case, SU for RU.

        Raises:
            UnknownScopeError: nobody has flown for it.
        """
        if scope.lower() in (WORLD, WOMEN):
            return Category(kind, scope.lower())
        if (code := self._also.get(scope.upper(), scope.upper())) not in self._countries:
            raise UnknownScopeError(scope)
        return Category(kind, code)

    def categories_of(self, flights: Iterable[Flight]) -> tuple[Category, ...]:
        """Return every category in which a person with these flights stands."""
        scopes: dict[str, None] = {}
        for flight in flights:
            scopes.setdefault(WORLD)
            if flight.person.sex is Sex.FEMALE:
                scopes.setdefault(WOMEN)
            scopes.setdefault(flight.country.records_with)
        return tuple(Category(kind, scope) for kind in Kind for scope in scopes)

    def rows(self, category: Category) -> tuple[Row, ...]:
        """Return all contenders of a category, by their first launch."""
        if category not in self._rows:
            self._rows[category] = tuple(self._build(category))
        return self._rows[category]

    def _in_scope(self, scope: str) -> Iterable[Flight]:
        match scope:
            case "world":
                return self._flights
            case "women":
                return (one for one in self._flights if one.person.sex is Sex.FEMALE)
            case _:
                return (one for one in self._flights if one.country.records_with == scope)

    def _build(self, category: Category) -> Iterable[Row]:
        if category.kind is Kind.FLIGHT:
            return [
                Row(one.person, (one,), (leg_of(one),)) for one in self._in_scope(category.scope)
            ]
        careers: dict[str, list[Flight]] = {}
        for flight in self._in_scope(category.scope):
            careers.setdefault(flight.person.id, []).append(flight)
        return [
            Row(mine[0].person, tuple(mine), tuple(leg_of(one) for one in mine))
            for mine in careers.values()
        ]

    def settled(self, category: Category) -> list[Settled]:
        """Return the final figures of all rows, the lowest first; of open ones those believed."""
        if category not in self._settled:
            self._settled[category] = sorted(
                (
                    (*seconds_by(row.legs, END), _last_change(row.legs[-1]), row)
                    for row in self.rows(category)
                ),
                key=lambda one: one[:2],
            )
        return self._settled[category]

    def _measured(self, category: Category, at: Instant) -> list[_Measured]:
        """All who had launched by ``at`` with their seconds, most first."""
        found = [
            (*seconds_by(row.legs, at), row)
            for row in self.rows(category)
            if row.legs[0].launch_min <= at
        ]
        found.sort(key=lambda one: one[:2], reverse=True)
        return found

    def standings(self, category: Category, at: Instant) -> tuple[Standing, ...]:
        """Rank everyone launched by ``at``, the longest first."""
        measured = self._measured(category, at)
        doubts = _doubts(measured)
        standings: list[Standing] = []
        rank = 0
        for place, (least, most, row) in enumerate(measured, start=1):
            if place == 1 or measured[place - 2][:2] != (least, most):
                rank = place
            standings.append(
                Standing(
                    rank,
                    row.person,
                    row.flights[0] if category.kind is Kind.FLIGHT else None,
                    row.span(at),
                    any(flight.is_up(at) for flight in row.flights),
                    doubts[place - 1],
                )
            )
        return tuple(standings)

    def rank(self, category: Category, person: Person, at: Instant) -> Rank | None:
        """Return a person's place, that of the best flight in the single-flight category.

        None for who had not been launched in this category by ``at``.
        """
        measured = self._measured(category, at)
        for place, (least, most, row) in enumerate(measured):
            if row.person.id == person.id:
                rank = place + 1
                while rank > 1 and measured[rank - 2][:2] == (least, most):
                    rank -= 1
                until = self._steady_until(category, measured[place], measured, at)
                return Rank(category, rank, _doubts(measured)[place], until)
        return None

    def _steady_until(
        self, category: Category, mine: _Measured, measured: list[_Measured], at: Instant
    ) -> Instant:
        """The next instant at which anyone starts, stops, or meets ``mine``."""
        edges = self._edges_of(category.scope)
        position = bisect_right(edges, at)
        until = edges[position] if position < len(edges) else END
        my_pace = _paces(mine[2].legs, at)
        for least, most, row in measured:
            pace = _paces(row.legs, at)
            if pace == my_pace:
                continue
            for his in (least, most):
                for own in mine[:2]:
                    until = min(until, at + max(1, abs(his - own)))
        return Instant(until)

    def _edges_of(self, scope: str) -> list[int]:
        if scope not in self._edges:
            edges = {edge for flight in self._in_scope(scope) for edge in leg_of(flight)[:4]}
            self._edges[scope] = sorted(edges)
        return self._edges[scope]


def _last_change(leg: Leg) -> int:
    return leg.stop_max if leg.lands else END


def _paces(legs: Iterable[Leg], at: Instant) -> tuple[bool, bool]:
    """Whether the low and the high end are running at ``at``."""
    low = any(leg.launch_max <= at < leg.stop_min for leg in legs)
    return low, any(leg.launch_min <= at < leg.stop_max for leg in legs)


def _doubts(measured: list[_Measured]) -> list[bool]:
    """For each row, whether an interval of another figure, or of an unshared unknown, overlaps."""
    doubts = [False] * len(measured)
    most_below = -1
    index = len(measured)
    while index > 0:
        end = index
        figure = measured[end - 1][:2]
        while index > 0 and measured[index - 1][:2] == figure:
            index -= 1
        least_above = measured[index - 1][0] if index > 0 else None
        unshared = figure[0] != figure[1] and len({one[2].legs for one in measured[index:end]}) > 1
        doubt = (
            unshared
            or most_below >= figure[0]
            or (least_above is not None and figure[1] >= least_above)
        )
        doubts[index:end] = [doubt] * (end - index)
        most_below = max(most_below, figure[1])
    return doubts
