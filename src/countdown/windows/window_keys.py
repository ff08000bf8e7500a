"""Fields that leave to their window the keys which it has a use for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_EMACS: Final = (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U)
"""With Ctrl, what fields under X11 take for Emacs's: to the end of the line, delete to there …"""


def is_claimed(event: QEvent) -> bool:
    """Say whether a field asks for a key, before its window gets it, that is not for fields."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        and event.key() in _EMACS
    )


class WindowLine(QLineEdit):
    """A line in a window with keys of its own."""

    def event(self, event: QEvent) -> bool:
        if is_claimed(event):
            event.ignore()
            return True
        return super().event(event)
