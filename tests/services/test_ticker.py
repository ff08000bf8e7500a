"""The second hand: on the edge of each second, right again after every jump, at rest unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer

from countdown.core.clocks import ReplayClock
from countdown.services.ticker import FRAME_MS, HIDDEN_MS, LONGEST_MS, Ticker
from tests.fakes import FakeClock, FakeMonotonic, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from countdown.core.moments import Instant

NOON = "2015-10-16T12:00:00+00:00"
WINDOW = "a window"


class Listener:
    """Counts ticks, and keeps what came with them and the second that was read at each."""

    def __init__(self, ticker: Ticker) -> None:
        self._ticker = ticker
        self.carried: list[tuple[object, ...]] = []
        self.read: list[int] = []
        ticker.ticked.connect(self.hear)

    def hear(self, *what: object) -> None:
        self.carried.append(what)
        self.read.append(self._ticker.now())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock("2015-10-16T12:00:00.400+00:00")


@pytest.fixture
def ticker(clock: FakeClock) -> Iterator[Ticker]:
    ticker = Ticker(clock)
    yield ticker
    ticker.stop()


def armed_ms(clock: FakeClock | ReplayClock) -> int:
    """Return for how many milliseconds a ticker of this clock is armed."""
    ticker = Ticker(clock)
    ticker.tick()
    armed: int = ticker.findChildren(QTimer)[0].interval()
    ticker.stop()
    return armed


def test_it_is_armed_for_just_past_the_next_edge_of_the_second(
    clock: FakeClock, ticker: Ticker
) -> None:
    ticker.tick()
    assert 500 < ticker.next_tick_ms() <= 601
    assert armed_ms(clock) == 601


@given(microsecond=st.integers(0, 999_999))
def test_wherever_in_the_second_it_never_waits_longer_than_one(microsecond: int) -> None:
    now = f"2015-10-16T12:00:00.{microsecond:06}+00:00"
    left_ms = (1_000_000 - microsecond) / 1_000
    armed = armed_ms(FakeClock(now))
    assert armed <= LONGEST_MS
    assert armed >= min(left_ms, LONGEST_MS - 1)
    assert armed <= max(left_ms + 1, FRAME_MS)


def test_the_timer_itself_brings_the_next_second(
    clock: FakeClock, ticker: Ticker, qtbot: QtBot
) -> None:
    clock.jump_to("2015-10-16T12:00:00.995+00:00")
    ticker.tick()
    clock.jump_to("2015-10-16T12:00:01.001+00:00")
    with qtbot.waitSignal(ticker.ticked, timeout=1_500):
        pass
    assert ticker.now() == at("2015-10-16T12:00:01Z")


def test_a_tick_carries_no_time(ticker: Ticker) -> None:
    listener = Listener(ticker)
    ticker.tick()
    assert listener.carried == [()]


def test_firing_a_hair_early_announces_no_second_twice(clock: FakeClock, ticker: Ticker) -> None:
    listener = Listener(ticker)
    ticker.tick()
    clock.jump_to("2015-10-16T12:00:00.999+00:00")
    ticker.tick()
    assert len(listener.read) == 1
    assert 0 <= ticker.next_tick_ms() <= FRAME_MS  # it tries again
    clock.advance(0.002)
    ticker.tick()
    assert listener.read == [at("2015-10-16T12:00:00Z"), at("2015-10-16T12:00:01Z")]


@pytest.mark.parametrize("hour", [3_600, -3_600])
def test_after_the_clock_jumps_an_hour_the_next_tick_is_right(
    clock: FakeClock, ticker: Ticker, hour: int
) -> None:
    listener = Listener(ticker)
    ticker.tick()
    clock.advance(hour + 0.2)
    assert ticker.next_tick_ms() <= LONGEST_MS  # so it is right within a second
    ticker.tick()
    assert listener.read[-1] == at("2015-10-16T12:00:00Z") + hour
    assert 300 < ticker.next_tick_ms() <= 401


@pytest.mark.parametrize("hour", [3_600, -3_600])
def test_jumping_a_whole_hour_is_announced_too(clock: FakeClock, ticker: Ticker, hour: int) -> None:
    listener = Listener(ticker)
    ticker.tick()
    clock.advance(hour)
    ticker.tick()
    assert listener.read == [at("2015-10-16T12:00:00Z"), at("2015-10-16T12:00:00Z") + hour]


def test_late_ticks_never_add_up(clock: FakeClock, ticker: Ticker) -> None:
    listener = Listener(ticker)
    for _ in range(50):
        clock.advance(1.7)  # a busy machine
        ticker.tick()
    start = at("2015-10-16T12:00:00Z")
    assert listener.read == [start + int(0.4 + 1.7 * n + 1e-6) for n in range(1, 51)]


def test_a_paused_replay_needs_no_timer(ticker: Ticker) -> None:
    replay = ReplayClock(FakeClock(NOON).now(), monotonic=FakeMonotonic())
    replay.pause()
    listener = Listener(ticker)
    ticker.set_clock(replay)
    assert ticker.next_tick_ms() == -1
    assert listener.read == [at("2015-10-16T12:00:00Z")]
    replay.resume()
    ticker.touch()
    assert ticker.next_tick_ms() > 0


@pytest.mark.parametrize(
    ("speed", "longest_ms"), [(1, 1_000), (60, 17), (3_600, FRAME_MS), (2_592_000, FRAME_MS)]
)
def test_a_fast_replay_ticks_at_most_sixty_times_a_second(speed: float, longest_ms: int) -> None:
    replay = ReplayClock(FakeClock(NOON).now(), speed, FakeMonotonic())
    assert FRAME_MS <= armed_ms(replay) <= longest_ms


def test_a_slow_replay_is_still_looked_at_each_second() -> None:
    assert armed_ms(ReplayClock(FakeClock(NOON).now(), 0.01, FakeMonotonic())) == LONGEST_MS


def test_while_hidden_nothing_is_announced(clock: FakeClock, ticker: Ticker) -> None:
    ticker.tick()
    listener = Listener(ticker)
    ticker.set_visible(WINDOW, False)
    clock.advance(5)
    ticker.tick()
    assert listener.read == []
    assert 50_000 < ticker.next_tick_ms() <= HIDDEN_MS


def test_shown_again_it_is_right_at_once(clock: FakeClock, ticker: Ticker) -> None:
    ticker.set_visible(WINDOW, False)
    clock.advance(86_400)
    listener = Listener(ticker)
    ticker.set_visible(WINDOW, True)
    assert listener.read == [at("2015-10-17T12:00:00Z")]
    assert ticker.next_tick_ms() <= 601


def test_shown_again_in_the_same_second_repeats_nothing(ticker: Ticker) -> None:
    ticker.tick()
    listener = Listener(ticker)
    ticker.set_visible(WINDOW, False)
    ticker.set_visible(WINDOW, True)
    ticker.set_visible(WINDOW, True)
    assert listener.read == []


def test_one_window_in_sight_is_enough(clock: FakeClock, ticker: Ticker) -> None:
    pinned = object()
    listener = Listener(ticker)
    for window in (WINDOW, pinned):
        ticker.set_visible(window, True)
    ticker.set_visible(WINDOW, False)
    clock.advance(1)
    ticker.tick()
    assert listener.read[-1] == at("2015-10-16T12:00:01Z")
    ticker.set_visible(pinned, False)
    clock.advance(1)
    ticker.tick()
    assert listener.read[-1] == at("2015-10-16T12:00:01Z")


def test_who_watches_unseen_hears_of_each_look_at_the_clock(
    clock: FakeClock, ticker: Ticker
) -> None:
    ticker.set_visible(WINDOW, False)
    heard: list[Instant] = []
    ticker.beat.connect(lambda: heard.append(ticker.now()))
    for _ in range(2):
        clock.advance(60)
        ticker.tick()
        ticker.tick()  # in the same second
    assert heard == [at("2015-10-16T12:01:00Z"), at("2015-10-16T12:02:00Z")]


def test_another_clock_is_announced_before_its_first_second(ticker: Ticker) -> None:
    ticker.tick()
    heard: list[str] = []
    ticker.clock_changed.connect(lambda: heard.append("clock"))
    ticker.ticked.connect(lambda: heard.append("second"))
    ticker.set_clock(FakeClock("1998-11-20T06:40:00Z"))
    assert heard == ["clock", "second"]
    assert ticker.now() == at("1998-11-20T06:40:00Z")


def test_a_touched_clock_reads_the_same_second_anew(ticker: Ticker) -> None:
    ticker.tick()
    listener = Listener(ticker)
    ticker.touch()
    assert len(listener.read) == 1


def test_a_receiver_may_stop_the_ticker(ticker: Ticker) -> None:
    ticker.ticked.connect(ticker.stop)
    ticker.tick()
    assert ticker.next_tick_ms() == -1


def test_all_who_hear_of_a_tick_read_the_same_second(clock: FakeClock, ticker: Ticker) -> None:
    first, second = Listener(ticker), Listener(ticker)

    def be_slow() -> None:
        clock.advance(1)

    ticker.ticked.disconnect(second.hear)
    ticker.ticked.connect(be_slow)
    ticker.ticked.connect(second.hear)
    ticker.tick()
    assert first.read == second.read == [at(NOON)]
    assert ticker.now() == at(NOON) + 1
