"""Clocks: live, replayed at any speed, and the same day some years ago."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.clocks import (
    FASTEST,
    Clock,
    OnThisDayClock,
    ReplayClock,
    SystemClock,
    years_back_into,
)
from countdown.core.moments import END, FIRST, as_datetime, instant, iso
from countdown.core.readings import Mission, Phase, read
from tests.fakes import FakeClock, FakeMonotonic, at, catalogue_of, person, trip, vehicle

START = datetime(2015, 10, 16, 12, tzinfo=UTC)
LAST = as_datetime(END) - timedelta(seconds=1)
SPEEDS = st.floats(0, FASTEST)


def replay(speed: float = 1.0, start: datetime = START) -> tuple[ReplayClock, FakeMonotonic]:
    monotonic = FakeMonotonic()
    return ReplayClock(start, speed, monotonic), monotonic


def later(clock: Clock) -> float:
    """Seconds that a replay has gone on since its start."""
    return (clock.now() - START).total_seconds()


def test_the_live_clock_shows_utc_and_says_it_is_live() -> None:
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.is_live
    assert clock.rate == 1


def test_a_replay_starts_where_it_is_told_and_is_not_live() -> None:
    clock, _ = replay()
    assert clock.now() == START
    assert not clock.is_live


@pytest.mark.parametrize("speed", [0.5, 1, 60, 3_600, FASTEST])
def test_a_replay_goes_on_at_its_speed(speed: float) -> None:
    clock, monotonic = replay(speed)
    monotonic.advance(10)
    assert later(clock) == 10 * speed
    assert clock.rate == clock.speed == speed


def test_a_paused_replay_stands_and_goes_on_from_there() -> None:
    clock, monotonic = replay(2)
    monotonic.advance(10)
    clock.pause()
    assert (clock.is_paused, clock.rate, clock.speed) == (True, 0, 2)
    monotonic.advance(1_000)
    clock.pause()
    assert later(clock) == 20
    clock.resume()
    clock.resume()
    monotonic.advance(1)
    assert later(clock) == 22


def test_a_change_of_speed_makes_no_jump() -> None:
    clock, monotonic = replay(1)
    monotonic.advance(10)
    clock.set_speed(100)
    assert later(clock) == 10
    monotonic.advance(1)
    assert later(clock) == 110


def test_a_paused_replay_changes_its_speed_for_later() -> None:
    clock, monotonic = replay(1)
    clock.pause()
    clock.set_speed(5)
    monotonic.advance(10)
    assert later(clock) == 0
    clock.resume()
    monotonic.advance(10)
    assert later(clock) == 50


def test_seeking_keeps_running_or_paused() -> None:
    clock, monotonic = replay(2)
    clock.seek(START + timedelta(days=1))
    monotonic.advance(1)
    assert later(clock) == 86_402
    clock.pause()
    clock.seek(START)
    monotonic.advance(1)
    assert later(clock) == 0


@given(st.lists(st.tuples(st.sampled_from(["run", "pause", "resume"]), st.floats(0, 100), SPEEDS)))
def test_a_replay_never_runs_backwards(steps: list[tuple[str, float, float]]) -> None:
    clock, monotonic = replay()
    before = clock.now()
    for step, seconds, speed in steps:
        if step == "pause":
            clock.pause()
        elif step == "resume":
            clock.resume()
        else:
            clock.set_speed(speed)
        assert abs(clock.now() - before) < timedelta(microseconds=2)
        monotonic.advance(seconds)
        assert clock.now() >= before
        before = clock.now()


@pytest.mark.parametrize("speed", [-1.0, float("-inf"), float("nan")])
def test_a_replay_does_not_run_backwards_or_at_no_number(speed: float) -> None:
    clock, monotonic = replay(speed)
    monotonic.advance(100)
    assert clock.now() == START


def test_a_replay_has_a_fastest_speed() -> None:
    assert replay(float("inf"))[0].speed == FASTEST


def test_a_replay_stands_at_the_last_second_of_the_range() -> None:
    clock, monotonic = replay(FASTEST)
    for _ in range(3):
        monotonic.advance(1e9)
        assert clock.now() == LAST
    monotonic.advance(1e300)
    assert clock.now() == LAST
    assert instant(clock.now()) == END - 1


def test_a_replay_sought_out_of_range_stands_at_its_edge() -> None:
    clock, _ = replay()
    clock.seek(datetime(1800, 1, 1, tzinfo=UTC))
    assert clock.now() == as_datetime(FIRST)
    clock.seek(datetime(2300, 1, 1, tzinfo=UTC))
    assert clock.now() == LAST


@pytest.mark.parametrize(
    ("now", "years", "then"),
    [
        ("2026-10-16T12:00:00Z", 11, "2015-10-16T12:00:00Z"),
        ("2016-02-29T12:00:00Z", 1, "2015-02-28T12:00:00Z"),
        ("2016-02-29T12:00:00Z", 4, "2012-02-29T12:00:00Z"),
        ("2016-03-01T00:00:00Z", 1, "2015-03-01T00:00:00Z"),
        ("2026-12-31T23:59:59Z", 11, "2015-12-31T23:59:59Z"),
        ("1950-06-01T00:00:00Z", 100, "1900-01-01T00:00:00Z"),
    ],
)
def test_on_this_day_some_years_ago(now: str, years: int, then: str) -> None:
    clock = OnThisDayClock(years, FakeClock(now))
    assert iso(instant(clock.now())) == then
    assert not clock.is_live
    assert clock.rate == 1


def test_on_this_day_goes_on_with_its_clock_within_the_second() -> None:
    live = FakeClock("2026-10-16T12:00:00Z")
    clock = OnThisDayClock(11, live)
    live.advance(1.25)
    assert clock.now() == START + timedelta(seconds=1.25)
    live.jump_to("2026-10-16T13:00:00Z")
    assert clock.now() == START + timedelta(hours=1)


def test_on_this_day_a_flight_that_has_landed_stays_landed() -> None:
    ada = person("Ada")
    craft = vehicle("Craft", "2015-03-27T19:42:57Z", "2016-03-02T04:25:51Z")
    catalogue = catalogue_of(trip(ada, craft))
    live = FakeClock("2027-03-02T04:25:50Z")
    clock = OnThisDayClock(11, live)
    mission = Mission.of_person(catalogue, ada)
    phases = []
    for seconds in (0, 1, 86_400 * 30, 86_400 * 365):
        live.advance(seconds)
        phases.append(read(mission, instant(clock.now())).phase)
    assert phases == [Phase.IN_ORBIT, Phase.LANDED, Phase.LANDED, Phase.LANDED]


@pytest.mark.parametrize(
    ("now", "years"),
    [
        ("2026-11-22T00:00:00Z", 11),
        ("2026-01-15T00:00:00Z", 10),
        ("2026-03-02T04:25:50Z", 10),
        ("2026-03-02T04:25:51Z", None),
        ("2026-03-15T00:00:00Z", None),
        ("2026-03-27T19:42:56Z", None),
        ("2026-03-27T19:42:57Z", 11),
        ("2028-02-29T12:00:00Z", 12),
        ("2015-10-16T12:00:00Z", None),
        ("2016-10-16T12:00:00Z", 1),
        ("2000-01-01T00:00:00Z", None),
        ("1900-01-01T00:00:00Z", None),
    ],
)
def test_the_years_that_lead_back_into_the_year_in_space(now: str, years: int | None) -> None:
    craft = vehicle("Craft", "2015-03-27T19:42:57Z", "2016-03-02T04:25:51Z")
    (flight,) = catalogue_of(trip(person("Ada"), craft)).flights
    assert years_back_into(flight, at(now)) == years
