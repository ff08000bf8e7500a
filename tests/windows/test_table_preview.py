"""Looking through a table of flights before it is taken in."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from countdown.data.flight_tables import COLUMNS, preview_flights
from countdown.data.mission_store import MissionStore
from countdown.models.preview_words import EXAMPLE, column_words
from countdown.services.exchange import Exchange
from countdown.windows.table_preview import TablePreview
from tests.fakes import FakeClock, catalogue_of, trip, vehicle, woman
from tests.own import own_mission

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.own_missions import OwnMission
    from countdown.widgets.look import Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

UP = vehicle("Up 1", "2029-10-01T00:00:00Z")
FACTS = catalogue_of(trip(woman("Ada Aster"), UP, planned="2030-04-01"))
HEAD = "person,country,vehicle,launch,sex,planned_return\n"
GOOD = (
    HEAD
    + "Pia Pupil,US,Class 1,>=2031-03,F,2031-09\n"
    + "Ada Aster,US,Up 1,2029-10-01T00:00:00Z,,2030-05-02\n"
)
BAD = HEAD + "Pia,US,Class 1,2031-13,F,\n=1+1,us,Class 1,2031,F,\nQuinn,US,Class 1\n"


@pytest.fixture
def opened(
    tmp_path: Path, look: Look, shown: list[QWidget], qapp: QApplication
) -> Callable[[str], TablePreview]:
    exchange = Exchange(MissionStore(tmp_path, FakeClock()), tmp_path / "settings.ini")

    def open_one(text: str) -> TablePreview:
        file = tmp_path / "a.csv"
        file.write_text(text, "utf-8")
        found = exchange.preview(file, FACTS, own_mission("table"))
        dialog = TablePreview(file.name, found, look, None)
        shown.append(dialog)
        dialog.open()
        dialog.activateWindow()
        qapp.processEvents()
        return dialog

    return open_one


def rows(dialog: TablePreview) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_it_says_what_is_new_and_what_changes_from_what_to_what(
    opened: Callable[[str], TablePreview],
) -> None:
    dialog = opened(GOOD)
    assert dialog.summary.text() == "1 flight is new · 1 flight changes"
    assert rows(dialog) == [
        "New: Pia Pupil · Class 1 · launch no earlier than March 2031 · "
        "planned return September 2031",
        "Changed: Ada Aster · Up 1\nPlanned return: 1 Apr 2030 → 2 May 2030",
    ]


def test_it_becomes_a_mission_of_the_title_that_is_typed(
    opened: Callable[[str], TablePreview],
) -> None:
    dialog = opened(GOOD)
    taken: list[tuple[OwnMission, ...]] = []
    dialog.settled.connect(taken.append)
    dialog.name.clear()
    assert not dialog.take.isEnabled()
    QTest.keyClicks(dialog.name, "Our class")
    QTest.keySequence(dialog, QKeySequence("Ctrl+Return"))
    ((mission,),) = taken
    assert (mission.title, len(mission.flights)) == ("Our class", 2)


def test_what_is_wrong_stands_in_the_order_of_lines_and_nothing_can_be_taken_in(
    opened: Callable[[str], TablePreview],
) -> None:
    dialog = opened(BAD)
    assert dialog.summary.text() == "3 things are wrong: nothing can be taken in."
    assert [row.partition(":")[0] for row in rows(dialog)] == [
        "Line 2, column launch, “2031-13”",
        "Line 3, column country, “us”",
        "Line 4",
    ]
    assert not dialog.take.isEnabled()
    assert not dialog.name.isVisible()


def test_the_list_is_copied_whole_or_what_is_chosen_of_it(
    opened: Callable[[str], TablePreview],
) -> None:
    dialog = opened(BAD)
    dialog.copy_list.click()
    assert QGuiApplication.clipboard().text() == "\n".join(rows(dialog))
    dialog.list.setFocus()
    dialog.list.setCurrentRow(1)
    QTest.keySequence(dialog.list, QKeySequence("Ctrl+C"))
    assert QGuiApplication.clipboard().text() == rows(dialog)[1]


def test_a_table_without_flights_is_not_taken_in(opened: Callable[[str], TablePreview]) -> None:
    dialog = opened(HEAD)
    assert dialog.summary.text() == "There are no flights in it."
    assert not dialog.take.isEnabled()


def test_the_columns_are_explained_with_an_example_to_copy(
    opened: Callable[[str], TablePreview],
) -> None:
    dialog = opened("name,when\n")
    assert not dialog.help.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert dialog.help.isVisible()
    dialog.help.copy_example.click()
    assert QGuiApplication.clipboard().text() == EXAMPLE


def test_every_column_is_explained_and_the_example_can_be_taken_in(catalogue: Catalogue) -> None:
    assert set(column_words()) == set(COLUMNS)
    assert set(next(csv.reader(io.StringIO(EXAMPLE)))) == set(COLUMNS)
    found = preview_flights(EXAMPLE.encode(), "a.csv", catalogue, own_mission("table"))
    assert found.problems == ()
    assert len(found.added) == 2


def test_tab_goes_from_the_title_to_the_import(opened: Callable[[str], TablePreview]) -> None:
    dialog = opened(GOOD)
    stops = []
    for _ in range(6):
        stops.append(dialog.focusWidget())
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
    buttons = [dialog.columns, dialog.copy_list, dialog.cancel, dialog.take]
    assert stops == [dialog.name, dialog.list, *buttons]
