"""The panel behind a figure: all rules at this second, a question answered, a sentence copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from countdown.core.durations import Rule
from countdown.core.explanations import Counts
from countdown.core.flights import PlannedLaunch
from countdown.core.moments import Moment
from countdown.core.readings import Mission, read
from countdown.models.figure_table import Place
from countdown.windows.explain_dialog import ExplainDialog
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.windows.sight import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

NOON = "2015-10-16T12:00:00Z"
NTH_IN_ALL = Place(Counts.CAREER, Rule.NTH_DAY)


@pytest.fixture
def panel(look: Look, shown: list[QWidget]) -> ExplainDialog:
    dialog = ExplainDialog(look)
    shown.append(dialog)
    dialog.resize(1040, 760)
    return dialog


def show(panel: ExplainDialog, facts: Catalogue, who: str, when: str, number: int = 0) -> None:
    """Show a person's flight, the last one unless told, at an instant."""
    flight = facts.career(facts.people[who])[number - 1]
    mission = Mission.of_flight(facts, flight)
    panel.show_reading(mission, read(mission, at(when)))
    if not panel.isVisible():
        panel.present()
    settle()


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def said(panel: ExplainDialog, place: Place) -> str:
    """What a listener hears of a figure."""
    return panel.grid.cells[place].accessibleName()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_all_rules_stand_side_by_side(panel: ExplainDialog, catalogue: Catalogue) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    assert said(panel, NTH_IN_ALL) == (
        "Career, exact total, Nth day: 383, since 15 Oct 2015, 17:53:53, "
        "until 16 Oct 2015, 17:53:53"
    )
    assert "380" in said(panel, Place(Counts.CAREER_BY_FLIGHT, Rule.ELAPSED))
    written = texts(panel)
    assert "Scott Kelly  ·  4th flight  ·  up on Soyuz TMA-16M, 27 Mar 2015" in written
    assert "16 Oct 2015, 12:00:00 UTC" in written
    assert all(rule.explanation in written for rule in Rule)


def test_it_follows_the_second(panel: ExplainDialog, catalogue: Catalogue) -> None:
    show(panel, catalogue, "scott-kelly", "2015-10-16T17:53:52Z")
    assert ": 383," in said(panel, NTH_IN_ALL)
    show(panel, catalogue, "scott-kelly", "2015-10-16T17:53:53Z")
    assert ": 384," in said(panel, NTH_IN_ALL)
    assert "16 Oct 2015, 17:53:53 UTC" in texts(panel)


def test_hidden_it_only_remembers_what_to_show(panel: ExplainDialog, catalogue: Catalogue) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    panel.hide()
    flight = catalogue.career(catalogue.people["mikhail-kornienko"])[-1]
    mission = Mission.of_flight(catalogue, flight)
    panel.show_reading(mission, read(mission, at(NOON)))
    assert "Scott Kelly" in panel.sentence.accessibleName()
    panel.present()
    assert "Mikhail Kornienko" in panel.sentence.accessibleName()


def test_what_is_asked_for_is_the_chosen_figure(panel: ExplainDialog, catalogue: Catalogue) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    panel.choose(Counts.CAREER)
    assert panel.grid.chosen == Place(Counts.CAREER, Rule.ELAPSED)
    assert " came to 382 days on " in panel.sentence.accessibleName()
    QTest.keyClick(panel.grid.cells[panel.grid.chosen], Qt.Key.Key_Right)
    assert panel.grid.chosen == NTH_IN_ALL
    assert " came to the 383rd day on " in panel.sentence.accessibleName()


@pytest.mark.parametrize("way", ["button", "enter", "keys"])
def test_the_chosen_figure_is_copied_as_a_sentence(
    panel: ExplainDialog, catalogue: Catalogue, way: str
) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    panel.choose(Counts.CAREER)
    QTest.keyClick(panel.grid.cells[panel.grid.chosen], Qt.Key.Key_Right)
    if way == "button":
        QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    elif way == "enter":
        QTest.keyClick(panel.copy_button, Qt.Key.Key_Return)
    else:
        panel.activateWindow()
        QTest.keyClick(
            panel.grid.cells[panel.grid.chosen], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
        )
    assert clipboard().startswith(
        "Scott Kelly's time in orbit (in all, 4 flights) came to the 383rd"
    )
    assert panel.copy_button.text() == "Copied"
    panel.choose(Counts.FLIGHT)
    assert panel.copy_button.text() == "Copy this sentence"


def test_a_typed_figure_is_answered_for_the_date_in_sight(
    panel: ExplainDialog, catalogue: Catalogue
) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    assert panel.question.date.text() == "2015-10-16"
    QTest.keyClicks(panel.question.figure, "383")
    assert panel.question.answer.accessibleName().startswith(
        "383 = his 383rd day in orbit in all: 382 days were complete, the 383rd had begun"
    )
    panel.question.figure.setText("400")
    show(panel, catalogue, "scott-kelly", "2015-10-18T00:00:00Z")
    assert panel.question.date.text() == "2015-10-18"
    assert panel.question.answer.accessibleName() == ("None of the rules gives 400 on 18 Oct 2015.")


