"""A person's time in orbit as a line over the years, and the record beside it."""

from bisect import bisect_right
from typing import NamedTuple

from countdown.core.catalogue import Catalogue
from countdown.core.flights import Flight, Person
from countdown.core.moments import Instant
from countdown.core.records import Category, Kind
from countdown.core.reigns import Reign, reigns

Points = tuple[tuple[int, int], ...]
"""Instants with the least seconds counted by then, by time."""


class Curves(NamedTuple):
    """Everything that a chart of one category shows of one person, up to ``last``."""

    person: Person
    category: Category
    flights: tuple[Flight, ...]
    lines: tuple[Points, ...]
    """The person's: one line for a career, one a flight where flights are compared."""
    reigns: tuple[Reign, ...]
    """Who held the record, the first holder first, expected ones too."""
    first: Instant
    last: Instant

    def seconds_at(self, at: Instant) -> int:
        """Return the person's figure at an instant: of the flight in progress, or in all."""
        if self.category.kind is Kind.FLIGHT:
            return max((one.span(at).seconds for one in self.flights if one.is_up(at)), default=0)
        return sum(one.span(at).seconds for one in self.flights if one.has_begun(at))

    def record_line(self, at: Instant) -> Points:
        """Return the record's course up to ``at``."""
        return tuple(point for one in self.reigns if one.change.at <= at for point in one.line(at))

    def reign_at(self, at: Instant) -> Reign | None:
        """Return who held the record at an instant; None before its first holder."""
        return next((one for one in reversed(self.reigns) if one.change.at <= at), None)


def curves(catalogue: Catalogue, person: Person, category: Category, at: Instant) -> Curves:
    """Return the lines of a person's career in a category; open flights reach to ``at``."""
    flights = catalogue.career_in(person, category)
    ends = [_end(one, at) for one in flights]
    last = Instant(max([at, *ends]))
    lines: tuple[Points, ...]
    if category.kind is Kind.FLIGHT:
        lines = tuple(
            (
                (one.launch.latest, 0),
                (end, one.span(end).seconds),
            )
            for one, end in zip(flights, ends, strict=True)
        )
    else:
        lines = (_summed(flights, ends, last),) if flights else ()
    held = reigns(catalogue, category)
    first = min([one.launch.earliest for one in flights[:1]] or [held[0].change.at if held else at])
    return Curves(person, category, flights, lines, held, first, last)


def _end(flight: Flight, at: Instant) -> Instant:
    ending = flight.known_return
    if ending is not None:
        return ending.earliest
    return Instant(max(at, flight.launch.latest))


def _summed(flights: tuple[Flight, ...], ends: list[Instant], last: Instant) -> Points:
    total = 0
    points: list[tuple[int, int]] = []
    for flight, end in zip(flights, ends, strict=True):
        points.append((flight.launch.latest, total))
        total += flight.span(end).seconds
        points.append((end, total))
    if points[-1][0] < last:
        points.append((last, total))
    return tuple(points)


def height_at(line: Points, at: int) -> int | None:
    """Return the seconds of a line at an instant; None where it does not reach."""
    place = bisect_right(line, at, key=lambda one: one[0])
    if place == 0 or (place == len(line) and line[-1][0] < at):
        return None
    if place == len(line):
        return line[-1][1]
    (before, low), (after, high) = line[place - 1], line[place]
    return round(low + (high - low) * (at - before) / max(1, after - before))
