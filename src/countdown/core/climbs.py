"""The climb of a flight past all who are ahead of it: the crossings, and when they come.

While somebody flies, nobody gains on them: a rival either stands still, so that the gap closes
second by second, or flies too, and the distance stays. So each rival is passed at most once, at
an instant that depends on the catalogue alone, not on the time of asking.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.moments import END, Instant
from countdown.core.records import Category, Kind, Leg, Row, leg_of, seconds_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countdown.core.flights import Flight, Person
    from countdown.core.records import RecordBook

FIRST_PLACES: Final = 10
"""Passings into these ranks are all named; of the others only the next."""

HORIZON_YEARS: Final = 2
"""How far a forecast without a known return looks ahead."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A mark equalled between ``at`` and ``at_latest``, and passed in the second after."""

    category: Category
    passes: tuple[Person, ...]
    met: Instant
    """When it is equalled by the low ends, which decide the order."""
    at: Instant
    at_latest: Instant
    rank_after: int
    mark_seconds: int
    mark_seconds_max: int

    @property
    def is_record(self) -> bool:
        """It makes its flyer the holder of the category."""
        return self.rank_after == 1


class _Rival(NamedTuple):
    """Somebody ahead at launch, and when they are met: by the low ends, and at the edges."""

    met: int
    earliest: int
    latest: int
    row: Row


class Climb:
    """Everybody a flight would pass in one category if it never ended, in order of passing."""

    def __init__(self, category: Category, ahead: list[_Rival], staying_ahead: tuple[Row, ...]):
        self.category = category
        self.staying_ahead = staying_ahead
        """Rivals who are not passed while their return is not known: they fly as well."""
        self._ahead = ahead
        self._met = [rival.met for rival in ahead]

    @property
    def record(self) -> Crossing | None:
        """The crossing that makes the flyer the holder; None who held it already, or never can."""
        if not self._ahead or self.staying_ahead:
            return None
        return self._crossing(len(self._ahead) - 1)

    def next_place(self, at: Instant) -> Crossing | None:
        """Return the first passing at or after ``at``."""
        index = bisect_left(self._met, at)
        return self._crossing(index) if index < len(self._ahead) else None

    def top_places(self) -> Iterator[Crossing]:
        """Yield the passings into the first places, the record last."""
        index = max(0, len(self._ahead) + len(self.staying_ahead) - FIRST_PLACES)
        if 0 < index < len(self._ahead):  # whoever is met together passes together
            index = bisect_left(self._met, self._met[index])
        while index < len(self._ahead):
            crossing = self._crossing(index)
            if crossing.rank_after <= FIRST_PLACES:
                yield crossing
            index = bisect_right(self._met, self._met[index])

    def _crossing(self, index: int) -> Crossing:
        met = self._met[index]
        group = self._ahead[bisect_left(self._met, met) : bisect_right(self._met, met)]
        left = len(self._ahead) - bisect_right(self._met, met) + len(self.staying_ahead)
        # The record needs everyone passed: whoever is known least decides its edges.
        deciding = group if left else self._ahead
        earliest = max if not left else min
        figures = [seconds_by(rival.row.legs, met) for rival in group]
        return Crossing(
            self.category,
            tuple({rival.row.person.id: rival.row.person for rival in group}.values()),
            Instant(met),
            Instant(earliest(rival.earliest for rival in deciding)),
            Instant(max(rival.latest for rival in deciding)),
            left + 1,
            max(least for least, _ in figures),
            max(most for _, most in figures),
        )


def climb(book: RecordBook, flight: Flight, earlier: Sequence[Flight], category: Category) -> Climb:
    """Compute whom ``flight`` passes in ``category``, as if it went on for ever.

    ``earlier`` are the flyer's former flights in that category's scope, by launch.
    """
    before = tuple(leg_of(one) for one in earlier) if category.kind is Kind.CAREER else ()
    start = flight.launch.latest
    had, most = seconds_by(before, END)
    had_most = most + start - flight.launch.earliest
    settled = book.settled(category)
    above = settled[bisect_right(settled, (had, had_most, END + 1), key=lambda one: one[:3]) :]
    ahead = [
        _Rival(start + least - had, start + least - had_most, start + most - had, row)
        for least, most, last_change, row in above
        if last_change <= start
    ]
    staying_ahead: list[Row] = []
    for *_, last_change, row in above:
        if last_change > start and row.legs[0].launch_min <= start:
            own = row.person.id == flight.person.id and category.kind is Kind.CAREER
            if own or seconds_by(row.legs, start) <= (had, had_most):
                continue
            if (met := _met(row.legs, start, had, low=True)) is None:
                staying_ahead.append(row)
                continue
            earliest = _met(row.legs, start, had_most, low=True)
            latest = _met(row.legs, start, had, low=False)
            ahead.append(_Rival(met, earliest or met, latest or met, row))
    ahead.sort(key=lambda rival: rival.met)
    return Climb(category, ahead, tuple(staying_ahead))


def _met(legs: Sequence[Leg], start: int, had: int, *, low: bool) -> int | None:
    """When a counter that shows ``had`` at ``start`` and runs on meets the rival's total.

    ``low`` takes the rival's least figures, otherwise the most. None while the rival stays up.
    """
    gap = seconds_by(legs, start)[0 if low else 1] - had
    now = start
    for launch_min, launch_max, stop_min, stop_max, lands in legs:
        launch, stop = (launch_max, stop_min) if low else (launch_min, stop_max)
        if gap <= 0:
            break
        if lands and stop <= now:
            continue
        if now + gap <= launch:
            break
        if not lands:
            return None
        gap -= max(0, launch - now)
        now = stop
    return now + gap
