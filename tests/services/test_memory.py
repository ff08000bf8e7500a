"""Missions and clocks as lines of text, and what a first start shows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.clocks import FASTEST, OnThisDayClock, ReplayClock
from countdown.core.moments import END, FIRST, as_datetime, instant, iso
from countdown.core.readings import Mission
from countdown.services.memory import (
    clock_at_start,
    clock_line,
    find_clock,
    find_mission,
    first_clock,
    first_mission,
    mission_at_start,
    mission_key,
)
from countdown.services.settings import AS_LEFT, FIRST_START, LIVE, ON_THIS_DAY
from tests.fakes import FakeClock, FakeMonotonic, at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock

NONSENSE = (
    "",
    "live again",
    "LIVE",
    "on-this-day",
    "on-this-day 0",
    "on-this-day -3",
    "on-this-day 5000",
    "on-this-day eleven",
    "replay",
    "replay yesterday 1 running",
    "replay 2015-10-16T12:00:00 1 running",
    "replay 1800-01-01T00:00:00Z 1 running",
    "replay 2015-10-16T12:00:00Z 0 running",
    "replay 2015-10-16T12:00:00Z -5 running",
    "replay 2015-10-16T12:00:00Z nan running",
    "replay 2015-10-16T12:00:00Z fast running",
    "replay 2015-10-16T12:00:00Z 1",
    "replay  2015-10-16T12:00:00Z 1 running",
)


def same_mission(one: Mission | None, other: Mission) -> bool:
    return one is not None and (one.person, one.flight, one.planned) == (
        other.person,
        other.flight,
        other.planned,
    )


def test_every_flight_is_found_again_by_its_line(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        mission = Mission.of_flight(catalogue, flight)
        assert same_mission(find_mission(catalogue, mission_key(mission)), mission)


def test_every_person_and_every_plan_is_found_again(catalogue: Catalogue) -> None:
    missions = [
        *(Mission.of_person(catalogue, one) for one in catalogue.people.values()),
        *(Mission.of_plan(catalogue, one) for one in catalogue.planned),
    ]
    for mission in missions:
        assert same_mission(find_mission(catalogue, mission_key(mission)), mission)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "flight",
        "flight scott-kelly",
        "flight scott-kelly vostok-1",
        "flight nobody soyuz-tma-16m",
        "flight scott-kelly soyuz-tma-16m 4",
        "person nobody",
        "plan vehicle-of-nobody",
        "plan",
        "\x00\u202e",
    ],
)
def test_a_mission_that_is_no_longer_there_is_not_found(catalogue: Catalogue, line: str) -> None:
    assert find_mission(catalogue, line) is None


def test_a_launch_whose_crew_is_named_by_now_is_found_as_the_flight_of_its_first(
    catalogue: Catalogue,
) -> None:
    found = find_mission(catalogue, "plan soyuz-tma-16m")
    assert found is not None
    assert mission_key(found) == "flight gennady-padalka soyuz-tma-16m"


@given(line=st.text(max_size=40) | st.sampled_from(["flight a ", "plan ", "person "]))
def test_no_line_of_nonsense_raises(catalogue: Catalogue, line: str) -> None:
    assert find_mission(catalogue, line) is None
    clock = find_clock(line, FakeClock())
    assert clock is None or line == "live"


def test_no_mission_at_all_has_an_empty_line(catalogue: Catalogue) -> None:
    assert mission_key(Mission(catalogue)) == ""


@given(
    start=st.integers(FIRST, END - 1),
    speed=st.floats(0.01, FASTEST),
    paused=st.booleans(),
)
def test_a_replay_is_set_again_to_the_same_second_and_pace(
    start: int, speed: float, paused: bool
) -> None:
    begun = as_datetime(instant(as_datetime(FIRST) + timedelta(seconds=start - FIRST)))
    replay = ReplayClock(begun, speed, FakeMonotonic())
    if paused:
        replay.pause()
    found = find_clock(clock_line(replay), FakeClock())
    assert isinstance(found, ReplayClock)
    assert found.speed == pytest.approx(speed, rel=1e-5)
    assert found.is_paused == paused
    if paused:
        assert instant(found.now()) == start


@given(years=st.integers(1, 120))
def test_on_this_day_is_set_again_to_as_many_years_ago(years: int) -> None:
    clock = FakeClock("2026-11-22T09:30:15Z")
    found = find_clock(clock_line(OnThisDayClock(years, clock)), clock)
    assert isinstance(found, OnThisDayClock)
    assert found.years == years


def test_live_is_the_clock_of_the_machine() -> None:
    clock = FakeClock()
    assert find_clock(clock_line(clock), clock) is clock


@pytest.mark.parametrize("line", NONSENSE)
def test_a_line_that_sets_no_clock_is_refused(line: str) -> None:
    assert find_clock(line, FakeClock()) is None


def test_a_first_start_shows_kellys_year_in_space(catalogue: Catalogue) -> None:
    mission = first_mission(catalogue, at("2026-11-22T09:30:15Z"))
    assert mission.person is not None
    assert mission.person.name == "Scott Kelly"
    assert mission.flight is not None
    assert mission.flight.up.name == "Soyuz TMA-16M"


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        ("2026-11-22T09:30:15Z", "2015-11-22T09:30:15Z"),  # the first November back
        ("2026-02-03T00:00:00Z", "2016-02-03T00:00:00Z"),
        ("2026-03-27T19:42:56Z", "2015-10-16T19:42:56Z"),  # a second before the launch
        ("2026-03-27T19:42:57Z", "2015-03-27T19:42:57Z"),
        ("2026-03-02T04:25:50Z", "2016-03-02T04:25:50Z"),
        ("2026-03-02T04:25:51Z", "2015-10-16T04:25:51Z"),  # landed
        ("2026-03-15T23:59:59Z", "2015-10-16T23:59:59Z"),
        ("2028-02-29T12:00:00Z", "2016-02-29T12:00:00Z"),
        ("2032-02-29T12:00:00Z", "2016-02-29T12:00:00Z"),
        ("2027-02-28T12:00:00Z", "2016-02-28T12:00:00Z"),
    ],
)
def test_a_first_start_shows_this_day_in_his_year(
    catalogue: Catalogue, today: str, shown: str
) -> None:
    machine = FakeClock(today)
    clock: Clock = first_clock(first_mission(catalogue, instant(machine.now())), machine)
    assert iso(instant(clock.now())) == shown
    assert not clock.is_live


def test_29_february_of_a_flight_in_a_common_year_is_the_28th() -> None:
    year = trip(person("Ann"), vehicle("Test 1", "2021-01-01T00:00:00Z", "2021-12-31T00:00:00Z"))
    catalogue = catalogue_of(year)
    machine = FakeClock("2028-02-29T12:00:00Z")
    clock = first_clock(Mission.of_flight(catalogue, catalogue.flights[0]), machine)
    assert iso(instant(clock.now())) == "2021-02-28T12:00:00Z"


def test_another_flight_that_today_was_not_in_is_shown_from_the_day_of_its_launch() -> None:
    short = trip(person("Ann"), vehicle("Test 1", "2021-05-01T00:00:00Z", "2021-05-09T00:00:00Z"))
    catalogue = catalogue_of(short)
    machine = FakeClock("2028-02-29T12:00:00Z")
    clock = first_clock(Mission.of_flight(catalogue, catalogue.flights[0]), machine)
    assert iso(instant(clock.now())) == "2021-05-01T12:00:00Z"


def test_a_flight_still_in_progress_is_shown_live() -> None:
    machine = FakeClock("2028-02-29T12:00:00Z")
    catalogue = catalogue_of(trip(person("Ann"), vehicle("Test 1", "2028-01-01T00:00:00Z")))
    assert first_clock(Mission.of_flight(catalogue, catalogue.flights[0]), machine) is machine


def test_without_kelly_a_first_start_shows_who_is_up_longest_or_was_up_last() -> None:
    ann = trip(person("Ann"), vehicle("Test 1", "2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z"))
    bob = trip(person("Bob"), vehicle("Test 2", "2027-03-01T00:00:00Z", "2027-09-01T00:00:00Z"))
    cy = trip(person("Cy"), vehicle("Test 3", "2027-04-01T00:00:00Z", "2027-10-01T00:00:00Z"))
    catalogue = catalogue_of(ann, bob, cy)
    names = [
        first.person.name if first.person else ""
        for first in (
            first_mission(catalogue, at(day))
            for day in ("2026-01-01", "2027-02-15", "2027-05-01", "2028-01-01")
        )
    ]
    assert names == ["", "Ann", "Bob", "Cy"]


def test_with_an_empty_catalogue_there_is_no_mission() -> None:
    first = first_mission(catalogue_of(), at("2027-05-01"))
    assert (first.person, first.flight, first.planned) == (None, None, None)
    machine = FakeClock()
    assert first_clock(first, machine) is machine


WHITSON = "person peggy-whitson"
GAGARIN = "flight yuri-gagarin vostok-1"


@pytest.mark.parametrize(
    ("chosen", "last", "shown"),
    [
        (AS_LEFT, WHITSON, WHITSON),
        (AS_LEFT, "", "flight scott-kelly soyuz-tma-16m"),
        (FIRST_START, WHITSON, "flight scott-kelly soyuz-tma-16m"),
        (WHITSON, GAGARIN, WHITSON),
        ("person nobody", WHITSON, WHITSON),
    ],
)
def test_a_start_shows_the_mission_that_was_chosen_for_it(
    catalogue: Catalogue, chosen: str, last: str, shown: str
) -> None:
    mission = mission_at_start(catalogue, chosen, last, at("2026-11-22T09:30:15Z"))
    assert mission_key(mission) == shown


@pytest.mark.parametrize(
    ("chosen", "line"),
    [(AS_LEFT, "on-this-day 3"), (LIVE, "live"), (ON_THIS_DAY, "on-this-day 11")],
)
def test_a_start_shows_the_time_that_was_chosen_for_it(
    catalogue: Catalogue, chosen: str, line: str
) -> None:
    mission = first_mission(catalogue, at("2026-11-22T09:30:15Z"))
    clock = clock_at_start(chosen, "on-this-day 3", mission, FakeClock("2026-11-22T09:30:15Z"))
    assert clock is not None
    assert clock_line(clock) == line
    assert clock_at_start(AS_LEFT, "", mission, FakeClock()) is None
