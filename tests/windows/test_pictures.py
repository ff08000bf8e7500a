"""What a window shows, taken out of it: on the clipboard, in files, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QMessageBox

from countdown.data.wishes import Wish
from countdown.windows.pictures import PictureKeeper, draw, encoded, print_on
from tests.fakes import at
from tests.windows.sight import action

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.windows.main_window import MainWindow
    from tests.qt_fixtures import OpenApp


@pytest.fixture
def window(open_app: OpenApp, catalogue: Catalogue) -> MainWindow:
    wish = Wish(person=catalogue.people["scott-kelly"], at=at("2015-10-16T12:00:00Z"))
    return open_app(wish=wish).window


def test_a_picture_is_what_the_window_shows(window: MainWindow) -> None:
    image = QImage.fromData(encoded(window, ".png"))
    assert image.size() == window.size() * window.devicePixelRatioF()
    ground = window.palette().window().color()
    assert image.pixelColor(window.width() - 30, 3) == ground


def test_the_focus_is_not_in_the_picture_and_comes_back(window: MainWindow) -> None:
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    window.setFocus()
    plain = draw(window)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert draw(window) == plain
    assert window.focusWidget() is field


def test_a_drawing_says_in_words_who_and_when(window: MainWindow) -> None:
    said = encoded(window, ".svg").decode()
    assert "Scott Kelly – Mission Countdown" in said
    assert "16 Oct 2015" in said
    assert "202" in said
    assert "16:17:03" in said


def test_a_copy_is_on_the_clipboard(window: MainWindow) -> None:
    action(window, "Copy a picture").trigger()
    assert QGuiApplication.clipboard().image().size() == window.size()


def test_a_picture_is_saved_as_its_file_is_called(window: MainWindow, tmp_path: Path) -> None:
    keeper = PictureKeeper(window)
    for name in ("kelly.png", "kelly.PNG", "kelly"):
        keeper.save_as(str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")
    keeper.save_as(str(tmp_path / "kelly.svg"))
    assert (tmp_path / "kelly.svg").read_bytes().startswith(b"<?xml")


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the box; offscreen has no such hints
def test_where_a_picture_cannot_be_written_the_reason_is_said(
    window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    PictureKeeper(window).save_as(str(tmp_path / "file" / "kelly.png"))
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text().startswith("kelly.png cannot be written: ")
    box.close()


def test_it_is_printed_on_one_page(window: MainWindow, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kelly.pdf"))
    print_on(printer, window)
    paper = (tmp_path / "kelly.pdf").read_bytes()
    assert paper.startswith(b"%PDF")
    assert paper.count(b"/Type /Page\n") == 1
