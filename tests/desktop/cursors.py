"""What pointer a screen shows: the one thing that no X program tells."""

from __future__ import annotations

import ctypes
from ctypes.util import find_library


class _CursorImage(ctypes.Structure):
    """As in X11/extensions/Xfixes.h."""

    _fields_ = (
        ("x", ctypes.c_short),
        ("y", ctypes.c_short),
        ("width", ctypes.c_ushort),
        ("height", ctypes.c_ushort),
        ("xhot", ctypes.c_ushort),
        ("yhot", ctypes.c_ushort),
        ("cursor_serial", ctypes.c_ulong),
        ("pixels", ctypes.POINTER(ctypes.c_ulong)),
    )


def can_look() -> bool:
    return find_library("Xfixes") is not None


def is_pointer_visible(display: str) -> bool:
    """Say whether any pixel of the pointer is not wholly transparent."""
    x11 = ctypes.CDLL(find_library("X11"))
    fixes = ctypes.CDLL(find_library("Xfixes"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    fixes.XFixesGetCursorImage.restype = ctypes.POINTER(_CursorImage)
    opened = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    fixes.XFixesQueryVersion(opened, *(ctypes.byref(ctypes.c_int(4)) for _ in range(2)))
    fixes.XFixesQueryExtension(opened, *(ctypes.byref(ctypes.c_int()) for _ in range(2)))
    image = fixes.XFixesGetCursorImage(opened).contents
    seen = any(image.pixels[place] >> 24 & 255 for place in range(image.width * image.height))
    x11.XFree(ctypes.byref(image))
    x11.XCloseDisplay(opened)
    return seen
