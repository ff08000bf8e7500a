"""The one duration model: what a span of time is, and every rule of counting its days.

A span carries two figures, the least and the most it can be, because some launches and landings
are known only to the minute or the day.
"""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from countdown.core.moments import DAY, HOUR, MINUTE, Instant, Moment, Precision, as_datetime


class Rule(StrEnum):
    """A way to turn a span into one figure of days."""

    ELAPSED = "elapsed"
    NTH_DAY = "nth_day"
    CALENDAR_DATES = "calendar_dates"
    CALENDAR_AGE = "calendar_age"

    @property
    def explanation(self) -> str:
        """One line in English that says what the rule counts; windows translate it."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    Rule.ELAPSED: "complete days: a day counts once its 24 hours are over",
    Rule.NTH_DAY: "the day that is running: elapsed time, rounded up",
    Rule.CALENDAR_DATES: "dates on the calendar, launch date and last date both counted",
    Rule.CALENDAR_AGE: "years, months and days since launch, as a birthday is counted",
}


class Clockwork(NamedTuple):
    """A length of time taken apart: whole days, then hours, minutes and seconds below them."""

    days: int
    hours: int
    minutes: int
    seconds: int


def clockwork(seconds: int) -> Clockwork:
    """Take a length of ``seconds`` (not negative) apart."""
    days, rest = divmod(seconds, DAY)
    hours, rest = divmod(rest, HOUR)
    return Clockwork(days, hours, *divmod(rest, MINUTE))


def floor_days(seconds: int) -> int:
    """Return the days that are complete."""
    return seconds // DAY


def ceil_days(seconds: int) -> int:
    """Return the number of the day that is running; at exactly 24 h it is still the first."""
    return -(-seconds // DAY)


class Span(NamedTuple):
    """A length of time: at least ``seconds``, at most ``seconds_max``.

    ``precision`` is that of the coarsest moment it was measured between, and says how much of it
    may be shown.
    """

    seconds: int
    seconds_max: int
    precision: Precision = Precision.SECOND

    @classmethod
    def between(cls, start: Moment, end: Moment, at: Instant) -> "Span":
        """Measure from ``start`` to ``end``, or to ``at`` while the end has not come."""
        least = min(at, end.earliest) - start.latest
        most = min(at, end.latest) - start.earliest
        if most <= 0:
            return NOTHING
        ended = at > end.earliest
        precision = max(start.precision, end.precision) if ended else start.precision
        return cls(max(0, least), most, precision)

    @classmethod
    def total(cls, spans: Iterable["Span"]) -> "Span":
        """Add exact spans up; rounding happens once, at the end."""
        seconds = seconds_max = 0
        precision = Precision.SECOND
        for span in spans:
            seconds += span.seconds
            seconds_max += span.seconds_max
            precision = max(precision, span.precision)
        return cls(seconds, seconds_max, precision)

    @property
    def is_exact(self) -> bool:
        return self.seconds == self.seconds_max

    @property
    def days(self) -> int:
        """Complete days, by the low end."""
        return floor_days(self.seconds)

    @property
    def days_max(self) -> int:
        """Complete days, by the high end."""
        return floor_days(self.seconds_max)

    @property
    def nth_day(self) -> int:
        """The running day's number, by the low end."""
        return ceil_days(self.seconds)

    @property
    def nth_day_max(self) -> int:
        """The running day's number, by the high end."""
        return ceil_days(self.seconds_max)


NOTHING = Span(0, 0)


class Age(NamedTuple):
    """Calendar age: whole years, then months, then days."""

    years: int
    months: int
    days: int


def calendar_dates(start: Instant, end: Instant, zone: str = "UTC") -> int:
    """Count the dates of ``zone``'s calendar from ``start`` to ``end``, both counted."""
    if end < start:
        return 0
    first, last = as_datetime(start), as_datetime(end)
    if zone != "UTC":
        from zoneinfo import ZoneInfo  # only who leaves UTC pays for it

        first, last = first.astimezone(ZoneInfo(zone)), last.astimezone(ZoneInfo(zone))
    return (last.date() - first.date()).days + 1


def calendar_age(start: Instant, end: Instant) -> Age:
    """Return the age reached at ``end`` of what began at ``start``; zero before it.

    It is counted from the anchor, never month by month: 31 January + 1 month is 28 February,
    + 2 months is 31 March.
    """
    return _age_after(start, (end - start) // DAY) if end > start else Age(0, 0, 0)


@lru_cache(maxsize=64)
def _age_after(start: Instant, days: int) -> Age:
    """The age after so many complete days: in UTC each of them ends at the anchor's time."""
    from dateutil.relativedelta import relativedelta  # only who shows an age pays for it

    begin = as_datetime(start)
    age = relativedelta(begin + timedelta(days), begin)
    return Age(age.years, age.months, age.days)
