"""Records, computed from the flights alone: categories, totals, standings and ranks.

A row of a category is a person with the flights that count in it: all of them for the career
total, each one by itself for the single flight. Both kinds go through the same code.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from countdown.core.durations import Span
from countdown.core.errors import UnknownScopeError
from countdown.core.flights import End, Flight, Person, Sex
from countdown.core.moments import END, Instant
from countdown.core.standings import SECONDS, Standings, by_seconds

_COUNTRY: Final = attrgetter("country")

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


class Row:
    """A contender in a category: a person, and the flights that count, in order of launch."""

    __slots__ = ("_legs", "flights")

    def __init__(self, flights: tuple[Flight, ...]) -> None:
        self.flights = flights
        self._legs: tuple[Leg, ...] | None = None

    @property
    def person(self) -> Person:
        return self.flights[0].person

    @property
    def legs(self) -> tuple[Leg, ...]:
        """The same flights as bare instants; most rows are never asked for them."""
        if self._legs is None:
            self._legs = tuple([leg_of(flight) for flight in self.flights])
        return self._legs

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


class Rank(NamedTuple):
    """A person's place in a category, and the first instant at which it may be another."""

    category: Category
    rank: int
    uncertain: bool
    until: Instant


Figures = tuple[int, int, int, Row]
"""A row's least and most seconds, the last instant at which they may change, and the row."""


