"""Fields of a long form: the window undoes what is typed, and the wheel scrolls the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPlainTextEdit, QVBoxLayout

from countdown.windows.category_chooser import ChoiceBox
from countdown.windows.dialogs import wrapped
from countdown.windows.window_keys import WindowLine, is_claimed

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look
    from countdown.windows.pieces import Text

_MOST_LINES: Final = 8
_NO_BAR: Final = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _is_of_the_window(event: QEvent) -> bool:
    """Say whether a field claims a key for itself that is the window's, as undo and redo are."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo) or is_claimed(event)


class FormLine(WindowLine):
    """A line that leaves undo and redo to its window, and files that are dropped too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)

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
        self.setAcceptDrops(False)
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

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font("body"))
        self.updateGeometry()

    def showPopup(self) -> None:
        super().set_look(self._look)  # its list is made by now: most are never opened
        super().showPopup()


class Remark(QVBoxLayout):
    """The place of a text below a field, which is made once there is something to say."""

    def __init__(self, colour: str, *, bold: bool = False) -> None:
        super().__init__()
        self._colour, self._bold = colour, bold
        self._label: Text | None = None
        self._look: Look | None = None

    def set_look(self, look: Look) -> None:
        self._look = look
        if self._label is not None:
            self._label.set_look(look)

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        if self._label is not None:
            self._label.set_colour(colour)

    def say(self, text: str) -> None:
        """Say something else, or with no text nothing."""
        if self._label is None and text:
            self._label = wrapped("small", self._colour, bold=self._bold)
            if self._look is not None:
                self._label.set_look(self._look)
            self.addWidget(self._label)
        if self._label is not None:
            self._label.setText(text)
            self._label.setVisible(bool(text))

    def text(self) -> str:
        """Return what is said; nothing where nothing is."""
        return self._label.text() if self._label is not None else ""


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
