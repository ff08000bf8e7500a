"""Tab-separated tables with one header line: text in, checked rows out.

A field is the text between two tabs; nothing is quoted, so that a table reads the same in any
editor and in a diff.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from countdown.core.errors import Problem

_SHOWN: Final = 80


class Row(NamedTuple):
    """One line of a table: where it stands, and its fields in the order of the columns."""

    file: str
    line: int
    columns: tuple[str, ...]
    values: list[str]

    def value(self, field: str) -> str:
        """Return the field of one column."""
        return self.values[self.columns.index(field)]

    def problem(self, field: str, reason: str) -> Problem:
        """Return what is wrong with one field of this row."""
        return Problem(self.file, self.line, field, self.value(field)[:_SHOWN], reason)


def decode(file: str, raw: bytes, problems: list[Problem]) -> str | None:
    """Return the text of a file, or None and a problem where it is not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        value = raw[error.start : error.end].hex()
        problems.append(Problem(file, line, "", value, "is not UTF-8 text"))
        return None


def optional_rows(
    files: Mapping[str, bytes], file: str, columns: tuple[str, ...], problems: list[Problem]
) -> list[Row]:
    """Return the rows of a table that a catalogue may do without: none where it is missing."""
    if file not in files or (text := decode(file, files[file], problems)) is None:
        return []
    return list(read_table(file, text, columns, problems))


def read_table(
    file: str, text: str, columns: tuple[str, ...], problems: list[Problem]
) -> Iterator[Row]:
    """Yield the rows of a table; what is wrong with its form goes to ``problems``."""
    lines = text.replace("\r\n", "\n").split("\n")
    header = tuple(lines[0].split("\t"))
    if header != columns:
        reason = f"the columns must be, parted by tabs: {', '.join(columns)}"
        problems.append(Problem(file, 1, "", lines[0][:_SHOWN], reason))
        return
    clean = "".join(lines).replace("\t", "").isprintable()
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        values = line.split("\t")
        if len(values) != len(columns):
            reason = f"has {len(values)} fields, not {len(columns)}"
            problems.append(Problem(file, number, "", line[:_SHOWN], reason))
            continue
        row = Row(file, number, columns, values)
        if not clean and not "".join(values).isprintable():
            field = next(one for one in columns if not row.value(one).isprintable())
            problems.append(row.problem(field, "has a control or direction character"))
            continue
        yield row
