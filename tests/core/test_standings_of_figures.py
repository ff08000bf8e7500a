"""Since when a figure of days stands, and until when: over whole flights, soft facts too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.durations import Rule, calendar_age
from countdown.core.explanations import (
    Counts,
    Edge,
    Standing,
    age_standing_since,
    reckonings,
    standing_since,
)
from countdown.core.moments import DAY, Instant, iso
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Reckoning


def reckoning_of(facts: Catalogue, who: str, counts: Counts, rule: Rule) -> Reckoning:
    """The way to count a person's career, or their last flight."""
    found = [
        one
        for one in reckonings(facts.career(facts.people[who]))
        if (one.counts, one.rule) == (counts, rule)
    ]
    return found[-1]


def written(standing: Standing) -> tuple[str, str | None]:
    """An exact standing as text."""
    assert standing.since.first == standing.since.last
    if standing.until is None:
        return iso(standing.since.first), None
    assert standing.until.first == standing.until.last
    return iso(standing.since.first), iso(standing.until.first)


@pytest.mark.parametrize(
    ("counts", "rule", "figure", "since", "until"),
    [
        (Counts.FLIGHT, Rule.ELAPSED, 202, "2015-10-15T19:42:57Z", "2015-10-16T19:42:57Z"),
        (Counts.FLIGHT, Rule.NTH_DAY, 203, "2015-10-15T19:42:57Z", "2015-10-16T19:42:57Z"),
        (Counts.FLIGHT, Rule.CALENDAR_DATES, 204, "2015-10-16T00:00:00Z", "2015-10-17T00:00:00Z"),
        (Counts.CAREER, Rule.ELAPSED, 382, "2015-10-15T17:53:53Z", "2015-10-16T17:53:53Z"),
        (Counts.CAREER, Rule.NTH_DAY, 383, "2015-10-15T17:53:53Z", "2015-10-16T17:53:53Z"),
        (Counts.CAREER_BY_FLIGHT, Rule.ELAPSED, 380, "2015-10-15T19:42:57Z", None),
        (Counts.CAREER_BY_FLIGHT, Rule.CALENDAR_DATES, 388, "2015-10-16T00:00:00Z", None),
    ],
)
def test_kellys_figures_stand_from_one_instant_to_another(
    catalogue: Catalogue, counts: Counts, rule: Rule, figure: int, since: str, until: str | None
) -> None:
    reckoning = reckoning_of(catalogue, "scott-kelly", counts, rule)
    noon = at("2015-10-16T12:00:00Z")
    assert reckoning.figure(noon) == (figure, figure)
    found = written(standing_since(reckoning, noon))
    assert found[0] == since
    if until is not None:
        assert found[1] == until


def test_after_the_landing_a_figure_no_longer_changes(catalogue: Catalogue) -> None:
    reckoning = reckoning_of(catalogue, "scott-kelly", Counts.CAREER, Rule.NTH_DAY)
    found = written(standing_since(reckoning, at("2020-01-01T00:00:00Z")))
    assert found == ("2016-03-01T17:53:53Z", None)


def test_on_the_ground_a_career_stands_until_the_next_flight_turns_it(
    catalogue: Catalogue,
) -> None:
    kelly = catalogue.people["scott-kelly"]
    reckoning = reckoning_of(catalogue, "scott-kelly", Counts.CAREER, Rule.NTH_DAY)
    found = written(standing_since(reckoning, at("2012-01-01T00:00:00Z")))
    landed, launch = catalogue.career(kelly)[2].landing, catalogue.career(kelly)[3].launch
    assert landed is not None
    assert at(found[0]) <= landed.earliest
    assert found[1] is not None
    assert launch.earliest <= at(found[1]) < launch.earliest + DAY


def test_a_landing_known_to_the_day_leaves_a_pair_that_no_longer_changes(
    catalogue: Catalogue,
) -> None:
    reckoning = reckoning_of(catalogue, "jessica-meir", Counts.FLIGHT, Rule.ELAPSED)
    after = at("2026-10-09T00:00:00Z")
    assert reckoning.figure(after) == (236, 237)
    standing = standing_since(reckoning, after)
    assert iso(standing.since.first) == "2026-10-07T10:15:55Z"
    assert standing.until is None


