"""What is remembered between two starts: a few keys in one ini file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from countdown.core.programme import MOST_SECONDS, USUAL_SECONDS, Programme, slides_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MISSION: Final = "mission/last"
_CLOCK: Final = "clock/last"
_GEOMETRY: Final = "window/geometry"
_THEME: Final = "look/theme"
_REDUCED_MOTION: Final = "look/reduced-motion"
_SLIDES: Final = "display/slides"
_SECONDS: Final = "display/seconds"
_SCREEN: Final = "display/screen"
_OPACITY: Final = "pinned/opacity"
_PLACES: Final = "places"
_PINS: Final = "pinned/missions"
_ANNOUNCED: Final = "records/announced"

SYSTEM_THEME: Final = "system"
LEAST_OPACITY: Final = 30
"""Percent; below that a window is hardly seen."""
MOST_ANNOUNCED: Final = 200
"""So many keys are remembered; a person passes some dozens of marks in a life."""


class Settings(QObject):
    """Preferences and places; what is not there, or damaged, reads as its default.

    Signals:
        theme_changed: the theme's new name.
        pin_opacity_changed: how opaque pinned windows are now, in percent.
    """

    theme_changed = Signal(str)
    pin_opacity_changed = Signal(int)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._store = QSettings(str(file), QSettings.Format.IniFormat, self)

    @property
    def mission(self) -> str:
        """The key of the last mission; empty on the first start."""
        return self._text(_MISSION)

    @mission.setter
    def mission(self, key: str) -> None:
        self._store.setValue(_MISSION, key)

    @property
    def clock(self) -> str:
        """The last clock as one line of text; empty on the first start."""
        return self._text(_CLOCK)

    @clock.setter
    def clock(self, line: str) -> None:
        self._store.setValue(_CLOCK, line)

    @property
    def theme(self) -> str:
        """The name of the theme, or `SYSTEM_THEME`."""
        return self._text(_THEME) or SYSTEM_THEME

    @theme.setter
    def theme(self, name: str) -> None:
        if name != self.theme:
            self._store.setValue(_THEME, name)
            self.theme_changed.emit(name)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing moves for its own sake; where nobody chose, as on the desktop."""
        chosen = self._text(_REDUCED_MOTION)
        if chosen in ("yes", "no"):
            return chosen == "yes"
        return _desktop_reduces_motion()

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._store.setValue(_REDUCED_MOTION, "yes" if reduced else "no")

    @property
    def programme(self) -> Programme:
        """What the display shows; without slides where nothing was set up."""
        seconds = self._text(_SECONDS)
        usable = seconds.isdecimal() and int(seconds) <= MOST_SECONDS
        return Programme(
            slides_of(self._text(_SLIDES).splitlines()),
            int(seconds) if usable else USUAL_SECONDS,
        )

    @programme.setter
    def programme(self, programme: Programme) -> None:
        self._store.setValue(_SLIDES, "\n".join(programme.lines))
        self._store.setValue(_SECONDS, str(programme.seconds))

    @property
    def display_screen(self) -> str:
        """The name of the screen that the display fills; empty for the first one."""
        return self._text(_SCREEN)

    @display_screen.setter
    def display_screen(self, name: str) -> None:
        self._store.setValue(_SCREEN, name)

    @property
    def pins(self) -> tuple[str, ...]:
        """The keys of the missions that are pinned, or were when the app ended."""
        return tuple(filter(None, self._text(_PINS).splitlines()))

    @pins.setter
    def pins(self, keys: tuple[str, ...]) -> None:
        self._store.setValue(_PINS, "\n".join(keys))

    @property
    def geometry(self) -> QByteArray:
        """The window's place, as Qt packs it; empty on the first start."""
        value = self._store.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._store.setValue(_GEOMETRY, place)

    @property
    def pin_opacity(self) -> int:
        """How opaque pinned windows are, in percent."""
        value = self._text(_OPACITY)
        usable = value.isdecimal() and LEAST_OPACITY <= int(value) <= 100
        return int(value) if usable else 100

    @pin_opacity.setter
    def pin_opacity(self, percent: int) -> None:
        if percent != self.pin_opacity:
            self._store.setValue(_OPACITY, str(percent))
            self.pin_opacity_changed.emit(percent)

    def places(self, key: str) -> str:
        """Return the places of a small window, as `services.places` writes them."""
        return self._text(f"{_PLACES}/{key}")

    def set_places(self, key: str, lines: str) -> None:
        self._store.setValue(f"{_PLACES}/{key}", lines)

    @property
    def announced(self) -> tuple[str, ...]:
        """The keys of what was announced, the last one last."""
        value = self._store.value(_ANNOUNCED)
        if isinstance(value, str):  # a list of one comes back as its text
            return (value,)
        keys = value if isinstance(value, list) else ()
        return tuple(key for key in keys if isinstance(key, str))

    @announced.setter
    def announced(self, keys: Sequence[str]) -> None:
        self._store.setValue(_ANNOUNCED, list(keys[-MOST_ANNOUNCED:]))

    def save(self) -> bool:
        """Write to disk now; False where that fails."""
        self._store.sync()
        return self._store.status() is QSettings.Status.NoError

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""


def _desktop_reduces_motion() -> bool:
    """Ask Qt where it knows: elsewhere, as under bare X11, it says that there are no effects."""
    asked = QGuiApplication.platformName() == "windows" or "KDE" in os.environ.get(
        "XDG_CURRENT_DESKTOP", ""
    )
    return asked and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
