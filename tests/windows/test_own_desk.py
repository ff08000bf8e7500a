"""The user's missions in the open app: typed, kept, shown everywhere, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from countdown.app import load_look
from countdown.core.merging import Choice
from countdown.core.own_missions import FlightCorrection, OwnMission
from countdown.data.mission_files import load_missions, mission_text
from countdown.data.wishes import Wish
from countdown.windows.merge_dialog import MergeDialog
from tests.fakes import at
from tests.own import moment, own_flyer, own_mission
from tests.windows.sight import clocks, texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from countdown.windows.editor_window import EditorWindow
    from tests.qt_fixtures import OpenApp

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TODAY = "2026-11-22T09:30:15Z"
PIA, ZOE = own_flyer("Pia"), own_flyer("Zoe")
HOME_EARLY = own_mission(
    "early",
    flight_corrections=(
        FlightCorrection("scott-kelly", "soyuz-tma-16m", landing=moment("2016-02-29T00:00:00Z")),
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file that `open_app` keeps missions in."""
    return tmp_path / "kept" / "missions.mission"


def keep(file: Path, *missions: OwnMission) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(mission_text(missions), encoding="utf-8")


def editor_of(app: App) -> EditorWindow:
    QTest.keySequence(app.window, QKeySequence("Ctrl+E"))
    editor = app.desk.editor
    assert editor is not None
    return editor


def boxes(qapp: QApplication) -> list[QMessageBox]:
    found = [one for one in qapp.topLevelWidgets() if isinstance(one, QMessageBox)]
    return [one for one in found if one.isVisible()]


def answer(qapp: QApplication, text: str) -> None:
    """Press a button of the one question that is open."""
    (box,) = boxes(qapp)
    (button,) = [one for one in box.buttons() if one.text().replace("&", "") == text]
    button.click()


def test_a_flight_of_ones_own_is_kept_and_shown_in_the_window_that_is_open(
    open_app: OpenApp, file: Path
) -> None:
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.take_missions([PIA])
    assert editor.save()
    assert [one.id for one in load_missions(file).missions] == ["pia"]
    assert not editor.has_changes
    editor.show_mission()
    assert app.window.windowTitle().startswith("Pia")
    assert clocks(app.window) == ["21 days 09:30:15"] * 2


