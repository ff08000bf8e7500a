"""What users state, laid over a catalogue: it counts like all else, and is known as theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.flights import Country, End, Person, PlannedLaunch, Sex
from countdown.core.moments import DAY, Instant, Moment, iso
from countdown.core.overlays import with_own, with_sound
from countdown.core.own_claims import ConflictKind, OwnFactsError
from countdown.core.own_missions import (
    FlightCorrection,
    OwnFlight,
    OwnHighlight,
    OwnMilestone,
    OwnMission,
    OwnPress,
    OwnVehicle,
    VehicleCorrection,
)
from countdown.core.ownership import Fact, FlightKey
from countdown.core.press import PressCounts, told_with
from countdown.core.readings import Mission, Phase, read
from countdown.core.records import Category, Kind
from tests.fakes import RU, US, at, catalogue_of, person, trip, vehicle, woman
from tests.own import moment, own_mission, some_own_missions
from tests.recount import ranking, total
from tests.strategies import LONG_AND_VAGUE, scenes

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

ADA, BEA, CAL = woman("Ada"), person("Bea"), person("Cal")
OLD = vehicle("Old 1", "2020-01-01T00:00:00Z", "2020-04-10T00:00:00Z")
UP = vehicle("Up 1", "2029-10-01T00:00:00Z")
SOON = PlannedLaunch("soon-1", "Soon 1", "Testcraft", moment("2030-03"))
NOW = at("2030-02-01")


def small() -> Catalogue:
    """Ada was up for 100 days; Bea and Cal are up; a launch is planned."""
    return catalogue_of(
        trip(ADA, OLD),
        trip(BEA, UP, planned="2030-04-01"),
        trip(CAL, UP, country=RU),
        planned=[SOON],
    )


def flight_of(catalogue: Catalogue, who: Person, number: int = -1) -> Flight:
    return catalogue.career(who)[number]


def refused(catalogue: Catalogue, *missions: OwnMission) -> list[tuple[ConflictKind, str, str]]:
    with pytest.raises(OwnFactsError) as caught:
        with_own(catalogue, missions)
    return [(one.kind, one.path, one.other) for one in caught.value.conflicts]


PUPIL = Person("pia-pupil", "Pia Pupil", Sex.FEMALE)
CLASS = own_mission(
    "class",
    people=(PUPIL,),
    vehicles=(OwnVehicle("class-1", "Class 1", "Testcraft", moment("2029-12-01T00:00:00Z")),),
    flights=(OwnFlight("pia-pupil", "class-1", "US"),),
)


def test_nothing_laid_over_changes_nothing() -> None:
    catalogue = small()
    assert with_own(catalogue, []).catalogue is catalogue
    empty = with_own(catalogue, [own_mission("empty")]).catalogue
    assert empty.flights == catalogue.flights
    assert all(one is other for one, other in zip(empty.flights, catalogue.flights, strict=True))
    assert (empty.people, empty.vehicles) == (catalogue.people, catalogue.vehicles)
    assert empty.planned == catalogue.planned


def test_a_pupils_flight_counts_like_any_other() -> None:
    laid = with_own(small(), [CLASS]).catalogue
    reading = read(Mission.of_person(laid, PUPIL), NOW)
    assert reading.phase is Phase.IN_ORBIT
    assert reading.flight_counter.span.days == 62
    women = laid.records.standings(Category(Kind.FLIGHT, "women"), NOW)
    assert [one.person.id for one in women] == ["ada", "pia-pupil"]
    record = next(one for one in reading.countdowns if one.milestone.kind.value == "record")
    assert iso(Instant(record.milestone.at or 0)) == "2030-03-11T00:00:00Z"


def test_what_is_the_users_is_known_as_theirs_and_the_rest_is_shared() -> None:
    catalogue = small()
    laid = with_own(catalogue, [CLASS]).catalogue
    own = laid.own
    assert own.is_own(flight_of(laid, PUPIL))
    assert own.is_own(PUPIL)
    assert own.is_own(laid.vehicles["class-1"])
    assert own.flights[FlightKey("pia-pupil", "class-1")] == "class"
    for who in (ADA, BEA, CAL):
        assert flight_of(laid, who) is flight_of(catalogue, who)
        assert not own.is_own(flight_of(laid, who))
    assert not catalogue.own.is_own(flight_of(laid, PUPIL))


def test_a_landing_that_the_catalogue_lacks_brings_the_whole_crew_home() -> None:
    landing = moment("2030-01-20T10:00:00Z")
    fix = own_mission("fix", vehicle_corrections=(VehicleCorrection("up-1", landing=landing),))
    laid = with_own(small(), [fix]).catalogue
    for who in (BEA, CAL):
        flight = flight_of(laid, who)
        assert (flight.landing, flight.end, flight.planned_return) == (landing, End.LANDED, None)
        facts = {one.fact: (one.own, one.catalogue) for one in laid.own.corrections(flight)}
        assert facts == {Fact.LANDING: (landing, None), Fact.DOWN: ("up-1", None)}
        assert not laid.own.is_own(flight)
    assert laid.in_orbit(NOW) == ()


def test_a_landing_of_one_flight_leaves_the_crewmate_up() -> None:
    landing = moment("2030-01-20T10:00:00Z")
    fix = own_mission("fix", flight_corrections=(FlightCorrection("bea", "up-1", landing=landing),))
    laid = with_own(small(), [fix]).catalogue
    assert flight_of(laid, BEA).landing == landing
    assert flight_of(laid, CAL).landing is None
    assert [one.person.id for one in laid.in_orbit(NOW)] == ["cal"]


def test_a_corrected_landing_moves_the_record_that_hangs_on_it() -> None:
    shorter = moment("2020-04-09T12:00:00Z")
    fix = own_mission("fix", vehicle_corrections=(VehicleCorrection("old-1", landing=shorter),))
    laid = with_own(small(), [fix]).catalogue
    assert flight_of(laid, ADA).span(NOW).seconds == 99 * DAY + DAY // 2
    (said,) = laid.own.corrections(flight_of(laid, ADA))
    assert (said.catalogue, said.mission) == (OLD.landing, "fix")


def test_a_launch_time_can_be_corrected_and_changes_the_flight() -> None:
    later = moment("2029-10-01T00:30:00Z")
    fix = own_mission("fix", vehicle_corrections=(VehicleCorrection("up-1", launch=later),))
    laid = with_own(small(), [fix]).catalogue
    assert {flight_of(laid, who).launch for who in (BEA, CAL)} == {later}
    assert flight_of(laid, BEA).planned_return == moment("2030-04-01")


def test_another_planned_return_or_none_at_all_is_a_correction_of_one_flight() -> None:
    later = moment("2030-09")
    fix = own_mission(
        "fix", flight_corrections=(FlightCorrection("bea", "up-1", planned_return=later),)
    )
    laid = with_own(small(), [fix]).catalogue
    assert flight_of(laid, BEA).planned_return == later
    (said,) = laid.own.corrections(flight_of(laid, BEA))
    assert (said.fact, said.catalogue) == (Fact.PLANNED_RETURN, moment("2030-04-01"))


def test_a_catalogue_launch_without_crew_takes_the_users_crew() -> None:
    crew = own_mission("crew", people=(PUPIL,), flights=(OwnFlight("pia-pupil", "soon-1", "US"),))
    laid = with_own(small(), [crew]).catalogue
    assert laid.planned == ()
    assert flight_of(laid, PUPIL).launch == SOON.launch


def test_the_users_crew_of_a_catalogue_launch_comes_home_with_it() -> None:
    home = moment("2031-03-01T12:00:00Z")
    crew = own_mission(
        "crew",
        people=(PUPIL,),
        flights=(OwnFlight("pia-pupil", "soon-1", "US"),),
        vehicle_corrections=(VehicleCorrection("soon-1", landing=home),),
    )
    laid = with_own(small(), [crew]).catalogue
    flight = flight_of(laid, PUPIL)
    assert (flight.landing, flight.end, flight.down) == (home, End.LANDED, flight.up)


def test_a_landing_brings_home_a_crewmate_of_the_users_too() -> None:
    late = own_mission(
        "late",
        people=(PUPIL,),
        flights=(OwnFlight("pia-pupil", "up-1", "US"),),
        vehicle_corrections=(LANDED,),
    )
    laid = with_own(small(), [late]).catalogue
    assert flight_of(laid, PUPIL).landing == flight_of(laid, BEA).landing == LANDED.landing


def test_a_launch_without_crew_is_waited_for_as_the_catalogues_are() -> None:
    launch = moment("2031-05", no_earlier_than=True)
    plan = own_mission("plan", vehicles=(OwnVehicle("next-1", "Next 1", "Testcraft", launch),))
    laid = with_own(small(), [plan]).catalogue
    assert [one.id for one in laid.planned] == ["soon-1", "next-1"]
    assert laid.own.is_own(laid.planned[1])
    reading = read(Mission.of_plan(laid, laid.planned[1]), NOW)
    assert reading.next_launch == laid.planned[1]
    assert reading.data_date == CLASS.stated_on, "the catalogue's day is that of its own launches"


def test_a_planned_landing_of_the_vehicle_is_that_of_its_crew() -> None:
    home = moment("2030-05-01")
    ship = OwnVehicle(
        "class-1", "Class 1", "T", moment("2029-12-01T00:00:00Z"), planned_landing=home
    )
    laid = with_own(small(), [CLASS._replace(vehicles=(ship,))]).catalogue
    assert flight_of(laid, PUPIL).stop == home


def test_a_statement_newer_than_the_catalogue_is_believed_from_its_own_day() -> None:
    """A flight added to a catalogue that is years old still counts."""
    catalogue = catalogue_of(trip(ADA, OLD), data_date="2021-01-01")
    reading = read(Mission.of_person(with_own(catalogue, [CLASS]).catalogue, PUPIL), NOW)
    assert (reading.phase, reading.unconfirmed) == (Phase.IN_ORBIT, False)
    assert reading.data_date == CLASS.stated_on
    later = at("2031-03-01")
    reading = read(Mission.of_person(with_own(catalogue, [CLASS]).catalogue, PUPIL), later)
    assert reading.phase is Phase.LANDING_UNCONFIRMED


def test_a_launch_years_ahead_is_believed_from_its_launch_on() -> None:
    ship = OwnVehicle("class-1", "Class 1", "T", moment("2034"))
    laid = with_own(small(), [CLASS._replace(vehicles=(ship,))]).catalogue
    flight = flight_of(laid, PUPIL)
    assert flight.launch.latest < flight.stop.earliest
    later = read(Mission.of_person(laid, PUPIL), at("2035-02-01"))
    assert (later.phase, later.unconfirmed) == (Phase.IN_ORBIT, True)


def test_a_country_that_has_not_flown_yet_gets_records_of_its_own() -> None:
    first = CLASS._replace(
        countries=(Country("IE", "Ireland", "IE"),),
        flights=(OwnFlight("pia-pupil", "class-1", "IE"),),
    )
    laid = with_own(small(), [first]).catalogue
    (only,) = laid.records.standings(Category(Kind.FLIGHT, "IE"), NOW)
    assert only.person == PUPIL


def test_the_catalogue_says_so_too_in_the_same_or_in_closer_words() -> None:
    """The user's day is kept no longer once the catalogue has the second."""
    day = own_mission(
        "day", vehicle_corrections=(VehicleCorrection("old-1", landing=moment("2020-04-10")),)
    )
    overlay = with_own(small(), [day])
    (agreed,) = overlay.agreements
    assert agreed.path == "vehicle_corrections[0].landing"
    assert (agreed.own, agreed.catalogue) == ("2020-04-10", "2020-04-10T00:00:00Z")
    assert str(overlay.since) == "2030-01-01"
    assert overlay.catalogue.own.vehicle_corrections == {}
    assert flight_of(overlay.catalogue, ADA) == flight_of(small(), ADA)


