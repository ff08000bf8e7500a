"""Dates as people type them."""

from __future__ import annotations

import contextlib
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
    ],
)
def test_many_ways_of_writing_a_date_are_understood(typed: str, meant: str) -> None:
    assert iso(typed_instant(typed, NOON)) == meant


def test_which_comes_first_is_a_matter_of_place() -> None:
    assert iso(typed_instant("3/4/2016", NOON)) == "2016-03-04T00:00:00Z"
    assert iso(typed_instant("3/4/2016", NOON, day_first=True)) == "2016-04-03T00:00:00Z"


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
    with contextlib.suppress(CountdownError):
        assert typed_instant(typed, NOON) >= FIRST


def test_a_later_day_of_a_flight_is_later(catalogue: Catalogue) -> None:
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    days = [typed_instant(f"day {day}", Instant(0), flight) for day in (1, 2, 340)]
    assert days == sorted(set(days))
    assert days[0] == flight.launch.latest
