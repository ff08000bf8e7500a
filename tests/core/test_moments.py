"""Moments: what can be written, what is read, and what is refused."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.errors import BadMomentError, OutOfRangeError
from countdown.core.moments import (
    DAY,
    END,
    FIRST,
    MINUTE,
    Instant,
    Moment,
    Precision,
    as_datetime,
    instant,
    iso,
    parse_instant,
    years_later,
)
from tests.fakes import at

INSTANTS = st.integers(FIRST, END - 1).map(Instant)

NONSENSE = [
    "",
    " ",
    "now",
    "2015-10",
    "2015-10-16T12:00:60Z",
    "2015-10-16T12:60:00Z",
    "2015-10-16T25:00:00Z",
    "2015-02-29",
    "2015-13-01",
    "2015-00-10",
    "2015-10-32",
    "16.10.2015",
    "2015-10-16T12:00:00ZZ",
    "2015-10-16T12:00:00+25:00",
    "2015-10-16T12:00:00X",
    "2015-10-16x12:00:00Z",
    "2015-10-16_12:00:00Z",
    "2015-10-16-12:00:00Z",
    "2015-10-16512:00:00Z",
    "2015-10-16TT12:00:00Z",
    " 2015-10-16",
    "2015-10-16\n",
    "2015-10-16T12:00:00Z\x00",
    "\u202e2015-10-16",
    "２０１５-１０-１６",
    "2015-10-16T１２:00:00Z",
    "٢٠١٥-١٠-١٦T12:00:00Z",
    "-2015-10-16",
    "20151016T",
    "1e9",
    "2" * 10_000,
]
ZONELESS = ["2015-10-16T12:00:00", "2015-10-16T12:00", "2015-10-16 12:00", "20151016T120000"]
OUT_OF_RANGE = [
    "1800-01-01",
    "1899-12-31T23:59:59Z",
    "1900-01-01T00:00:00+00:01",
    "2200-01-01",
    "2199-12-31T23:59:59-00:01",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-10-16T12:00:00Z", "2015-10-16T12:00:00Z"),
        ("2015-10-16T12:00Z", "2015-10-16T12:00:00Z"),
        ("2015-10-16T14:00:00+02:00", "2015-10-16T12:00:00Z"),
        ("2015-10-15T23:00-13:00", "2015-10-16T12:00:00Z"),
        ("2015-10-16t12:00:00z", "2015-10-16T12:00:00Z"),
        ("2015-10-16 12:00:00Z", "2015-10-16T12:00:00Z"),
        ("20151016T120000Z", "2015-10-16T12:00:00Z"),
        ("2015-10-16T12:00:00.999999Z", "2015-10-16T12:00:00Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59Z"),
        ("2015-10-16", "2015-10-16T00:00:00Z"),
        ("1900-01-01", "1900-01-01T00:00:00Z"),
        ("2199-12-31T23:59:59Z", "2199-12-31T23:59:59Z"),
        ("2016-02-29", "2016-02-29T00:00:00Z"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
    ],
)
def test_an_instant_is_read_in_utc_and_floored_to_the_second(text: str, expected: str) -> None:
    assert iso(parse_instant(text)) == expected


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_no_instant(text: str) -> None:
    with pytest.raises(BadMomentError) as caught:
        parse_instant(text)
    assert caught.value.text == text
    assert not caught.value.zoneless


@pytest.mark.parametrize("text", [one for one in NONSENSE if one != "2015-10"])
def test_nonsense_is_no_moment(text: str) -> None:
    with pytest.raises(BadMomentError):
        Moment.parse(text)


@pytest.mark.parametrize("text", ZONELESS)
def test_a_time_of_day_without_zone_is_refused_and_said_to_be_so(text: str) -> None:
    for parse in (parse_instant, Moment.parse):
        with pytest.raises(BadMomentError) as caught:
            parse(text)
        assert caught.value.zoneless


@pytest.mark.parametrize("text", OUT_OF_RANGE)
def test_years_before_1900_and_from_2200_are_out_of_range(text: str) -> None:
    for parse in (parse_instant, Moment.parse):
        with pytest.raises(OutOfRangeError) as caught:
            parse(text)
        assert caught.value.text == text


@pytest.mark.parametrize("text", ["1800", "1899-12", "2200", "2200-01", "9999", "9999-12"])
def test_months_and_years_out_of_range_are_refused(text: str) -> None:
    with pytest.raises(OutOfRangeError):
        Moment.parse(text)


@pytest.mark.parametrize("text", ["2027-13", "2027-00", "2015-10-16T12Z", "20271"])
def test_a_moment_is_not_known_to_the_hour_alone(text: str) -> None:
    with pytest.raises(BadMomentError):
        Moment.parse(text)


@given(st.text(max_size=40) | st.text("0123456789-:+.,TtZzWw x", max_size=30))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    for parse in (parse_instant, Moment.parse):
        with contextlib.suppress(BadMomentError, OutOfRangeError):
            parse(text)


@given(INSTANTS)
def test_an_instant_is_written_and_read_back(when: Instant) -> None:
    assert parse_instant(iso(when)) == when
    assert instant(as_datetime(when)) == when


@given(INSTANTS, st.integers(-14 * 60, 14 * 60))
def test_the_same_instant_reads_the_same_from_every_zone(when: Instant, minutes: int) -> None:
    zone = timezone(timedelta(minutes=minutes))
    assert parse_instant(as_datetime(when).astimezone(zone).isoformat()) == when


@given(
    st.from_regex(
        r"(19|20|21)\d\d-\d\d-[0-3]\d[Tt ][0-2]\d[:.]?[0-6]\d([:.]\d\d?)?", fullmatch=True
    )
)
def test_z_means_the_same_as_an_offset_of_nothing(text: str) -> None:
    assert _moment_or_error(f"{text}Z") == _moment_or_error(f"{text}+00:00")


def _moment_or_error(text: str) -> Moment | type[Exception]:
    try:
        return Moment.parse(text)
    except (BadMomentError, OutOfRangeError) as error:
        return type(error)


@given(INSTANTS, st.sampled_from(Precision), st.booleans())
def test_a_moment_is_written_in_its_precision_and_read_back(
    when: Instant, precision: Precision, open_end: bool
) -> None:
    cut = {Precision.MINUTE: "%Y-%m-%dT%H:%MZ", Precision.DAY: "%Y-%m-%d"}
    cut |= {Precision.MONTH: "%Y-%m", Precision.YEAR: "%Y", Precision.SECOND: "%Y-%m-%dT%H:%M:%SZ"}
    text = as_datetime(when).strftime(cut[precision])
    moment = Moment.parse(text, no_earlier_than=open_end)
    assert str(moment) == text
    assert Moment.parse(str(moment), no_earlier_than=open_end) == moment
    assert moment.precision is precision
    assert moment.no_earlier_than is open_end
    assert moment.earliest <= when
    assert when < moment.latest or precision is Precision.SECOND


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2015-10-29T04:05:19Z", 0),
        ("2015-10-29T04:05Z", MINUTE),
        ("2015-10-29T06:05+02:00", MINUTE),
        ("2026-10-08", DAY),
        ("2027-03", 31 * DAY),
        ("2027-02", 28 * DAY),
        ("2028-02", 29 * DAY),
        ("2027-12", 31 * DAY),
        ("2027", 365 * DAY),
        ("2028", 366 * DAY),
        ("2199", 365 * DAY),
        ("2199-12", 31 * DAY),
    ],
)
def test_a_moment_is_as_long_as_what_is_not_known(text: str, length: int) -> None:
    moment = Moment.parse(text)
    assert moment.latest - moment.earliest == length
    assert moment.may_hold(moment.earliest) is (length > 0)
    assert not moment.may_hold(moment.latest)
    assert not moment.may_hold(Instant(moment.earliest - 1))


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [
        ("2016-02-29T12:00:00Z", -1, "2015-02-28T12:00:00Z"),
        ("2016-02-29T12:00:00Z", -4, "2012-02-29T12:00:00Z"),
        ("2016-02-29T12:00:00Z", 2, "2018-02-28T12:00:00Z"),
        ("2100-02-28T23:59:59Z", -100, "2000-02-28T23:59:59Z"),
        ("2015-12-31T23:59:59Z", 1, "2016-12-31T23:59:59Z"),
        ("2015-01-01", -200, "1900-01-01T00:00:00Z"),
        ("2015-01-01", 9_000, "2200-01-01T00:00:00Z"),
        ("2015-01-01", -90_000, "1900-01-01T00:00:00Z"),
    ],
)
def test_years_are_counted_on_the_calendar_and_end_with_the_range(
    start: str, years: int, expected: str
) -> None:
    when = years_later(at(start), years)
    assert as_datetime(when).strftime("%Y-%m-%dT%H:%M:%SZ") == expected


def test_a_moment_of_python_is_floored_before_1970_as_well() -> None:
    assert instant(datetime(1969, 12, 31, 23, 59, 59, 1, tzinfo=UTC)) == -1
    with pytest.raises(OutOfRangeError):
        instant(datetime(1899, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC))


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("2015-10-16T12:00:30Z", "2015-10-16T12:00:30Z"),
        ("2015-10-16T12:00Z", "2015-10-16T12:00:59Z"),
        ("2015-10-16", "2015-10-16T23:59:59Z"),
        ("2015-10", "2015-10-31T23:59:59Z"),
    ],
)
def test_the_last_second_of_a_moment_is_still_in_it(written: str, last: str) -> None:
    assert iso(Moment.parse(written).last) == last
