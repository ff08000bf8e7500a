"""A ranking at one instant; each line of it is put together when it is looked at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from countdown.core.durations import Span
    from countdown.core.flights import Flight, Person
    from countdown.core.moments import Instant
    from countdown.core.records import Figures, Row

SECONDS = itemgetter(0, 1)
"""The least and the most of somebody's figures."""
_LEAST, _MOST = itemgetter(0), itemgetter(1)


def by_seconds(figures: Iterable[Figures], *, longest_first: bool = False) -> list[Figures]:
    """Sort by `SECONDS`, equals as they were.

    Most figures are exact, so that sorted by the most they nearly are by the least as well.
    """
    found = sorted(figures, key=_MOST, reverse=longest_first)
    found.sort(key=_LEAST, reverse=longest_first)
    return found


class Standing(NamedTuple):
    """One line of a ranking: equal figures share a rank (1, 1, 3)."""

    rank: int
    person: Person
    flight: Flight | None
    """The flight in the single-flight category; None for a career."""
    span: Span
    in_orbit: bool
    uncertain: bool
    """Another's interval overlaps this one, so the order may be another."""


class Standings(Sequence[Standing]):
    """Everyone's ``figures`` at ``at``, most first; ``single`` says that flights are ranked."""

    def __init__(self, figures: list[Figures], at: Instant, *, single: bool) -> None:
        self.figures = figures
        self.at = at
        self._single = single
        self._lines: dict[int, Standing] = {}

    def __len__(self) -> int:
        return len(self.figures)

    @overload
    def __getitem__(self, place: int) -> Standing: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Standing, ...]: ...
    def __getitem__(self, place: int | slice) -> Standing | tuple[Standing, ...]:
        if isinstance(place, slice):
            return tuple(self._line(one) for one in range(*place.indices(len(self))))
        return self._line(range(len(self))[place])

    def _line(self, place: int) -> Standing:
        if place not in self._lines:
            row = self.figures[place][3]
            self._lines[place] = Standing(
                self.ranks[place],
                row.person,
                row.flights[0] if self._single else None,
                row.span(self.at),
                place in self.up,
                place in self.doubtful,
            )
        return self._lines[place]

    def first(self, count: int) -> Standings:
        """Return the first places alone."""
        return Standings(self.figures[:count], self.at, single=self._single)

    @cached_property
    def rows(self) -> list[Row]:
        """The contenders, in the order of their places."""
        return [one[3] for one in self.figures]

    @cached_property
    def ranks(self) -> list[int]:
        """The rank of each place, from 1."""
        ranks, rank, before = [], 0, None
        for place, one in enumerate(map(SECONDS, self.figures), start=1):
            if one != before:
                rank, before = place, one
            ranks.append(rank)
        return ranks

    @cached_property
    def up(self) -> set[int]:
        """The places of those in orbit."""
        at = self.at
        return {
            place
            for place, (_, _, last_change, row) in enumerate(self.figures)
            if last_change > at and any(flight.is_up(at) for flight in row.flights)
        }

    @cached_property
    def doubtful(self) -> set[int]:
        """The places where another's interval overlaps, by another figure or by another unknown.

        Of two that overlap the least figure of one lies within the other, which is then not exact.
        """
        found: set[int] = set()
        rising = [-one[0] for one in self.figures]
        for place, (least, most, _, row) in enumerate(self.figures):
            if least == most:
                continue
            first, end = bisect_left(rising, -most), bisect_right(rising, -least)
            others = [
                other
                for other in range(first, end)
                if SECONDS(self.figures[other]) != (least, most)
                or self.figures[other][3].legs != row.legs
            ]
            found.update(others)
            if others:
                found.add(place)
        return found
