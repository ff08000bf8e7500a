"""The history of a record: every change of its holder, computed from the flights alone.

Figures stand still on the ground, and in orbit all of them grow alike. So between two edges, where
somebody starts or stops, the lead changes at most once: when who has the most in orbit passes who
has the most on the ground. The least figures decide the order.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.climbs import climb
from countdown.core.moments import END, Instant
from countdown.core.records import seconds_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.climbs import Crossing
    from countdown.core.flights import Flight, Person
    from countdown.core.moments import Moment
    from countdown.core.records import Category, Row


class Change(NamedTuple):
    """The record becomes that of the flyers of ``flights`` between ``at`` and ``at_latest``.

    Who pass together or draw level hold it together, each with the last of their flights that
    count. Where somebody draws level nobody is passed. ``mark_seconds`` is the figure that was
    equalled: none for the first holder. ``stay`` are those of the holders who held it before,
    together with who is passed, or until somebody draws level with them.
    """

    at: Instant
    at_latest: Instant
    flights: tuple[Flight, ...]
    passes: tuple[Person, ...]
    mark_seconds: int
    mark_seconds_max: int
    stay: tuple[Person, ...] = ()

    @property
    def is_first(self) -> bool:
        """Nobody held it before."""
        return not self.passes and not self.stay

    @property
    def persons(self) -> tuple[Person, ...]:
        """The holders from then on."""
        return tuple(flight.person for flight in self.flights)


def history(catalogue: Catalogue, category: Category, until: Instant = END) -> tuple[Change, ...]:
    """Return the changes of holder that came by ``until``, from the first holder on.

    A flight whose return is not known sets no records beyond the day it is believed to.
    """
    changes = []
    holding: list[Row] = []
    for lead in _leads(catalogue.records.rows(category)):
        stay = [row for row in holding if row in lead.rows]
        # Who draws level with an own former flight held the record before.
        if not stay or {row.person for row in holding} != {row.person for row in lead.rows}:
            changes.append(_change(catalogue, category, holding, lead))
        holding = lead.rows
    return tuple(one for one in changes if one.at <= until)


class _Edge(NamedTuple):
    """The instant at which the least figure of row number ``row`` starts or stops growing."""

    at: int
    starts: bool
    row: int
    moment: Moment


class _Lead(NamedTuple):
    """Those with the most after ``at``; ``edges`` are what happened then, if anything."""

    at: Instant
    edges: list[Moment]
    rows: list[Row]


class _Field:
    """Where everybody stands at an edge, by row number."""

    def __init__(self) -> None:
        self._landed_with: dict[int, int] = {}
        self._zeros: dict[int, int] = {}
        """For each in orbit the instant at which, growing all the time, it had nothing."""
        self._abreast: dict[int, list[int]] = {}
        self._by_zero: list[int] = []
        self.best = 0
        self.best_landed: list[int] = []
        """The most that anybody landed with, and who did; asked for while nobody aloft has more."""

    def turn(self, edge: _Edge) -> None:
        """Let a row start or stop."""
        row = edge.row
        if edge.starts:
            zero = self._zeros[row] = edge.at - self._landed_with.get(row, 0)
            if zero not in self._abreast:
                self._abreast[zero] = []
                heappush(self._by_zero, zero)
            self._abreast[zero].append(row)
            return
        zero = self._zeros.pop(row)
        self._abreast[zero].remove(row)
        self._landed_with[row] = had = edge.at - zero
        if had > self.best:
            self.best, self.best_landed = had, []
        if had == self.best:
            self.best_landed.append(row)

    def first_in_orbit(self) -> tuple[int, list[int]]:
        """Return the zero of those who have the most in orbit, and who they are."""
        while self._by_zero and not self._abreast[self._by_zero[0]]:
            del self._abreast[heappop(self._by_zero)]
        if not self._by_zero:
            return END, []
        return self._by_zero[0], self._abreast[self._by_zero[0]]


def _edges(rows: Sequence[Row]) -> list[_Edge]:
    edges = []
    for number, row in enumerate(rows):
        for flight in row.flights:
            start, stop = flight.launch.latest, flight.stop.earliest
            if start < stop:
                edges.append(_Edge(start, True, number, flight.launch))
                edges.append(_Edge(stop, False, number, flight.stop))
    return sorted(edges, key=itemgetter(0, 1))


def _leads(rows: Sequence[Row]) -> Iterator[_Lead]:
    """Yield who has the most, whenever that changes."""
    field = _Field()
    groups = [(at, list(edges)) for at, edges in groupby(_edges(rows), key=itemgetter(0))]
    ahead: set[int] = set()
    for (at, edges), (following, _) in pairwise([*groups, (END, [])]):
        for edge in edges:
            field.turn(edge)
        zero, in_orbit = field.first_in_orbit()
        met = max(at, zero + field.best)
        found = [(at, field.best_landed)] if at < met else []
        if met < following:
            found.append((met, in_orbit))
        for when, numbers in found:
            if set(numbers) != ahead:
                ahead = set(numbers)
                moments = [edge.moment for edge in edges] if when == at else []
                yield _Lead(Instant(when), moments, [rows[number] for number in numbers])


def _change(
    catalogue: Catalogue, category: Category, holding: Sequence[Row], lead: _Lead
) -> Change:
    last = {
        flight.person.id: flight
        for row in lead.rows
        for flight in row.flights
        if flight.launch.latest <= lead.at
    }
    flights = tuple(sorted(last.values(), key=lambda one: (one.launch, one.person.id)))
    passes = _persons(row for row in holding if row not in lead.rows)
    stay = _persons(row for row in holding if row in lead.rows)
    records = [_record_of(catalogue, category, one) for one in flights]
    met = [one for one in records if one is not None and one.met == lead.at]
    if met:
        at, at_latest = min(one.at for one in met), max(one.at_latest for one in met)
        marks = [(one.mark_seconds, one.mark_seconds_max) for one in met]
    else:
        at = min((one.earliest for one in lead.edges), default=lead.at)
        at_latest = max((one.latest for one in lead.edges), default=lead.at)
        marks = [
            (seconds_by(row.legs, lead.at)[0], seconds_by(row.legs, at_latest)[1])
            for row in holding
        ]
    mark, mark_max = max(marks, default=(0, 0))
    return Change(at, at_latest, flights, passes, mark, mark_max, stay)


def _persons(rows: Iterable[Row]) -> tuple[Person, ...]:
    """Return whose rows these are, each once, by id."""
    found = {row.person.id: row.person for row in rows}
    return tuple(person for _, person in sorted(found.items()))


def _record_of(catalogue: Catalogue, category: Category, flight: Flight) -> Crossing | None:
    """The crossing that would make the flyer the holder, if the flight went on."""
    return climb(catalogue, flight, category).record
