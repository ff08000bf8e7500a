"""Flights: when they begin and stop, and who counts as up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from countdown.core.errors import ReturnBeforeLaunchError
from countdown.core.flights import End
from countdown.core.moments import DAY, Instant, Moment, iso
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.strategies import LONG_AND_VAGUE, scenes

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

ADA = person("Ada")


def flight(
    launch: str, landing: str | None = None, *, planned: str | None = None, died: bool = False
) -> Flight:
    ride = trip(ADA, vehicle("Craft", launch, landing), planned=planned, died=died)
    return catalogue_of(ride, data_date="2030-01-01").flights[0]


def ups(one: Flight, *times: str) -> list[bool]:
    return [one.is_up(at(time)) for time in times]


def test_who_flies_is_up_from_the_second_of_launch_to_the_one_before_landing() -> None:
    one = flight("2020-01-01T12:00:00Z", "2020-01-05T12:00:00Z")
    assert ups(
        one,
        "2020-01-01T11:59:59Z",
        "2020-01-01T12:00:00Z",
        "2020-01-05T11:59:59Z",
        "2020-01-05T12:00:00Z",
    ) == [False, True, True, False]
    assert not one.is_uncertain(at("2020-01-01T12:00:00Z"))


def test_inside_what_is_not_known_somebody_is_up_but_uncertain() -> None:
    one = flight("2020-01-01T12:00Z", "2020-01-05")
    times = (
        "2020-01-01T12:00:00Z",
        "2020-01-01T12:01:00Z",
        "2020-01-05T00:00:00Z",
        "2020-01-05T23:59:59Z",
        "2020-01-06T00:00:00Z",
    )
    assert ups(one, *times) == [True, True, True, True, False]
    assert [one.is_uncertain(at(time)) for time in times] == [True, False, True, True, False]


def test_a_flight_without_news_is_believed_for_a_year_and_no_second_longer() -> None:
    one = flight("2029-12-01T00:00:00Z")
    assert one.end is End.OPEN
    assert iso(one.stop.latest) == "2031-01-01T00:00:00Z"
    assert ups(one, "2031-01-01T00:00:00Z", "2031-01-01T00:00:01Z") == [True, False]
    assert one.span(at("2100-01-01")).seconds == 396 * DAY


def test_a_planned_return_ends_belief_early_but_never_late() -> None:
    early = flight("2029-12-01T00:00:00Z", planned="2030-03-01T00:00:00Z")
    assert (early.end, early.stop) == (End.PLANNED, early.planned_return)
    late = flight("2029-12-01T00:00:00Z", planned="2035-01-01")
    assert late.end is End.OPEN
    assert iso(late.stop.latest) == "2031-01-01T00:00:00Z"
    assert late.known_return == Moment.parse("2035-01-01")
    assert not early.is_over


def test_a_death_in_flight_is_an_end_of_its_own() -> None:
    one = flight("2020-01-01T00:00:00Z", "2020-01-05T00:00:00Z", died=True)
    assert one.end is End.DIED
    assert one.is_over


def test_a_flight_is_counted_by_person_and_not_by_vehicle() -> None:
    """She goes up on one vehicle and comes down on another, as Kelly did."""
    first = vehicle("First", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")
    second = vehicle("Second", "2020-01-05T00:00:00Z", "2020-02-01T00:00:00Z")
    (one,) = catalogue_of(trip(ADA, first, second)).flights
    assert one.span(at("2021-01-01")).seconds == 31 * DAY


def test_flights_are_numbered_by_launch_whatever_their_order() -> None:
    crafts = [vehicle(f"C{year}", f"{year}-01-01", f"{year}-02-01") for year in (2021, 2019, 2020)]
    catalogue = catalogue_of(*(trip(ADA, one) for one in crafts))
    assert [(one.number, one.up.name) for one in catalogue.career(ADA)] == [
        (1, "C2019"),
        (2, "C2020"),
        (3, "C2021"),
    ]


def test_another_return_is_supposed_without_touching_the_flight() -> None:
    one = flight("2029-12-01T00:00:00Z", planned="2030-03-01T00:00:00Z")
    supposed = one.with_return(Moment.parse("2032-01-01"))
    assert (supposed.end, supposed.planned_return) == (End.LANDED, None)
    assert supposed.stop == supposed.landing == Moment.parse("2032-01-01")
    assert one.end is End.PLANNED


@pytest.mark.parametrize(
    "landing",
    ["2029-11-30", "2029-12-01T12:00:00Z", "2029-12-01T11:59:59Z", "1961-04-12", "2028"],
)
def test_a_return_that_is_not_after_launch_cannot_be_supposed(landing: str) -> None:
    with pytest.raises(ReturnBeforeLaunchError) as caught:
        flight("2029-12-01T12:00:00Z").with_return(Moment.parse(landing))
    assert (caught.value.text, caught.value.launch) == (landing, "2029-12-01T12:00:00Z")


@pytest.mark.parametrize("landing", ["2029-12-01", "2029-12", "2029"])
def test_a_return_known_to_the_day_may_be_on_the_day_of_launch(landing: str) -> None:
    one = flight("2029-12-01T12:00:00Z").with_return(Moment.parse(landing))
    assert one.span(at("2040-01-01")).seconds == 0
    assert one.span(at("2040-01-01")).seconds_max > 0


@given(scenes(LONG_AND_VAGUE))
def test_a_counter_runs_just_while_its_flyer_is_up(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for one in catalogue.flights:
        before, after = (one.span(Instant(time)) for time in (now, now + 1))
        if not one.is_up(now):
            assert before == after
        elif not one.is_uncertain(now) and one.stop.earliest > now:
            assert after.seconds == before.seconds + 1
            assert after.seconds_max == before.seconds_max + 1
