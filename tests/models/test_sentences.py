"""Sentences about figures: what is answered to a number, and what is quoted from the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.durations import Rule
from countdown.core.explanations import Counts, Edge, Figure, Standing, explain, reckonings
from countdown.core.moments import Moment
from countdown.core.press import answer
from countdown.models import sentences
from tests.fakes import at, catalogue_of, person, trip, vehicle, woman

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Reckoning


def answered(
    facts: Catalogue, who: str, figure: int, date: str, shown: int | None = None
) -> list[str]:
    one = facts.people[who]
    day = at(date)
    flight = None if shown is None else facts.career(one)[shown]
    return sentences.answers(one, figure, day, explain(facts, one, figure, day), flight)


def reckoning_of(facts: Catalogue, who: str, counts: Counts, rule: Rule) -> Reckoning:
    career = facts.career(facts.people[who])
    found = [one for one in reckonings(career) if (one.counts, one.rule) == (counts, rule)]
    return found[-1]


@pytest.mark.parametrize("rule", Rule)
def test_each_rule_is_explained_as_the_core_does(rule: Rule) -> None:
    assert sentences.rule_explanation(rule) == rule.explanation
    assert sentences.rule_name(rule)


def test_383_is_his_383rd_day_and_then_complete(catalogue: Catalogue) -> None:
    assert answered(catalogue, "scott-kelly", 383, "2015-10-16") == [
        "383 = his 383rd day in orbit in all: 382 days were complete, the 383rd had begun "
        "(until 17:53:53 UTC)",
        "383 = complete days in orbit in all: 383 times 24 hours were over (from 17:53:53 UTC)",
    ]


def test_the_flight_in_sight_needs_no_name_and_another_has_one(catalogue: Catalogue) -> None:
    (first, _) = answered(catalogue, "scott-kelly", 216, "2015-10-29", shown=3)
    assert first.startswith("216 = his 216th day of this flight: 215 days were complete")
    (paper,) = answered(catalogue, "michael-lopez-alegria", 215, "2015-10-29")
    assert paper == (
        "215 = complete days of the flight of 18 Sep 2006 on Soyuz TMA-9: "
        "215 times 24 hours were over"
    )


def test_rules_flight_by_flight_and_by_dates_say_so(catalogue: Catalogue) -> None:
    assert answered(catalogue, "scott-kelly", 522, "2016-03-02") == [
        "522 = running days, flight by flight: each rounded up, then added"
    ]
    assert answered(catalogue, "scott-kelly", 342, "2016-03-02", shown=3) == [
        "342 = calendar dates of this flight: launch date and last date both counted"
    ]
    (dates,) = answered(catalogue, "scott-kelly", 388, "2015-10-16")
    assert dates == "388 = calendar dates, flight by flight: those of each flight, added"
    floors = answered(catalogue, "scott-kelly", 380, "2015-10-16")
    assert "380 = complete days, flight by flight: each rounded down, then added" in floors[0]


def test_no_rule_gives_400(catalogue: Catalogue) -> None:
    assert answered(catalogue, "scott-kelly", 400, "2015-10-16") == [
        "None of the rules gives 400 on 16 Oct 2015."
    ]


def test_a_woman_has_her_day_and_a_single_flight_is_told_once() -> None:
    eve = woman("Eve")
    facts = catalogue_of(trip(eve, vehicle("One", "2020-01-01T06:00:00Z", "2020-03-01T00:00:00Z")))
    (line, _) = answered(facts, "eve", 9, "2020-01-10", shown=0)
    assert line == (
        "9 = her 9th day of this flight: 8 days were complete, the 9th had begun "
        "(until 06:00:00 UTC)"
    )


def test_what_a_soft_landing_leaves_open_is_said_to_be_open(catalogue: Catalogue) -> None:
    lines = answered(catalogue, "jessica-meir", 237, "2026-10-09", shown=1)
    assert lines[0].startswith("Perhaps, as a launch or landing is not known exactly: 237 = ")


def test_a_part_of_a_day_has_both_its_ends() -> None:
    ada = person("Ada")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2020-01-01T06:00:00Z", "2020-01-01T09:00:00Z")),
        trip(ada, vehicle("Two", "2020-01-01T10:00:00Z", "2020-01-01T20:00:00Z")),
    )
    lines = answered(facts, "ada", 1, "2020-01-01")
    assert any("(from 06:00:00 to 10:00:00 UTC)" in line for line in lines)


@pytest.mark.parametrize(
    ("edge", "text"),
    [
        (("2015-10-16T17:53:53Z", "2015-10-16T17:53:53Z"), "16 Oct 2015, 17:53:53"),
        (("1961-04-12T06:07:00Z", "1961-04-12T06:08:00Z"), "12 Apr 1961, 06:07"),
        (("2026-10-08T00:00:00Z", "2026-10-09T00:00:00Z"), "8 Oct 2026"),
        (("2026-10-08T10:15:55Z", "2026-10-09T10:15:55Z"), "8 Oct 2026 – 9 Oct 2026"),
    ],
)
def test_an_edge_is_written_as_exactly_as_it_is_known(edge: tuple[str, str], text: str) -> None:
    assert sentences.edge_text(Edge(at(edge[0]), at(edge[1]))) == text


def test_a_standing_says_since_when_and_how_long() -> None:
    first = at("2026-10-08T10:15:55Z")
    standing = Standing(Edge(first, first), None)
    assert sentences.since_text(standing) == "since 8 Oct 2026, 10:15:55"
    assert sentences.until_text(standing) == "no longer changes"
    open_end = standing._replace(until=Edge(first, None))
    assert sentences.until_text(open_end) == "until 8 Oct 2026, if at all"


def test_a_pair_is_written_as_a_pair() -> None:
    assert sentences.figure_text(Figure(383, 383)) == "383"
    assert sentences.figure_text(Figure(236, 237)) == "236–237"


@pytest.mark.parametrize(
    ("counts", "rule", "said"),
    [
        (Counts.FLIGHT, Rule.ELAPSED, "(in the flight up on Soyuz TMA-16M) came to 202 days on"),
        (Counts.FLIGHT, Rule.NTH_DAY, "came to the 203rd day on 16 Oct 2015, 12:00:00 UTC"),
        (Counts.FLIGHT, Rule.CALENDAR_DATES, "came to 204 calendar dates on"),
        (Counts.CAREER, Rule.NTH_DAY, "(in all, 4 flights) came to the 383rd day on"),
        (
            Counts.CAREER_BY_FLIGHT,
            Rule.NTH_DAY,
            "(in all, 4 flights, each counted by itself) came to 384 days on",
        ),
    ],
)
def test_a_figure_is_quoted_with_its_rule_instant_date_and_source(
    catalogue: Catalogue, counts: Counts, rule: Rule, said: str
) -> None:
    reckoning = reckoning_of(catalogue, "scott-kelly", counts, rule)
    text = sentences.figure_sentence(catalogue, reckoning, at("2015-10-16T12:00:00Z"))
    assert text.startswith("Scott Kelly's time in orbit (")
    assert said in text
    assert f"counted as {sentences.rule_name(rule).lower()} ({rule.explanation})" in text
    assert text.endswith(
        "; facts as of 8 Oct 2026, from Mission Countdown's own catalogue after "
        "Jonathan McDowell's tables."
    )
    assert "\n" not in text


def test_pairs_and_ages_are_quoted_as_such(catalogue: Catalogue) -> None:
    after = at("2026-10-09T00:00:00Z")
    days = reckoning_of(catalogue, "jessica-meir", Counts.FLIGHT, Rule.ELAPSED)
    assert " came to 236–237 days on " in sentences.figure_sentence(catalogue, days, after)
    nth = reckoning_of(catalogue, "jessica-meir", Counts.FLIGHT, Rule.NTH_DAY)
    assert " came to day 237–238 on " in sentences.figure_sentence(catalogue, nth, after)
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    age = sentences.age_sentence(catalogue, flight, at("2015-10-16T12:00:00Z"))
    assert " came to 6 months, 18 days on " in age
    assert sentences.age_text(flight, flight.launch.earliest) == "0 days"
    assert sentences.age_text(flight, at("2015-04-27T19:42:57Z")) == "1 month"


def test_an_age_that_a_soft_landing_leaves_open_is_a_pair(catalogue: Catalogue) -> None:
    meir = catalogue.career(catalogue.people["jessica-meir"])[1]
    assert sentences.age_text(meir, at("2026-10-07T00:00:00Z")) == "7 months, 23 days"
    assert sentences.age_text(meir, at("2026-10-09T00:00:00Z")) == "7 months, 24–25 days"
    facts = catalogue_of(
        trip(person("Ada"), vehicle("One", "2020-01-15T12:00:00Z", "2020-02-15")),
    )
    (flight,) = facts.flights
    assert sentences.age_text(flight, at("2020-03-01")) == "30 days – 1 month"


def test_a_quote_says_when_its_facts_are_old_news() -> None:
    ada = person("Ada")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2029-12-31T00:00:00Z")), data_date=Moment.parse("2030-01-01")
    )
    (days, *_) = reckonings(facts.career(ada))
    fresh = sentences.figure_sentence(facts, days, at("2030-01-01T12:00:00Z"))
    assert fresh.endswith("facts as of 1 Jan 2030, from a catalogue made by a test.")
    assert " came to 1 day on " in fresh
    old = sentences.figure_sentence(facts, days, at("2030-03-01T12:00:00Z"))
    assert "facts as of 1 Jan 2030, not confirmed since, from" in old


def test_the_press_is_answered_in_plain_words(catalogue: Catalogue) -> None:
    found = [answer(catalogue, one) for one in catalogue.press]
    assert sentences.press_title(found[0].press) == "383 days in all · Scott Kelly, 16 Oct 2015"
    assert sentences.press_title(found[2].press).startswith("216 days in one flight · ")
    assert sentences.press_said(found[1].press).startswith("a daily paper: days in space")
    assert sentences.press_answers(found[1], None) == [
        "382 = his 382nd day in orbit in all: 381 days were complete, the 382nd had begun"
    ]
    lines = sentences.press_answers(found[-1], None)
    assert lines[0] == "None does. By flights it is his 4th."
    assert "expeditions" in lines[1]
    quote = sentences.press_sentence(catalogue, found[-1])
    assert quote.startswith("6 flights · Scott Kelly, 16 Oct 2015 (a science news site: ")
    assert quote.endswith("Jonathan McDowell's tables.")


def test_a_figure_of_days_that_no_rule_gives_is_said_to_have_none(catalogue: Catalogue) -> None:
    wrong = catalogue.press[0]._replace(figure=400)
    assert sentences.press_answers(answer(catalogue, wrong), None) == ["None does."]
    agreed = catalogue.press[-1]._replace(figure=4, note="")
    assert sentences.press_answers(answer(catalogue, agreed), None) == ["By flights it is his 4th."]