def test_a_mission_whose_flight_came_into_the_catalogue_stays_good() -> None:
    known = catalogue_of(
        trip(PUPIL, vehicle("Class 1", "2029-12-01T00:00:00Z", "2030-01-11T00:00:00Z"))
    )
    plan = CLASS._replace(
        flights=(OwnFlight("pia-pupil", "class-1", "US", planned_return=moment("2030-01")),)
    )
    overlay = with_own(known, [plan])
    flight = flight_of(overlay.catalogue, PUPIL)
    assert flight == flight_of(known, PUPIL)
    assert set(overlay.catalogue.own.agreements(flight)) == {
        (Fact.LAUNCH, plan.id),
        (None, plan.id),
        (Fact.PLANNED_RETURN, plan.id),
    }
    assert {one.path for one in overlay.agreements} == {
        "people[0]",
        "vehicles[0].launch",
        "flights[0]",
        "flights[0].planned_return",
    }


def test_a_highlight_a_press_figure_and_a_milestone_are_told_with_the_flight() -> None:
    key = FlightKey("pia-pupil", "class-1")
    told = CLASS._replace(
        highlights=(OwnHighlight("Talks to her old school by radio", moment("2030-01-05"), key),),
        press=(
            OwnPress(
                "pia-pupil", PressCounts.FLIGHT, 36, moment("2030-01-05"), "days", "a paper", key
            ),
        ),
        milestones=(OwnMilestone("School begins", moment("2030-02-10T07:00:00Z")),),
    )
    laid = with_own(small(), [told]).catalogue
    flight = flight_of(laid, PUPIL)
    (highlight,) = laid.highlights(flight)
    assert (highlight.event, highlight.short) == (
        "Talks to her old school by radio",
        "Talks to her old…",
    )
    (figure,) = told_with(laid, flight)
    assert laid.own.told == {highlight: CLASS.id, figure: CLASS.id}
    (milestone,) = laid.own.milestones_of(flight)
    assert milestone == (key, "School begins", moment("2030-02-10T07:00:00Z"), "", CLASS.id, 1)
    assert laid.own.milestones_of(flight_of(laid, BEA)) == ()


