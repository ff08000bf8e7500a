"""The app's place in the desktop's tray, where there is one; never the only way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from countdown.core.readings import read
from countdown.models import clock_phrases
from countdown.models.pin_words import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QIcon

    from countdown.core.readings import Mission
    from countdown.services.ticker import Ticker

_MINUTE: Final = 60
_NO_MARKUP: Final = str.maketrans("<>", "‹›")
"""Some trays take a tool tip for markup, some do not: nothing in it may look like it."""


class Tray(QObject):
    """Says the mission in one line, and offers the app's deeds.

    On X11 a tray that comes later than the app is joined when it comes, by Qt itself.

    Signals:
        main_asked: the icon was clicked, or the line in its menu.
    """

    main_asked = Signal()

    def __init__(
        self,
        icon: QIcon,
        mission: Mission,
        ticker: Ticker,
        deeds: Iterable[Iterable[QAction]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mission = mission
        self._ticker = ticker
        self._told: tuple[Mission, int, bool] | None = None
        self._menu = QMenu()
        self._state = QAction(self)
        self._state.triggered.connect(self.main_asked)  # one that is off could hardly be read
        self._menu.addAction(self._state)
        for group in deeds:
            self._menu.addSeparator()
            self._menu.addActions(list(group))
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._hear)
        ticker.beat.connect(self._tell)
        ticker.clock_changed.connect(self._tell)
        self._tell()
        if self._icon.isSystemTrayAvailable() or QGuiApplication.platformName() == "xcb":
            self._icon.show()

    @property
    def menu(self) -> QMenu:
        return self._menu

    @property
    def line(self) -> str:
        """What the tool tip says, and the first line of the menu."""
        return self._icon.toolTip()

    def set_mission(self, mission: Mission) -> None:
        """Tell of another mission."""
        self._mission = mission
        self._tell()

    def show_notice(self, title: str, body: str) -> bool:
        """Show a notice beside the icon, as plain text; False where there is no such place."""
        if not (self._icon.isSystemTrayAvailable() and self._icon.supportsMessages()):
            return False
        self._icon.showMessage(title, body, self._icon.icon())
        return True

    def hide(self) -> None:
        """Leave the tray."""
        self._icon.hide()

    def _tell(self) -> None:
        """Say it anew where another minute has come, or another clock or mission."""
        at, clock = self._ticker.now(), self._ticker.clock
        told = self._mission, at // _MINUTE, clock.is_live
        if told == self._told:
            return
        self._told = told
        text = line(self._mission, read(self._mission, at, with_ranks=False))
        if not clock.is_live:
            text = f"{clock_phrases.kind(clock)} · {text}"
        text = text.translate(_NO_MARKUP)
        self._icon.setToolTip(text)
        self._state.setText(text)

    def _hear(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.main_asked.emit()
