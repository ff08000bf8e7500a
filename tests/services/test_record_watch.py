"""Records that fall are seen once, in every clock, and nothing is read while none is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.clocks import ReplayClock
from countdown.core.moments import as_datetime
from countdown.core.readings import Mission
from countdown.services.record_watch import RecordWatch
from countdown.services.ticker import Ticker
from tests.fakes import FakeClock, FakeMonotonic, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall

CROSSING = "2015-10-15T09:02:01Z"
"""Kelly passes Fincke in the second after."""
KEY = f"scott-kelly career US {CROSSING}"


class Heard:
    def __init__(self, watch: RecordWatch) -> None:
        self.told: list[str] = []
        self.fell: list[str] = []
        watch.told_changed.connect(self._hear_told)
        watch.fell.connect(self._hear_fell)

    def _hear_told(self, fall: Fall | None) -> None:
        self.told.append("" if fall is None else fall.key)

    def _hear_fell(self, fall: Fall) -> None:
        self.fell.append(fall.key)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock("2015-10-15T09:00:00Z")


@pytest.fixture
def ticker(clock: FakeClock) -> Iterator[Ticker]:
    ticker = Ticker(clock)
    yield ticker
    ticker.stop()


@pytest.fixture
def kelly(catalogue: Catalogue) -> Mission:
    return Mission.of_person(catalogue, catalogue.people["scott-kelly"])


def run(clock: FakeClock, ticker: Ticker, until: str) -> None:
    while at(until) > ticker.now():
        clock.advance(1)
        ticker.tick()


def test_a_record_is_told_for_its_minute_and_falls_once(
    clock: FakeClock, ticker: Ticker, kelly: Mission
) -> None:
    watch = RecordWatch(ticker)
    heard = Heard(watch)
    watch.watch([kelly])
    run(clock, ticker, CROSSING)
    assert (heard.told, heard.fell) == ([], [])
    run(clock, ticker, "2015-10-15T09:02:02Z")
    assert (heard.told, heard.fell) == ([KEY], [KEY])
    run(clock, ticker, "2015-10-15T09:03:01Z")
    assert watch.told is not None
    run(clock, ticker, "2015-10-15T09:05:00Z")
    assert (heard.told, heard.fell) == ([KEY, ""], [KEY])


def test_after_the_clock_jumps_back_it_falls_no_second_time(
    clock: FakeClock, ticker: Ticker, kelly: Mission
) -> None:
    watch = RecordWatch(ticker)
    heard = Heard(watch)
    watch.watch([kelly])
    for now in ("2015-10-15T09:02:30Z", "2015-10-15T08:00:00Z", "2015-10-15T09:02:30Z"):
        clock.jump_to(now)
        ticker.tick()
    assert heard.told == [KEY, "", KEY]
    assert heard.fell == [KEY]


def test_what_a_replay_showed_before_it_came_is_news_when_it_does(
    clock: FakeClock, ticker: Ticker, kelly: Mission
) -> None:
    watch = RecordWatch(ticker)
    heard = Heard(watch)
    watch.watch([kelly])
    ticker.set_clock(ReplayClock(as_datetime(at("2015-10-15T09:02:30Z"))))
    ticker.set_clock(clock)
    run(clock, ticker, "2015-10-15T09:02:30Z")
    assert heard.fell == [KEY, KEY]


def test_who_starts_within_the_hour_still_hears_of_it(
    clock: FakeClock, ticker: Ticker, kelly: Mission
) -> None:
    clock.jump_to("2015-10-15T09:50:00Z")
    watch = RecordWatch(ticker)
    heard = Heard(watch)
    watch.watch([kelly])
    assert (heard.told, heard.fell) == ([], [KEY])


def test_it_watches_while_no_window_is_in_sight(
    clock: FakeClock, ticker: Ticker, kelly: Mission
) -> None:
    watch = RecordWatch(ticker)
    heard = Heard(watch)
    watch.watch([kelly])
    ticker.set_visible("a window", False)
    clock.jump_to("2015-10-15T09:02:40Z")
    ticker.tick()
    assert heard.fell == [KEY]


def test_a_mission_that_is_no_longer_shown_is_not_watched(
    clock: FakeClock, ticker: Ticker, kelly: Mission
) -> None:
    watch = RecordWatch(ticker)
    heard = Heard(watch)
    watch.watch([kelly])
    watch.watch([])
    run(clock, ticker, "2015-10-15T09:03:00Z")
    assert heard.fell == []


def test_a_replay_of_the_whole_year_sees_each_record_when_it_comes_near(
    ticker: Ticker, kelly: Mission
) -> None:
    monotonic = FakeMonotonic()
    replay = ReplayClock(as_datetime(at("2015-03-27T19:42:57Z")), 30.0, monotonic)
    watch = RecordWatch(ticker)
    heard = Heard(watch)
    watch.watch([kelly])
    ticker.set_clock(replay)
    for crossing in (CROSSING, "2015-10-29T04:05:19Z"):
        replay.seek(as_datetime(at(crossing)))
        ticker.tick()
        for _ in range(10):  # five minutes
            monotonic.advance(1)
            ticker.tick()
    assert heard.fell == [KEY, "scott-kelly flight US 2015-10-29T04:05:19Z"]
