"""Missions from outside beside those that are there: what clashes is asked about."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.merging import Choice, Merge, merge
from countdown.core.overlays import with_own
from countdown.core.own_missions import OwnMilestone, OwnMission, OwnVehicle, id_for
from countdown.core.ownership import FlightKey
from tests.fakes import catalogue_of
from tests.own import mission_sets, moment, own_mission

ONE, TWO, THREE = (own_mission(name) for name in ("one", "two", "three"))
OTHER_TWO = TWO._replace(title="Another", note="text")


def clash() -> Merge:
    return merge((ONE, TWO), (OTHER_TWO, ONE, THREE))


def test_what_is_new_what_is_there_and_what_clashes_are_told_apart() -> None:
    found = clash()
    assert (found.added, found.same) == ((THREE,), (ONE,))
    (two,) = found.clashes
    assert (two.id, two.mine, two.theirs) == ("two", TWO, OTHER_TWO)
    assert two.fields == ("title", "note")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice.MINE, (ONE, TWO, THREE)),
        (Choice.THEIRS, (ONE, OTHER_TWO, THREE)),
        (Choice.BOTH, (ONE, TWO, THREE, OTHER_TWO._replace(id="two-2"))),
    ],
)
def test_a_clash_is_settled_as_it_is_chosen(choice: Choice, expected: tuple[object, ...]) -> None:
    assert clash().merged({"two": choice}) == expected


def test_a_launch_that_two_colleagues_expect_at_other_times_can_be_kept_twice() -> None:
    launch = OwnVehicle("artemis", "Artemis", "Orion", moment("2027-03", no_earlier_than=True))
    party = OwnMilestone("Party", moment("2027-02"), FlightKey("", "artemis"))
    mine = own_mission("class", vehicles=(launch,), milestones=(party,))
    later = launch._replace(launch=moment("2027-04"))
    both = merge((mine,), (mine._replace(vehicles=(later,)),)).merged({"class": Choice.BOTH})
    laid = with_own(catalogue_of(), both).catalogue
    assert [str(one.launch) for one in laid.planned] == ["2027-03", "2027-04"]
    assert [len(laid.own.milestones_of(one)) for one in laid.planned] == [1, 1]


def test_nothing_is_settled_without_a_choice() -> None:
    with pytest.raises(KeyError):
        clash().merged({})


@given(mission_sets())
def test_importing_ones_own_export_changes_nothing(missions: tuple[OwnMission, ...]) -> None:
    found = merge(missions, missions)
    assert (found.added, found.clashes) == ((), ())
    assert found.merged({}) == missions


@given(st.text(max_size=120), st.integers(1, 5))
def test_an_id_is_well_formed_and_new_whatever_the_name(name: str, times: int) -> None:
    taken: set[str] = set()
    for _ in range(times):
        identity = id_for(name, taken)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identity)
        assert len(identity) <= 100
        assert identity not in taken
        taken.add(identity)


def test_ids_are_made_as_the_catalogue_makes_them() -> None:
    assert id_for("Michael López-Alegría", ()) == "michael-lopez-alegria"
    assert id_for("Pia Example", {"pia-example"}) == "pia-example-2"
    assert id_for("小明", ()) == "own"
