"""Where the app keeps what is the user's, to be shown and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from countdown.data.user_folders import data_folder

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["data_folder", "open_folder"]


def open_folder(folder: Path) -> bool:
    """Show a folder of this computer in the desktop's own way; False where that cannot be."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
