"""The climb of a flight past all who are ahead of it: the crossings, and when they come.

While somebody flies, nobody gains on them: a rival either stands still, so that the gap closes
second by second, or flies too, and the distance stays. So each rival is passed at most once, at
an instant that depends on the catalogue alone, not on the time of asking.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from countdown.core.catalogue import Catalogue
from countdown.core.flights import Flight, Person
from countdown.core.moments import END, Instant, Moment
from countdown.core.records import Category, Figures, Kind, Leg, RecordBook, Row, leg_of, seconds_by

FIRST_PLACES: Final = 10
"""Passings into these ranks are all named; of the others only the next."""

HORIZON_YEARS: Final = 2
"""How far a forecast without a known return looks ahead."""


_MARK: Final = itemgetter(0)
_MOST: Final = itemgetter(1)
_FIGURES: Final = itemgetter(0, 1)


class Crossing(NamedTuple):
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


class Climb:
    """Everybody a flight would pass in one category if it never ended, in order of passing.

    ``ahead`` holds the mark each of them leaves to be met, and ``moving`` those among them whose
    figure was not final at ``start``; with the least figure that the climber had then, a mark
    gives the instant.
    """

    def __init__(
        self,
        category: Category,
        start: Instant,
        had: tuple[int, int],
        ahead: list[Figures],
        moving: list[Figures],
        staying_ahead: list[Row],
    ) -> None:
        self.category = category
        self.staying_ahead = staying_ahead
        """Rivals who are not passed while their return is not known: they fly as well."""
        self._start = start
        self._had = had
        self._ahead = ahead
        self._moving = moving
        self._crossings: dict[int, Crossing] = {}
        self._first = 0
        """The first of them whose passing betters the person's rank."""

    def above(self, best: tuple[int, int]) -> "Climb":
        """Return this climb for somebody who has flown for ``best`` seconds before.

        A person's rank is that of the best flight, so what stays below it is no new place; only
        a record is named even when it was the person's own.
        """
        ahead, staying_ahead = self._ahead, self.staying_ahead
        first = bisect_right(ahead, best[0], key=_MARK)
        if ahead and first == len(ahead) and not staying_ahead:
            first = bisect_left(ahead, ahead[-1][0], key=_MARK)
        path = Climb(self.category, self._start, self._had, ahead, self._moving, staying_ahead)
        path._first = first
        return path

    @property
    def record(self) -> Crossing | None:
        """The crossing that makes the flyer the holder; None who held it already, or never can."""
        if not self._ahead or self.staying_ahead:
            return None
        return self._crossing(len(self._ahead) - 1)

    def next_place(self, at: Instant) -> Crossing | None:
        """Return the first passing at or after ``at`` that betters the person's rank."""
        index = bisect_left(self._ahead, at - self._start + self._had[0], key=_MARK)
        index = max(index, self._first)
        return self._crossing(index) if index < len(self._ahead) else None

    @cached_property
    def top_places(self) -> tuple[Crossing, ...]:
        """The passings into the first places, the record last."""
        index = max(self._first, len(self._ahead) + len(self.staying_ahead) - FIRST_PLACES)
        found = []
        while index < len(self._ahead):
            crossing = self._crossing(index)
            if crossing.rank_after <= FIRST_PLACES:
                found.append(crossing)
            index = bisect_right(self._ahead, self._ahead[index][0], key=_MARK)
        return tuple(found)

    @cached_property
    def meetings(self) -> dict[tuple[str, int], Instant]:
        """When everybody's figure is equalled, by the low ends.

        Whose it is is said by person and number of flight: the first of those that count.
        """
        zero = self._start - self._had[0]
        return {
            (one[3].person.id, one[3].flights[0].number): Instant(one[0] + zero)
            for one in self._ahead
        }

    def _crossing(self, index: int) -> Crossing:
        """The passing of everyone who is met together with the rival at ``index``."""
        if index not in self._crossings:
            self._crossings[index] = self._found_at(index)
        return self._crossings[index]

    def _found_at(self, index: int) -> Crossing:
        mark = self._ahead[index][0]
        end = bisect_right(self._ahead, mark, key=_MARK)
        group = self._ahead[bisect_left(self._ahead, mark, key=_MARK) : end]
        left = len(self._ahead) - end + len(self.staying_ahead)
        zero = self._start - self._had[0]
        if left:
            earliest = min([self._earliest(one) for one in group])
            latest = max([one[1] for one in group])
        else:  # the record needs everyone passed: whoever is known least decides its edges
            earliest = max([self._earliest(one) for one in (*group, *self._moving)])
            latest = max(map(_MOST, self._ahead))
        people = {one[3].person.id: one[3].person for one in group}
        return Crossing(
            self.category,
            tuple(people.values()),
            Instant(mark + zero),
            Instant(earliest),
            Instant(latest + zero),
            left + 1,
            mark,
            max([one[1] for one in group]),
        )

    def _earliest(self, one: Figures) -> int:
        """The first instant at which a rival may be met, by the climber's most figure."""
        landed = one[2] <= self._start or self._had[0] == self._had[1]
        met = None if landed else _met(one[3].legs, self._start, self._had[1], low=True)
        return one[0] + self._start - self._had[1] if met is None else met


def climb(catalogue: Catalogue, flight: Flight, category: Category) -> Climb:
    """Compute whom ``flight`` passes in ``category``, as if it went on for ever."""
    book = catalogue.records
    earlier = [
        one for one in catalogue.career_in(flight.person, category) if one.number < flight.number
    ]
    if category.kind is Kind.FLIGHT:
        path = _climb_of_flight(book, category, flight.launch)
        return (
            path.above(max(seconds_by([leg_of(one)], END) for one in earlier)) if earlier else path
        )
    before = seconds_by([leg_of(one) for one in earlier], END)
    return _climb(book, category, flight.launch, before, flight.person.id)


@lru_cache(maxsize=32)
def _climb_of_flight(book: RecordBook, category: Category, launch: Moment) -> Climb:
    """Crewmates pass the same flights at the same instants."""
    return _climb(book, category, launch, (0, 0), None)


def _climb(
    book: RecordBook, category: Category, launch: Moment, before: tuple[int, int], own: str | None
) -> Climb:
    """Climb with ``before`` seconds, least and most, to start with, past all but person ``own``."""
    start = launch.latest
    had = (before[0], before[1] + start - launch.earliest)
    settled = book.settled(category)
    above = settled[bisect_right(settled, had, key=_FIGURES) :]
    ahead = [one for one in above if one[2] <= start]
    not_final = [one for one in above if one[2] > start] if len(ahead) < len(above) else []
    moving: list[Figures] = []
    staying_ahead: list[Row] = []
    for _, _, last_change, row in not_final:
        if row.flights[0].launch.earliest > start or row.person.id == own:
            continue
        if seconds_by(row.legs, start) <= had:
            continue
        met = _met(row.legs, start, had[0], low=True)
        latest = _met(row.legs, start, had[0], low=False)
        if met is None or latest is None:
            staying_ahead.append(row)
        else:
            zero = start - had[0]
            moving.append((met - zero, latest - zero, last_change, row))
    if moving:
        ahead = sorted([*ahead, *moving], key=_MARK)
    return Climb(category, start, had, ahead, moving, staying_ahead)


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
        if now + gap < launch:
            break
        if not lands:
            return None
        gap -= max(0, launch - now)
        now = stop
    return now + gap
