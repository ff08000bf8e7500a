"""What a pinned window says, and that it says the same when it does not read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.durations import Rule
from countdown.core.falls import fall_in
from countdown.core.flights import End, PlannedLaunch
from countdown.core.manner import Manner
from countdown.core.moments import DAY, HOUR, Instant, Moment
from countdown.core.readings import Mission, read
from countdown.models.manners import take_manner
from countdown.models.pin_words import PinReader, PinWords, line, pin_words
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

PASSES_LOPEZ_ALEGRIA = at("2015-10-29T04:05:19Z")


def year_in_space(catalogue: Catalogue) -> Mission:
    return Mission.of_flight(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])


def words(mission: Mission, when: str | Instant) -> PinWords:
    instant = at(when) if isinstance(when, str) else when
    reading = read(mission, instant, with_ranks=False)
    return pin_words(mission, reading, fall_in(reading))


def shown(said: PinWords) -> str:
    return " ".join(filter(None, (said.days, said.unit, said.clock)))


def test_kelly_on_16_october_2015(catalogue: Catalogue) -> None:
    said = words(year_in_space(catalogue), "2015-10-16T12:00:00Z")
    assert (said.name, said.career) == ("Scott Kelly", "career 382 d")
    assert shown(said) == "202 d 16:17:03"
    assert (said.title, said.figure) == ("Longest flight · United States", "T− 12 d 16:05:19")
    assert said.detail == "passes Michael López-Alegría, 215 d 08:22:22"
    assert said.is_live


@pytest.mark.parametrize(
    ("seconds", "figure"),
    [(-60, "60 s"), (-1, "1 s"), (0, "0 s"), (1, "record, +00:00:01"), (312, "record, +00:05:12")],
)
def test_a_record_falls(catalogue: Catalogue, seconds: int, figure: str) -> None:
    said = words(year_in_space(catalogue), Instant(PASSES_LOPEZ_ALEGRIA + seconds))
    assert (said.title, said.figure) == ("Longest flight · United States", figure)


def test_after_his_landing_it_says_when_that_was(catalogue: Catalogue) -> None:
    said = words(year_in_space(catalogue), "2017-01-01T00:00:00Z")
    assert shown(said) == "340 d 08:42:54"
    assert (said.title, said.figure, said.is_live) == ("Landed", "2 Mar 2016", False)


def test_before_his_launch_it_counts_down_to_that(catalogue: Catalogue) -> None:
    said = words(year_in_space(catalogue), "2015-03-20T12:00:00Z")
    assert shown(said) == "T− 7 d 07:42:57"
    assert (said.title, said.figure) == ("Launch", "27 Mar 2015, 19:42 UTC")


def test_a_death_in_flight_is_told_as_it_was(catalogue: Catalogue) -> None:
    komarov = [one for one in catalogue.flights if one.person.id == "vladimir-komarov"][-1]
    said = words(Mission.of_flight(catalogue, komarov), "2015-10-16T12:00:00Z")
    assert (said.title, said.figure, said.is_live) == ("Died in flight", "24 Apr 1967", False)


def test_a_flight_whose_only_one_it_is_has_no_career_beside_it() -> None:
    catalogue = catalogue_of(trip(person("Ann"), vehicle("Test 1", "2029-12-01T00:00:00Z")))
    said = words(Mission.of_flight(catalogue, catalogue.flights[0]), "2029-12-20T00:00:00Z")
    assert said.career == ""


def test_a_launch_known_to_the_day_shows_no_seconds() -> None:
    catalogue = catalogue_of(
        trip(person("Ann"), vehicle("Test 1", "2029-12-01")), data_date="2029-12-20"
    )
    said = words(Mission.of_flight(catalogue, catalogue.flights[0]), "2029-12-20T00:00:00Z")
    assert shown(said) == "18–19 d"


def test_no_return_announced_is_said_where_nothing_else_comes() -> None:
    catalogue = catalogue_of(trip(person("Ann"), vehicle("Test 1", "2029-12-01T00:00:00Z")))
    mission = Mission.of_flight(catalogue, catalogue.flights[0])
    reading = read(mission, at("2029-12-20T00:00:00Z"))._replace(countdowns=())
    said = pin_words(mission, reading, None)
    assert (said.title, said.figure) == ("Return", "not announced")


def test_what_is_no_longer_confirmed_stands_still_and_says_so() -> None:
    catalogue = catalogue_of(
        trip(person("Ann"), vehicle("Test 1", "2029-12-01T00:00:00Z")), data_date="2029-12-20"
    )
    mission = Mission.of_flight(catalogue, catalogue.flights[0])
    assert words(mission, "2030-02-01T00:00:00Z").doubt == "Unconfirmed since 20 Dec 2029"
    said = words(mission, "2031-02-01T00:00:00Z")
    assert (said.title, said.figure) == ("Landing not confirmed", "facts as of 20 Dec 2029")
    assert said.doubt.startswith("The counters stand still")


def test_a_launch_planned_for_a_month_shows_the_month() -> None:
    plan = PlannedLaunch(
        "soyuz-x", "Soyuz X", "Soyuz", Moment.parse("2030-03", no_earlier_than=True)
    )
    catalogue = catalogue_of(planned=[plan])
    said = words(Mission.of_plan(catalogue, plan), "2029-12-20T00:00:00Z")
    assert (said.days, said.unit, said.clock) == ("March 2030", "", "")
    assert (said.title, said.figure) == ("Launch", "no earlier than March 2030")


def test_the_tray_says_it_in_one_line(catalogue: Catalogue) -> None:
    mission = year_in_space(catalogue)
    told = line(mission, read(mission, at("2015-10-16T12:00:00Z")))
    assert told == "Scott Kelly · 202 d 16:17 · T− 12 d 16:05"
    told = line(mission, read(mission, at("2017-10-16T12:00:00Z")))
    assert told == "Scott Kelly · 340 d 08:42 · Landed"


@st.composite
def starts(draw: st.DrawFn) -> tuple[int, int]:
    """Return a flight's number, and how far a second is from one of its turns."""
    return draw(st.integers(0, 10_000)), draw(st.integers(-3 * HOUR, 3 * HOUR))


