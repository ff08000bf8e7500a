"""Text commands over the user's missions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.data.mission_files import mission_text
from tests.cli.running import ask
from tests.own import own_flyer

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.own_missions import OwnMission


@pytest.fixture
def file(preferences: Path) -> Path:
    """Return the file of the user's missions, in a folder that is there."""
    folder = preferences.parent / "data" / "mission-countdown"
    folder.mkdir(parents=True)
    return folder / "missions.mission"


def keep(file: Path, *missions: OwnMission) -> None:
    file.write_text(mission_text(missions), encoding="utf-8")


def test_somebody_of_ones_own_is_found_and_counted(file: Path) -> None:
    keep(file, own_flyer("Pia"))
    status = ask("status", "pia", "--json").json
    assert status["counters"]["flight"]["text"] == "21d 12:00:00"
    assert status["data_date"] == "2030-01-02", "the day that the user's mission is stated on"
    assert "facts as of 2030-01-02" in ask("status", "pia").lines[0]
    assert "pia" in [one["id"] for one in ask("people", "--json").json["people"]]


def test_a_catalogue_that_is_named_is_read_by_itself(file: Path) -> None:
    keep(file, own_flyer("Pia"))
    complaint = ask("status", "pia", "--catalogue", "bundled").complaint
    assert "nobody called 'pia'" in complaint


def test_missions_that_cannot_be_used_are_left_out_and_told_of(file: Path) -> None:
    keep(file, own_flyer("Pia", flown_by="nobody-known"))
    answer = ask("status", "scott-kelly")
    assert answer.status == 0
    assert answer.out
    assert "missions[0].flights[0].person: 'nobody-known'" in answer.err
    assert "left out" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_damaged_file_is_told_of_and_stays(file: Path) -> None:
    file.write_text("{", encoding="utf-8")
    answer = ask("people")
    assert answer.status == 0
    assert "is not JSON" in answer.err
    assert file.read_text(encoding="utf-8") == "{"
