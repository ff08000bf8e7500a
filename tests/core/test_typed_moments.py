"""Dates as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.errors import (
    BadMomentError,
    CountdownError,
    OutOfRangeError,
    UnknownZoneError,
)
from countdown.core.moments import DAY, END, FIRST, Instant, Moment, as_datetime, iso
from countdown.core.typed_moments import (
    Doubt,
    Doubtful,
    Understood,
    typed_instant,
    typed_moment,
)
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


NEW_YORK, ALMATY = ZoneInfo("America/New_York"), ZoneInfo("Asia/Almaty")
ZONES = ("UTC", "America/New_York", "Asia/Almaty", "Europe/Moscow", "Australia/Lord_Howe")


def understood(typed: str, zone: ZoneInfo | None = None) -> Moment:
    found = typed_moment(typed, zone or UTC)
    assert isinstance(found, Understood)
    return found.moment


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2015-03-27T19:42:57Z", "2015-03-27T19:42:57Z"),
        ("2015-03-28T01:42:57+06:00", "2015-03-27T19:42:57Z"),
        ("27 March 2015 19:42", "2015-03-27T19:42Z"),
        ("27 March 2015 19:42:00", "2015-03-27T19:42:00Z"),
        ("27 March 2015, 3:42 pm EDT", "2015-03-27T19:42Z"),
        ("27 March 2015 22:42:57 MSK", "2015-03-27T19:42:57Z"),
        ("28 March 2012 01:42 MSK", "2012-03-27T21:42Z"),
        ("Oct 29 2015 4:05 pm EDT", "2015-10-29T20:05Z"),
        ("oct 29 2015 4:05 p.m. edt", "2015-10-29T20:05Z"),
        ("Oct 29 2015 12:05 am EDT", "2015-10-29T04:05Z"),
        ("29.10.2015 04:05", "2015-10-29T04:05Z"),
        ("3.4.2016", "2016-04-03"),
        ("29 oct 2015 07:05 +03:00", "2015-10-29T04:05Z"),
        ("29 oct 2015 07:05 UTC+3", "2015-10-29T04:05Z"),
        ("29 oct 2015 00:05 −4", "2015-10-29T04:05Z"),
        ("04:05 UTC on 29 October 2015", "2015-10-29T04:05Z"),
        ("2 March 2016 10:26 Asia/Almaty", "2016-03-02T04:26Z"),
        ("2 March 2016 10:26 asia/almaty", "2016-03-02T04:26Z"),
        ("29 oct 2015", "2015-10-29"),
        ("20151029", "2015-10-29"),
        ("March 2027", "2027-03"),
        ("2027-03", "2027-03"),
        ("2027", "2027"),
    ],
)
def test_a_fact_is_as_exact_as_it_is_typed(typed: str, meant: str) -> None:
    assert understood(typed) == Moment.parse(meant)


@pytest.mark.parametrize("typed", ["NET Jan 2027", "no earlier than January 2027", "net: 2027-01"])
def test_a_plan_may_have_an_open_end(typed: str) -> None:
    assert understood(typed) == Moment.parse("2027-01", no_earlier_than=True)


def test_kelly_was_launched_and_landed_by_the_clocks_of_kazakhstan() -> None:
    assert str(understood("28 March 2015 01:42:57", ALMATY)) == "2015-03-27T19:42:57Z"
    assert typed_moment("2 March 2016 10:26", ALMATY) == Understood(
        Moment.parse("2016-03-02T04:26Z"), "Asia/Almaty"
    )


def test_a_date_alone_is_that_of_utc_in_every_zone() -> None:
    assert typed_moment("27 March 2015", ALMATY) == Understood(Moment.parse("2015-03-27"))


def test_a_time_that_comes_twice_is_asked_about() -> None:
    found = typed_moment("1 November 2015 1:30 am", NEW_YORK)
    assert isinstance(found, Doubtful)
    assert found.doubt is Doubt.TWICE
    assert [str(one.moment) for one in found.readings] == ["2015-11-01T05:30Z", "2015-11-01T06:30Z"]


def test_a_time_that_never_was_is_asked_about() -> None:
    found = typed_moment("NET 8 March 2015 2:30", NEW_YORK)
    assert isinstance(found, Doubtful)
    assert found.doubt is Doubt.NEVER
    assert [str(one.moment) for one in found.readings] == ["2015-03-08T06:30Z", "2015-03-08T07:30Z"]
    assert all(one.moment.no_earlier_than for one in found.readings)


def test_who_says_summer_or_winter_time_is_not_asked() -> None:
    assert str(understood("1 Nov 2015 1:30 EDT", NEW_YORK)) == "2015-11-01T05:30Z"
    assert str(understood("1 Nov 2015 1:30 EST", NEW_YORK)) == "2015-11-01T06:30Z"


def test_a_name_of_several_zones_is_that_of_the_chosen_one() -> None:
    with pytest.raises(UnknownZoneError) as refused:
        typed_moment("17 Oct 2016 07:30 CST")
    assert refused.value.zone == "CST"
    shenzhou = understood("17 Oct 2016 07:30 CST", ZoneInfo("Asia/Shanghai"))
    assert str(shenzhou) == "2016-10-16T23:30Z"


@pytest.mark.parametrize(
    "typed",
    [
        "", "NET", "soon", "27 March", "27 March 15", "19:42", "2015 19:42",
        "29 oct 2015 4 pm", "30 February 2016", "29 oct 2015 24:10", "x" * 99, "203",
        "27 March 19:42:00 2015 EDT",
    ],
)  # fmt: skip
def test_a_fact_is_not_guessed(typed: str) -> None:
    with pytest.raises(BadMomentError) as refused:
        typed_moment(typed)
    assert refused.value.text == typed


@pytest.mark.parametrize("typed", ["4 Oct 1815", "1 January 2200 00:00", "NET 2200"])
def test_a_fact_of_another_century_is_refused(typed: str) -> None:
    with pytest.raises(OutOfRangeError) as refused:
        typed_moment(typed)
    assert refused.value.text == typed


@given(st.text(max_size=80) | st.from_regex(r"\A(NET )?[0-9a-zA-Z:+./ -]{1,40}\Z"))
def test_whatever_is_stated_is_a_moment_or_a_clear_error(typed: str) -> None:
    with suppress(CountdownError):
        assert isinstance(typed_moment(typed, NEW_YORK), Understood | Doubtful)


@given(st.integers(FIRST + DAY, END - DAY - 1).map(Instant), st.sampled_from(ZONES))
def test_an_instant_written_in_any_zone_is_understood_or_asked_about(
    when: Instant, zone: str
) -> None:
    local = as_datetime(when).astimezone(ZoneInfo(zone))
    found = typed_moment(f"{local:%d %B} {local.year} {local:%H:%M:%S}", ZoneInfo(zone))
    readings = (found,) if isinstance(found, Understood) else found.readings
    assert Moment.exact(when) in [one.moment for one in readings]


@given(st.integers(FIRST, END - DAY).map(Instant), st.sampled_from(["", "-07", "-07-04"]))
def test_what_a_moment_is_written_as_is_understood_as_the_same(when: Instant, rest: str) -> None:
    text = f"{as_datetime(when).year:04}{rest}"
    assert understood(text) == Moment.parse(text)