LANDED = VehicleCorrection("up-1", landing=moment("2030-01-20"))


@pytest.mark.parametrize(
    ("missions", "found"),
    [
        pytest.param(
            [own_mission("a", people=(Person("ada", "Somebody Else", Sex.FEMALE),))],
            (ConflictKind.TAKEN, "people[0].id", "Ada"),
            id="an own person under a catalogue id",
        ),
        pytest.param(
            [own_mission("a", flights=(OwnFlight("nobody", "up-1", "US"),))],
            (ConflictKind.UNKNOWN_PERSON, "flights[0].person", ""),
            id="nobody",
        ),
        pytest.param(
            [own_mission("a", people=(PUPIL,), flights=(OwnFlight("pia-pupil", "nil", "US"),))],
            (ConflictKind.UNKNOWN_VEHICLE, "flights[0].up", ""),
            id="on nothing",
        ),
        pytest.param(
            [own_mission("a", people=(PUPIL,), flights=(OwnFlight("pia-pupil", "up-1", "XX"),))],
            (ConflictKind.UNKNOWN_COUNTRY, "flights[0].country", ""),
            id="for no country",
        ),
        pytest.param(
            [own_mission("a", flights=(OwnFlight("bea", "soon-1", "US"),))],
            (ConflictKind.OVERLAPS, "flights[0]", "Up 1"),
            id="up again while still up",
        ),
        pytest.param(
            [CLASS._replace(flights=(OwnFlight("pia-pupil", "class-1", "US", down="up-1"),))],
            (ConflictKind.NOT_LANDED, "flights[0].down", "2029-12-01T00:00:00Z"),
            id="down on what is still up",
        ),
        pytest.param(
            [CLASS._replace(flights=(OwnFlight("pia-pupil", "class-1", "US", down="old-1"),))],
            (ConflictKind.NOT_AFTER_LAUNCH, "flights[0].down", "2029-12-01T00:00:00Z"),
            id="down on what had landed before",
        ),
        pytest.param(
            [CLASS._replace(flights=(OwnFlight("pia-pupil", "class-1", "US", died=True),))],
            (ConflictKind.DIED_NOWHERE, "flights[0].died", "2029-12-01T00:00:00Z"),
            id="died nowhere",
        ),
        pytest.param(
            [
                own_mission(
                    "a", vehicle_corrections=(VehicleCorrection("up-1", landing=moment("2029-09")),)
                )
            ],
            (
                ConflictKind.NOT_AFTER_LAUNCH,
                "vehicle_corrections[0].landing",
                "2029-10-01T00:00:00Z",
            ),
            id="a landing before the launch",
        ),
        pytest.param(
            [
                own_mission("a", vehicle_corrections=(LANDED,)),
                own_mission(
                    "b", vehicle_corrections=(LANDED._replace(landing=moment("2030-01-21")),)
                ),
            ],
            (ConflictKind.STATED_TWICE, "vehicle_corrections[0].landing", "2030-01-20"),
            id="two missions correct it differently",
        ),
        pytest.param(
            [
                own_mission(
                    "a", vehicle_corrections=(VehicleCorrection("nil", launch=moment("2030")),)
                )
            ],
            (ConflictKind.UNKNOWN_VEHICLE, "vehicle_corrections[0].vehicle", ""),
            id="a correction of nothing",
        ),
        pytest.param(
            [
                own_mission(
                    "a", vehicle_corrections=(VehicleCorrection("soon-1", landing=moment("2031")),)
                )
            ],
            (ConflictKind.NO_CREW, "vehicle_corrections[0].landing", ""),
            id="a landing of nobody",
        ),
        pytest.param(
            [own_mission("a", flight_corrections=(FlightCorrection("ada", "up-1", died=True),))],
            (ConflictKind.UNKNOWN_FLIGHT, "flight_corrections[0]", ""),
            id="a correction of no flight",
        ),
        pytest.param(
            [
                CLASS._replace(
                    highlights=(
                        OwnHighlight("Early", moment("2020"), FlightKey("pia-pupil", "class-1")),
                    )
                )
            ],
            (ConflictKind.NOT_WITHIN, "highlights[0].moment", ""),
            id="a highlight before the launch",
        ),
        pytest.param(
            [CLASS._replace(milestones=(OwnMilestone("X", moment("2030"), FlightKey("x", "y")),))],
            (ConflictKind.UNKNOWN_FLIGHT, "milestones[0].flight", ""),
            id="a milestone of no flight",
        ),
    ],
)
def test_what_cannot_stand_is_named_with_its_place(
    missions: list[OwnMission], found: tuple[ConflictKind, str, str]
) -> None:
    assert refused(small(), *missions) == [found]


