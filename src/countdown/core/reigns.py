"""The reigns of a record's holders: from when to when, and how the record grew under each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.history import history
from countdown.core.moments import Instant
from countdown.core.records import Category, Kind, Leg, leg_of, seconds_by

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.history import Change


class Reign(NamedTuple):
    """What follows a change of holder, until the next one.

    ``number`` counts the reigns of a category from 1. ``ends`` is None where nobody is known to
    come after. ``holdings`` are, for each of who hold it together, the flights that count.
    """

    number: int
    change: Change
    ends: Instant | None
    holdings: tuple[tuple[Leg, ...], ...]

    def figures(self, at: Instant) -> tuple[int, int]:
        """Return the record at ``at``: the least and the most seconds that it can be."""
        return max(seconds_by(legs, at) for legs in self.holdings)

    def seconds(self, at: Instant) -> int:
        """Return the least that the record is known to be at ``at``."""
        return self.figures(at)[0]

    def is_growing(self, at: Instant) -> bool:
        """Say whether a holder is up, so that the record is another in a second."""
        return any(leg.launch_min <= at < leg.stop_max for legs in self.holdings for leg in legs)

    def until(self, at: Instant) -> Instant:
        """Return the end of this reign, or ``at`` where that comes first."""
        return at if self.ends is None else min(at, self.ends)

    def line(self, at: Instant) -> tuple[tuple[Instant, int], ...]:
        """Return the corners of the record's course by ``at``: it grows in flight, or stands."""
        first, last = self.change.at, self.until(at)
        edges = {edge for legs in self.holdings for leg in legs for edge in leg[:4]}
        corners = [first, *sorted(edge for edge in edges if first < edge < last), last]
        return tuple((Instant(corner), self.seconds(Instant(corner))) for corner in corners)


def reigns(catalogue: Catalogue, category: Category) -> tuple[Reign, ...]:
    """Return all reigns of a category, those to be expected too, from the first holder on.

    What has come by an instant is simply how many begin by it: later flights change nothing.
    """
    changes = history(catalogue, category)
    ends = [*(change.at for change in changes[1:]), None]
    return tuple(
        Reign(number, change, end, _holdings(catalogue, category, change))
        for number, (change, end) in enumerate(zip(changes, ends, strict=False), start=1)
    )


def _holdings(
    catalogue: Catalogue, category: Category, change: Change
) -> tuple[tuple[Leg, ...], ...]:
    if category.kind is Kind.FLIGHT:
        return tuple((leg_of(flight),) for flight in change.flights)
    careers = (catalogue.career_in(person, category) for person in change.persons)
    return tuple(tuple(leg_of(flight) for flight in career) for career in careers)
