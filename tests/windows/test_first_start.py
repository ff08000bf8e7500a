"""A first start: a replay of Kelly's year, plainly marked, and one click from what is live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame

from tests.fakes import FakeClock
from tests.windows.sight import action, button, clocks, figures, mark, press, texts

if TYPE_CHECKING:
    from tests.qt_fixtures import OpenApp

TODAY = "2026-11-22T09:30:15Z"


def is_marked(window: object) -> bool:
    assert hasattr(window, "findChild")
    return bool(window.findChild(QFrame, "mark").property("replay"))


def test_it_says_replay_and_which_instant(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    assert mark(window) == ["Replay · 11 years ago today", "22 Nov 2015  09:30:15 UTC"]
    assert is_marked(window)
    assert window.windowTitle() == "Scott Kelly – Mission Countdown"
    assert (
        "In orbit  ·  United States  ·  4th flight  ·  up on Soyuz TMA-16M, 27 Mar 2015"
        in texts(window)
    )


def test_outside_the_flights_dates_it_starts_on_his_383rd_day(open_app: OpenApp) -> None:
    window = open_app("2026-03-15T12:00:00Z").window
    assert mark(window) == ["Replay", "16 Oct 2015  12:00:00 UTC"]


def test_on_29_february_it_shows_29_february(open_app: OpenApp) -> None:
    window = open_app("2028-02-29T12:00:00Z").window
    assert mark(window) == ["Replay · 12 years ago today", "29 Feb 2016  12:00:00 UTC"]


def test_one_click_goes_live_and_the_mark_is_quiet(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    press(window, "Go live")
    assert mark(window) == ["Live", "22 Nov 2026  09:30:15 UTC"]
    assert not is_marked(window)
    assert not button(window, "Go live").isVisible()
    assert button(window, "Live").isChecked()
    assert "Landed" in texts(window)  # he is home


@pytest.mark.parametrize("shortcut", ["Ctrl+L"])
def test_one_key_goes_live(open_app: OpenApp, shortcut: str) -> None:
    window = open_app(TODAY).window
    QTest.keySequence(window, QKeySequence(shortcut))
    assert mark(window)[0] == "Live"


def test_a_second_later_all_of_it_shows_the_next_second(open_app: OpenApp) -> None:
    clock = FakeClock(TODAY)
    app = open_app(clock=clock)
    before = clocks(app.window)
    clock.advance(1)
    app.ticker.tick()
    assert mark(app.window)[1] == "22 Nov 2015  09:30:16 UTC"
    assert before == ["239 days 13:47:18", "419 days 15:36:22"]
    assert clocks(app.window) == ["239 days 13:47:19", "419 days 15:36:23"]


def test_after_the_machines_clock_jumps_an_hour_all_is_right_on_the_next_tick(
    open_app: OpenApp,
) -> None:
    clock = FakeClock(TODAY)
    app = open_app(clock=clock)
    for hour, shown in ((3_600, "10:30:15"), (-7_200, "08:30:15")):
        clock.advance(hour)
        app.ticker.tick()
        assert mark(app.window)[1] == f"22 Nov 2015  {shown} UTC"


def test_pausing_stops_the_time_and_playing_lets_it_go_on(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    press(app.window, "Pause")
    assert mark(app.window)[0] == "Replay · paused"
    assert app.ticker.next_tick_ms() == -1
    press(app.window, "Play")
    assert mark(app.window)[0] == "Replay"
    assert app.ticker.next_tick_ms() > 0


def test_pausing_what_is_live_is_a_replay_and_no_longer_called_live(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    press(window, "Go live")
    QTest.keySequence(window, QKeySequence("Ctrl+Space"))
    assert mark(window) == ["Replay · paused", "22 Nov 2026  09:30:15 UTC"]


@pytest.mark.parametrize(
    ("speed", "said"), [("60×", "Replay · 60×"), ("1 h/s", "Replay · 1 h/s"), ("1×", "Replay")]
)
def test_a_speed_is_said_in_the_mark(open_app: OpenApp, speed: str, said: str) -> None:
    app = open_app(TODAY)
    press(app.window, speed)
    assert mark(app.window)[0] == said
    assert button(app.window, speed).isChecked()
    assert app.ticker.next_tick_ms() <= 1_000


def test_on_this_day_comes_back_after_a_look_at_what_is_live(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    press(window, "Go live")
    press(window, "On this day")
    assert mark(window)[0] == "Replay · 11 years ago today"
    assert button(window, "On this day").isChecked()
    action(window, "Live").trigger()
    assert mark(window)[0] == "Live"


def test_on_this_day_without_such_a_day_starts_at_the_launch(open_app: OpenApp) -> None:
    window = open_app("2026-03-15T12:00:00Z").window
    press(window, "Go live")
    press(window, "On this day")
    assert mark(window) == ["Replay", "27 Mar 2015  19:42:57 UTC"]


def test_a_listener_hears_both_counters(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    assert figures(window) == [
        "This flight: 239 days, 13 hours, 47 minutes",
        "Career · 4 flights: 419 days, 15 hours, 36 minutes",
    ]


def test_the_keyboard_alone_reaches_every_control(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    window.activateWindow()
    reached = set()
    for _ in range(40):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        reached.add(focused.accessibleName() or str(focused.property("text")))
    assert {
        "Find a person or a flight", "Missions", "Countdowns", "Go live", "Pause", "On this day",
        "Live", "Menu",
    } <= reached  # fmt: skip
