"""The menu of a pinned window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from countdown.models.phrases import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from countdown.widgets.look import Look
    from countdown.windows.pinned_window import PinnedWindow

OPACITIES: Final = (100, 85, 70, 55)
"""In percent."""


class PinMenu(QMenu):
    """Made when it is first asked for; the keys of its deeds are the window's."""

    def __init__(self, window: PinnedWindow) -> None:
        super().__init__(window)
        self._window = window
        self.addAction(tr("Open main window\tEnter"), window.ask_main)
        self.addSeparator()
        self._corners = self.addMenu(tr("Move to"))
        for title, right, bottom in (
            (tr("Top left"), False, False),
            (tr("Top right"), True, False),
            (tr("Bottom left"), False, True),
            (tr("Bottom right"), True, True),
        ):
            self._corners.addAction(title).setData((right, bottom))
        self._corners.triggered.connect(self._move)
        self._opacities = self.addMenu(tr("Opacity"))
        group = QActionGroup(self)
        for percent in OPACITIES:
            action = group.addAction(tr("{} %").format(percent))
            action.setCheckable(True)
            action.setData(percent)
            self._opacities.addAction(action)
        group.triggered.connect(self._choose_opacity)
        self._group = group
        self._through = self.addAction(tr("Let clicks through"))
        self._through.setCheckable(True)
        self._through.triggered.connect(window.set_click_through)
        self.addSeparator()
        self.addAction(tr("Unpin\tCtrl+W"), window.close)

    def set_look(self, look: Look) -> None:
        for menu in (self, self._corners, self._opacities):
            menu.setPalette(look.palette())
            menu.setFont(look.font("body"))

    def show_state(self, opacity: int, *, click_through: bool) -> None:
        """Check what holds now."""
        for action in self._group.actions():
            action.setChecked(action.data() == opacity)
        self._through.setChecked(click_through)

    def _move(self, action: QAction) -> None:
        right, bottom = action.data()
        self._window.move_to_corner(right=right, bottom=bottom)

    def _choose_opacity(self, action: QAction) -> None:
        self._window.set_opacity(action.data())
