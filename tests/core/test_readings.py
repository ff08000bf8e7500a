"""Readings: what a mission shows at one instant, and that nothing kept changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countdown.core.durations import NOTHING, Age
from countdown.core.flights import PlannedLaunch
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import DAY, END, Instant, Moment, iso
from countdown.core.readings import Mission, Phase, countdown_to, read
from countdown.core.records import Category, Kind
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.recount import pair, ranking, total
from tests.strategies import LONG_AND_VAGUE, catalogues, instants, scenes

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Countdown, Reading

ADA = person("Ada")
NOON = "2015-10-16T12:00:00Z"
TODAY = "2026-11-22T00:00:00Z"


def reading_of(catalogue: Catalogue, who: str, now: str) -> Reading:
    return read(Mission.of_person(catalogue, catalogue.people[who]), at(now))


def event(countdown: Countdown) -> tuple[str, str, tuple[str, ...]]:
    crossing = countdown.milestone.crossing
    assert crossing is not None
    return crossing.category.kind, crossing.category.scope, tuple(p.id for p in crossing.passes)


@given(catalogues(LONG_AND_VAGUE), st.lists(instants(LONG_AND_VAGUE), min_size=2, max_size=6))
def test_what_a_mission_keeps_does_not_change_its_readings(
    catalogue: Catalogue, walk: list[int]
) -> None:
    for who in catalogue.people.values():
        mission = Mission.of_person(catalogue, who)
        for now in walk:
            places = Mission.of_person(catalogue, who).ranks(Instant(now))
            for step in (now, *(one.until for one in places if one.until < END)):
                kept = read(mission, Instant(step))
                anew = read(Mission.of_person(catalogue, who), Instant(step))
                assert kept._replace(ranks=()) == anew._replace(ranks=())
                assert [one[:3] for one in kept.ranks] == [one[:3] for one in anew.ranks]


@settings(max_examples=30)
@given(start=st.integers(at("2015-03-27"), at("2016-03-03")), step=st.integers(1, 40_000))
def test_kellys_places_are_right_at_each_step_of_his_year(
    catalogue: Catalogue, start: int, step: int
) -> None:
    kelly = catalogue.people["scott-kelly"]
    mission = Mission.of_person(catalogue, kelly)
    for now in range(start, start + 8 * step, step):
        kept = read(mission, Instant(now)).ranks
        for rank in kept:
            fresh = catalogue.records.rank(rank.category, kelly, Instant(now))
            assert fresh is not None
            assert fresh[:3] == rank[:3]


@given(scenes(LONG_AND_VAGUE))
def test_counters_and_ranks_are_those_of_a_recount(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for who in catalogue.people.values():
        reading = read(Mission.of_person(catalogue, who), now)
        career = catalogue.career(who)
        figures = reading.career_counter.span
        assert (figures.seconds, figures.seconds_max) == total(catalogue, career, now)
        if reading.flight is not None:
            figures = reading.flight_counter.span
            assert (figures.seconds, figures.seconds_max) == pair(catalogue, reading.flight, now)
        for rank in reading.ranks:
            places = ranking(catalogue, rank.category, now)
            assert rank.rank == min(one.rank for one in places if one.person == who.id)


@given(scenes(LONG_AND_VAGUE))
def test_a_countdown_is_never_negative(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for who in catalogue.people.values():
        reading = read(Mission.of_person(catalogue, who), now)
        for one in (*reading.countdowns, *reading.passed):
            if one.seconds is not None and one.seconds_max is not None:
                assert 0 <= one.seconds <= one.seconds_max
        assert all(one.is_past for one in reading.passed)


def test_the_counters_of_scott_kelly_at_noon_on_16_october_2015(catalogue: Catalogue) -> None:
    reading = reading_of(catalogue, "scott-kelly", NOON)
    assert reading.phase is Phase.IN_ORBIT
    assert (reading.unconfirmed, reading.uncertain, reading.as_of) == (False, False, None)
    assert str(reading.data_date) == "2026-10-08"
    flight = reading.flight
    assert flight is not None
    assert (flight.number, str(flight.launch), str(flight.landing)) == (
        4,
        "2015-03-27T19:42:57Z",
        "2016-03-02T04:25:51Z",
    )
    assert flight.down is not None
    assert (flight.up.name, flight.down.name) == ("Soyuz TMA-16M", "Soyuz TMA-18M")
    assert reading.next_launch is None
    span = reading.flight_counter.span
    assert (span.seconds, span.seconds_max) == (17_511_423, 17_511_423)
    assert (span.days, span.days_max, span.nth_day, span.nth_day_max) == (202, 202, 203, 203)
    assert reading.flight_counter.calendar_dates == 204
    assert reading.flight_counter.age == Age(0, 6, 18)
    career = reading.career_counter.span
    assert (career.seconds, career.seconds_max) == (33_069_967, 33_069_967)
    assert (career.days, career.nth_day) == (382, 383)
    assert (reading.career_counter.calendar_dates, reading.career_counter.age) == (None, None)


def test_the_countdowns_of_scott_kelly_at_noon_on_16_october_2015(catalogue: Catalogue) -> None:
    reading = reading_of(catalogue, "scott-kelly", NOON)
    (record,) = (one for one in reading.countdowns if one.milestone.kind is MilestoneKind.RECORD)
    assert event(record) == ("flight", "US", ("michael-lopez-alegria",))
    assert record.milestone.at == record.milestone.at_latest == at("2015-10-29T04:05:19Z")
    assert (record.seconds, record.seconds_max, record.is_past) == (1_094_719, 1_094_719, False)
    last = reading.countdowns[-1]
    assert (last.milestone.kind, last.milestone.at) == (
        MilestoneKind.RETURN,
        at("2016-03-02T04:25:51Z"),
    )
    assert last.seconds == 11_895_951
    assert reading.next_event == record


def test_kelly_passed_fincke_on_15_october_2015(catalogue: Catalogue) -> None:
    reading = reading_of(catalogue, "scott-kelly", NOON)
    (passed,) = reading.passed
    assert event(passed) == ("career", "US", ("mike-fincke",))
    assert passed.milestone.at == at("2015-10-15T09:02:01Z")
    assert (passed.seconds, passed.seconds_max, passed.is_past) == (97_079, 97_079, True)
    places = {one.category: one.rank for one in reading.ranks}
    assert places[Category(Kind.CAREER, "US")] == 1
    assert places[Category(Kind.FLIGHT, "US")] == 2


def test_in_its_own_second_a_record_is_reached_and_a_second_later_passed(
    catalogue: Catalogue,
) -> None:
    reached = reading_of(catalogue, "scott-kelly", "2015-10-29T04:05:19Z")
    record = reached.countdowns[0]
    assert (record.milestone.kind, record.seconds) == (MilestoneKind.RECORD, 0)
    assert len(reached.passed) == 1
    passed = reading_of(catalogue, "scott-kelly", "2015-10-29T04:05:20Z").passed
    assert [one.seconds for one in passed] == [97_079 + 1_094_720, 1]


@pytest.mark.parametrize(
    ("now", "phase", "flights"),
    [
        ("1999-12-19", Phase.BEFORE_LAUNCH, None),
        ("1999-12-20T00:50:00Z", Phase.IN_ORBIT, 1),
        ("2005-01-01", Phase.LANDED, 1),
        ("2015-03-27T19:42:56Z", Phase.LANDED, 3),
        ("2015-03-27T19:42:57Z", Phase.IN_ORBIT, 4),
        ("2016-03-02T04:25:50Z", Phase.IN_ORBIT, 4),
        ("2016-03-02T04:25:51Z", Phase.LANDED, 4),
        (TODAY, Phase.LANDED, 4),
    ],
)
def test_the_phases_of_scott_kelly(
    catalogue: Catalogue, now: str, phase: Phase, flights: int | None
) -> None:
    reading = reading_of(catalogue, "scott-kelly", now)
    assert reading.phase is phase
    assert (reading.flight.number if reading.flight else None) == flights


def test_who_has_not_flown_counts_nothing_and_waits_for_a_launch(catalogue: Catalogue) -> None:
    reading = reading_of(catalogue, "scott-kelly", "1999-12-19")
    assert (reading.flight_counter.span, reading.career_counter.span) == (NOTHING, NOTHING)
    assert not reading.ranks
    assert not reading.passed
    (launch,) = reading.countdowns
    assert launch.milestone.kind is MilestoneKind.LAUNCH
    assert reading.next_launch is not None


def test_between_two_flights_the_last_figures_stand_and_the_next_launch_is_named(
    catalogue: Catalogue,
) -> None:
    first = reading_of(catalogue, "scott-kelly", "2005-01-01")
    later = reading_of(catalogue, "scott-kelly", "2005-06-01")
    assert first.flight_counter == later.flight_counter
    assert [one.milestone.kind for one in later.countdowns] == [MilestoneKind.LAUNCH]


def test_at_landing_the_counter_stops_at_340_days(catalogue: Catalogue) -> None:
    for now in ("2016-03-02T04:25:51Z", TODAY):
        reading = reading_of(catalogue, "scott-kelly", now)
        assert reading.flight_counter.span.days == 340
        assert reading.career_counter.span.days == 520
        assert reading.flight_counter.calendar_dates == 342
        assert reading.countdowns == ()
        assert len(reading.passed) == 2


def test_who_died_in_flight_is_shown_so_from_that_instant_on(catalogue: Catalogue) -> None:
    reading = reading_of(catalogue, "kalpana-chawla", "2003-02-02")
    assert reading.phase is Phase.DIED_IN_FLIGHT
    assert reading_of(catalogue, "kalpana-chawla", "2003-01-20").phase is Phase.IN_ORBIT


def test_ten_are_in_orbit_unconfirmed_and_their_return_is_not_announced(
    catalogue: Catalogue,
) -> None:
    up = catalogue.in_orbit(at(TODAY))
    assert len(up) == 10
    for flight in up:
        reading = reading_of(catalogue, flight.person.id, TODAY)
        assert (reading.phase, reading.unconfirmed) == (Phase.IN_ORBIT, True)
        last = reading.countdowns[-1]
        assert last.milestone.kind is MilestoneKind.RETURN
        assert (last.milestone.at, last.seconds, last.seconds_max) == (None, None, None)


def test_a_year_after_the_data_counters_stand_still_as_of_8_october_2027(
    catalogue: Catalogue,
) -> None:
    assert catalogue.in_orbit(at("2028-01-01")) == ()
    for flight in catalogue.in_orbit(at(TODAY)):
        believed = reading_of(catalogue, flight.person.id, "2027-10-08T00:00:00Z")
        assert (believed.phase, believed.as_of) == (Phase.IN_ORBIT, None)
        for now in ("2027-10-08T00:00:01Z", "2028-01-01", "2199-12-31"):
            reading = reading_of(catalogue, flight.person.id, now)
            assert reading.phase is Phase.LANDING_UNCONFIRMED
            assert reading.as_of == at("2027-10-08T00:00:00Z")
            assert reading.flight_counter == believed.flight_counter
            assert reading.career_counter == believed.career_counter


def test_who_is_no_longer_confirmed_sets_no_records() -> None:
    """The record would have fallen in the second year after the catalogue's date."""
    catalogue = catalogue_of(
        trip(person("Bea"), vehicle("Longest", "2010-01-01T00:00:00Z", "2011-07-01T00:00:00Z")),
        trip(ADA, vehicle("Open", "2029-12-01T00:00:00Z")),
        data_date="2030-01-01",
    )
    reading = read(Mission.of_person(catalogue, ADA), at("2035-01-01"))
    assert reading.phase is Phase.LANDING_UNCONFIRMED
    assert reading.passed == ()
    assert {one.rank for one in reading.ranks} == {2}


