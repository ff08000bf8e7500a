"""What a typed moment was taken for, in UTC and by the clock of its place; and why for nothing."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale

from countdown.core.errors import CountdownError, OutOfRangeError, UnknownZoneError
from countdown.core.moments import Precision, as_datetime
from countdown.core.typed_moments import Doubt, Doubtful, Understood, typed_moment
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from datetime import tzinfo

    from countdown.core.moments import Moment

USUAL_ZONES: Final = (
    "UTC", "America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/London",
    "Europe/Berlin", "Europe/Moscow", "Asia/Qyzylorda", "Asia/Kolkata", "Asia/Shanghai",
    "Asia/Tokyo",
)  # fmt: skip
"""The clocks of mission controls and launch sites; the others follow."""


def zone_names() -> list[str]:
    """Return all zones that can be chosen, the usual ones first."""
    from zoneinfo import available_timezones

    others = {one for one in available_timezones() if "/" in one and not one.startswith("Etc/")}
    return [*USUAL_ZONES, *sorted(others - set(USUAL_ZONES), key=place_name)]


def zone_of(name: str) -> tzinfo:
    """Return a zone by name; UTC for none, or one that this machine does not know."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name not in ("", "UTC") else UTC
    except (ValueError, OSError, KeyError):
        return UTC


def read_moment(text: str, zone: str) -> Understood | Doubtful:
    """Read a moment as it is typed in this language, in a zone by name.

    Raises:
        CountdownError: as `typed_moment` does.
    """
    place = QLocale()
    day_first = place.dateFormat(QLocale.FormatType.ShortFormat).lower().startswith("d")
    months = [place.standaloneMonthName(number) for number in range(1, 13)]
    return typed_moment(text, zone_of(zone), day_first=day_first, months=months)


def understood(found: Understood, zone: str) -> str:
    """Say what was understood: in UTC, and where ``zone`` is another by its clock too."""
    moment = found.moment
    if moment.precision > Precision.MINUTE:
        text = phrases.moment(moment)
        return {
            Precision.DAY: tr("{}, a day of UTC"),
            Precision.MONTH: tr("{}, the whole month"),
            Precision.YEAR: tr("{}, the whole year"),
        }[moment.precision].format(text)
    text = _date_by_clock(moment, UTC, "UTC")
    if zone not in ("", "UTC"):
        text = " · ".join((text, _there(moment, zone_of(zone), place_name(zone))))
    return tr("no earlier than {}").format(text) if moment.no_earlier_than else text


def to_the_second(moment: Moment) -> str:
    """Write a moment in UTC with its seconds, where these are known."""
    if moment.precision is not Precision.SECOND:
        return phrases.moment(moment)
    return understood(Understood(moment), "UTC")


def place_name(zone: str) -> str:
    """Return a zone as people say it: ``New York``."""
    return zone.rpartition("/")[2].replace("_", " ")


def zone_label(zone: str) -> str:
    """Return a zone as it is chosen, its place first: ``New York · America``."""
    region = zone.rpartition("/")[0].replace("_", " ")
    return " · ".join(filter(None, (place_name(zone), region)))


def _there(moment: Moment, zone: tzinfo, name: str) -> str:
    """Say it by the clock of a place, with the date where that is another than in UTC."""
    utc = as_datetime(moment.earliest)
    if utc.astimezone(zone).date() != utc.date():
        return _date_by_clock(moment, zone, name)
    return tr("{time} {zone}").format(time=_clock(moment, zone), zone=name)


def _date_by_clock(moment: Moment, zone: tzinfo, name: str) -> str:
    there = as_datetime(moment.earliest).astimezone(zone)
    day = QLocale().toString(QDate(there.year, there.month, there.day), tr("d MMM yyyy"))
    return tr("{date}, {time} {zone}").format(date=day, time=_clock(moment, zone), zone=name)


def _clock(moment: Moment, zone: tzinfo) -> str:
    there = as_datetime(moment.earliest).astimezone(zone)
    return f"{there:%H:%M:%S}" if moment.precision is Precision.SECOND else f"{there:%H:%M}"


def doubt_words(found: Doubtful) -> str:
    """Ask which of two readings is meant."""
    if found.doubt is Doubt.TWICE:
        return tr("The clocks go back then: this time comes twice. Which one is meant?")
    return tr("The clocks go forward then: this time does not come. Which one is meant?")


def trouble_with(error: CountdownError) -> str:
    """Say why a text is no moment."""
    if isinstance(error, UnknownZoneError):
        return tr("“{}” is no one zone: choose it beside, or type +03:00").format(error.zone)
    if isinstance(error, OutOfRangeError):
        return tr("Only 1900 to 2199 can be told")
    return tr("Not understood: try “27 March 2015 19:42”, “March 2027” or “NET 2027”")
