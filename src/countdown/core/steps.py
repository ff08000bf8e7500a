"""From one happening to the next: where each is seen, and which lies before and after now."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from countdown.core.catalogue import Catalogue
from countdown.core.flights import Flight
from countdown.core.highlights import Happening, ends_by
from countdown.core.moments import DAY, HOUR, Instant

GRACE: Final = 2
"""Real seconds after a happening in which a step back goes to the one before."""


def instant_of(catalogue: Catalogue, flight: Flight, happening: Happening) -> Instant:
    """Return where to see a happening: its instant, or the noon of its first day, in the flight."""
    moment = happening.moment
    known = moment.latest - moment.earliest < DAY // 2
    at = moment.earliest if known else moment.earliest + 12 * HOUR
    return Instant(min(max(at, flight.launch.earliest), ends_by(catalogue, flight)))


def step_on(instants: Sequence[Instant], at: Instant) -> Instant | None:
    """Return the first of the sorted instants after ``at``; None behind the last."""
    place = bisect_right(instants, at)
    return instants[place] if place < len(instants) else None


def step_back(instants: Sequence[Instant], at: Instant, rate: float = 0.0) -> Instant | None:
    """Return the last of the sorted instants before ``at``; None before the first.

    At a ``rate`` of shown seconds per real one, time runs on between two steps: one that has just
    gone by is left out, so that stepping back twice gets further than once.
    """
    place = bisect_left(instants, at - GRACE * max(0.0, rate))
    return instants[place - 1] if place else None
