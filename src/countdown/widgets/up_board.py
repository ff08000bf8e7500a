"""Draws everyone in orbit in columns: a station, its vehicles, and who went up on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.boxes import Box
from countdown.core.flights import Flight
from countdown.models.crew_rows import RowKind
from countdown.models.up_words import is_own
from countdown.widgets.crew_columns import Column, column_height, parted
from countdown.widgets.inks import fitted, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.models.crew_rows import Row
    from countdown.models.up_words import UpWords
    from countdown.widgets.sheet import Sheet

_NARROWEST: Final = 190
_MOST: Final = 4
_LARGEST: Final = 0.85
"""How large the rows of `column_height` are at most, at scale 1."""
_WORTH: Final = 1.08
"""By how much larger rows must be to be worth one more column."""
_SIZES: Final = {RowKind.STATION: 24, RowKind.VEHICLE: 15, RowKind.PERSON: 22}
_LEAST: Final = 0.6
_HIGH: Final = {RowKind.STATION: 64, RowKind.VEHICLE: 32, RowKind.PERSON: 66}


def draw_up(sheet: Sheet, words: UpWords, top: int) -> None:
    """Draw all columns below the head, from ``top`` on."""
    area = sheet.area
    height = area.bottom - sheet.px(22) - top
    columns, unit = _columns(sheet, words, height)
    if not columns:
        return
    boxes = Box(area.left, top, area.width, height).columns(len(columns), sheet.px(26))
    rows = [words.rows(column) for column in columns]
    sizes = _sizes(words, [row for column in rows for row in column], boxes[0].width, unit)
    for column, box in zip(rows, boxes, strict=True):
        at = float(top)
        for row in column:
            high = unit * _HIGH[row.kind]
            place = Box(box.left, round(at), box.width, round(at + high) - round(at))
            if isinstance(row.subject, Flight) and row.kind is RowKind.PERSON:
                _draw_person(sheet, words, row, row.subject, place, unit, sizes[row.kind])
            else:
                _draw_heading(sheet, row, place, unit, sizes[row.kind])
            at += high


def _sizes(words: UpWords, rows: Sequence[Row], width: int, unit: float) -> dict[RowKind, int]:
    """Find the sizes at which all rows of a kind fit: names beside each other look alike."""
    found = {kind: round(unit * share) for kind, share in _SIZES.items()}
    for row in rows:
        size = found[row.kind]
        figure = row.detail
        if isinstance(row.subject, Flight) and row.kind is RowKind.PERSON:
            figure = words.figure(row.subject)
        room = width - width_of(figure, size, bold=True) - size // 2
        least = round(unit * _SIZES[row.kind] * _LEAST)
        found[row.kind] = fitted(row.title, room, size, least, bold=True).pixels
    return found


def _columns(sheet: Sheet, words: UpWords, height: int) -> tuple[list[Column], float]:
    """Part all into as few columns as let the rows be large; return how large they are."""
    largest = sheet.look.scale * _LARGEST
    best: tuple[list[Column], float] = ([], 0.0)
    for count in range(1, max(1, min(_MOST, sheet.area.width // sheet.px(_NARROWEST))) + 1):
        columns = parted(words.stations, count, count, 0)
        unit = min(largest, height / max(map(column_height, columns), default=1))
        if unit > best[1] * _WORTH:
            best = (columns, unit)
    return best


def _draw_heading(sheet: Sheet, row: Row, box: Box, unit: float, size: int) -> None:
    station = row.kind is RowKind.STATION
    baseline = box.bottom - round(unit * (14 if station else 8))
    left, width = box.left, box.width
    taken = sheet.write(row.detail, (left, baseline), width, size, colour="dim", side=1.0)
    colour = "text" if station else "dim"
    sheet.write(row.title, (left, baseline), width - taken - size // 2, size, bold=True,
                colour=colour)  # fmt: skip
    if station:
        sheet.hairline(left, box.bottom - round(unit * 5), width)


def _draw_person(
    sheet: Sheet, words: UpWords, row: Row, flight: Flight, box: Box, unit: float, size: int
) -> None:
    own = is_own(row, words.own)
    colour = "accent" if own else "text"
    small = round(unit * 15)
    left, width = box.left, box.width
    baseline = box.top + round(unit * 24)
    taken = sheet.write(words.figure(flight), (left, baseline), width, size, colour=colour,
                        bold=own, side=1.0)  # fmt: skip
    sheet.write(row.title, (left, baseline), width - taken - size // 2, size, bold=own, least=0.55)
    thick = max(2, round(unit * 4))
    bar = Box(left, baseline + round(unit * 8), width, thick)
    reached, end = words.shares(flight)
    sheet.fill(bar._replace(width=max(thick, round(width * end))), "track", thick / 2)
    sheet.fill(bar._replace(width=max(thick, round(width * reached))), "accent" if own else "bar",
               thick / 2)  # fmt: skip
    about = " · ".join(filter(None, (flight.country.name, row.note)))
    if width_of(about, small) > width and row.note:
        about = row.note
    under = bar.bottom + round(unit * 17)
    sheet.write(about, (left, under), width, small, colour="dim", least=0.7)