@given(
    rule=st.sampled_from(Rule),
    start=starts(),
    turn=st.integers(0, 400),
    steps=st.lists(st.integers(-2, 90), max_size=30),
)
def test_between_two_readings_it_says_what_a_reading_would(
    catalogue: Catalogue, rule: Rule, start: tuple[int, int], turn: int, steps: list[int]
) -> None:
    take_manner(Manner(rule))
    flight = catalogue.flights[start[0] % len(catalogue.flights)]
    mission = Mission.of_flight(catalogue, flight)
    turns = [flight.launch.earliest, flight.launch.latest, flight.stop.latest]
    prospects = mission.prospects(flight)
    ahead = prospects.ahead(flight.launch.earliest)
    turns += [one.at for one in ahead if one.at is not None]
    turns += [Instant(flight.launch.earliest + DAY * day) for day in (1, 10, 11)]
    instant = Instant(turns[turn % len(turns)] + start[1] // 60)
    reader = PinReader(mission)
    for step in steps:
        instant = Instant(instant + step)
        assert reader.words(instant) == words(mission, instant)


def test_it_says_the_same_through_a_whole_day_with_a_record(catalogue: Catalogue) -> None:
    mission = year_in_space(catalogue)
    reader = PinReader(mission)
    for second in range(PASSES_LOPEZ_ALEGRIA - 400, PASSES_LOPEZ_ALEGRIA + HOUR + 200):
        assert reader.words(Instant(second)) == words(mission, Instant(second))


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("turn", ["2015-10-16T00:00:00Z", "2015-10-16T19:42:57Z"])
def test_days_and_dates_turn_in_their_second(catalogue: Catalogue, rule: Rule, turn: str) -> None:
    take_manner(Manner(rule))
    mission = year_in_space(catalogue)
    reader = PinReader(mission)
    for second in range(at(turn) - 70, at(turn) + 70):
        assert reader.words(Instant(second)) == words(mission, Instant(second))


def test_another_rule_leads_and_elapsed_time_runs_below(catalogue: Catalogue) -> None:
    take_manner(Manner(Rule.NTH_DAY))
    said = words(year_in_space(catalogue), "2015-10-16T12:00:00Z")
    assert shown(said) == "203rd day elapsed 202 d 16:17:03"
    assert said.is_apart


def test_who_died_is_never_waited_for(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        if flight.end is End.DIED:
            said = words(Mission.of_flight(catalogue, flight), "2015-10-16T12:00:00Z")
            assert not said.is_live
