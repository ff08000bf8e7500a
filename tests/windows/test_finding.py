"""Choosing a mission: by pointing, by typing, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from countdown.windows.side_panel import SidePanel
from countdown.windows.vehicle_page import VehiclePage
from tests.fakes import FakeClock
from tests.windows.sight import (
    choose,
    clocks,
    field,
    missions,
    press,
    row_called,
    rows,
    texts,
)

if TYPE_CHECKING:
    from countdown.windows.main_window import MainWindow
    from tests.qt_fixtures import OpenApp

NOTHING = "Nobody and nothing in orbit is called that."


@pytest.fixture
def window(open_app: OpenApp) -> MainWindow:
    """Return a window that is live, and on Kelly."""
    window = open_app("2026-11-22T09:30:15Z").window
    press(window, "Go live")
    return window


def type_in(window: MainWindow, words: str) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    QTest.keyClicks(field(window), words)


def test_clicking_on_a_mission_turns_the_page_to_it(window: MainWindow) -> None:
    choose(window, "Anna Kikina")
    assert window.windowTitle() == "Anna Kikina – Mission Countdown"
    assert clocks(window)[0] == "130 days 18:42:32"
    assert missions(window).currentIndex().data() == "Anna Kikina"


def test_the_mission_that_is_shown_is_marked_in_the_list(window: MainWindow) -> None:
    assert missions(window).currentIndex().data() == "Scott Kelly"


def test_typing_a_name_and_enter_opens_it(window: MainWindow) -> None:
    type_in(window, "lopez alegria")
    assert set(rows(missions(window))) == {"Landed", "Michael López-Alegría"}
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Michael López-Alegría")


def test_enter_takes_who_is_up_before_who_has_landed(window: MainWindow) -> None:
    type_in(window, "soyuz ms")
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Anil Menon")


def test_typing_alone_does_not_turn_the_page(window: MainWindow) -> None:
    for letters in ("gag", "arin", " vos"):
        type_in(window, letters)
        assert window.windowTitle().startswith("Scott Kelly")
    field(window).clear()
    assert window.windowTitle().startswith("Scott Kelly")
    assert missions(window).currentIndex().data() == "Scott Kelly"


def test_the_only_match_is_opened_by_enter_even_when_it_was_shown_before(
    window: MainWindow,
) -> None:
    choose(window, "Anna Kikina")
    type_in(window, "gagarin")
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Yuri Gagarin")
    field(window).clear()
    type_in(window, "kikina")
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Anna Kikina")


def test_what_nobody_is_called_says_so_and_enter_does_nothing(window: MainWindow) -> None:
    type_in(window, "zzzz")
    assert NOTHING in texts(window)
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Scott Kelly")
    field(window).clear()
    assert NOTHING not in texts(window)


def test_escape_leaves_the_search(window: MainWindow) -> None:
    type_in(window, "kikina")
    QTest.keyClick(field(window), Qt.Key.Key_Escape)
    assert field(window).text() == ""
    assert rows(missions(window))[0] == "In orbit"


def test_arrows_lead_from_the_field_into_the_list_and_on(window: MainWindow) -> None:
    type_in(window, "soyuz ms-29")
    QTest.keyClick(field(window), Qt.Key.Key_Down)
    assert missions(window).hasFocus()
    assert window.windowTitle().startswith("Anil Menon")
    QTest.keyClick(missions(window), Qt.Key.Key_Down)
    assert window.windowTitle().startswith("Anna Kikina")
    QTest.keyClick(missions(window), Qt.Key.Key_Up)
    assert window.windowTitle().startswith("Anil Menon")


def test_a_heading_is_stepped_over(window: MainWindow) -> None:
    choose(window, "Sergey Teteryatnikov")
    QTest.keyClick(missions(window), Qt.Key.Key_Down)
    assert window.windowTitle().startswith("Shenzhou 24")


def test_the_list_can_be_scrolled_while_time_goes_on(open_app: OpenApp) -> None:
    clock = FakeClock("2026-11-22T09:30:15Z")
    app = open_app(clock=clock)
    press(app.window, "Go live")
    bar = missions(app.window).verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(3):
        clock.advance(1)
        app.ticker.tick()
    assert bar.value() == bar.maximum()


def test_the_shown_mission_stays_marked_when_it_lands(open_app: OpenApp) -> None:
    clock = FakeClock("2016-03-02T04:25:50Z")
    app = open_app(clock=clock)
    press(app.window, "Go live")
    clock.advance(1)
    app.ticker.tick()
    assert app.window.windowTitle().startswith("Scott Kelly")
    current = missions(app.window).currentIndex()
    assert current.data() == "Scott Kelly"
    assert current.row() > row_called(app.window, "Landed").row()


def test_a_launch_leaves_what_is_chosen_and_where_the_list_stands(open_app: OpenApp) -> None:
    clock = FakeClock("2015-07-22T21:02:44Z")  # a second before Soyuz TMA-17M
    app = open_app(clock=clock)
    press(app.window, "Go live")
    listed = missions(app.window)
    told: list[str] = []
    listed.model().modelReset.connect(lambda: told.append("reset"))
    listed.selectionModel().currentChanged.connect(lambda *_: told.append("chosen"))
    choose(app.window, "Yuri Gagarin")
    bar = listed.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, seen = bar.value(), listed.indexAt(listed.rect().center()).data()
    told.clear()
    clock.advance(1)
    app.ticker.tick()
    assert row_called(app.window, "Kjell Lindgren").row() < row_called(app.window, "Upcoming").row()
    assert listed.currentIndex().data() == "Yuri Gagarin"
    assert listed.selectionModel().selectedIndexes() == [listed.currentIndex()]
    assert bar.value() == before
    assert listed.indexAt(listed.rect().center()).data() == seen
    assert not told


def test_the_list_follows_the_shown_mission_to_its_new_heading_if_it_was_in_sight(
    open_app: OpenApp,
) -> None:
    clock = FakeClock("2016-03-02T04:25:50Z")
    app = open_app(clock=clock)
    press(app.window, "Go live")
    listed = missions(app.window)
    clock.advance(1)
    app.ticker.tick()
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex()))


def test_what_was_typed_stays_while_somebody_lands(open_app: OpenApp) -> None:
    clock = FakeClock("2016-03-02T04:25:50Z")
    app = open_app(clock=clock)
    press(app.window, "Go live")
    type_in(app.window, "kelly scott")
    assert rows(missions(app.window))[0] == "In orbit"
    clock.advance(1)
    app.ticker.tick()
    assert rows(missions(app.window))[0] == "Landed"
    assert app.window.windowTitle().startswith("Scott Kelly")


@pytest.mark.parametrize("typed", ["STS-107", "tma-16m", "Soyuz TMA-16M"])
def test_the_whole_name_of_a_vehicle_leads_to_its_crew(window: MainWindow, typed: str) -> None:
    type_in(window, typed)
    QTest.keyClick(field(window), Qt.Key.Key_Return)
    page = window.findChild(VehiclePage)
    assert isinstance(page, VehiclePage)
    assert page.isVisible()
    assert any(one.endswith(typed.upper().replace("SOYUZ ", "")) for one in texts(page))


def test_filters_narrow_the_list_and_are_cleared_by_one_click(window: MainWindow) -> None:
    side = window.findChild(SidePanel)
    assert isinstance(side, SidePanel)
    whole = len(rows(missions(window)))
    side.country.setCurrentIndex(side.country.findData("FR"))
    side.decade.setCurrentIndex(side.decade.findData(1990))
    found = rows(missions(window))
    assert "Jean-Pierre Haigneré" in " ".join(found)
    assert 5 < len(found) < 40
    side.decade.setCurrentIndex(side.decade.findData(1960))
    assert NOTHING in texts(window)
    press(window, "Show everyone")
    assert len(rows(missions(window))) == whole
