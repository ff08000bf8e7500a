"""Draws a ladder, and how somebody climbs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.boxes import Box
from countdown.widgets.inks import CAP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countdown.models.ladder_list import RungRow
    from countdown.models.ladder_words import FallWords, LadderWords, RungWords
    from countdown.widgets.sheet import Sheet

RUNG: Final = 43
"""How high a rung is at least, at scale 1."""
_FEWEST, _MOST = 3, 10
_TWO_LINES: Final = 1.5
_GROWS: Final = 1.25
_HEAD: Final = 130
"""How much a head and a foot take, at scale 1."""


def _rung(sheet: Sheet) -> int:
    """How high a rung is at least; on an upright screen its gap has a line of its own."""
    return sheet.px(RUNG * (_TWO_LINES if sheet.is_upright else 1))


def room_for(sheet: Sheet, other: int = 0) -> int:
    """Return how many rungs there is room for, beside ``other`` parts, at scale 1."""
    height = sheet.area.height - sheet.px(_HEAD + other)
    return min(_MOST, max(_FEWEST, height // _rung(sheet)))


def draw_ladder(sheet: Sheet, words: LadderWords, top: int) -> None:
    """Draw the rungs below the head, from ``top`` on."""
    area = sheet.area
    box = Box(area.left, top, area.width, area.bottom - sheet.px(22) - top)
    slots = {rung.key: float(n) for n, rung in enumerate(words.rungs)}
    draw_rungs(sheet, box, words.rungs, slots, "text" if words.is_quiet else "accent")


def draw_rungs(
    sheet: Sheet,
    box: Box,
    rungs: Sequence[RungWords],
    slots: Mapping[tuple[str, str], float],
    own: str = "accent",
) -> None:
    """Draw each rung in its slot, last the own one, in a colour."""
    ranks = max((len(rung.row.rank) for rung in rungs), default=1)
    high = min(round(_rung(sheet) * _GROWS), box.height // max(1, len(rungs)))
    for rung in sorted(rungs, key=lambda one: one.row.is_own):
        top = box.top + round(slots[rung.key] * high)
        _draw_rung(sheet, rung.row, Box(box.left, top, box.width, high), ranks, own)


def _draw_rung(sheet: Sheet, row: RungRow, box: Box, ranks: int, own: str) -> None:
    colour = own if row.is_own else "text"
    if row.is_own:  # it may be on its way over another
        sheet.fill(box._replace(height=box.height - 1), "ground")
    if row.skips:
        dot = max(2, sheet.px(2))
        for n in range(3):
            place = Box(box.left + n * 3 * dot, box.top + dot, dot, dot)
            sheet.fill(place, "dim", dot / 2)
    high = round(box.height / (_TWO_LINES if sheet.is_upright else 1))
    size = min(sheet.look.size("heading"), round(high * 0.4))
    small = min(sheet.look.size("lead"), round(high * 0.3))
    thick = max(3, high // 12)
    line = Box(box.left, box.top + high - thick - high // 10, box.width, thick)
    baseline = line.top - high // 8
    indent = round(small * (0.65 * ranks + 0.9))
    left, width = box.left + indent, box.width - indent
    sheet.write(row.rank, (box.left, baseline), indent, small, colour="dim")
    taken = sheet.write(row.figure, (left, baseline), width, size, colour=colour,
                        bold=row.is_own, side=1.0, least=0.5)  # fmt: skip
    room = width - taken - sheet.px(14)
    named = sheet.write(row.name, (left, baseline), room, size, bold=row.is_own, least=0.6)
    if sheet.is_upright:
        under = line.bottom + round(small * 1.15)
        sheet.write(row.gap, (left, under), width, small, colour="dim", side=1.0)
    else:
        between = left + named + sheet.px(18)
        room -= named + sheet.px(18)
        sheet.write(row.gap, (between, baseline), room, small, colour="dim", side=1.0)
    sheet.share(line, row.share, colour if row.is_own and own != "text" else "bar")


def draw_fall(sheet: Sheet, words: FallWords, top: int, climbed: float) -> None:
    """Draw the moment of a record: ``climbed`` from 0, before it, to 1."""
    area, look = sheet.area, sheet.look
    size = round(look.size("figure") * (1.25 if sheet.is_upright else 1.6))
    baseline = top + sheet.px(10) + round(size * CAP)
    sheet.write(words.record, (area.left, baseline), area.width, size, colour="accent", bold=True,
                least=0.4)  # fmt: skip
    baseline += sheet.px(30)
    sheet.write(words.detail, (area.left, baseline), area.width, "heading", least=0.5)
    under = area.bottom - sheet.px(30)
    sheet.write(words.held, (area.left, under), area.width, "lead", colour="dim", least=0.6)
    below = baseline + sheet.px(20)
    box = Box(area.left, below, area.width, under - sheet.px(28) - below)
    before = {rung.key: float(n) for n, rung in enumerate(words.before)}
    slots = {
        rung.key: _between(before.get(rung.key, n), n, climbed)
        for n, rung in enumerate(words.after)
    }
    rungs = words.after if climbed >= 0.5 else _ranked_as(words.after, words.before)
    draw_rungs(sheet, box, rungs, slots)


def _between(before: float, after: float, share: float) -> float:
    return before + (after - before) * share


def _ranked_as(after: Sequence[RungWords], before: Sequence[RungWords]) -> list[RungWords]:
    """Give the rungs the ranks they had."""
    had = {rung.key: rung.row for rung in before}
    return [one._replace(row=had.get(one.key, one.row)) for one in after]
