"""The user's missions while the app runs: read from disk, laid over the catalogue, kept again."""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from countdown.data.user_folders import MISSIONS

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.keeping import Trouble
    from countdown.core.own_missions import OwnMission
    from countdown.data.mission_store import MissionStore, Stored
    from countdown.data.own_layer import Laid

_CALM_MS: Final = 500
"""So long after the last change of the folder it is looked at: who writes has written by then."""


class OwnFacts(QObject):
    """Nothing is read before `open`, nothing written before `save`.

    Signals:
        changed: the `Catalogue` with the user's missions, when these are others than before.
        found_changed: another program has changed the file; `take_over` reads it.
    """

    changed = Signal(object)
    found_changed = Signal()

    def __init__(
        self,
        below: Catalogue,
        folder: Path,
        clock: Clock,
        laid: Laid | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``below`` is the catalogue without the missions that ``laid`` has over it by now."""
        super().__init__(parent)
        self.below = below
        self.missions = () if laid is None else laid.missions
        self.catalogue = below if laid is None else laid.catalogue
        self._folder = folder
        self._clock = clock
        self._stored: Stored | None = None
        self._backup: tuple[OwnMission, ...] = ()
        self._watcher: QFileSystemWatcher | None = None
        self._has_told = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.look)

    @property
    def exist(self) -> bool:
        """Whether there is, or was, anything to open."""
        return any(self._folder.glob(f"{MISSIONS}*"))

    @cached_property
    def store(self) -> MissionStore:
        """The file that they are kept in."""
        from countdown.data.mission_store import MissionStore

        return MissionStore(self._folder, self._clock)

    def open(self) -> Trouble | None:
        """Read the file, where it is not read yet; return what is wrong with it."""
        return self.take_over() if self._stored is None else None

    def take_over(self) -> Trouble | None:
        """Read the file as it is now; return what is wrong with it."""
        from countdown.core.keeping import Cause, Trouble
        from countdown.data.mission_store import StoreError

        try:
            stored = self.store.load()
        except StoreError as error:
            return Trouble(Cause(error.cause), str(error.path), error.reason)
        return self._turn_to(stored)

    def save(self, missions: Collection[OwnMission]) -> Trouble | None:
        """Keep these missions and no others; return why nothing was written, if so.

        Where another program has saved since, it is what that has saved that is read now.
        """
        from countdown.core.errors import FileProblemsError
        from countdown.core.keeping import Cause, Trouble
        from countdown.data.mission_store import ChangedOnDiskError, ReadOnlyError, StoreError

        if (trouble := self.open()) is not None and self._stored is None:
            return trouble
        assert self._stored is not None
        try:
            self._take(self.store.save(tuple(missions), self._stored))
        except ChangedOnDiskError as error:
            found = self._turn_to(error.theirs)
            return found or Trouble(Cause.CHANGED, str(self.store.file))
        except ReadOnlyError:
            return Trouble(Cause.NEWER, str(self.store.file))
        except FileProblemsError as error:
            return Trouble(Cause.OTHER, str(self.store.file), error.problems[0].reason)
        except StoreError as error:
            return Trouble(Cause(error.cause), str(error.path), error.reason)
        return None

    def restore_backup(self) -> Trouble | None:
        """Keep the missions of the last good version again."""
        return self.save(self._backup)

    def _turn_to(self, stored: Stored) -> Trouble | None:
        """Take what stands there; what was shown until now is newer than the file's ``.bak``."""
        shown = self.missions
        self._take(stored)
        return self._trouble_of(stored, shown)

    def _take(self, stored: Stored) -> None:
        self._stored, self._has_told = stored, False
        self._watch()
        if stored.missions != self.missions:
            from countdown.core.overlays import with_sound

            self.missions = stored.missions
            self.catalogue = with_sound(self.below, stored.missions)[0].catalogue
            self.changed.emit(self.catalogue)

    def _trouble_of(self, stored: Stored, shown: tuple[OwnMission, ...]) -> Trouble | None:
        from countdown.core.keeping import Cause, Trouble

        file, found = str(self.store.file), stored.trouble
        if found is None:
            return Trouble(Cause.NEWER, file) if stored.is_newer else None
        backup = shown or found.backup
        self._backup = backup or ()
        count = None if backup is None else len(backup)
        if stored.is_newer:
            return Trouble(Cause.NEWER, file, found.problems[0].reason)
        if found.kept is None:
            return Trouble(Cause.GONE, file, backup=count)
        return Trouble(Cause.DAMAGED, file, found.problems[0].reason, found.kept.name, count)

    def _watch(self) -> None:
        """Hear of what other programs do in the folder, or that they make it."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._calm.start)
            self._watcher.fileChanged.connect(self._calm.start)
        # A folder tells of what comes and goes in it, a file of what is written into it.
        watched = self._folder
        if watched.is_dir():
            self._watcher.removePath(str(self._folder.parent))
        else:
            watched = self._folder.parent
        for path in (watched, self.store.file):
            with contextlib.suppress(PermissionError):  # saving and reading tell of that
                if path.exists():
                    self._watcher.addPath(str(path))

    def look(self) -> None:
        """Look whether the file is still the one that was read, and tell once where it is not."""
        self._watch()
        if self._stored is not None and not self._has_told:
            self._has_told = not self.store.is_still(self._stored)
            if self._has_told:
                self.found_changed.emit()
