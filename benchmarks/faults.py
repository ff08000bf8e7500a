"""Whether missions survive what can befall a save: a kill, a full disk, a read-only folder, a race.

    python benchmarks/faults.py [--small] [--seed NUMBER]

1,000 saves are killed with SIGKILL at a random instant, 200 meet a disk without room, 200 a folder
that may only be read, and 100 times two processes save at once. After each the old or the new
missions must be there, whole. The aim: 0 missions lost, and no stray files. As root the disk is a
tmpfs of its own, really full and really remounted read-only; for others no file may grow
(RLIMIT_FSIZE), and the folder has no right to be written.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.clocks import SystemClock
from countdown.core.moments import Moment
from countdown.core.own_missions import OwnMission
from countdown.data.mission_files import load_missions
from countdown.data.mission_store import Cause, ChangedOnDiskError, MissionStore, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE: Final = 60
"""So many missions are always there; one more counts the saves."""
LONGEST_WAIT: Final = 0.03
"""Seconds within which a saving process is killed: a few saves."""
DISK_BYTES: Final = 1024 * 1024
_SMALL: Final = 1_000
_LARGE: Final = 3_000
"""The length of a note: there is room for the missions, and may be none for larger ones."""


_ENOUGH: Final = 20
"""So many times as many saves may have room as shall have none."""


class Result(NamedTuple):
    """What became of the saves of one kind: how many, what was found after them, what was lost."""

    name: str
    saves: int
    found: str
    lost: int
    stray: int


def mission(name: str, note: str = "") -> OwnMission:
    return OwnMission(name, name.capitalize(), Moment.parse("2026-11-28"), note=note)


def missions(saves: int, length: int = _SMALL) -> tuple[OwnMission, ...]:
    """What the ``saves``-th save writes."""
    base = (mission(f"m-{number}", "x" * length) for number in range(BASE))
    return (*base, mission("counter", str(saves)))


def lost_in(store: MissionStore, length: int = _SMALL) -> tuple[int, int]:
    """How many missions are not there as they should be, and the number of the save that is.

    Raises:
        FileProblemsError: the version before is there, but not whole.
    """
    found = {one.id: one.note for one in store.load().missions}
    saves = int(found.get("counter", -1))
    if store.backup.exists():
        load_missions(store.backup)
    return sum(found.get(one.id) != one.note for one in missions(saves, length)), saves


def strays(store: MissionStore) -> int:
    """How many files lie beside the store's own."""
    own = {store.file.name, store.backup.name, "filler"}
    return sum(one.name not in own for one in store.file.parent.iterdir())


def killed(folder: Path, count: int, chance: random.Random) -> Result:
    """A process saves again and again, until it is killed; what it had done, it told in a pipe."""
    store = MissionStore(folder, SystemClock())
    saves = lost = stray = new = 0
    store.save(missions(0), store.load())
    for _ in range(count):
        told, tell = os.pipe()
        child = os.fork()
        if not child:
            _save_for_ever(store, saves, tell)
        os.close(tell)
        os.read(told, 4)  # the first is done: from now on it is in the midst of it
        time.sleep(chance.uniform(0, LONGEST_WAIT))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(told, "rb") as stream:
            acknowledged = saves + 1 + len(stream.read()) // 4
        missing, saves = lost_in(store)
        lost += missing
        lost += saves not in (acknowledged, acknowledged + 1)
        new += saves == acknowledged + 1
        stray += strays(store)
    return Result("killed with SIGKILL", count, f"{count - new} old, {new} new", lost, stray)


def _save_for_ever(store: MissionStore, saves: int, tell: int) -> None:
    stored = store.load()
    while True:
        saves += 1
        stored = store.save(missions(saves), stored)
        os.write(tell, b"done")


