"""What cannot be, though each fact alone could: flights that end before they begin, or overlap.

A catalogue and what a user states are held to the same rules.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from countdown.core.catalogue import Trip
    from countdown.core.flights import Flight
    from countdown.core.moments import Moment


class Contradiction(StrEnum):
    """What is wrong with a trip."""

    DIED_NOWHERE = "died_nowhere"
    """Who dies in flight does so in a vehicle, whose landing ends the flight."""
    PLANNED_BEFORE_LAUNCH = "planned_before_launch"
    NOT_LANDED = "not_landed"
    PLANNED_THOUGH_OVER = "planned_though_over"
    LANDED_BEFORE_LAUNCH = "landed_before_launch"

    @property
    def field(self) -> str:
        """The part of the trip that is to be blamed."""
        return _BLAMED[self]


_BLAMED: Final = {
    Contradiction.DIED_NOWHERE: "died",
    Contradiction.PLANNED_BEFORE_LAUNCH: "planned_return",
    Contradiction.NOT_LANDED: "down",
    Contradiction.PLANNED_THOUGH_OVER: "planned_return",
    Contradiction.LANDED_BEFORE_LAUNCH: "down",
}


def contradiction(trip: Trip) -> Contradiction | None:
    """Return the first thing that is wrong with a trip, if anything is."""
    _, up, down, _, planned, died = trip
    launch = up.launch
    if down is None:
        if died:
            return Contradiction.DIED_NOWHERE
        if planned is not None and not planned.may_follow(launch):
            return Contradiction.PLANNED_BEFORE_LAUNCH
    elif down.landing is None:
        return Contradiction.NOT_LANDED
    elif planned is not None:
        return Contradiction.PLANNED_THOUGH_OVER
    elif not down.landing.may_follow(launch):
        return Contradiction.LANDED_BEFORE_LAUNCH
    return None


def are_parted(before: Trip | Flight, after: Trip | Flight) -> bool:
    """Say whether one flight of a person was over when the next one began."""
    landing = before.down.landing if before.down else None
    return landing is not None and landing.latest <= after.up.launch.earliest


def is_within(moment: Moment, trip: Trip | Flight) -> bool:
    """Say whether it can be between launch and landing, both in it; later while nobody landed."""
    landing = trip.down.landing if trip.down else None
    if moment.last < trip.up.launch.earliest:
        return False
    return landing is None or moment.earliest <= landing.last
