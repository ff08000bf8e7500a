"""Instants and moments as people type them: ISO, and most ways of writing a date.

An instant is somewhere to go, so what is not typed is guessed; a moment is a fact, so nothing is.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.errors import BadMomentError, OutOfRangeError, UnknownZoneError
from countdown.core.moments import DAY, MINUTE, Instant, Moment, Precision, as_datetime, instant

if TYPE_CHECKING:
    from countdown.core.flights import Flight

_DAY: Final = re.compile(r"(?:mission )?day (\d{1,5})", re.ASCII | re.IGNORECASE)
_LONGEST: Final = 60
_YEAR_FIRST: Final = re.compile(r"\d{4}-", re.ASCII)
_FEW_DIGITS: Final = re.compile(r"\d{1,3}", re.ASCII)
_PROBES: Final = (
    datetime(2000, 1, 1, tzinfo=UTC),
    datetime(2004, 2, 20, 11, 22, 33, tzinfo=UTC),
)
"""Two dates that share no field: read with each, what is not typed shows itself."""
_WORLD_TIME: Final = frozenset({"UTC", "GMT", "Z"})
_MOSCOW: Final = "MSK"
"""Moscow time, which was not always as far ahead."""
_PARTS: Final = ("month", "day", "hour", "minute", "second")
_OPEN_END: Final = re.compile(r"(?:no earlier than|not before|net)\b[\s:]*", re.IGNORECASE)
_DOTTED: Final = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", re.ASCII)
_TIME_IN_ZONE: Final = re.compile(
    r"(\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s*[ap]\.?m\b\.?)?)"
    r"\s*\(?((?:UTC|GMT)?[+\-−]\d{1,2}(?::?\d\d)?|[A-Z]+(?:/[A-Z_]+)+|[A-Z]{1,5})\)?(?![\w:/])",
    re.ASCII | re.IGNORECASE,
)
_ISO_TIME: Final = re.compile(
    r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d(?::?\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)",
    re.ASCII | re.IGNORECASE,
)
_OFFSET: Final = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", re.ASCII | re.IGNORECASE)
_ZONES: Final = {
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "JST": 9, "HST": -10,
}  # fmt: skip
"""Hours ahead of UTC of the names that mean one zone.

