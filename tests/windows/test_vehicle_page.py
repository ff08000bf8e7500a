"""A vehicle's page: its own clock, and everyone who went up or came down on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from countdown.core.flights import Flight
from countdown.models.crew_list import CrewRole
from countdown.windows.pieces import style_sheet
from countdown.windows.vehicle_page import VehiclePage
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.windows.sight import clocks, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

NOON = "2015-10-16T12:00:00Z"


class Shown(NamedTuple):
    """The page, and what it has led to."""

    page: VehiclePage
    led: list[object]
    qapp: QApplication

    def turn_to(self, name: str, when: str = NOON) -> None:
        self.page.show_vehicle(self.page.catalogue.vehicles[name])
        self.page.show_instant(at(when))
        self.qapp.processEvents()

    def crew(self) -> dict[str, tuple[str, str]]:
        """Return of each person the words and the figure."""
        model = self.page.view.model()
        rows = [model.index(row, 0) for row in range(1, model.rowCount())]
        return {one.data(): (one.data(CrewRole.NOTE), one.data(CrewRole.FIGURE)) for one in rows}


@pytest.fixture
def page_of(look: Look, shown: list[QWidget], qapp: QApplication) -> Callable[[Catalogue], Shown]:
    def show(catalogue: Catalogue) -> Shown:
        window = QWidget()
        window.setStyleSheet(style_sheet(look))
        page = VehiclePage(catalogue, look, window)
        led: list[object] = []
        page.subject_chosen.connect(led.append)
        shown.append(window)
        window.resize(1140, 790)
        page.resize(1140, 790)
        window.show()
        return Shown(page, led, qapp)

    return show


@pytest.fixture
def shown_page(catalogue: Catalogue, page_of: Callable[[Catalogue], Shown]) -> Shown:
    return page_of(catalogue)


def test_padalka_came_down_on_tma_16m_with_two_who_went_up_on_another(shown_page: Shown) -> None:
    shown_page.turn_to("soyuz-tma-16m")
    assert shown_page.crew() == {
        "Gennady Padalka": ("up and down", "168 d 05:08:39"),
        "Mikhail Kornienko": ("up; comes down on Soyuz TMA-18M, 2 Mar 2016", "202 d 16:17:03"),
        "Scott Kelly": ("up; comes down on Soyuz TMA-18M, 2 Mar 2016", "202 d 16:17:03"),
        "Aidyn Aimbetov": ("came down; went up on Soyuz TMA-18M, 2 Sep 2015", "9 d 20:13:53"),
        "Andreas Mogensen": ("came down; went up on Soyuz TMA-18M, 2 Sep 2015", "9 d 20:13:53"),
    }
    for text in ("Soyuz TMA-16M", "Landed", "3 up, 3 down", "Time of flight"):
        assert text in texts(shown_page.page)
    assert clocks(shown_page.page) == ["168 days 05:08:39"]


def test_after_its_landing_the_words_are_of_the_past(shown_page: Shown) -> None:
    shown_page.turn_to("soyuz-tma-16m", "2020-01-01")
    assert shown_page.crew()["Scott Kelly"] == (
        "up; came down on Soyuz TMA-18M, 2 Mar 2016", "340 d 08:42:54",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "count", "words"),
    [
        ("sts-107", 7, "The crew died in flight, 1 February 2003"),
        ("soyuz-1", 1, "Vladimir Komarov died in flight, 24 April 1967"),
        ("soyuz-11", 3, "The crew died in flight, 29 June 1971"),
    ],
)
def test_who_died_in_flight_is_shown_with_the_facts(
    shown_page: Shown, name: str, count: int, words: str
) -> None:
    shown_page.turn_to(name)
    said = texts(shown_page.page)
    assert words in said
    assert "End of flight" in said
    assert "Landing" not in said
    assert f"{count} up" in said
    crew = shown_page.crew()
    assert len(crew) == count
    assert {note for note, _ in crew.values()} == {"died in flight"}
    view = shown_page.page.view
    bars = [view.model().index(row, 0).data(CrewRole.BAR) for row in range(1, count + 1)]
    assert not any(one.came_down for one in bars)


def test_before_its_launch_a_vehicle_counts_down_and_its_crew_is_known(shown_page: Shown) -> None:
    shown_page.turn_to("vostok-1", "1961-04-11T06:06:59Z")
    assert "Launches in" in texts(shown_page.page)
    assert clocks(shown_page.page) == ["1 day 00:00:01"]
    assert shown_page.crew() == {"Yuri Gagarin": ("up and down", "")}


def test_a_vehicle_that_is_up_counts_its_own_time(shown_page: Shown) -> None:
    shown_page.turn_to("soyuz-ms-29", "2026-10-16T12:00:00Z")
    said = texts(shown_page.page)
    for text in ("Mission elapsed time", "In orbit; its landing is not announced", "3 up"):
        assert text in said
    assert clocks(shown_page.page) == ["93 days 21:12:17"]
    assert {note for note, _ in shown_page.crew().values()} == {"up; return not announced"}


def test_a_vehicle_that_came_home_empty_has_no_time_of_its_own(shown_page: Shown) -> None:
    shown_page.turn_to("shenzhou-20", "2026-10-16T12:00:00Z")
    said = texts(shown_page.page)
    assert "It came home without a crew; when is not recorded" in said
    assert "not recorded" in said
    assert clocks(shown_page.page) == ["\N{EN DASH}"]


def test_a_landing_known_to_the_day_gives_no_seconds(
    page_of: Callable[[Catalogue], Shown],
) -> None:
    craft = vehicle("Craft", "2020-01-01T00:00:00Z", "2020-03-01")
    shown_page = page_of(catalogue_of(trip(person("Anna"), craft)))
    shown_page.turn_to("craft", "2020-03-01T12:00:00Z")
    assert shown_page.crew() == {"Anna": ("lands on this day, hour not known", "60 d")}
    shown_page.turn_to("craft", "2021-01-01")
    assert shown_page.crew() == {"Anna": ("up and down", "60\N{EN DASH}61 d")}


def test_enter_leads_to_a_flight(shown_page: Shown) -> None:
    shown_page.turn_to("soyuz-tma-16m")
    view = shown_page.page.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    (led,) = shown_page.led
    assert isinstance(led, Flight)
    assert led.person.id == "andreas-mogensen"


def test_a_hidden_page_does_nothing(shown_page: Shown) -> None:
    shown_page.turn_to("soyuz-tma-16m")
    shown_page.page.hide()
    shown_page.turn_to("sts-107")
    assert "Scott Kelly" in shown_page.crew()
    shown_page.page.show()
    assert "Kalpana Chawla" in shown_page.crew()


def test_eight_people_fit_without_scrolling(shown_page: Shown) -> None:
    shown_page.turn_to("sts-61-a")
    assert len(shown_page.crew()) == 8
    assert shown_page.page.view.verticalScrollBar().maximum() == 0
