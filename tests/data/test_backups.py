"""Everything in one file, and back again: all of it or nothing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from countdown.core.errors import FileProblemsError
from countdown.data.backups import SETTINGS, Backups, read_backup
from countdown.data.mission_files import mission_text
from countdown.data.mission_store import MissionStore, StoreError
from countdown.data.user_folders import MISSIONS
from tests.fakes import FakeClock
from tests.own import own_mission

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ONE, TWO = own_mission("one"), own_mission("two")


class Home:
    """A user's folders."""

    def __init__(self, folder: Path) -> None:
        self.store = MissionStore(folder / "data", FakeClock())
        self.settings = folder / "config" / "settings.ini"
        self.settings.parent.mkdir(parents=True)
        self.backups = Backups(self.store, self.settings)
        self.archive = folder / "all.zip"

    def holds(self) -> tuple[list[str], str]:
        return [one.id for one in self.store.load().missions], self.settings.read_text("utf-8")

    def files(self) -> list[str]:
        folders = (self.store.file.parent, self.settings.parent)
        return sorted(one.name for folder in folders for one in folder.iterdir())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.store.save((ONE,), home.store.load())
    home.settings.write_text("[look]\ntheme=light\n", "utf-8")
    home.backups.write(home.archive)
    home.store.save((ONE, TWO), home.store.load())
    home.settings.write_text("[look]\ntheme=dark\n", "utf-8")
    return home


def packed(archive: Path, files: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(archive, "w") as bundle:
        for name, text in files.items():
            bundle.writestr(name, text)
    return archive


def test_missions_and_settings_come_back_together(home: Home) -> None:
    backup = read_backup(home.archive)
    assert [one.id for one in backup.missions] == ["one"]
    home.backups.restore(backup)
    assert home.holds() == (["one"], "[look]\ntheme=light\n")
    assert home.files() == ["missions.mission", "missions.mission.bak", "settings.ini"]


def test_what_was_there_before_a_restore_is_the_backup_of_the_store(home: Home) -> None:
    home.backups.restore(read_backup(home.archive))
    assert home.store.backup.read_text("utf-8") == mission_text((ONE, TWO))


def test_a_user_without_missions_can_be_backed_up_and_restored(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.settings.write_text("[look]\n", "utf-8")
    home.backups.write(home.archive)
    home.store.save((ONE,), home.store.load())
    home.backups.restore(read_backup(home.archive))
    assert home.holds() == ([], "[look]\n")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({SETTINGS: "[look]"}, "the missions are missing"),
        ({MISSIONS: "{", SETTINGS: "[look]"}, "is not JSON"),
        ({MISSIONS: '{"schema": 9, "missions": []}'}, "from a newer version"),
    ],
)
def test_what_is_no_good_backup_is_refused_before_anything_changes(
    home: Home, files: Mapping[str, str], reason: str
) -> None:
    with pytest.raises(FileProblemsError, match=reason):
        read_backup(packed(home.archive, files))
    assert home.holds()[0] == ["one", "two"]


def test_an_archive_that_is_none_is_refused(home: Home) -> None:
    home.archive.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(FileProblemsError):
        read_backup(home.archive)


def test_where_one_file_cannot_be_written_none_is(home: Home) -> None:
    """Where the settings should be put down there is a folder in the way."""
    backup = read_backup(home.archive)
    home.settings.with_name("settings.ini.restored").mkdir()
    with pytest.raises(StoreError):
        home.backups.restore(backup)
    assert home.holds() == (["one", "two"], "[look]\ntheme=dark\n")
    assert not home.store.file.with_name("missions.mission.restored").exists()


def test_a_crash_before_the_mark_leaves_all_as_it_was(home: Home) -> None:
    staged = home.store.file.with_name("missions.mission.restored")
    staged.write_text(mission_text((ONE,)), "utf-8")
    home.backups.settle()
    assert home.holds()[0] == ["one", "two"]
    assert not staged.exists()


def test_a_crash_behind_the_mark_is_finished_at_the_next_start(home: Home) -> None:
    staged = home.settings.with_name("settings.ini.restored")
    staged.write_text("[look]\ntheme=light\n", "utf-8")
    home.store.file.with_name("restoring").write_bytes(b"")
    home.backups.settle()
    assert home.holds() == (["one", "two"], "[look]\ntheme=light\n")
    assert home.files() == ["missions.mission", "missions.mission.bak", "settings.ini"]


def test_a_backup_that_cannot_be_written_is_told(home: Home, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        home.backups.write(tmp_path)
