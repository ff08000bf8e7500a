"""What the settings window is made of: groups of named rows, and fields that say what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import wrapped
from countdown.windows.form_parts import FormChoice, dress, offer
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QFocusEvent

    from countdown.widgets.look import Look


_FILL: Final = Qt.AlignmentFlag(0)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_TOP: Final = Qt.AlignmentFlag.AlignTop


class SettingGroup(QWidget):
    """A heading, and rows below it: what is set, how, and a line that explains it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = Text("lead", bold=True)
        self._heading.setText(title)
        self._labels: list[Text] = []
        self._notes: list[Text] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self._heading)
        self._all.addLayout(self._grid)

    def add_row(self, title: str, part: QWidget, field: QWidget | None = None) -> None:
        """Add a part below the others; ``field`` is what of it takes the keys, if not all of it.

        A button keeps its own width.
        """
        label = Text("body", "dim")
        label.setText(title)
        label.fit()
        named = field or part
        label.setBuddy(named)
        named.setAccessibleName(title)
        self._labels.append(label)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, _TOP if field else Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(part, row, 1, _LEFT if isinstance(part, QAbstractButton) else _FILL)

    def add_note(self) -> Text:
        """Add a line that explains what is above it."""
        note = wrapped("small", "dim")
        self._notes.append(note)
        self._grid.addWidget(note, self._grid.rowCount(), 1)
        return note

    def set_look(self, look: Look) -> None:
        self._all.setSpacing(look.space("small"))
        self._grid.setHorizontalSpacing(look.space("wide"))
        self._grid.setVerticalSpacing(look.space("small"))
        self._grid.setColumnMinimumWidth(0, look.px(150))
        for text in (self._heading, *self._labels, *self._notes):
            text.set_look(look)


class SettingChoice(FormChoice):
    """One of a few; what it is shown to be does not count as chosen.

    Signals:
        chosen: the user took another.
    """

    chosen = Signal()

    def __init__(self, choices: Iterable[tuple[str, object]], look: Look) -> None:
        super().__init__(look)
        for text, value in choices:
            self.addItem(text, value)
        self.currentIndexChanged.connect(self.chosen)

    def show_value(self, value: object) -> None:
        values = [self.itemData(place) for place in range(self.count())]
        with QSignalBlocker(self):
            self.setCurrentIndex(values.index(value) if value in values else 0)


class SettingLine(QLineEdit):
    """Something that is found by typing, and kept as soon as it is known what is meant.

    Signals:
        chosen: what is meant, as it is kept; empty where the line is.
    """

    chosen = Signal(str)

    def __init__(
        self, offers_for: Callable[[str], list[str]], meant_by: Callable[[str], str]
    ) -> None:
        """``meant_by`` says what a text stands for, nothing where that is not known."""
        super().__init__()
        self._offers_for, self._meant_by = offers_for, meant_by
        self._kept = ""
        self._offers = offer(self)
        self.setMaxLength(120)
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self._edit)
        self.completer().activated.connect(self._edit)

    def set_look(self, look: Look) -> None:
        dress(self, look)

    @property
    def is_understood(self) -> bool:
        """Whether something is meant, or nothing was typed."""
        return not self.text().strip() or bool(self._meant_by(self.text()))

    def show_value(self, text: str) -> None:
        """Show what is kept, unless it is being typed."""
        self._kept = text
        if not self.hasFocus():
            self.setText(text)
            self.setCursorPosition(0)

    def _edit(self, typed: str) -> None:
        self._offers.setStringList(self._offers_for(typed) if typed.strip() else [])
        self.chosen.emit(self._meant_by(typed) if typed.strip() else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go back to what is kept; the offers take the focus, but leave what is typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.show_value(self._kept)


class PathRow(QWidget):
    """A file or folder, to be selected, copied, and opened where it is.

    Signals:
        open_asked: its folder is to be opened.
    """

    open_asked = Signal()

    def __init__(self, path: str, name: str) -> None:
        super().__init__()
        self.line = QLineEdit(path)
        self.line.setReadOnly(True)
        self.line.setCursorPosition(0)
        self.open = EnterButton(tr("Open the folder"))
        self.copy = EnterButton(tr("Copy"))
        for button in (self.open, self.copy):
            button.setAccessibleName(f"{name}: {button.text()}")
        self.open.clicked.connect(self.open_asked)
        self.copy.clicked.connect(self._copy)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.open)
        self._buttons.addWidget(self.copy)
        self._buttons.addStretch(1)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self.line)
        self._all.addLayout(self._buttons)

    def set_look(self, look: Look) -> None:
        for layout in (self._all, self._buttons):
            layout.setSpacing(look.space("small"))
        for part in (self.line, self.open, self.copy):
            part.setFont(look.font("body"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self.copy.setText(tr("Copied"))
