"""The time bar: dates that are typed, steps between milestones, and what waits for a launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from countdown.core.clocks import ReplayClock
from countdown.core.readings import Mission
from countdown.data.wishes import Wish
from countdown.windows.time_bar import TimeBar
from tests.fakes import at
from tests.windows.sight import action, choose, mark, press, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import OpenApp

NOON = "2015-10-16T12:00:00Z"


@pytest.fixture
def kelly(open_app: OpenApp, catalogue: Catalogue, qapp: QApplication) -> App:
    app = open_app(wish=Wish(person=catalogue.people["scott-kelly"], at=at(NOON)))
    press(app.window, "Pause")
    qapp.processEvents()  # the marks come after the first frame
    return app


def bar(app: App) -> TimeBar:
    found = app.window.findChild(TimeBar)
    assert isinstance(found, TimeBar)
    return found


def type_date(app: App, typed: str) -> None:
    action(app.window, "Go to a date").trigger()
    bar(app).date.clear()
    QTest.keyClicks(bar(app).date, typed)
    QTest.keyClick(bar(app).date, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("29 oct 2015", "29 Oct 2015  00:00:00 UTC"),
        ("2015-12-24 18:30", "24 Dec 2015  18:30:00 UTC"),
        ("day 203", "15 Oct 2015  19:42:57 UTC"),
        ("10/29/2015", "29 Oct 2015  00:00:00 UTC"),
    ],
)
def test_a_typed_date_is_shown(kelly: App, typed: str, shown: str) -> None:
    type_date(kelly, typed)
    assert mark(kelly.window)[1] == shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "no date: soon; try 16 Oct 2015"),
        ("", "type a date like 16 Oct 2015"),
        ("1 jan 1815", "1 jan 1815 is not between 1900 and 2200"),
    ],
)
def test_what_is_no_date_is_said_and_nothing_jumps(kelly: App, typed: str, said: str) -> None:
    type_date(kelly, typed)
    assert said in texts(bar(kelly))
    assert mark(kelly.window)[1] == "16 Oct 2015  12:00:00 UTC"


def test_steps_lead_from_milestone_to_milestone(kelly: App) -> None:
    action(kelly.window, "Next milestone").trigger()
    assert mark(kelly.window)[1] == "28 Oct 2015  12:00:00 UTC"  # a walk outside, on some hour
    action(kelly.window, "Next milestone").trigger()
    assert mark(kelly.window)[1] == "29 Oct 2015  04:05:19 UTC"
    for _ in range(2):
        action(kelly.window, "Previous milestone").trigger()
    assert mark(kelly.window)[1] == "15 Oct 2015  09:02:01 UTC"


def test_while_time_runs_a_step_back_leaves_out_what_just_went_by(kelly: App) -> None:
    clock = ReplayClock(kelly.ticker.clock.now(), 86_400.0, lambda: 0.0)  # runs, yet stands
    kelly.ticker.set_clock(clock)
    action(kelly.window, "Previous milestone").trigger()
    assert mark(kelly.window)[1] == "13 Oct 2015  19:42:57 UTC", "the record is 27 hours old"


def test_a_drag_holds_time_and_lets_it_go_on(kelly: App) -> None:
    press(kelly.window, "Play")
    bar(kelly).scrub_began.emit()
    assert mark(kelly.window)[0] == "Replay · paused"
    bar(kelly).scrubbed.emit(at("2015-12-24T00:00:00Z"))
    assert mark(kelly.window)[1] == "24 Dec 2015  00:00:00 UTC"
    bar(kelly).scrub_ended.emit()
    assert mark(kelly.window)[0] == "Replay"


def test_all_speeds_stay_in_reach_in_a_narrow_window(kelly: App, qapp: QApplication) -> None:
    kelly.window.resize(800, 480)
    qapp.processEvents()
    menu = bar(kelly)._speed.menu()
    next(one for one in menu.actions() if one.text() == "10 d/s").trigger()
    assert mark(kelly.window)[0] == "Replay · 10 d/s"
    assert bar(kelly)._speed.text() == "10 d/s ▾"
    assert bar(kelly).minimumSizeHint().width() <= 530


def test_a_launch_that_is_waited_for_says_when(
    open_app: OpenApp, catalogue: Catalogue, qapp: QApplication
) -> None:
    app = open_app("2026-11-22T09:30:15Z")
    press(app.window, "Go live")
    planned = catalogue.planned[0]
    choose(app.window, planned.name)
    qapp.processEvents()
    assert Mission.of_plan(catalogue, planned).planned is planned
    marks = bar(app).scrubber.marks
    assert len(marks) == 1
    assert marks[0].words.startswith("launch ")


def test_the_facts_date_is_always_in_sight(kelly: App, qapp: QApplication) -> None:
    for size in ((800, 480), (1440, 900), (3840, 2160)):
        kelly.window.resize(*size)
        qapp.processEvents()
        assert "facts as of 8 Oct 2026" in texts(bar(kelly))
        assert bar(kelly)._facts.text() == "facts as of 8 Oct 2026", "cut"
