"""A small catalogue as files, and the ways to spoil it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.errors import FileProblemsError, Problem
from countdown.data.catalogue_files import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILES: Mapping[str, str] = {
    "catalogue.json": '{"schema": 1, "title": "Three flights", "data_date": "2026-10-08"}\n',
    "countries.tsv": "code\tname\trecords_with\n"
    "RU\tRussia\tRU\n"
    "SU\tSoviet Union\tRU\n"
    "US\tUnited States\tUS\n",
    "people.tsv": "id\tname\tsex\taliases\tnote\n"
    "ada\tAda Aster\tF\tA. Aster|Ada B. Aster\t\n"
    "bea\tBea Boreal\tM\t\tborn at sea\n",
    "vehicles.tsv": "id\tname\tspacecraft\tlaunch\tlanding\tsource\tnote\n"
    "early-1\tEarly 1\tEarly\t1980-01-01T00:00:00Z\t1980-01-05T12:00Z\tbook\t\n"
    "late-1\tLate 1\tLate\t2020-02-01T00:00:00Z\t2020-03-01\tpress\tdate only\n"
    "late-2\tLate 2\tLate\t2026-09-01T00:00:00Z\t\tpress\t\n",
    "flights.tsv": "person\tup\tdown\tcountry\tplanned_return\tdied\tsource\n"
    "ada\tearly-1\tearly-1\tSU\t\t\tbook\n"
    "bea\tlate-1\tlate-1\tUS\t\tyes\tpress\n"
    "ada\tlate-2\t\tUS\t2027-01-15\t\tpress\n",
    "planned.tsv": "id\tname\tspacecraft\tlaunch\tno_earlier_than\tnote\n"
    "next-1\tNext 1\tNext\t2027-03\tyes\t\n",
}


def as_bytes(files: Mapping[str, str] = FILES) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write the files of a catalogue into a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    return folder


def with_change(name: str, old: str, new: str) -> dict[str, bytes]:
    """The small catalogue with one text put in place of another, once."""
    assert FILES[name].count(old) == 1
    return as_bytes({**FILES, name: FILES[name].replace(old, new)})


def with_line(name: str, line: str) -> dict[str, bytes]:
    """The small catalogue with one more row in a table."""
    return as_bytes({**FILES, name: FILES[name] + line + "\n"})


def problems_of(source: Path) -> tuple[Problem, ...]:
    """What is wrong with a catalogue that must be refused."""
    with pytest.raises(FileProblemsError) as caught:
        load_catalogue(source)
    assert caught.value.problems
    return caught.value.problems