def test_two_missions_that_say_the_same_stand_together() -> None:
    one = own_mission("a", vehicle_corrections=(LANDED,))
    laid = with_own(small(), [one, one._replace(id="b"), CLASS, CLASS._replace(id="again")])
    assert len(laid.catalogue.flights) == 4


def test_a_mission_that_cannot_stand_leaves_the_others_laid() -> None:
    bad = own_mission("bad", people=(Person("ada", "Somebody Else", Sex.FEMALE),))
    twice = own_mission(
        "twice", vehicle_corrections=(LANDED._replace(landing=moment("2030-01-21")),)
    )
    first = own_mission("first", vehicle_corrections=(LANDED,))
    overlay, conflicts = with_sound(small(), [bad, first, CLASS, twice])
    assert [one.mission for one in conflicts] == [0, 3]
    assert flight_of(overlay.catalogue, BEA).landing == moment("2030-01-20")
    assert flight_of(overlay.catalogue, PUPIL).up.id == "class-1"


def test_an_earlier_flight_of_the_users_moves_the_numbers_of_the_later_ones() -> None:
    ship = OwnVehicle(
        "first-1", "First 1", "T", moment("2010-01-01T00:00:00Z"), moment("2010-01-02T00:00:00Z")
    )
    early = own_mission(
        "early", vehicles=(ship,), flights=(OwnFlight("ada", "first-1", "US", down="first-1"),)
    )
    laid = with_own(small(), [early]).catalogue
    assert [(one.up.id, one.number) for one in laid.career(ADA)] == [("first-1", 1), ("old-1", 2)]


