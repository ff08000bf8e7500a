"""The figures of the press as a table that a catalogue may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.press import PressCounts
from countdown.data.catalogue_files import load_catalogue
from countdown.data.press_files import COLUMNS, PRESS
from tests.data.small import as_bytes, problems_of, write

if TYPE_CHECKING:
    from pathlib import Path

ROW = ("ada", "flight", "4", "1980-01-05", "days in orbit", "a paper", "ada early-1", "by dates")


def with_press(*rows: tuple[str, ...]) -> dict[str, bytes]:
    lines = ["\t".join(row) for row in (COLUMNS, *rows)]
    return {**as_bytes(), PRESS: ("\n".join(lines) + "\n").encode()}


def changed(field: str, value: str) -> tuple[str, ...]:
    return tuple(value if one == field else old for one, old in zip(COLUMNS, ROW, strict=True))


def test_a_catalogue_without_the_table_is_fine(tmp_path: Path) -> None:
    assert load_catalogue(write(tmp_path, as_bytes())).press == ()


def test_a_figure_is_read_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    catalogue = load_catalogue(write(tmp_path, with_press(ROW)))
    (press,) = catalogue.press
    assert (press.person, press.page) == (catalogue.people["ada"],) * 2
    assert (press.counts, press.figure, str(press.as_of)) == (PressCounts.FLIGHT, 4, "1980-01-05")
    assert (press.words, press.source, press.note) == ("days in orbit", "a paper", "by dates")
    assert press.page_vehicle.id == "early-1"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("person", "cyd", "is not in people.tsv"),
        ("counts", "days", "must be one of career, flight, flights"),
        ("figure", "", "must be a whole number"),
        ("figure", "0", "must be a whole number"),
        ("figure", "-4", "must be a whole number"),
        ("figure", "4.5", "must be a whole number"),
        ("figure", "٤", "must be a whole number"),
        ("figure", "9" * 5000, "must be a whole number"),
        ("as_of", "", "must be a date"),
        ("as_of", "1980-01", "must be a date"),
        ("as_of", "1980-01-05T12:00Z", "must be a date"),
        ("as_of", "1880-01-05", "must be a date"),
        ("words", " ", "must not be empty"),
        ("page", "", "must be a person and a vehicle"),
        ("page", "ada", "must be a person and a vehicle"),
        ("page", "bea early-1", "must be a person and a vehicle"),
        ("note", "a\u202eb", "control or direction character"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(
    tmp_path: Path, field: str, value: str, reason: str
) -> None:
    (problem,) = problems_of(write(tmp_path, with_press(changed(field, value))))
    assert (problem.file, problem.line, problem.field) == (PRESS, 2, field)
    assert reason in problem.reason


def test_a_table_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, {**as_bytes(), PRESS: b"\xff\xfe"}))
    assert (problem.file, problem.reason) == (PRESS, "is not UTF-8 text")


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, {**as_bytes(), PRESS: b"person\tfigure\n"}))
    assert (problem.file, problem.line) == (PRESS, 1)
