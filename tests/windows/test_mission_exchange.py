"""Files of missions in the editor: imported, exported, backed up and restored."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from countdown.core.merging import Choice
from countdown.data.mission_files import load_missions, mission_text
from countdown.data.mission_store import MissionStore
from countdown.services.exchange import Exchange
from countdown.windows.editor_window import EditorWindow
from countdown.windows.merge_dialog import MergeDialog
from countdown.windows.table_preview import TablePreview
from tests.fakes import FakeClock
from tests.own import own_mission

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.core.own_missions import OwnMission
    from countdown.widgets.look import Look

bad_input = pytest.importorskip("benchmarks.bad_input", exc_type=ImportError)  # no Windows
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ONE, TWO, THREE = (own_mission(name) for name in ("one", "two", "three"))
OTHER_ONE = ONE._replace(title="First")
FORBIDDEN = re.compile("<b|<img|<a")
TABLE = "person,country,vehicle,launch,sex\nPia Pupil,US,Class 1,2031-03,F\n"


class Desk:
    """A user with missions one and two, and the editor open."""

    def __init__(self, folder: Path, catalogue: Catalogue, look: Look) -> None:
        self.folder = folder
        clock = FakeClock("2026-11-22T09:30:15Z")
        self.store = MissionStore(folder / "data", clock)
        self.store.save((ONE, TWO), self.store.load())
        files = Exchange(self.store, folder / "settings.ini")
        self.editor = EditorWindow(catalogue, [ONE, TWO], clock, files, look)
        self.editor.show()
        self.editor.activateWindow()

    def file(self, name: str, *missions: OwnMission) -> Path:
        file = self.folder / name
        file.write_text(mission_text(missions), "utf-8")
        return file

    def text_file(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.write_text(text, "utf-8")
        return file

    def titles(self) -> list[str]:
        return [one.title for one in self.editor.history.desktop.drafts]

    def asking(self, kind: type[QWidget]) -> QWidget:
        (found,) = (one for one in self.editor.findChildren(kind) if one.isVisible())
        assert isinstance(found, kind)
        return found

    def merging(self) -> MergeDialog:
        found = self.asking(MergeDialog)
        assert isinstance(found, MergeDialog)
        return found

    def told(self) -> str:
        box = self.asking(QMessageBox)
        assert isinstance(box, QMessageBox)
        assert box.textFormat() is Qt.TextFormat.PlainText
        text = "\n".join(filter(None, (box.text(), box.informativeText())))
        box.reject()
        return text

    def leave_as(self, file: Path) -> None:
        dialog = self.asking(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(file))
        dialog.reject()


@pytest.fixture
def desk(
    tmp_path: Path, catalogue: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication
) -> Desk:
    desk = Desk(tmp_path, catalogue, look)
    shown.append(desk.editor)
    qapp.processEvents()
    return desk


def test_new_missions_come_in_unsaved_and_go_again_by_undo(desk: Desk) -> None:
    desk.editor.import_files([desk.file("a.mission", ONE, THREE)])
    assert desk.titles() == ["One", "Two", "Three"]
    assert desk.editor.unsaved() == (THREE,)
    desk.editor.buttons["undo"].click()
    assert desk.titles() == ["One", "Two"]


def test_what_clashes_is_asked_about_before_anything_is_taken_in(desk: Desk) -> None:
    desk.editor.import_files([desk.file("a.mission", OTHER_ONE, THREE)])
    assert desk.titles() == ["One", "Two"]
    dialog = desk.merging()
    dialog.panels["one"].buttons[Choice.THEIRS].click()
    dialog.take.click()
    assert desk.titles() == ["First", "Two", "Three"]
    desk.editor.buttons["undo"].click()
    assert desk.titles() == ["One", "Two"]


def test_what_is_typed_and_not_saved_clashes_as_well(desk: Desk) -> None:
    desk.editor.new()
    draft = desk.editor.draft
    assert draft is not None
    desk.editor.form.headed.emit("title", "Three")
    desk.editor.import_files([desk.file("a.mission", THREE._replace(title="Third"))])
    dialog = desk.merging()
    dialog.panels["three"].buttons[Choice.THEIRS].click()
    dialog.take.click()
    assert desk.titles() == ["One", "Two", "Third"]


def test_files_are_asked_about_one_after_another(desk: Desk) -> None:
    files = [desk.file("a.mission", OTHER_ONE), desk.file("b.mission", ONE, THREE)]
    desk.editor.import_files([*files, desk.text_file("c.csv", TABLE)])
    first = desk.merging()
    first.panels["one"].buttons[Choice.THEIRS].click()
    first.take.click()
    assert desk.titles() == ["First", "Two"]
    second = desk.merging()
    second.reject()
    preview = desk.asking(TablePreview)
    assert isinstance(preview, TablePreview)
    preview.take.click()
    assert desk.titles() == ["First", "Two", "c"]


def test_what_is_here_already_is_said_and_changes_nothing(desk: Desk) -> None:
    desk.editor.import_files([desk.file("a.mission", TWO), desk.file("b.mission")])
    assert desk.told() == "Everything in a.mission is here already.\n\nb.mission is empty."
    assert not desk.editor.has_changes


def test_what_is_wrong_with_files_is_told_at_once_and_the_others_are_taken_in(desk: Desk) -> None:
    broken = desk.text_file("b.mission", '{"schema": 1, "missions": [{"id": "<b>"}]}')
    files = [desk.folder / "none.mission", broken, desk.file("c.mission", THREE)]
    desk.editor.import_files(files)
    told = desk.told()
    assert told.startswith("none.mission cannot be read.\n– There is no such file\n\nb.mission")
    assert "– Mission 1, id, “<b>”: an id is made of" in told
    assert desk.titles() == ["One", "Two", "Three"]


def test_of_many_files_that_cannot_be_read_a_few_are_named(desk: Desk) -> None:
    desk.editor.import_files(desk.folder / f"{number}.mission" for number in range(9))
    told = desk.told()
    assert told.count("There is no such file") == 5
    assert told.endswith("\n\nand 4 more files")


def test_files_are_dropped_on_the_window(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(desk.file("a.mission", THREE)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copying = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copying, data, buttons, keys)
    desk.editor.dragEnterEvent(enter)
    assert desk.editor.acceptDrops()
    assert enter.isAccepted()
    desk.editor.dropEvent(QDropEvent(QPointF(5, 5), copying, data, buttons, keys))
    assert desk.titles() == ["One", "Two", "Three"]


@pytest.mark.parametrize("name", ["title", "note"])
def test_a_file_dropped_on_a_field_is_taken_in_and_not_typed(
    desk: Desk, qapp: QApplication, name: str
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(desk.file("three.mission", THREE)))])
    data.setText("three.mission")
    field, window = desk.editor.form.lines[name], desk.editor.windowHandle()
    place = field.mapTo(desk.editor, field.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copying = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copying, data, buttons, keys)
    drop = QDropEvent(place.toPointF(), copying, data, buttons, keys)
    for event in (enter, drop):  # by way of Qt, which looks for who accepts drops there
        qapp.sendEvent(window, event)
    assert desk.titles() == ["One", "Two", "Three"]


def test_what_a_table_may_have_is_told_before_there_is_one(desk: Desk) -> None:
    QTest.keySequence(desk.editor, QKeySequence("F1"))
    columns = desk.editor.exchange.columns
    assert columns is not None
    assert columns.isVisible()
    columns.help.copy_example.click()
    assert QGuiApplication.clipboard().text().startswith("person,country,vehicle,launch")
    columns.close()
    desk.editor.set_missions([])
    desk.editor.buttons["columns"].click()
    assert columns.isVisible()


def test_what_is_typed_is_exported_though_it_cannot_be_saved(desk: Desk) -> None:
    desk.editor.form.headed.emit("title", "Typed")
    desk.editor.buttons["export"].click()
    desk.leave_as(desk.folder / "all.mission")
    typed = ONE._replace(title="Typed", stated_on=desk.editor.book.today())
    assert load_missions(desk.folder / "all.mission").missions == (typed, TWO)
    desk.editor.buttons["share"].click()
    desk.leave_as(desk.folder / "one.mission")
    assert load_missions(desk.folder / "one.mission").missions == (typed,)


def test_what_makes_no_sense_yet_is_exported_as_it_was_saved(desk: Desk) -> None:
    desk.editor.form.headed.emit("title", "")
    desk.editor.buttons["share"].click()
    desk.leave_as(desk.folder / "one.mission")
    assert load_missions(desk.folder / "one.mission").missions == (ONE,)
    desk.editor.new()
    assert not desk.editor.buttons["share"].isEnabled()


@pytest.mark.parametrize("button", ["export", "backup"])
def test_what_cannot_be_written_is_told(desk: Desk, button: str) -> None:
    (desk.folder / "file").touch()
    desk.editor.buttons[button].click()
    desk.leave_as(desk.folder / "file" / "all.mission")
    assert desk.told().startswith("all.mission cannot be written.\n– The disk says: ")


def test_a_restore_says_what_it_brings_and_replaces_and_then_does(desk: Desk) -> None:
    desk.editor.buttons["backup"].click()
    desk.leave_as(desk.folder / "all.zip")
    desk.store.save((THREE,), desk.store.load())
    restored: list[bool] = []
    desk.editor.exchange.restored.connect(lambda: restored.append(True))
    desk.editor.exchange.ask_to_restore(str(desk.folder / "all.zip"))
    box = desk.asking(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "has 2 missions.\n\nOne\nTwo" in box.text()
    assert str(desk.store.backup) in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    (restore,) = (one for one in box.buttons() if one.text() == "Restore")
    restore.click()
    assert restored == [True]
    assert desk.store.load().missions == (ONE, TWO)


def test_a_restore_that_is_not_wanted_changes_nothing(desk: Desk) -> None:
    desk.editor.buttons["backup"].click()
    desk.leave_as(desk.folder / "all.zip")
    desk.store.save((THREE,), desk.store.load())
    desk.editor.exchange.ask_to_restore(str(desk.folder / "all.zip"))
    desk.told()
    assert desk.store.load().missions == (THREE,)


def test_a_damaged_backup_is_refused_before_it_is_asked_about(desk: Desk) -> None:
    desk.editor.exchange.ask_to_restore(str(desk.text_file("all.zip", "PK and no more")))
    assert desk.told() == "all.zip cannot be restored.\n– This is no backup"
    assert desk.store.load().missions == (ONE, TWO)


def test_no_bad_file_shows_as_more_than_plain_text(desk: Desk) -> None:
    """Every label and tool tip of every window that comes up is looked at."""
    for name, raw in bad_input.at_random(36, random.Random(5)):
        (desk.folder / name).write_bytes(raw)
        desk.editor.import_files([desk.folder / name])
        for label in desk.editor.findChildren(QLabel):
            assert not label.text() or label.textFormat() is Qt.TextFormat.PlainText, label.text()
        for widget in desk.editor.findChildren(QWidget):
            assert not FORBIDDEN.search(widget.toolTip()), widget.toolTip()
        for kind in (MergeDialog, TablePreview, QMessageBox):
            for dialog in desk.editor.findChildren(kind):
                dialog.reject()
        desk.editor.set_missions([ONE, TWO])
