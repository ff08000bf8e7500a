"""Draws a ladder, and how somebody climbs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.widgets.inks import CAP, Box

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from countdown.models.ladder_words import FallWords, LadderWords, RungWords
    from countdown.widgets.sheet import Sheet

RUNG: Final = 43
"""How high a rung is at least, at scale 1."""
_FEWEST, _MOST = 3, 10
_GROWS: Final = 1.25
_HEAD: Final = 130
"""How much a head and a foot take, at scale 1."""


def room_for(sheet: Sheet, other: int = 0) -> int:
    """Return how many rungs there is room for, beside ``other`` parts, at scale 1."""
    height = sheet.area.height - sheet.px(_HEAD + other)
    return min(_MOST, max(_FEWEST, height // sheet.px(RUNG)))


def draw_ladder(sheet: Sheet, words: LadderWords, top: int) -> None:
    """Draw the rungs below the head, from ``top`` on."""
    area = sheet.area
    box = Box(area.left, top, area.width, area.bottom - sheet.px(22) - top)
    slots = {rung.key: float(n) for n, rung in enumerate(words.rungs)}
    draw_rungs(sheet, box, words.rungs, slots)


def draw_rungs(
    sheet: Sheet,
    box: Box,
    rungs: Sequence[RungWords],
    slots: Mapping[tuple[str, str], float],
    ghost: float | None = None,
) -> None:
    """Draw each rung in its slot, the own one last; ``ghost`` marks a slot that was left."""
    high = min(round(sheet.px(RUNG) * _GROWS), box.height // max(1, len(rungs)))
    if ghost is not None:
        top = box.top + round(ghost * high)
        sheet.fill(Box(box.left, top + high // 8, box.width, high - high // 4), "line",
                   sheet.px(4), max(1, sheet.px(1)))  # fmt: skip
    for rung in sorted(rungs, key=lambda one: one.row.is_own):
        top = box.top + round(slots[rung.key] * high)
        _draw_rung(sheet, rung, Box(box.left, top, box.width, high))


def _draw_rung(sheet: Sheet, rung: RungWords, box: Box) -> None:
    row = rung.row
    size = min(sheet.look.size("heading"), round(box.height * 0.4))
    small = min(sheet.look.size("lead"), round(box.height * 0.3))
    thick = max(3, box.height // 12)
    line = Box(box.left, box.bottom - thick - box.height // 10, box.width, thick)
    baseline = line.top - box.height // 8
    live = "accent" if row.is_own else "text"
    if row.is_own:
        sheet.fill(box._replace(height=box.height - 1), "ground")
    if row.skips:
        dots = max(2, sheet.px(1.5))
        for n in range(3):
            left = box.left + sheet.px(2) + n * 3 * dots
            sheet.fill(Box(left, box.top - dots, dots, dots), "dim", dots / 2)
    rank_width = round(size * (2.0 if len(row.rank) < 3 else 0.62 * len(row.rank) + 0.8))
    sheet.write(row.rank, (box.left, baseline), rank_width, small, colour="dim")
    left = box.left + rank_width
    right = box.right
    taken = sheet.write(row.figure, (left, baseline), right - left, size, colour=live,
                        bold=row.is_own, side=1.0, least=0.5)  # fmt: skip
    room = right - left - taken - sheet.px(14)
    wanted = sheet.write(row.name, (left, baseline), room, size, bold=row.is_own, least=0.6,
                         colour="text")  # fmt: skip
    room -= wanted + sheet.px(18)
    if row.gap and room > small * 5:
        start = left + wanted + sheet.px(18)
        sheet.write(row.gap, (start, baseline), room, small, colour="dim", side=1.0, least=0.7)
    sheet.share(line, row.share, "accent" if row.is_own else "bar")


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
    own = next((rung for rung in words.before if rung.row.is_own), None)
    slots = {
        rung.key: _between(before.get(rung.key, n), n, climbed)
        for n, rung in enumerate(words.after)
    }
    left = before[own.key] if own is not None and climbed >= 1 else None
    rungs = words.after if climbed >= 0.5 else _ranked_as(words.after, words.before)
    draw_rungs(sheet, box, rungs, slots, left if left else None)


def _between(before: float, after: float, share: float) -> float:
    return before + (after - before) * share


def _ranked_as(after: Sequence[RungWords], before: Sequence[RungWords]) -> list[RungWords]:
    """Give the rungs the ranks they had."""
    had = {rung.key: rung.row for rung in before}
    return [one._replace(row=had.get(one.key, one.row)) for one in after]
