"""Buttons that Enter presses, on every desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from countdown.models.phrases import number, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class EnterButton(QToolButton):
    """A button that Enter presses as well as Space, on every desktop."""

    def __init__(self, text: str, parent: QWidget | None = None, *, boxed: bool = True) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if boxed:
            self.setObjectName("boxed")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class MoreButton(EnterButton):
    """Shows the next few of many, or the last few before them; hidden where there are none."""

    def __init__(self, at_once: int, *, earlier: bool = False) -> None:
        super().__init__("")
        self._at_once, self._earlier = at_once, earlier
        self.hide()

    def show_left(self, left: int) -> None:
        """Say how many come at a press, and of how many."""
        few = min(left, self._at_once)
        if self._earlier:
            all_of_them, some = tr("Show {few} earlier"), tr("Show {few} earlier of {left}")
        else:
            all_of_them, some = tr("Show {few} more"), tr("Show {few} more of {left}")
        words = all_of_them if few == left else some
        self.setText(words.format(few=number(few), left=number(left)))
        self.setVisible(left > 0)