def test_when_a_planned_return_is_past_the_counter_stands_still_at_it() -> None:
    open_trip = trip(ADA, vehicle("Open", "2029-12-01T00:00:00Z"), planned="2030-03-01T00:00:00Z")
    catalogue = catalogue_of(open_trip, data_date="2030-01-01")
    mission = Mission.of_person(catalogue, ADA)
    assert read(mission, at("2030-02-28T23:59:59Z")).phase is Phase.IN_ORBIT
    reading = read(mission, at("2030-04-01"))
    assert (reading.phase, reading.as_of) == (Phase.LANDING_UNCONFIRMED, at("2030-03-01"))
    assert reading.flight_counter.span.seconds == 90 * DAY


@pytest.mark.parametrize(
    ("now", "unconfirmed"),
    [("2026-11-07T00:00:00Z", False), ("2026-11-07T00:00:01Z", True), ("2026-10-08", False)],
)
def test_thirty_days_after_the_data_a_state_is_unconfirmed(
    catalogue: Catalogue, now: str, unconfirmed: bool
) -> None:
    assert reading_of(catalogue, "anil-menon", now).unconfirmed is unconfirmed


def test_a_planned_launch_is_waited_for_and_counts_up_once_it_is_past() -> None:
    launch = Moment.parse("2030-01", no_earlier_than=True)
    plan = PlannedLaunch("next", "Next", "Testcraft", launch)
    catalogue = catalogue_of(
        trip(ADA, vehicle("Craft", "2020-01-01", "2020-02-01")), planned=[plan]
    )
    mission = Mission.of_plan(catalogue, plan)
    before = read(mission, at("2029-12-30"))
    assert (before.phase, before.next_launch, before.flight) == (Phase.BEFORE_LAUNCH, plan, None)
    (waiting,) = before.countdowns
    assert (waiting.seconds, waiting.seconds_max) == (2 * DAY, 33 * DAY)
    (past,) = read(mission, at("2030-02-03")).countdowns
    assert (past.is_past, past.seconds, past.seconds_max) == (True, 2 * DAY, 33 * DAY)


def test_a_countdown_turns_from_minus_to_plus_and_is_never_negative() -> None:
    catalogue = catalogue_of(trip(ADA, vehicle("Craft", "2020-01-01T00:00:00Z")))
    milestone = read(Mission.of_person(catalogue, ADA), at("2019-12-31")).countdowns[0].milestone
    launch = at("2020-01-01")
    seen = [countdown_to(milestone, Instant(launch + second)) for second in (-1, 0, 1)]
    assert [(one.seconds, one.is_past) for one in seen] == [(1, False), (0, False), (1, True)]


def test_a_mission_can_stay_with_a_flight_that_others_followed(catalogue: Catalogue) -> None:
    kelly = catalogue.people["scott-kelly"]
    second = catalogue.career(kelly)[1]
    mission = Mission.of_flight(catalogue, second)
    assert read(mission, at(TODAY)).flight == second
    assert read(mission, at(TODAY)).phase is Phase.LANDED
    before = read(mission, at("2001-01-01"))
    assert (before.phase, before.next_launch) == (Phase.BEFORE_LAUNCH, second)
    assert iso(second.launch.earliest).startswith("2007-08-08")
