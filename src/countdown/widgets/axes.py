"""Where an axis has its marks, and what they say: years and months, days and hours."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.moments import DAY, HOUR, Instant, as_datetime
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_HOURS: Final = (1, 2, 6, 12)
_YEAR: Final = 12
_MONTH: Final = 30.4 * DAY
_FIRST_YEAR: Final = 1900


class AxisMark(NamedTuple):
    """A place on an axis, in its unit of seconds, and its words."""

    at: int
    text: str


def date_marks(first: Instant, last: Instant, most: int) -> tuple[AxisMark, ...]:
    """Return at most ``most`` round dates between two instants, evenly apart."""
    step = next(
        (one for one in _MONTHS if (last - first) / (one * _MONTH) <= most - 1), _MONTHS[-1]
    )
    start = as_datetime(first)
    months = (start.year - _FIRST_YEAR) * _YEAR + start.month - 1
    months -= months % step
    marks = []
    while (at := _month(months)) <= last:
        if at >= first:
            name = phrases.year if step >= _YEAR else phrases.short_month
            marks.append(AxisMark(at, name(Instant(at))))
        months += step
    return tuple(marks)


def _month(number: int) -> int:
    """The start of a month, counted from January 1900."""
    years, months = divmod(number, _YEAR)
    return int(datetime(_FIRST_YEAR + years, months + 1, 1, tzinfo=UTC).timestamp())


def length_marks(longest: int, most: int) -> tuple[AxisMark, ...]:
    """Return zero and at most ``most`` round lengths of time up to ``longest`` seconds."""
    if longest < 2 * DAY:
        hours = next((one for one in _HOURS if longest / (one * HOUR) < most + 1), 24)
        counts = range(0, longest // HOUR + 1, hours)
        return tuple(AxisMark(one * HOUR, tr("{} h").format(phrases.number(one))) for one in counts)
    days = longest // DAY
    step = next(one for one in _round_numbers() if days // one <= most)
    return tuple(
        AxisMark(one * DAY, tr("{} d").format(phrases.number(one)))
        for one in range(0, days + 1, step)
    )


def _round_numbers() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 and so on."""
    scale = 1
    while True:
        yield from (scale, 2 * scale, 5 * scale)
        scale *= 10
