"""How sure a milestone is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.flights import End, Flight
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import Precision, known_to
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.milestones import Milestone
    from countdown.core.readings import Reading

_MOMENTS: Final = (MilestoneKind.LAUNCH, MilestoneKind.RETURN)


def is_planned(reading: Reading) -> bool:
    """Say whether the launch or the return that a reading counts down to is only a plan."""
    coming = reading.next_launch
    if coming is not None:
        return not isinstance(coming, Flight)
    return reading.flight is not None and reading.flight.end is End.PLANNED


def sureness(milestone: Milestone, *, is_planned: bool) -> str:
    """Say what a milestone hangs on, or how exactly it is known; nothing where it is exact."""
    if milestone.if_still_in_orbit:
        return tr("if still in orbit")
    if milestone.kind in _MOMENTS and is_planned:
        return tr("as planned")
    if milestone.at is None or milestone.at_latest is None or milestone.at == milestone.at_latest:
        return ""
    when = milestone.moment
    if when is not None and when.no_earlier_than:
        return ""
    match when.precision if when is not None else known_to(milestone.at_latest - milestone.at):
        case Precision.SECOND | Precision.MINUTE:
            return tr("known to the minute")
        case Precision.DAY:
            return tr("known to the day")
        case _:
            return ""
