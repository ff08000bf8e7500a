"""Where everything on a flight's time line is painted: pure geometry."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from countdown.core.moments import Instant
    from countdown.models.time_marks import Mark


class Label(NamedTuple):
    """Words beside the line: ``row`` 0 is above it, 1 below, 2 above that, and so on."""

    mark: Mark
    row: int
    left: float
    width: float


class Line(NamedTuple):
    """A stretch of time over a width in pixels."""

    begin: Instant
    end: Instant
    width: float

    def x_of(self, at: int) -> float:
        """Return the place of an instant, on the line."""
        share = (at - self.begin) / max(1, self.end - self.begin)
        return min(max(0.0, share), 1.0) * self.width

    def at_x(self, x: float) -> int:
        """Return the instant of a place."""
        share = min(max(0.0, x / self.width if self.width else 0.0), 1.0)
        return round(self.begin + share * (self.end - self.begin))


def labels(
    line: Line, marks: Sequence[Mark], width_of: Callable[[str], float], gap: float, rows: int = 2
) -> tuple[Label, ...]:
    """Find room for words, above the line first, so that none lie on others."""
    placed: list[Label] = []
    for mark in sorted(marks, key=lambda one: (one.weight, one.at)):
        width = width_of(mark.words)
        if not mark.words or width > line.width:
            continue
        middle = line.x_of((mark.at + mark.at_latest) // 2)
        left = min(max(0.0, middle - width / 2), line.width - width)
        for row in range(rows):
            if all(one.row != row or _apart(one, left, width, gap) for one in placed):
                placed.append(Label(mark, row, left, width))
                break
    return tuple(placed)


def stretch(line: Line, mark: Mark, least: float) -> tuple[float, float]:
    """Return the left and the width of a mark: none where it is exact, at least ``least`` else."""
    if not mark.is_span:
        return line.x_of(mark.goes_to), 0.0
    left, right = line.x_of(mark.at), line.x_of(mark.at_latest)
    width = max(right - left, min(least, line.width))
    return min(max(0.0, (left + right - width) / 2), line.width - width), width


def near(line: Line, marks: Sequence[Mark], x: float, reach: float) -> list[Mark]:
    """Return the marks within ``reach`` pixels, the nearest first, of those the weightiest."""
    away = {one: round(abs(line.x_of(one.goes_to) - x)) for one in marks}
    found = [one for one in marks if away[one] <= reach]
    return sorted(found, key=lambda one: (away[one], one.weight))


def _apart(one: Label, left: float, width: float, gap: float) -> bool:
    return one.left + one.width + gap <= left or left + width + gap <= one.left


def step(marks: Sequence[Mark], at: Instant, by: int, slack: int = 0) -> Instant | None:
    """Return where the next mark leads, or the one before at least ``slack`` seconds ago."""
    places = sorted({one.goes_to for one in marks})
    if by > 0:
        place = bisect_right(places, at)
        return places[place] if place < len(places) else None
    earlier = [one for one in places if one < at - slack]
    return earlier[-1] if earlier else None
