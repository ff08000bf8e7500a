"""The window itself: it rests unseen, remembers, changes its theme, and tells its controls."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QMenu

from countdown.data.wishes import Wish
from countdown.widgets.counter_face import CounterFace
from countdown.widgets.scrubber import Scrubber
from tests.fakes import FakeClock, at
from tests.qt_fixtures import end_app
from tests.windows.sight import button, choose, clocks, countdown_rows, mark, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import OpenApp

TODAY = "2026-11-22T09:30:15Z"
CONTROLS = (QAbstractButton, QAbstractItemView, QLineEdit, CounterFace, Scrubber)


def test_a_hidden_window_lets_the_ticker_rest(open_app: OpenApp) -> None:
    clock = FakeClock(TODAY)
    app = open_app(clock=clock)
    assert app.ticker.next_tick_ms() <= 1_000
    app.window.hide()
    before = clocks(app.window), mark(app.window)
    assert app.ticker.next_tick_ms() > 50_000
    clock.advance(3_600)
    app.ticker.tick()
    assert (clocks(app.window), mark(app.window)) == before
    app.window.show()
    assert mark(app.window)[1] == "22 Nov 2015  10:30:15 UTC"
    assert app.ticker.next_tick_ms() <= 1_000


def test_a_minimized_window_rests_too(open_app: OpenApp, qapp: QApplication) -> None:
    app = open_app(TODAY)
    app.window.showMinimized()
    qapp.processEvents()
    assert app.ticker.next_tick_ms() > 50_000
    app.window.showNormal()
    qapp.processEvents()
    assert app.ticker.next_tick_ms() <= 1_000


def test_mission_clock_and_place_are_remembered(open_app: OpenApp, qapp: QApplication) -> None:
    first = open_app(TODAY)
    press(first.window, "Go live")
    choose(first.window, "Anna Kikina")
    first.window.resize(800, 555)
    qapp.processEvents()
    end_app(first)
    again = open_app(TODAY, size=None)
    assert again.window.windowTitle().startswith("Anna Kikina")
    assert mark(again.window)[0] == "Live"
    assert (again.window.width(), again.window.height()) == (800, 555)


def test_a_paused_replay_is_found_at_the_same_second(open_app: OpenApp) -> None:
    first = open_app(TODAY)
    press(first.window, "Pause")
    end_app(first)
    again = open_app("2026-12-24T00:00:00Z")
    assert mark(again.window) == ["Replay · paused", "22 Nov 2015  09:30:15 UTC"]


def test_on_this_day_goes_on_with_another_day(open_app: OpenApp) -> None:
    end_app(open_app(TODAY))
    again = open_app("2026-11-23T00:00:00Z")
    assert mark(again.window) == ["Replay · 11 years ago today", "23 Nov 2015  00:00:00 UTC"]


def test_a_mission_that_a_newer_catalogue_lacks_starts_as_the_first_time(
    open_app: OpenApp,
) -> None:
    first = open_app(TODAY)
    first._settings.mission = "flight nobody nothing-1"
    first._settings.save()
    again = open_app(TODAY)
    assert again.window.windowTitle().startswith("Scott Kelly")


def test_another_theme_is_taken_at_once_and_remembered(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    ground = app.window.palette().color(QPalette.ColorRole.Window)
    menu = app.window.findChild(QMenu)
    assert isinstance(menu, QMenu)
    themes = {one.text(): one for one in menu.findChildren(QMenu)[0].actions()}
    themes["Light"].trigger()
    assert app.window.palette().color(QPalette.ColorRole.Window).lightness() > ground.lightness()
    assert themes["Light"].isChecked()
    end_app(app)
    again = open_app(TODAY)
    assert again.window.palette().color(QPalette.ColorRole.Window).lightness() > 200


def test_after_another_theme_all_looks_as_if_it_had_been_there_from_the_start(
    open_app: OpenApp,
) -> None:
    moment = at("2015-10-16T12:00:00Z")
    switched = open_app(TODAY, Wish(theme="dark", at=moment))
    switched._settings.theme = "light"
    begun = open_app(TODAY, Wish(theme="light", at=moment))
    for kind in (QAbstractItemView, QLabel):
        for before, after in zip(
            begun.window.findChildren(kind), switched.window.findChildren(kind), strict=True
        ):
            name = before.accessibleName()
            assert after.grab().toImage() == before.grab().toImage(), name


def test_every_control_has_a_name_for_who_listens(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    nameless = []
    for kind in CONTROLS:
        for one in window.findChildren(kind):
            inner = isinstance(one.parent(), QLineEdit)  # its own button to clear it
            heard = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
            if one.isVisible() and not inner and not heard.strip():
                nameless.append(one)
    assert nameless == []


def test_what_a_label_says_is_what_a_listener_hears(open_app: OpenApp) -> None:
    for label in open_app(TODAY).window.findChildren(QLabel):
        heard = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        assert heard.startswith(label.text().removesuffix("…"))


def test_every_row_is_heard_with_its_figures(open_app: OpenApp) -> None:
    assert "Return, T− 100 d 18:55:36, 2 Mar 2016, 04:25 UTC" in countdown_rows(
        open_app(TODAY).window
    )


@pytest.mark.parametrize(
    ("now", "year"), [("1900-01-01T00:00:00Z", "1900"), ("2199-12-31T23:59:58Z", "2199")]
)
def test_the_edges_of_time_are_shown_too(
    open_app: OpenApp, catalogue: Catalogue, now: str, year: str
) -> None:
    wish = Wish(person=catalogue.people["scott-kelly"], at=at(now))
    app = open_app(wish=wish)
    app.window.time.set_speed(2_592_000)
    app.ticker.tick()
    assert year in mark(app.window)[1]


def test_the_pages_of_everybody_who_ever_flew_can_be_shown(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    from countdown.core.readings import Mission

    window = open_app(TODAY).window
    for one in list(catalogue.people.values())[::9]:
        window.show_mission(Mission.of_person(catalogue, one))
        assert window.windowTitle().startswith(one.name)


def test_many_windows_leave_nothing_behind(open_app: OpenApp, qapp: QApplication) -> None:
    for _ in range(5):
        app = open_app(TODAY)
        end_app(app)
        assert not shiboken6.isValid(app.window)
    assert qapp.topLevelWidgets() == []


def test_labels_do_not_wear_out_python(qapp: QApplication) -> None:
    """PySide6 6.12.0 loses a reference to None on each call of a void function.

    On Python 3.12 and later None is immortal, and its count says nothing.
    """
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
    label.deleteLater()
    qapp.processEvents()


def test_the_buttons_of_time_say_what_is_so(open_app: OpenApp) -> None:
    window = open_app(TODAY).window
    assert button(window, "On this day").isChecked()
    press(window, "Live")
    assert button(window, "Live").isChecked()
    assert not button(window, "On this day").isChecked()
    press(window, "Live")
    assert button(window, "Live").isChecked()  # pressing it again does not leave it
