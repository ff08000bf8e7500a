"""What the menu takes out of the main window: pictures of it, and a calendar."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from countdown.core.moments import instant

if TYPE_CHECKING:
    from countdown.core.clocks import Clock
    from countdown.core.readings import Mission, Reading
    from countdown.windows.calendars import CalendarKeeper
    from countdown.windows.pictures import PictureKeeper


class Keepsakes(QObject):
    """Belongs to one window; who keeps what is loaded when it is first asked for."""

    def __init__(self, system_clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._system_clock = system_clock
        self._reading: tuple[Mission, Reading] | None = None

    @cached_property
    def _pictures(self) -> PictureKeeper:
        from countdown.windows.pictures import PictureKeeper

        return PictureKeeper(self._window)

    @cached_property
    def _calendars(self) -> CalendarKeeper:
        from countdown.windows.calendars import CalendarKeeper

        return CalendarKeeper(self._window)

    @property
    def _window(self) -> QWidget:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Follow the window to another second, or another mission."""
        self._reading = (mission, reading)

    def copy_picture(self) -> None:
        self._pictures.copy()

    def save_picture(self) -> None:
        self._pictures.save()

    def print(self) -> None:
        self._pictures.print()

    def save_calendar(self) -> None:
        """Save what is counted down to; made now, whatever time is shown."""
        if self._reading is not None:
            self._calendars.save(*self._reading, instant(self._system_clock.now()))
