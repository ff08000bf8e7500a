"""The X server's own blanking of the screen, and of the monitor, held off.

A desktop is asked over its bus. Where there is none, as on a screen on a wall with a window manager
alone, the server is all that could blank the screen: its screen saver extension knows a wish to
suspend both, as long as the connection is open that it came by.
"""

from __future__ import annotations

import ctypes
from typing import Final

from countdown.services.session_bus import Trouble

_SUSPENDS_SINCE: Final = (1, 1)
"""The version of the extension."""


class XHolder:
    """Keeps a connection of its own to the X server that ``DISPLAY`` names, for one thread."""

    def __init__(self) -> None:
        self._server: ctypes.CDLL | None = None
        self._connection: ctypes.c_void_p | None = None

    def hold(self) -> Trouble | None:
        if self._connection is not None:
            return None
        try:
            self._server = ctypes.CDLL("libX11.so.6")
            screen_saver = ctypes.CDLL("libXss.so.1")
        except OSError:  # not installed
            return Trouble.NO_SERVICE
        self._server.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._server.XOpenDisplay(None)
        if opened is None:
            return Trouble.NO_SERVICE
        self._connection = ctypes.c_void_p(opened)
        if not _can_suspend(screen_saver, self._connection):
            self.release()
            return Trouble.NO_SERVICE
        screen_saver.XScreenSaverSuspend(self._connection, ctypes.c_int(True))
        self._server.XFlush(self._connection)
        return None

    def release(self) -> None:
        if self._server is not None and self._connection is not None:
            self._server.XCloseDisplay(self._connection)
        self._connection = None


def _can_suspend(screen_saver: ctypes.CDLL, connection: ctypes.c_void_p) -> bool:
    first, second = ctypes.c_int(), ctypes.c_int()
    both = ctypes.byref(first), ctypes.byref(second)
    if not screen_saver.XScreenSaverQueryExtension(connection, *both):
        return False
    return bool(
        screen_saver.XScreenSaverQueryVersion(connection, *both)
        and (first.value, second.value) >= _SUSPENDS_SINCE
    )
