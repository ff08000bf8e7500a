"""Draws a flight from launch to return, with all that happens in it and where time is."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from countdown.core.boxes import Box
from countdown.widgets.figure_page import draw_sides
from countdown.widgets.inks import CAP, width_of
from countdown.widgets.scrubber_plot import Line, labels, stretch

if TYPE_CHECKING:
    from countdown.core.moments import Instant
    from countdown.models.course_words import CourseWords
    from countdown.models.time_marks import Mark
    from countdown.widgets.scrubber_plot import Label
    from countdown.widgets.sheet import Sheet

_TYPE: Final = ("title", "heading", "row", "lead", "body", "small")
"""The sizes of type for the words, the largest that have room."""
_AWAY: Final = 20
"""How far the nearest words are from the line, at scale 1."""
_ROW: Final = 2.2
"""How high a row of words is, as a share of their size."""
_MOST_ROWS: Final = 12


def draw_course(sheet: Sheet, words: CourseWords, top: int) -> None:
    """Draw what lies below the head, from ``top`` on."""
    area = sheet.area
    bottom = area.bottom - sheet.px(30)
    if words.sides:
        bottom = draw_sides(sheet, words.sides, bottom)
    box = Box(area.left, top, area.width, bottom - top - sheet.px(12))
    if not words.marks:
        return
    line = Line(*words.span, box.width)
    middle = box.top + box.height // 2
    sizes = tuple(map(sheet.look.size, _TYPE))
    found, pixels = _labels(words.marks, line, box.height // 2 - sheet.px(_AWAY), sizes)
    places = [_Place(label, box, middle, line, sheet, pixels) for label in found]
    for place in places:
        sheet.fill(place.stem, "line")
    for place in places:
        place.write(sheet, words.at)
    _draw_line(sheet, words, line, box._replace(top=middle, height=0))


def _draw_line(sheet: Sheet, words: CourseWords, line: Line, box: Box) -> None:
    """Draw the line along the top of a box, with its marks, and time as a dot."""
    middle, thick, half, wide = box.top, sheet.px(4), sheet.px(7), sheet.px(2)
    track = Box(box.left, middle - thick // 2, box.width, thick)
    share = (words.at - line.begin) / max(1, line.end - line.begin)
    sheet.share(track, share, "accent" if words.is_live else "bar")
    for mark in words.marks:
        left, width = stretch(line, mark, sheet.px(6))
        along = box.left + round(left)
        if mark.is_span:
            shape = Box(along, middle + thick, max(2, round(width)), thick)
        else:
            shape = Box(along - wide // 2, middle - half, wide, 2 * half)
        sheet.fill(shape, "text" if mark.at_latest <= words.at else "dim")
    if words.is_up:
        size = sheet.px(15)
        along = box.left + round(line.x_of(words.at))
        dot = Box(along - size // 2, middle - size // 2, size, size)
        sheet.fill(dot, "accent" if words.is_live else "text", size / 2)


@lru_cache(maxsize=2)
def _labels(
    marks: tuple[Mark, ...], line: Line, height: int, sizes: tuple[int, ...]
) -> tuple[tuple[Label, ...], int]:
    """Find room for as many words as there is, in the first size that has it for all of them."""
    wanted = sum(bool(mark.words) for mark in marks)
    for pixels in sizes:
        rows = 2 * max(1, round(height // (pixels * _ROW)))
        width = partial(width_of, pixels=pixels)
        found = labels(line, marks, width, pixels, min(rows, _MOST_ROWS))
        if len(found) >= wanted:
            break
    return found, pixels


class _Place:
    """Where words stand, above or below the line, and the thin stem to their place on it."""

    def __init__(
        self, label: Label, box: Box, middle: int, line: Line, sheet: Sheet, pixels: int
    ) -> None:
        level, below = divmod(label.row, 2)
        self._label = label
        self._pixels = pixels
        cap = round(pixels * CAP)
        away = sheet.px(_AWAY) + round(level * pixels * _ROW)
        self._left = box.left + round(label.left)
        self._baseline = middle + away + cap if below else middle - away
        self._gap = sheet.px(5)
        mark = label.mark
        along = box.left + round(line.x_of((mark.at + mark.at_latest) // 2))
        near, thin = sheet.px(9), max(1, sheet.px(0.7))
        if below:
            start, end = middle + near, self._baseline - cap - self._gap
        else:
            start, end = self._baseline + self._gap, middle - near
        self.stem = Box(along, start, thin, max(0, end - start) if level else 0)

    def write(self, sheet: Sheet, at: Instant) -> None:
        """Write the words, over whatever stem goes behind them."""
        label, high = self._label, round(self._pixels * CAP) + 2 * self._gap
        top = self._baseline + self._gap - high
        wide = round(label.width)
        sheet.fill(Box(self._left - self._gap, top, wide + 2 * self._gap, high), "ground")
        colour = "text" if label.mark.at_latest <= at else "dim"
        place = self._left, self._baseline
        sheet.write(label.mark.words, place, wide + 1, self._pixels, colour=colour)
