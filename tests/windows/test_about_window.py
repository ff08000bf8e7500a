"""About: what runs here, whose work it stands on, and every licence to be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from countdown import __version__
from countdown.core.readings import Mission, read
from countdown.services.licences import Licence
from countdown.services.version_facts import Fact
from countdown.windows.about_window import AboutWindow
from tests.fakes import at
from tests.windows.sight import press, texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look
    from tests.qt_fixtures import OpenApp

FONT = "You may use <b>the font</b>."


@pytest.fixture
def about(catalogue: Catalogue, look: Look, shown: list[QWidget], tmp_path: Path) -> AboutWindow:
    (tmp_path / "OFL.txt").write_text(FONT, "utf-8")
    (tmp_path / "MIT.txt").write_text("You may use the code.", "utf-8")
    licences = (
        Licence("Mission Countdown", "1.0", "MIT", tmp_path / "MIT.txt"),
        Licence("B612", "1.008", "OFL-1.1", tmp_path / "OFL.txt"),
    )
    window = AboutWindow((Fact("Python", "3.11"), Fact("Qt", "6.11")), licences, look)
    shown.append(window)
    mission = Mission.of_person(catalogue, catalogue.people["scott-kelly"])
    window.show_reading(mission, read(mission, at("2026-11-22T09:30:15Z")))
    window.present()
    return window


def test_it_tells_the_version_and_whose_facts_are_shown(about: AboutWindow) -> None:
    told = texts(about)
    assert f"Mission Countdown {__version__}" in told
    assert "Python: 3.11" in told
    assert "Data of: 8 Oct 2026 (came with this version)" in told


def test_it_says_whose_work_it_stands_on(about: AboutWindow) -> None:
    told = " ".join(texts(about))
    assert "Jonathan McDowell" in told
    assert "CC BY 4.0" in told
    assert "B612" in told


def test_every_licence_is_read_by_the_arrow_keys_and_copied_as_it_stands(
    about: AboutWindow,
) -> None:
    about.list.setFocus()
    QTest.keyClick(about.list, Qt.Key.Key_Down)
    QTest.keyClick(about.list, Qt.Key.Key_Down)
    assert about.text.isVisible()
    assert about.text.toPlainText() == FONT
    assert about.text.accessibleName() == "Licence of B612"
    assert "B612 · OFL-1.1" in texts(about)
    QTest.keyClick(about.copy_button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == FONT


def test_the_facts_are_copied_for_a_report(about: AboutWindow) -> None:
    press(about, "Copy")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Python: 3.11\nQt: 6.11\n")
    assert "Data of: 8 Oct 2026" in copied


def test_escape_closes_it(about: AboutWindow) -> None:
    QTest.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_the_main_window_opens_it_by_its_keys(open_app: OpenApp, qapp: QApplication) -> None:
    window = open_app().window
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    found = window.findChild(AboutWindow)
    assert isinstance(found, AboutWindow)
    qapp.processEvents()  # what is put into a window as it opens is seen a little later
    assert any(one.startswith("Data of") for one in texts(found))
