"""The geometry of a record's time line: courses, marks on the axes, and labels that keep apart.

The record only ever grows, so its line climbs from the left to the right: what is above the line
and left of a step is free, and there the name of who took that step finds room.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from countdown.core.moments import DAY, HOUR, Instant
from countdown.widgets.axes import date_marks, length_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSizeF

    from countdown.core.reigns import Reign

SHORTEST: Final = 60 * DAY
"""The least time that the axis covers."""

Course = tuple[QPointF, ...]


class Tick(NamedTuple):
    """A mark on an axis: how far along it is, and where its words stand."""

    along: float
    text: str
    words: QRectF


class Label(NamedTuple):
    """The name of the holder in a row of the model, where it is written."""

    row: int
    text: str
    rect: QRectF


class Measures(NamedTuple):
    """Distances in pixels, and how wide a text is."""

    text_height: float
    gap: float
    width_of: Callable[[str], float]
    bold_width_of: Callable[[str], float]


class Drawing(NamedTuple):
    """All that is painted, in pixels; courses by row, the latest holder first."""

    area: QRectF
    courses: tuple[Course, ...]
    times: tuple[Tick, ...]
    lengths: tuple[Tick, ...]
    labels: tuple[Label, ...]
    seconds_per_pixel: float


def draw(
    reigns: Sequence[Reign], names: Sequence[str], at: Instant, size: QSizeF, measures: Measures
) -> Drawing:
    """Lay out the reigns, the latest first, by ``at``."""
    height, gap = measures.text_height, measures.gap
    first = reigns[-1].change.at
    last = Instant(max(at, first + SHORTEST))
    longest = max(HOUR, reigns[0].seconds(at))
    plot_height = max(1.0, size.height() - 2 * height - 2 * gap)
    lengths = length_marks(longest, max(1, int(plot_height / (2.4 * height))))
    gutter = max(measures.width_of(mark.text) for mark in lengths) + gap
    area = QRectF(gutter, height + gap, max(1.0, size.width() - gutter - gap), plot_height)

    def across(moment: int) -> float:
        return area.left() + (moment - first) / (last - first) * area.width()

    def up(seconds: int) -> float:
        return area.bottom() - seconds / longest * area.height()

    courses = tuple(
        tuple(QPointF(across(moment), up(seconds)) for moment, seconds in reign.line(at))
        for reign in reigns
    )
    return Drawing(
        area,
        courses,
        _time_ticks(first, last, across, area, size, measures),
        tuple(
            Tick(up(mark.at), mark.text, QRectF(0, up(mark.at) - height / 2, gutter - gap, height))
            for mark in lengths
        ),
        _labels(courses, names, area, measures),
        (last - first) / area.width(),
    )


def _time_ticks(
    first: Instant,
    last: Instant,
    across: Callable[[int], float],
    area: QRectF,
    size: QSizeF,
    measures: Measures,
) -> tuple[Tick, ...]:
    """As many as there is room for; one that would leave the area has no words."""
    year = measures.width_of("0000")
    most = max(2, int(area.width() / (year + 4 * measures.gap)))
    marks = date_marks(first, last, most)
    widest = max((measures.width_of(mark.text) for mark in marks), default=0.0)
    if widest > year:  # months need more room
        most = max(2, int(area.width() / (widest + 4 * measures.gap)))
        marks = date_marks(first, last, most)
    ticks = []
    for mark in marks:
        along, width = across(mark.at), measures.width_of(mark.text)
        words = QRectF(along - width / 2, area.bottom() + measures.gap, width, measures.text_height)
        if words.left() >= area.left() and words.right() <= size.width():
            ticks.append(Tick(along, mark.text, words))
    return tuple(ticks)


def _labels(
    courses: Sequence[Course], names: Sequence[str], area: QRectF, measures: Measures
) -> tuple[Label, ...]:
    """Write the latest holder, then the longest reigns, as long as there is room."""
    line = sorted((point for course in courses for point in course), key=QPointF.x)
    rows = sorted(
        range(1, len(courses)), key=lambda row: courses[row][0].x() - courses[row][-1].x()
    )
    placed: list[Label] = []
    for row in (0, *rows):
        width = (measures.width_of if row else measures.bold_width_of)(names[row])
        for rect in _places(courses[row], width, line, measures):
            if rect.left() < area.left() or rect.right() > area.right() or rect.top() < 0:
                continue
            apart = rect.adjusted(-2 * measures.gap, 0, 2 * measures.gap, 0)
            if not any(apart.intersects(other.rect) for other in placed):
                placed.append(Label(row, names[row], rect))
                break
    return tuple(placed)


def _places(
    course: Course, width: float, line: Sequence[QPointF], measures: Measures
) -> list[QRectF]:
    """Where a name may stand: upon its step, or left of where the step was taken."""
    height, gap = measures.text_height, measures.gap
    level = course[-1].y()
    places = []
    begins = next(point.x() for point in course if point.y() <= level + 0.5)
    if height_at(line, begins + width + gap) >= level - 1:
        places.append(QRectF(begins, level - gap / 2 - height, width, height))
    right = course[0].x() - 1.5 * gap
    bottom = min(level + height / 2, height_at(line, right) - gap / 2)
    places.append(QRectF(right - width, bottom - height, width, height))
    return places


def height_at(line: Sequence[QPointF], x: float) -> float:
    """Return the y of a line at ``x``; beyond its ends it goes on level."""
    place = bisect_right(line, x, key=QPointF.x)
    if place == 0:
        return line[0].y()
    if place == len(line):
        return line[-1].y()
    before, after = line[place - 1], line[place]
    share = (x - before.x()) / (after.x() - before.x())
    return before.y() + share * (after.y() - before.y())
