"""Fields of a long form: the window undoes what is typed, and the wheel scrolls the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from countdown.windows.category_chooser import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class FormLine(QLineEdit):
    """A line that leaves undo and redo to its window."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().event(event)


class FormChoice(ChoiceBox):
    """A choice that the wheel does not change by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
