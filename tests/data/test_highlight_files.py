"""What is known to have happened in flights, as a table that a catalogue may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.data.catalogue_files import load_catalogue
from countdown.data.highlight_files import COLUMNS, HIGHLIGHTS, SHORT
from tests.data.small import as_bytes, problems_of, write

if TYPE_CHECKING:
    from pathlib import Path

# Up from 1980-01-01T00:00:00Z to within the minute of 1980-01-05T12:00Z
ROW = ("ada", "early-1", "1980-01-03", "Sees a comet", "comet", "press", "on film")
NOT_WITHIN = "is not within this flight"


def with_highlights(*rows: tuple[str, ...]) -> dict[str, bytes]:
    lines = ["\t".join(row) for row in (COLUMNS, *rows)]
    return {**as_bytes(), HIGHLIGHTS: ("\n".join(lines) + "\n").encode()}


def changed(**fields: str) -> tuple[str, ...]:
    return tuple(fields.get(one, old) for one, old in zip(COLUMNS, ROW, strict=True))


def test_a_catalogue_without_the_table_is_fine(tmp_path: Path) -> None:
    catalogue = load_catalogue(write(tmp_path, as_bytes()))
    assert all(not catalogue.highlights(flight) for flight in catalogue.flights)


def test_a_highlight_is_read_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    catalogue = load_catalogue(write(tmp_path, with_highlights(ROW)))
    first, last = catalogue.career(catalogue.people["ada"])
    (comet,) = catalogue.highlights(first)
    assert (comet.person, comet.up) == (first.person, first.up)
    assert (str(comet.moment), comet.event, comet.short) == ("1980-01-03", "Sees a comet", "comet")
    assert (comet.source, comet.note) == ("press", "on film")
    assert not catalogue.highlights(last)


@pytest.mark.parametrize(
    "moment",
    [
        "1980-01-01T00:00:00Z",  # the second of the launch
        "1980-01-01T00:00Z",
        "1980-01-01",
        "1980-01",
        "1980-01-05T12:00:59Z",  # the last second that the landing can be
        "1980-01-05T12:00Z",
        "1980-01-05",
    ],
)
def test_what_can_be_in_the_flight_is_taken(tmp_path: Path, moment: str) -> None:
    catalogue = load_catalogue(write(tmp_path, with_highlights(changed(moment=moment))))
    first = catalogue.career(catalogue.people["ada"])[0]
    assert [str(one.moment) for one in catalogue.highlights(first)] == [moment]


@pytest.mark.parametrize(
    "moment",
    [
        "1979-12-31T23:59:59Z",
        "1979-12-31T23:59Z",  # the minute ends as the launch comes
        "1979-12-31",
        "1979-12",
        "1980-01-05T12:01:00Z",
        "1980-01-05T12:01Z",
        "1980-01-06",
        "1980-02",
    ],
)
def test_what_ends_before_the_launch_or_begins_after_the_landing_is_refused(
    tmp_path: Path, moment: str
) -> None:
    (problem,) = problems_of(write(tmp_path, with_highlights(changed(moment=moment))))
    assert (problem.file, problem.line, problem.field) == (HIGHLIGHTS, 2, "moment")
    assert (problem.value, problem.reason) == (moment, NOT_WITHIN)


@pytest.mark.parametrize(("moment", "is_within"), [("2020-03-01", True), ("2020-03-02", False)])
def test_the_whole_day_of_a_landing_known_to_the_day_is_in_the_flight(
    tmp_path: Path, moment: str, is_within: bool
) -> None:
    files = with_highlights(changed(person="bea", up="late-1", moment=moment))
    if is_within:
        load_catalogue(write(tmp_path, files))
    else:
        assert [one.reason for one in problems_of(write(tmp_path, files))] == [NOT_WITHIN]


def test_a_landing_known_to_the_second_is_the_flights_last_second(tmp_path: Path) -> None:
    def told_at(moment: str) -> dict[str, bytes]:
        files = with_highlights(changed(moment=moment))
        exact = files["vehicles.tsv"].replace(b"05T12:00Z", b"05T12:00:00Z")
        return {**files, "vehicles.tsv": exact}

    load_catalogue(write(tmp_path / "last", told_at("1980-01-05T12:00:00Z")))
    (problem,) = problems_of(write(tmp_path / "after", told_at("1980-01-05T12:00:01Z")))
    assert problem.reason == NOT_WITHIN


def test_a_flight_that_is_not_over_has_no_last_moment(tmp_path: Path) -> None:
    catalogue = load_catalogue(
        write(tmp_path, with_highlights(changed(up="late-2", moment="2027-06")))
    )
    assert catalogue.highlights(catalogue.career(catalogue.people["ada"])[1])


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("up", "", "is no flight of this person in flights.tsv"),
        ("up", "late-1", "is no flight of this person in flights.tsv"),  # it is Bea's
        ("moment", "", "is no moment"),
        ("moment", "3 January 1980", "is no moment"),
        ("moment", "1980-01-03T12:00", "is no moment"),  # in which zone?
        ("moment", "1880-01-03", "is no moment"),
        ("event", " ", "must not be empty"),
        ("short", "", "must be a word or two, up to 24 signs"),
        ("short", "x" * (SHORT + 1), "must be a word or two, up to 24 signs"),
        ("source", "pre\u200bss", "control or direction character"),
        ("note", "a\u202eb", "control or direction character"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(
    tmp_path: Path, field: str, value: str, reason: str
) -> None:
    (problem,) = problems_of(write(tmp_path, with_highlights(changed(**{field: value}))))
    assert (problem.file, problem.line, problem.field) == (HIGHLIGHTS, 2, field)
    assert problem.value == value
    assert reason in problem.reason


def test_somebody_who_never_flew_has_no_highlights(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, with_highlights(changed(person="cyd"))))
    assert (problem.field, problem.reason) == ("up", "is no flight of this person in flights.tsv")


def test_the_same_event_at_the_same_moment_is_there_once(tmp_path: Path) -> None:
    again, later = changed(short="again"), changed(moment="1980-01-04")
    (problem,) = problems_of(write(tmp_path, with_highlights(ROW, later, again)))
    assert (problem.file, problem.line, problem.field) == (HIGHLIGHTS, 4, "event")
    assert problem.reason == "is there twice"


def test_a_word_of_24_signs_still_stands_on_the_time_line(tmp_path: Path) -> None:
    load_catalogue(write(tmp_path, with_highlights(changed(short="x" * SHORT))))


def test_a_table_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, {**as_bytes(), HIGHLIGHTS: b"\xff\xfe"}))
    assert (problem.file, problem.reason) == (HIGHLIGHTS, "is not UTF-8 text")


def test_other_columns_are_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, {**as_bytes(), HIGHLIGHTS: b"person\tup\n"}))
    assert (problem.file, problem.line) == (HIGHLIGHTS, 1)
