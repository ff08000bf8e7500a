"""What holds the place of a part of the window until that is made, after the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class Ground(QFrame):
    """As large and of the colour that the part will be; it takes the keys that are meant for it.

    Signals:
        painted: it is on its way to the screen.
        wanted: a key or a click has come that only the whole window understands.
    """

    painted = Signal()
    wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make the ground; ``name`` is what the style calls the part by."""
        super().__init__(parent)
        self.setObjectName(name)

    def event(self, event: QEvent) -> bool:
        """Have the part made before Qt looks for a shortcut, or for who takes the key."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress):
            self.wanted.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()
