"""Instants as people type them: ISO, most ways of writing a date, or a day of a flight."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Final

from countdown.core.errors import BadMomentError, OutOfRangeError
from countdown.core.moments import DAY, Instant, as_datetime, instant

if TYPE_CHECKING:
    from countdown.core.flights import Flight

_DAY: Final = re.compile(r"(?:mission )?day (\d{1,5})", re.ASCII | re.IGNORECASE)
_LONGEST: Final = 60
_YEAR_FIRST: Final = re.compile(r"\d{4}-", re.ASCII)
_FEW_DIGITS: Final = re.compile(r"\d{1,3}", re.ASCII)
_PROBES: Final = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2004, 2, 2, tzinfo=UTC))
"""Two dates that share no field: read with each, what is not typed shows itself."""
_WORLD_TIME: Final = frozenset({"UTC", "GMT", "Z"})


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


def _read(text: str, near: datetime, months: Sequence[str], *, day_first: bool) -> datetime:
    from dateutil.parser import parser, parserinfo  # late: nobody types a date at each start

    both = [
        (*english, *own)
        for english, own in zip(parserinfo.MONTHS, map(str.split, months or [""] * 12), strict=True)
    ]
    zones = [*_WORLD_TIME, *map(str.lower, _WORLD_TIME)]
    names = type("Names", (parserinfo,), {"MONTHS": both, "UTCZONE": zones})
    reader = parser(names(dayfirst=day_first and not _YEAR_FIRST.match(text)))

    def read(default: datetime) -> datetime:
        return reader.parse(text, default=default, tzinfos=_zone)

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
