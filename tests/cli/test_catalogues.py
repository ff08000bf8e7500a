"""Another catalogue in place of the bundled one: for one answer, or remembered."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from countdown.core.errors import FileProblemsError
from countdown.data.chosen_catalogue import choose, load_chosen, remembered
from countdown.data.resources import bundled_catalogue
from tests.cli.running import NO_SCREEN, ask, start
from tests.data.small import with_change, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path / "small", with_change("catalogue.json", "2026-10-08", "2026-11-01"))


def broken(folder: Path) -> Path:
    return write(folder, with_change("people.tsv", "\tF\t", "\tX\t"))


def data_date(*words: str) -> str:
    date = ask("people", "--json", *words).json["data_date"]
    assert isinstance(date, str)
    return date


def test_a_text_command_reads_the_catalogue_that_is_named_and_remembers_nothing(
    small: Path,
) -> None:
    assert data_date("--catalogue", str(small)) == "2026-11-01"
    assert data_date() == "2026-10-08"
    assert remembered() is None
    told = ask("--catalogue", str(small), "people", "--json", "--at", "2026-11-22").json
    assert [one["name"] for one in told["people"]] == ["Ada Aster"]


def test_an_archive_is_a_catalogue_as_well(small: Path, tmp_path: Path) -> None:
    for kind in ("zip", "gztar"):
        archive = shutil.make_archive(str(tmp_path / kind), kind, small)
        assert data_date("--catalogue", archive) == "2026-11-01"


def test_a_catalogue_with_a_wrong_row_is_not_read_at_all(tmp_path: Path) -> None:
    answer = ask("people", "--catalogue", str(broken(tmp_path / "broken")))
    assert answer.status == 1
    assert answer.complaint == (
        "countdown: people.tsv:2: sex: 'X' must be F or M (and 2 more: countdown check names them)"
    )


@pytest.mark.parametrize("name", ["nowhere", "9" * 10_000, "a\x00b", "\u202e", "\udcff"])
def test_a_catalogue_that_is_not_there_cannot_be_read(name: str) -> None:
    answer = ask("people", "--catalogue", name)
    assert answer.status == 1
    assert len(answer.complaint) < 1_000


def test_a_catalogue_once_chosen_is_used_until_the_bundled_one_is_chosen_again(
    small: Path,
) -> None:
    assert str(choose(str(small)).data_date) == "2026-11-01"
    assert remembered() == small
    assert data_date() == "2026-11-01"
    assert data_date("--catalogue", "bundled") == "2026-10-08"
    assert str(choose("bundled").data_date) == "2026-10-08"
    assert remembered() is None
    assert data_date() == "2026-10-08"


def test_a_broken_catalogue_is_not_chosen_and_the_last_choice_stands(
    small: Path, tmp_path: Path
) -> None:
    choose(str(small))
    with pytest.raises(FileProblemsError):
        choose(str(broken(tmp_path / "broken")))
    assert remembered() == small


def test_a_remembered_catalogue_that_broke_is_named_and_the_bundled_one_used(small: Path) -> None:
    choose(str(small))
    broken(small)
    answer = ask("people", "--json")
    assert answer.status == 0
    assert json.loads(answer.out)["data_date"] == "2026-10-08"
    assert answer.err == (
        f"countdown: {small}: people.tsv:2: sex: 'X' must be F or M; "
        "the bundled catalogue is used\n"
    )
    assert remembered() == small


def test_a_remembered_catalogue_that_is_gone_is_named_as_well(small: Path) -> None:
    choose(str(small))
    shutil.rmtree(small)
    answer = ask("people", "--json")
    assert json.loads(answer.out)["data_date"] == "2026-10-08"
    assert answer.err == (
        f"countdown: {small}: there is no such file or folder; the bundled catalogue is used\n"
    )


@pytest.mark.parametrize(
    "nonsense",
    ["", "[]", "null", "{}", '{"path": 3}', '{"path": ""}', "{", "\x00", '"' * 9_000, "[" * 90_000],
)
def test_a_pointer_that_says_nothing_points_to_the_bundled_catalogue(
    nonsense: str, preferences: Path
) -> None:
    pointer = preferences / "mission-countdown" / "catalogue.json"
    pointer.parent.mkdir(parents=True)
    pointer.write_text(nonsense, encoding="utf-8")
    catalogue, wrong = load_chosen()
    assert (str(catalogue.data_date), wrong) == ("2026-10-08", None)


def test_a_choice_that_cannot_be_written_down_is_refused(small: Path, preferences: Path) -> None:
    preferences.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(FileProblemsError) as caught:
        choose(str(small))
    assert caught.value.problems[0].reason.startswith("cannot be written: ")
    assert data_date() == "2026-10-08"
    assert str(choose("bundled").data_date) == "2026-10-08"


@NO_SCREEN
def test_the_window_remembers_the_catalogue_it_was_started_with(small: Path) -> None:
    first = start("--catalogue", str(small), "--at", "2026-11-22")
    assert first.status == 0
    assert "Ada Aster" in first.out
    assert remembered() == small
    start("--catalogue", "bundled")
    assert remembered() is None


def test_the_bundled_catalogue_is_good() -> None:
    assert ask("check", str(bundled_catalogue())).status == 0
