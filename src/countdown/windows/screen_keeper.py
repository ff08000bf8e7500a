"""Keeps the display on its screen, though that goes for a night and comes back in the morning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from countdown.services.places import Places
    from countdown.windows.display_window import DisplayWindow

_SETTLED_MS: Final = 1_000
"""So long after the last change of the screens, window managers have moved what they move."""


class ScreenKeeper(QObject):
    """Belongs to one display; while its screen is not there, the display fills the first one."""

    def __init__(self, display: DisplayWindow, places: Places) -> None:
        super().__init__(display)
        self._display = display
        self._name = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._return)
        places.screens_changed.connect(self._settling.start)

    def show_on(self, name: str) -> None:
        """Fill the screen of that name from now on."""
        self._name = name
        screen = self._screen()
        if screen is not None:
            self._display.show_on(screen)

    def _screen(self) -> QScreen | None:
        """The screen that was asked for, else the first one; None while there is none at all."""
        screens = QGuiApplication.screens()
        return next((one for one in screens if one.name() == self._name), None) or next(
            iter(screens), None
        )

    def _return(self) -> None:
        display, screen = self._display, self._screen()
        if screen is None or not display.isVisible() or display.isMinimized():
            return
        if display.geometry() != screen.geometry():
            display.show_on(screen)
