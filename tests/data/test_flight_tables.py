"""A table of flights: what it would add and change, and each wrong cell by line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countdown.core.errors import FileProblemsError
from countdown.core.moments import Moment
from countdown.core.overlays import with_own
from countdown.core.own_missions import OwnFlight
from countdown.core.ownership import Fact
from countdown.data.csv_tables import harmless
from countdown.data.flight_tables import preview_flights
from countdown.data.mission_files import MAX_BYTES, mission_text, parse_missions
from tests.fakes import catalogue_of, person, trip, vehicle, woman
from tests.own import own_mission

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.merging import Preview

OLD = vehicle("Old 1", "2020-01-01T00:00:00Z", "2020-04-10T00:00:00Z")
UP = vehicle("Up 1", "2029-10-01T00:00:00Z")
HEAD = "person,country,vehicle,launch,sex,landing,planned_return,down,died,note\n"
ABOUT = own_mission("import")


def small() -> Catalogue:
    return catalogue_of(
        trip(woman("Ada Aster"), OLD), trip(person("Bea"), UP, planned="2030-04-01")
    )


def preview(text: str) -> Preview:
    return preview_flights(text.encode(), "flights.csv", small(), ABOUT)


def wrong(text: str) -> list[tuple[int | None, str, str]]:
    found = preview(text)
    assert found.catalogue is None
    return [(one.line, one.field, one.reason) for one in found.problems]


def test_new_people_fly_on_a_new_vehicle() -> None:
    found = preview(
        HEAD
        + "Pia Pupil,US,Class 1,2029-12-01T00:00:00Z,F,,2030-05,,,our school\n"
        + "Quinn Pupil,US,class 1,2029-12-01T00:00:00Z,M,,,,,\n"
    )
    assert found.problems == ()
    assert [(one.person.id, one.up.id) for one in found.added] == [
        ("pia-pupil", "class-1"),
        ("quinn-pupil", "class-1"),
    ]
    assert found.mission.vehicles[0].spacecraft == "Class 1"
    assert (found.changed, found.same) == ((), 0)
    assert parse_missions(mission_text((found.mission,)).encode(), "").missions == (found.mission,)


def test_people_and_vehicles_are_known_by_name_or_id_in_any_spelling() -> None:
    found = preview(HEAD + "aster ada,US,soon,2031-01,,,,,,\n" + "ADA ASTER,US,x,2032,,,,,,\n")
    assert [one.field for one in found.problems] == ["sex"]  # only the first name comes first
    found = preview(HEAD + "ada-aster,US,Old-1,2020-01-01T00:00:00Z,,2020-04-10T00:00:00Z,,,,\n")
    assert (found.added, found.changed, found.same) == ((), (), 1)


def test_a_row_on_a_flight_of_the_catalogue_corrects_it() -> None:
    found = preview(HEAD + "Bea,US,Up 1,2029-10-01T00:00:00Z,,2030-01-20,,,,\n")
    (flight,) = found.changed
    assert found.catalogue is not None
    facts = {one.fact: one.own for one in found.catalogue.own.corrections(flight)}
    assert facts == {Fact.LANDING: Moment.parse("2030-01-20"), Fact.DOWN: "up-1"}
    assert found.added == ()


def test_no_earlier_than_and_semicolons_and_empty_lines_are_understood() -> None:
    found = preview("vehicle;launch;person;country;sex\r\n\r\nNext 1;>=2031-03;Pia Pupil;US;F\r\n")
    (flight,) = found.added
    assert flight.launch == Moment.parse("2031-03", no_earlier_than=True)


def test_who_comes_down_on_another_vehicle_names_it() -> None:
    found = preview(
        HEAD
        + "Pia Pupil,US,Class 1,2029-12-01,F,,,Class 2,,\n"
        + "Quinn Pupil,US,Class 2,2029-12-05,M,2030-01-05,,,,\n"
    )
    assert [one.landing for one in found.added] == [Moment.parse("2030-01-05")] * 2


def test_formulas_and_markup_are_names_like_any_other() -> None:
    found = preview(HEAD + '"=HYPERLINK(""file:///x"")",US,@SUM(1),2031,F,,,,,<b>note</b>\n')
    (flight,) = found.added
    assert flight.person.name == '=HYPERLINK("file:///x")'
    assert flight.up.name == "@SUM(1)"
    assert harmless(flight.person.name).startswith("'")


def test_what_the_user_has_stated_before_is_known_as_well() -> None:
    mine = preview(HEAD + "Pia Pupil,US,Class 1,2029-12-01,F,2030-01-05,,,,\n").mission
    again = preview_flights(
        (HEAD + "Pia Pupil,US,Class 2,2031,,,,,,\n").encode(),
        "flights.csv",
        small(),
        own_mission("second"),
        [mine],
    )
    assert again.mission.people == ()
    assert [one.number for one in again.added] == [2]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Pia,US,Class 1,2029-13-01,F,,,,,", (2, "launch", "is no moment")),
        ("Pia,US,Class 1,,F,,,,,", (2, "launch", "is no moment")),
        ("Pia,us,Class 1,2029,F,,,,,", (2, "country", "must be two capital letters")),
        ("Pia,US,Class 1,2029,,,,,,", (2, "sex", "must be F or M")),
        (",US,Class 1,2029,F,,,,,", (2, "person", "must not be empty")),
        ("Pia,US,,2029,F,,,,,", (2, "vehicle", "must not be empty")),
        ("Pia,US,Class 1,2029,F,,soon,,,", (2, "planned_return", "is no moment")),
        ("Pia,US,Class 1,2029,F,,,Nil,,", (2, "down", "is no vehicle")),
        ("Pia,US,Class 1,2029,F,2030,,Old 1,,", (2, "landing", "must be empty")),
        ("Pia,US,Class 1,2029,F,,,,maybe,", (2, "died", "must be yes or empty")),
        ("Pia,US,Class 1,2029,F", (2, "", "has 5 cells, not 10")),
        ("Pia,US,Class 1,2029,F,,,,,a\u202eb", (2, "note", "has a control or direction")),
        ('"Pia,US', (2, "", "is not CSV")),
        # and what only the catalogue can say
        ("Pia,ZZ,Class 1,2029,F,,,,,", (2, "country", "is no country")),
        ("Bea,US,Class 1,2031,,,,,,", (2, "vehicle", "overlaps this person's flight on Up 1")),
        ("Pia,US,Class 1,2029,F,2028,,,,", (2, "landing", "does not go with")),
        ("Pia,US,Class 1,2029,F,,,,yes,", (2, "died", "needs the vehicle")),
    ],
)
def test_a_wrong_cell_is_named_by_line_and_column(row: str, found: tuple[int, str, str]) -> None:
    ((line, column, reason),) = wrong(HEAD + row + "\n")
    assert (line, column) == found[:2]
    assert reason.startswith(found[2])


def test_rows_that_contradict_each_other_are_named() -> None:
    row = "Pia Pupil,US,Class 1,2029,F,,,,,\n"
    other = "Quinn Pupil,US,Class 1,2028,M,,,,,\n"
    assert wrong(HEAD + row + other) == [
        (3, "launch", "is 2029 in another row on this vehicle"),
    ]
    assert wrong(HEAD + row + row) == [(3, "person", "is there twice on this vehicle")]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "the columns must be person, country, vehicle, launch"),
        (b"name,launch\n", "the columns must be"),
        (b"person,country,vehicle,launch,launch\n", "the columns must be"),
        (b"x" * (MAX_BYTES + 1), "larger than 1 MiB"),
        ((HEAD + "P,US,V,2031,F,,,,,\n" * 2_001).encode(), "has more than 2000 flights"),
    ],
)
def test_what_is_no_table_of_flights_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(FileProblemsError, match=reason):
        preview_flights(raw, "flights.csv", small(), ABOUT)


def test_what_is_not_utf_8_is_named_by_its_line() -> None:
    found = preview_flights((HEAD + "Zo\xeb").encode("latin-1"), "flights.csv", small(), ABOUT)
    assert [(one.line, one.reason) for one in found.problems] == [(2, "is not UTF-8 text")]


CELLS = st.sampled_from(
    [
        "",
        "Bea",
        "Ada Aster",
        "Pia",
        "US",
        "Up 1",
        "2029",
        "2031-02-03",
        "F",
        "yes",
        "=1+1",
        '"',
        "\0",
    ]
)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=8, max_size=11).map(",".join), max_size=5), st.binary())
def test_any_table_is_previewed_or_refused_whole(rows: list[str], tail: bytes) -> None:
    raw = (HEAD + "\n".join(rows)).encode() + tail
    found = preview_flights(raw, "flights.csv", small(), ABOUT)
    if found.problems:
        assert found.catalogue is None
        assert found.added == found.changed == ()
    else:
        laid = with_own(small(), [found.mission]).catalogue
        assert len(laid.flights) == len(small().flights) + len(found.added)
        assert all(isinstance(one, OwnFlight) for one in found.mission.flights)
