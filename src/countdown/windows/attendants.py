"""What goes on beside the windows: the icon, the tray, notices, and a machine that stays awake.

Each is made when it is first needed, none before the first frame.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from countdown.models import fall_phrases
from countdown.models.phrases import tr
from countdown.windows.pinning import is_supported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QAction

    from countdown.core.falls import Fall
    from countdown.services.announcer import Announcer
    from countdown.services.keep_awake import KeepAwake
    from countdown.services.notices import Notices
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.windows.desk import Desk
    from countdown.windows.tray import Tray


class Attendants(QObject):
    """Serves one desk; `stop` it when the app ends."""

    def __init__(self, desk: Desk, ticker: Ticker, settings: Settings, icon: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ticker = ticker
        self._settings = settings
        self._icon = icon
        self._tray: Tray | None = None
        desk.record_fell.connect(self._announce)
        desk.display_shown.connect(self._keep_awake)

    @cached_property
    def _notices(self) -> Notices:
        from countdown.services.notices import Notices

        notices = Notices(self._show_in_tray, self._icon, self)
        notices.failed.connect(self._tell_of_notices)
        return notices

    @cached_property
    def _announcer(self) -> Announcer:
        from countdown.services.announcer import Announcer

        return Announcer(self._ticker, self._settings, self._notices.send)

    @cached_property
    def _awake(self) -> KeepAwake:
        from countdown.services.keep_awake import KeepAwake

        awake = KeepAwake(parent=self)
        awake.failed.connect(self._tell_of_sleep)
        awake.held_changed.connect(self._tell_of_waking)
        return awake

    def settle(self) -> None:
        """Do what may wait until the windows are there."""
        from PySide6.QtGui import QGuiApplication, QIcon

        icon = QIcon(str(self._icon))
        QGuiApplication.setWindowIcon(icon)
        from countdown.windows.tray import Tray

        desk = self._desk
        self._tray = Tray(icon, desk.mission, self._ticker, self._deeds(), self)
        self._tray.main_asked.connect(desk.show_main)
        desk.mission_changed.connect(self._tray.set_mission)

    def _deeds(self) -> Iterator[list[QAction]]:
        """What the tray offers, in groups."""
        desk = self._desk
        through = self._action(tr("Let clicks through pinned windows"), desk.set_click_through)
        through.setCheckable(True)
        desk.click_through_changed.connect(through.setChecked)
        pin = self._action(tr("Pin a small window"), self._pin)
        pin.setEnabled(is_supported())
        yield [
            self._action(tr("Open Mission Countdown"), self._open),
            pin,
            through,
            self._action(tr("Display"), self._show_display),
        ]
        yield [self._action(tr("Quit"), desk.close)]

    def _action(self, text: str, slot: Callable[..., None]) -> QAction:
        from PySide6.QtGui import QAction

        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def _open(self) -> None:
        self._desk.show_main()

    def _pin(self) -> None:
        self._desk.pin(self._desk.mission)

    def _show_display(self) -> None:
        self._desk.show_display()

    def stop(self) -> None:
        """Let go of the desktop."""
        if self._tray is not None:
            self._tray.hide()
        for name in ("_notices", "_awake"):
            if name in self.__dict__:
                getattr(self, name).stop()

    def _show_in_tray(self, title: str, body: str) -> bool:
        return self._tray is not None and self._tray.show_notice(title, body)

    def _announce(self, fall: Fall) -> None:
        catalogue = self._desk.mission.catalogue
        title = fall_phrases.headline(catalogue, fall)
        self._announcer.announce(fall.key, title, fall_phrases.detail(fall))

    def _keep_awake(self, is_shown: bool) -> None:
        if is_shown:
            self._awake.hold()
        else:
            self._awake.release()

    def _tell_of_sleep(self, trouble: str) -> None:
        from countdown.models.trouble_phrases import no_keeping_awake

        self._desk.tell(no_keeping_awake(trouble))

    def _tell_of_waking(self, held: bool) -> None:
        if held:
            self._desk.tell("")

    def _tell_of_notices(self, trouble: str) -> None:
        from countdown.models.trouble_phrases import no_notice

        self._desk.tell(no_notice(trouble))
