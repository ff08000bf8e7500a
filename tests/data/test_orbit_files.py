"""Where vehicles flew to, and how high, as a table that a catalogue may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.data.catalogue_files import load_catalogue
from countdown.data.orbit_files import COLUMNS, ORBITS
from tests.data.small import as_bytes, problems_of, write

if TYPE_CHECKING:
    from pathlib import Path

ROW = ("early-1", "Outpost", "345")


def with_orbits(*rows: tuple[str, ...]) -> dict[str, bytes]:
    lines = ["\t".join(row) for row in (COLUMNS, *rows)]
    return {**as_bytes(), ORBITS: ("\n".join(lines) + "\n").encode()}


def changed(field: str, value: str) -> tuple[str, ...]:
    return tuple(value if one == field else old for one, old in zip(COLUMNS, ROW, strict=True))


def where(folder: Path, files: dict[str, bytes]) -> dict[str, tuple[str, int | None]]:
    """Return the station and the height of each vehicle."""
    vehicles = load_catalogue(write(folder, files)).vehicles.values()
    return {one.id: (one.station, one.orbit_km) for one in vehicles}


def test_without_the_table_nothing_is_known_of_any_orbit(tmp_path: Path) -> None:
    assert set(where(tmp_path, as_bytes()).values()) == {("", None)}


def test_a_vehicle_without_a_row_keeps_an_unknown_orbit(tmp_path: Path) -> None:
    assert where(tmp_path, with_orbits(ROW)) == {
        "early-1": ("Outpost", 345),
        "late-1": ("", None),
        "late-2": ("", None),
    }


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (("late-1", "", "250"), ("", 250)),  # a flight of its own
        (("late-1", "Outpost", ""), ("Outpost", None)),
        (("late-1", " Outpost ", "100"), ("Outpost", 100)),
        (("late-1", "", "2000"), ("", 2_000)),
    ],
)
def test_station_and_height_are_known_each_by_itself(
    tmp_path: Path, row: tuple[str, ...], known: tuple[str, int | None]
) -> None:
    assert where(tmp_path, with_orbits(row))["late-1"] == known


def test_a_flight_finds_the_orbit_of_the_vehicle_it_went_up_on(tmp_path: Path) -> None:
    catalogue = load_catalogue(write(tmp_path, with_orbits(ROW)))
    first, last = catalogue.career(catalogue.people["ada"])
    assert (first.up.station, first.up.orbit_km) == ("Outpost", 345)
    assert last.up.orbit_km is None


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("vehicle", "", "is not in vehicles.tsv"),
        ("vehicle", "next-1", "is not in vehicles.tsv"),  # planned, and not up yet
        ("station", "Out\x07post", "control or direction character"),
        ("orbit_km", "99", "must be kilometres from 100 to 2000, or empty"),
        ("orbit_km", "2001", "must be kilometres from 100 to 2000, or empty"),
        ("orbit_km", "345.5", "must be kilometres"),
        ("orbit_km", "-345", "must be kilometres"),
        ("orbit_km", "345 km", "must be kilometres"),
        ("orbit_km", " ", "must be kilometres"),
        ("orbit_km", "٣٤٥", "must be kilometres"),
        ("orbit_km", "9" * 5000, "must be kilometres"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(
    tmp_path: Path, field: str, value: str, reason: str
) -> None:
    (problem,) = problems_of(write(tmp_path, with_orbits(changed(field, value))))
    assert (problem.file, problem.line, problem.field) == (ORBITS, 2, field)
    assert problem.value == value[:80]
    assert reason in problem.reason


def test_a_vehicle_has_one_row(tmp_path: Path) -> None:
    files = with_orbits(ROW, ("late-1", "", "300"), changed("orbit_km", "350"))
    (problem,) = problems_of(write(tmp_path, files))
    assert (problem.file, problem.line, problem.field) == (ORBITS, 4, "vehicle")
    assert (problem.value, problem.reason) == ("early-1", "is there twice")


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    files = with_orbits(changed("vehicle", "nobody"), changed("orbit_km", "0"), ("late-1", "x"))
    found = problems_of(write(tmp_path, files))
    assert {(one.line, one.field) for one in found} == {(2, "vehicle"), (3, "orbit_km"), (4, "")}


def test_a_table_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, {**as_bytes(), ORBITS: b"\xff\xfe"}))
    assert (problem.file, problem.reason) == (ORBITS, "is not UTF-8 text")


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, {**as_bytes(), ORBITS: b"vehicle\tkm\n"}))
    assert (problem.file, problem.line) == (ORBITS, 1)