class RecordBook:
    """All categories over one set of flights; each is indexed when it is first asked for."""

    def __init__(self, flights: Sequence[Flight]) -> None:
        self._flights = flights
        self._settled: dict[Category, list[Figures]] = {}
        self._careers_in: dict[str, dict[str, list[Figures]]] = {}
        self._standings: dict[Category, Standings] = {}
        """Those that were asked for last: the parts of a window ask for one instant in turn."""
        self._kept_figures: dict[Category, tuple[Instant, list[Figures]]] = {}
        """Figures that were asked for last, and when they are of."""

    @cached_property
    def _records_with(self) -> dict[str, str]:
        """The code that a country's national records are kept under, for each code."""
        countries = dict.fromkeys(map(_COUNTRY, self._flights))
        return {one.code: one.records_with for one in countries}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The codes national records are kept under, in alphabetical order."""
        return tuple(sorted(set(self._records_with.values())))

    def category(self, kind: Kind, scope: str) -> Category:
        """Return the category of a scope as people write it: any case, SU for RU.

        Raises:
            UnknownScopeError: nobody has flown for it.
        """
        if scope.lower() in (WORLD, WOMEN):
            return Category(kind, scope.lower())
        code = self._records_with.get(scope.upper(), scope.upper())
        if code not in self.countries:
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

    def settled(self, category: Category) -> list[Figures]:
        """Return all contenders with their final figures, the lowest first.

        Open flights count as long as they are believed.
        """
        if category not in self._settled:
            self._settled[category] = self._settle(*category)
        return self._settled[category]

    def rows(self, category: Category) -> list[Row]:
        """Return all contenders of a category."""
        return [one[3] for one in self.settled(category)]

    def _settle(self, kind: Kind, scope: str) -> list[Figures]:
        if kind is Kind.FLIGHT:
            return by_seconds(self._singles.get(scope, []))
        return by_seconds(map(_joined, self._careers(scope).values()))

    @cached_property
    def _singles(self) -> dict[str, list[Figures]]:
        """The flights that count in each scope, each by itself, in order of launch."""
        everyone: list[Figures] = []
        women: list[Figures] = []
        scopes = {WORLD: everyone, WOMEN: women, **{code: [] for code in self.countries}}
        female, is_open = Sex.FEMALE, End.OPEN
        for flight in self._flights:
            person, _, _, _, country, launch, _, _, stop, end = flight
            launch_min, launch_max, _, _ = launch
            stop_min, stop_max, _, _ = stop
            least = stop_min - launch_max if stop_min > launch_max else 0
            last_change = END if end is is_open else stop_max
            single = (least, stop_max - launch_min, last_change, Row((flight,)))
            everyone.append(single)
            scopes[country.records_with].append(single)
            if person.sex is female:
                women.append(single)
        return scopes

    def _careers(self, scope: str) -> dict[str, list[Figures]]:
        """The same flights under the person they are of."""
        if scope not in self._careers_in:
            careers: defaultdict[str, list[Figures]] = defaultdict(list)
            for one in self._singles.get(scope, []):
                careers[one[3].flights[0].person.id].append(one)
            self._careers_in[scope] = careers
        return self._careers_in[scope]

    def _measured(self, category: Category, at: Instant) -> list[Figures]:
        """All who had launched by ``at`` with their figures by then, in no order."""
        when, kept = self._kept_figures.get(category, (None, []))
        if when != at:
            kept = [
                one if one[2] <= at else _by(at, one)
                for one in self.settled(category)
                if one[2] <= at or one[3].flights[0].launch.earliest <= at
            ]
            self._kept_figures[category] = (at, kept)
        return kept

    def standings(self, category: Category, at: Instant) -> Standings:
        """Rank everyone launched by ``at``, the longest first, equals by their first launch."""
        kept = self._standings.get(category)
        if kept is None or kept.at != at:
            single = category.kind is Kind.FLIGHT
            figures = by_seconds(self._measured(category, at), longest_first=True)
            kept = Standings(figures, at, single=single)
            self._standings[category] = kept
        return kept

    def rank(self, category: Category, person: Person, at: Instant) -> Rank | None:
        """Return a person's place, that of the best flight in the single-flight category.

        None for who had not been launched in this category by ``at``.
        """
        career = self._careers(category.scope).get(person.id)
        if career is None or _launch_of(career[0]) > at:
            return None
        if category.kind is Kind.FLIGHT:
            mine = max([_by(at, one) for one in career if _launch_of(one) <= at], key=SECONDS)
        else:
            mine = _by(at, _joined(career))
        least, most = SECONDS(mine)
        measured = self._measured(category, at)
        ahead = [one[0] > least or (one[0] == least and one[1] > most) for one in measured]
        until = self._steady_until(category, mine, measured, at)
        return Rank(category, 1 + sum(ahead), _is_doubtful(mine, measured), until)

    def _steady_until(
        self, category: Category, mine: Figures, measured: list[Figures], at: Instant
    ) -> Instant:
        """The next instant at which anyone starts, stops, or meets ``mine``."""
        until = self._next_launch(category.scope, at)
        my_paces = _paces(mine[3], at)
        is_moving = any(my_paces)
        my_least, my_most = SECONDS(mine)
        for least, most, last_change, row in measured:
            if last_change > at:
                until = min([until, *(edge for leg in row.legs for edge in leg[:4] if edge > at)])
                paces = _paces(row, at)
                if paces == my_paces and paces.low == paces.high:
                    continue
            elif not is_moving or most < my_least:
                continue  # who stands still below one who moves is never met
            gaps = (least - my_least, least - my_most, most - my_least, most - my_most)
            until = min(until, at + max(1, min(map(abs, gaps))))
        return Instant(until)

    def _next_launch(self, scope: str, at: Instant) -> int:
        launches = self._singles.get(scope, [])
        place = bisect_right(launches, at, key=_launch_of)
        return _launch_of(launches[place]) if place < len(launches) else END


def _launch_of(single: Figures) -> Instant:
    return single[3].flights[0].launch.earliest


def _is_doubtful(mine: Figures, measured: list[Figures]) -> bool:
    """Say whether another's interval overlaps, by another figure or by another unknown."""
    least, most, _, row = mine
    overlapping = [one for one in measured if one[0] <= most and least <= one[1]]
    return any(
        (least != most or one[0] != one[1])
        and (SECONDS(one) != (least, most) or one[3].legs != row.legs)
        for one in overlapping
    )


def _joined(career: list[Figures]) -> Figures:
    """One row of all flights of a person."""
    if len(career) == 1:
        return career[0]
    least = most = 0
    flights: tuple[Flight, ...] = ()
    for one_least, one_most, _, row in career:
        least += one_least
        most += one_most
        flights += row.flights
    return least, most, career[-1][2], Row(flights)


def _by(at: Instant, one: Figures) -> Figures:
    """Return a row with its figures by ``at``."""
    return (*seconds_by(one[3].legs, at), *one[2:])


class _Paces(NamedTuple):
    """Whether the low and the high end of a row's figures are running."""

    low: bool
    high: bool


def _paces(row: Row, at: Instant) -> _Paces:
    return _Paces(
        any(leg.launch_max <= at < leg.stop_min for leg in row.legs),
        any(leg.launch_min <= at < leg.stop_max for leg in row.legs),
    )
