"""Sentences, dates and figures as they are read on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from countdown.core.durations import Age, Span
from countdown.core.milestones import Milestone, MilestoneKind, of_moment
from countdown.core.moments import DAY, HOUR, Instant, Moment, Precision
from countdown.core.readings import Countdown, Phase, countdown_to
from countdown.models import phrases
from tests.fakes import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countdown.core.catalogue import Catalogue


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    phrases.forget_language()
    yield
    QLocale.setDefault(before)
    phrases.forget_language()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
        (21, "21st"), (101, "101st"), (111, "111th"), (203, "203rd"), (1_012, "1,012th"),
    ],
)  # fmt: skip
def test_places_are_counted_as_in_english(value: int, said: str) -> None:
    assert phrases.ordinal(value) == said


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2015-10-29T04:05:19Z", "29 Oct 2015, 04:05 UTC"),
        ("2015-10-29T04:05Z", "29 Oct 2015, 04:05 UTC"),
        ("2026-10-08", "8 Oct 2026"),
        ("2027-03", "March 2027"),
        ("2027", "2027"),
        ("1900-01-01T00:00:00Z", "1 Jan 1900, 00:00 UTC"),
    ],
)
def test_a_moment_is_written_as_exactly_as_it_is_known(text: str, written: str) -> None:
    assert phrases.moment(Moment.parse(text)) == written


def test_a_plan_with_an_open_end_says_no_earlier_than() -> None:
    plan = Moment.parse("2027-01", no_earlier_than=True)
    assert phrases.moment(plan) == "no earlier than January 2027"


@pytest.mark.usefixtures("german")
def test_figures_and_months_follow_the_users_country() -> None:
    assert phrases.number(1_426) == "1.426"
    assert phrases.moment(Moment.parse("2027-03")) == "März 2027"


@pytest.mark.parametrize(
    ("span", "figure", "unit"),
    [
        (Span(0, 0, Precision.SECOND), "0", "days"),
        (Span(DAY, DAY, Precision.SECOND), "1", "day"),
        (Span(DAY - 1, DAY - 1, Precision.SECOND), "0", "days"),
        (Span(236 * DAY, 237 * DAY, Precision.DAY), "236–237", "days"),
        (Span(1_100 * DAY, 1_100 * DAY + HOUR, Precision.MINUTE), "1,100", "days"),
    ],
)
def test_days_are_one_figure_or_the_two_they_lie_between(
    span: Span, figure: str, unit: str
) -> None:
    assert phrases.days_figure(span) == figure
    assert phrases.days_unit(span) == unit


@given(seconds=st.integers(0, 2_000 * DAY))
def test_a_clock_never_shows_what_is_not_known(seconds: int) -> None:
    rest = seconds % DAY
    minutes = f"{rest // 3_600:02}:{rest % 3_600 // 60:02}"
    assert phrases.clock_figure(seconds, Precision.SECOND) == f"{minutes}:{rest % 60:02}"
    assert phrases.clock_figure(seconds, Precision.MINUTE) == minutes
    for coarse in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        assert phrases.clock_figure(seconds, coarse) == ""


def test_a_clock_known_to_the_minute_beats_its_seconds_with_the_colon() -> None:
    even, odd = (phrases.clock_figure(one, Precision.MINUTE, beat=True) for one in (60, 61))
    assert even == "00:01"
    assert odd == "00\N{FIGURE SPACE}01"


def test_a_countdown_to_a_day_shows_the_days_it_lies_between() -> None:
    plan = of_moment(MilestoneKind.LAUNCH, Moment.parse("2020-05-10"))
    assert phrases.to_go(countdown_to(plan, at("2020-05-01T12:00:00Z"))) == "T− 8–9 d"


def test_a_countdown_to_a_month_is_that_month() -> None:
    plan = of_moment(MilestoneKind.LAUNCH, Moment.parse("2027-03"))
    assert phrases.to_go(countdown_to(plan, at("2026-11-22"))) == "March 2027"


def test_past_zero_is_counted_up_never_negative() -> None:
    plan = of_moment(MilestoneKind.RETURN, Moment.parse("2020-05-10T00:00:00Z"))
    said = [
        phrases.to_go(countdown_to(plan, Instant(at("2020-05-10") + second)))
        for second in (-1, 0, 1)
    ]
    assert said == ["T− 0 d 00:00:01", "T− 0 d 00:00:00", "T+ 0 d 00:00:01"]


def test_a_crossing_known_to_some_days_is_written_as_two_dates() -> None:
    vague = Milestone(MilestoneKind.DAYS, at("2020-05-10"), at("2020-05-12"), days=100)
    assert phrases.target_time(vague) == "10 May 2020 – 12 May 2020"
    assert phrases.target_time(of_moment(MilestoneKind.RETURN, None)) == ""


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span(202 * DAY + 1, 202 * DAY + 1, Precision.SECOND), "203rd day"),
        (Span(0, 0, Precision.SECOND), ""),
        (Span(DAY, 3 * DAY, Precision.DAY), ""),
    ],
)
def test_the_nth_day_is_said_where_it_is_known(span: Span, said: str) -> None:
    assert phrases.nth_day(span) == said


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (Age(0, 6, 18), "6 months, 18 days"),
        (Age(1, 1, 1), "1 year, 1 month, 1 day"),
        (Age(2, 0, 5), "2 years, 5 days"),
        (Age(0, 0, 0), ""),
    ],
)
def test_an_age_leaves_out_what_is_nothing(age: Age, said: str) -> None:
    assert phrases.age(age) == said


def test_every_phase_has_a_name() -> None:
    names = {phrases.phase_name(phase) for phase in Phase}
    assert len(names) == len(Phase)
    assert all(names)


def test_a_country_is_named_with_those_its_records_are_kept_with(catalogue: Catalogue) -> None:
    assert phrases.scope_name(catalogue, "US") == "United States"
    assert "Russia" in phrases.scope_name(catalogue, "RU")
    assert "Soviet Union" in phrases.scope_name(catalogue, "RU")
    assert phrases.scope_name(catalogue, "world") == "world"
    assert phrases.scope_name(catalogue, "XX") == "XX"


def test_a_figure_is_spoken_in_words() -> None:
    exact = Span(
        202 * DAY + 16 * HOUR + 17 * 60 + 3, 202 * DAY + 16 * HOUR + 17 * 60 + 3, Precision.SECOND
    )
    assert phrases.spoken(exact) == "202 days, 16 hours, 17 minutes"
    assert phrases.spoken(Span(236 * DAY, 237 * DAY, Precision.DAY)) == "236–237 days"


@given(st.integers(0, 2_000 * DAY), st.booleans())
def test_an_exact_countdown_is_written_as_its_length(seconds: int, is_past: bool) -> None:
    milestone = Milestone(MilestoneKind.DAYS, at("2015-10-16"), at("2015-10-16"))
    countdown = Countdown(milestone, seconds, seconds, is_past)
    sign = "T+" if is_past else "T−"
    expected = f"{sign} {phrases.length(seconds, seconds, Precision.SECOND)}"
    assert phrases.to_go(countdown) == expected