def test_a_day_that_may_not_be_complete_by_the_landing_ends_perhaps_never(
    catalogue: Catalogue,
) -> None:
    reckoning = reckoning_of(catalogue, "jessica-meir", Counts.FLIGHT, Rule.ELAPSED)
    standing = standing_since(reckoning, at("2026-10-07T12:00:00Z"))
    assert standing.until == Edge(at("2026-10-08T10:15:55Z"), None)


def test_a_launch_known_to_the_minute_turns_each_figure_within_a_minute() -> None:
    ada = person("Ada")
    facts = catalogue_of(trip(ada, vehicle("One", "2020-01-01T06:07Z", "2020-03-01T00:00:00Z")))
    reckoning = reckoning_of(facts, "ada", Counts.FLIGHT, Rule.ELAPSED)
    standing = standing_since(reckoning, at("2020-01-10T12:00:00Z"))
    assert standing.since == (at("2020-01-10T06:07:00Z"), at("2020-01-10T06:08:00Z"))
    assert standing.until == (at("2020-01-11T06:07:00Z"), at("2020-01-11T06:08:00Z"))


def test_nothing_has_been_complete_since_the_launch_as_far_as_that_is_known() -> None:
    ada = person("Ada")
    facts = catalogue_of(trip(ada, vehicle("One", "2020-01-01T06:07Z", "2020-03-01T00:00:00Z")))
    reckoning = reckoning_of(facts, "ada", Counts.FLIGHT, Rule.ELAPSED)
    standing = standing_since(reckoning, at("2020-01-01T12:00:00Z"))
    assert standing.since == (at("2020-01-01T06:07:00Z"), at("2020-01-01T06:08:00Z"))
    first = reckoning_of(facts, "ada", Counts.FLIGHT, Rule.NTH_DAY)
    assert standing_since(first, at("2020-01-01T12:00:00Z")).since == standing.since


def test_a_flight_without_return_counts_on_until_it_is_no_longer_believed() -> None:
    ada = person("Ada")
    facts = catalogue_of(trip(ada, vehicle("One", "2029-12-31T00:00:00Z")), data_date="2030-01-01")
    reckoning = reckoning_of(facts, "ada", Counts.FLIGHT, Rule.ELAPSED)
    assert standing_since(reckoning, at("2030-05-01T00:00:00Z")).until is not None
    assert standing_since(reckoning, at("2040-01-01T00:00:00Z")).until is None


def test_an_age_stands_for_a_day_until_the_landing(catalogue: Catalogue) -> None:
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    noon = at("2015-10-16T12:00:00Z")
    assert written(age_standing_since(flight, noon)) == (
        "2015-10-15T19:42:57Z",
        "2015-10-16T19:42:57Z",
    )
    late = written(age_standing_since(flight, at("2020-01-01T00:00:00Z")))
    assert late == ("2016-03-01T19:42:57Z", None)
    assert calendar_age(flight.launch.earliest, at(late[0])) == (0, 11, 3)


@pytest.mark.parametrize("who", ["scott-kelly", "jessica-meir", "yuri-gagarin", "peggy-whitson"])
def test_at_its_edges_a_figure_turns_and_not_before(catalogue: Catalogue, who: str) -> None:
    flights = catalogue.career(catalogue.people[who])
    for reckoning in reckonings(flights):
        begun = reckoning.flights[0].launch.latest
        over = reckoning.flights[-1].stop.latest
        for share in (0.1, 0.37, 0.8, 0.999, 1.2):
            when = Instant(round(begun + (over - begun) * share))
            figure, standing = reckoning.figure(when), standing_since(reckoning, when)
            since, until = standing
            assert since.last is not None
            assert since.first <= since.last <= when
            if figure.least:
                assert reckoning.figure(Instant(since.first - 1)).most < figure.least
                assert reckoning.figure(since.last).least >= figure.least
            if until is not None:
                assert when < until.first
                assert reckoning.figure(Instant(until.first - 1)).most <= figure.most
                assert reckoning.figure(until.first).most > figure.most
            if until is not None and until.last is not None:
                assert reckoning.figure(until.last).least > figure.most