@given(st.data())
def test_records_over_laid_flights_are_those_of_a_recount(data: st.DataObject) -> None:
    catalogue, now = data.draw(scenes(LONG_AND_VAGUE))
    missions = data.draw(some_own_missions(catalogue, LONG_AND_VAGUE))
    laid = with_own(catalogue, missions).catalogue
    for kind in Kind:
        for scope in ("world", "women", *laid.records.countries):
            category = Category(kind, scope)
            found = sorted(
                (one.rank, one.person.id, one.span.seconds, one.span.seconds_max)
                for one in laid.records.standings(category, now)
            )
            expected = ranking(laid, category, now)
            assert found == [
                (one.rank, one.person, one.seconds, one.seconds_max) for one in expected
            ]
    for who in laid.people.values():
        span = read(Mission.of_person(laid, who), now).career_counter.span
        assert (span.seconds, span.seconds_max) == total(laid, laid.career(who), now)


@given(st.data())
def test_the_catalogue_below_is_never_changed(data: st.DataObject) -> None:
    catalogue, _ = data.draw(scenes(LONG_AND_VAGUE))
    before = (catalogue.flights, dict(catalogue.vehicles), dict(catalogue.people))
    with_own(catalogue, data.draw(some_own_missions(catalogue, LONG_AND_VAGUE)))
    assert (catalogue.flights, catalogue.vehicles, catalogue.people) == before


def test_a_flight_added_to_the_real_catalogue_takes_a_few_milliseconds_and_a_record(
    catalogue: Catalogue,
) -> None:
    """Up from 2024 to 2027 she would be the first to stay for three years."""
    ship = OwnVehicle(
        "long-1", "Long 1", "T", Moment.parse("2022-01-01"), Moment.parse("2025-03-01")
    )
    long = own_mission(
        "long",
        people=(PUPIL,),
        vehicles=(ship,),
        flights=(OwnFlight("pia-pupil", "long-1", "US", down="long-1"),),
    )
    laid = with_own(catalogue, [long]).catalogue
    for scope in ("world", "women", "US"):
        first = laid.records.standings(Category(Kind.FLIGHT, scope), at("2026-01-01"))[0]
        assert first.person == PUPIL
    assert US.code in laid.countries
