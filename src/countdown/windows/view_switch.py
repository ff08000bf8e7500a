"""Chooses one of several views where there is no room for all, with the tools of the one shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from countdown.windows.pieces import Text
from countdown.windows.record_section import TableTools

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.widgets.look import Look


class ViewSwitch(QWidget):
    """A row of names, one of them checked. Signals: ``view_chosen`` with its number."""

    view_chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.view_chosen)
        self.note = Text("caption", "dim")
        self.tools = TableTools()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for number, title in enumerate(titles):
            button = QToolButton()
            button.setText(title)
            button.setCheckable(True)
            self._group.addButton(button, number)
            self._row.addWidget(button)
        self._row.addWidget(self.note, 1)
        self._row.addStretch()
        self._row.addWidget(self.tools)

    def button(self, view: int) -> QToolButton:
        """Return the button of one view."""
        found = self._group.button(view)
        assert isinstance(found, QToolButton)
        return found

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("tight"))
        for button in self._group.buttons():
            button.setFont(look.font("body"))
        self.note.set_look(look)
        self.tools.set_look(look)

    def show_view(self, view: int, *, with_table: bool, with_note: bool) -> None:
        """Check a view's name, and offer its table where it has one."""
        self.button(view).setChecked(True)
        self.tools.setVisible(with_table)
        self.note.setVisible(with_note)
