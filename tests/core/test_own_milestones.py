"""The user's own milestones: counted down to among all others, in every phase of a flight."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from countdown.core.flights import Flight, PlannedLaunch
from countdown.core.milestones import MilestoneKind, when_of
from countdown.core.moments import DAY, Instant, Moment, Precision
from countdown.core.overlays import with_own
from countdown.core.own_missions import OwnMilestone
from countdown.core.ownership import FlightKey, key_of
from countdown.core.readings import Mission, Phase, read
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.own import moment, own_mission
from tests.strategies import BASE, LONG_AND_VAGUE, catalogues, known_to

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Reading

ADA = person("Ada")
KEY = FlightKey("ada", "kite-1")
KITE = vehicle("Kite 1", "2029-12-01T00:00:00Z", "2030-03-01T00:00:00Z")
PLAN = PlannedLaunch("kite-9", "Kite 9", "Kite", Moment.parse("2030-06-01T12:00:00Z"))


def laid_over_ada(*milestones: OwnMilestone) -> Catalogue:
    below = catalogue_of(trip(ADA, KITE), planned=(PLAN,))
    return with_own(below, [own_mission("class", milestones=milestones)]).catalogue


def reading_at(catalogue: Catalogue, now: str) -> Reading:
    return read(Mission.of_person(catalogue, ADA), at(now))


def own_titles(reading: Reading) -> list[str]:
    return [one.milestone.title for one in reading.countdowns if one.milestone.own]


SCHOOL = OwnMilestone("School begins", moment("2030-01-07T07:00:00Z"), KEY)
PARTY = OwnMilestone("Party", moment("2030-04-12"), KEY)


def test_an_own_milestone_stands_between_those_of_the_flight_by_time() -> None:
    reading = reading_at(laid_over_ada(SCHOOL), "2030-01-01")
    kinds = [one.milestone.kind for one in reading.countdowns]
    assert kinds.index(MilestoneKind.OWN) < kinds.index(MilestoneKind.RETURN)
    times = [when_of(one.milestone) for one in reading.countdowns]
    assert times == sorted(times)


def test_it_is_the_next_event_when_it_comes_first() -> None:
    event = reading_at(laid_over_ada(SCHOOL), "2030-01-07T06:59:58Z").next_event
    assert event is not None
    assert (event.milestone.title, event.seconds) == ("School begins", 2)


def test_a_second_after_it_has_passed_and_counts_up() -> None:
    catalogue = laid_over_ada(SCHOOL)
    assert own_titles(reading_at(catalogue, "2030-01-07T07:00:00Z")) == ["School begins"]
    reading = reading_at(catalogue, "2030-01-10T07:00:00Z")
    assert own_titles(reading) == []
    (passed,) = reading.own_passed
    assert (passed.seconds, passed.is_past) == (3 * DAY, True)
    assert reading.passed == reading_at(laid_over_ada(PARTY), "2030-01-10T07:00:00Z").passed


def test_a_party_after_the_landing_is_waited_for_from_launch_on() -> None:
    catalogue = laid_over_ada(PARTY)
    for now, phase in (
        ("2029-11-01", Phase.BEFORE_LAUNCH),
        ("2030-01-01", Phase.IN_ORBIT),
        ("2030-03-05", Phase.LANDED),
    ):
        reading = reading_at(catalogue, now)
        assert reading.phase is phase
        assert own_titles(reading) == ["Party"]
    event = reading_at(catalogue, "2030-03-05").next_event
    assert event is not None
    assert event.milestone.title == "Party"


def test_a_launch_without_crew_has_its_own_milestones_too() -> None:
    rollout = OwnMilestone("Roll-out", moment("2030-05-28"), FlightKey("", "kite-9"))
    after = OwnMilestone("Docking", moment("2030-06-02"), FlightKey("", "kite-9"))
    mission = Mission.of_plan(laid_over_ada(rollout, after), PLAN)
    reading = read(mission, at("2030-05-01"))
    assert [one.milestone.kind for one in reading.countdowns] == ["own", "launch", "own"]
    overdue = read(mission, at("2030-06-01T13:00:00Z"))
    assert [one.milestone.title for one in overdue.own_passed] == ["Roll-out"]
    event = overdue.next_event
    assert event is not None
    assert event.milestone.title == "Docking"


def test_a_milestone_of_another_flight_is_not_counted_down_to() -> None:
    bea = person("Bea")
    below = catalogue_of(trip(ADA, KITE), trip(bea, KITE))
    catalogue = with_own(below, [own_mission("class", milestones=(SCHOOL,))]).catalogue
    assert own_titles(read(Mission.of_person(catalogue, bea), at("2030-01-01"))) == []


def test_two_of_one_title_are_told_apart() -> None:
    catalogue = laid_over_ada(SCHOOL, SCHOOL._replace(moment=moment("2030-02")))
    numbers = [one.number for one in catalogue.own.milestones[KEY]]
    assert numbers == [1, 2]


@st.composite
def _with_milestones(draw: DrawFn) -> tuple[Catalogue, Flight, list[OwnMilestone], Instant]:
    below = draw(catalogues(LONG_AND_VAGUE).filter(lambda one: bool(one.flights)))
    flight = draw(st.sampled_from(below.flights))
    instants = st.integers(BASE - 400 * DAY, BASE + 3_000 * DAY)
    precisions = st.sampled_from((Precision.SECOND, Precision.MINUTE, Precision.DAY))
    moments = st.builds(known_to, precisions, instants)
    milestones = draw(
        st.lists(st.builds(OwnMilestone, st.text(), moments, st.just(key_of(flight))), max_size=4)
    )
    return below, flight, milestones, Instant(draw(instants))


@given(_with_milestones())
def test_each_is_counted_down_to_or_has_passed_and_nothing_else_changes(
    case: tuple[Catalogue, Flight, list[OwnMilestone], Instant],
) -> None:
    below, flight, stated, now = case
    laid = with_own(below, [own_mission("class", milestones=tuple(stated))]).catalogue
    reading = read(Mission.of_flight(laid, flight), now)
    coming = [one for one in reading.countdowns if one.milestone.own]
    for found, is_past in ((coming, False), (reading.own_passed, True)):
        expected = sorted(
            (one.title, one.moment) for one in stated if (now > one.moment.latest) is is_past
        )
        told = [(one.milestone.title, one.milestone.moment) for one in found]
        assert sorted(told) == expected
        assert all(one.is_past is is_past for one in found)
        assert all(one.seconds is not None and one.seconds >= 0 for one in found)
    order = [when_of(one.milestone) for one in reading.countdowns]
    assert all(one <= other for one, other in pairwise(order))
    bare = read(Mission.of_flight(below, flight), now)
    others = tuple(one for one in reading.countdowns if not one.milestone.own)
    assert reading._replace(countdowns=others, own_passed=()) == bare
