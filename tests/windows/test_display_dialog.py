"""Setting the display up: pages and missions in order, how long each, on which screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from countdown.core.programme import DisplayPage, Programme
from countdown.core.readings import Mission, read
from countdown.services.settings import Settings
from countdown.windows.display_dialog import DisplayDialog
from tests.fakes import at

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

KELLY = "flight scott-kelly soyuz-tma-16m"
PLAN = "plan axiom-mission-5"
PAGES = ["Counter", "Next record", "Ladder", "Who is in orbit", "Time line of the flight"]


class SetUp(NamedTuple):
    """The dialog over the settings, and what it asked for."""

    dialog: DisplayDialog
    settings: Settings
    asked: list[object]
    catalogue: Catalogue

    def show(self, mission: Mission) -> None:
        self.dialog.show_reading(mission, read(mission, at("2015-10-16T12:00:00Z")))

    def kelly(self) -> Mission:
        career = self.catalogue.career(self.catalogue.people["scott-kelly"])
        return Mission.of_flight(self.catalogue, career[3])

    def plan(self) -> Mission:
        plan = next(one for one in self.catalogue.planned if one.id == "axiom-mission-5")
        return Mission.of_plan(self.catalogue, plan)

    def open(self) -> None:
        self.show(self.kelly())
        self.dialog.present()
        QApplication.processEvents()

    def pages(self) -> list[str]:
        return [row.text for row in self.dialog.pages.rows if row.ticked]

    def missions(self) -> list[str]:
        return [row.text for row in self.dialog.missions.rows]


@pytest.fixture
def set_up(look: Look, shown: list[QWidget], catalogue: Catalogue, tmp_path: Path) -> SetUp:
    settings = Settings(tmp_path / "settings.ini")
    dialog = DisplayDialog(settings, look)
    shown.append(dialog)
    asked: list[object] = []
    dialog.start_asked.connect(lambda: asked.append("start"))
    dialog.autostart_toggled.connect(asked.append)
    return SetUp(dialog, settings, asked, catalogue)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_at_first_it_offers_every_page_of_the_mission_that_is_shown(set_up: SetUp) -> None:
    set_up.open()
    assert set_up.pages() == PAGES
    assert set_up.missions() == ["Scott Kelly · Soyuz TMA-16M"]
    assert set_up.dialog.seconds.value() == 20
    assert set_up.settings.programme == Programme()  # nothing is kept yet


def test_what_is_saved_is_there_the_next_time(set_up: SetUp) -> None:
    set_up.open()
    dialog = set_up.dialog
    dialog.pages.list.setCurrentRow(3)
    QTest.keyClick(dialog.pages.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.pages.list, Qt.Key.Key_Space)
    assert set_up.pages() == ["Counter", "Next record", "Ladder", "Time line of the flight"]
    dialog.seconds.setValue(0)
    click(dialog.save)
    kept = set_up.settings.programme
    pages = (DisplayPage.COUNTER, DisplayPage.RECORD, DisplayPage.LADDER, DisplayPage.TIMELINE)
    assert kept == Programme.of_missions([KELLY], pages, 0)
    assert set_up.asked == []
    dialog.close()
    set_up.open()
    assert set_up.pages() == ["Counter", "Next record", "Ladder", "Time line of the flight"]
    assert dialog.seconds.text() == "0 s: stay"


def test_the_mission_in_the_main_window_is_added_once_and_removed_again(set_up: SetUp) -> None:
    set_up.open()
    set_up.show(set_up.plan())
    for _ in range(2):
        click(set_up.dialog.add)
    assert set_up.missions() == ["Scott Kelly · Soyuz TMA-16M", "Axiom Mission 5"]
    click(set_up.dialog.missions.up)
    assert set_up.missions() == ["Axiom Mission 5", "Scott Kelly · Soyuz TMA-16M"]
    click(set_up.dialog.missions.down)
    click(set_up.dialog.remove)
    assert set_up.missions() == ["Scott Kelly · Soyuz TMA-16M"]
    click(set_up.dialog.save)
    assert set_up.settings.programme.missions == (KELLY,)


def test_a_mission_that_the_catalogue_has_no_more_is_not_listed(set_up: SetUp) -> None:
    set_up.settings.programme = Programme.of_missions(["person nobody", PLAN])
    set_up.open()
    assert set_up.missions() == ["Axiom Mission 5"]


@pytest.mark.parametrize("what", ["missions", "pages"])
def test_a_display_of_nothing_cannot_be_started(set_up: SetUp, what: str) -> None:
    set_up.open()
    dialog = set_up.dialog
    if what == "missions":
        click(dialog.remove)
    else:
        for row in range(5):
            dialog.pages.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.start.isEnabled()
    assert not dialog.save.isEnabled()
    assert dialog.note.accessibleName() in ("Add a mission.", "Choose a page.")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_start_keeps_it_all_and_asks_for_the_display(set_up: SetUp, key: Qt.Key) -> None:
    set_up.open()
    dialog = set_up.dialog
    dialog.reduced.setChecked(True)
    dialog.start.setFocus()
    QTest.keyClick(dialog.start, key)
    assert set_up.asked == ["start"]
    assert set_up.settings.programme == Programme.of_missions([KELLY])
    assert set_up.settings.reduced_motion
    assert set_up.settings.display_screen == QGuiApplication.primaryScreen().name()


def test_motion_that_was_left_as_on_the_desktop_stays_so(set_up: SetUp) -> None:
    set_up.open()
    click(set_up.dialog.save)
    assert not set_up.settings.reduced_motion
    assert set_up.settings._text("look/reduced-motion") == ""


def test_each_screen_is_offered_by_number_and_size(set_up: SetUp) -> None:
    set_up.open()
    box = set_up.dialog.screens
    size = QGuiApplication.primaryScreen().size()
    assert box.count() == len(QGuiApplication.screens())
    assert box.itemText(0).startswith("1 · ")
    assert box.itemText(0).endswith(f"{size.width()} × {size.height()}")


def test_the_start_with_the_computer_is_asked_for_and_a_failure_said(set_up: SetUp) -> None:
    set_up.open()
    dialog = set_up.dialog
    dialog.set_autostart(on=True)
    assert set_up.asked == []  # it is only shown how things are
    QTest.keyClick(dialog.autostart, Qt.Key.Key_Space)
    assert set_up.asked == [False]
    dialog.set_autostart(on=True, wrong="There is no room on the disk.")
    assert dialog.autostart.isChecked()
    assert dialog.wrong.isVisible()
    assert dialog.wrong.accessibleName() == "There is no room on the disk."


@pytest.mark.parametrize("size", [(620, 720), (460, 400)])
def test_everything_in_it_has_a_name_and_can_be_reached(
    set_up: SetUp, size: tuple[int, int]
) -> None:
    set_up.dialog.resize(*size)
    set_up.open()
    dialog = set_up.dialog
    parts = (dialog.screens, dialog.pages.list, dialog.missions.list, dialog.seconds)
    assert all(part.accessibleName() for part in parts)
    buttons = (dialog.start, dialog.save, dialog.add, dialog.remove, dialog.pages.up)
    for part in (*parts, *buttons, dialog.autostart, dialog.reduced):
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
