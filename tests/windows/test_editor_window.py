"""Typing missions of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from countdown.core.flights import Person, Sex
from countdown.core.moments import Moment
from countdown.core.own_missions import OwnFlight, OwnMission, OwnVehicle
from countdown.data.mission_store import MissionStore
from countdown.models.mission_draft import Part
from countdown.services.exchange import Exchange
from countdown.windows.editor_window import EditorWindow
from countdown.windows.moment_field import MomentField
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ARK = OwnMission(
    "ark",
    "Four years",
    Moment.parse("2026-11-20"),
    people=(Person("jane-doe", "Jane Doe", Sex.FEMALE),),
    vehicles=(
        OwnVehicle("ark-1", "Ark 1", "Ark", Moment.parse("2021-01-01"), Moment.parse("2025-01-01")),
    ),
    flights=(OwnFlight("jane-doe", "ark-1", "US", "ark-1"),),
)


@pytest.fixture
def editor(catalogue: Catalogue, look: Look, shown: list[QWidget], tmp_path: Path) -> EditorWindow:
    clock = FakeClock("2026-11-22T09:30:15Z")
    files = Exchange(MissionStore(tmp_path, clock), tmp_path / "settings.ini")
    window = EditorWindow(catalogue, [ARK], clock, files, look)
    shown.append(window)
    window.show()
    window.activateWindow()
    return window


def moment(editor: EditorWindow, part: Part, name: str) -> MomentField:
    draft = editor.draft
    assert draft is not None
    field = editor.form.rows[draft.of(part)[0].key].inputs[name]
    assert isinstance(field, MomentField)
    return field


def retype(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)


def test_what_is_kept_is_no_change(editor: EditorWindow) -> None:
    assert not editor.has_changes
    assert not editor.buttons["save"].isEnabled()
    assert editor.close()


def test_another_landing_is_understood_at_once_and_saved(editor: EditorWindow) -> None:
    saved: list[tuple[OwnMission, ...]] = []
    editor.saved.connect(lambda changed, _gone: saved.append(changed))
    editor.saved.connect(editor.mark_saved)
    landing = moment(editor, Part.VEHICLES, "landing")
    retype(landing.line, "Oct 29 2025 4:05 pm EDT")
    assert landing.said.text() == "29 Oct 2025, 20:05 UTC"
    QTest.keySequence(editor, QKeySequence("Ctrl+S"))
    ((mission,),) = saved
    assert str(mission.vehicles[0].landing) == "2025-10-29T20:05Z"
    assert str(mission.stated_on) == "2026-11-22"
    assert not editor.has_changes


def test_a_time_that_came_twice_is_asked_about_before_it_is_saved(editor: EditorWindow) -> None:
    landing = moment(editor, Part.VEHICLES, "landing")
    retype(landing.line, "3 November 2024 1:30 am")
    landing.zone_chosen.emit("America/New_York")
    assert landing.readings[0].isVisible()
    assert not editor.save()
    landing.readings[1].click()
    assert editor.book.unsaved()[0].vehicles[0].landing == Moment.parse("2024-11-03T06:30Z")


def test_a_landing_before_its_launch_is_told_beside_it(editor: EditorWindow) -> None:
    retype(moment(editor, Part.VEHICLES, "landing").line, "2020")
    assert not editor.buttons["save"].isEnabled()
    landing = moment(editor, Part.VEHICLES, "landing")
    assert "not after the launch" in landing.line.accessibleDescription()


def test_everything_is_undone_and_done_again(editor: EditorWindow) -> None:
    line = editor.form.title
    retype(line, "Five years")
    editor.duplicate()
    editor.delete()
    editor.delete()
    assert editor.history.desktop.drafts == ()
    while editor.history.can_undo:
        QTest.keySequence(editor, QKeySequence("Ctrl+Z"))
    assert line.text() == "Four years"
    assert not editor.has_changes
    QTest.keySequence(editor, QKeySequence("Ctrl+Shift+Z"))
    assert editor.draft is not None
    assert editor.draft.title != "Four years"


def test_a_deleted_mission_is_gone_when_it_is_saved(editor: EditorWindow) -> None:
    gone: list[str] = []
    editor.saved.connect(lambda _changed, ids: gone.extend(ids))
    editor.saved.connect(editor.mark_saved)
    editor.delete()
    assert gone == []
    assert editor.save()
    assert gone == ["ark"]


def test_somebody_who_is_not_found_becomes_a_new_person(editor: EditorWindow) -> None:
    editor.new()
    QTest.keyClicks(editor.form.title, "Polaris")
    editor.form.added.emit("flights")
    assert editor.draft is not None
    row = editor.form.rows[editor.draft.of(Part.FLIGHTS)[0].key]
    who = row.inputs["person"]
    QTest.keyClicks(who, "Rick Deckard")
    row.offers["person"].click()
    assert editor.draft.of(Part.PEOPLE)[0].value("name") == "Rick Deckard"
    assert isinstance(who, QLineEdit)
    assert who.text() == "Rick Deckard"


def test_closing_asks_about_what_is_not_saved(editor: EditorWindow) -> None:
    retype(editor.form.title, "Five years")
    assert not editor.close()
    box = editor.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.Discard).click()
    assert not editor.isVisible()
    assert not editor.has_changes
