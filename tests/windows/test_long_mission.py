"""A mission of thousands of statements in the editor: a few of them are there at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from countdown.data.mission_store import MissionStore
from countdown.models.mission_draft import Part
from countdown.services.exchange import Exchange
from countdown.windows.draft_row import DraftRow
from countdown.windows.editor_window import EditorWindow
from tests.fakes import FakeClock
from tests.own import many_flights, own_mission
from tests.windows.sight import texts

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.own_missions import OwnMission
    from countdown.widgets.look import Look
    from countdown.windows.draft_part import DraftPart

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SCHOOL = many_flights(2_000)


@pytest.fixture
def editor(catalogue: Catalogue, look: Look, shown: list[QWidget], tmp_path: Path) -> EditorWindow:
    clock = FakeClock("2026-11-22T09:30:15Z")
    files = Exchange(MissionStore(tmp_path, clock), tmp_path / "settings.ini")
    window = EditorWindow(catalogue, [SCHOOL, own_mission("moon")], clock, files, look)
    shown.append(window)
    window.show()
    window.activateWindow()
    return window


def places(editor: EditorWindow, part: Part) -> list[int]:
    """The places of the rows of a part that are in the form, counted from 0."""
    draft = editor.draft
    assert draft is not None
    return [draft.row(key)[1] for key in editor.form.parts[part].rows]


def field(editor: EditorWindow, part: Part, place: int, name: str) -> QLineEdit:
    draft = editor.draft
    assert draft is not None
    found = editor.form.rows[draft.of(part)[place].key].inputs[name]
    assert isinstance(found, QLineEdit)
    return found


def flights(editor: EditorWindow) -> DraftPart:
    return editor.form.parts[Part.FLIGHTS]


def focused() -> QWidget:
    QApplication.processEvents()
    found = QApplication.focusWidget()
    assert found is not None
    return found


def panels(editor: EditorWindow) -> int:
    """How many rows were made, in sight or not."""
    return len(editor.form.findChildren(DraftRow))


def test_ten_rows_of_each_part_are_there_and_the_head_says_how_many_there_are(
    editor: EditorWindow,
) -> None:
    assert panels(editor) == 30
    assert places(editor, Part.FLIGHTS) == list(range(10))
    assert texts(flights(editor).head) == ["Flights", "1–10 of 2,000"]
    assert flights(editor).after.text() == "Show 10 more of 1,990"
    assert not flights(editor).before.isVisible()


def test_more_are_shown_ten_at_a_time_and_typing_goes_on_there(editor: EditorWindow) -> None:
    flights(editor).after.click()
    assert places(editor, Part.FLIGHTS) == list(range(20))
    assert focused() is field(editor, Part.FLIGHTS, 10, "person")
    flights(editor).after.click()
    assert places(editor, Part.FLIGHTS) == list(range(10, 30))
    assert flights(editor).before.text() == "Show 10 earlier"
    flights(editor).before.click()
    assert places(editor, Part.FLIGHTS) == list(range(20))
    assert focused() is field(editor, Part.FLIGHTS, 9, "person")
    assert panels(editor) == 40


def test_another_mission_takes_over_the_rows_that_are_made(editor: EditorWindow) -> None:
    other = many_flights(12)._replace(id="class", title="Class")
    editor.take_missions([other])
    assert field(editor, Part.FLIGHTS, 9, "person").text() == "Pupil 9"
    assert flights(editor).after.text() == "Show 2 more"
    assert panels(editor) == 30
    editor.history.open(editor.book.drafts[1].key)
    assert editor.form.rows == {}
    editor.history.open(editor.book.drafts[0].key)
    assert places(editor, Part.FLIGHTS) == list(range(10))
    assert panels(editor) == 30


def test_what_is_typed_is_shown_at_once_and_checked_when_typing_stops(
    editor: EditorWindow,
) -> None:
    up = field(editor, Part.FLIGHTS, 3, "up")
    up.selectAll()
    QTest.keyClicks(up, "Nowhere")
    assert editor.form.rows[flight_key(editor, 3)].offers["up"].isVisible()
    assert up.accessibleDescription() == ""
    editor.book.tell()
    assert "Nothing here is called “Nowhere”" in up.accessibleDescription()


def flight_key(editor: EditorWindow, place: int) -> int:
    draft = editor.draft
    assert draft is not None
    return draft.of(Part.FLIGHTS)[place].key


def test_who_saves_before_it_is_checked_saves_nothing_that_is_wrong(editor: EditorWindow) -> None:
    saved: list[tuple[OwnMission, ...]] = []
    editor.saved.connect(lambda changed, _gone: saved.append(changed))
    editor.saved.connect(editor.mark_saved)
    name = field(editor, Part.PEOPLE, 0, "name")
    name.selectAll()
    QTest.keyClicks(name, "  ")
    assert not editor.save()
    editor.book.tell()
    QTest.keyClicks(name, "Ada")
    QTest.keySequence(editor, QKeySequence("Ctrl+S"))
    assert [[one.people[0].name for one in changed] for changed in saved] == [["Ada"]]
    assert not editor.has_changes


def test_trouble_far_below_is_come_to_and_its_row_alone_is_brought(editor: EditorWindow) -> None:
    editor.book.edit(flight_key(editor, 1_500), "up", "Nowhere")
    QTest.keySequence(editor, QKeySequence("F8"))
    assert focused() is field(editor, Part.FLIGHTS, 1_500, "up")
    assert not focused().visibleRegion().isEmpty()
    assert places(editor, Part.FLIGHTS) == list(range(1_500, 1_510))
    assert "Nothing here is called" in focused().accessibleDescription()
    assert panels(editor) == 30


def test_undo_goes_where_something_changes(editor: EditorWindow) -> None:
    editor.book.edit(flight_key(editor, 1_500), "up", "Nowhere")
    QTest.keySequence(editor, QKeySequence("Ctrl+Z"))
    assert field(editor, Part.FLIGHTS, 1_500, "up").text() == "Ark 1500"
    assert editor.form.isAncestorOf(focused())
    assert not editor.has_changes


def test_a_row_that_is_added_is_the_last_and_one_that_is_removed_makes_room(
    editor: EditorWindow,
) -> None:
    flights(editor).head.add.click()
    assert focused() is field(editor, Part.FLIGHTS, 2_000, "person")
    assert texts(flights(editor).head)[1] == "1,992–2,001 of 2,001"
    QTest.keySequence(editor, QKeySequence("Ctrl+Z"))
    assert places(editor, Part.FLIGHTS) == list(range(1_990, 2_000))
    first = editor.form.rows[flight_key(editor, 1_990)]
    first.remove.setFocus()
    first.remove.click()
    assert places(editor, Part.FLIGHTS) == list(range(1_989, 1_999))
    assert focused() is not first.remove


def test_a_launch_that_is_made_for_a_flight_is_brought_into_the_form(editor: EditorWindow) -> None:
    row = editor.form.rows[flight_key(editor, 2)]
    up = field(editor, Part.FLIGHTS, 2, "up")
    up.selectAll()
    QTest.keyClicks(up, "Moon ship")
    row.offers["up"].click()
    assert up.text() == "Moon ship"
    assert focused() is field(editor, Part.VEHICLES, 2_000, "spacecraft")
