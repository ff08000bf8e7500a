"""Points in time with the precision they are known to.

Inside the app an instant is a whole number of seconds since 1970-01-01T00:00:00Z (leap seconds
are not counted, as in every published table of flights). Time zones exist for display alone.
"""

import re
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple, NewType

from countdown.core.errors import BadMomentError, OutOfRangeError

Instant = NewType("Instant", int)
"""Whole seconds since 1970-01-01T00:00:00Z; negative before."""

MINUTE: Final = 60
HOUR: Final = 3_600
DAY: Final = 86_400

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NAIVE_EPOCH: Final = _EPOCH.replace(tzinfo=None)
FIRST: Final = Instant(-2_208_988_800)
"""1900-01-01T00:00:00Z, the first instant the app knows."""
END: Final = Instant(7_258_118_400)
"""2200-01-01T00:00:00Z, the first instant the app no longer knows."""

_PARTING: Final = frozenset("T ")
_ISO_SIGNS: Final = frozenset("0123456789-+:.,TZW ")
_MONTH_OR_YEAR: Final = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)


class Precision(IntEnum):
    """How closely a moment is known; the larger, the coarser."""

    SECOND = 0
    MINUTE = 1
    DAY = 2
    MONTH = 3
    YEAR = 4


_UTC_TIMES: Final = {
    len("2015-03-27T19:42Z"): Precision.MINUTE,
    len("2015-03-27T19:42:57Z"): Precision.SECOND,
}
_T_PLACE: Final = len("2015-03-27")

new_tuple: Final = tuple.__new__
"""Makes a tuple of a class without asking the class: for those that there are thousands of."""


def known_to(width: int) -> Precision:
    """Return how exactly what is known to within ``width`` seconds may be shown."""
    if not width:
        return Precision.SECOND
    return Precision.MINUTE if width < HOUR else Precision.DAY


def instant(when: datetime) -> Instant:
    """Return the whole second that ``when`` lies in.

    Raises:
        OutOfRangeError: outside 1900 to 2200.
    """
    seconds = _seconds_of(when)
    if not FIRST <= seconds < END:
        raise OutOfRangeError(when.isoformat())
    return Instant(seconds)


def _seconds_of(when: datetime) -> int:
    since = when - _EPOCH
    return since.days * DAY + since.seconds


def as_datetime(at: Instant) -> datetime:
    """Return the instant as an aware UTC ``datetime``, the form calendars and screens need."""
    return _EPOCH + timedelta(seconds=at)


@lru_cache(maxsize=64)
def years_later(at: Instant, years: int) -> Instant:
    """Return the same date and time of day ``years`` later (or earlier), within the app's range.

    29 February becomes 28 February.
    """
    from dateutil.relativedelta import relativedelta  # only who counts in years pays for it

    try:
        when = as_datetime(at) + relativedelta(years=years)
    except (OverflowError, ValueError):
        when = as_datetime(FIRST if years < 0 else END)
    return Instant(min(max(_seconds_of(when), FIRST), END))


def iso(at: Instant) -> str:
    """Write an instant as ``2015-10-29T04:05:19Z``."""
    return (_NAIVE_EPOCH + timedelta(0, at)).isoformat() + "Z"


def parse_instant(text: str) -> Instant:
    """Read one instant: ISO 8601 with zone, floored to the second; a bare date is its 00:00 UTC.

    Raises:
        BadMomentError: nonsense, or a time of day without zone.
        OutOfRangeError: outside 1900 to 2200.
    """
    letters = text.upper()
    when = _read(letters, text)
    if when.tzinfo is None:
        if not _is_bare_date(text):
            raise BadMomentError(text, zoneless=True)
        when = when.replace(tzinfo=UTC)
    elif not _ISO_SIGNS.issuperset(letters) or _PARTING.isdisjoint(letters):
        raise BadMomentError(text)  # Python takes any sign between date and time; we do not
    return _placed(when, text)


def _read(letters: str, text: str) -> datetime:
    """Read ``letters``, made from ``text``, and name ``text`` in the error."""
    try:
        return datetime.fromisoformat(letters)
    except ValueError:
        raise BadMomentError(text) from None


def _placed(when: datetime, text: str) -> Instant:
    """Return the second of ``when``, read from ``text``."""
    try:
        return instant(when)
    except (OutOfRangeError, OverflowError):
        raise OutOfRangeError(text) from None


