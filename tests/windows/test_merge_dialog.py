"""Asking which of two missions is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from countdown.core.merging import Choice, merge
from countdown.windows.merge_dialog import MergeDialog
from tests.own import own_mission

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.own_missions import OwnMission
    from countdown.widgets.look import Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ONE, TWO, THREE, FOUR = (own_mission(name) for name in ("one", "two", "three", "four"))
OTHER_ONE = ONE._replace(note="<b>theirs</b>")
OTHER_TWO = TWO._replace(title="Second")


@pytest.fixture
def dialog(
    catalogue: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication
) -> MergeDialog:
    found = merge((ONE, TWO, FOUR), (OTHER_ONE, OTHER_TWO, THREE, FOUR))
    dialog = MergeDialog("theirs.mission", found, catalogue, look, None)
    shown.append(dialog)
    dialog.open()
    dialog.activateWindow()
    qapp.processEvents()
    return dialog


@pytest.fixture
def settled(dialog: MergeDialog) -> list[tuple[OwnMission, ...]]:
    found: list[tuple[OwnMission, ...]] = []
    dialog.settled.connect(found.append)
    return found


def texts(dialog: MergeDialog) -> set[str]:
    return {label.text() for label in dialog.findChildren(QLabel)}


def test_it_says_what_clashes_what_is_new_and_what_is_here(dialog: MergeDialog) -> None:
    assert {
        "2 missions are here already, and say something else",
        "theirs.mission · 1 mission is new · 1 is here already",
        "They differ in: Note",
        "They differ in: Title",
        "Second",
    } <= texts(dialog)


def test_markup_in_a_mission_is_shown_as_it_stands(dialog: MergeDialog) -> None:
    (label,) = [one for one in dialog.findChildren(QLabel) if "theirs</b>" in one.text()]
    assert label.text() == "<b>theirs</b>"
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_nothing_is_taken_in_before_everything_is_chosen(
    dialog: MergeDialog, settled: list[tuple[OwnMission, ...]]
) -> None:
    assert not dialog.take.isEnabled()
    dialog.panels["one"].buttons[Choice.MINE].click()
    assert not dialog.take.isEnabled()
    dialog.panels["two"].buttons[Choice.THEIRS].click()
    dialog.take.click()
    assert settled == [(OTHER_TWO, THREE)]
    assert not dialog.isVisible()


def test_both_can_be_kept_of_all(
    dialog: MergeDialog, settled: list[tuple[OwnMission, ...]]
) -> None:
    dialog.same_for_all[Choice.BOTH].click()
    dialog.take.click()
    (taken,) = settled
    assert [one.id for one in taken] == ["three", "one-2", "two-2"]


def test_cancelling_takes_in_nothing(
    dialog: MergeDialog, settled: list[tuple[OwnMission, ...]]
) -> None:
    dialog.same_for_all[Choice.THEIRS].click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert settled == []


def test_everything_is_done_from_the_keyboard(
    dialog: MergeDialog, settled: list[tuple[OwnMission, ...]]
) -> None:
    reached = set()
    for panel in dialog.panels.values():
        button = panel.buttons[Choice.MINE]
        for _ in range(20):
            if button.hasFocus():
                break
            QTest.keyClick(dialog, Qt.Key.Key_Tab)
        reached.add(button.hasFocus())
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.keyClick(button, Qt.Key.Key_Right)
    assert reached == {True}
    QTest.keySequence(dialog, QKeySequence("Ctrl+Return"))
    assert settled == [(OTHER_ONE, OTHER_TWO, THREE)]


def test_a_choice_says_which_mission_it_is_about(dialog: MergeDialog) -> None:
    button = dialog.panels["two"].buttons[Choice.MINE]
    assert (button.text(), button.accessibleDescription()) == ("Keep mine", "Two")


def test_one_mission_alone_has_no_choice_for_all(
    catalogue: Catalogue, look: Look, shown: list[QWidget]
) -> None:
    dialog = MergeDialog("a.mission", merge((ONE,), (OTHER_ONE,)), catalogue, look, None)
    shown.append(dialog)
    dialog.open()
    assert not any(one.isVisible() for one in dialog.same_for_all.values())


def test_of_many_that_clash_a_few_are_shown_at_a_time(
    catalogue: Catalogue, look: Look, shown: list[QWidget]
) -> None:
    mine = tuple(own_mission(f"mission-{number}") for number in range(50))
    theirs = tuple(one._replace(note="theirs") for one in mine)
    dialog = MergeDialog("a.mission", merge(mine, theirs), catalogue, look, None)
    shown.append(dialog)
    dialog.open()
    assert (len(dialog.panels), dialog.more.text()) == (20, "Show 20 more of 30")
    for panel in dialog.panels.values():
        panel.buttons[Choice.MINE].click()
    assert not dialog.take.isEnabled()
    dialog.choose(Choice.THEIRS)
    dialog.more.click()
    dialog.panels["mission-30"].buttons[Choice.MINE].click()
    dialog.more.click()
    assert not dialog.more.isVisible()
    assert dialog.missions() == (*theirs[:30], *theirs[31:])
