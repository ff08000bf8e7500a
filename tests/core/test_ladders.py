"""The ladder: who is ahead of a flight, who was passed in it, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from countdown.core.climbs import climb
from countdown.core.durations import Span
from countdown.core.flights import End
from countdown.core.ladders import Gap, Ladder, Rung, ladder, moved
from countdown.core.moments import DAY, Instant
from countdown.core.readings import Mission, read
from countdown.core.records import Category, Kind
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.strategies import LONG_AND_VAGUE, SHORT, scenes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

US_FLIGHT = Category(Kind.FLIGHT, "US")
WORLD_FLIGHT = Category(Kind.FLIGHT, "world")
NOON = at("2015-10-16T12:00:00Z")


@pytest.fixture
def year(catalogue: Catalogue) -> Flight:
    return catalogue.career(catalogue.people["scott-kelly"])[3]


def stood(found: Ladder | None) -> dict[str, Rung]:
    assert found is not None
    return {rung.person.id: rung for rung in found.rungs}


def test_lopez_alegria_was_ahead_of_kelly_with_twelve_days_to_go(
    catalogue: Catalogue, year: Flight
) -> None:
    rungs = stood(ladder(catalogue, year, US_FLIGHT, NOON, 6))
    rival = rungs["michael-lopez-alegria"]
    assert (rival.rank, rival.gap) == (1, Gap.TO_PASS)
    assert rungs["scott-kelly"].rank == 2
    crossing = next(
        one.milestone.crossing
        for one in read(Mission.of_flight(catalogue, year), NOON).countdowns
        if one.milestone.crossing and one.milestone.crossing.category == US_FLIGHT
    )
    assert NOON + rival.seconds == crossing.at


def test_walz_and_bursch_share_a_rung(catalogue: Catalogue, year: Flight) -> None:
    rungs = stood(ladder(catalogue, year, US_FLIGHT, NOON, 6))
    assert rungs["carl-e-walz"].rank == rungs["daniel-w-bursch"].rank == 5


def test_five_days_after_he_was_passed_lopez_alegria_is_behind(
    catalogue: Catalogue, year: Flight
) -> None:
    rival = stood(ladder(catalogue, year, US_FLIGHT, at("2015-11-03T12:00:00Z"), 6))[
        "michael-lopez-alegria"
    ]
    assert rival.gap is Gap.PASSED
    assert rival.seconds // DAY == 5


def test_kelly_lands_short_of_polyakov(catalogue: Catalogue, year: Flight) -> None:
    rival = stood(ladder(catalogue, year, WORLD_FLIGHT, NOON, 8))["valeri-polyakov"]
    assert rival.gap is Gap.OUT_OF_REACH
    mark = 437 * DAY
    assert mark < rival.seconds + year.span(year.stop.latest).seconds < mark + DAY


def test_kelly_and_kornienko_are_level(catalogue: Catalogue, year: Flight) -> None:
    crewmate = stood(ladder(catalogue, year, WORLD_FLIGHT, NOON, 8))["mikhail-kornienko"]
    assert (crewmate.gap, crewmate.seconds) == (Gap.EQUAL, 0)


def test_nobody_stands_on_a_ladder_before_the_launch(catalogue: Catalogue, year: Flight) -> None:
    assert ladder(catalogue, year, US_FLIGHT, at("1999-01-01"), 6) is None


@pytest.mark.parametrize("room", [1, 2, 3, 5, 8, 50, 5_000])
def test_the_leader_and_the_own_rung_are_always_there(
    catalogue: Catalogue, year: Flight, room: int
) -> None:
    found = ladder(catalogue, year, US_FLIGHT, at("2015-05-01"), room)
    assert found is not None
    assert len(found.rungs) <= max(2, room)
    assert any(rung.gap is Gap.OWN for rung in found.rungs)
    assert room == 1 or found.rungs[0].rank == 1
    ranks = [rung.rank for rung in found.rungs]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("person", ["scott-kelly", "peggy-whitson", "oleg-kononenko"])
@pytest.mark.parametrize("kind", list(Kind))
def test_a_ladder_that_was_moved_is_the_one_found_anew(
    catalogue: Catalogue, person: str, kind: Kind
) -> None:
    flight = catalogue.career(catalogue.people[person])[1]
    category = Category(kind, flight.country.records_with)
    start = Instant(flight.launch.latest + 20 * DAY)
    found = ladder(catalogue, flight, category, start, 9)
    assert found is not None
    for second in (1, 2, 60):
        now = Instant(start + second)
        if now < found.until:
            assert moved(found, flight, now) == ladder(catalogue, flight, category, now, 9)


def rungs_about_who_is_up(catalogue: Catalogue, now: Instant) -> Iterator[tuple[Flight, Ladder]]:
    """Every whole ladder of everybody in orbit."""
    for flight in catalogue.in_orbit(now):
        for category in catalogue.records.categories_of((flight,)):
            found = ladder(catalogue, flight, category, now, 99)
            assert found is not None
            yield flight, found


def seconds_of(flights: tuple[Flight, ...], when: int) -> int:
    instant = Instant(when)
    return Span.total(one.span(instant) for one in flights if one.has_begun(instant)).seconds


@given(scenes(SHORT))
def test_who_is_to_be_passed_or_was_is_level_at_that_very_second(
    scene: tuple[Catalogue, Instant],
) -> None:
    catalogue, now = scene
    for flight, found in rungs_about_who_is_up(catalogue, now):
        own = next(one.flights for one in found.rungs if one.gap is Gap.OWN)
        if found.category.kind is Kind.CAREER:
            own = tuple(one for one in own if one.number <= flight.number)
        for rung in found.rungs:
            if rung.gap is Gap.TO_PASS:
                met = now + rung.seconds
                assert now < met
                assert flight.end is End.OPEN or met <= flight.stop.earliest
            elif rung.gap is Gap.PASSED:
                met = now - rung.seconds
                assert flight.launch.latest <= met < now
            else:
                continue
            if flight.is_up(Instant(met)) or met == flight.stop.earliest:
                assert seconds_of(own, met) == seconds_of(rung.flights, met)
                assert seconds_of(own, met - 1) <= seconds_of(rung.flights, met - 1)


@given(scenes(LONG_AND_VAGUE))
def test_a_ladder_and_the_countdowns_name_the_same_second(
    scene: tuple[Catalogue, Instant],
) -> None:
    catalogue, now = scene
    for flight, found in rungs_about_who_is_up(catalogue, now):
        crossing = climb(catalogue, flight, found.category).next_place(now)
        if crossing is None or (flight.end is not End.OPEN and crossing.met > flight.stop.earliest):
            continue
        if found.category.kind is Kind.FLIGHT:  # a rival may stand on several rungs
            continue
        for rung in found.rungs:
            if rung.person in crossing.passes and rung.gap is Gap.TO_PASS:
                assert now + rung.seconds == crossing.met


def test_a_rival_who_flies_again_before_being_passed_is_met_so_much_later() -> None:
    ann, bea = person("Ann"), person("Bea")
    facts = catalogue_of(
        trip(bea, vehicle("One", "2019-01-01T00:00:00Z", "2019-01-11T00:00:00Z")),
        trip(bea, vehicle("Two", "2020-01-06T00:00:00Z", "2020-01-09T00:00:00Z")),
        trip(ann, vehicle("Long", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z")),
    )
    category = Category(Kind.CAREER, "world")
    (flight,) = facts.career(ann)
    gaps = {}
    for day in ("2020-01-05T00:00:00Z", "2020-01-07T00:00:00Z", "2020-01-10T00:00:00Z"):
        rung = stood(ladder(facts, flight, category, at(day), 9))["bea"]
        gaps[day[:10]] = (rung.gap, rung.seconds // DAY)
    assert gaps == {
        "2020-01-05": (Gap.TO_PASS, 9),  # ten days' lead, and three more that she will fly
        "2020-01-07": (Gap.KEEPS_AHEAD, 5),
        "2020-01-10": (Gap.TO_PASS, 4),
    }


def test_who_was_behind_at_launch_was_not_passed_in_this_flight() -> None:
    ann, bea = person("Ann"), person("Bea")
    facts = catalogue_of(
        trip(bea, vehicle("Early", "2019-12-30T00:00:00Z", "2020-01-03T00:00:00Z")),
        trip(ann, vehicle("Old", "2019-01-01T00:00:00Z", "2019-01-11T00:00:00Z")),
        trip(ann, vehicle("Long", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z")),
    )
    rung = stood(
        ladder(facts, facts.career(ann)[1], Category(Kind.CAREER, "world"), at("2020-01-20"), 9)
    )["bea"]
    assert rung.gap is Gap.BEHIND
