"""Draws the pages with one large figure: the counter, and the countdown to a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.boxes import Box

if TYPE_CHECKING:
    from countdown.models.display_words import Course, FigureWords, Side
    from countdown.widgets.sheet import Sheet

_ABOVE_FOOT: Final = 26
"""From the last line of a page to the baseline of its foot, at scale 1."""


def draw_figure(sheet: Sheet, words: FigureWords, top: int) -> None:
    """Draw what lies below the head, from ``top`` on."""
    area = sheet.area
    bottom = area.bottom - sheet.px(_ABOVE_FOOT)
    if words.course is not None:
        bottom = _draw_course(sheet, words.course, bottom)
    if words.sides:
        bottom = draw_sides(sheet, words.sides, bottom)
    above, below = sheet.px(12), sheet.px(16)
    box = Box(area.left, top + above, area.width, bottom - top - above - below)
    if words.digits is not None:
        sheet.digits(words.digits, box, "accent" if words.is_next else "text")
    else:
        size = sheet.look.size("figure") * 2
        place = area.left, box.top + box.height // 2 + size // 3
        colour = "accent" if words.is_next else "text"
        sheet.write(words.instead, place, area.width, size, bold=True, colour=colour, least=0.4)


def draw_sides(sheet: Sheet, sides: tuple[Side, ...], bottom: int) -> int:
    """Draw the smaller figures below a hairline, down to ``bottom``; return where they begin."""
    area, gap, high = sheet.area, sheet.px(24), sheet.side_height(sides)
    stacked = sheet.is_upright and len(sides) > 1
    rows = len(sides) if stacked else 1
    top = bottom - rows * high - (rows - 1) * gap
    boxes = (
        [Box(area.left, top + n * (high + gap), area.width, high) for n in range(rows)]
        if stacked
        else Box(area.left, top, area.width, high).columns(max(2, len(sides)), sheet.px(28))
    )
    if len(sides) == 1:
        boxes = [Box(area.left, top, area.width, high)]
    for words, box in zip(sides, boxes, strict=False):
        sheet.side(words, box, tall=any(one.is_short for one in sides))
    above = top - sheet.px(18)
    sheet.hairline(area.left, above, area.width)
    return above


def _draw_course(sheet: Sheet, course: Course, bottom: int) -> int:
    """Draw a bar with its two ends in words; return where it begins."""
    area, baseline = sheet.area, bottom
    half = area.width // 2
    if course.start or course.end:
        sheet.write(course.start, (area.left, baseline), half, "small", colour="dim")
        left = area.left + half
        sheet.write(course.end, (left, baseline), half, "small", colour="dim", side=1.0)
        bottom = baseline - sheet.px(19)
    if course.share is None:
        return bottom - sheet.px(12)
    high = sheet.px(4)
    colour = "accent" if course.is_live else "bar"
    sheet.share(Box(area.left, bottom - high, area.width, high), course.share, colour)
    return bottom - high - sheet.px(20)
