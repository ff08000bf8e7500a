"""The catalogue: who is in it, who was where when, and finding people by what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.catalogue import fold, matches_typed
from countdown.core.errors import (
    AmbiguousLaunchError,
    AmbiguousPersonError,
    UnknownLaunchError,
    UnknownPersonError,
)
from countdown.core.flights import End, PlannedLaunch
from countdown.core.moments import FIRST, Instant, Moment
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.strategies import LONG_AND_VAGUE, scenes

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Person

TODAY = at("2026-11-22")


def test_the_real_catalogue_has_every_orbital_flight(catalogue: Catalogue) -> None:
    assert len(catalogue.people) == 651
    assert len(catalogue.vehicles) == 366
    assert len(catalogue.flights) == 1_426
    assert str(catalogue.data_date) == "2026-10-08"


def test_ten_flights_are_open_on_three_vehicles(catalogue: Catalogue) -> None:
    open_flights = [one for one in catalogue.flights if not one.is_over]
    assert len(open_flights) == 10
    assert {one.up.name for one in open_flights} == {"Shenzhou 23", "Soyuz MS-29", "SpaceX Crew-13"}
    assert {one.end for one in open_flights} == {End.OPEN}


def test_three_launches_are_planned_without_a_crew(catalogue: Catalogue) -> None:
    assert [
        (one.name, str(one.launch), one.launch.no_earlier_than) for one in catalogue.planned
    ] == [
        ("Shenzhou 24", "2026-10", True),
        ("Axiom Mission 5", "2027-01", True),
        ("Soyuz MS-30", "2027-03", False),
    ]


def test_eleven_people_died_in_three_vehicles(catalogue: Catalogue) -> None:
    died = [one for one in catalogue.flights if one.end is End.DIED]
    assert len(died) == 11
    crews = {name: sum(one.up.name == name for one in died) for name in {x.up.name for x in died}}
    assert crews == {"Soyuz 1": 1, "Soyuz 11": 3, "STS-107": 7}


@pytest.mark.parametrize(
    ("now", "count"),
    [
        ("1961-04-12T06:06:59Z", 0),
        ("1961-04-12T06:07:00Z", 1),
        ("1961-04-12T07:54:59Z", 1),
        ("1961-04-12T07:55:59Z", 1),
        ("1961-04-12T07:56:00Z", 0),
        ("2026-11-22", 10),
        ("2027-10-08T00:00:00Z", 10),
        ("2027-10-08T00:00:01Z", 0),
        ("2028-01-01", 0),
    ],
)
def test_so_many_are_in_orbit_at(catalogue: Catalogue, now: str, count: int) -> None:
    assert len(catalogue.in_orbit(at(now))) == count


def test_who_is_in_orbit_today_is_named_the_longest_up_first(catalogue: Catalogue) -> None:
    up = catalogue.in_orbit(TODAY)
    assert [one.person.id for one in up] == [
        "lai-ka-ying",
        "zhang-zhiyuan",
        "zhu-yangzhu",
        "anil-menon",
        "anna-kikina",
        "pyotr-dubrov",
        "jessica-watkins",
        "joshua-kutryk",
        "luke-delaney",
        "sergey-teteryatnikov",
    ]


@given(scenes(LONG_AND_VAGUE))
def test_a_flight_in_progress_is_the_latest_one_launched(scene: tuple[Catalogue, Instant]) -> None:
    catalogue, now = scene
    for who in catalogue.people.values():
        flight, coming = catalogue.flight_at(who, now), catalogue.next_flight(who, now)
        career = catalogue.career(who)
        begun = [one for one in career if one.launch.earliest <= now]
        assert flight == (begun[-1] if begun else None)
        assert coming == (career[len(begun)] if len(begun) < len(career) else None)
        assert [one.number for one in career] == list(range(1, len(career) + 1))
    launched = catalogue.launched_by(now), catalogue.launched_after(now)
    assert launched[0] + launched[1] == catalogue.flights
    assert all(one.launch.earliest <= now for one in launched[0])
    assert all(one.launch.earliest > now for one in launched[1])


@given(scenes(LONG_AND_VAGUE), st.data())
def test_the_same_people_are_in_orbit_as_long_as_it_says(
    scene: tuple[Catalogue, Instant], data: DataObject
) -> None:
    catalogue, now = scene
    since, until = catalogue.steady_around(now)
    assert FIRST <= since <= now < until
    up = catalogue.in_orbit(now)
    for other in (since, until - 1, data.draw(st.integers(since, until - 1))):
        assert catalogue.in_orbit(Instant(other)) == up


def found_by(catalogue: Catalogue, typed: str) -> tuple[Person | None, tuple[Person, ...]]:
    """Who is found, or else who is named instead."""
    try:
        return catalogue.find_person(typed), ()
    except (AmbiguousPersonError, UnknownPersonError) as error:
        return None, error.candidates


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("scott-kelly", "scott-kelly"),
        ("SCOTT-KELLY", "scott-kelly"),
        ("Scott Kelly", "scott-kelly"),
        ("kelly scott", "scott-kelly"),
        ("  scott   kelly ", "scott-kelly"),
        ("shannon lucid", "shannon-w-lucid"),
        ("lopez alegria", "michael-lopez-alegria"),
        ("López-Alegría", "michael-lopez-alegria"),
        ("LOPEZ-ALEGRI\u0301A", "michael-lopez-alegria"),
        ("gagarin", "yuri-gagarin"),
        ("menon anil", "anil-menon"),
    ],
)
def test_a_person_is_found_by_words_of_the_name(catalogue: Catalogue, typed: str, who: str) -> None:
    assert catalogue.find_person(typed).id == who


def test_every_person_is_found_by_id_and_never_taken_for_another(catalogue: Catalogue) -> None:
    for one in catalogue.people.values():
        assert catalogue.find_person(one.id) is one
        found, candidates = found_by(catalogue, one.name)
        assert found is one or one in candidates


def test_a_name_that_several_have_names_them_all(catalogue: Catalogue) -> None:
    with pytest.raises(AmbiguousPersonError) as caught:
        catalogue.find_person("kelly")
    assert {one.id for one in caught.value.candidates} >= {"scott-kelly", "mark-kelly"}
    assert caught.value.query == "kelly"


def test_a_full_name_wins_over_longer_ones() -> None:
    craft = vehicle("Craft", "2020-01-01", "2020-02-01")
    catalogue = catalogue_of(trip(person("Ann Lee"), craft), trip(person("Ann Lee Ray"), craft))
    assert catalogue.find_person("ann lee").name == "Ann Lee"
    assert catalogue.find_person("ray").name == "Ann Lee Ray"


@pytest.mark.parametrize("typed", ["Scot Kely", "padalk", "gagarn"])
def test_a_name_mistyped_brings_the_nearest_ones(catalogue: Catalogue, typed: str) -> None:
    with pytest.raises(UnknownPersonError) as caught:
        catalogue.find_person(typed)
    assert caught.value.candidates


WAITED_FOR = (
    PlannedLaunch("kite-8", "Kite 8", "Kite", Moment.parse("2031-01")),
    PlannedLaunch("kite-8-again", "Kite 8 again", "Kite", Moment.parse("2031-02")),
    PlannedLaunch("ann", "Lark", "Kite", Moment.parse("2031-03")),
    PlannedLaunch("lee", "Finch", "Kite", Moment.parse("2031-03")),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kite-8", "Kite 8"),
        ("KITE-8", "Kite 8"),
        ("kite 8", "Kite 8"),
        ("again kite", "Kite 8 again"),
        ("finch", "Finch"),
        ("ann", "Ann"),
        ("lee", "Finch"),
        ("ray lee", "Ann Lee Ray"),
    ],
)
def test_a_subject_is_a_person_or_a_launch_and_an_id_wins(typed: str, found: str) -> None:
    craft = vehicle("Craft", "2020-01-01", "2020-02-01")
    trips = (trip(person("Ann"), craft), trip(person("Ann Lee Ray"), craft))
    catalogue = catalogue_of(*trips, planned=WAITED_FOR)
    assert catalogue.find_subject(typed).name == found


def test_every_person_is_found_as_a_subject_by_id(catalogue: Catalogue) -> None:
    assert all(catalogue.find_subject(one.id) is one for one in catalogue.people.values())


def test_launches_that_share_a_word_are_all_named() -> None:
    with pytest.raises(AmbiguousLaunchError) as caught:
        catalogue_of(planned=WAITED_FOR).find_subject("8")
    assert [one.id for one in caught.value.candidates] == ["kite-8", "kite-8-again"]


def test_of_a_launch_that_has_a_crew_the_crew_is_named(catalogue: Catalogue) -> None:
    for typed in ("soyuz-tma-16m", "Soyuz TMA-16M"):
        with pytest.raises(UnknownLaunchError) as caught:
            catalogue.find_subject(typed)
        crew = {one.person.id for one in caught.value.crew}
        assert crew == {"scott-kelly", "gennady-padalka", "mikhail-kornienko"}


@pytest.mark.parametrize("typed", ["", " ", "\x00", "zzzzqq", "qq " * 2_000])
def test_what_names_nobody_names_no_launch_either(catalogue: Catalogue, typed: str) -> None:
    with pytest.raises(UnknownLaunchError) as caught:
        catalogue.find_subject(typed)
    assert (caught.value.query, caught.value.crew) == (typed, ())


def test_a_name_mistyped_brings_the_nearest_people_not_launches(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownPersonError):
        catalogue.find_subject("gagarn")


@pytest.mark.parametrize(
    "typed", ["", " ", "-", "\x00", "\u202e", "'", "🚀", "zzzzqq", "qq " * 2_000, "x" * 10_000]
)
def test_what_names_nobody_is_unknown(catalogue: Catalogue, typed: str) -> None:
    with pytest.raises(UnknownPersonError) as caught:
        catalogue.find_person(typed)
    assert caught.value.query == typed


@given(st.text(max_size=30))
def test_any_text_finds_somebody_or_is_refused(catalogue: Catalogue, typed: str) -> None:
    found, candidates = found_by(catalogue, typed)
    assert found is None or not candidates
    assert all(one.id in catalogue.people for one in candidates)


@given(st.text(max_size=30))
def test_a_folded_name_folds_to_itself(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Michael López-Alegría", "michael lopez alegria"),
        ("Mirosław Hermaszewski", "miroslaw hermaszewski"),
        ("O'Connor", "oconnor"),
        ("Jähn  Sigmund", "jahn sigmund"),
        ("𝝖da", "αda"),
    ],
)
def test_names_are_folded_to_what_people_type(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_typing_finds_each_word_by_its_beginning() -> None:
    assert matches_typed("sco kel", "scott kelly")
    assert matches_typed("kel sco", "scott kelly")
    assert matches_typed("", "scott kelly")
    assert not matches_typed("elly", "scott kelly")
