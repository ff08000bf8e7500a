"""The user's missions on disk: saved whole or not at all, and never over what was not read.

Beside the file stands the last good version, ``.bak``. What cannot be read is put aside as
``.corrupt-<time>``, never overwritten. Whoever saves says over which version; where another
process has saved since, nothing is written.
"""

from __future__ import annotations

import errno
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.errors import CountdownError, FileProblemsError
from countdown.core.moments import instant, iso
from countdown.data.mission_files import (
    MAX_BYTES,
    NewerFileError,
    load_missions,
    mission_text,
    parse_missions,
    read_capped,
)
from countdown.data.user_folders import MISSIONS
from countdown.data.whole_files import alone_in, sweep, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.clocks import Clock
    from countdown.core.errors import Problem
    from countdown.core.own_missions import OwnMission


class Cause(StrEnum):
    """Why a file could not be read or written."""

    FULL = "full"
    FORBIDDEN = "forbidden"
    OTHER = "other"


_CAUSES: Final = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), Cause.FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), Cause.FORBIDDEN),
}


class StoreError(CountdownError):
    """The disk did not do it; nothing was changed. ``reason`` is the system's own word for it."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{path}: {error.strerror or error}")
        self.path = path
        self.reason = error.strerror or str(error)
        self.cause = _CAUSES.get(error.errno or 0, Cause.OTHER)


class ReadOnlyError(CountdownError):
    """The file is of a newer version of the app, which alone may write it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ChangedOnDiskError(CountdownError):
    """Another process has saved since: ``ours`` was not written, and ``theirs`` stands."""

    def __init__(self, ours: tuple[OwnMission, ...], theirs: Stored) -> None:
        super().__init__("the file is no longer the one that was read")
        self.ours = ours
        self.theirs = theirs


class Trouble(NamedTuple):
    """A file that was there and could not be read, or is no longer there though it was.

    ``kept`` is where it is now; ``backup`` has the last good version, None where there is none.
    """

    problems: tuple[Problem, ...]
    kept: Path | None
    backup: tuple[OwnMission, ...] | None


class Stored(NamedTuple):
    """The missions of one version of the file, and its very content, None where there is none."""

    missions: tuple[OwnMission, ...]
    content: bytes | None
    is_newer: bool = False
    trouble: Trouble | None = None


class MissionStore:
    """The file of the user's missions in ``folder``."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.file = folder / MISSIONS
        self.backup = self.file.with_name(f"{self.file.name}.bak")
        self._clock = clock

    def load(self) -> Stored:
        """Read the missions; a file that is none is put aside and told of.

        Raises:
            StoreError: it is there and cannot be read, or cannot be put aside.
        """
        try:
            if not self.file.parent.is_dir():
                return Stored((), None)
            with alone_in(self.file.parent):
                return self._load()
        except OSError as error:
            raise StoreError(self.file, error) from None

    def _load(self) -> Stored:
        sweep(self.file)
        if not self.file.exists():
            backup = self._backed_up()
            return Stored((), None, trouble=Trouble((), None, backup) if backup else None)
        with self.file.open("rb"):
            pass  # what may not be read is not damaged
        try:
            content = read_capped(self.file)
            read = parse_missions(content, str(self.file))
        except NewerFileError as error:
            return Stored(
                (), content, is_newer=True, trouble=Trouble(error.problems, self.file, None)
            )
        except FileProblemsError as error:
            return Stored(
                (), None, trouble=Trouble(error.problems, self._put_aside(), self._backed_up())
            )
        return Stored(read.missions, content, read.is_newer)

    def _backed_up(self) -> tuple[OwnMission, ...] | None:
        try:
            return load_missions(self.backup).missions
        except FileProblemsError:
            return None

    def _put_aside(self) -> Path:
        stamp = iso(instant(self._clock.now())).replace("-", "").replace(":", "")
        kept = self.file.with_name(f"{self.file.name}.corrupt-{stamp}")
        number = 2
        while kept.exists():
            kept = self.file.with_name(f"{self.file.name}.corrupt-{stamp}-{number}")
            number += 1
        return self.file.rename(kept)

    def save(self, missions: tuple[OwnMission, ...], over: Stored) -> Stored:
        """Write the missions in the place of the version ``over``, which becomes the ``.bak``.

        Raises:
            ChangedOnDiskError: another version stands there now; it has both.
            ReadOnlyError: the version is that of a newer app.
            FileProblemsError: these missions cannot stand in a file.
            StoreError: the disk is full, or the folder may not be written; nothing has changed.
        """
        if over.is_newer:
            raise ReadOnlyError(self.file)
        content = mission_text(missions).encode()
        try:
            with alone_in(self.file.parent):
                sweep(self.file)
                now = self._content()
                if now == content:
                    return Stored(missions, content)
                if now != over.content:
                    raise ChangedOnDiskError(missions, self._load())
                if now is not None:
                    write_whole(self.backup, now)
                write_whole(self.file, content)
        except OSError as error:
            raise StoreError(self.file, error) from None
        return Stored(missions, content)

    def is_still(self, stored: Stored) -> bool:
        """Say whether the file is still the version that was read or saved."""
        try:
            return self._content() == stored.content
        except OSError:
            return True  # nobody can have written what cannot be read

    def _content(self) -> bytes | None:
        """What stands there, or more than could be a mission file of it."""
        try:
            with self.file.open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
        except FileNotFoundError:
            return None
