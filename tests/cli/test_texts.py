"""The English of the answers: spans, countdowns, lists, and text from outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.cli.texts import (
    bundled_instead,
    countdown_text,
    in_orbit_text,
    listed,
    ordinal,
    problem_text,
    span_of_instants,
    span_text,
)
from countdown.core.durations import Span
from countdown.core.errors import FileProblemsError, Problem, printable
from countdown.core.milestones import MilestoneKind, of_moment
from countdown.core.moments import DAY, Moment, Precision
from countdown.core.readings import countdown_to
from tests.fakes import at


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(17_511_423, 17_511_423), "202d 16:17:03"),
        (Span(6_480, 6_480, Precision.MINUTE), "0d 01:48"),
        (Span(236 * DAY, 237 * DAY, Precision.DAY), "236–237 d"),
        (Span(236 * DAY, 236 * DAY + 5, Precision.DAY), "236 d"),
        (Span(0, 0), "0d 00:00:00"),
        (Span(879 * DAY - 1, 879 * DAY - 1), "878d 23:59:59"),
    ],
)
def test_a_span_is_written_as_precisely_as_it_is_known(span: Span, text: str) -> None:
    assert span_text(span) == text


@pytest.mark.parametrize(
    ("moment", "now", "text"),
    [
        ("2016-03-02T04:25:51Z", "2015-10-16T12:00:00Z", "T-137d 16:25:51"),
        ("2016-03-02T04:25:51Z", "2016-03-02T04:25:51Z", "T-0d 00:00:00"),
        ("2016-03-02T04:25:51Z", "2016-03-02T04:25:52Z", "T+0d 00:00:01"),
        ("2016-03-02T04:25Z", "2016-03-01T04:25:00Z", "T-1d 00:00"),
        ("2016-03-02", "2016-03-01", "T-1–2 d"),
        ("2027-03", "2026-11-22", "2027-03"),
        ("2027", "2026-11-22", "2027"),
    ],
)
def test_a_countdown_shows_no_more_than_is_known(moment: str, now: str, text: str) -> None:
    milestone = of_moment(MilestoneKind.RETURN, Moment.parse(moment))
    assert countdown_text(countdown_to(milestone, at(now))) == text


def test_a_plan_with_an_open_end_says_so_instead_of_counting() -> None:
    launch = Moment.parse("2027-01", no_earlier_than=True)
    milestone = of_moment(MilestoneKind.LAUNCH, launch)
    countdown = countdown_to(milestone, at("2026-11-22"))
    assert countdown_text(countdown) == "no earlier than 2027-01"


def test_a_return_that_is_not_announced_has_no_figure() -> None:
    milestone = of_moment(MilestoneKind.RETURN, None)
    assert countdown_text(countdown_to(milestone, at("2026-11-22"))) == "return not announced"


@pytest.mark.parametrize(
    ("last", "text"),
    [
        ("2026-11-22T14:56:08Z", "2026-11-22T14:56:08Z"),
        ("2026-11-22T14:57:08Z", "2026-11-22T14:56Z"),
        ("2026-11-22T20:00:00Z", "2026-11-22"),
        ("2026-11-23T14:56:08Z", "2026-11-22 to 2026-11-23"),
    ],
)
def test_when_a_mark_is_met_is_told_as_closely_as_it_is_known(last: str, text: str) -> None:
    assert span_of_instants(at("2026-11-22T14:56:08Z"), at(last)) == text


def test_a_lone_flyer_is_one_person() -> None:
    assert [in_orbit_text(count) for count in (0, 1, 10)] == [
        "0 people in orbit",
        "1 person in orbit",
        "10 people in orbit",
    ]


def test_places_are_numbered_as_they_are_spoken() -> None:
    spoken = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th"}
    spoken |= {21: "21st", 101: "101st", 111: "111th", 112: "112th", 383: "383rd", 1_000: "1000th"}
    assert {number: ordinal(number) for number in spoken} == spoken


def test_names_are_listed_with_an_and() -> None:
    assert listed([]) == ""
    assert listed(["Kelly"]) == "Kelly"
    assert listed(["Kelly", "Kornienko"]) == "Kelly and Kornienko"
    assert listed(["Kelly", "Kornienko", "Padalka"]) == "Kelly, Kornienko and Padalka"


@given(st.text(st.characters(), max_size=200))
def test_text_from_outside_stays_on_its_line_and_hides_nothing(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) <= 61 * len("\\U0001f680")
    if text.isprintable() and len(text) <= 60:
        assert shown == text


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("people.tsv", 3, "sex", "X", "must be F or M"), "people.tsv:3: sex: 'X' must be"),
        (Problem("people.tsv", 1, "", "", "is empty"), "people.tsv:1: is empty"),
        (Problem("zoo.zip", None, "", "", "is damaged"), "zoo.zip: is damaged"),
        (Problem("a.json", None, "title", "\n", "is none"), r"a.json: title: '\n' is none"),
    ],
)
def test_a_problem_is_told_with_its_place_value_and_reason(problem: Problem, text: str) -> None:
    assert problem_text(problem).startswith(text)


def test_a_problem_inside_a_catalogue_names_the_catalogue_once() -> None:
    inside = Problem("people.tsv", 3, "sex", "X", "must be F or M")
    assert problem_text(inside, "mine") == "mine: people.tsv:3: sex: 'X' must be F or M"
    whole = Problem("mine", None, "", "", "there is no such file or folder")
    assert problem_text(whole, "mine") == "mine: there is no such file or folder"
    told = bundled_instead(FileProblemsError((inside, whole)), "mine")
    assert told == f"{problem_text(inside, 'mine')}; the bundled catalogue is used"
