"""What a window system lets a pinned window do, and what Qt has no words for."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QGuiApplication, QNativeInterface

from countdown.models.phrases import tr

_STATES: Final = ("SKIP_TASKBAR", "SKIP_PAGER", "STICKY")
_ALL_DESKTOPS: Final = 0xFFFFFFFF
_ATOM, _CARDINAL = 4, 6


def is_supported() -> bool:
    """Say whether a window can place itself and stay above the others."""
    return not QGuiApplication.platformName().startswith("wayland")


def why_not() -> str:
    """Say why that cannot be here, and what can be done instead; nothing where it can."""
    if is_supported():
        return ""
    return tr(
        "On Wayland no program can place its own windows or keep them above the others; only the"
        " desktop can. In GNOME: the window menu (Alt+Space), Always on Top. In KDE Plasma: the"
        " title bar's menu, More Actions, Keep Above Others. In sway: swaymsg floating enable,"
        " sticky enable. Or start Mission Countdown with QT_QPA_PLATFORM=xcb, under XWayland."
    )


def keep_aside(window: int) -> None:
    """Keep an X11 window out of the task bar and on all desktops; elsewhere nothing is done.

    Qt has no words for either. To be called before each time that the window is shown: window
    managers forget both when it is hidden, and Qt adds its own states to those it finds.
    """
    application = QGuiApplication.instance()
    if QGuiApplication.platformName() != "xcb" or not isinstance(application, QGuiApplication):
        return
    native = application.nativeInterface()
    assert isinstance(native, QNativeInterface.QX11Application)
    from countdown.windows.xcb_properties import XcbProperties

    try:
        xcb = XcbProperties(native.connection())
    except OSError:  # its library has another name here
        return
    states = [xcb.atom(f"_NET_WM_STATE_{name}") for name in _STATES]
    xcb.write(window, xcb.atom("_NET_WM_STATE"), _ATOM, states)
    xcb.write(window, xcb.atom("_NET_WM_DESKTOP"), _CARDINAL, [_ALL_DESKTOPS])