Not CST, IST and BST, which mean several: the chosen zone decides whether one of them is meant.
"""


def typed_instant(
    text: str,
    near: Instant,
    flight: "Flight | None" = None,
    *,
    day_first: bool = False,
    months: Sequence[str] = (),
) -> Instant:
    """Return the instant that is meant, in UTC where no zone is typed.

    A time alone is of ``near``'s day, a date without a year of its year; ``oct 2015`` is that
    month's first day, at 00:00. ``day 203`` is the first second of a flight's 203rd day.
    ``day_first`` decides what 3/4/2016 is; ``months`` are the twelve names in another language.

    Raises:
        BadMomentError: it cannot be understood.
        OutOfRangeError: outside 1900 to 2200.
    """
    typed = text.strip()
    found = _DAY.fullmatch(typed)
    if found is not None and flight is not None and int(found[1]) > 0:
        at = flight.launch.latest + (int(found[1]) - 1) * DAY
        return instant(as_datetime(Instant(at)))
    if not typed or len(typed) > _LONGEST or _FEW_DIGITS.fullmatch(typed):
        raise BadMomentError(text)
    try:
        return instant(_read(typed, as_datetime(near), months, day_first=day_first))
    except OutOfRangeError:
        raise OutOfRangeError(text) from None
    except (ValueError, OverflowError, TypeError, RecursionError):
        raise BadMomentError(text) from None


class Understood(NamedTuple):
    """What a text was taken for; ``zone`` is that of its time of day, empty where it has none.

    A date without a time of day is that of UTC, as in all tables of flights.
    """

    moment: Moment
    zone: str = ""


class Doubt(StrEnum):
    """What a clock change does to a local time."""

    TWICE = "twice"
    NEVER = "never"


class Doubtful(NamedTuple):
    """A local time at a clock change, which only who typed it can tell; the earlier one first.

    One that never was is read by the clock before the change, and by the one after it.
    """

    doubt: Doubt
    readings: tuple[Understood, Understood]


def typed_moment(
    text: str, zone: tzinfo = UTC, *, day_first: bool = False, months: Sequence[str] = ()
) -> Understood | Doubtful:
    """Return the moment that is stated, as exactly as it is, in ``zone`` where none is typed.

    ``NET January 2027`` has an open end. The year is always typed, in four digits. ``day_first``
    and ``months`` are as for `typed_instant`, but 29.10.2015 has its day first everywhere.

    Raises:
        BadMomentError: it cannot be understood.
        UnknownZoneError: its time is in a zone that has no such name, or that could be several.
        OutOfRangeError: outside 1900 to 2200.
    """
    typed = text.strip()
    opening = _OPEN_END.match(typed)
    stated = typed[opening.end() :] if opening is not None else typed
    if not stated or len(typed) > _LONGEST:
        raise BadMomentError(text)
    try:
        found = _stated(stated, zone, months, day_first=day_first)
    except OutOfRangeError:
        raise OutOfRangeError(text) from None
    except (BadMomentError, ValueError, OverflowError, TypeError, RecursionError):
        raise BadMomentError(text) from None
    return _with_open_end(found) if opening is not None else found


def _with_open_end(found: Understood | Doubtful) -> Understood | Doubtful:
    if isinstance(found, Understood):
        return found._replace(moment=found.moment._replace(no_earlier_than=True))
    first, second = (
        one._replace(moment=one.moment._replace(no_earlier_than=True)) for one in found.readings
    )
    return found._replace(readings=(first, second))


def _stated(
    text: str, zone: tzinfo, months: Sequence[str], *, day_first: bool
) -> Understood | Doubtful:
    if _ISO_TIME.fullmatch(text):
        return Understood(Moment.parse(text), "UTC" if text[-1] in "Zz" else text[-6:])
    timed = _TIME_IN_ZONE.search(text)
    named = _zone_called(timed[2], zone) if timed is not None else None
    if timed is not None and named is not None:
        zone = named
        text = f"{text[: timed.start()]}{timed[1]} {text[timed.end() :]}"
    day_first = day_first or _DOTTED.search(text) is not None
    read = _reader(text, months, _no_other_zone, day_first=day_first)
    first, second = (read(one) for one in _PROBES)
    if first.year != second.year or f"{first.year:04}" not in text:
        raise ValueError(text)  # no year, or one that was made of two digits
    typed = [getattr(first, part) == getattr(second, part) for part in _PARTS]
    if typed != sorted(typed, reverse=True):
        raise ValueError(text)  # a day without a month, or a time without a day
    match sum(typed):
        case 0:
            return Understood(Moment.parse(f"{first.year:04}"))
        case 1:
            return Understood(Moment.parse(f"{first.year:04}-{first.month:02}"))
        case 2:
            return Understood(Moment.parse(first.date().isoformat()))
        case 3:
            raise ValueError(text)  # an hour is no precision that facts come in
    local = first.replace(tzinfo=None, microsecond=0)
    return _placed(local, zone, Precision.SECOND if typed[-1] else Precision.MINUTE)


def _placed(local: datetime, zone: tzinfo, precision: Precision) -> Understood | Doubtful:
    """Find the moment of a local time; at a clock change, the two that it may be."""
    read = [local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    name = "UTC" if zone is UTC else str(zone)
    starts = sorted(map(instant, read))
    first, last = (
        Understood(
            Moment.exact(start)
            if precision is Precision.SECOND
            else Moment(start, Instant(start + MINUTE), precision),
            name,
        )
        for start in starts
    )
    if first == last:
        return first
    is_there = read[0].astimezone(zone).replace(tzinfo=None) == local
    return Doubtful(Doubt.TWICE if is_there else Doubt.NEVER, (first, last))


def _reader(
    text: str,
    months: Sequence[str],
    zones: Callable[[str | None, int | None], tzinfo],
    *,
    day_first: bool,
) -> Callable[[datetime], datetime]:
    """Return what reads ``text``, taking from another date what it does not say."""
    from dateutil.parser import parser, parserinfo  # late: nobody types a date at each start

    both = [
        (*english, *own)
        for english, own in zip(parserinfo.MONTHS, map(str.split, months or [""] * 12), strict=True)
    ]
    world = [*_WORLD_TIME, *map(str.lower, _WORLD_TIME)]
    names = type("Names", (parserinfo,), {"MONTHS": both, "UTCZONE": world})
    reader = parser(names(dayfirst=day_first and not _YEAR_FIRST.match(text)))

    def read(default: datetime) -> datetime:
        return reader.parse(text, default=default, tzinfos=zones)

    return read


def _read(text: str, near: datetime, months: Sequence[str], *, day_first: bool) -> datetime:
    read = _reader(text, months, _zone, day_first=day_first)
    first, second = (read(one) for one in _PROBES)
    no_year, no_month = first.year != second.year, first.month != second.month
    if no_year and no_month and first.day == second.day:
        raise ValueError(text)  # a day without a month
    start = near.replace(hour=0, minute=0, second=0, microsecond=0)
    if not (no_year and no_month):
        start = start.replace(month=1, day=1)
    return read(start)


def _zone(name: str | None, offset: int | None) -> tzinfo:
    """The zone that is typed; of those with a name, only the world's own is told apart."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    if name is None or name.upper() in _WORLD_TIME:
        return UTC
    raise ValueError(name)


def _no_other_zone(name: str | None, offset: int | None) -> tzinfo:
    """Refuse the zone that stands where none is looked for, or that is not known."""
    if name is None and offset is None:
        return UTC
    if name is None or offset is not None or name.upper() in {*_WORLD_TIME, *_ZONES, _MOSCOW}:
        raise ValueError(name)
    raise UnknownZoneError(name)


def _zone_called(name: str, chosen: tzinfo) -> tzinfo | None:
    """Return the zone that was typed behind a time; None for what is no zone, such as a month."""
    if (offset := _OFFSET.fullmatch(name.replace("\N{MINUS SIGN}", "-"))) is not None:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(-ahead if offset[1] == "-" else ahead)
    if "/" in name:
        return _zone_of_place(name)
    upper = name.upper()
    if upper in _WORLD_TIME:
        return UTC
    for probe in (datetime(2015, 1, 1), datetime(2015, 7, 1)):  # noqa: DTZ001
        there = probe.replace(tzinfo=chosen)
        if there.tzname() == upper:
            return timezone(there.utcoffset() or timedelta(0), upper)
    if upper in _ZONES:
        return timezone(timedelta(hours=_ZONES[upper]), upper)
    return _zone_of_place("Europe/Moscow") if upper == _MOSCOW else None


def _zone_of_place(name: str) -> tzinfo:
    """Return the zone of a place as the tz database calls it, capitals aside."""
    from zoneinfo import ZoneInfo, available_timezones

    for known in (name, *(one for one in available_timezones() if one.lower() == name.lower())):
        with suppress(ValueError, OSError, KeyError):
            return ZoneInfo(known)
    raise UnknownZoneError(name)
