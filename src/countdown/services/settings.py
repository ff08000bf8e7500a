"""What is remembered between two starts: a few keys in one ini file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MISSION: Final = "mission/last"
_CLOCK: Final = "clock/last"
_GEOMETRY: Final = "window/geometry"
_THEME: Final = "look/theme"
_ANNOUNCED: Final = "records/announced"

SYSTEM_THEME: Final = "system"
MOST_ANNOUNCED: Final = 200
"""So many keys are remembered; a person passes some dozens of marks in a life."""


class Settings(QObject):
    """Preferences and places; what is not there, or damaged, reads as its default.

    Signals:
        theme_changed: the theme's new name.
    """

    theme_changed = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
    def geometry(self) -> QByteArray:
        """The window's place, as Qt packs it; empty on the first start."""
        value = self._store.value(_GEOMETRY)
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._store.setValue(_GEOMETRY, place)

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
