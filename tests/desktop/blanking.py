"""The blanking of an X screen, seen as its server sees it."""

from __future__ import annotations

import ctypes
from typing import Final

_BY_THE_SCREEN_S: Final = 1
_USUAL_S: Final = 600
_ON: Final = 1


class _Info(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("mask", ctypes.c_ulong),
    )


class Blanking:
    """Lets a screen go blank after a second without a touch."""

    def __init__(self, display: str) -> None:
        self._server = ctypes.CDLL("libX11.so.6")
        self._screen_saver = ctypes.CDLL("libXss.so.1")
        self._server.XOpenDisplay.restype = ctypes.c_void_p
        self._server.XDefaultRootWindow.restype = ctypes.c_ulong
        self._connection = ctypes.c_void_p(self._server.XOpenDisplay(display.encode()))
        self._set(_BY_THE_SCREEN_S)

    def is_on(self) -> bool:
        return bool(self._ask().state == _ON)

    def is_held_off(self) -> bool:
        """Say whether the screen is awake longer than by itself; if not, wake it to see again."""
        seen = self._ask()
        if seen.state == _ON:
            self._server.XResetScreenSaver(self._connection)
            self._server.XFlush(self._connection)
        return bool(seen.state != _ON and seen.idle > 2_000 * _BY_THE_SCREEN_S)

    def stop(self) -> None:
        self._set(_USUAL_S)
        self._server.XCloseDisplay(self._connection)

    def _set(self, seconds: int) -> None:
        self._server.XSetScreenSaver(self._connection, seconds, seconds, 1, 1)
        self._server.XFlush(self._connection)

    def _ask(self) -> _Info:
        seen = _Info()
        root = ctypes.c_ulong(self._server.XDefaultRootWindow(self._connection))
        self._screen_saver.XScreenSaverQueryInfo(self._connection, root, ctypes.byref(seen))
        return seen
