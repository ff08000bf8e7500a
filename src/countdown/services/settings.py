"""What is remembered between two starts: a few keys in one ini file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, QTimeZone, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from countdown.core.durations import Rule
from countdown.core.manner import Manner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from countdown.core.programme import Programme

_MISSION: Final = "mission/last"
_CLOCK: Final = "clock/last"
_START_MISSION: Final = "mission/at-start"
_START_CLOCK: Final = "clock/at-start"
_RULE: Final = "figures/rule"
_UNITS: Final = "figures/units"
_HOURS: Final = "figures/hours"
_ZONE: Final = "figures/zone"
_NOTICES: Final = "records/notices"
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
AS_LEFT: Final = ""
"""At the start, what was shown at the end."""
FIRST_START: Final = "first"
"""At the start, the mission of a first start."""
LIVE: Final = "live"
ON_THIS_DAY: Final = "on-this-day"
LEAST_OPACITY: Final = 30
"""Percent; below that a window is hardly seen."""
MOST_ANNOUNCED: Final = 200
"""So many keys are remembered; a person passes some dozens of marks in a life."""
_YES_OR_NO: Final = {"yes": True, "no": False}


class Choices(NamedTuple):
    """What the settings window has: at first, as if nobody had chosen.

    ``start_mission`` is a mission's key, `FIRST_START` or `AS_LEFT`; ``start_clock`` is `LIVE`,
    `ON_THIS_DAY` or `AS_LEFT`. Motion that is None is as on the desktop.
    """

    start_mission: str = AS_LEFT
    start_clock: str = AS_LEFT
    manner: Manner = Manner()
    theme: str = SYSTEM_THEME
    reduced_motion: bool | None = None
    tells_of_records: bool = True


class Settings(QObject):
    """Preferences and places; what is not there, or damaged, reads as its default.

    Signals:
        choices_changed: the `Choices` by now.
        manner_changed: the `Manner` that figures are written in from now on.
        theme_changed: the theme's new name.
        pin_opacity_changed: how opaque pinned windows are now, in percent.
    """

    choices_changed = Signal(object)
    manner_changed = Signal(object)
    theme_changed = Signal(str)
    pin_opacity_changed = Signal(int)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._store = QSettings(str(file), QSettings.Format.IniFormat, self)

    @property
    def choices(self) -> Choices:
        """All that the settings window has."""
        clock, motion = self._text(_START_CLOCK), self._text(_REDUCED_MOTION)
        return Choices(
            self._text(_START_MISSION),
            clock if clock in (LIVE, ON_THIS_DAY) else AS_LEFT,
            self._manner(),
            self.theme,
            _YES_OR_NO.get(motion),
            self._text(_NOTICES) != "no",
        )

    @choices.setter
    def choices(self, choices: Choices) -> None:
        before = self.choices
        if choices == before:
            return
        self._store.setValue(_START_MISSION, choices.start_mission)
        self._store.setValue(_START_CLOCK, choices.start_clock)
        self._write_manner(choices.manner)
        self._store.setValue(_THEME, choices.theme)
        self._store.setValue(_REDUCED_MOTION, _written(choices.reduced_motion, "yes", "no"))
        self._store.setValue(_NOTICES, _written(choices.tells_of_records, "yes", "no"))
        self._tell(before, choices)

    def read_again(self) -> None:
        """Take what somebody else has put in the place of the file."""
        before, opacity = self.choices, self.pin_opacity
        self._store.sync()
        if self.choices != before:
            self._tell(before, self.choices)
        if self.pin_opacity != opacity:
            self.pin_opacity_changed.emit(self.pin_opacity)

    def _tell(self, before: Choices, choices: Choices) -> None:
        if choices.theme != before.theme:
            self.theme_changed.emit(choices.theme)
        if choices.manner != before.manner:
            self.manner_changed.emit(choices.manner)
        self.choices_changed.emit(choices)

    def _manner(self) -> Manner:
        rule, zone = self._text(_RULE), self._text(_ZONE)
        return Manner(
            Rule(rule) if rule in tuple(Rule) else Rule.ELAPSED,
            {"miles": True, "km": False}.get(self._text(_UNITS)),
            {"12": True, "24": False}.get(self._text(_HOURS)),
            zone if zone and QTimeZone.isTimeZoneIdAvailable(zone.encode()) else "",
        )

    def _write_manner(self, manner: Manner) -> None:
        self._store.setValue(_RULE, str(manner.rule))
        self._store.setValue(_UNITS, _written(manner.in_miles, "miles", "km"))
        self._store.setValue(_HOURS, _written(manner.in_twelve_hours, "12", "24"))
        self._store.setValue(_ZONE, manner.zone)

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
        self.choices = self.choices._replace(theme=name)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing moves for its own sake; where nobody chose, as on the desktop."""
        chosen = _YES_OR_NO.get(self._text(_REDUCED_MOTION))
        return _desktop_reduces_motion() if chosen is None else chosen

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self.choices = self.choices._replace(reduced_motion=reduced)

    @property
    def programme(self) -> Programme:
        """What the display shows; without slides where nothing was set up."""
        from countdown.core.programme import MOST_SECONDS, USUAL_SECONDS, Programme, slides_of

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


def _written(chosen: bool | None, yes: str, no: str) -> str:
    """A choice as it is stored; one that nobody made as nothing."""
    return "" if chosen is None else yes if chosen else no


def _desktop_reduces_motion() -> bool:
    """Ask Qt where it knows: elsewhere, as under bare X11, it says that there are no effects."""
    asked = QGuiApplication.platformName() == "windows" or "KDE" in os.environ.get(
        "XDG_CURRENT_DESKTOP", ""
    )
    return asked and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
