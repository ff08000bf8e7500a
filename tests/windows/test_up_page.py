"""Who is up: everyone in one picture, and where each row leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from countdown.core.flights import Flight, Vehicle
from countdown.core.moments import Instant
from countdown.models.crew_list import CrewRole
from countdown.windows.pieces import style_sheet
from countdown.windows.up_page import UpPage
from tests.fakes import at
from tests.windows.sight import texts

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.crew_view import CrewView
    from countdown.widgets.look import Look

KELLY = at("2015-10-16T12:00:00Z")
ROOMY, NARROW = (1140, 790), (540, 400)


class Up(NamedTuple):
    """The page in a window, and what it has led to."""

    page: UpPage
    led: list[object]
    qapp: QApplication

    def show(self, when: str) -> None:
        self.page.show_instant(at(when))
        self.qapp.processEvents()

    def resize(self, size: tuple[int, int]) -> None:
        self.page.window().resize(*size)
        self.page.resize(*size)
        self.qapp.processEvents()

    @property
    def views(self) -> list[CrewView]:
        return [one for one in self.page.views if one.isVisible()]

    def said(self) -> list[str]:
        role = Qt.ItemDataRole.AccessibleTextRole
        return [
            str(view.model().index(row, 0).data(role))
            for view in self.views
            for row in range(view.model().rowCount())
        ]

    def row_of(self, name: str) -> tuple[CrewView, int]:
        for view in self.views:
            for row in range(view.model().rowCount()):
                if view.model().index(row, 0).data() == name:
                    return view, row
        raise AssertionError(name)


@pytest.fixture
def up(catalogue: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication) -> Up:
    window = QWidget()
    window.setStyleSheet(style_sheet(look))
    page = UpPage(catalogue, look, window)
    led: list[object] = []
    page.subject_chosen.connect(led.append)
    shown.append(window)
    found = Up(page, led, qapp)
    found.resize(ROOMY)
    window.show()
    found.show("2015-10-16T12:00:00Z")
    return found


def test_six_people_are_on_the_station_while_kelly_passes_fincke(up: Up) -> None:
    assert "6 people in orbit" in texts(up.page)
    assert "16 Oct 2015  ·  Russia 3 · United States 2 · Japan 1" in texts(up.page)
    assert up.said()[0] == "International Space Station, 6 people"
    assert (
        "Scott Kelly, United States, 4th flight, lands 2 Mar 2016 on Soyuz TMA-18M, "
        "202 days, 16 hours, 17 minutes" in up.said()
    )


def test_two_stations_stand_beside_each_other(up: Up) -> None:
    up.show("2026-10-09T12:00:00Z")
    assert "10 people in orbit" in texts(up.page)
    assert [one.accessibleName() for one in up.views] == [
        "In orbit: International Space Station", "In orbit: Tiangong",
    ]  # fmt: skip
    up.resize(NARROW)
    (view,) = up.views
    assert view.accessibleName() == "In orbit: International Space Station and Tiangong"


def test_polaris_dawn_flies_under_its_own_name_among_nineteen(up: Up) -> None:
    up.show("2024-09-12T12:00:00Z")
    assert "19 people in orbit" in texts(up.page)
    assert "Polaris Dawn, 4 people, launched 10 Sep 2024" in up.said()
    assert "International Space Station, continued" in up.said()


def test_gagarin_is_the_only_one(up: Up) -> None:
    up.show("1961-04-12T06:30:00Z")
    assert "1 person in orbit" in texts(up.page)
    assert any(one.startswith("Yuri Gagarin, Soviet Union, 1st flight") for one in up.said())
    assert up.page.crowd.isVisible()
    assert up.page.crowd.accessibleName() == "People in orbit through the years, at most 19"


def test_at_new_year_1962_nobody_is_in_orbit(up: Up) -> None:
    up.show("1962-01-01")
    assert "Nobody is in orbit" in texts(up.page)
    said = "Vostok 2 landed 7 Aug 1961; Mercury-Atlas 6 launches 20 Feb 1962"
    assert said in texts(up.page)
    view, row = up.row_of("Mercury-Atlas 6")
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    (led,) = up.led
    assert isinstance(led, Vehicle)
    assert led.id == "mercury-atlas-6"


def test_a_month_after_its_date_the_catalogue_is_said_to_be_unsure(up: Up) -> None:
    up.show("2026-12-24T12:00:00Z")
    assert any("unconfirmed since" in one for one in texts(up.page))


def test_a_landing_known_to_the_day_is_said_to_be_so(up: Up) -> None:
    up.show("2026-10-08T12:00:00Z")
    assert any("lands on this day, hour not known" in one for one in up.said())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_to_a_flight(up: Up, key: Qt.Key) -> None:
    view, row = up.row_of("Scott Kelly")
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, key)
    (led,) = up.led
    assert isinstance(led, Flight)
    assert (led.person.id, led.up.id) == ("scott-kelly", "soyuz-tma-16m")


def test_a_click_on_a_vehicle_leads_to_its_crew_and_one_on_a_station_nowhere(up: Up) -> None:
    for name in ("International Space Station", "Soyuz TMA-17M"):
        view, row = up.row_of(name)
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (led,) = up.led
    assert isinstance(led, Vehicle)
    assert led.id == "soyuz-tma-17m"


def test_the_arrows_step_over_headings_that_lead_nowhere(up: Up) -> None:
    (view,) = up.views
    view.setFocus()
    seen = [view.currentIndex().data()]
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.currentIndex().data())
    assert {"Soyuz TMA-16M", "Scott Kelly", "Soyuz TMA-18M", "Sergei Volkov"} <= set(seen)
    assert "International Space Station" not in seen


def test_who_is_chosen_stays_so_when_others_come(up: Up) -> None:
    up.show("2015-09-01T12:00:00Z")
    view, row = up.row_of("Scott Kelly")
    view.setCurrentIndex(view.model().index(row, 0))
    up.show("2015-09-02T12:00:00Z")
    view, row = up.row_of("Scott Kelly")
    assert view.currentIndex().data() == "Scott Kelly"


class Painted(QWidget):
    """Adds up the regions that are painted in what it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == event.Type.Paint:
            self.region += event.region()  # type: ignore[attr-defined]
        return False


def test_an_ordinary_second_paints_figures_alone(up: Up, shown: list[QWidget]) -> None:
    (view,) = up.views
    view.grab()
    up.qapp.processEvents()
    painted = Painted()
    shown.append(painted)
    view.viewport().installEventFilter(painted)
    up.page.show_instant(Instant(KELLY + 1))
    up.qapp.processEvents()
    view.viewport().removeEventFilter(painted)
    assert not painted.region.isEmpty()
    names = QRect(0, 0, view.width() * 3 // 4, view.height())
    assert not painted.region.intersects(names)


def test_a_hidden_page_does_nothing(up: Up) -> None:
    up.page.hide()
    before = up.said(), up.page.views[0].model().index(2, 0).data(CrewRole.FIGURE)
    up.page.show_instant(at("2015-10-17T12:00:00Z"))
    assert (up.said(), up.page.views[0].model().index(2, 0).data(CrewRole.FIGURE)) == before
    up.page.show()
    assert up.page.views[0].model().index(2, 0).data(CrewRole.FIGURE).startswith("203 d")


@pytest.mark.parametrize("size", [ROOMY, NARROW, (1040, 330)])
def test_no_row_is_wider_than_its_list(up: Up, size: tuple[int, int]) -> None:
    up.show("2024-09-12T12:00:00Z")
    up.resize(size)
    for view in up.views:
        assert view.horizontalScrollBar().maximum() == 0
        assert view.height() > 0
