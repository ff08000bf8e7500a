"""Fields of a long form: the window undoes what is typed, and the wheel scrolls the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPlainTextEdit

from countdown.windows.category_chooser import ChoiceBox
from countdown.windows.window_keys import WindowLine, is_claimed

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look

_MOST_LINES: Final = 8
_NO_BAR: Final = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _is_of_the_window(event: QEvent) -> bool:
    """Say whether a field claims a key for itself that is the window's, as undo and redo are."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo) or is_claimed(event)


class FormLine(WindowLine):
    """A line that leaves undo and redo to its window."""

    def event(self, event: QEvent) -> bool:
        if _is_of_the_window(event):
            event.ignore()
            return True
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Show a text, from its begin; one that is there already keeps the cursor where it is."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)


class NoteBox(QPlainTextEdit):
    """A text of several lines, as high as they need; Tab leaves it.

    Signals: ``text_edited`` with the text, when it is typed.
    """

    text_edited = Signal(str)

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._tell)

    def event(self, event: QEvent) -> bool:
        if _is_of_the_window(event):
            event.ignore()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBarPolicy() is not _NO_BAR:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self) -> None:
        self._fit()
        self.text_edited.emit(self.toPlainText())

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font("body"))
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text; one that is there already keeps the cursor where it is."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines, which this kind of document counts itself."""
        lines = max(1, round(self.document().size().height()))
        is_long = lines > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else _NO_BAR
        )
        lines = min(lines, _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * self._look.px(6) + 6)


class FormChoice(ChoiceBox):
    """A choice that the wheel does not change by accident, as high as a line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("field")

    def sizeHint(self) -> QSize:
        """Its column gives the width: the names of all zones need not be measured."""
        return QSize(self._look.px(200), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        height = self.fontMetrics().height() + 2 * self._look.px(7) + 4
        return QSize(self._look.px(110), height)

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
        assert isinstance(popup, QListView)
        popup.setSpacing(look.space("hair"))
