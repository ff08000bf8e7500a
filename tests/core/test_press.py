"""The nine figures of October 2015, each with the rules that give it, or with none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.durations import Rule
from countdown.core.explanations import Counts, explain
from countdown.core.moments import Moment
from countdown.core.press import PressCounts, PressFigure, answer, told_with
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

TOTAL, EACH, FLIGHT = Counts.CAREER, Counts.CAREER_BY_FLIGHT, Counts.FLIGHT
GIVEN = [
    ("scott-kelly", 383, {(TOTAL, Rule.NTH_DAY), (TOTAL, Rule.ELAPSED)}),
    ("mike-fincke", 382, {(TOTAL, Rule.NTH_DAY)}),
    ("scott-kelly", 216, {(FLIGHT, Rule.NTH_DAY), (FLIGHT, Rule.ELAPSED)}),
    ("michael-lopez-alegria", 215, {(FLIGHT, Rule.ELAPSED)}),
    ("scott-kelly", 342, {(FLIGHT, Rule.CALENDAR_DATES)}),
    ("scott-kelly", 522, {(EACH, Rule.NTH_DAY)}),
    ("gennady-padalka", 804, {(TOTAL, Rule.NTH_DAY), (EACH, Rule.NTH_DAY)}),
    ("gennady-padalka", 879, {(TOTAL, Rule.NTH_DAY), (EACH, Rule.NTH_DAY)}),
    ("scott-kelly", 6, set()),
]


def test_the_catalogue_has_the_nine_figures_of_the_two_articles(catalogue: Catalogue) -> None:
    found = [(one.person.id, one.figure) for one in catalogue.press]
    assert found == [(who, figure) for who, figure, _ in GIVEN]


@pytest.mark.parametrize(("number", "expected"), list(enumerate(GIVEN)))
def test_each_figure_has_the_rules_that_give_it_on_its_date(
    catalogue: Catalogue,
    number: int,
    expected: tuple[str, int, set[tuple[Counts, Rule]]],
) -> None:
    found = answer(catalogue, catalogue.press[number])
    given = {(one.reckoning.counts, one.reckoning.rule) for one in found.matches}
    assert given == expected[2]
    assert found.is_given is bool(expected[2])


def test_six_missions_are_none_of_the_apps_flights_but_his_fourth(catalogue: Catalogue) -> None:
    found = answer(catalogue, catalogue.press[-1])
    assert found.press.counts is PressCounts.FLIGHTS
    assert (found.flight_number, found.is_given) == (4, False)


@pytest.mark.parametrize(("figure", "counts"), [(342, FLIGHT), (522, TOTAL)])
def test_what_the_notes_say_of_a_return_a_day_later_is_so(
    catalogue: Catalogue, figure: int, counts: Counts
) -> None:
    kelly = catalogue.people["scott-kelly"]
    later = Moment.parse("2016-03-03T04:26Z")
    matches = explain(catalogue, kelly, figure, later.earliest, later)
    assert (counts, Rule.NTH_DAY) in {(one.reckoning.counts, one.reckoning.rule) for one in matches}
    assert all(
        "A return a day later" in one.note for one in catalogue.press if one.figure == figure
    )


def test_the_figures_are_told_with_the_year_in_space_alone(catalogue: Catalogue) -> None:
    kelly = catalogue.career(catalogue.people["scott-kelly"])
    assert len(told_with(catalogue, kelly[3])) == 9
    assert told_with(catalogue, kelly[2]) == ()
    kornienko = catalogue.career(catalogue.people["mikhail-kornienko"])
    assert told_with(catalogue, kornienko[-1]) == ()


def test_a_count_of_flights_that_agrees_is_given() -> None:
    ada = person("Ada")
    one = vehicle("One", "2020-01-01T00:00:00Z", "2020-01-03T00:00:00Z")
    facts = catalogue_of(trip(ada, one))
    day = Moment.parse("2020-01-01")
    figure = PressFigure(ada, PressCounts.FLIGHTS, 1, day, "flights", "a paper", ada, one)
    assert answer(facts, figure).is_given
    before = figure._replace(as_of=Moment.parse("2019-12-31"))
    assert answer(facts, before).flight_number == 0
    assert facts.press == ()
    assert at("2020-01-01") == day.earliest
