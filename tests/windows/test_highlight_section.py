"""The section of highlights: what is in sight, where a row leads, and what it says when empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from countdown.core.highlights import Happening, HappeningKind, happenings, instant_of
from countdown.core.milestones import Prospects
from countdown.core.moments import Instant, Moment, iso
from countdown.core.readings import Mission, read
from countdown.models.highlight_list import HighlightRole
from countdown.windows.highlight_section import HighlightSection
from countdown.windows.pieces import Text
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.widgets.look import Look

NOON = at("2015-10-16T12:00:00Z")


class Stage:
    """A section in a window of its own, and what it asks for."""

    def __init__(self, mission: Mission, look: Look, qapp: QApplication) -> None:
        self.window = QWidget()
        self.section = section = HighlightSection(look, self.window)
        self.mission, self._qapp = mission, qapp
        self.chosen: list[tuple[Flight, Instant]] = []
        section.moment_chosen.connect(self._hear)

    def _hear(self, flight: Flight, when: Instant) -> None:
        self.chosen.append((flight, when))

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.section.resize(width, height)
        self._qapp.processEvents()

    def said(self) -> list[str]:
        texts = self.section.findChildren(Text)
        return [one.accessibleName() for one in texts if one.isVisible()]

    def show(self, when: int) -> None:
        self.section.show_reading(self.mission, read(self.mission, Instant(when)))
        self._qapp.processEvents()

    def row_of(self, title: str) -> int:
        model = self.section.list.model()
        titles = [model.index(row, 0).data() for row in range(model.rowCount())]
        return titles.index(title)

    def point_at(self, title: str) -> None:
        rows = self.section.list
        index = rows.model().index(self.row_of(title), 0)
        rows.setCurrentIndex(index)
        rows.scrollTo(index)

    def click(self, title: str) -> None:
        self.point_at(title)
        rows = self.section.list
        place = rows.visualRect(rows.currentIndex()).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def kelly(catalogue: Catalogue) -> Flight:
    return catalogue.career(catalogue.people["scott-kelly"])[3]


@pytest.fixture
def stage(
    catalogue: Catalogue, kelly: Flight, look: Look, shown: list[QWidget], qapp: QApplication
) -> Stage:
    stage = Stage(Mission.of_flight(catalogue, kelly), look, qapp)
    shown.append(stage.window)
    stage.resize(1040, 330)
    stage.show(NOON)
    stage.window.show()
    qapp.processEvents()
    return stage


def test_what_comes_next_is_in_sight_when_it_is_shown(stage: Stage) -> None:
    spacewalk = stage.row_of("First spacewalk, with Kjell Lindgren, 7 h 16 min")
    assert stage.section.list.shows(spacewalk)
    assert not stage.section.list.shows(0)


def test_an_ordinary_second_does_not_scroll(stage: Stage) -> None:
    bar = stage.section.list.verticalScrollBar()
    bar.setValue(0)
    for second in range(1, 5):
        stage.show(NOON + second)
    assert bar.value() == 0


def test_who_follows_the_next_one_in_a_replay_keeps_it_in_sight(stage: Stage) -> None:
    for day in range(120):
        stage.show(NOON + day * 86_400)
        model = stage.section.list.model()
        rows = range(model.rowCount())
        coming = [row for row in rows if model.index(row, 0).data(HighlightRole.IS_NEXT)]
        assert all(stage.section.list.shows(row) for row in coming)


def test_a_click_leads_to_the_second_of_a_record(stage: Stage, kelly: Flight) -> None:
    stage.click("Longest flight · United States")
    assert stage.chosen == [(kelly, at("2015-10-29T04:05:19Z"))]


def test_enter_leads_to_noon_of_a_day(stage: Stage, kelly: Flight) -> None:
    stage.point_at("Lettuce grown on the station is eaten")
    stage.section.list.setFocus()
    QTest.keyClick(stage.section.list, Qt.Key.Key_Return)
    assert stage.chosen == [(kelly, at("2015-08-10T12:00:00Z"))]


def test_every_row_of_every_flight_leads_into_it(catalogue: Catalogue) -> None:
    for flight in catalogue.flights[::7]:
        for one in happenings(catalogue, flight, Prospects(catalogue, flight)):
            when = instant_of(catalogue, flight, one)
            assert flight.launch.earliest <= when
            assert flight.known_return is None or when <= flight.known_return.latest


def test_a_fact_of_the_day_of_launch_or_landing_leads_into_the_flight() -> None:
    facts = catalogue_of(
        trip(person("Ada"), vehicle("Up", "2020-01-01T15:00:00Z", "2020-02-01T10:00:00Z"))
    )
    flight = facts.flights[0]
    first = Happening(HappeningKind.FACT, Moment.parse("2020-01-01"))
    last = Happening(HappeningKind.FACT, Moment.parse("2020-02-01"))
    assert iso(instant_of(facts, flight, first)) == "2020-01-01T15:00:00Z"
    assert iso(instant_of(facts, flight, last)) == "2020-02-01T10:00:00Z"


def test_a_launch_without_crew_says_so_in_words(stage: Stage, catalogue: Catalogue) -> None:
    stage.mission = Mission.of_plan(catalogue, catalogue.planned[0])
    stage.show(at("2026-11-22"))
    assert stage.said() == [
        "The crew of this launch is not named yet, so there is nothing to tell."
    ]
    assert not stage.section.list.isVisible()


def test_it_turns_from_such_a_launch_to_a_flight_and_says_how_much_it_has(
    stage: Stage, catalogue: Catalogue
) -> None:
    flown = stage.mission
    stage.mission = Mission.of_plan(catalogue, catalogue.planned[0])
    stage.show(NOON)
    stage.mission = flown
    stage.show(NOON)
    rows = stage.section.list.model().rowCount()
    assert stage.said() == [f"{rows} events"]
    assert stage.section.list.isVisible()


def test_one_that_was_empty_at_first_takes_a_flight(
    catalogue: Catalogue, kelly: Flight, look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    stage = Stage(Mission.of_plan(catalogue, catalogue.planned[0]), look, qapp)
    shown.append(stage.window)
    stage.resize(1040, 330)
    stage.show(NOON)
    stage.window.show()
    assert not stage.section.list.isVisible()
    stage.mission = Mission.of_flight(catalogue, kelly)
    stage.show(NOON)
    assert stage.section.list.shows(
        stage.row_of("First spacewalk, with Kjell Lindgren, 7 h 16 min")
    )


def test_before_launch_the_coming_flight_is_told(stage: Stage) -> None:
    stage.show(at("2015-03-01"))
    assert stage.section.list.model().index(0, 0).data() == "Launch"
    assert stage.section.list.shows(0)


def test_narrow_rows_are_higher(
    stage: Stage,
) -> None:
    rows = stage.section.list
    wide = rows.visualRect(rows.model().index(0, 0)).height()
    stage.resize(540, 300)
    assert rows.visualRect(rows.model().index(0, 0)).height() > wide


def test_the_list_has_a_name_and_takes_the_tab_key(stage: Stage) -> None:
    assert stage.section.list.accessibleName() == "Highlights"
    assert stage.section.list.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_another_scale_makes_the_rows_higher(stage: Stage, look: Look, qapp: QApplication) -> None:
    rows = stage.section.list
    before = rows.visualRect(rows.model().index(0, 0)).height()
    stage.section.set_look(look._replace(scale=2.0))
    qapp.processEvents()
    assert rows.visualRect(rows.model().index(0, 0)).height() > before
