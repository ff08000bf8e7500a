"""In other words, as a user sees it: cards, formulas on demand, and what is not estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from countdown.core.estimates import EstimateKind
from countdown.core.readings import Mission, read
from countdown.windows.words_section import WordsSection
from tests.fakes import at
from tests.windows.sight import press, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen takes none once shown
NOON = "2015-10-16T12:00:00Z"


@pytest.fixture
def section(look: Look, shown: list[QWidget]) -> WordsSection:
    made = WordsSection(look)
    shown.append(made)
    made.resize(1040, 330)
    made.show()
    made.activateWindow()
    return made


def show(section: WordsSection, facts: Catalogue, who: str, number: int, when: str) -> None:
    mission = Mission.of_flight(facts, facts.career(facts.people[who])[number])
    section.show_reading(mission, read(mission, at(when)))
    QApplication.processEvents()


def visible(section: WordsSection) -> list[EstimateKind]:
    return [kind for kind, card in section.cards.items() if card.isVisible()]


def test_every_card_says_about(section: WordsSection, catalogue: Catalogue) -> None:
    show(section, catalogue, "scott-kelly", 3, NOON)
    assert visible(section) == list(EstimateKind)
    assert all(card.figure.text().startswith("≈") for card in section.cards.values())
    assert "Estimates" in texts(section)
    assert "≈ 18.5 %" in texts(section)


def test_a_button_turns_a_card_to_its_formula_and_escape_turns_it_back(
    section: WordsSection, catalogue: Catalogue
) -> None:
    show(section, catalogue, "scott-kelly", 3, NOON)
    card = section.cards[EstimateKind.TWIN]
    card.button.setFocus()
    QTest.keyClick(card.button, Qt.Key.Key_Return)
    assert not card.figure.isVisible()
    assert any("speed −" in one for one in texts(card))
    QTest.keyClick(card.button, Qt.Key.Key_Escape)
    assert card.figure.isVisible()
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert card.formula.isVisible()
    show(section, catalogue, "scott-kelly", 3, "2015-10-17T12:00:00Z")
    assert card.formula.isVisible()
    press(card, "formula")
    assert card.figure.isVisible()


def test_a_career_of_several_flights_is_a_choice(
    section: WordsSection, catalogue: Catalogue
) -> None:
    show(section, catalogue, "scott-kelly", 3, NOON)
    flight = section.cards[EstimateKind.ORBITS].figure.text()
    press(section, "Career")
    assert section.cards[EstimateKind.ORBITS].figure.text() != flight
    press(section, "This flight")
    assert section.cards[EstimateKind.ORBITS].figure.text() == flight
    show(section, catalogue, "scott-kelly", 0, "1999-12-25")
    assert not section.head.career.isVisible()


def test_what_is_in_sight_can_be_copied(section: WordsSection, catalogue: Catalogue) -> None:
    show(section, catalogue, "scott-kelly", 3, NOON)
    press(section, "copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Scott Kelly, Soyuz TMA-16M"
    assert len(lines) == 7


def test_a_flight_that_ended_in_death_has_no_estimates(
    section: WordsSection, catalogue: Catalogue
) -> None:
    clark = next(one for one in catalogue.flights if one.up.name == "STS-107")
    for when in ("2003-01-25", "2010-01-01"):
        show(section, catalogue, clark.person.id, clark.number - 1, when)
        assert visible(section) == []
        assert texts(section) == ["Estimates", "No estimates are made for this flight."]


def test_before_the_launch_there_is_nothing_to_estimate(
    section: WordsSection, catalogue: Catalogue
) -> None:
    show(section, catalogue, "scott-kelly", 3, NOON)
    show(section, catalogue, "scott-kelly", 0, "1990-01-01")
    assert visible(section) == []
    assert "Estimates begin with the launch." in texts(section)


def test_a_flight_to_the_moon_has_two_cards_and_says_why(
    section: WordsSection, catalogue: Catalogue
) -> None:
    show(section, catalogue, "neil-armstrong", 1, "1969-07-20T20:17:40Z")
    assert visible(section) == [EstimateKind.MARS, EstimateKind.STAY]
    assert any("no one height" in one and "Apollo 11" in one for one in texts(section))


@pytest.mark.parametrize(("width", "columns"), [(1040, 3), (560, 2), (400, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(
    section: WordsSection, catalogue: Catalogue, width: int, columns: int
) -> None:
    show(section, catalogue, "scott-kelly", 3, NOON)
    section.resize(width, 330)
    QApplication.processEvents()
    assert len({card.x() for card in section.cards.values()}) == columns
