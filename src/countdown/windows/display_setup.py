"""The set-up of the display, and whether it starts by itself with the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from countdown.models.phrases import tr
from countdown.services.autostart import autostart
from countdown.windows.display_dialog import DisplayDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.readings import Mission, Reading
    from countdown.services.settings import Settings
    from countdown.widgets.look import Look


class DisplaySetup(QObject):
    """Belongs to the main window.

    Signals:
        start_asked: the display is to be shown as it is set up now.
    """

    start_asked = Signal()

    def __init__(self, settings: Settings, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._entry = autostart()
        self._dialog = DisplayDialog(settings, look, window)
        self._dialog.start_asked.connect(self.start_asked)
        self._dialog.autostart_toggled.connect(self._switch)

    def set_look(self, look: Look) -> None:
        """Take another theme."""
        self._dialog.set_look(look)

    def present(self, mission: Mission, reading: Reading) -> None:
        """Open the dialog, with a mission that may be added."""
        self._dialog.set_autostart(on=self._entry.is_on())
        self.show_reading(mission, reading)
        self._dialog.present()

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Offer another mission, or the same by other facts."""
        self._dialog.show_reading(mission, reading)

    def _switch(self, on: bool) -> None:
        """Start the display with the computer from now on, or no more."""
        try:
            if on:
                self._entry.turn_on(["--display"])
            else:
                self._entry.turn_off()
        except OSError as error:
            wrong = tr("This could not be changed: {}").format(error.strerror or error)
            self._dialog.set_autostart(on=self._entry.is_on(), wrong=wrong)
