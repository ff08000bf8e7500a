"""What can stand in a calendar: what is to come at a known time, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.agenda import appointments
from countdown.core.flights import Flight
from countdown.core.overlays import with_own
from countdown.core.own_missions import OwnFlight, OwnMilestone, OwnVehicle
from countdown.core.ownership import key_of
from countdown.core.readings import Mission, read
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.own import moment, own_mission, with_a_class

if TYPE_CHECKING:
    from countdown.core.agenda import Appointment
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import PlannedLaunch


def ahead(mission: Mission, now: str) -> list[Appointment]:
    return list(appointments(read(mission, at(now))))


def launch_called(catalogue: Catalogue, key: str) -> PlannedLaunch:
    return next(one for one in catalogue.planned if one.id == key)


def test_a_launch_without_crew_and_what_is_about_it_are_of_the_launch(
    catalogue: Catalogue,
) -> None:
    laid = with_a_class(catalogue)
    launch = launch_called(laid, "class-9")
    found = ahead(Mission.of_plan(laid, launch), "2026-11-28")
    assert [one.milestone.title or one.milestone.kind for one in found] == [
        "Roll-out",
        "launch",
        "Docking",
    ]
    assert all(one.about == launch for one in found)
    assert [one.tentative for one in found] == [False, True, False]


@pytest.mark.parametrize(("now", "count"), [("2026-10-31T23:59:59Z", 1), ("2026-11-22", 0)])
def test_a_launch_that_was_planned_for_the_past_is_no_appointment(
    catalogue: Catalogue, now: str, count: int
) -> None:
    mission = Mission.of_plan(catalogue, launch_called(catalogue, "shenzhou-24"))
    assert len(ahead(mission, now)) == count


def test_a_return_that_is_not_announced_has_no_day_in_a_calendar(catalogue: Catalogue) -> None:
    mission = Mission.of_person(catalogue, catalogue.people["lai-ka-ying"])
    reading = read(mission, at("2026-11-22"))
    dated = [one.milestone for one in reading.countdowns if one.seconds is not None]
    assert len(dated) == len(reading.countdowns) - 1
    assert [one.milestone for one in appointments(reading)] == dated


def test_between_two_flights_each_milestone_is_of_its_own() -> None:
    ada = person("Ada")
    below = catalogue_of(trip(ada, vehicle("Kite 1", "2029-01-01", "2029-03-01T00:00:00Z")))
    first, second = below.flights[0], OwnFlight("ada", "kite-2", "US")
    laid = with_own(
        below,
        [
            own_mission(
                "class",
                vehicles=(OwnVehicle("kite-2", "Kite 2", "Kite", moment("2030-05-01T00:00:00Z")),),
                flights=(second,),
                milestones=(
                    OwnMilestone("Book signing", moment("2030-02-01"), key_of(first)),
                    OwnMilestone("Roll-out", moment("2030-04-01"), second.key),
                ),
            )
        ],
    ).catalogue
    found = ahead(Mission.of_person(laid, ada), "2030-01-10")
    about = [(one.milestone.title, _up(one)) for one in found]
    assert about == [("Book signing", "Kite 1"), ("Roll-out", "Kite 2"), ("", "Kite 2")]


def _up(one: Appointment) -> str:
    assert isinstance(one.about, Flight)
    return one.about.up.name
