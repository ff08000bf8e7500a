"""A record as it falls: Kelly passes Fincke on 15 October 2015 at 09:02:01 UTC."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.falls import Lookout, Stage, fall_in, quiet_until
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import HOUR, Instant
from countdown.core.readings import Mission, read
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.strategies import LONG_AND_VAGUE, catalogues, instants

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall

ADA, BO, EVE = person("Ada"), person("Bo"), person("Eve")
BO_FLEW = trip(BO, vehicle("One", "2001-01-01T00:00:00Z", "2001-01-03T00:00:00Z"))
"""Two days to beat."""
FALLING = "2015-10-15T09:02:20Z"


def fall_of(catalogue: Catalogue, who: str, now: str) -> Fall | None:
    return fall_in(read(Mission.of_person(catalogue, catalogue.people[who]), at(now)))


@pytest.mark.parametrize(
    ("now", "stage", "seconds"),
    [
        ("2015-10-15T09:01:01Z", Stage.LAST_MINUTE, 60),
        ("2015-10-15T09:02:01Z", Stage.LAST_MINUTE, 0),
        ("2015-10-15T09:02:02Z", Stage.FALLS, 1),
        ("2015-10-15T09:03:01Z", Stage.FALLS, 60),
        ("2015-10-15T09:03:02Z", Stage.FALLEN, 61),
        ("2015-10-15T10:02:01Z", Stage.FALLEN, 3_600),
    ],
)
def test_kelly_passes_fincke_on_15_october_2015(
    catalogue: Catalogue, now: str, stage: Stage, seconds: int
) -> None:
    fall = fall_of(catalogue, "scott-kelly", now)
    assert fall is not None
    assert (fall.stage, fall.seconds) == (stage, seconds)
    assert fall.key == "scott-kelly career US 2015-10-15T09:02:01Z"


@pytest.mark.parametrize("now", ["2015-10-15T09:01:00Z", "2015-10-15T10:02:02Z"])
def test_a_minute_before_and_an_hour_after_nothing_is_told(catalogue: Catalogue, now: str) -> None:
    assert fall_of(catalogue, "scott-kelly", now) is None


def test_records_that_fall_together_are_told_together_the_worlds_first() -> None:
    up = vehicle("Two", "2002-01-01T00:00:00Z", "2002-02-01T00:00:00Z")
    falls = fall_of(catalogue_of(BO_FLEW, trip(ADA, up)), "ada", "2002-01-03T00:00:30Z")
    assert falls is not None
    scopes = [
        (one.milestone.crossing.category.kind, one.milestone.crossing.category.scope)
        for one in (falls.countdown, *falls.also)
        if one.milestone.crossing is not None
    ]
    assert scopes == [("flight", "world"), ("career", "world"), ("flight", "US"), ("career", "US")]


def test_a_mark_that_is_known_to_the_day_falls_in_no_second() -> None:
    vague = trip(BO, vehicle("One", "2001-01-01", "2001-01-03"))
    up = vehicle("Two", "2002-01-01T00:00:00Z", "2002-02-01T00:00:00Z")
    made = catalogue_of(vague, trip(ADA, up))
    reading = read(Mission.of_person(made, made.people["ada"]), at("2002-01-01T12:00:00Z"))
    crossed = next(one for one in reading.countdowns if one.milestone.kind is MilestoneKind.RECORD)
    assert crossed.milestone.at_latest is not None
    told = crossed.milestone.at_latest
    mission = Mission.of_person(made, made.people["ada"])
    assert all(fall_in(read(mission, Instant(told + step))) is None for step in range(-90, 90))


def test_nothing_is_celebrated_of_a_flight_that_ended_in_death() -> None:
    up = vehicle("Two", "2002-01-01T00:00:00Z", "2002-02-01T00:00:00Z")
    made = catalogue_of(BO_FLEW, trip(ADA, up, died=True))
    assert fall_of(made, "ada", "2002-01-03T00:00:30Z") is None


def test_a_record_that_nobody_confirms_any_more_is_not_told() -> None:
    up = vehicle("Two", "2002-01-01T00:00:00Z")
    known, unknown = (
        catalogue_of(BO_FLEW, trip(EVE, up), data_date=day) for day in ("2002-01-02", "2001-11-01")
    )
    assert fall_of(known, "eve", "2002-01-03T00:00:30Z") is not None
    assert fall_of(unknown, "eve", "2002-01-03T00:00:30Z") is None


@given(catalogues(LONG_AND_VAGUE), st.data())
def test_each_fall_is_a_record_of_its_reading_in_its_hour(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    for who in catalogue.people.values():
        mission = Mission.of_person(catalogue, who)
        now = Instant(data.draw(instants(LONG_AND_VAGUE)))
        near = read(mission, now)
        steps = [one.milestone.at for one in (*near.passed, *near.countdowns)]
        for step in (now, *(Instant(one + 7) for one in steps if one is not None)):
            reading = read(mission, step)
            fall = fall_in(reading)
            if fall is not None:
                told = reading.passed if fall.countdown.is_past else reading.countdowns
                assert fall.countdown in told
                assert fall.countdown.milestone.kind is MilestoneKind.RECORD
                assert 0 <= fall.seconds <= HOUR


@given(catalogues(LONG_AND_VAGUE), st.data())
def test_nothing_falls_while_it_is_quiet(catalogue: Catalogue, data: st.DataObject) -> None:
    for who in catalogue.people.values():
        mission = Mission.of_person(catalogue, who)
        reading = read(mission, Instant(data.draw(instants(LONG_AND_VAGUE))))
        until = quiet_until(reading)
        if fall_in(reading) is not None or until <= reading.at:
            continue
        record_times = [one.milestone.at for one in reading.countdowns]
        near = [one + step for one in record_times if one is not None for step in (-60, -30, 0, 5)]
        drawn = data.draw(st.integers(reading.at, until - 1))
        for when in (until - 1, drawn, *(one for one in near if reading.at <= one < until)):
            assert fall_in(read(mission, Instant(when))) is None


def test_a_lookout_sees_each_second_of_kellys_record_and_is_still_between(
    catalogue: Catalogue,
) -> None:
    mission = Mission.of_person(catalogue, catalogue.people["scott-kelly"])
    lookout = Lookout(mission)
    for now in ("2015-10-01", "2015-10-15T09:00:00Z", "2015-10-15T09:01:01Z"):
        for second in range(150):
            when = Instant(at(now) + second)
            assert lookout.fall(when) == fall_in(read(mission, when))
    assert lookout.fall(at("2015-10-20")) is None


def test_of_several_falls_the_one_that_falls_is_told_before_what_comes_and_what_fell(
    catalogue: Catalogue,
) -> None:
    times = ("2015-10-15T09:40:00Z", "2015-10-15T09:01:50Z", "2015-10-15T09:01:30Z", FALLING)
    falls = [fall_of(catalogue, "scott-kelly", now) for now in times]
    told = sorted((one for one in falls if one is not None), key=lambda one: one.urgency)
    assert [one.seconds for one in told] == [19, 11, 31, 2_279]
