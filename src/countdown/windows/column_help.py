"""The columns of a table of flights, and an example to begin one with in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from countdown.models.phrases import tr
from countdown.models.preview_words import EXAMPLE, column_words
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import SideDialog, scrolling, wrapped
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look

_SIZE: Final = QSize(720, 420)


class ColumnHelp(Panel):
    """Names every column, in the order of the example."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = wrapped("body", "dim")
        self._lead.setText(
            tr(
                "A table of flights is a CSV file with one line for each person's flight. Its "
                "first line names the columns, in any order; those after “launch” may be missing."
            )
        )
        self.copy_example = EnterButton(tr("Copy an example"))
        self.copy_example.setToolTip(tr("Paste it into a spreadsheet or a text editor"))
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._lead, 0, 0, 1, 2)
        self._texts: list[Text] = []
        for row, (column, words) in enumerate(column_words().items(), start=1):
            name, said = Text("body", bold=True), wrapped("body")
            name.fit()
            name.setText(column)
            said.setText(words)
            self._texts += (name, said)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1)
        self._grid.setColumnStretch(1, 1)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.copy_example, self._grid.rowCount(), 0, 1, 2, left)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.copy_example.clicked.connect(self._copy)
        self.set_look(look)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(EXAMPLE)
        self.copy_example.setText(tr("Copied"))

    def set_look(self, look: Look) -> None:
        wide, medium = look.space("wide"), look.space("medium")
        self._grid.setContentsMargins(wide, medium, wide, medium)
        self._grid.setHorizontalSpacing(wide)
        self._grid.setVerticalSpacing(look.space("tight"))
        for text in (self._lead, *self._texts):
            text.set_look(look)
        self.copy_example.setFont(look.font("body"))


class ColumnWindow(SideDialog):
    """The same beside a window, for whom there is no table yet."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(tr("A table of flights"), _SIZE, look, parent)
        self.help = ColumnHelp(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(self.help))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.help.set_look(look)
