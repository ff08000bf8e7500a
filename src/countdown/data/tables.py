"""Tab-separated tables with one header line: text in, checked rows out.

A field is the text between two tabs; nothing is quoted, so that a table reads the same in any
editor and in a diff.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from countdown.core.errors import Problem

_SHOWN: Final = 80
_PLAIN: Final = b"\t\n" + bytes(range(ord(" "), ord("~") + 1))


class Table(NamedTuple):
    """The rows of a file that have the right form: its fields in their order, under each line."""

    file: str
    columns: tuple[str, ...]
    rows: dict[int, list[str]]

    def problem(self, line: int, field: str, reason: str) -> Problem:
        """Return what is wrong with one field of the row on a line."""
        value = self.rows[line][self.columns.index(field)]
        return Problem(self.file, line, field, value[:_SHOWN], reason)


def decode(file: str, raw: bytes, problems: list[Problem]) -> str | None:
    """Return the text of a file, or None and a problem where it is not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        value = raw[error.start : error.end].hex()
        problems.append(Problem(file, line, "", value, "is not UTF-8 text"))
        return None


def optional_table(
    files: Mapping[str, bytes], file: str, columns: tuple[str, ...], problems: list[Problem]
) -> Table:
    """Return a table that a catalogue may do without: one without rows where it is missing."""
    if file not in files or (text := decode(file, files[file], problems)) is None:
        return Table(file, columns, {})
    return read_table(file, text, columns, problems)


def read_table(file: str, text: str, columns: tuple[str, ...], problems: list[Problem]) -> Table:
    """Return the rows of a table; what is wrong with its form goes to ``problems``."""
    text = text.replace("\r\n", "\n")
    header, *lines = text.split("\n")
    if tuple(header.split("\t")) != columns:
        reason = f"the columns must be, parted by tabs: {', '.join(columns)}"
        problems.append(Problem(file, 1, "", header[:_SHOWN], reason))
        return Table(file, columns, {})
    rows = {number: line.split("\t") for number, line in enumerate(lines, start=2) if line}
    table = Table(file, columns, rows)
    if not (set(map(len, rows.values())) <= {len(columns)} and _is_printable(text)):
        _sift(table, problems)
    return table


def _is_printable(text: str) -> bool:
    """Say whether a table has no control or direction character; most of it is plain ASCII."""
    return text.encode().translate(None, _PLAIN).decode().isprintable()


def _sift(table: Table, problems: list[Problem]) -> None:
    """Take the rows of a wrong form out of a table."""
    for line, values in tuple(table.rows.items()):
        if len(values) != len(table.columns):
            reason = f"has {len(values)} fields, not {len(table.columns)}"
            problems.append(Problem(table.file, line, "", "\t".join(values)[:_SHOWN], reason))
        elif not all(map(str.isprintable, values)):
            pairs = zip(table.columns, values, strict=True)
            field = next(field for field, value in pairs if not value.isprintable())
            problems.append(table.problem(line, field, "has a control or direction character"))
        else:
            continue
        del table.rows[line]
