"""Holds off the screen saver and sleep while the display is shown.

wakepy does the same on all three systems, and was left out after a look: it signs as "wakepy"
where desktops list who keeps them awake, runs Python's garbage collector on each release (which
deletes Qt objects in the wrong thread when it is not Qt's own), leaves its connection open when
nobody answers, and loads for 52 ms where jeepney, needed for notices anyway, takes 20.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from countdown.services.background import Background
from countdown.services.session_bus import Service, SessionBus, Trouble, TroubleError

if TYPE_CHECKING:
    from subprocess import Popen

LOOK_AGAIN_MS: Final = 60_000
"""How often it is seen to that it still holds: a desktop may start after the app, or anew."""

_APP: Final = "Mission Countdown"
_REASON: Final = "The mission display is on"
_LAST_WORDS_S: Final = 2.0


class Holder(Protocol):
    """One system's way to be held awake; called from one thread only."""

    def hold(self) -> Trouble | None:
        """Hold, or see to it that it still holds; return what is in the way."""
        ...

    def release(self) -> None:
        """Let go; nothing is left behind, nor is it when the process just ends."""
        ...


class KeepAwake(QObject):
    """Keeps the machine awake from `hold` to `release`; both may be called at any time, again too.

    The desktop is asked in another thread, and asked again each minute. A desktop takes back what
    it was asked for when the process ends, however it ends.

    Signals:
        held_changed: whether it is awake by our wish.
        failed: it cannot be, with the `Trouble`; told once until something changes.
    """

    held_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, holder: Holder | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holder = holder or system_holder()
        self._background = Background(self)
        self._is_wanted = False
        self._is_held = False
        self._trouble: Trouble | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look_again)

    @property
    def is_held(self) -> bool:
        """Whether the desktop has agreed, as far as is known."""
        return self._is_held

    def hold(self) -> None:
        """Ask to be kept awake; the answer comes as a signal."""
        if not self._is_wanted:
            self._is_wanted = True
            self._timer.start()
            self.look_again()

    def release(self) -> None:
        """Take it back."""
        if self._is_wanted:
            self._is_wanted = False
            self._timer.stop()
            self._background.do(self._holder.release, self._released)

    def look_again(self) -> None:
        """See to it that it still holds; each minute this comes by itself."""
        self._background.do(self._holder.hold, self._asked)

    def stop(self) -> None:
        """Take it back for good; call it when the app ends."""
        self.release()
        self._background.stop(_LAST_WORDS_S)
        self._set_held(False)

    def _asked(self, trouble: Trouble | None) -> None:
        if not self._is_wanted:  # released meanwhile
            return
        is_news = trouble is not self._trouble
        self._trouble = trouble
        self._set_held(trouble is None)
        if is_news and trouble is not None:
            self.failed.emit(trouble)

    def _released(self, _nothing: None) -> None:
        if not self._is_wanted:
            self._trouble = None
            self._set_held(False)

    def _set_held(self, held: bool) -> None:
        if held != self._is_held:
            self._is_held = held
            self.held_changed.emit(held)


def system_holder() -> Holder:
    """Return the way of the system that this runs on."""
    if sys.platform == "win32":
        return WindowsHolder()
    if sys.platform == "darwin":
        return MacHolder()
    if QGuiApplication.platformName() != "xcb" or os.environ.get("WAYLAND_DISPLAY"):
        return BusHolder()  # no X server, or one whose screen is not the real one
    from countdown.services.x_holder import XHolder

    return DesktopHolder(BusHolder(), XHolder())


class Inhibitor(NamedTuple):
    """A service that can be asked to hold something off, and how."""

    service: Service
    signature: str
    body: tuple[object, ...]
    undo: str


