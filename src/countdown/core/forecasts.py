"""Forecasts: which marks a person will pass, with the return as known or as supposed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.climbs import HORIZON_YEARS
from countdown.core.milestones import MilestoneKind, Prospects
from countdown.core.moments import END, Instant, years_later

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.climbs import Climb
    from countdown.core.flights import Flight, Person
    from countdown.core.milestones import Milestone
    from countdown.core.moments import Moment
    from countdown.core.records import Category


class NoCrossing(StrEnum):
    """Why a forecast is empty."""

    NEVER_FLOWN = "never_flown"
    FLIGHT_OVER = "flight_over"
    RETURN_UNCONFIRMED = "return_unconfirmed"
    NOTHING_AHEAD = "nothing_ahead"


class OutOfReach(NamedTuple):
    """A record that does not fall: its mark, and the return it would take.

    ``needs_return_after`` is None where whoever is ahead is in orbit too, return unknown.
    """

    category: Category
    mark_seconds: int
    needs_return_after: Instant | None


class Forecast(NamedTuple):
    """The records and places to come; ``reason`` says why there are none."""

    flight: Flight | None
    crossings: tuple[Milestone, ...]
    out_of_reach: tuple[OutOfReach, ...]
    reason: NoCrossing | None


def forecast(
    catalogue: Catalogue, person: Person, at: Instant, supposed_return: Moment | None = None
) -> Forecast:
    """Return what a person will pass from ``at`` on, in the flight in progress.

    ``supposed_return`` replaces the landing of that flight, or else of the latest. Where the
    flight is over by ``at`` even so, the whole flight is looked at, from its launch.

    Raises:
        ReturnBeforeLaunchError: the supposed return does not come after the launch.
    """
    flight = catalogue.flight_at(person, at)
    if flight is None:
        return Forecast(None, (), (), NoCrossing.NEVER_FLOWN)
    since = at
    if supposed_return is not None:
        flight = flight.with_return(supposed_return)
        since = flight.launch.earliest if flight.has_stopped(at) else at
    elif flight.has_stopped(at):
        over = NoCrossing.FLIGHT_OVER if flight.is_over else NoCrossing.RETURN_UNCONFIRMED
        return Forecast(flight, (), (), over)
    prospects = Prospects(catalogue, flight)
    crossings = tuple(
        one
        for one in prospects.ahead(since)
        if one.kind in (MilestoneKind.RECORD, MilestoneKind.RANK)
    )
    ends = years_later(at, HORIZON_YEARS)
    if flight.known_return is not None:
        ends = flight.known_return.earliest
    found = (_out_of_reach(path, person, since, ends) for path in prospects.climbs)
    out_of_reach = tuple(one for one in found if one is not None)
    return Forecast(
        flight, crossings, out_of_reach, None if crossings else NoCrossing.NOTHING_AHEAD
    )


def _out_of_reach(path: Climb, person: Person, since: Instant, ends: Instant) -> OutOfReach | None:
    """The category's record, where it is another's and stays so until ``ends``."""
    if path.staying_ahead:
        mark = max(row.span(since).seconds for row in path.staying_ahead)
        return OutOfReach(path.category, mark, None)
    record = path.record
    if record is None or record.met < ends or person in record.passes:
        return None
    needs = record.at_latest if record.at_latest < END else None
    return OutOfReach(path.category, record.mark_seconds, needs)
