"""The user's folders, opened in the desktop's own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from countdown.services.folders import open_folder

if TYPE_CHECKING:
    from pathlib import Path


class Desktop(QObject):
    """Takes what the real one would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


def test_a_folder_is_opened_as_one_of_this_computer(tmp_path: Path) -> None:
    desktop, folder = Desktop(), tmp_path / "a b#c?d"
    folder.mkdir()
    QDesktopServices.setUrlHandler("file", desktop, "take")  # type: ignore[arg-type]  # no bytes
    try:
        assert open_folder(folder)
        assert not open_folder(folder / "missing")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [one.toLocalFile() for one in desktop.opened] == [str(folder)]
