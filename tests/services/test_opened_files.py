"""A file that the desktop asks the running app to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from countdown.services.opened_files import OpenedFiles

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_a_file_is_told_of_by_its_path(qapp: QApplication) -> None:
    told: list[str] = []
    files = OpenedFiles(qapp)
    files.opened.connect(told.append)
    event = QFileOpenEvent(QUrl.fromLocalFile("/flights/crew-12.mission"))
    assert QCoreApplication.sendEvent(qapp, event)
    assert told == ["/flights/crew-12.mission"]
    qapp.removeEventFilter(files)
