"""Catalogues on disk: the right ones are read, the wrong ones refused with place and reason."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from countdown.core.errors import FileProblemsError, Problem
from countdown.core.flights import End, Sex
from countdown.core.moments import Precision
from countdown.data.catalogue_files import TABLES, load_catalogue
from tests.data.small import FILES, as_bytes, problems_of, with_change, with_line, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_catalogue_is_read_with_all_it_says(tmp_path: Path) -> None:
    catalogue = load_catalogue(write(tmp_path, as_bytes()))
    assert catalogue.title == "Three flights"
    assert str(catalogue.data_date) == "2026-10-08"
    ada, bea = catalogue.people["ada"], catalogue.people["bea"]
    assert (ada.sex, ada.aliases) == (Sex.FEMALE, ("A. Aster", "Ada B. Aster"))
    assert bea.note == "born at sea"
    first, second = catalogue.career(ada)
    assert (first.country.code, first.country.records_with) == ("SU", "RU")
    assert first.stop.precision is Precision.MINUTE
    assert (second.number, second.end, str(second.stop)) == (2, End.PLANNED, "2027-01-15")
    assert catalogue.career(bea)[0].end is End.DIED
    assert str(catalogue.vehicles["late-1"].landing) == "2020-03-01"
    (plan,) = catalogue.planned
    assert (plan.name, str(plan.launch), plan.launch.no_earlier_than) == ("Next 1", "2027-03", True)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path, ending: str) -> None:
    files = {
        name: b"\xef\xbb\xbf" + text.replace("\n", ending).encode() for name, text in FILES.items()
    }
    assert len(load_catalogue(write(tmp_path, files)).flights) == 3


WRONG_ROWS = [
    # an unknown name
    ("flights.tsv", "cyd\tearly-1\tearly-1\tSU\t\t\t", "person", "cyd", "is not in people.tsv"),
    ("flights.tsv", "bea\tlost-1\tearly-1\tSU\t\t\t", "up", "lost-1", "is not in vehicles.tsv"),
    ("flights.tsv", "bea\tearly-1\tlost-1\tSU\t\t\t", "down", "lost-1", "is not in vehicles.tsv"),
    ("flights.tsv", "bea\tearly-1\tearly-1\tXX\t\t\t", "country", "XX", "is not in countries.tsv"),
    # a flight that cannot be
    ("flights.tsv", "bea\tlate-2\tearly-1\tRU\t\t\t", "down", "early-1", "not after"),
    ("flights.tsv", "bea\tlate-2\tlate-2\tRU\t\t\t", "down", "late-2", "has no landing"),
    ("flights.tsv", "bea\tlate-2\t\tRU\t\tyes\t", "died", "yes", "needs the vehicle"),
    ("flights.tsv", "bea\tearly-1\tearly-1\tRU\t\tno\t", "died", "no", "yes or empty"),
    (
        "flights.tsv",
        "bea\tearly-1\tearly-1\tRU\t2027-01-01\t\t",
        "planned_return",
        "2027-01-01",
        "the flight is over",
    ),
    (
        "flights.tsv",
        "bea\tlate-2\t\tRU\t2026-08-31\t\t",
        "planned_return",
        "2026-08-31",
        "is not after",
    ),
    ("flights.tsv", "bea\tlate-2\t\tRU\tsoon\t\t", "planned_return", "soon", "is no moment"),
    # overlapping flights of one person, whichever comes first in the file
    ("flights.tsv", "bea\tlate-1\tlate-1\tUS\t\t\t", "up", "late-1", "overlaps"),
    ("flights.tsv", "ada\tlate-2\t\tUS\t\t\t", "up", "late-2", "overlaps"),
    # moments
    (
        "vehicles.tsv",
        "x\tX\tX\t2020-01-02T00:00:00Z\t2020-01-01\t\t",
        "landing",
        "2020-01-01",
        "not after the launch",
    ),
    (
        "vehicles.tsv",
        "x\tX\tX\t2020-01-02T00:00:00Z\t2020-01-02T00:00:00Z\t\t",
        "landing",
        "2020-01-02T00:00:00Z",
        "not after the launch",
    ),
    ("vehicles.tsv", "x\tX\tX\t2021-02-29\t\t\t", "launch", "2021-02-29", "is no moment"),
    ("vehicles.tsv", "x\tX\tX\t\t\t\t", "launch", "", "is no moment"),
    (
        "vehicles.tsv",
        "x\tX\tX\t2021-02-01\t2021-02-30T00:00:00Z\t\t",
        "landing",
        "2021-02-30T00:00:00Z",
        "is no moment",
    ),
    (
        "vehicles.tsv",
        "x\tX\tX\t2021-02-01T00:00:00\t\t\t",
        "launch",
        "2021-02-01T00:00:00",
        "time zone",
    ),
    ("vehicles.tsv", "x\tX\tX\t1800-01-01\t\t\t", "launch", "1800-01-01", "1900 to 2200"),
    ("planned.tsv", "x\tX\tX\t9999\t\t", "launch", "9999", "1900 to 2200"),
    ("planned.tsv", "x\tX\tX\t2027-13\t\t", "launch", "2027-13", "is no moment"),
    ("planned.tsv", "x\tX\tX\t2027\tmaybe\t", "no_earlier_than", "maybe", "yes or empty"),
    # ids
    ("people.tsv", "ada\tAnother Ada\tF\t\t", "id", "ada", "is there twice"),
    ("vehicles.tsv", "late-1\tX\tX\t2021-02-01\t\t\t", "id", "late-1", "is there twice"),
    ("countries.tsv", "RU\tRussia\tRU", "code", "RU", "is there twice"),
    ("planned.tsv", "next-1\tX\tX\t2027\t\t", "id", "next-1", "is there twice"),
    ("people.tsv", "Ada Aster\tAda\tF\t\t", "id", "Ada Aster", "must be a-z, 0-9, -"),
    ("people.tsv", "\tAda\tF\t\t", "id", "", "must be a-z, 0-9, -"),
    ("people.tsv", "zoé\tZoé\tF\t\t", "id", "zoé", "must be a-z, 0-9, -"),
    ("people.tsv", "-zoe\tZoé\tF\t\t", "id", "-zoe", "must be a-z, 0-9, -"),
    ("people.tsv", "zoe-\tZoé\tF\t\t", "id", "zoe-", "must be a-z, 0-9, -"),
    ("people.tsv", "zoe--z\tZoé\tF\t\t", "id", "zoe--z", "must be a-z, 0-9, -"),
    ("people.tsv", "-\tZoé\tF\t\t", "id", "-", "must be a-z, 0-9, -"),
    ("countries.tsv", "ru\tRussia\tRU", "code", "ru", "two capital letters"),
    ("countries.tsv", "R1\tRussia\tRU", "code", "R1", "two capital letters"),
    ("countries.tsv", "ÖÄ\tRussia\tRU", "code", "ÖÄ", "two capital letters"),
    ("countries.tsv", "\tRussia\tRU", "code", "", "two capital letters"),
    ("countries.tsv", "RUS\tRussia\tRU", "code", "RUS", "two capital letters"),
    ("countries.tsv", "FR\tFrance\tEU", "records_with", "EU", "is not in countries.tsv"),
    # texts
    ("people.tsv", "cyd\t \tF\t\t", "name", " ", "must not be empty"),
    ("vehicles.tsv", "x\t\tX\t2021-02-01\t\t\t", "name", "", "must not be empty"),
    ("planned.tsv", "x\t\tX\t2027\t\t", "name", "", "must not be empty"),
    ("countries.tsv", "FR\t\tFR", "name", "", "must not be empty"),
    ("people.tsv", "cyd\tCyd\tX\t\t", "sex", "X", "must be F or M"),
    ("people.tsv", "cyd\tCyd\tf\t\t", "sex", "f", "must be F or M"),
    ("people.tsv", "cyd\tCyd\u202e\tF\t\t", "name", "Cyd\u202e", "direction character"),
    ("people.tsv", "cyd\tCyd\tF\t\ta\x1b[31m", "note", "a\x1b[31m", "control"),
    ("people.tsv", "cyd\tC\ryd\tF\t\t", "name", "C\ryd", "control"),
    ("people.tsv", "cyd\tCyd\u2028\tF\t\t", "name", "Cyd\u2028", "control"),
    # the number of fields
    ("people.tsv", "cyd\tCyd\tF\t", "", "cyd\tCyd\tF\t", "has 4 fields, not 5"),
    ("people.tsv", "cyd\tCyd\tF\t\t\t", "", "cyd\tCyd\tF\t\t\t", "has 6 fields, not 5"),
    ("people.tsv", "cyd", "", "cyd", "has 1 fields, not 5"),
]


@pytest.mark.parametrize(("file", "line", "field", "value", "reason"), WRONG_ROWS)
def test_a_wrong_row_is_refused_with_its_place_and_reason(
    tmp_path: Path, file: str, line: str, field: str, value: str, reason: str
) -> None:
    number = FILES[file].count("\n") + 1
    (problem,) = problems_of(write(tmp_path, with_line(file, line)))
    assert problem[:4] == (file, number, field, value)
    assert reason in problem.reason


def test_a_wrong_time_is_shown_by_its_beginning_only(tmp_path: Path) -> None:
    long = "9" * 10_000
    (problem,) = problems_of(write(tmp_path, with_line("planned.tsv", f"x\tX\tX\t{long}\t\t")))
    assert problem.value == "9" * 80


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    files = with_change("people.tsv", "\tM\t", "\tmale\t")
    files["vehicles.tsv"] = files["vehicles.tsv"].replace(b"2020-02-01T00:00:00Z", b"soon")
    found = {(one.file, one.line, one.field) for one in problems_of(write(tmp_path, files))}
    assert found >= {("people.tsv", 3, "sex"), ("vehicles.tsv", 3, "launch")}


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    files = as_bytes()
    del files[name]
    (problem,) = problems_of(write(tmp_path, files))
    assert problem == Problem(str(tmp_path), None, "", name, "this file is missing")


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_utf_8_is_refused_with_the_line(tmp_path: Path, name: str) -> None:
    files = as_bytes()
    files[name] += b"\n\xe9t\xe9\n"
    problem = next(one for one in problems_of(write(tmp_path, files)) if one.file == name)
    assert (problem.line, problem.value) == (FILES[name].count("\n") + 2, "e9")
    assert "UTF-8" in problem.reason


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("raw", [b"", b"\n", b"id,name\n", b"\tid\n", b"\xef\xbb\xbf"])
def test_a_table_without_its_columns_is_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    problems = problems_of(write(tmp_path, as_bytes() | {name: raw}))
    problem = next(one for one in problems if one.file == name)
    assert problem.line == 1
    assert problem.reason.endswith(", ".join(TABLES[name]))


def about(**changes: object) -> bytes:
    return json.dumps(json.loads(FILES["catalogue.json"]) | changes).encode()


@pytest.mark.parametrize(
    ("raw", "field", "reason"),
    [
        (b"", "", "is not JSON"),
        (b"{", "", "is not JSON"),
        (b"\x00", "", "is not JSON"),
        (b"[" * 100_000, "", "is not JSON"),
        (b'{"schema": ' + b"9" * 5_000 + b"}", "", "is not JSON"),
        (b"[]", "", "is not a JSON object"),
        (b"1", "", "is not a JSON object"),
        (b"null", "", "is not a JSON object"),
        (b"{}", "schema", "must be 1"),
        (b'{"schema": NaN}', "schema", "must be 1"),
        (b'{"schema": 1e999}', "schema", "must be 1"),
        (about(schema=2), "schema", "newer version"),
        (about(schema=10**4_000), "schema", "newer version"),
        (about(schema=0), "schema", "must be 1"),
        (about(schema=-1), "schema", "must be 1"),
        (about(schema="1"), "schema", "must be 1"),
        (about(schema=True), "schema", "must be 1"),
        (about(schema=1.0), "schema", "must be 1"),
        (about(schema=[1]), "schema", "must be 1"),
        (about(title=""), "title", "line of text"),
        (about(title=" "), "title", "line of text"),
        (about(title=7), "title", "line of text"),
        (about(title="two\nlines"), "title", "line of text"),
        (about(title="\u202eesrever"), "title", "line of text"),
        (about(title={"de": ["Katalog"]}), "title", "line of text"),
        (about(data_date=None), "data_date", "must be a date"),
        (about(data_date=20261008), "data_date", "must be a date"),
        (about(data_date="2026-10"), "data_date", "must be a date"),
        (about(data_date="2026-10-08T00:00:00Z"), "data_date", "must be a date"),
        (about(data_date="2026-02-29"), "data_date", "must be a date"),
        (about(data_date="1800-01-01"), "data_date", "must be a date"),
        (about(data_date=["2026-10-08"]), "data_date", "must be a date"),
    ],
)
def test_what_is_wrong_in_catalogue_json_is_named(
    tmp_path: Path, raw: bytes, field: str, reason: str
) -> None:
    (problem,) = problems_of(write(tmp_path, as_bytes() | {"catalogue.json": raw}))
    assert problem[:3] == ("catalogue.json", None, field)
    assert reason in problem.reason
    assert len(problem.value) <= 80


@pytest.mark.parametrize("depth", [10, *range(900, 1_010, 10), 3_000, 50_000])
@pytest.mark.parametrize("field", ["schema", "title", "data_date"])
def test_deep_nesting_is_refused_like_anything_else(tmp_path: Path, field: str, depth: int) -> None:
    nested = "[" * depth + "]" * depth
    values = {"schema": "1", "title": '"T"', "data_date": '"2026-10-08"', field: nested}
    raw = "{" + ", ".join(f'"{key}": {value}' for key, value in values.items()) + "}"
    (problem,) = problems_of(write(tmp_path, as_bytes() | {"catalogue.json": raw.encode()}))
    assert problem.file == "catalogue.json"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(FILES)),
    place=st.floats(0, 1, exclude_max=True),
    length=st.integers(0, 3),
    new=st.binary(max_size=4) | st.sampled_from([b"\t", b"\n", b"\t\t", b"-", b"\xff", b"\x00"]),
)
def test_any_change_of_a_few_bytes_loads_or_is_refused(
    tmp_path: Path, name: str, place: float, length: int, new: bytes
) -> None:
    files = as_bytes()
    start = int(place * len(files[name]))
    files[name] = files[name][:start] + new + files[name][start + length :]
    write(tmp_path, files)
    with contextlib.suppress(FileProblemsError):
        for flight in load_catalogue(tmp_path).flights:
            assert flight.launch.earliest <= flight.stop.earliest
