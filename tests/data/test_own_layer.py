"""The user's missions over the catalogue, as a start of the app lays them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.ownership import NOTHING_OWN
from countdown.data.mission_files import mission_text
from countdown.data.own_layer import lay_own
from tests.fakes import catalogue_of, person, trip, vehicle
from tests.own import own_flyer

if TYPE_CHECKING:
    from pathlib import Path

BELOW = catalogue_of(trip(person("Ann"), vehicle("Test 1", "2026-10-01T00:00:00Z")))

PIA = own_flyer("Pia")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "missions.mission"


def test_without_a_file_the_catalogue_is_left_as_it_is(file: Path) -> None:
    assert lay_own(BELOW, file).catalogue is BELOW
    assert lay_own(BELOW, file / "in a file").catalogue is BELOW
    assert BELOW.own is NOTHING_OWN


def test_who_flies_in_a_mission_of_ones_own_is_in_the_catalogue(file: Path) -> None:
    file.write_text(mission_text((PIA,)), encoding="utf-8")
    laid = lay_own(BELOW, file)
    assert laid.catalogue.people["pia"].name == "Pia"
    assert (laid.missions, laid.problems) == ((PIA,), ())
    assert "pia" not in BELOW.people


def test_a_damaged_file_is_told_of_and_left_where_it_is(file: Path) -> None:
    file.write_text("{", encoding="utf-8")
    laid = lay_own(BELOW, file)
    assert laid.catalogue is BELOW
    assert "is not JSON" in laid.problems[0].reason
    assert file.read_text(encoding="utf-8") == "{"


def test_a_mission_that_cannot_stand_is_left_out_and_the_others_are_laid(file: Path) -> None:
    bad = own_flyer("Zoe", flown_by="nobody")
    file.write_text(mission_text((bad, PIA)), encoding="utf-8")
    laid = lay_own(BELOW, file)
    assert "pia" in laid.catalogue.people
    assert laid.missions == (bad, PIA)
    assert [one.field for one in laid.problems] == ["missions[0].flights[0].person"]
