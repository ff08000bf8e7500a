"""What goes on beside the windows: notices of records, and a machine that stays awake.

Each is made when it is first needed, and takes the windows' words to the desktop.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from countdown.models import fall_phrases, trouble_phrases

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.falls import Fall
    from countdown.services.announcer import Announcer
    from countdown.services.keep_awake import KeepAwake
    from countdown.services.notices import Notices
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.windows.desk import Desk


class Attendants(QObject):
    """Serves one desk; `stop` it when the app ends."""

    def __init__(self, desk: Desk, ticker: Ticker, settings: Settings, icon: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._ticker = ticker
        self._settings = settings
        self._icon = icon
        desk.record_fell.connect(self._announce)
        desk.display_shown.connect(self._keep_awake)

    @cached_property
    def _notices(self) -> Notices:
        from countdown.services.notices import Notices

        notices = Notices(icon=self._icon, parent=self)
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

    def stop(self) -> None:
        """Let go of the desktop."""
        for name in ("_notices", "_awake"):
            if name in self.__dict__:
                getattr(self, name).stop()

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
        self._desk.tell(trouble_phrases.no_keeping_awake(trouble))

    def _tell_of_waking(self, held: bool) -> None:
        if held:
            self._desk.tell("")

    def _tell_of_notices(self, trouble: str) -> None:
        self._desk.tell(trouble_phrases.no_notice(trouble))
