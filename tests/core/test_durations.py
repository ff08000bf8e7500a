"""Spans and the rules of counting days, at their very edges."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.durations import (
    NOTHING,
    Age,
    Rule,
    Span,
    calendar_age,
    calendar_dates,
    ceil_days,
    clockwork,
    floor_days,
)
from countdown.core.moments import DAY, MINUTE, Instant, Moment, Precision, as_datetime
from tests.fakes import at
from tests.strategies import BASE, COARSENESS, known_to

if TYPE_CHECKING:
    from datetime import datetime

SECONDS = st.integers(0, 2_000 * DAY)
NEAR = st.integers(BASE, BASE + 40 * DAY)
PRECISIONS = st.sampled_from(sorted(COARSENESS))


@pytest.mark.parametrize("days", [1, 2, 100, 215, 365, 878, 1_111])
def test_a_day_is_elapsed_with_its_last_second_and_begun_with_its_first(days: int) -> None:
    boundary = days * DAY
    assert [floor_days(boundary + one) for one in (-1, 0, 1)] == [days - 1, days, days]
    assert [ceil_days(boundary + one) for one in (-1, 0, 1)] == [days, days, days + 1]


def test_no_time_is_no_day_and_a_second_is_the_first() -> None:
    assert (floor_days(0), ceil_days(0), floor_days(1), ceil_days(1)) == (0, 0, 0, 1)


@given(SECONDS)
def test_the_running_day_is_elapsed_or_one_more(seconds: int) -> None:
    assert ceil_days(seconds) - floor_days(seconds) == (seconds % DAY > 0)


@given(SECONDS)
def test_a_length_taken_apart_adds_up_again(seconds: int) -> None:
    days, hours, minutes, rest = clockwork(seconds)
    assert ((days * 24 + hours) * 60 + minutes) * 60 + rest == seconds
    assert hours < 24
    assert minutes < 60
    assert rest < 60


@given(NEAR, NEAR, st.integers(BASE - DAY, BASE + 80 * DAY), PRECISIONS, PRECISIONS)
def test_a_span_follows_the_written_formula(
    start_at: int, end_at: int, now: int, first: Precision, last: Precision
) -> None:
    start, end = known_to(first, min(start_at, end_at)), known_to(last, max(start_at, end_at))
    span = Span.between(start, end, Instant(now))
    assert span.seconds == max(0, min(now, end.earliest) - start.latest)
    assert span.seconds_max == max(0, min(now, end.latest) - start.earliest)
    assert span.is_exact is (span.seconds == span.seconds_max)


@given(st.lists(st.tuples(SECONDS, SECONDS)))
def test_a_career_is_rounded_once_at_the_end(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(one), max(one)) for one in pairs]
    total = Span.total(spans)
    assert total.days == sum(one.seconds for one in spans) // DAY
    assert total.nth_day_max == -(-sum(one.seconds_max for one in spans) // DAY)
    assert total.days_max >= sum(one.days_max for one in spans)
    assert total.nth_day <= sum(one.nth_day for one in spans)


def test_a_span_shows_no_more_than_is_known_of_its_ends() -> None:
    launch, landing = Moment.parse("2020-01-01T12:00:00Z"), Moment.parse("2020-01-05")
    assert Span.between(launch, landing, at("2020-01-04")).precision is Precision.SECOND
    assert Span.between(launch, landing, at("2020-02-01")).precision is Precision.DAY
    minute = Moment.parse("2020-01-01T12:00Z")
    assert Span.between(minute, landing, at("2020-01-02")).precision is Precision.MINUTE
    known = Span.total([Span(5, 5), Span(5, 65, Precision.MINUTE)])
    assert known == Span(10, 70, Precision.MINUTE)


def test_before_launch_there_is_nothing() -> None:
    launch, landing = Moment.parse("2020-01-01"), Moment.parse("2020-01-05")
    assert Span.between(launch, landing, at("2019-12-31")) == NOTHING
    assert Span.between(launch, landing, at("2020-01-01")) == NOTHING
    inside = Span.between(launch, landing, at("2020-01-01T00:01:00Z"))
    assert (inside.seconds, inside.seconds_max) == (0, MINUTE)


def test_day_figures_come_in_pairs() -> None:
    span = Span(236 * DAY + 1, 237 * DAY + 1, Precision.DAY)
    assert (span.days, span.days_max) == (236, 237)
    assert (span.nth_day, span.nth_day_max) == (237, 238)


@given(NEAR, st.integers(0, 400 * DAY))
def test_calendar_dates_count_the_first_and_the_last(start: int, length: int) -> None:
    first, last = (as_datetime(Instant(one)).date() for one in (start, start + length))
    expected = last.toordinal() - first.toordinal() + 1
    assert calendar_dates(Instant(start), Instant(start + length)) == expected


@pytest.mark.parametrize(
    ("start", "end", "zone", "dates"),
    [
        ("2015-03-27T19:42:57Z", "2015-10-16T12:00:00Z", "UTC", 204),
        ("2015-03-27T19:42:57Z", "2016-03-02T04:25:51Z", "UTC", 342),
        ("2015-03-27T19:42:57Z", "2016-03-02T04:25:51Z", "America/New_York", 341),
        ("2015-03-27T23:59:59Z", "2015-03-28T00:00:00Z", "UTC", 2),
        ("2016-02-28", "2016-03-01", "UTC", 3),
        ("2015-02-28", "2015-03-01", "UTC", 2),
        ("2015-12-31T23:59:59Z", "2015-12-31T23:59:59Z", "UTC", 1),
        ("2016-01-01", "2015-12-31", "UTC", 0),
        ("2015-03-27T19:42:57Z", "2015-03-27T21:30:00Z", "Europe/Moscow", 2),
    ],
)
def test_the_dates_of_a_calendar(start: str, end: str, zone: str, dates: int) -> None:
    assert calendar_dates(at(start), at(end), zone) == dates


@pytest.mark.parametrize(
    ("start", "end", "age"),
    [
        ("2015-03-27T19:42:57Z", "2015-10-16T12:00:00Z", (0, 6, 18)),
        ("2015-01-31", "2015-02-28", (0, 1, 0)),
        ("2015-01-31", "2015-03-01", (0, 1, 1)),
        ("2015-01-31", "2015-03-31", (0, 2, 0)),
        ("2015-12-31", "2016-02-29", (0, 2, 0)),
        ("2016-02-29", "2017-02-28", (1, 0, 0)),
        ("2016-02-29", "2017-03-01", (1, 0, 1)),
        ("2016-02-29", "2020-02-29", (4, 0, 0)),
        ("2015-01-01T00:00:01Z", "2016-01-01T00:00:00Z", (0, 11, 30)),
        ("2015-01-01T00:00:01Z", "2016-01-01T00:00:01Z", (1, 0, 0)),
        ("2016-01-01", "2015-01-01", (0, 0, 0)),
    ],
)
def test_a_calendar_age_is_counted_from_its_anchor(
    start: str, end: str, age: tuple[int, int, int]
) -> None:
    assert calendar_age(at(start), at(end)) == Age(*age)


@given(NEAR, st.integers(0, 1_500 * DAY))
def test_an_age_is_the_most_whole_months_and_then_the_most_whole_days(
    start: int, length: int
) -> None:
    """A month from the 31st ends on the last day of a shorter month."""
    born, now = as_datetime(Instant(start)), as_datetime(Instant(start + length))

    def after(months: int) -> datetime:
        years, month = divmod(born.month - 1 + months, 12)
        last = monthrange(born.year + years, month + 1)[1]
        return born.replace(born.year + years, month + 1, min(born.day, last))

    months = max(count for count in range(60) if after(count) <= now)
    age = calendar_age(Instant(start), Instant(start + length))
    assert age == Age(*divmod(months, 12), (now - after(months)).days)


def test_every_rule_explains_itself_in_a_line() -> None:
    assert [rule.value for rule in Rule] == ["elapsed", "nth_day", "calendar_dates", "calendar_age"]
    for rule in Rule:
        assert rule.explanation
        assert "\n" not in rule.explanation
