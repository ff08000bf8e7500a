"""The head of a page: its name, a line about it, and the mark of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from countdown.windows.own_line import OwnLine
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from countdown.widgets.look import Look
    from countdown.windows.clock_mark import ClockMark


class PageHead(QWidget):
    """A large title over two quieter lines, and one of what is the user's."""

    def __init__(self, mark: ClockMark, look: Look) -> None:
        super().__init__()
        self.title = Text("name", bold=True)
        self.about = Text("lead", "dim")
        self.state = Text("body", bold=True)
        self.own = OwnLine(look)
        self._mark = mark
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, text in enumerate((self.title, self.about, self.state, self.own)):
            self._grid.addWidget(text, row, 0, top)
        self._grid.addWidget(mark, 0, 1, 5, 1, top)
        self._grid.setRowStretch(4, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._grid.setHorizontalSpacing(look.space("wide"))
        self._grid.setVerticalSpacing(look.space("hair"))
        for part in (self.title, self.about, self.state, self.own, self._mark):
            part.set_look(look)
