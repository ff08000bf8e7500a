"""Rankings and chains of holders as CSV, for spreadsheets and scripts alike.

Figures are plain: seconds, and the days complete in them. Instants are ISO 8601 in UTC; who holds
a record together stands in one cell, parted by semicolons. Each row also names its category and
the instant and catalogue it was computed for, so that a part of a table still says what it is.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from countdown.core.durations import floor_days
from countdown.core.moments import iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.history import Change
    from countdown.core.moments import Instant
    from countdown.core.records import Category
    from countdown.core.standings import Standing

Cell = str | int | bool | None
"""What a table may hold; None is an empty cell."""

STANDINGS_COLUMNS: Final = (
    "rank", "person", "name", "launch", "vehicle", "seconds", "seconds_max", "days", "days_max",
    "in_orbit", "uncertain", "category", "scope", "at", "data_date",
)  # fmt: skip
"""``launch`` and ``vehicle`` are those of the single flight; a career has none."""
HISTORY_COLUMNS: Final = (
    "at", "at_latest", "persons", "names", "launches", "vehicles", "passes", "passes_names",
    "mark_seconds", "mark_seconds_max", "mark_days", "until", "category", "scope", "data_date",
)  # fmt: skip
"""``mark_…`` is the figure that was passed; ``until`` is empty for who holds it still."""

_BEGINS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PARTED: Final = "; "


def standings_csv(
    catalogue: Catalogue, category: Category, at: Instant, standings: Iterable[Standing]
) -> str:
    """Write a ranking, computed for ``at``, as a table."""
    context = (category.kind.value, category.scope, iso(at), str(catalogue.data_date))
    return table(STANDINGS_COLUMNS, (_standing(one) + context for one in standings))


def _standing(one: Standing) -> tuple[Cell, ...]:
    flight, span = one.flight, one.span
    return (
        one.rank,
        one.person.id,
        one.person.name,
        str(flight.launch) if flight else None,
        flight.up.name if flight else None,
        span.seconds,
        span.seconds_max,
        span.days,
        span.days_max,
        one.in_orbit,
        one.uncertain,
    )


def history_csv(catalogue: Catalogue, category: Category, changes: Sequence[Change]) -> str:
    """Write a chain of holders, the first one first, as a table."""
    context = (category.kind.value, category.scope, str(catalogue.data_date))
    ends = [*(iso(one.at) for one in changes[1:]), None]
    rows = ((*_change(one), end, *context) for one, end in zip(changes, ends, strict=False))
    return table(HISTORY_COLUMNS, rows)


def _change(one: Change) -> tuple[Cell, ...]:
    return (
        iso(one.at),
        iso(one.at_latest),
        joined(person.id for person in one.persons),
        joined(person.name for person in one.persons),
        joined(str(flight.launch) for flight in one.flights),
        joined(flight.up.name for flight in one.flights),
        joined(person.id for person in one.passes),
        joined(person.name for person in one.passes),
        one.mark_seconds,
        one.mark_seconds_max,
        floor_days(one.mark_seconds),
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a header and rows; texts that a spreadsheet would compute are made harmless."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return stream.getvalue()


def joined(texts: Iterable[str]) -> str:
    """Put several texts into one cell, each harmless by itself, should the cell be parted again."""
    return _PARTED.join(harmless(text) for text in texts)


def harmless(text: str) -> str:
    """Return the text, behind an apostrophe where it begins as a formula does."""
    return f"'{text}" if text.startswith(_BEGINS_FORMULA) else text


def _written(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return harmless(cell) if isinstance(cell, str) else cell
