"""Totals, standings and ranks, against a recount from the written rules."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countdown.core.durations import Span
from countdown.core.errors import UnknownScopeError
from countdown.core.moments import DAY, Instant, parse_instant
from countdown.core.records import Category, Kind
from tests.fakes import CN, RU, SU, US, at, catalogue_of, person, trip, vehicle, woman
from tests.recount import in_scope, pair, ranking, total
from tests.strategies import (
    LONG_AND_VAGUE,
    SHORT,
    catalogues,
    exact_choices,
    instants,
    scenes,
)

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from countdown.core.catalogue import Catalogue

WORLD_CAREER = Category(Kind.CAREER, "world")
WORLD_FLIGHT = Category(Kind.FLIGHT, "world")
FIRST_FLIGHT = parse_instant("1961-04-12T06:07:00Z")
PRESENT = parse_instant("2026-11-22")


def every_category(catalogue: Catalogue) -> list[Category]:
    scopes = ("world", "women", *catalogue.records.countries)
    return [Category(kind, scope) for kind in Kind for scope in scopes]


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def assert_same_as_recount(catalogue: Catalogue, category: Category, now: Instant) -> None:
    standings = catalogue.records.standings(category, now)
    expected = ranking(catalogue, category, now)
    found = sorted(
        (one.rank, one.person.id, one.span.seconds, one.span.seconds_max) for one in standings
    )
    assert found == [(one.rank, one.person, one.seconds, one.seconds_max) for one in expected]
    assert [one.rank for one in standings] == sorted(one.rank for one in standings)
    for who in {one.person for one in expected}:
        rank = catalogue.records.rank(category, catalogue.people[who], now)
        assert rank is not None
        assert rank.rank == min(one.rank for one in expected if one.person == who)


@given(catalogues(LONG_AND_VAGUE), st.lists(instants(LONG_AND_VAGUE), min_size=2, max_size=6))
def test_a_total_never_falls_as_time_goes_on(catalogue: Catalogue, times: list[int]) -> None:
    for category in every_category(catalogue):
        for row in catalogue.records.rows(category):
            spans = [row.span(Instant(now)) for now in sorted(times)]
            for before, after in pairwise(spans):
                assert before.seconds <= after.seconds
                assert before.seconds_max <= after.seconds_max
            assert all(0 <= one.seconds <= one.seconds_max for one in spans)


@given(scenes(LONG_AND_VAGUE))
def test_a_total_is_the_sum_of_its_flights(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for row in catalogue.records.rows(WORLD_CAREER):
        span = row.span(now)
        assert (span.seconds, span.seconds_max) == total(catalogue, row.flights, now)
        for flight in row.flights:
            alone = flight.span(now)
            assert (alone.seconds, alone.seconds_max) == pair(catalogue, flight, now)


@given(scenes(LONG_AND_VAGUE))
def test_ranks_agree_with_a_recount(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for category in every_category(catalogue):
        assert_same_as_recount(catalogue, category, now)


@given(now=st.integers(FIRST_FLIGHT - DAY, PRESENT + 500 * DAY))
@settings(max_examples=25)
@pytest.mark.parametrize("scope", ["world", "women", "RU", "US"])
@pytest.mark.parametrize("kind", Kind)
def test_ranks_on_the_real_catalogue_agree_with_a_recount(
    catalogue: Catalogue, kind: Kind, scope: str, now: int
) -> None:
    category = Category(kind, scope)
    standings = catalogue.records.standings(category, Instant(now))
    expected = ranking(catalogue, category, now)
    assert sorted((one.rank, one.person.id, *one.span[:2]) for one in standings) == [
        (one.rank, one.person, one.seconds, one.seconds_max) for one in expected
    ]
    for place in expected[:: len(expected) // 5 + 1]:
        rank = catalogue.records.rank(category, catalogue.people[place.person], Instant(now))
        assert rank is not None
        assert rank.rank == min(one.rank for one in expected if one.person == place.person)


@given(scenes(LONG_AND_VAGUE))
def test_a_place_is_uncertain_where_intervals_overlap(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for category in every_category(catalogue):
        places = ranking(catalogue, category, now)
        for standing in catalogue.records.standings(category, now):
            mine = (standing.span.seconds, standing.span.seconds_max)
            others = {(one.seconds, one.seconds_max) for one in places} - {mine}
            if any(overlaps(mine, other) for other in others):
                assert standing.uncertain
            elif mine[0] == mine[1] and all(
                other[1] < mine[0] or mine[1] < other[0] for other in others
            ):
                assert not standing.uncertain


@given(scenes(LONG_AND_VAGUE))
def test_a_rank_is_that_of_a_persons_best_line(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for category in every_category(catalogue):
        standings = catalogue.records.standings(category, now)
        for who in catalogue.people.values():
            best = next((one for one in standings if one.person == who), None)
            rank = catalogue.records.rank(category, who, now)
            assert (rank is None) is (best is None)
            if rank is not None and best is not None:
                assert (rank.rank, rank.uncertain) == (best.rank, best.uncertain)


@given(scenes(LONG_AND_VAGUE), st.data())
def test_a_pair_holds_the_span_of_every_exact_choice(
    scene: tuple[Catalogue, Instant], data: DataObject
) -> None:
    catalogue, now = scene
    choice = data.draw(exact_choices(catalogue))
    for category in every_category(catalogue):
        exact = {
            (row.person.id, row.flights[0].number): row.span(now)
            for row in choice.records.rows(category)
        }
        for row in catalogue.records.rows(category):
            span, chosen = row.span(now), exact[row.person.id, row.flights[0].number]
            assert chosen.is_exact
            assert span.seconds <= chosen.seconds <= span.seconds_max


@given(scenes(SHORT))
def test_nothing_is_uncertain_where_all_is_exact(
    scene: tuple[Catalogue, Instant],
) -> None:
    catalogue, now = scene
    for category in every_category(catalogue):
        for standing in catalogue.records.standings(category, now):
            assert standing.span.is_exact
            assert not standing.uncertain


@given(scenes(LONG_AND_VAGUE), st.data())
def test_a_rank_stays_until_it_says_it_may_change(
    scene: tuple[Catalogue, Instant], data: DataObject
) -> None:
    catalogue, now = scene
    for category in every_category(catalogue):
        for who in catalogue.people.values():
            rank = catalogue.records.rank(category, who, now)
            if rank is None:
                continue
            assert rank.until > now
            last = min(rank.until - 1, now + 100 * DAY)
            for later in (last, data.draw(st.integers(now, last))):
                again = catalogue.records.rank(category, who, Instant(later))
                assert again is not None
                assert (again.rank, again.uncertain) == (rank.rank, rank.uncertain)


@given(scenes(SHORT))
def test_a_country_has_the_flights_launched_for_it(
    scene: tuple[Catalogue, Instant],
) -> None:
    catalogue, now = scene
    for code in catalogue.records.countries:
        counted = {
            one.flight for one in catalogue.records.standings(Category(Kind.FLIGHT, code), now)
        }
        assert counted == {
            one for one in catalogue.flights if in_scope(one, code) and one.launch.earliest <= now
        }


def test_equal_times_share_a_rank_and_the_next_one_is_left_out() -> None:
    long, short = vehicle("Long", "2020-01-01", "2020-01-20"), vehicle("Short", "2020-02-01T00:00Z")
    short = vehicle("Short", "2020-02-01T00:00:00Z", "2020-02-02T00:00:00Z")
    crew = [person("Ada"), person("Bea")]
    catalogue = catalogue_of(*(trip(one, long) for one in crew), trip(person("Cyd"), short))
    standings = catalogue.records.standings(WORLD_CAREER, at("2020-03-01"))
    assert [one.rank for one in standings] == [1, 1, 3]


def test_crewmates_share_what_is_not_known_of_their_flight_and_tie_for_certain() -> None:
    craft = vehicle("Craft", "2020-01-01T12:00Z", "2020-01-20")
    catalogue = catalogue_of(trip(person("Ada"), craft), trip(person("Bea"), craft))
    standings = catalogue.records.standings(WORLD_FLIGHT, at("2020-03-01"))
    assert [(one.rank, one.uncertain) for one in standings] == [(1, False), (1, False)]


def test_equal_figures_from_different_unknowns_are_no_certain_tie() -> None:
    first = vehicle("First", "2020-01-01T12:00:00Z", "2020-01-20")
    second = vehicle("Second", "2020-02-01T12:00:00Z", "2020-02-20")
    catalogue = catalogue_of(trip(person("Ada"), first), trip(person("Bea"), second))
    standings = catalogue.records.standings(WORLD_FLIGHT, at("2020-03-01"))
    assert [(one.rank, one.uncertain) for one in standings] == [(1, True), (1, True)]


def test_doubt_comes_in_the_second_in_which_two_growing_intervals_meet() -> None:
    """Both landings are known to the day; the longer one's high end grows into the other's."""
    first = vehicle("First", "2020-01-01T00:00:00Z", "2020-01-20")
    second = vehicle("Second", "2020-01-01T06:00:00Z", "2020-01-20")
    ada, bea = person("Ada"), person("Bea")
    catalogue = catalogue_of(trip(ada, first), trip(bea, second))
    landing_day = at("2020-01-20T01:00:00Z")
    rank = catalogue.records.rank(WORLD_FLIGHT, bea, landing_day)
    assert rank is not None
    assert not rank.uncertain
    assert rank.until <= at("2020-01-20T06:00:01Z")
    after = catalogue.records.rank(WORLD_FLIGHT, bea, at("2020-01-20T06:00:01Z"))
    assert after is not None
    assert after.uncertain


def test_su_and_ru_are_one_programme() -> None:
    early = vehicle("Early", "1990-01-01T00:00:00Z", "1990-01-03T00:00:00Z")
    late = vehicle("Late", "1995-01-01T00:00:00Z", "1995-01-02T00:00:00Z")
    catalogue = catalogue_of(
        trip(person("Ada"), early, country=SU), trip(woman("Bea"), late, None, RU)
    )
    russian = catalogue.records.category(Kind.CAREER, "su")
    assert russian == Category(Kind.CAREER, "RU")
    assert len(catalogue.records.standings(russian, at("2000-01-01"))) == 2
    assert catalogue.records.countries == ("RU",)


def test_a_career_for_two_countries_counts_in_each_what_was_flown_for_it() -> None:
    first = vehicle("First", "2020-01-01T00:00:00Z", "2020-01-03T00:00:00Z")
    second = vehicle("Second", "2021-01-01T00:00:00Z", "2021-01-02T00:00:00Z")
    ada = person("Ada")
    catalogue = catalogue_of(trip(ada, first, country=US), trip(ada, second, country=CN))
    days = {
        scope: catalogue.records.standings(Category(Kind.CAREER, scope), at("2022-01-01"))[0].span
        for scope in ("world", "US", "CN")
    }
    assert {scope: span.days for scope, span in days.items()} == {"world": 3, "US": 2, "CN": 1}


def test_the_best_flight_gives_a_person_her_rank() -> None:
    best = vehicle("Best", "2020-01-01T00:00:00Z", "2020-01-09T00:00:00Z")
    next_best = vehicle("Next", "2020-02-01T00:00:00Z", "2020-02-05T00:00:00Z")
    poor = vehicle("Poor", "2020-03-01T00:00:00Z", "2020-03-02T00:00:00Z")
    ada, bea = woman("Ada"), woman("Bea")
    catalogue = catalogue_of(trip(ada, poor), trip(ada, best), trip(bea, next_best))
    for who, place in ((ada, 1), (bea, 2)):
        rank = catalogue.records.rank(Category(Kind.FLIGHT, "women"), who, at("2020-04-01"))
        assert rank is not None
        assert rank.rank == place


def test_who_has_not_been_launched_has_no_rank() -> None:
    ada = person("Ada")
    catalogue = catalogue_of(trip(ada, vehicle("Craft", "2020-01-01T00:00:00Z")))
    assert catalogue.records.rank(WORLD_CAREER, ada, at("2019-12-31T23:59:59Z")) is None
    assert catalogue.records.rank(WORLD_CAREER, ada, at("2020-01-01")) is not None
    assert not catalogue.records.standings(WORLD_CAREER, at("2019-12-31"))


@pytest.mark.parametrize("scope", ["", "XX", "moon", "W", "world ", "ＵＳ", "U" * 10_000])
def test_a_scope_nobody_flew_for_is_refused(catalogue: Catalogue, scope: str) -> None:
    with pytest.raises(UnknownScopeError):
        catalogue.records.category(Kind.CAREER, scope)


@pytest.mark.parametrize(
    ("holder", "now", "days"),
    [
        ("yuri-gagarin", "1961-05-01", 0),
        ("gherman-titov", "1962-01-01", 1),
        ("andriyan-nikolayev", "1963-01-01", 3),
        ("valery-bykovsky", "1965-01-01", 4),
        ("frank-borman", "1966-01-01", 13),
        ("vladimir-titov", "1989-01-01", 365),
        ("valeri-polyakov", "1996-01-01", 437),
        ("valeri-polyakov", "2026-11-22", 437),
    ],
)
def test_the_longest_flight_of_the_world_is(
    catalogue: Catalogue, holder: str, now: str, days: int
) -> None:
    first = catalogue.records.standings(WORLD_FLIGHT, at(now))[0]
    holders = {
        one.person.id for one in catalogue.records.standings(WORLD_FLIGHT, at(now)) if one.rank == 1
    }
    assert holder in holders
    assert first.span.days == days


@pytest.mark.parametrize(
    ("holder", "now", "days"),
    [
        ("sergei-krikalev", "2006-01-01", 803),
        ("sergei-krikalev", "2015-06-28T23:00:06Z", 803),
        ("gennady-padalka", "2015-06-28T23:00:08Z", 803),
        ("gennady-padalka", "2016-01-01", 878),
        ("oleg-kononenko", "2024-02-05", 879),
        ("oleg-kononenko", "2026-11-22", 1110),
    ],
)
def test_the_longest_career_of_the_world_is(
    catalogue: Catalogue, holder: str, now: str, days: int
) -> None:
    standings = catalogue.records.standings(WORLD_CAREER, at(now))
    assert standings[0].person.id == holder
    assert standings[0].span.days == days


def test_no_row_of_an_open_flight_grows_once_it_is_no_longer_believed() -> None:
    ada = person("Ada")
    craft = vehicle("Craft", "2029-12-31T00:00:00Z")
    catalogue = catalogue_of(trip(ada, craft), data_date="2030-01-01")
    (row,) = catalogue.records.rows(WORLD_CAREER)
    assert row.span(at("2031-01-01")) == row.span(at("2040-01-01")) == Span(366 * DAY, 366 * DAY)
