"""The career chart: what it says, how it is zoomed, and that a second leaves it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from countdown.core.flights import Flight
from countdown.core.moments import Instant
from countdown.core.readings import Mission, read
from countdown.widgets.career_plot import View, whole_view
from countdown.windows.chart_section import ChartSection
from tests.fakes import at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NOON = at("2015-10-16T12:00:00Z")


@pytest.fixture
def mission(catalogue: Catalogue) -> Mission:
    return Mission.of_flight(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])


@pytest.fixture
def section(look: Look, mission: Mission, shown: list[QWidget], qapp: QApplication) -> ChartSection:
    one = ChartSection(look)
    shown.append(one)
    one.resize(1_040, 330)
    one.show_reading(mission, read(mission, NOON))
    one.show()
    qapp.processEvents()
    return one


def test_it_says_both_figures_of_a_day(section: ChartSection) -> None:
    assert section.chart.said_at(NOON) == (
        "16 Oct 2015  ·  Scott Kelly 382 d  ·  record Scott Kelly 382 d"
    )
    assert section.chart.said_at(at("2015-10-01")).endswith("record Mike Fincke 381 d")


def test_zooming_keeps_within_what_there_is(section: ChartSection) -> None:
    chart = section.chart
    for _ in range(200):
        QTest.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.view is not None
    nearest = chart.view.length
    assert 0 < nearest <= 3 * 86_400
    for _ in range(300):
        QTest.keyClick(chart, Qt.Key.Key_Minus)
    assert chart._curves is not None
    assert chart.view == pytest.approx(whole_view(chart._curves))
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert nearest < chart.view.length < whole_view(chart._curves).length


def test_a_view_is_never_moved_out_of_sight() -> None:
    whole = View(0, 100 * 86_400)
    view = View(10 * 86_400, 20 * 86_400)
    assert view.moved(-1e12, whole).begin == 0
    assert view.moved(1e12, whole).end == whole.end
    assert view.zoomed(0.5, 15 * 86_400, whole) == View(12.5 * 86_400, 17.5 * 86_400)


def test_enter_leads_to_the_day_that_is_pointed_at(section: ChartSection) -> None:
    led: list[tuple[object, object]] = []
    section.moment_chosen.connect(lambda *where: led.append(where))
    QTest.keyClick(section.chart, Qt.Key.Key_Left)
    QTest.keyClick(section.chart, Qt.Key.Key_Return)
    ((flight, when),) = led
    assert isinstance(flight, Flight)
    assert isinstance(when, int)
    assert flight.is_up(Instant(when))
    assert when < NOON


def test_an_ordinary_second_paints_nothing(
    section: ChartSection, mission: Mission, qapp: QApplication
) -> None:
    paints: list[object] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint:
                paints.append(watched)
            return False

    watch = Watch()
    section.chart.installEventFilter(watch)
    for second in (1, 2, 3):
        section.show_reading(mission, read(mission, Instant(NOON + second)))
        qapp.processEvents()
    assert not paints
