"""What all windows of their own have in common: they run while they can be seen, and rest else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    _Window = QWidget
else:
    _Window = object  # Qt's classes share no base beside each other

SOON_MS: Final = 1
"""Before a timer of so long, what is painted and what Qt has queued goes to the screen."""


class InSight(_Window):
    """Comes before Qt's class among a window's bases."""

    def is_in_sight(self) -> bool:
        """Say whether it is shown, and not minimised."""
        return self.isVisible() and not self.isMinimized()

    def watch(self) -> None:
        """Run or rest, as it may have come into sight or gone out of it."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.watch()
