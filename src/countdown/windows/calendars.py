"""A calendar of what a window counts down to, saved as an iCalendar file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from countdown.core.errors import printable
from countdown.models import calendar_words
from countdown.models.phrases import tr
from countdown.services.calendars import calendar_file
from countdown.windows.saving import save_or_say, tell

if TYPE_CHECKING:
    from countdown.core.moments import Instant
    from countdown.core.readings import Mission, Reading
    from countdown.services.calendars import CalendarFile

_LONGEST: Final = 60


class CalendarKeeper(QObject):
    """Saves a calendar of what its window showed when that was asked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._leaving: tuple[CalendarFile, Reading] | None = None

    @property
    def _window(self) -> QWidget:
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    def save(self, mission: Mission, reading: Reading, stamp: Instant) -> None:
        """Ask for a file for the calendar, made at ``stamp``; or say why it would be empty."""
        words = partial(calendar_words.said, mission.catalogue, reading)
        found = calendar_file(mission, reading, calendar_words.title(mission), words, stamp)
        if not found.milestones:
            tell(calendar_words.nothing(mission, reading), self._window)
            return
        self._leaving = (found, reading)
        dialog = QFileDialog(self._window, tr("Save as a calendar"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Calendars (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(found.file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def save_as(self, name: str) -> None:
        """Write the calendar into a file and say what is in it, or why that cannot be."""
        assert self._leaving is not None
        found, reading = self._leaving
        target = Path(name)
        if save_or_say(target, found.text, self._window):
            file = printable(target.name, _LONGEST)
            tell(calendar_words.saved(found.milestones, file, reading), self._window)
