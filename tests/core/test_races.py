"""Races: Kelly against López-Alegría's ghost, and what holds for any two flights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from countdown.core.durations import Span
from countdown.core.flights import End
from countdown.core.moments import DAY, Instant, Moment, Precision, iso
from countdown.core.races import Outcome, default_rival, length_of, race
from countdown.core.readings import Mission
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.strategies import LONG_AND_VAGUE, SHORT, catalogues

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

NOON = at("2015-10-16T12:00:00Z")


def flight_of(catalogue: Catalogue, who: str, vehicle_name: str) -> Flight:
    career = catalogue.career(catalogue.people[who])
    return next(one for one in career if one.up.name == vehicle_name)


def kelly(catalogue: Catalogue) -> Flight:
    return flight_of(catalogue, "scott-kelly", "Soyuz TMA-16M")


def test_kelly_against_lopez_alegrias_ghost_on_day_203(catalogue: Catalogue) -> None:
    rival = flight_of(catalogue, "michael-lopez-alegria", "Soyuz TMA-9")
    found = race(catalogue, kelly(catalogue), rival, NOON)
    assert found.mission_time.nth_day == 203
    assert found.own.at == Moment.exact(NOON)
    expected = rival.launch.earliest + NOON - kelly(catalogue).launch.earliest
    assert found.rival.at == Moment.exact(Instant(expected))
    assert iso(found.rival.at.earliest).startswith("2007-04-08")
    assert found.rival.to_go is not None
    assert (found.rival.to_go.days, found.rival.ago) == (12, None)
    assert found.outcome is Outcome.OWN
    assert found.gets_level
    assert found.level_at == Moment.exact(at("2015-10-29T04:05:19Z"))
    assert found.own.career.days == 382


def test_once_over_a_flight_is_compared_at_its_end(catalogue: Catalogue) -> None:
    rival = flight_of(catalogue, "michael-lopez-alegria", "Soyuz TMA-9")
    found = race(catalogue, kelly(catalogue), rival, at("2020-01-01"))
    assert found.is_over
    assert found.own.at == kelly(catalogue).landing
    assert found.own.ago == Span(0, 0)
    assert found.rival.ago is not None
    assert found.rival.ago.days == 125
    assert found.rival.flown == length_of(rival)


def test_crewmates_with_the_same_landing_are_level_all_the_way(catalogue: Catalogue) -> None:
    mate = flight_of(catalogue, "mikhail-kornienko", "Soyuz TMA-16M")
    found = race(catalogue, kelly(catalogue), mate, NOON)
    assert found.outcome is Outcome.LEVEL
    assert found.own.to_go == found.rival.to_go
    assert found.rival.at == Moment.exact(NOON)


def test_a_rival_known_only_to_the_day_keeps_its_doubt() -> None:
    facts = catalogue_of(
        trip(person("Ada"), vehicle("One", "2020-01-01", "2020-02-01")),
        trip(person("Bob"), vehicle("Two", "2021-01-01T00:00:00Z", "2021-02-01T12:00:00Z")),
    )
    ada, bob = facts.flights
    found = race(facts, bob, ada, at("2021-01-11T00:00:00Z"))
    assert found.rival.at == Moment(at("2020-01-11"), at("2020-01-12"), Precision.DAY)
    assert found.rival.to_go == Span(20 * DAY, 22 * DAY, Precision.DAY)
    assert found.outcome is Outcome.UNSURE
    assert found.gets_level is None


def test_nobody_knows_who_lasts_longer_while_a_return_is_open() -> None:
    facts = catalogue_of(
        trip(person("Ada"), vehicle("One", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z")),
        trip(person("Bob"), vehicle("Two", "2029-12-01T00:00:00Z")),
    )
    ada, bob = facts.flights
    found = race(facts, bob, ada, at("2029-12-11"))
    assert (found.outcome, found.gets_level) == (Outcome.OPEN, None)
    assert found.level_at == Moment.exact(at("2030-01-01"))
    other = race(facts, ada, bob, at("2020-01-11"))
    assert (other.level_at, other.rival.length, other.rival.to_go) == (None, None, None)


def test_the_proposed_rival_is_the_next_of_the_longest(catalogue: Catalogue) -> None:
    flight = kelly(catalogue)
    mission = Mission.of_flight(catalogue, flight)

    def proposed(when: str) -> str:
        rival = default_rival(mission, flight, at(when))
        assert rival is not None
        return rival.person.name

    assert proposed("2015-10-16T12:00:00Z") == "Michael López-Alegría"
    assert proposed("2015-10-29T04:05:20Z") != "Michael López-Alegría"
    assert proposed("2016-03-05") == "Michael López-Alegría"


def test_the_proposed_rival_flew_before_the_flight_ended(catalogue: Catalogue) -> None:
    for flight in catalogue.flights[40::40]:
        mission = Mission.of_flight(catalogue, flight)
        rival = default_rival(mission, flight, at("2026-10-01"))
        assert rival is not None
        assert rival.end is not End.DIED
        assert rival.person != flight.person
        if flight.is_over:
            assert rival.launch.earliest <= flight.stop.latest


def test_gagarin_who_flew_before_all_others_is_raced_by_titov(catalogue: Catalogue) -> None:
    (first, *_) = catalogue.flights
    rival = default_rival(Mission.of_flight(catalogue, first), first, at("1961-05-01"))
    assert rival is not None
    assert rival.person.name == "Gherman Titov"


def test_a_flight_alone_in_its_catalogue_has_no_rival() -> None:
    facts = catalogue_of(
        trip(person("Ada"), vehicle("One", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"))
    )
    (flight,) = facts.flights
    assert default_rival(Mission.of_flight(facts, flight), flight, at("2020-01-05")) is None


@given(st.data())
def test_a_race_looked_at_from_the_other_side_is_the_same(data: DataObject) -> None:
    facts = data.draw(catalogues(SHORT))
    one, other = (data.draw(st.sampled_from(facts.flights)) for _ in range(2))
    now = data.draw(st.integers(one.launch.earliest, one.stop.latest))
    found = race(facts, one, other, Instant(now))
    back = race(facts, other, one, found.rival.at.earliest)
    mirrored = {Outcome.OWN: Outcome.RIVAL, Outcome.RIVAL: Outcome.OWN}
    assert back.outcome is mirrored.get(found.outcome, found.outcome)
    if not found.rival.landed and not other.has_stopped(found.rival.at.earliest):
        assert back.rival.at == found.own.at == Moment.exact(Instant(now))
        assert back.mission_time == found.mission_time
        assert (back.own.to_go, back.rival.to_go) == (found.rival.to_go, found.own.to_go)


@given(st.data())
def test_a_runner_is_either_up_or_down_and_flies_no_longer_than_it_lasts(data: DataObject) -> None:
    facts = data.draw(catalogues(LONG_AND_VAGUE))
    one, other = (data.draw(st.sampled_from(facts.flights)) for _ in range(2))
    now = Instant(data.draw(st.integers(one.launch.earliest, one.stop.latest + DAY)))
    found = race(facts, one, other, now)
    for runner in (found.own, found.rival):
        assert runner.at.earliest <= runner.at.latest
        assert 0 <= runner.flown.seconds <= runner.flown.seconds_max
        if runner.length is None:
            assert runner.to_go is runner.ago is None
        else:
            assert (runner.to_go is None) != (runner.ago is None)
            assert runner.flown.seconds_max <= runner.length.seconds_max
