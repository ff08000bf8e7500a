"""Takes tables and pictures out of the app: what the windows save is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.history import history
from countdown.core.moments import iso
from countdown.data.csv_tables import history_csv, standings_csv
from countdown.data.whole_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Instant
    from countdown.core.records import Category


class Table(NamedTuple):
    """A table as CSV, and the name of a file for it."""

    file_name: str
    text: str


def ranking_table(catalogue: Catalogue, category: Category, at: Instant) -> Table:
    """Return the ranking at ``at``."""
    standings = catalogue.records.standings(category, at)
    return Table(
        _file_name("ranking", category, at), standings_csv(catalogue, category, at, standings)
    )


def holders_table(catalogue: Catalogue, category: Category, until: Instant) -> Table:
    """Return the changes of holder that came by ``until``, from the first holder on."""
    changes = history(catalogue, category, until)
    return Table(_file_name("holders", category, until), history_csv(catalogue, category, changes))


def _file_name(what: str, category: Category, at: Instant) -> str:
    day = iso(at).partition("T")[0]
    return f"{what}-{category.kind}-{category.scope.lower()}-{day}.csv"


def save(target: Path, content: str | bytes) -> None:
    """Write a table or a picture into a file of its own.

    Raises:
        OSError: it cannot be written there; an old file is untouched.
    """
    write_whole(target, content)
