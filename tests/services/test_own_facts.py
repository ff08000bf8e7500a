"""The user's missions while the app runs: kept on disk, and laid over the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.keeping import Cause
from countdown.data.mission_files import load_missions, mission_text
from countdown.data.own_layer import lay_own
from countdown.services.own_facts import OwnFacts
from tests.fakes import FakeClock, catalogue_of, person, trip, vehicle
from tests.own import own_flyer, own_mission

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from countdown.core.catalogue import Catalogue

BELOW = catalogue_of(trip(person("Ann"), vehicle("Test 1", "2026-10-01T00:00:00Z")))
TITLED = own_mission("titled")

PIA, ZOE = own_flyer("Pia"), own_flyer("Zoe")


class Home:
    """A folder, and the app's view of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "missions.mission"
        self.own = self.view()
        self.shown: list[Catalogue] = []
        self.own.changed.connect(self.shown.append)

    def view(self) -> OwnFacts:
        """How another start of the app sees it."""
        return OwnFacts(BELOW, self.folder, FakeClock(), lay_own(BELOW, self.file))

    def write(self, text: str) -> None:
        self.folder.mkdir(exist_ok=True)
        self.file.write_text(text, encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path / "kept")
    yield home
    home.own.deleteLater()


def test_a_saved_mission_is_on_disk_and_in_the_catalogue_that_all_are_told_of(home: Home) -> None:
    assert home.own.save([PIA]) is None
    assert load_missions(home.file).missions == (PIA,)
    (shown,) = home.shown
    assert shown is home.own.catalogue
    assert "pia" in shown.people


def test_what_was_laid_at_the_start_is_not_told_of_again(home: Home) -> None:
    home.write(mission_text((PIA,)))
    again = home.view()
    told: list[Catalogue] = []
    again.changed.connect(told.append)
    assert "pia" in again.catalogue.people
    assert again.open() is None
    assert told == []


def test_where_nothing_was_ever_kept_nothing_is_made(home: Home) -> None:
    assert not home.own.exist
    assert home.own.open() is None
    assert not home.folder.exists()


def test_what_another_program_saved_is_never_written_over(home: Home) -> None:
    home.own.save([PIA])
    home.write(mission_text((ZOE,)))
    trouble = home.own.save([PIA, TITLED])
    assert trouble is not None
    assert trouble.cause is Cause.CHANGED
    assert home.own.missions == (ZOE,)
    assert load_missions(home.file).missions == (ZOE,)
    assert home.own.save([ZOE, PIA]) is None, "who has seen it may save"


def test_a_change_by_another_program_is_noticed_and_read_when_it_is_wanted(
    home: Home, qtbot: QtBot
) -> None:
    home.own.save([PIA])
    with qtbot.waitSignal(home.own.found_changed):
        home.write(mission_text((ZOE,)))
    assert home.own.missions == (PIA,)
    assert home.own.take_over() is None
    assert "zoe" in home.own.catalogue.people
    assert "pia" not in home.own.catalogue.people


def test_the_first_missions_of_another_program_are_noticed_too(home: Home, qtbot: QtBot) -> None:
    home.own.open()
    with qtbot.waitSignal(home.own.found_changed, timeout=5000):
        home.write(mission_text((ZOE,)))


def test_a_change_is_told_once_and_what_we_save_ourselves_is_none(home: Home) -> None:
    told: list[bool] = []
    home.own.found_changed.connect(lambda: told.append(True))
    home.own.save([PIA])
    home.own.look()
    assert told == []
    home.write(mission_text((ZOE,)))
    for _ in range(2):
        home.own.look()
    assert told == [True]


def test_a_damaged_file_is_put_aside_and_its_last_good_version_comes_back(home: Home) -> None:
    home.own.save([PIA])
    home.own.save([PIA, ZOE])
    home.write("{")
    again = home.view()
    assert "pia" not in again.catalogue.people
    trouble = again.open()
    assert trouble is not None
    assert (trouble.cause, trouble.backup) == (Cause.DAMAGED, 1)
    assert (home.folder / trouble.kept).read_text(encoding="utf-8") == "{"
    assert again.restore_backup() is None
    assert again.missions == (PIA,)
    assert load_missions(home.file).missions == (PIA,)


def test_a_file_that_is_gone_is_told_of(home: Home) -> None:
    home.own.save([PIA])
    home.own.save([])
    home.file.unlink()
    assert home.own.exist
    again = home.view()
    trouble = again.open()
    assert trouble is not None
    assert (trouble.cause, trouble.backup) == (Cause.GONE, 1)


def test_a_file_of_a_newer_app_is_shown_and_never_written(home: Home) -> None:
    newer = mission_text((PIA,)).replace('"schema": 1', '"schema": 2')
    home.write(newer)
    again = home.view()
    trouble = again.open()
    assert "pia" in again.catalogue.people
    assert trouble is not None
    assert trouble.cause is Cause.NEWER
    trouble = again.save([ZOE])
    assert trouble is not None
    assert trouble.cause is Cause.NEWER
    assert home.file.read_text(encoding="utf-8") == newer


def test_a_folder_that_cannot_be_made_is_told_of_and_nothing_changes(home: Home) -> None:
    home.folder.write_text("a file in the way", encoding="utf-8")
    trouble = home.own.save([PIA])
    assert trouble is not None
    assert trouble.cause is Cause.OTHER
    assert trouble.detail
    assert home.own.missions == ()
    assert home.shown == []