def test_a_typed_date_stays_until_somebody_else_is_shown(
    panel: ExplainDialog, catalogue: Catalogue
) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    panel.question.figure.setText("342")
    panel.question.date.clear()
    QTest.keyClicks(panel.question.date, "2016-03-02")
    assert panel.question.answer.accessibleName().startswith("342 = calendar dates of this flight")
    show(panel, catalogue, "scott-kelly", "2015-10-18T00:00:00Z")
    assert panel.question.date.text() == "2016-03-02"
    show(panel, catalogue, "jessica-meir", "2026-10-09T00:00:00Z")
    assert panel.question.date.text() == "2026-10-09"


@pytest.mark.parametrize(
    ("figure", "date", "said"),
    [
        ("", "2015-10-16", "Type a figure"),
        ("-3", "2015-10-16", "whole number"),
        ("1234567", "2015-10-16", "whole number"),
        ("²", "2015-10-16", "whole number"),
        ("383", "yesterday", "Write the date like 2015-10-16."),
        ("383", "", "Write the date like 2015-10-16."),
        ("383", "2500-01-01", "1900 to 2199"),
        ("383", "1990-01-01", "Scott Kelly had not flown by 1 Jan 1990."),
    ],
)
def test_what_cannot_be_answered_says_why(
    panel: ExplainDialog, catalogue: Catalogue, figure: str, date: str, said: str
) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    panel.question.figure.setText(figure)
    panel.question.date.setText(date)
    panel.question.date.textEdited.emit(date)
    assert said in panel.question.answer.accessibleName()


def test_the_year_in_space_has_the_figures_of_the_press(
    panel: ExplainDialog, catalogue: Catalogue
) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    assert len(panel.press.rows) == 9
    assert panel.press.isVisible()
    written = texts(panel)
    assert "382 = his 382nd day in orbit in all: 381 days were complete, the 382nd had begun" in (
        written
    )
    assert any(one.startswith("None does. By flights it is his 4th.") for one in written)


def test_a_figure_of_the_press_is_copied_from_its_row(
    panel: ExplainDialog, catalogue: Catalogue
) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    row = panel.press.rows[1]
    QTest.mouseClick(row.copy_button, Qt.MouseButton.LeftButton)
    assert clipboard().startswith("382 days in all · Mike Fincke, 16 Oct 2015 (a daily paper: ")
    panel.activateWindow()
    panel.press.rows[2].copy_button.setFocus()
    panel.copy()
    assert clipboard().startswith("216 days in one flight · Scott Kelly")


def test_another_flight_has_none_of_them(panel: ExplainDialog, catalogue: Catalogue) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    show(panel, catalogue, "scott-kelly", NOON, number=1)
    assert panel.press.rows == []
    assert not panel.press.isVisible()


def test_before_the_launch_there_is_nothing_to_count(
    panel: ExplainDialog, catalogue: Catalogue
) -> None:
    show(panel, catalogue, "scott-kelly", "2015-01-01T00:00:00Z")
    assert "Scott Kelly: not launched, so there is nothing to count yet" in texts(panel)
    assert not panel.grid.isVisible()
    assert panel.question.isVisible()
    QGuiApplication.clipboard().setText("before")
    panel.copy()
    assert clipboard() == "before"


def test_a_plan_without_a_crew_has_nobody_to_ask_about(panel: ExplainDialog) -> None:
    plan = PlannedLaunch("next-1", "Next 1", "Next", Moment.parse("2031-01"))
    facts = catalogue_of(
        trip(person("Ada"), vehicle("One", "2029-01-01T00:00:00Z", "2029-02-01T00:00:00Z")),
        planned=[plan],
    )
    mission = Mission.of_plan(facts, plan)
    panel.show_reading(mission, read(mission, at("2030-01-01")))
    panel.show()
    assert "Next 1: not launched, so there is nothing to count yet" in texts(panel)
    assert not panel.question.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen takes no hints once shown
def test_narrow_it_has_each_rules_name_in_its_cell_and_nothing_is_lost(
    panel: ExplainDialog, catalogue: Catalogue, look: Look
) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    panel.resize(1040, 700)
    settle()
    wide = panel.grid.cells[NTH_IN_ALL].height()
    panel.resize(520, 700)
    settle()
    assert panel.grid.cells[NTH_IN_ALL].height() > wide
    assert all(cell.isVisible() and cell.width() > 100 for cell in panel.grid.cells.values())
    panel.resize(1040, 700)
    settle()
    assert panel.grid.cells[NTH_IN_ALL].height() == wide
    panel.set_look(look._replace(scale=1.25))
    assert panel.minimumWidth() == 575


def test_escape_closes_it(panel: ExplainDialog, catalogue: Catalogue) -> None:
    show(panel, catalogue, "scott-kelly", NOON)
    assert not panel.isModal()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