_FLAGS_SLEEP_AND_IDLE: Final = 4 | 8
_NO_WINDOW: Final = 0
INHIBITORS: Final = (
    # The screen saver: KDE, Xfce, Cinnamon, MATE, and GNOME too.
    Inhibitor(
        Service(
            "org.freedesktop.ScreenSaver",
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver",
        ),
        "ss",
        (_APP, _REASON),
        "UnInhibit",
    ),
    # Both, in GNOME and what came of it.
    Inhibitor(
        Service(
            "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager"
        ),
        "susu",
        ("mission-countdown", _NO_WINDOW, _REASON, _FLAGS_SLEEP_AND_IDLE),
        "Uninhibit",
    ),
    # Sleep, and the monitor's: Xfce, KDE.
    Inhibitor(
        Service(
            "org.freedesktop.PowerManagement",
            "/org/freedesktop/PowerManagement/Inhibit",
            "org.freedesktop.PowerManagement.Inhibit",
        ),
        "ss",
        (_APP, _REASON),
        "UnInhibit",
    ),
)


class _Held(NamedTuple):
    connection: int
    owner: str
    cookie: object


class BusHolder:
    """Linux: asks every such service that runs on the session bus, and starts none."""

    def __init__(self) -> None:
        self._bus = SessionBus()
        self._held: dict[Inhibitor, _Held] = {}

    def hold(self) -> Trouble | None:
        trouble = Trouble.NO_SERVICE
        for inhibitor in INHIBITORS:
            try:
                self._ask(inhibitor)
            except TroubleError as error:
                trouble = error.trouble
        return None if self._held else trouble

    def release(self) -> None:
        for inhibitor, held in self._held.items():
            try:
                self._bus.call(inhibitor.service, inhibitor.undo, "u", held.cookie)
            except TroubleError:
                continue  # it ends with the connection
        self._held.clear()
        self._bus.close()

    def _ask(self, inhibitor: Inhibitor) -> None:
        held = self._held.pop(inhibitor, None)
        owner = self._bus.owner_of(inhibitor.service.name)
        if owner is None:
            return
        if held is None or held[:2] != (self._bus.connections, owner):
            told = self._bus.call(
                inhibitor.service, "Inhibit", inhibitor.signature, *inhibitor.body
            )
            held = _Held(self._bus.connections, owner, told[0] if told else 0)
        self._held[inhibitor] = held


class DesktopHolder:
    """Linux with an X server: both the desktop's services and the server are asked."""

    def __init__(self, services: Holder, server: Holder) -> None:
        self._services = services
        self._server = server

    def hold(self) -> Trouble | None:
        trouble, blanks = self._services.hold(), self._server.hold()
        if trouble in (Trouble.NO_BUS, Trouble.NO_SERVICE):  # so nobody else could blank it
            return trouble if blanks else None
        return trouble

    def release(self) -> None:
        self._services.release()
        self._server.release()


class WindowsHolder:
    """Windows: a state of the thread that asks. Not tried."""

    _CONTINUOUS: Final = 0x8000_0000
    _SYSTEM_REQUIRED: Final = 0x1
    _DISPLAY_REQUIRED: Final = 0x2

    def hold(self) -> Trouble | None:
        wanted = self._CONTINUOUS | self._SYSTEM_REQUIRED | self._DISPLAY_REQUIRED
        return None if self._set(wanted) else Trouble.REFUSED

    def release(self) -> None:
        self._set(self._CONTINUOUS)

    def _set(self, state: int) -> bool:
        if sys.platform == "win32":
            import ctypes

            return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))
        return False


class MacHolder:
    """macOS: a program that holds as long as it runs, and ends with this process. Not tried."""

    def __init__(self) -> None:
        self._program: Popen[bytes] | None = None

    def hold(self) -> Trouble | None:
        import subprocess

        if self._program is None or self._program.poll() is not None:
            try:
                self._program = subprocess.Popen(["caffeinate", "-d", "-i", "-w", str(os.getpid())])
            except OSError:
                return Trouble.NO_SERVICE
        return None

    def release(self) -> None:
        if self._program is not None:
            self._program.terminate()
            self._program.wait()
            self._program = None