def test_a_corrected_landing_changes_ranks_and_records_at_once(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    kelly = catalogue.people["scott-kelly"]
    app = open_app(TODAY, Wish(person=kelly, at=at("2016-03-10T00:00:00Z")))
    assert any("520" in one for one in clocks(app.window))
    editor = editor_of(app)
    editor.take_missions([HOME_EARLY])
    assert editor.save()
    assert not any("520" in one for one in clocks(app.window))
    editor.book.delete()
    assert editor.save()
    assert any("520" in one for one in clocks(app.window))


def test_what_was_kept_is_there_at_the_next_start(open_app: OpenApp, file: Path) -> None:
    keep(file, PIA)
    app = open_app(TODAY)
    app.desk.settle()
    assert "pia" in app.desk.mission.catalogue.people


def test_quitting_asks_first_about_what_is_not_saved(open_app: OpenApp, qapp: QApplication) -> None:
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.take_missions([PIA])
    app.desk.close()
    assert app.window.isVisible()
    answer(qapp, "Cancel")
    app.desk.close()
    answer(qapp, "Save")
    assert not app.window.isVisible()
    assert not editor.isVisible()


def test_after_a_cancelled_quit_closing_the_editor_closes_it_alone(
    open_app: OpenApp, qapp: QApplication
) -> None:
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.take_missions([PIA])
    app.desk.close()
    answer(qapp, "Cancel")
    assert editor.save()
    editor.close()
    assert app.window.isVisible()


def test_the_system_ends_the_app_without_a_question(open_app: OpenApp, qapp: QApplication) -> None:
    app = open_app(TODAY)
    editor_of(app).take_missions([PIA])
    app.desk.end()
    assert boxes(qapp) == []
    assert not app.window.isVisible()


def test_where_another_program_saved_meanwhile_both_are_in_the_editor(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.take_missions([PIA])
    keep(file, ZOE)
    assert not editor.save()
    (box,) = boxes(qapp)
    assert "another program has saved since" in box.text()
    box.close()
    assert load_missions(file).missions == (ZOE,)
    assert editor.save()
    assert [one.id for one in load_missions(file).missions] == ["zoe", "pia"]


def test_a_change_by_another_program_is_offered_and_what_is_typed_stays(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    keep(file, PIA)
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.take_missions([own_flyer("Ada")])
    keep(file, ZOE)
    app.desk.own.facts.look()
    answer(qapp, "Show it")
    assert set(app.desk.mission.catalogue.own.people) == {"zoe"}
    assert [one.id for one in editor.unsaved()] == ["ada"]


def test_what_another_program_saved_of_the_same_mission_is_asked_about(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    keep(file, PIA)
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.form.headed.emit("note", "ours")
    theirs = PIA._replace(note="theirs")
    keep(file, theirs)
    assert not editor.save()
    (box,) = boxes(qapp)
    box.close()
    (asked,) = editor.findChildren(MergeDialog)
    asked.panels["pia"].buttons[Choice.THEIRS].click()
    asked.take.click()
    assert not editor.has_changes
    assert load_missions(file).missions == (theirs,)


def test_what_cannot_be_stated_yet_stays_typed_when_another_program_saves(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    keep(file, PIA)
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.new()
    editor.form.headed.emit("note", "half a thought")
    keep(file, PIA, ZOE)
    app.desk.own.facts.look()
    answer(qapp, "Show it")
    assert [one.title for one in editor.book.drafts] == ["Pia", "Zoe", ""]
    assert editor.draft is not None
    assert editor.draft.note == "half a thought"
    assert editor.has_changes


def test_the_last_good_version_comes_back_beside_what_is_typed(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    keep(file, PIA)
    app = open_app(TODAY)
    editor = editor_of(app)
    editor.take_missions([ZOE])
    assert editor.save()
    editor.take_missions([own_flyer("Ada")])
    file.write_text("{", encoding="utf-8")
    app.desk.own.facts.look()
    answer(qapp, "Show it")
    answer(qapp, "Use the last good version")
    assert [one.id for one in load_missions(file).missions] == ["pia", "zoe"]
    assert [one.id for one in editor.unsaved()] == ["ada"]


def test_a_mission_that_contradicts_the_catalogue_by_now_holds_nothing_up(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    keep(file, own_flyer("Pia", flown_by="nobody-known"))
    app = open_app(TODAY)
    editor = editor_of(app)
    assert not editor.has_changes
    editor.take_missions([ZOE])
    assert editor.save()
    assert [one.id for one in load_missions(file).missions] == ["pia", "zoe"]
    assert editor.close()
    assert boxes(qapp) == []


def test_the_app_ends_though_a_mission_contradicts_the_catalogue(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    keep(file, own_flyer("Pia", flown_by="nobody-known"))
    app = open_app(TODAY)
    editor = editor_of(app)
    app.desk.end()
    assert not editor.isVisible()
    assert boxes(qapp) == []


def test_a_damaged_file_is_told_of_and_the_last_good_version_comes_back(
    open_app: OpenApp, qapp: QApplication, file: Path
) -> None:
    keep(file, PIA)
    file.replace(f"{file}.bak")
    file.write_text("{", encoding="utf-8")
    app = open_app(TODAY)
    app.desk.settle()
    (box,) = boxes(qapp)
    assert "is not JSON" in box.text()
    assert ".corrupt-" in box.text()
    answer(qapp, "Use the last good version")
    assert load_missions(file).missions == (PIA,)
    assert "pia" in app.desk.mission.catalogue.people


def test_a_dropped_file_is_taken_in_by_the_editor(open_app: OpenApp, tmp_path: Path) -> None:
    app = open_app(TODAY)
    shared = tmp_path / "shared.mission"
    shared.write_text(mission_text((PIA,)), encoding="utf-8")
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(shared)), QUrl("https://example.org/a.mission")])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dragged, button, keys)
    app.window.dropEvent(drop)
    editor = app.desk.editor
    assert editor is not None
    assert [one.id for one in editor.unsaved()] == ["pia"]


def test_a_start_with_a_file_opens_it(open_app: OpenApp, tmp_path: Path) -> None:
    shared = tmp_path / "shared.mission"
    shared.write_text(mission_text((PIA,)), encoding="utf-8")
    app = open_app(TODAY, Wish(files=(str(shared),)), size=None)
    editor = app.desk.editor
    assert editor is not None
    assert editor.isVisible()
    assert "Pia" in " ".join(texts(editor)) or editor.list.count() == 1
    app.take(Wish(files=(str(shared),)))
    assert editor.list.count() == 1


def test_a_backup_brings_back_missions_and_settings_in_the_windows_that_are_open(
    open_app: OpenApp, file: Path, qapp: QApplication, tmp_path: Path
) -> None:
    keep(file, PIA)
    app = open_app(TODAY, Wish(theme="light"))
    editor = editor_of(app)
    settings = app.desk._settings
    settings.save()
    editor.exchange.back_up(str(tmp_path / "all.zip"))
    settings.choices = settings.choices._replace(theme="dark")
    settings.save()
    assert editor.look.name == "dark"
    editor.take_missions([ZOE])
    assert editor.save()
    editor.exchange.ask_to_restore(str(tmp_path / "all.zip"))
    (box,) = boxes(qapp)
    (restore,) = (one for one in box.buttons() if one.text() == "Restore")
    restore.click()
    assert app.desk.own.facts.missions == (PIA,)
    assert [one.title for one in editor.book.drafts] == [PIA.title]
    assert editor.look.name == "light"
    assert app.window.look.name == "light"


def test_a_restored_backup_brings_missions_and_settings_back_at_once(
    open_app: OpenApp, qapp: QApplication, tmp_path: Path
) -> None:
    app = open_app(TODAY)
    app._settings.theme = "light"
    editor = editor_of(app)
    editor.take_missions([PIA])
    assert editor.save()
    backup = str(tmp_path / "all.zip")
    qapp.processEvents()
    editor.exchange.back_up(backup)
    app._settings.theme = "dark"
    editor.buttons["delete"].click()
    assert editor.save()
    assert "pia" not in app.desk.mission.catalogue.people
    qapp.processEvents()  # in which what was chosen is written
    editor.exchange.ask_to_restore(backup)
    answer(qapp, "Restore")
    assert "pia" in app.desk.mission.catalogue.people
    assert not editor.has_changes
    assert app._settings.theme == "light"
    light = load_look("light").colours["ground"]
    assert app.window.palette().window().color().name() == light.lower()
