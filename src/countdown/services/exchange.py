"""Everything between the app and files that the user names: missions, tables, and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.errors import FileProblemsError
from countdown.core.merging import Preview
from countdown.core.moments import Instant
from countdown.data.backups import Backup, Backups, read_backup
from countdown.data.errors import refused
from countdown.data.flight_tables import preview_flights
from countdown.data.mission_files import load_missions, mission_text, read_capped
from countdown.data.mission_store import StoreError
from countdown.data.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.own_missions import OwnMission
    from countdown.data.mission_store import MissionStore


class FoundBackup(NamedTuple):
    """A backup that can be restored, and when its file was written."""

    content: Backup
    written: Instant


class Exchange:
    """Whatever cannot be done is a `FileProblemsError`, and has changed nothing."""

    def __init__(self, store: MissionStore, settings: Path) -> None:
        self._backups = Backups(store, settings)
        self.previous = store.backup
        """Where the missions go that a restore replaces."""

    def read(self, file: Path) -> tuple[OwnMission, ...]:
        """Return the missions of a file; one of a newer app is not taken in by halves.

        Raises:
            FileProblemsError: with everything that is wrong.
        """
        read = load_missions(file)
        if read.is_newer:
            raise refused(str(file), "is from a newer version of the app")
        return read.missions

    def preview(
        self, file: Path, catalogue: Catalogue, about: OwnMission, mine: Sequence[OwnMission] = ()
    ) -> Preview:
        """Say what a table of flights would do as the mission ``about``, or all that is wrong."""
        try:
            return preview_flights(read_capped(file), str(file), catalogue, about, mine)
        except FileProblemsError as error:
            return Preview(about, error.problems)

    def write(self, file: Path, missions: Sequence[OwnMission]) -> None:
        """Write missions into a file of their own.

        Raises:
            FileProblemsError: they cannot stand in one file, or the disk did not do it.
        """
        self._keep_off(file)
        try:
            write_whole(file, mission_text(tuple(missions)))
        except OSError as error:
            raise _not_written(file, error.strerror or str(error)) from None

    def back_up(self, file: Path) -> None:
        """Write everything of the user's into one file.

        Raises:
            FileProblemsError: the disk did not do it.
        """
        self._keep_off(file)
        try:
            self._backups.write(file)
        except StoreError as error:
            raise _not_written(error.path, error.reason) from None

    def read_backup(self, file: Path) -> FoundBackup:
        """Read and check a backup, before anything is restored.

        Raises:
            FileProblemsError: it is none, or what is in it cannot be used by this version.
        """
        content = read_backup(file)
        try:
            return FoundBackup(content, Instant(int(file.stat().st_mtime)))
        except OSError as error:
            raise refused(str(file), f"cannot be read: {error.strerror or error}") from None

    def restore(self, backup: FoundBackup) -> None:
        """Put all of a backup in the place of what is there, or nothing of it.

        Raises:
            FileProblemsError: the disk did not do it.
        """
        try:
            self._backups.restore(backup.content)
        except StoreError as error:
            raise _not_written(error.path, error.reason) from None

    def _keep_off(self, file: Path) -> None:
        if self._backups.is_kept_in(file):
            raise refused(str(file), "is the app's own file: choose another name")


def _not_written(file: Path, reason: str) -> FileProblemsError:
    return refused(str(file), f"cannot be written: {reason}")
