"""What a flight leads to next: a record before the return, else the return, else nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from countdown.core.flights import End
from countdown.core.goals import Goals
from countdown.core.milestones import Milestone, MilestoneKind, Prospects
from countdown.core.moments import Instant, iso
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.strategies import LONG_AND_VAGUE, SHORT, scenes

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

ADA, BEA = person("Ada"), person("Bea")
TEN_DAYS = trip(BEA, vehicle("Old", "2019-01-01T00:00:00Z", "2019-01-11T00:00:00Z"))


def goals_of(catalogue: Catalogue, flight: Flight, *days: str) -> list[Milestone | None]:
    goals = Goals(catalogue, flight)
    return [goals.next(at(day)) for day in days]


def test_kelly_flies_towards_two_records_and_then_home(catalogue: Catalogue) -> None:
    year = catalogue.career(catalogue.people["scott-kelly"])[3]
    found = goals_of(catalogue, year, "2015-04-01", "2015-10-16", "2015-10-30")
    assert [(one.kind, iso(one.at)) for one in found if one and one.at] == [
        (MilestoneKind.RECORD, "2015-10-15T09:02:01Z"),
        (MilestoneKind.RECORD, "2015-10-29T04:05:19Z"),
        (MilestoneKind.RETURN, "2016-03-02T04:25:51Z"),
    ]


def test_a_record_still_comes_next_in_its_very_second() -> None:
    facts = catalogue_of(
        TEN_DAYS, trip(ADA, vehicle("New", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"))
    )
    met, after = goals_of(
        facts, facts.career(ADA)[0], "2020-01-11T00:00:00Z", "2020-01-11T00:00:01Z"
    )
    assert met is not None
    assert met.kind is MilestoneKind.RECORD
    assert after is not None
    assert after.kind is MilestoneKind.RETURN


def test_without_a_return_a_record_is_ahead_if_the_flight_goes_on_and_then_nothing() -> None:
    facts = catalogue_of(
        TEN_DAYS, trip(ADA, vehicle("New", "2020-01-01T00:00:00Z")), data_date="2020-01-05"
    )
    before, after = goals_of(facts, facts.career(ADA)[0], "2020-01-06", "2020-01-12")
    assert before is not None
    assert before.if_still_in_orbit
    assert after is None


def test_a_flight_that_ended_in_death_leads_to_nothing(catalogue: Catalogue) -> None:
    died = [one for one in catalogue.flights if one.end is End.DIED]
    assert died
    assert not any(Goals(catalogue, one).next(one.launch.earliest) for one in died)


@given(scenes(SHORT) | scenes(LONG_AND_VAGUE))
def test_it_is_the_first_record_or_return_among_all_that_is_ahead(
    scene: tuple[Catalogue, Instant],
) -> None:
    catalogue, now = scene
    for flight in catalogue.in_orbit(now):
        ahead = [
            one
            for one in Prospects(catalogue, flight).ahead(now)
            if one.kind is MilestoneKind.RETURN
            or (
                one.kind is MilestoneKind.RECORD
                and one.crossing
                and one.crossing.met < flight.stop.earliest
            )
        ]
        first, found = ahead[0], Goals(catalogue, flight).next(now)
        if found is None:
            assert first.at is None
        else:
            assert (found.kind, found.at) == (first.kind, first.at)
