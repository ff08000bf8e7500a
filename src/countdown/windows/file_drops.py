"""What windows have in common that files of missions can be dropped on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    _Window = QWidget
else:
    _Window = object  # Qt's classes share no base beside each other

MISSION_FILTER: Final = "*.mission *.csv"

_ENDINGS: Final = (".mission", ".csv")


class FileDrops(_Window):
    """Comes before Qt's class among the bases of a window that accepts drops."""

    def take_files(self, files: list[Path]) -> None:
        """Do what is to be done with files that were dropped; there is one at least."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(_files_in(event.mimeData()))


def _files_in(dragged: QMimeData) -> list[Path]:
    """Return the files on this machine that may have missions; nothing is read yet."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _ENDINGS]
