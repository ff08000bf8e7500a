"""``countdown check`` on users' missions: file, place, value, reason, and the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.flights import Person, Sex
from countdown.data.mission_files import mission_text
from countdown.data.resources import bundled_catalogue
from tests.cli.running import ask
from tests.own import own_mission

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.own_missions import OwnMission


def written(folder: Path, *missions: OwnMission) -> str:
    file = folder / "class.mission"
    file.write_text(mission_text(missions), "utf-8")
    return str(file)


def test_good_missions_and_a_good_catalogue_are_called_good(tmp_path: Path) -> None:
    file = written(tmp_path, own_mission("one"))
    assert ask("check", file, str(bundled_catalogue())).lines == [
        f"{file}: good",
        f"{bundled_catalogue()}: good",
    ]


def test_a_wrong_field_is_told_with_file_place_value_and_reason(tmp_path: Path) -> None:
    file = tmp_path / "class.MISSION"
    mission = '{"id": "a", "title": "A", "stated_on": "2015-13-01"}'
    file.write_text(f'{{"schema": 1, "missions": [{mission}]}}', "utf-8")
    answer = ask("check", str(file))
    assert answer.status == 1
    assert answer.out == (
        f"{file}: missions[0].stated_on: '2015-13-01' must be a date, like 2026-11-28\n"
    )


def test_what_contradicts_the_catalogue_is_told_as_well(tmp_path: Path) -> None:
    somebody = Person("scott-kelly", "Somebody Else", Sex.MALE)
    file = written(tmp_path, own_mission("one", people=(somebody,)))
    answer = ask("check", "--json", file)
    assert answer.status == 1
    assert '"field": "missions[0].people[0].id", "value": "scott-kelly"' in answer.out
    assert '"reason": "is Scott Kelly in the catalogue"' in answer.out


def test_a_file_of_a_newer_app_is_not_called_good(tmp_path: Path) -> None:
    file = tmp_path / "new.mission"
    file.write_text('{"schema": 2, "missions": []}', "utf-8")
    answer = ask("check", str(file))
    assert answer.status == 1
    assert "from a newer version of the app" in answer.out


def test_no_file_is_told(tmp_path: Path) -> None:
    answer = ask("check", str(tmp_path / "none.mission"))
    assert (answer.status, answer.out) == (
        1,
        f"{tmp_path / 'none.mission'}: there is no such file\n",
    )
