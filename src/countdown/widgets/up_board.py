"""Draws everyone in orbit in columns: a station, its vehicles, and who went up on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.flights import Flight
from countdown.models.crew_rows import RowKind
from countdown.models.up_words import is_own
from countdown.widgets.crew_columns import column_height, parted
from countdown.widgets.inks import Box

if TYPE_CHECKING:
    from countdown.models.crew_rows import Row
    from countdown.models.up_words import UpWords
    from countdown.widgets.sheet import Sheet

_NARROWEST: Final = 190
_LARGEST, _COMFORTABLE = 0.8, 0.55
"""How large the rows of `column_height` are at most, and from when on more columns are better."""
_HIGH: Final = {RowKind.STATION: 64, RowKind.VEHICLE: 32, RowKind.PERSON: 66}


def draw_up(sheet: Sheet, words: UpWords, top: int) -> None:
    """Draw all columns below the head, from ``top`` on."""
    area = sheet.area
    height = area.bottom - sheet.px(22) - top
    scale = sheet.look.scale
    most = max(1, min(4, area.width // sheet.px(_NARROWEST)))
    fewest = min(max(1, len(words.stations)), most)
    columns = parted(words.stations, fewest, most, round(height / scale / _COMFORTABLE))
    if not columns:
        return
    unit = min(scale * _LARGEST, height / max(map(column_height, columns)))
    boxes = Box(area.left, top, area.width, height).columns(len(columns), sheet.px(26))
    for column, box in zip(columns, boxes, strict=True):
        at = float(top)
        for row in words.rows(column):
            high = unit * _HIGH[row.kind]
            place = Box(box.left, round(at), box.width, round(at + high) - round(at))
            if isinstance(row.subject, Flight) and row.kind is RowKind.PERSON:
                _draw_person(sheet, words, row, row.subject, place, unit)
            else:
                _draw_heading(sheet, row, place, unit)
            at += high


def _draw_heading(sheet: Sheet, row: Row, box: Box, unit: float) -> None:
    station = row.kind is RowKind.STATION
    size = round(unit * (24 if station else 15))
    baseline = box.bottom - round(unit * (14 if station else 8))
    left, width = box.left, box.width
    taken = sheet.write(row.detail, (left, baseline), width, size, colour="dim", side=1.0)
    colour = "text" if station else "dim"
    sheet.write(row.title, (left, baseline), width - taken - size, size, bold=True, colour=colour)
    if station:
        sheet.hairline(left, box.bottom - round(unit * 5), width)


def _draw_person(
    sheet: Sheet, words: UpWords, row: Row, flight: Flight, box: Box, unit: float
) -> None:
    own = is_own(row, words.own)
    colour = "accent" if own else "text"
    size, small = round(unit * 22), round(unit * 15)
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
    about = f"{flight.country.name} · {row.note}" if row.note else flight.country.name
    under = bar.bottom + round(unit * 17)
    sheet.write(about, (left, under), width, small, colour="dim", least=0.7)