def disk_full(folder: Path, count: int, chance: random.Random, *, mounted: bool) -> Result:
    """Saves that need more room than there is; with less of it, they end at another byte."""
    store = MissionStore(folder, SystemClock())
    filler = folder / "filler"
    saves = lost = stray = refused = done = 0
    while refused < count and done < _ENOUGH * count:
        filler.unlink(missing_ok=True)
        stored = store.load()
        saves += 1
        stored = store.save(missions(saves), stored)
        room = chance.randrange(_LARGE * BASE * 3 // 2)
        if mounted:
            fill(filler, room)
        verdict = in_child(store, saves + 1, most=None if mounted else room)
        if verdict is Cause.FULL:
            refused += 1
        elif verdict is None:
            saves, done = saves + 1, done + 1
        else:
            lost += 1
        missing, found = lost_in(store, _LARGE if verdict is None else _SMALL)
        lost += missing + (found != saves)
        stray += strays(store)
    filler.unlink(missing_ok=True)
    kind = "ENOSPC, a full tmpfs" if mounted else "EFBIG, RLIMIT_FSIZE"
    return Result(f"disk full ({kind})", refused, f"{done} more had room", lost, stray)


def fill(filler: Path, room: int) -> None:
    """Leave no more than ``room`` bytes of the disk."""
    free = os.statvfs(filler.parent)
    with filler.open("wb") as stream:
        stream.write(b"x" * max(0, free.f_bavail * free.f_frsize - room))


def read_only(folder: Path, count: int, *, mounted: bool) -> Result:
    """Saves into a folder that may only be read."""
    store = MissionStore(folder, SystemClock())
    store.save(missions(0), store.load())
    lost = 0
    for _ in range(count):
        _forbid(folder, mounted=mounted, forbidden=True)
        lost += in_child(store, 1, as_nobody=not mounted) is not Cause.FORBIDDEN
        missing, found = lost_in(store)
        lost += missing + (found != 0)
        _forbid(folder, mounted=mounted, forbidden=False)
        store.save(missions(0), store.load())
    kind = "EROFS, a tmpfs remounted" if mounted else "EACCES, no right to write"
    return Result(f"read-only folder ({kind})", count, "all refused", lost, strays(store))


def _forbid(folder: Path, *, mounted: bool, forbidden: bool) -> None:
    if mounted:
        mode = "ro" if forbidden else "rw"
        subprocess.run(["mount", "-o", f"remount,{mode}", str(folder)], check=True)
    else:
        folder.chmod(0o555 if forbidden else 0o755)


def in_child(
    store: MissionStore, saves: int, *, most: int | None = None, as_nobody: bool = False
) -> Cause | None:
    """Save in a process of its own, maybe of a user without rights; return why it could not."""
    verdicts = (None, *Cause)
    child = os.fork()
    if not child:
        verdict = len(verdicts)
        try:
            if as_nobody and os.geteuid() == 0:
                os.setresuid(65534, 65534, 65534)
            stored = store.load()
            if most is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            store.save(missions(saves, _LARGE), stored)
            verdict = 0
        except StoreError as error:
            verdict = verdicts.index(error.cause)
        finally:
            os._exit(verdict)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return verdicts[status] if 0 <= status < len(verdicts) else Cause.OTHER


def at_once(folder: Path, count: int) -> Result:
    """Two processes read the same version and save at once, each a mission of its own."""
    store = MissionStore(folder, SystemClock())
    store.save(missions(0), store.load())
    lost = stray = conflicts = 0
    for number in range(count):
        waits, starts = os.pipe()
        names = [f"{side}-{number}" for side in ("left", "right")]
        children = []
        for name in names:
            child = os.fork()
            if not child:
                os.close(starts)
                _save_with(store, mission(name), waits)
            children.append(child)
        os.close(waits)
        os.close(starts)  # the pipe's end is the start
        conflicts += sum(
            os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1 for child in children
        )
        found = {one.id for one in store.load().missions}
        lost += len({*names, "counter"} - found)
        stray += strays(store)
    kept = len(store.load().missions) - BASE - 1
    lost += 2 * count - kept
    return Result("two at once", count, f"{conflicts} told of the other", lost, stray)


def _save_with(store: MissionStore, own: OwnMission, waits: int) -> None:
    """Add a mission; where another process was first, to what that one has saved."""
    status = 2
    try:
        stored = store.load()
        os.read(waits, 1)
        status = 0
        while True:
            try:
                store.save((*stored.missions, own), stored)
                break
            except ChangedOnDiskError as error:
                status = 1
                stored = error.theirs
    finally:
        os._exit(status)


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Mount a small tmpfs on the folder, if that is allowed."""
    folder.mkdir()
    options = f"size={DISK_BYTES},mode=755"
    command = ["mount", "-t", "tmpfs", "-o", options, "countdown-faults", str(folder)]
    try:
        mounted = os.geteuid() == 0
        if mounted:
            subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true", help="a fiftieth of all")
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = random.randrange(1_000_000) if options.seed is None else options.seed
    chance = random.Random(seed)
    share = 50 if options.small else 1
    print(f"seed {seed}; {BASE + 1} missions in the store")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        results = [killed(folder / "killed", 1_000 // share, chance)]
        with small_disk(folder / "full") as mounted:
            results.append(disk_full(folder / "full", 200 // share, chance, mounted=mounted))
        with small_disk(folder / "read-only") as mounted:
            results.append(read_only(folder / "read-only", 200 // share, mounted=mounted))
        results.append(at_once(folder / "at-once", 100 // share))
    print(f"{'saves':>6} {'lost':>5} {'stray':>5}")
    for one in results:
        print(f"{one.saves:6} {one.lost:5} {one.stray:5}   {one.name}: {one.found}")
    lost, stray = sum(one.lost for one in results), sum(one.stray for one in results)
    print(f"{lost} missions lost, {stray} stray files (aim: 0 and 0)")
    return 1 if lost or stray else 0


if __name__ == "__main__":
    sys.exit(main())
