"""An instant as somebody types it: a date, a time of day, both, or the day of a flight."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final, NamedTuple

from countdown.core.durations import ceil_days
from countdown.core.errors import BadMomentError, OutOfRangeError
from countdown.core.flights import End, Flight
from countdown.core.moments import DAY, Instant, as_datetime, instant

_PROBES: Final = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001
"""Two dates that share no field: what is not typed comes from them, and so is told apart."""
_LONGEST: Final = 60
_YEAR_FIRST: Final = re.compile(r"\s*\d{4}-")
_DIGITS: Final = re.compile(r"\s*\d{1,3}\s*")
_DAY: Final = re.compile(r"\s*(?P<word>[^\W\d]+)\.?\s*(?P<number>\d{1,6})\s*")
_WORLD_TIME: Final = frozenset({"UTC", "GMT", "Z"})


class DayBeyondFlightError(Exception):
    """The flight has no such day; it has ``days``."""

    def __init__(self, days: int) -> None:
        super().__init__(days)
        self.days = days


class Manner(NamedTuple):
    """How dates are written where the app runs.

    ``months`` are the names of each of the twelve, ``day_words`` stand before a flight's day.
    """

    day_first: bool = True
    months: Sequence[Sequence[str]] = ()
    day_words: Sequence[str] = ("day",)


def typed_instant(
    text: str, shown: Instant, flight: Flight | None = None, manner: Manner | None = None
) -> Instant:
    """Return the instant that is meant, in UTC where no zone is typed.

    What is left out comes from ``shown`` down to the largest that is typed, and begins anew
    below it: ``16 oct`` is of the shown year, ``oct 2015`` its first day, ``12:00`` today.

    Raises:
        BadMomentError: it can't be understood.
        DayBeyondFlightError: the flight has no such day.
        OutOfRangeError: outside 1900 to 2200.
    """
    manner = manner or Manner()
    day = _DAY.fullmatch(text)
    if flight is not None and day and day["word"].casefold() in manner.day_words:
        return _day_of(flight, int(day["number"]))
    if len(text) > _LONGEST or _DIGITS.fullmatch(text):
        raise BadMomentError(text)
    try:
        when = _read(text, as_datetime(shown), manner)
    except (ValueError, OverflowError):
        raise BadMomentError(text) from None
    try:
        return instant(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (OutOfRangeError, OverflowError):
        raise OutOfRangeError(text) from None


def _day_of(flight: Flight, number: int) -> Instant:
    """The first second of a day of a flight, counted from 1."""
    if flight.end is not End.OPEN:
        days = max(1, ceil_days(flight.stop.latest - flight.launch.latest))
        if not 1 <= number <= days:
            raise DayBeyondFlightError(days)
    if number < 1:
        raise BadMomentError(str(number))
    try:
        start = as_datetime(flight.launch.latest)
        return instant(start + timedelta(seconds=(number - 1) * DAY + 1))
    except OverflowError:
        raise OutOfRangeError(str(number)) from None


def _read(text: str, shown: datetime, manner: Manner) -> datetime:
    from dateutil.parser import parser, parserinfo  # who types no date does not pay for it

    class Names(parserinfo):
        MONTHS = [
            (*english, *own)
            for english, own in zip(
                parserinfo.MONTHS, manner.months or ((),) * 12, strict=True
            )
        ]  # fmt: skip

    reader = parser(Names(dayfirst=manner.day_first and not _YEAR_FIRST.match(text)))

    def read(default: datetime) -> datetime:
        return reader.parse(text, default=default, tzinfos=_zone)

    first, second = (read(one) for one in _PROBES)
    if first.year != second.year and first.month != second.month and first.day != second.day:
        default = shown.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    elif first.year != second.year:
        default = datetime(shown.year, shown.month, 1)  # noqa: DTZ001
    else:
        default = datetime(shown.year, 1, 1)  # noqa: DTZ001
    if first.year != second.year and first.month != second.month and first.day == second.day:
        raise ValueError(text)  # a day without a month, or a day of some week
    return read(default)


def _zone(name: str | None, offset: int | None) -> tzinfo:
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    if name is None or name.upper() in _WORLD_TIME:
        return UTC
    raise ValueError(name)
