"""The line that says what is the user's on a page, with the mark before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from countdown.models.phrases import tip
from countdown.widgets.own_mark import OwnMark
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from countdown.widgets.look import Look


class OwnLine(QWidget):
    """Hidden while all on its page is the catalogue's."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = OwnMark(look)
        self._text = Text("small", "dim")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._text, 1)
        self.hide()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("tight"))
        self._mark.set_look(look)
        self._text.set_look(look)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Say all of it in one line; the tool tip has a line for each."""
        self._text.setText("  ·  ".join(lines))
        self.setToolTip(tip(*lines))
        self.setVisible(bool(lines))
