"""What a flight leads to next, in words: a record, the return, or nothing that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.flights import End
from countdown.core.milestones import MilestoneKind
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.milestones import Milestone


def goal(catalogue: Catalogue, flight: Flight, milestone: Milestone | None) -> str:
    """Say what a flight in orbit leads to, and when; of one that ended in death nothing."""
    if flight.end is End.DIED:
        return ""
    if milestone is None:
        return tr("return not announced")
    if milestone.kind is MilestoneKind.RETURN and milestone.moment is not None:
        text = tr("return {}") if flight.is_over else tr("planned return {}")
        return text.format(phrases.moment(milestone.moment))
    assert milestone.at is not None
    assert milestone.at_latest is not None
    text = tr("next record: {what}, {when}")
    if milestone.if_still_in_orbit:
        text = tr("next record, if still in orbit: {what}, {when}")
    when = phrases.between(milestone.at, milestone.at_latest)
    return text.format(what=phrases.milestone_title(catalogue, milestone), when=when)
