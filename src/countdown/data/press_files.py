"""The figures of the press in a catalogue: a table that a catalogue may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.errors import BadMomentError, OutOfRangeError
from countdown.core.moments import Moment, Precision
from countdown.core.press import PressCounts, PressFigure
from countdown.data.tables import optional_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from countdown.core.catalogue import Trip
    from countdown.core.errors import Problem
    from countdown.core.flights import Person, Vehicle
    from countdown.data.tables import Table

PRESS: Final = "press.tsv"
COLUMNS: Final = ("person", "counts", "figure", "as_of", "words", "source", "page", "note")
"""``page`` is the flight on whose page it is told: a person and the vehicle up, and a space."""

_COUNTS: Final = {one.value: one for one in PressCounts}
_MOST: Final = 100_000


def read_press(
    files: Mapping[str, bytes],
    people: Mapping[str, Person],
    trips: Iterable[Trip],
    problems: list[Problem],
) -> tuple[PressFigure, ...]:
    """Return the figures, none where there is no such table; what is wrong goes to ``problems``."""
    table = optional_table(files, PRESS, COLUMNS, problems)
    told_of = {page.partition(" ")[0] for *_, page, _ in table.rows.values()}
    pages = {
        f"{one.person.id} {one.up.id}": (one.person, one.up)
        for one in trips
        if one.person.id in told_of
    }
    found = [_figure(table, line, people, pages, problems) for line in table.rows]
    return tuple([one for one in found if one is not None])


def _figure(
    table: Table,
    line: int,
    people: Mapping[str, Person],
    pages: Mapping[str, tuple[Person, Vehicle]],
    problems: list[Problem],
) -> PressFigure | None:
    """Build one row, or say what is wrong with it, the first thing alone."""
    identity, counted, figure, day, words, source, place, note = table.rows[line]
    person = people.get(identity)
    counts = _COUNTS.get(counted)
    as_of = _day(day)
    page = pages.get(place)
    if person is None:
        problems.append(table.problem(line, "person", "is not in people.tsv"))
    elif counts is None:
        problems.append(table.problem(line, "counts", f"must be one of {', '.join(_COUNTS)}"))
    elif not (figure.isascii() and figure.isdecimal()) or not 0 < int(figure[:7]) < _MOST:
        problems.append(table.problem(line, "figure", f"must be a whole number below {_MOST}"))
    elif as_of is None:
        problems.append(table.problem(line, "as_of", "must be a date, like 2015-10-16"))
    elif not words.strip():
        problems.append(table.problem(line, "words", "must not be empty"))
    elif page is None:
        reason = "must be a person and a vehicle of flights.tsv"
        problems.append(table.problem(line, "page", reason))
    else:
        return PressFigure(person, counts, int(figure), as_of, words, source, *page, note)
    return None


def _day(text: str) -> Moment | None:
    try:
        moment = Moment.parse(text)
    except (BadMomentError, OutOfRangeError):
        return None
    return moment if moment.precision is Precision.DAY else None
