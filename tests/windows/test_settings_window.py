"""The settings: typed and chosen, in effect at once, kept, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from countdown.core.durations import Rule
from countdown.core.manner import Manner
from countdown.core.readings import Mission, read
from countdown.data.themes import theme_titles
from countdown.services.settings import AS_LEFT, FIRST_START, LIVE, Choices, Settings
from countdown.windows.pieces import Text
from countdown.windows.settings_window import SettingsWindow
from tests.fakes import at
from tests.windows.sight import press, texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QComboBox

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KELLY = "flight scott-kelly soyuz-tma-16m"


class Shown(NamedTuple):
    """The window over the settings."""

    window: SettingsWindow
    settings: Settings

    @property
    def choices(self) -> Choices:
        """What the next start reads."""
        return Settings(self.settings.file).choices

    def choose(self, box: QComboBox, text: str) -> None:
        """Walk to a choice with the keys."""
        box.setFocus()
        wanted = box.findText(text)
        assert wanted >= 0, text
        while box.currentIndex() != wanted:
            key = Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up
            QTest.keyClick(box, key)


@pytest.fixture
def shown_settings(look: Look, shown: list[QWidget], catalogue: Catalogue, tmp_path: Path) -> Shown:
    settings = Settings(tmp_path / "settings.ini")
    window = SettingsWindow(settings, theme_titles(), look)
    shown.append(window)
    mission = Mission.of_flight(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])
    window.show_reading(mission, read(mission, at("2015-10-16T12:00:00Z")))
    window.present()
    QApplication.processEvents()
    return Shown(window, settings)


def test_at_first_all_is_as_the_system_has_it(shown_settings: Shown) -> None:
    window = shown_settings.window
    assert window.mission.currentText() == "As I left it"
    assert window.rule.currentText() == "Elapsed"
    assert window.units.currentText() == "As the system: miles"  # in the United States
    assert window.hours.currentText() == "As the system: 12 hours"
    assert window.zone.text() == ""
    assert window.zone.placeholderText().startswith("As the system: ")
    assert window.theme.currentText() == "As the system"
    assert not window.defaults.isEnabled()
    assert shown_settings.choices == Choices()


def test_what_is_chosen_is_kept_at_once(shown_settings: Shown) -> None:
    window, choose = shown_settings.window, shown_settings.choose
    choose(window.rule, "Calendar dates")
    choose(window.units, "Kilometres")
    choose(window.hours, "12 hours")
    choose(window.clock, "Live")
    choose(window.theme, "Light")
    choose(window.motion, "Reduced: nothing fades or climbs")
    QTest.keyClick(window.notices, Qt.Key.Key_Space)
    assert shown_settings.choices == Choices(
        AS_LEFT, LIVE, Manner(Rule.CALENDAR_DATES, False, True), "light", True, False
    )


def test_the_mission_at_the_start_is_found_by_typing(shown_settings: Shown) -> None:
    window = shown_settings.window
    window.which.setFocus()
    QTest.keyClicks(window.which, "kelly tma-16m")
    popup = window.which.completer().popup()
    assert popup is not None
    assert popup.model().index(0, 0).data() == "Scott Kelly · Soyuz TMA-16M"
    assert shown_settings.choices.start_mission == AS_LEFT  # nobody is called so yet
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert shown_settings.choices.start_mission == KELLY
    assert window.mission.currentText() == "The one chosen below"
    shown_settings.choose(window.mission, "As on the first start")
    assert shown_settings.choices.start_mission == FIRST_START
    assert window.which.text() == ""


def test_the_mission_that_is_shown_is_the_first_to_be_chosen(shown_settings: Shown) -> None:
    shown_settings.choose(shown_settings.window.mission, "The one chosen below")
    assert shown_settings.choices.start_mission == KELLY
    assert shown_settings.window.which.text() == "Scott Kelly · Soyuz TMA-16M"


def test_a_zone_is_taken_once_it_is_known(shown_settings: Shown) -> None:
    window = shown_settings.window
    window.zone.setFocus()
    QTest.keyClicks(window.zone, "Atlantis")
    assert window.time_note.accessibleName().startswith("No zone is called so.")
    assert shown_settings.choices.manner.zone == ""
    window.zone.selectAll()
    QTest.keyClicks(window.zone, "tokyo")
    assert shown_settings.choices.manner.zone == "Asia/Tokyo"
    popup = window.zone.completer().popup()
    assert popup is not None
    popup.hide()
    window.rule.setFocus()
    assert window.zone.text() == "Asia/Tokyo"
    window.zone.setFocus()
    window.zone.selectAll()
    QTest.keyClick(window.zone, Qt.Key.Key_Delete)
    assert shown_settings.choices.manner.zone == ""


def test_the_way_back_to_the_defaults_is_undone_by_the_same_button(shown_settings: Shown) -> None:
    window = shown_settings.window
    shown_settings.choose(window.rule, "Nth day")
    shown_settings.choose(window.theme, "Light")
    chosen = shown_settings.choices
    press(window, "Back to defaults")
    assert shown_settings.choices == Choices()
    assert window.rule.currentText() == "Elapsed"
    press(window, "Undo")
    assert shown_settings.choices == chosen
    assert window.rule.currentText() == "Nth day"


def test_what_is_chosen_elsewhere_is_shown(shown_settings: Shown) -> None:
    shown_settings.settings.theme = "dark"
    shown_settings.settings.reduced_motion = True
    assert shown_settings.window.theme.currentText() == "Dark"
    assert shown_settings.window.motion.currentData() is True


def test_files_are_shown_to_be_copied(shown_settings: Shown) -> None:
    window = shown_settings.window
    assert window.file.line.text() == str(shown_settings.settings.file)
    assert window.file.line.isReadOnly()
    window.file.copy.setFocus()
    QTest.keyClick(window.file.copy, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == str(shown_settings.settings.file)
    assert window.data.line.text().endswith("mission-countdown")


def test_a_folder_that_is_not_there_is_said_to_be_missing(
    look: Look, shown: list[QWidget], tmp_path: Path
) -> None:
    window = SettingsWindow(Settings(tmp_path / "missing" / "settings.ini"), {}, look)
    shown.append(window)
    window.show()
    window.file.open.click()
    assert "The folder is not there yet." in texts(window)


def test_settings_that_cannot_be_written_are_told(
    look: Look, shown: list[QWidget], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("where a folder should be")
    window = SettingsWindow(Settings(tmp_path / "file" / "settings.ini"), {}, look)
    shown.append(window)
    window.show()
    window.rule.setCurrentIndex(1)
    assert "The settings could not be written." in texts(window)


@pytest.mark.parametrize("size", [(680, 760), (460, 300)])
def test_every_field_has_a_name_and_a_place_among_the_keys(
    shown_settings: Shown, size: tuple[int, int]
) -> None:
    window = shown_settings.window
    window.resize(*size)
    QApplication.processEvents()
    lines = (window.which, window.zone, window.data.line, window.file.line)
    choices = (window.mission, window.clock, window.rule, window.units, window.hours)
    named = {one.buddy(): one.text() for one in window.findChildren(QLabel)}
    for part in (*lines, *choices, window.theme, window.motion, window.setup):
        assert part.accessibleName() == named[part]
    reached, first = set(), window.focusWidget()
    while (here := window.focusWidget()) not in reached:
        reached.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
        focused = window.focusWidget()
        seen = focused.visibleRegion().boundingRect()  # the page scrolls to it
        assert seen.width() == focused.width(), focused.accessibleName()
    assert first in reached
    fields = {*lines, *choices, window.theme, window.motion, window.notices, window.setup}
    assert fields | {window.data.copy, window.file.open} <= reached


def test_the_display_set_up_is_asked_for(shown_settings: Shown) -> None:
    asked: list[str] = []
    shown_settings.window.display_setup_asked.connect(lambda: asked.append("set-up"))
    shown_settings.window.setup.setFocus()
    QTest.keyClick(shown_settings.window.setup, Qt.Key.Key_Return)
    assert asked == ["set-up"]


def test_all_texts_are_plain(shown_settings: Shown) -> None:
    labels = shown_settings.window.findChildren(QLabel)
    assert labels
    assert all(isinstance(one, Text) for one in labels)


def test_escape_closes_it(shown_settings: Shown) -> None:
    QTest.keyClick(shown_settings.window, Qt.Key.Key_Escape)
    assert not shown_settings.window.isVisible()
