"""Another return: which marks fall, which stand, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.errors import ReturnBeforeLaunchError
from countdown.core.forecasts import forecast
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import DAY, Moment, iso
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.core.what_if import Fate, WhatIf, day_of, days_later, first_return
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.what_if import Mark, Supposition

WORLD_FLIGHT = Category(Kind.FLIGHT, WORLD)
US_FLIGHT = Category(Kind.FLIGHT, "US")


def what_if(facts: Catalogue, who: str) -> WhatIf:
    """Ask about a person's last flight."""
    return WhatIf(facts, facts.career(facts.people[who])[-1])


def mark(found: Supposition, category: Category) -> Mark:
    return next(one for one in found.marks if one.category == category)


def test_kelly_as_he_landed_stays_97_days_short_of_polyakov(catalogue: Catalogue) -> None:
    asked = what_if(catalogue, "scott-kelly")
    landing = asked.flight.landing
    assert landing is not None
    found = asked.suppose(landing)
    world = mark(found, WORLD_FLIGHT)
    assert (world.fate, world.seconds // DAY, world.place) == (Fate.STANDS, 97, 5)
    assert [one.name for one in world.rivals] == ["Valeri Polyakov"]
    assert world.needs_after is not None
    assert iso(world.needs_after)[:10] == "2016-06-07"
    country = mark(found, US_FLIGHT)
    assert (country.fate, country.seconds // DAY, country.place) == (Fate.FALLS, 125, 1)
    assert country.crossing is not None
    assert iso(country.crossing.at) == "2015-10-29T04:05:19Z"
    assert (found.flight.days, found.career.days) == (340, 520)


def test_two_days_after_what_it_takes_the_world_record_falls(catalogue: Catalogue) -> None:
    found = what_if(catalogue, "scott-kelly").suppose(Moment.parse("2016-06-09T14:00:00Z"))
    world = mark(found, WORLD_FLIGHT)
    assert (world.fate, world.seconds // DAY, world.needs_after) == (Fate.FALLS, 2, None)


def test_meir_home_in_mid_february_lands_four_days_short_of_rubio(catalogue: Catalogue) -> None:
    found = what_if(catalogue, "jessica-meir").suppose(Moment.parse("2027-02-15T00:00:00Z"))
    country = mark(found, US_FLIGHT)
    assert (country.fate, country.seconds // DAY) == (Fate.STANDS, 4)
    assert [one.name for one in country.rivals] == ["Frank Rubio"]
    assert mark(found, Category(Kind.FLIGHT, WOMEN)).fate is Fate.FALLS


def test_nobody_was_ahead_of_gagarin(catalogue: Catalogue) -> None:
    asked = what_if(catalogue, "yuri-gagarin")
    assert asked.crossings == ()
    found = asked.suppose(Moment.parse("1961-04-14"))
    assert {one.fate for one in found.marks} == {Fate.OWN}


def test_one_who_is_up_as_well_is_not_gained_on_while_no_return_is_known() -> None:
    ada, bea = person("Ada"), person("Bea")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2029-10-01T00:00:00Z")),
        trip(bea, vehicle("Two", "2029-12-01T00:00:00Z")),
        data_date="2030-01-01",
    )
    found = what_if(facts, "bea").suppose(Moment.parse("2030-06-01T00:00:00Z"))
    world = mark(found, WORLD_FLIGHT)
    assert (world.fate, world.rivals) == (Fate.IN_ORBIT, (ada,))


def test_a_return_known_to_the_day_on_which_a_mark_falls_leaves_it_open() -> None:
    ada, bea = person("Ada"), person("Bea")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T12:00:00Z")),
        trip(bea, vehicle("Two", "2021-01-01T00:00:00Z")),
    )
    asked = what_if(facts, "bea")
    assert mark(asked.suppose(Moment.parse("2021-01-11")), WORLD_FLIGHT).uncertain
    for day in ("2021-01-10", "2021-01-12"):
        assert not mark(asked.suppose(Moment.parse(day)), WORLD_FLIGHT).uncertain


def test_ones_own_mark_stands_as_ones_own_until_one_betters_it() -> None:
    ada = person("Ada")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(ada, vehicle("Two", "2021-01-01T00:00:00Z")),
    )
    asked = what_if(facts, "ada")
    assert mark(asked.suppose(Moment.parse("2021-01-05")), WORLD_FLIGHT).fate is Fate.OWN
    assert mark(asked.suppose(Moment.parse("2021-01-15")), WORLD_FLIGHT).fate is Fate.FALLS


@pytest.mark.parametrize("who", ["scott-kelly", "jessica-meir", "peggy-whitson", "luke-delaney"])
def test_what_falls_is_what_the_forecast_says(catalogue: Catalogue, who: str) -> None:
    asked = what_if(catalogue, who)
    flight = asked.flight
    for days in (10, 220, 440, 900):
        landing = Moment.exact(days_later(flight.launch, days).latest)
        said = forecast(catalogue, flight.person, flight.launch.earliest, landing)
        records = {
            one.crossing.category
            for one in said.crossings
            if one.kind is MilestoneKind.RECORD and one.crossing is not None
        }
        found = asked.suppose(landing)
        assert {one.category for one in found.marks if one.fate is Fate.FALLS} == records
        needs = {one.category: one.needs_return_after for one in said.out_of_reach}
        standing = {Fate.STANDS, Fate.IN_ORBIT}
        assert {one.category: one.needs_after for one in found.marks if one.fate in standing} == (
            needs
        )


def test_a_return_before_the_launch_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(ReturnBeforeLaunchError):
        what_if(catalogue, "scott-kelly").suppose(Moment.parse("2015-03-26"))


def test_returns_move_by_whole_days_from_the_first_midnight_on(catalogue: Catalogue) -> None:
    flight = what_if(catalogue, "scott-kelly").flight
    assert iso(first_return(flight)) == "2015-03-28T00:00:00Z"
    assert str(day_of(at("2016-03-02T04:25:51Z"))) == "2016-03-02"
    assert flight.landing is not None
    assert str(days_later(flight.landing, -2)) == "2016-02-29T04:25:51Z"
