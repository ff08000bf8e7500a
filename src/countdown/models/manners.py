"""How figures are written for who looks: one manner for all windows, as Qt's locale is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimeZone

from countdown.core.durations import Rule

if TYPE_CHECKING:
    from PySide6.QtCore import QDateTime

    from countdown.core.manner import Manner

MILE_KM: Final = 1.609_344


class _Writing:
    """A manner with nothing left open; where the zone is None, times are the computer's own."""

    def __init__(self) -> None:
        self.rule = Rule.ELAPSED
        self.in_miles = False
        self.in_twelve_hours = False
        self.zone: QTimeZone | None = None
        self.place = ""


_writing: Final = _Writing()


def take_manner(manner: Manner) -> None:
    """Write figures so from now on; what was written before must be asked for again."""
    miles, twelve = manner.in_miles, manner.in_twelve_hours
    _writing.rule = manner.rule
    _writing.in_miles = system_has_miles() if miles is None else miles
    _writing.in_twelve_hours = system_has_twelve_hours() if twelve is None else twelve
    _writing.zone = QTimeZone(manner.zone.encode()) if manner.zone else None
    _writing.place = place_of(manner.zone)


def system_has_miles() -> bool:
    """Say whether distances are in miles where the computer is."""
    return QLocale().measurementSystem() is not QLocale.MeasurementSystem.MetricSystem


def system_has_twelve_hours() -> bool:
    """Say whether the hours are counted to twelve where the computer is."""
    return "a" in QLocale().timeFormat(QLocale.FormatType.ShortFormat).lower()


def leading_rule() -> Rule:
    """Return the rule of counting that is shown first."""
    return _writing.rule


def in_miles() -> bool:
    return _writing.in_miles


def place_of(zone: str) -> str:
    """Return what a zone is called after: ``New York`` of ``America/New_York``."""
    return zone.rpartition("/")[2].replace("_", " ")


def here(utc: QDateTime) -> tuple[QDateTime, str]:
    """Return a time in the chosen zone, and what the zone is called; nothing for the own one."""
    if _writing.zone is None:
        return utc.toLocalTime(), ""
    return utc.toTimeZone(_writing.zone), _writing.place


def hours(time: QDateTime) -> str:
    """Write a time of day to the minute."""
    return QLocale().toString(time.time(), "h:mm AP" if _writing.in_twelve_hours else "HH:mm")
