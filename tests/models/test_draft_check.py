"""All drafts together, laid over a catalogue."""

from __future__ import annotations

from itertools import count

from countdown.core.own_missions import FlightCorrection, OwnMission, VehicleCorrection
from countdown.models.draft_check import Finding, check_drafts, row_at
from countdown.models.mission_draft import draft_of
from tests.fakes import catalogue_of, person, trip, vehicle
from tests.models.drafts import TODAY, draft
from tests.own import moment, own_mission

ADA, EVE = person("Ada"), person("Eve")
ARK = vehicle("Ark", "2020-01-01T00:00:00Z", "2020-04-10T00:00:00Z")
OPEN = vehicle("Open", "2029-12-01T00:00:00Z")
FACTS = catalogue_of(trip(ADA, ARK), trip(EVE, OPEN))


def checked(*missions: OwnMission) -> list[Finding]:
    keys = count(1)
    drafts = [draft_of(one, keys) for one in missions]
    ids = {one.key: mission.id for one, mission in zip(drafts, missions, strict=True)}
    return list(check_drafts(FACTS, drafts, ids, ids.values(), TODAY).values())


def test_a_landing_of_an_open_flight_stands() -> None:
    landing = FlightCorrection("eve", "open", landing=moment("2030-01-10T12:00Z"))
    (found,) = checked(own_mission("eve", flight_corrections=(landing,)))
    assert found.troubles == {}
    assert found.agreed == frozenset()


def test_a_landing_before_the_launch_is_told_at_its_path() -> None:
    landing = VehicleCorrection("open", landing=moment("2029-11-30"))
    (found,) = checked(own_mission("eve", vehicle_corrections=(landing,)))
    assert found.troubles == {
        "vehicle_corrections[0].landing": "That is not after the launch, 1 Dec 2029, 00:00 UTC"
    }


def test_what_the_catalogue_says_by_now_is_agreed_and_what_it_says_otherwise_is_not() -> None:
    right = VehicleCorrection("ark", landing=moment("2020-04-10"))
    wrong = VehicleCorrection("ark", landing=moment("2020-04-11"))
    (found,) = checked(own_mission("a", vehicle_corrections=(right,)))
    assert found.agreed == {"vehicle_corrections[0].landing"}
    (found,) = checked(own_mission("a", vehicle_corrections=(wrong,)))
    assert found.agreed == frozenset()


def test_another_landing_does_not_agree_on_the_vehicle_nobody_typed() -> None:
    landing = FlightCorrection("ada", "ark", landing=moment("2020-04-11"))
    (found,) = checked(own_mission("a", flight_corrections=(landing,)))
    assert found.agreed == frozenset()


def test_of_two_that_cannot_stand_together_the_later_is_to_mend() -> None:
    first, second = (
        own_mission(name, vehicle_corrections=(VehicleCorrection("ark", landing=moment(day)),))
        for name, day in (("one", "2020-04-11"), ("two", "2020-04-12"))
    )
    found = checked(first, second)
    assert [len(one.troubles) for one in found] == [0, 1]
    assert all(one.mission is not None for one in found)


def test_new_missions_of_one_title_get_ids_of_their_own() -> None:
    drafts = [draft("Ark")._replace(key=key) for key in (1, 2, 3)]
    found = check_drafts(FACTS, drafts, {3: "ark-2"}, {"ark"}, TODAY)
    ids = [one.mission.id for one in found.values() if one.mission]
    assert ids == ["ark-3", "ark-4", "ark-2"]


def test_a_path_leads_to_its_row() -> None:
    typed = draft(people=[{"name": "Ada"}, {"name": "Eve"}])
    found = row_at(typed, "people[1].name")
    assert found is not None
    assert (found[0].value("name"), found[1]) == ("Eve", "name")
    assert row_at(typed, "title") is None
