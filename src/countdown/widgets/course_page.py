"""Draws a flight from launch to return, with all that happens in it and where time is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.widgets.figure_page import draw_sides
from countdown.widgets.inks import CAP, Box, width_of
from countdown.widgets.scrubber_plot import Line, labels, stretch

if TYPE_CHECKING:
    from countdown.core.moments import Instant
    from countdown.models.course_words import CourseWords
    from countdown.widgets.scrubber_plot import Label
    from countdown.widgets.sheet import Sheet

_ROW: Final = 30
"""How high a row of words is, at scale 1."""
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
    rows = min(_MOST_ROWS, max(2, 2 * ((box.height // 2 - sheet.px(16)) // sheet.px(_ROW))))
    small = sheet.look.size("small")
    found = labels(line, words.marks, lambda text: width_of(text, small), sheet.px(12), rows)
    places = [_Place(label, box, middle, line, sheet) for label in found]
    for place in places:
        sheet.fill(place.stem, "line")
    for place in places:
        place.write(sheet, words.at)
    thick = sheet.px(4)
    track = Box(box.left, middle - thick // 2, box.width, thick)
    share = (words.at - line.begin) / max(1, line.end - line.begin)
    sheet.share(track, share, "accent" if words.is_live else "bar")
    for mark in words.marks:
        past = mark.at_latest <= words.at
        left, width = stretch(line, mark, sheet.px(6))
        half = sheet.px(7)
        if mark.is_span:
            place = Box(box.left + round(left), middle + thick, max(2, round(width)), thick)
        else:
            wide = sheet.px(2)
            place = Box(box.left + round(left) - wide // 2, middle - half, wide, 2 * half)
        sheet.fill(place, "text" if past else "dim")
    if words.is_live:
        size = sheet.px(15)
        along = box.left + round(line.x_of(words.at))
        sheet.fill(Box(along - size // 2, middle - size // 2, size, size), "accent", size / 2)


class _Place:
    """Where words stand, above or below the line, and the thin stem to their place on it."""

    def __init__(self, label: Label, box: Box, middle: int, line: Line, sheet: Sheet) -> None:
        level, below = divmod(label.row, 2)
        self._label = label
        self._pixels = sheet.look.size("small")
        cap = round(self._pixels * CAP)
        away = sheet.px(20) + level * sheet.px(_ROW)
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
