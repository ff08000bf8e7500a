"""Fields of a long form: the window undoes what is typed, and the wheel scrolls the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit

from countdown.windows.category_chooser import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from countdown.widgets.look import Look


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


def offer(line: QLineEdit) -> QStringListModel:
    """Let a line offer what a model is given, all of it, below what is typed."""
    offers = QStringListModel(line)
    completer = QCompleter(offers, line)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)
    return offers


def dress(line: QLineEdit, look: Look) -> None:
    """Give a line that offers something, and its offers, a look."""
    line.setFont(look.font("body"))
    if (popup := line.completer().popup()) is not None:
        popup.setFont(look.font("body"))
        popup.setPalette(look.palette())
