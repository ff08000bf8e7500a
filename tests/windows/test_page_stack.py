"""The middle of the window: which page is in sight, and the ways from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QToolButton

from countdown.data.wishes import Wish
from countdown.shots import View, page_names
from countdown.windows.page_stack import PageKey, PageStack
from countdown.windows.section_stack import SectionStack
from countdown.windows.sections import SectionKey, section_title
from tests.fakes import at
from tests.windows.sight import button, mark, place_in, press, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.windows.main_window import MainWindow
    from tests.qt_fixtures import OpenApp


@pytest.fixture
def window(open_app: OpenApp, catalogue: Catalogue) -> MainWindow:
    wish = Wish(person=catalogue.people["scott-kelly"], at=at("2015-10-16T12:00:00Z"))
    return open_app(wish=wish).window


def pages(window: MainWindow) -> PageStack:
    found = window.findChild(PageStack)
    assert isinstance(found, PageStack)
    return found


def sections(window: MainWindow) -> SectionStack:
    found = window.findChild(SectionStack)
    assert isinstance(found, SectionStack)
    return found


def test_who_is_up_and_back_by_the_same_button(window: MainWindow) -> None:
    press(window, "Who is up")
    assert pages(window).key is PageKey.UP
    assert button(window, "Who is up").isChecked()
    press(window, "Who is up")
    assert pages(window).key is PageKey.MISSION
    assert not button(window, "Who is up").isChecked()


def test_escape_leads_back_to_the_mission(window: MainWindow) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+R"))
    assert pages(window).key is PageKey.RECORDS
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert pages(window).key is PageKey.MISSION


def test_the_whole_crew_is_one_click_from_the_mission(window: MainWindow) -> None:
    press(window, "whole crew")
    assert pages(window).key is PageKey.VEHICLE
    assert "Soyuz TMA-16M" in texts(window)


@pytest.mark.parametrize("key", list(PageKey))
def test_every_page_shows_the_same_instant(window: MainWindow, key: PageKey) -> None:
    window.show_page(key)
    page = pages(window).currentWidget()
    assert page is not None
    assert mark(page) == [
        "Replay",
        "16 Oct 2015  12:00:00 UTC",
    ]


@pytest.mark.parametrize("key", list(SectionKey))
def test_every_section_is_a_key_away(window: MainWindow, key: SectionKey) -> None:
    number = list(SectionKey).index(key) + 1
    QTest.keySequence(window, QKeySequence(f"Ctrl+{number}"))
    stack = sections(window)
    assert stack.key is key
    shown = [one for one in stack._made.values() if not one.isHidden()]
    assert shown == [stack.section]
    tab = button(window, section_title(key))
    assert isinstance(tab, QToolButton)
    assert tab.isChecked()


def test_a_section_out_of_sight_is_shown_no_readings(window: MainWindow) -> None:
    window.show_page("highlights")
    hidden = sections(window)._made[SectionKey.NOW]
    before = texts(hidden)
    window.time.go_to(at("2016-01-01"))
    window.show_page("race")
    assert texts(hidden) == before == []


def test_a_picture_can_show_all_of_them() -> None:
    assert page_names(View.MAIN) == (
        "mission", "up", "vehicle", "records", "chart", "highlights", "race", "words",
    )  # fmt: skip


def test_there_is_no_page_of_another_name(window: MainWindow) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        window.show_page("nowhere")


def test_on_a_small_screen_the_section_asked_for_comes_into_sight(
    window: MainWindow, qapp: QApplication
) -> None:
    window.resize(800, 480)
    for _ in range(3):
        qapp.processEvents()
    tabs = button(window, section_title(SectionKey.WORDS))
    assert pages(window).rect().contains(place_in(pages(window), tabs)), "its name is in sight"
    tabs.click()
    for _ in range(3):
        qapp.processEvents()
    section = sections(window).section
    assert section is not None
    shown = place_in(pages(window), section) & pages(window).rect()
    assert shown.height() > pages(window).height() / 2


@pytest.mark.parametrize(("size", "is_long"), [((800, 480), True), ((1440, 900), False)])
def test_the_scroll_bar_is_seen_only_where_there_is_something_to_scroll(
    window: MainWindow, qapp: QApplication, size: tuple[int, int], is_long: bool
) -> None:
    window.resize(*size)
    for _ in range(3):
        qapp.processEvents()
    area = pages(window).findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    assert (bar.maximum() > 0) is is_long
    room = place_in(window, bar)
    drawn, middle = window.grab(room).toImage(), room.width() // 2
    handle = window.look.colour("track")
    rows = range(drawn.height())
    assert any(drawn.pixelColor(middle, row) == handle for row in rows) is is_long
