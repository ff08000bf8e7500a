"""What is known to have happened in flights: a table that a catalogue may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.contradictions import is_within
from countdown.core.errors import BadMomentError, OutOfRangeError
from countdown.core.flights import Highlight
from countdown.core.moments import Moment
from countdown.data.tables import optional_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from countdown.core.catalogue import Trip
    from countdown.core.errors import Problem
    from countdown.data.tables import Table

HIGHLIGHTS: Final = "highlights.tsv"
COLUMNS: Final = ("person", "up", "moment", "event", "short", "source", "note")

SHORT: Final = 24
"""The most signs that stand on a time line."""


def read_highlights(
    files: Mapping[str, bytes], trips: Iterable[Trip], problems: list[Problem]
) -> tuple[Highlight, ...]:
    """Return what happened, nothing where there is no such table.

    What is wrong goes to ``problems``.
    """
    table = optional_table(files, HIGHLIGHTS, COLUMNS, problems)
    told_of = {person for person, *_ in table.rows.values()}
    flown = {(one.person.id, one.up.id): one for one in trips if one.person.id in told_of}
    found: dict[tuple[str, ...], Highlight] = {}
    for line, values in table.rows.items():
        key = tuple(values[:4])
        if key in found:
            problems.append(table.problem(line, "event", "is there twice"))
        elif (highlight := _highlight(table, line, flown, problems)) is not None:
            found[key] = highlight
    return tuple(found.values())


def _highlight(
    table: Table, line: int, flown: Mapping[tuple[str, str], Trip], problems: list[Problem]
) -> Highlight | None:
    """Build one row, or say what is wrong with it, the first thing alone."""
    person, up, written, event, short, source, note = table.rows[line]
    trip = flown.get((person, up))
    moment = _moment(written)
    if trip is None:
        problems.append(table.problem(line, "up", "is no flight of this person in flights.tsv"))
    elif moment is None:
        reason = "is no moment; write 2015-10-28T12:03Z, 2015-10-28 or 2015-10"
        problems.append(table.problem(line, "moment", reason))
    elif not is_within(moment, trip):
        problems.append(table.problem(line, "moment", "is not within this flight"))
    elif not event.strip():
        problems.append(table.problem(line, "event", "must not be empty"))
    elif not 0 < len(short.strip()) <= SHORT:
        reason = f"must be a word or two, up to {SHORT} signs"
        problems.append(table.problem(line, "short", reason))
    else:
        return Highlight(trip.person, trip.up, moment, event, short, source, note)
    return None


def _moment(text: str) -> Moment | None:
    try:
        return Moment.parse(text)
    except (BadMomentError, OutOfRangeError):
        return None
