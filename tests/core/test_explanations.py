"""Which rule of counting gives a figure of days: the press's figures, and a slow recount."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.durations import Rule
from countdown.core.errors import ReturnBeforeLaunchError
from countdown.core.explanations import Counts, explain, reckonings
from countdown.core.moments import DAY, MINUTE, Instant, Moment, iso
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.recount import believed_end
from tests.strategies import LONG_AND_VAGUE, SHORT, scenes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hypothesis.strategies import DataObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Match, Reckoning
    from countdown.core.flights import Flight

FLIGHT, CAREER, BY_FLIGHT = Counts
ELAPSED, NTH_DAY, DATES = Rule.ELAPSED, Rule.NTH_DAY, Rule.CALENDAR_DATES

TMA_16M = "2015-03-27T19:42:57Z"
TMA_9 = "2006-09-18T04:08:42Z"

Found = tuple[Counts, str | None, Rule, str, str]


def found(catalogue: Catalogue, who: str, figure: int, day: str, back: str | None) -> set[Found]:
    """What gives the figure, with the launch of the flight and the time of day it does so."""
    landing = Moment.parse(back) if back else None
    matches = explain(catalogue, catalogue.people[who], figure, at(day), landing)
    assert all(one.certain for one in matches)
    return {
        (
            one.reckoning.counts,
            str(one.reckoning.flight.launch) if one.reckoning.flight else None,
            one.reckoning.rule,
            time_of(day, one.since),
            time_of(day, one.until),
        )
        for one in matches
    }


def time_of(day: str, now: Instant) -> str:
    """The time of day in UTC; the end of the day is 24:00:00."""
    return "24:00:00" if now == at(day) + DAY else iso(now)[11:19]


@pytest.mark.parametrize(
    ("who", "figure", "day", "expected"),
    [
        ("mike-fincke", 382, "2015-10-15", {(CAREER, None, NTH_DAY, "00:00:00", "24:00:00")}),
        (
            "scott-kelly",
            383,
            "2015-10-16",
            {
                (CAREER, None, NTH_DAY, "00:00:00", "17:53:53"),
                (CAREER, None, ELAPSED, "17:53:53", "24:00:00"),
            },
        ),
        (
            "scott-kelly",
            216,
            "2015-10-29",
            {
                (FLIGHT, TMA_16M, NTH_DAY, "00:00:00", "19:42:57"),
                (FLIGHT, TMA_16M, ELAPSED, "19:42:57", "24:00:00"),
            },
        ),
        (
            "michael-lopez-alegria",
            215,
            "2015-10-29",
            {(FLIGHT, TMA_9, ELAPSED, "00:00:00", "24:00:00")},
        ),
        (
            "gennady-padalka",
            804,
            "2015-06-28",
            {
                (CAREER, None, NTH_DAY, "13:21:34", "24:00:00"),
                (BY_FLIGHT, None, NTH_DAY, "00:00:00", "19:42:57"),
            },
        ),
        ("gennady-padalka", 879, "2015-10-16", {(CAREER, None, NTH_DAY, "00:00:00", "24:00:00")}),
        ("scott-kelly", 342, "2016-03-02", {(FLIGHT, TMA_16M, DATES, "00:00:00", "24:00:00")}),
        ("scott-kelly", 522, "2016-03-02", {(BY_FLIGHT, None, NTH_DAY, "00:00:00", "24:00:00")}),
        ("scott-kelly", 400, "2015-10-16", set()),
    ],
)
def test_a_figure_of_the_press_is_given_by_these_rules_and_no_others(
    catalogue: Catalogue, who: str, figure: int, day: str, expected: set[Found]
) -> None:
    assert found(catalogue, who, figure, day, None) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (342, (FLIGHT, TMA_16M, NTH_DAY, "00:00:00", "24:00:00")),
        (522, (CAREER, None, NTH_DAY, "00:00:00", "24:00:00")),
    ],
)
def test_had_kelly_landed_a_day_later_the_planned_figures_were_his_nth_day(
    catalogue: Catalogue, figure: int, expected: Found
) -> None:
    assert found(catalogue, "scott-kelly", figure, "2016-03-03", "2016-03-03T04:26Z") == {expected}


@pytest.mark.parametrize(
    ("who", "now", "career", "by_flight"),
    [
        ("mike-fincke", "2015-10-16T00:00:00Z", (381, 382), (380, 383, 385)),
        ("scott-kelly", "2015-10-16T00:00:00Z", (382, 383), (380, 384, 388)),
        ("scott-kelly", "2015-10-16T12:00:00Z", (382, 383), (380, 384, 388)),
        ("scott-kelly", "2015-10-16T18:00:00Z", (383, 384), (380, 384, 388)),
        ("scott-kelly", "2015-03-26T00:00:00Z", (180, 181), (178, 181, 184)),
        ("scott-kelly", "2026-11-22T00:00:00Z", (520, 521), (518, 522, 526)),
        ("gennady-padalka", "2015-06-28T23:00:07Z", (803, 804), (800, 805, 809)),
        ("sergei-krikalev", "2015-06-28T23:00:07Z", (803, 804), (800, 806, 810)),
        ("gennady-padalka", "2026-11-22T00:00:00Z", (878, 879), (875, 880, 885)),
    ],
)
def test_a_career_is_explained_by_every_convention_that_the_app_has(
    catalogue: Catalogue,
    who: str,
    now: str,
    career: tuple[int, int],
    by_flight: tuple[int, int, int],
) -> None:
    ways = [(CAREER, ELAPSED), (CAREER, NTH_DAY)]
    ways += [(BY_FLIGHT, rule) for rule in (ELAPSED, NTH_DAY, DATES)]
    for way, figure in zip(ways, career + by_flight, strict=True):
        assert way in ways_at(catalogue, who, figure, now, None)


@pytest.mark.parametrize(
    ("who", "now", "back", "figures"),
    [
        ("scott-kelly", "2015-10-29T00:00:00Z", None, (215, 216, 217)),
        ("scott-kelly", "2015-10-29T12:00:00Z", None, (215, 216, 217)),
        ("scott-kelly", "2015-10-29T20:00:00Z", None, (216, 217, 217)),
        ("michael-lopez-alegria", "2007-04-21T18:00:00Z", None, (215, 216, 216)),
        ("scott-kelly", "2016-03-02T12:00:00Z", None, (340, 341, 342)),
        ("scott-kelly", "2016-03-03T12:00:00Z", "2016-03-03T04:25:51Z", (341, 342, 343)),
    ],
)
def test_a_flight_is_explained_by_every_convention_that_the_app_has(
    catalogue: Catalogue, who: str, now: str, back: str | None, figures: tuple[int, int, int]
) -> None:
    for rule, figure in zip((ELAPSED, NTH_DAY, DATES), figures, strict=True):
        assert (FLIGHT, rule) in ways_at(catalogue, who, figure, now, back)


def ways_at(
    catalogue: Catalogue, who: str, figure: int, now: str, back: str | None
) -> set[tuple[Counts, Rule]]:
    landing = Moment.parse(back) if back else None
    matches = explain(catalogue, catalogue.people[who], figure, at(now), landing)
    return {
        (one.reckoning.counts, one.reckoning.rule)
        for one in matches
        if one.since <= at(now) < one.until and one.certain
    }


Flown = list[tuple[int, int]]
"""Launch and end of each flight, chosen among the instants they can be."""


def counted(way: tuple[Counts, Rule], flown: Flown, now: int) -> int:
    """One way of counting, in the second from ``now`` on, by the written rules."""
    counts, rule = way
    if rule is DATES:
        return sum(min(now, end) // DAY - start // DAY + 1 for start, end in flown if start <= now)
    running = now + 1 if rule is NTH_DAY else now
    seconds = [max(0, min(running, end) - start) for start, end in flown]
    spans = [sum(seconds)] if counts is CAREER else seconds
    return sum(-(-span // DAY) if rule is NTH_DAY else span // DAY for span in spans)


def extremes(catalogue: Catalogue, flights: Sequence[Flight], beyond: int) -> tuple[Flown, Flown]:
    """The shortest and the longest that the flights can be.

    An interval leaves its end out; with ``beyond`` = 1 it is taken in, as a span does.
    """
    shortest: Flown = []
    longest: Flown = []
    for one in flights:
        first, last = one.launch[:2]
        end_first, end_last = believed_end(catalogue, one)
        shortest.append((max(first, last - 1 + beyond), end_first))
        longest.append((first, max(end_first, end_last - 1 + beyond)))
    return shortest, longest


def assert_as_counted(
    catalogue: Catalogue, reckoning: Reckoning, figure: int, now: int, matches: Sequence[Match]
) -> None:
    here = [one.certain for one in matches if one.since <= now < one.until]
    way = (reckoning.counts, reckoning.rule)
    (least, most), (barely, at_most) = (
        [counted(way, flown, now) for flown in extremes(catalogue, reckoning.flights, beyond)]
        for beyond in (0, 1)
    )
    if here == [True]:
        assert least == most == figure
    if not here:
        assert not least <= figure <= most
    if (least, most) == (barely, at_most) or way[1] is DATES:
        expected = [least == most == figure] if least <= figure <= most else []
        assert here == expected


def moments_of(day: Instant, flights: Sequence[Flight], matches: Sequence[Match]) -> Iterator[int]:
    """Every seven minutes of the day, and close to all that begins or ends in it."""
    edges = {edge for one in flights for edge in (*one.launch[:2], *one.stop[:2])}
    edges |= {edge for one in matches for edge in (one.since, one.until)}
    near = {edge + beside for edge in edges for beside in (-1, 0, 1)}
    yield from range(day, day + DAY, 7 * MINUTE)
    yield from (one for one in near if day <= one < day + DAY)


def check_a_day(catalogue: Catalogue, now: Instant, data: DataObject) -> None:
    who = data.draw(st.sampled_from(sorted({one.person for one in catalogue.flights})))
    day = Instant(now // DAY * DAY)
    flights = [one for one in catalogue.career(who) if one.launch.earliest < day + DAY]
    ways = list(reckonings(flights))
    assert len(ways) == 3 * len(flights) + 5
    drawn = data.draw(st.sampled_from(ways))
    some = counted((drawn.counts, drawn.rule), extremes(catalogue, drawn.flights, 0)[1], now)
    figure = max(1, some + data.draw(st.integers(-1, 1)))
    matches = explain(catalogue, who, figure, now) if flights else ()
    assert all(day <= one.since < one.until <= day + DAY for one in matches)
    assert all(one.reckoning in ways for one in matches)
    for way in ways:
        mine = [one for one in matches if one.reckoning == way]
        for moment in moments_of(day, flights, matches):
            assert_as_counted(catalogue, way, figure, moment, mine)


@given(scenes(SHORT), st.data())
def test_every_rule_that_gives_the_figure_is_found_from_second_to_second(
    scene: tuple[Catalogue, Instant], data: DataObject
) -> None:
    check_a_day(*scene, data)


@given(scenes(LONG_AND_VAGUE), st.data())
def test_it_is_certain_where_every_launch_and_landing_that_can_be_gives_the_figure(
    scene: tuple[Catalogue, Instant], data: DataObject
) -> None:
    check_a_day(*scene, data)


ANNA = person("Anna")


def test_a_flight_within_one_day_has_one_date_whatever_its_hours() -> None:
    hop = vehicle("Hop", "2020-01-01", "2020-01-01")
    catalogue = catalogue_of(trip(ANNA, hop))
    dates = [
        one.certain
        for one in explain(catalogue, ANNA, 1, at("2020-01-02"))
        if one.reckoning.rule is DATES
    ]
    assert dates == [True, True]


def test_who_has_not_flown_by_the_end_of_the_day_has_no_days() -> None:
    catalogue = catalogue_of(trip(ANNA, vehicle("Later", "2020-01-02T00:00:00Z")))
    assert explain(catalogue, ANNA, 1, at("2020-01-01")) == ()
    assert explain(catalogue, ANNA, 1, at("2020-01-02"))


def test_a_supposed_return_replaces_the_flight_in_progress_and_leaves_out_what_came_after() -> None:
    first = vehicle("First", "2020-01-01T00:00:00Z", "2020-01-03T00:00:00Z")
    second = vehicle("Second", "2020-01-10T06:00:00Z", "2020-01-20T00:00:00Z")
    catalogue = catalogue_of(trip(ANNA, first), trip(ANNA, second))
    back = Moment.parse("2020-01-09T00:00:00Z")
    matches = explain(catalogue, ANNA, 8, at("2020-01-10"), back)
    assert {one.reckoning.counts for one in matches} == {FLIGHT, CAREER, BY_FLIGHT}
    assert {one.number for match in matches for one in match.reckoning.flights} == {1}


def test_a_supposed_return_before_launch_is_an_error() -> None:
    catalogue = catalogue_of(trip(ANNA, vehicle("Up", "2020-01-02T00:00:00Z")))
    with pytest.raises(ReturnBeforeLaunchError):
        explain(catalogue, ANNA, 1, at("2020-01-03"), Moment.parse("2020-01-01T00:00:00Z"))
