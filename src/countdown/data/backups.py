"""Everything of the user's in one file: the missions and the settings, out and in again.

A restore puts all files in place or none: they are written beside their targets first, and only a
mark makes them count. After a crash behind the mark, the next start moves what is left to move.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.data.containers import read_files
from countdown.data.errors import refused
from countdown.data.mission_files import mission_text, parse_missions
from countdown.data.mission_store import StoreError
from countdown.data.user_folders import MISSIONS, RESTORING
from countdown.data.whole_files import alone_in, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from countdown.core.own_missions import OwnMission
    from countdown.data.mission_store import MissionStore

SETTINGS: Final = "settings.ini"

_STAGED: Final = ".restored"


class Backup(NamedTuple):
    """A backup that can be restored: its files by name, and the missions in it."""

    files: Mapping[str, bytes]
    missions: tuple[OwnMission, ...]


def read_backup(source: Path) -> Backup:
    """Read and check a backup, before anything is restored.

    Raises:
        FileProblemsError: it is none, or what is in it cannot be used by this version.
    """
    files = read_files(source, (MISSIONS, SETTINGS))
    if MISSIONS not in files:
        raise refused(str(source), "is no backup: the missions are missing", value=MISSIONS)
    read = parse_missions(files[MISSIONS], MISSIONS)
    if read.is_newer:
        raise refused(str(source), "is from a newer version of the app")
    return Backup(files, read.missions)


class Backups:
    """The files that are backed up together."""

    def __init__(self, store: MissionStore, settings: Path) -> None:
        self._store = store
        self._targets = {MISSIONS: store.file, SETTINGS: settings}
        self._mark = store.file.with_name(RESTORING)

    def is_kept_in(self, file: Path) -> bool:
        """Say whether a file is one of those that the app itself writes."""
        kept = (*self._targets.values(), self._store.backup)
        return file.resolve() in {one.resolve() for one in kept}

    def write(self, target: Path) -> None:
        """Write all that there is into one zip archive.

        Raises:
            StoreError: it could not be read, or not be written there.
        """
        import zipfile
        from io import BytesIO

        packed = BytesIO()
        try:
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
                for name, path in self._targets.items():
                    if path.exists():
                        bundle.writestr(name, path.read_bytes())
                if not self._store.file.exists():
                    bundle.writestr(MISSIONS, mission_text(()))
            write_whole(target, packed.getvalue())
        except OSError as error:
            raise StoreError(target, error) from None

    def restore(self, backup: Backup) -> None:
        """Put all files of a backup in the place of those that are there, or none of them.

        The missions that were there become the ``.bak``. Settings that are in use have to be read
        anew, or they are written over.

        Raises:
            StoreError: the disk did not do it; nothing has changed.
        """
        try:
            with alone_in(self._store.file.parent):
                self._settle()
                try:
                    self._stage(backup)
                    write_whole(self._mark, "")
                except OSError:
                    self._settle()
                    raise
                self._settle()
        except OSError as error:
            raise StoreError(self._store.file, error) from None

    def settle(self) -> None:
        """Finish a restore that a crash has interrupted, or clear away one that does not count.

        Raises:
            StoreError: the disk did not do it.
        """
        if not self._store.file.parent.is_dir():
            return
        try:
            with alone_in(self._store.file.parent):
                self._settle()
        except OSError as error:
            raise StoreError(self._store.file, error) from None

    def _stage(self, backup: Backup) -> None:
        for name, content in backup.files.items():
            write_whole(_staged(self._targets[name]), content)
        if self._store.file.exists():
            write_whole(self._store.backup, self._store.file.read_bytes())

    def _settle(self) -> None:
        counts = self._mark.exists()
        for target in self._targets.values():
            staged = _staged(target)
            if staged.exists():
                if counts:
                    staged.replace(target)
                else:
                    staged.unlink()
        with contextlib.suppress(FileNotFoundError):
            self._mark.unlink()


def _staged(target: Path) -> Path:
    return target.with_name(target.name + _STAGED)
