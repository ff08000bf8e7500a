"""Missions while they are typed: out of files, changed row by row, copied."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given

from countdown.core.flights import Person, Sex
from countdown.core.own_missions import OwnFlight, OwnMilestone, OwnMission, OwnVehicle
from countdown.core.ownership import FlightKey
from countdown.models.mission_draft import FORMS, MOMENTS, TYPES, ZONE, Part, Row, copied, draft_of
from countdown.models.mission_stating import state
from tests.models.drafts import draft, stated
from tests.own import missions, moment, own_mission

ARK = own_mission(
    "ark",
    people=(Person("jane-doe", "Jane Doe", Sex.FEMALE),),
    vehicles=(OwnVehicle("ark-1", "Ark 1", "Ark", moment("2027-03", no_earlier_than=True)),),
    flights=(OwnFlight("jane-doe", "ark-1", "US"),),
    milestones=(OwnMilestone("Half", moment("2028"), FlightKey("jane-doe", "ark-1")),),
)


@given(missions())
def test_any_mission_that_was_not_touched_is_stated_as_it_was_kept(mission: OwnMission) -> None:
    again = state(draft_of(mission, count(1)), mission.id, mission.stated_on)
    assert again.troubles == {}
    assert again.mission == mission


@pytest.mark.parametrize("part", Part)
def test_every_field_is_one_of_its_statement(part: Part) -> None:
    known = set(TYPES[part]._fields) | {"flight"}
    assert {field.name for field in FORMS[part]} <= known


def test_no_earlier_than_march_2027_is_typed_as_people_type_it() -> None:
    (vehicle,) = draft_of(ARK, count(1)).of(Part.VEHICLES)
    assert vehicle.value("launch") == "NET 2027-03"
    assert vehicle.value("launch" + ZONE) == "UTC"
    assert vehicle.value("landing") == ""


def test_a_flight_follows_its_person_when_she_is_renamed() -> None:
    keys = count(1)
    typed = draft_of(ARK, keys)
    (jane,) = typed.of(Part.PEOPLE)
    fresh = typed.without_row(jane.key).with_row(Part.PEOPLE, Row(jane.key, jane.values))
    renamed = fresh.with_value(jane.key, "name", "Jane Roe")
    mission = stated(renamed).mission
    assert mission is not None
    assert mission.people[0].id == "jane-roe"
    assert mission.flights[0].person == "jane-roe"
    assert mission.milestones[0].flight == FlightKey("jane-roe", "ark-1")


def test_a_row_that_is_removed_leaves_the_others_alone() -> None:
    two = draft(people=[{"name": "Ada"}, {"name": "Eve"}])
    assert [row.value("name") for row in two.without_row(1).of(Part.PEOPLE)] == ["Eve"]
    with pytest.raises(KeyError):
        two.without_row(1).row(1)


def test_a_copy_says_the_same_of_people_and_vehicles_of_its_own() -> None:
    keys = count(1)
    first = draft_of(ARK, keys)
    second = copied(first, "Another ark", keys)
    ids = {row.key for one in (first, second) for rows in one.rows.values() for row in rows}
    assert len(ids) == 8
    mission = stated(second).mission
    assert mission is not None
    assert mission.title == "Another ark"
    assert mission._replace(title=ARK.title, stated_on=ARK.stated_on) == ARK


def test_what_a_moment_is_typed_into_has_a_zone_beside_it() -> None:
    typed = draft_of(ARK, count(1))
    for part, fields in FORMS.items():
        for row in typed.of(part):
            moments = {field.name for field in fields if field.holds in MOMENTS}
            zoned = {name.removesuffix(ZONE) for name in row.values if name.endswith(ZONE)}
            assert zoned <= moments
