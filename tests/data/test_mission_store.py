"""The store of missions: no good version is lost, and none is written over unseen."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest

from countdown.core.errors import FileProblemsError
from countdown.data.mission_files import MAX_BYTES, mission_text
from countdown.data.mission_store import (
    Cause,
    ChangedOnDiskError,
    MissionStore,
    ReadOnlyError,
    StoreError,
)
from tests.fakes import FakeClock
from tests.own import own_mission

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.own_missions import OwnMission

ONE, TWO, THREE = (own_mission(name) for name in ("one", "two", "three"))


@pytest.fixture
def store(tmp_path: Path) -> MissionStore:
    return MissionStore(tmp_path / "data", FakeClock("2026-11-28T15:20:45Z"))


def names(store: MissionStore) -> list[str]:
    return sorted(one.name for one in store.file.parent.iterdir())


def saved(store: MissionStore, *missions: OwnMission) -> None:
    store.save(missions, store.load())


def test_a_first_start_has_no_missions_and_makes_no_files(store: MissionStore) -> None:
    assert store.load() == ((), None, False, None)
    assert not store.file.parent.exists()


def test_what_is_saved_is_there_at_the_next_start(store: MissionStore, tmp_path: Path) -> None:
    saved(store, ONE, TWO)
    again = MissionStore(tmp_path / "data", FakeClock())
    assert again.load().missions == (ONE, TWO)
    assert names(store) == ["missions.mission"]


def test_the_version_before_the_last_save_is_kept(store: MissionStore) -> None:
    saved(store, ONE)
    saved(store, ONE, TWO)
    assert names(store) == ["missions.mission", "missions.mission.bak"]
    assert store.backup.read_text("utf-8") == mission_text((ONE,))


def test_saving_the_same_again_writes_nothing(store: MissionStore) -> None:
    saved(store, ONE)
    saved(store, ONE, TWO)
    before = store.file.stat().st_mtime_ns
    saved(store, ONE, TWO)
    assert store.file.stat().st_mtime_ns == before
    assert store.backup.read_text("utf-8") == mission_text((ONE,))


def test_a_damaged_file_is_kept_and_told_and_its_backup_offered(store: MissionStore) -> None:
    saved(store, ONE)
    saved(store, ONE, TWO)
    store.file.write_bytes(b'{"schema": 1, "missions": [')
    stored = store.load()
    assert stored.missions == ()
    assert stored.trouble is not None
    kept = store.file.with_name("missions.mission.corrupt-20261128T152045Z")
    assert stored.trouble.kept == kept
    assert kept.read_bytes() == b'{"schema": 1, "missions": ['
    assert stored.trouble.backup == (ONE,)
    assert "is not JSON" in stored.trouble.problems[0].reason
    store.save(stored.trouble.backup, stored)
    assert store.load().missions == (ONE,)


def test_a_second_damaged_file_of_the_same_second_is_kept_too(store: MissionStore) -> None:
    for content in (b"first", b"second"):
        store.file.parent.mkdir(exist_ok=True)
        store.file.write_bytes(content)
        store.load()
    kept = sorted(one.read_bytes() for one in store.file.parent.glob("*.corrupt-*"))
    assert kept == [b"first", b"second"]


def test_a_file_that_is_gone_has_its_backup_offered(store: MissionStore) -> None:
    saved(store, ONE)
    saved(store, TWO)
    store.file.unlink()
    stored = store.load()
    assert stored.trouble == ((), None, (ONE,))


def test_a_file_of_a_newer_app_is_read_and_never_written(store: MissionStore) -> None:
    newer = json.loads(mission_text((ONE,)))
    newer |= {"schema": 2, "more": True}
    store.file.parent.mkdir()
    store.file.write_text(json.dumps(newer), "utf-8")
    stored = store.load()
    assert (stored.missions, stored.is_newer) == ((ONE,), True)
    with pytest.raises(ReadOnlyError):
        store.save((TWO,), stored)
    assert json.loads(store.file.read_text("utf-8")) == newer


def test_a_newer_file_that_is_not_understood_is_no_damaged_one(store: MissionStore) -> None:
    store.file.parent.mkdir()
    store.file.write_text('{"schema": 2, "missions": {"by": "name"}}', "utf-8")
    stored = store.load()
    assert stored.is_newer
    assert stored.trouble is not None
    assert stored.trouble.problems[0].field == "schema"
    assert names(store) == ["missions.mission"]
    with pytest.raises(ReadOnlyError):
        store.save((TWO,), stored)


def test_what_another_process_has_saved_is_not_written_over(store: MissionStore) -> None:
    saved(store, ONE)
    mine = store.load()
    saved(store, ONE, TWO)
    assert not store.is_still(mine)
    with pytest.raises(ChangedOnDiskError) as caught:
        store.save((ONE, THREE), mine)
    error = caught.value
    assert (error.ours, error.theirs.missions) == ((ONE, THREE), (ONE, TWO))
    assert store.load().missions == (ONE, TWO)
    merged = store.save((ONE, TWO, THREE), error.theirs)
    assert store.is_still(merged)
    assert store.load().missions == (ONE, TWO, THREE)


def test_a_file_that_another_process_made_first_is_not_written_over(store: MissionStore) -> None:
    nothing = store.load()
    saved(store, ONE)
    with pytest.raises(ChangedOnDiskError):
        store.save((TWO,), nothing)


def test_a_file_damaged_by_another_program_is_put_aside_at_the_next_save(
    store: MissionStore,
) -> None:
    saved(store, ONE)
    mine = store.load()
    store.file.write_bytes(b"x" * (MAX_BYTES + 10))
    with pytest.raises(ChangedOnDiskError) as caught:
        store.save((TWO,), mine)
    assert caught.value.theirs.trouble is not None
    assert caught.value.theirs.trouble.kept is not None
    store.save((TWO,), caught.value.theirs)
    assert store.load().missions == (TWO,)


def test_more_than_a_file_may_hold_is_refused_and_the_old_one_stays(store: MissionStore) -> None:
    saved(store, ONE)
    many = tuple(own_mission(f"m-{n}", note="x" * 10_000) for n in range(110))
    with pytest.raises(FileProblemsError, match="larger than 1 MiB"):
        saved(store, *many)
    assert store.load().missions == (ONE,)


def test_what_a_killed_process_left_lying_is_cleared_away(store: MissionStore) -> None:
    saved(store, ONE)
    for name in ("missions.missionab12.tmp", "missions.mission.bakx.tmp"):
        store.file.with_name(name).write_bytes(b"half")
    store.file.with_name("other.tmp").write_bytes(b"not ours")
    store.load()
    assert names(store) == ["missions.mission", "other.tmp"]


def test_a_folder_that_cannot_be_is_told_with_its_cause(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    store = MissionStore(tmp_path / "file", FakeClock())
    with pytest.raises(StoreError) as caught:
        store.save((ONE,), store.load())
    assert (caught.value.cause, caught.value.path) == (Cause.OTHER, store.file)


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, Cause.FULL),
        (errno.EFBIG, Cause.FULL),
        (errno.EACCES, Cause.FORBIDDEN),
        (errno.EROFS, Cause.FORBIDDEN),
        (errno.EIO, Cause.OTHER),
    ],
)
def test_the_systems_errors_are_told_apart(tmp_path: Path, number: int, cause: Cause) -> None:
    error = StoreError(tmp_path, OSError(number, os.strerror(number)))
    assert (error.cause, error.reason) == (cause, os.strerror(number))
