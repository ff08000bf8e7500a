"""A reading that is moved on is the one that would be made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from countdown.core.moments import DAY, Instant
from countdown.core.readings import Mission, read
from countdown.core.steady import Reader, steady_until
from tests.fakes import at
from tests.strategies import LONG_AND_VAGUE, SHORT, catalogues, instants

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Reading

YEAR_OF_KELLY = st.integers(at("2015-03-27"), at("2016-03-03"))


def without_ends(reading: Reading) -> object:
    """A reading but for until when its places hold, which depends on when they were found."""
    return reading._replace(ranks=()), [one[:3] for one in reading.ranks]


def check(reader: Reader, now: int) -> None:
    """Read on from an instant up to the next turn, and past it."""
    anew = again(reader.mission)
    turn = steady_until(anew, read(anew, Instant(now)))
    for step in (now, now + 1, now + (turn - now) // 2, turn - 1, turn, turn + 1):
        expected = read(again(reader.mission), Instant(step))
        assert without_ends(reader.read(Instant(step))) == without_ends(expected)


def again(mission: Mission) -> Mission:
    """The same mission, with nothing kept."""
    return Mission(mission.catalogue, mission.person, mission.flight, mission.planned)


@given(
    catalogues(SHORT) | catalogues(LONG_AND_VAGUE),
    st.lists(instants(LONG_AND_VAGUE) | instants(SHORT), min_size=1, max_size=3),
)
def test_seconds_that_run_on_read_as_if_read_anew(catalogue: Catalogue, walk: list[int]) -> None:
    missions = [Mission.of_person(catalogue, who) for who in catalogue.people.values()]
    missions += [Mission.of_flight(catalogue, flight) for flight in catalogue.flights]
    missions += [Mission.of_plan(catalogue, plan) for plan in catalogue.planned]
    for mission in missions:
        reader = Reader(mission)
        for now in walk:
            check(reader, now)


@settings(max_examples=20)
@given(YEAR_OF_KELLY)
def test_kellys_year_runs_on_as_if_read_anew(catalogue: Catalogue, now: int) -> None:
    check(Reader(Mission.of_person(catalogue, catalogue.people["scott-kelly"])), now)


@settings(max_examples=20)
@given(st.integers(-60 * DAY, 900 * DAY), st.integers(min_value=0))
def test_whoever_is_up_today_runs_on_as_if_read_anew(
    catalogue: Catalogue, later: int, number: int
) -> None:
    today = catalogue.data_date.latest
    up = catalogue.in_orbit(today)
    who = up[number % len(up)].person
    check(Reader(Mission.of_person(catalogue, who)), today + later)


def test_a_reading_of_kelly_runs_on_until_another_day_is_complete(catalogue: Catalogue) -> None:
    mission = Mission.of_person(catalogue, catalogue.people["scott-kelly"])
    noon = at("2015-10-16T12:00:00Z")
    assert steady_until(mission, read(mission, noon)) == at("2015-10-16T19:42:57Z")
