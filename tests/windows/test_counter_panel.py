"""Each counter on the page can be asked how it is counted, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from countdown.core.explanations import Counts
from countdown.core.readings import Mission, read
from countdown.widgets.counter_face import CounterFace
from countdown.windows.counter_panel import CounterPanel
from countdown.windows.mission_page import MissionPage
from tests.fakes import at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

# a page is no window of its own; the offscreen platform takes no hints for one
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(look: Look, catalogue: Catalogue, shown: list[QWidget]) -> MissionPage:
    one = MissionPage(look)
    shown.append(one)
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    mission = Mission.of_flight(catalogue, flight)
    one.show_reading(mission, read(mission, at("2015-10-16T12:00:00Z")))
    one.resize(1000, 700)
    one.show()
    return one


def panels(page: MissionPage) -> list[CounterPanel]:
    return page.findChildren(CounterPanel)


def test_a_click_on_the_digits_asks_how_they_are_counted(page: MissionPage) -> None:
    asked: list[Counts] = []
    page.explain_asked.connect(asked.append)
    for panel in panels(page):
        face = panel.findChild(CounterFace)
        assert isinstance(face, CounterFace)
        QTest.mouseClick(face, Qt.MouseButton.LeftButton)
    assert asked == [Counts.FLIGHT, Counts.CAREER]
    assert all(isinstance(one, Counts) for one in asked)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_so_do_the_keys_on_how_counted(page: MissionPage, key: Qt.Key) -> None:
    asked: list[Counts] = []
    page.explain_asked.connect(asked.append)
    for panel in panels(page):
        QTest.keyClick(panel.asking, key)
    assert asked == [Counts.FLIGHT, Counts.CAREER]
    assert all(isinstance(one, Counts) for one in asked)


def test_the_affordance_is_seen_named_and_reached_by_tab(page: MissionPage) -> None:
    flight, career = panels(page)
    assert flight.asking.isVisible()
    assert flight.asking.accessibleName() == "This flight: how counted?"
    assert career.asking.accessibleName() == "Career · 4 flights: how counted?"
    assert flight.asking.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_press_that_ends_elsewhere_asks_nothing(page: MissionPage) -> None:
    asked: list[Counts] = []
    page.explain_asked.connect(asked.append)
    flight = panels(page)[0]
    QTest.mousePress(flight, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseRelease(flight, Qt.MouseButton.LeftButton, pos=QPoint(20, 5000))
    QTest.mouseClick(flight, Qt.MouseButton.RightButton, pos=QPoint(20, 20))
    assert asked == []