def _is_bare_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Moment(NamedTuple):
    """A fact's place in time: the interval [earliest, latest); exact ones have no length.

    ``no_earlier_than`` marks a plan whose end is open: the interval is then only its first guess.
    """

    earliest: Instant
    latest: Instant
    precision: Precision
    no_earlier_than: bool = False

    @classmethod
    def exact(cls, at: Instant) -> "Moment":
        """Return the moment known to the second."""
        return cls(at, at, Precision.SECOND)

    @classmethod
    def parse(cls, text: str, *, no_earlier_than: bool = False) -> "Moment":
        """Read a moment as facts are written: second, minute (``T04:05Z``), day, month or year.

        Raises:
            BadMomentError: nonsense, an impossible date, or a time of day without zone.
            OutOfRangeError: outside 1900 to 2200.
        """
        precision = _UTC_TIMES.get(len(text))  # most facts are; whatever else fits is no moment
        if precision is not None and text[_T_PLACE] == "T" and text[-1] == "Z":
            start = _placed(_read(text, text), text)
            end = start + MINUTE if precision else start
            return new_tuple(cls, (start, end, precision, no_earlier_than))
        if (coarse := _MONTH_OR_YEAR.fullmatch(text)) is not None:
            return cls._month_or_year(text, int(coarse[1]), coarse[2], no_earlier_than)
        start = parse_instant(text)
        if _is_bare_date(text):
            return cls(start, Instant(start + DAY), Precision.DAY, no_earlier_than)
        return cls._zoned_otherwise(text, start, no_earlier_than)

    @classmethod
    def _month_or_year(
        cls, text: str, year: int, month: str | None, no_earlier_than: bool
    ) -> "Moment":
        try:
            start = datetime(year, int(month or 1), 1, tzinfo=UTC)
        except ValueError:
            raise BadMomentError(text) from None
        first = _placed(start, text)
        number = start.month if month else 12
        after = datetime(year + number // 12, number % 12 + 1, 1, tzinfo=UTC)
        precision = Precision.MONTH if month else Precision.YEAR
        return cls(first, Instant(_seconds_of(after)), precision, no_earlier_than)

    @classmethod
    def _zoned_otherwise(cls, text: str, start: Instant, no_earlier_than: bool) -> "Moment":
        """``2015-03-28T01:42:57+06:00`` and the other ISO forms; ``hh:mm`` alone is the minute."""
        clock = re.split(r"[Tt ]", text, maxsplit=1)[1]
        digits = re.split(r"[Zz+-]", clock, maxsplit=1)[0].replace(":", "")
        if len(digits) < len("hhmm"):
            raise BadMomentError(text)  # an hour is no precision that facts come in
        if len(digits) == len("hhmm"):
            return cls(start, Instant(start + MINUTE), Precision.MINUTE, no_earlier_than)
        return cls(start, start, Precision.SECOND, no_earlier_than)

    def __str__(self) -> str:
        """Write it in the precision it has, so that ``parse`` reads the same moment."""
        written = iso(self.earliest)
        match self.precision:
            case Precision.SECOND:
                return written
            case Precision.MINUTE:
                return f"{written[: len('2015-03-27T19:42')]}Z"
            case Precision.DAY:
                return written[: len("2015-03-27")]
            case Precision.MONTH:
                return written[: len("2015-03")]
            case Precision.YEAR:
                return written[: len("2015")]

    @property
    def last(self) -> Instant:
        """The last second that it can be; an interval leaves its end out."""
        return Instant(max(self.earliest, self.latest - 1))

    def may_follow(self, other: "Moment") -> bool:
        """Say whether this may be later than ``other``, though the same day may hold both."""
        return self.latest > other.latest

    def may_hold(self, at: Instant) -> bool:
        """Say whether ``at`` falls inside what is not known; never for an exact moment."""
        return self.earliest <= at < self.latest


def moment_between(earliest: Instant, latest: Instant) -> Moment:
    """Return the moment with these edges, in the precision that its width allows to show.

    A whole month or year of the calendar is known to the month or the year.
    """
    for precision in (Precision.YEAR, Precision.MONTH):
        whole = Moment.parse(str(Moment(earliest, latest, precision)))
        if (whole.earliest, whole.latest) == (earliest, latest):
            return whole
    width = latest - earliest
    if width < HOUR:
        return Moment(earliest, latest, Precision.MINUTE if width else Precision.SECOND)
    return Moment(earliest, latest, Precision.DAY)
