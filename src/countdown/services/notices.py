"""Notices on the desktop: that a record has fallen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from countdown.services.background import Background
from countdown.services.session_bus import Service, SessionBus, Trouble, TroubleError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SERVICE: Final = Service(
    "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications",
    "org.freedesktop.Notifications",
)
_APP: Final = "Mission Countdown"
_HINTS: Final = {"desktop-entry": ("s", "mission-countdown")}
_NEW: Final = 0
_AS_THE_DESKTOP_LIKES: Final = -1
_LAST_WORDS_S: Final = 1.0


class Notices(QObject):
    """Sends notices to the desktop; each is plain text, whatever stands in it.

    Linux has a service on the session bus for them. Where that is not to be had, as on Windows
    and macOS, ``instead`` shows the notice, the tray's way, and says whether it could. The bus is
    spoken to from another thread, since a service that is only just being started takes its time.

    Signals:
        sent: one was taken by the desktop, or by ``instead``.
        failed: one was not, with the `Trouble`.
    """

    sent = Signal()
    failed = Signal(object)

    def __init__(
        self,
        instead: Callable[[str, str], bool] | None = None,
        icon: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._instead = instead
        self._icon = icon.as_uri() if icon is not None else ""
        self._bus = SessionBus()
        self._background = Background(self)

    def send(self, title: str, body: str) -> None:
        """Show a notice; what became of it is told later."""

        def over_the_bus() -> Trouble | None:
            try:
                self._notify(title, body)
            except TroubleError as error:
                return error.trouble
            return None

        def told(trouble: Trouble | None) -> None:
            if trouble and self._instead is not None and self._instead(title, body):
                trouble = None
            if trouble is None:
                self.sent.emit()
            else:
                self.failed.emit(trouble)

        self._background.do(over_the_bus, told)

    def stop(self) -> None:
        """Let go of the bus; call it when the app ends."""
        self._background.do(self._bus.close, _nothing_to_tell)
        self._background.stop(_LAST_WORDS_S)

    def _notify(self, title: str, body: str) -> None:
        told = self._bus.call(_SERVICE, "GetCapabilities")
        if any(isinstance(list_, list) and "body-markup" in list_ for list_ in told):
            from html import escape

            body = escape(body, quote=False)
        self._bus.call(
            _SERVICE,
            "Notify",
            "susssasa{sv}i",
            _APP,
            _NEW,
            self._icon,
            title,
            body,
            [],
            _HINTS,
            _AS_THE_DESKTOP_LIKES,
        )


def _nothing_to_tell(_result: None) -> None:
    pass
