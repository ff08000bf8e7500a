"""Dates as people type them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.errors import BadMomentError, CountdownError, OutOfRangeError
from countdown.core.moments import FIRST, Instant, iso
from countdown.core.typed_moments import typed_instant
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

NOON = at("2015-10-16T12:00:00Z")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2015-10-29", "2015-10-29T00:00:00Z"),
        ("2015-10-29T04:05:19Z", "2015-10-29T04:05:19Z"),
        ("2015-10-29 04:05", "2015-10-29T04:05:00Z"),
        ("2015-10-29 06:05 +02:00", "2015-10-29T04:05:00Z"),
        ("29 oct 2015", "2015-10-29T00:00:00Z"),
        ("October 29, 2015 4:05 pm", "2015-10-29T16:05:00Z"),
        ("18:30", "2015-10-16T18:30:00Z"),
        ("oct 2014", "2014-10-01T00:00:00Z"),
        ("2014", "2014-01-01T00:00:00Z"),
        ("28 nov", "2015-11-28T00:00:00Z"),
        ("2015-10-29 04:05 gmt", "2015-10-29T04:05:00Z"),
    ],
)
def test_many_ways_of_writing_a_date_are_understood(typed: str, meant: str) -> None:
    assert iso(typed_instant(typed, NOON)) == meant


def test_which_comes_first_is_a_matter_of_place() -> None:
    assert iso(typed_instant("3/4/2016", NOON)) == "2016-03-04T00:00:00Z"
    assert iso(typed_instant("3/4/2016", NOON, day_first=True)) == "2016-04-03T00:00:00Z"


def test_a_date_written_year_first_has_its_month_next_everywhere() -> None:
    assert iso(typed_instant("2016-04-03", NOON, day_first=True)) == "2016-04-03T00:00:00Z"


def test_months_may_have_the_names_of_another_language() -> None:
    months = (
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    )  # fmt: skip
    assert iso(typed_instant("2. März 2016", NOON, months=months)) == "2016-03-02T00:00:00Z"
    assert iso(typed_instant("2 march 2016", NOON, months=months)) == "2016-03-02T00:00:00Z"
    with pytest.raises(BadMomentError):
        typed_instant("2. März 2016", NOON)


@pytest.mark.parametrize("typed", ["12:00 EST", "2015-10-29 04:05 CET", "7", "203"])
def test_what_could_mean_several_things_is_refused(typed: str) -> None:
    with pytest.raises(BadMomentError):
        typed_instant(typed, NOON)


def test_what_is_refused_is_named_as_it_was_typed() -> None:
    with pytest.raises(OutOfRangeError) as refused:
        typed_instant("18 June 1815", NOON)
    assert refused.value.text == "18 June 1815"


def test_the_216th_day_of_kellys_year_begins_215_days_after_launch(catalogue: Catalogue) -> None:
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    assert iso(typed_instant("day 216", NOON, flight)) == "2015-10-28T19:42:57Z"


@pytest.mark.parametrize("typed", ["", "  ", "soon", "day", "2015-13-01", "2015-02-30", "x" * 999])
def test_nonsense_is_refused(typed: str) -> None:
    with pytest.raises(BadMomentError):
        typed_instant(typed, NOON)


@pytest.mark.parametrize("typed", ["1815-06-18", "2300-01-01"])
def test_other_centuries_are_refused(typed: str) -> None:
    with pytest.raises(OutOfRangeError):
        typed_instant(typed, NOON)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_an_instant_or_a_clear_error(typed: str) -> None:
    with suppress(CountdownError):
        assert typed_instant(typed, NOON) >= FIRST


def test_a_later_day_of_a_flight_is_later(catalogue: Catalogue) -> None:
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    days = [typed_instant(f"day {day}", Instant(0), flight) for day in (1, 2, 340)]
    assert days == sorted(set(days))
    assert days[0] == flight.launch.latest
