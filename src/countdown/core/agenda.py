"""What of a reading can stand in a calendar: what is to come, where its time is known."""

from collections.abc import Iterator
from typing import NamedTuple

from countdown.core.flights import Flight, PlannedLaunch
from countdown.core.milestones import Milestone, MilestoneKind
from countdown.core.moments import Moment, moment_between
from countdown.core.ownership import key_of
from countdown.core.readings import Reading


class Appointment(NamedTuple):
    """A milestone to come, with the flight or the launch without crew that it is of.

    ``tentative`` is what may not come to pass as planned.
    """

    milestone: Milestone
    about: Flight | PlannedLaunch
    moment: Moment
    tentative: bool


def appointments(reading: Reading) -> Iterator[Appointment]:
    """Yield what is counted down to, in its order; not what is past, or not announced."""
    for countdown in reading.countdowns:
        milestone = countdown.milestone
        about, moment = _about(milestone, reading), moment_of(milestone)
        if about is not None and moment is not None and not countdown.is_past:
            yield Appointment(milestone, about, moment, _may_not_be(about, milestone))


def moment_of(milestone: Milestone) -> Moment | None:
    """Return when a milestone comes; None where that is not announced."""
    if milestone.at is None or milestone.at_latest is None:
        return None
    return milestone.moment or moment_between(milestone.at, milestone.at_latest)


def _about(milestone: Milestone, reading: Reading) -> Flight | PlannedLaunch | None:
    """Return what a milestone is of: the flight that is shown, or the one to come."""
    flight, coming = reading.flight, reading.next_launch
    if flight is None or milestone.kind is MilestoneKind.LAUNCH:
        return coming
    is_coming = milestone.own is not None and milestone.own.about != key_of(flight)
    return coming if is_coming else flight


def _may_not_be(about: Flight | PlannedLaunch, milestone: Milestone) -> bool:
    """Say whether a milestone is a plan, or needs a flight that goes on."""
    if milestone.if_still_in_orbit or (milestone.moment and milestone.moment.no_earlier_than):
        return True
    if isinstance(about, PlannedLaunch):
        return milestone.kind is MilestoneKind.LAUNCH
    return milestone.kind is MilestoneKind.RETURN and about.landing is None
