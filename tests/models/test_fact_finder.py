"""Finding people, vehicles and flights by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.models.fact_finder import FactFinder
from countdown.models.mission_draft import Holds, Part
from tests.models.drafts import draft

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

EMPTY = draft()
FOUND = (Holds.PERSON, Holds.VEHICLE, Holds.FLIGHT)


@pytest.fixture(scope="module")
def finder(catalogue: Catalogue) -> FactFinder:
    return FactFinder(catalogue)


def labels(finder: FactFinder, holds: Holds, typed: str) -> list[str]:
    return [one.label for one in finder.matching(holds, typed, EMPTY, known=False)]


def test_lopez_is_found_without_accents(finder: FactFinder) -> None:
    assert "Michael López-Alegría" in labels(finder, Holds.PERSON, "lopez al")


def test_a_flight_is_found_by_who_and_on_what(finder: FactFinder) -> None:
    assert labels(finder, Holds.FLIGHT, "kelly tma-16m") == ["Scott Kelly · Soyuz TMA-16M · 2015"]


def test_nothing_typed_offers_a_dozen_and_the_newest_flights_first(finder: FactFinder) -> None:
    offered = finder.matching(Holds.FLIGHT, "", EMPTY, known=False)
    assert len(offered) == 12
    newest = finder.catalogue.flights[-1]
    assert offered[0].value == f"={newest.person.id} {newest.up.id}"


@pytest.mark.parametrize("holds", FOUND)
def test_whatever_is_offered_is_meant_by_its_whole_name(finder: FactFinder, holds: Holds) -> None:
    for offered in finder.matching(holds, "", EMPTY, known=True):
        value = finder.value(holds, offered.label.upper(), EMPTY, known=True)
        assert value == offered.value
        assert finder.label(holds, value, EMPTY) == offered.label


@given(typed=st.text(max_size=20), holds=st.sampled_from(FOUND))
def test_what_is_not_found_stays_a_text_and_never_looks_like_a_reference(
    finder: FactFinder, typed: str, holds: Holds
) -> None:
    value = finder.value(holds, typed, EMPTY, known=False)
    assert value == "" or value in typed or value[0] == "="
    if value[:1] in ("=", "~"):
        assert finder.label(holds, value, EMPTY) != value[1:]


def test_a_person_of_the_draft_comes_before_one_of_the_catalogue(finder: FactFinder) -> None:
    typed = draft(people={"name": "Scott Kelly"})
    assert finder.matching(Holds.PERSON, "scott kelly", typed, known=False)[0].value == "~1"
    assert finder.value(Holds.PERSON, "scott kelly", typed, known=False) == "~1"
    assert finder.value(Holds.PERSON, "scott kelly", typed, known=True) == "=scott-kelly"


def test_a_flight_of_the_draft_is_called_by_who_and_on_what(finder: FactFinder) -> None:
    flight = {"person": "=scott-kelly", "up": "~2"}
    typed = draft(flights=flight, vehicles={"name": "Ark 1"})
    assert finder.label(Holds.FLIGHT, "~1", typed) == "Scott Kelly · Ark 1"


def test_two_of_one_name_are_not_chosen_between(finder: FactFinder) -> None:
    twice = draft(people=[{"name": "Jane Doe"}, {"name": "Jane Doe"}])
    assert finder.value(Holds.PERSON, "Jane Doe", twice, known=False) == "Jane Doe"


def test_what_is_gone_is_called_nothing(finder: FactFinder) -> None:
    assert finder.label(Holds.PERSON, "~99", EMPTY) == ""


def test_a_flight_and_a_vehicle_are_found_by_their_values(finder: FactFinder) -> None:
    flight = finder.flight("=scott-kelly soyuz-tma-16m")
    assert flight is not None
    assert finder.vehicle("=soyuz-tma-16m") == flight.up
    assert finder.flight("=scott-kelly gemini-4") is None
    assert finder.vehicle("Ark") is None
    for plan in finder.catalogue.planned:
        assert finder.vehicle(f"={plan.id}") == plan


def test_countries_of_the_draft_follow_those_of_the_catalogue(finder: FactFinder) -> None:
    typed = draft(countries=[{"name": "Ireland", "code": "IE"}, {"name": "Nowhere"}])
    offered = finder.countries(typed)
    assert offered[-1] == ("IE", "Ireland")
    assert [name for _, name in offered[:-1]] == sorted(
        one.name for one in finder.catalogue.countries.values()
    )


def test_a_row_is_found_by_what_any_field_says(finder: FactFinder) -> None:
    one = draft(
        people={"name": "Ada Pupil", "sex": "F"},
        flights=[
            {"person": "~1", "up": "=soyuz-tma-16m"},
            {"person": "=scott-kelly", "up": "Nowhere"},
        ],
    )
    first, second = one.of(Part.FLIGHTS)
    for typed, found in (
        ("pupil", {first.key}),
        ("tma-16m", {first.key}),
        ("kelly nowhere", {second.key}),
        ("ada kelly", set()),
        ("", {first.key, second.key}),
    ):
        assert finder.rows_with(typed, Part.FLIGHTS, one) == found


def test_a_flight_is_called_as_its_people_and_launches_are_by_now(finder: FactFinder) -> None:
    one = draft(
        people={"name": "Ada"}, vehicles={"name": "Ark"}, flights={"person": "~1", "up": "~2"}
    )
    assert finder.label(Holds.FLIGHT, "~3", one) == "Ada · Ark"
    assert finder.label(Holds.FLIGHT, "~3", one.with_value(1, "name", "Eve")) == "Eve · Ark"
    assert finder.label(Holds.FLIGHT, "~3", one) == "Ada · Ark"
