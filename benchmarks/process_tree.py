"""What a program with all processes that it started uses, as Linux counts it, from outside."""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path
from typing import NamedTuple

_PSS = re.compile(r"^Pss:\s+(\d+)", re.MULTILINE)
_WAKE_UPS = re.compile(r"^voluntary_ctxt_switches:\s+(\d+)", re.MULTILINE)


class Usage(NamedTuple):
    """Since the start: seconds of processor time, and how often a thread slept and was woken."""

    cpu_s: float
    wake_ups: int

    def since(self, earlier: Usage) -> Usage:
        return Usage(self.cpu_s - earlier.cpu_s, self.wake_ups - earlier.wake_ups)


def members(root: int) -> list[int]:
    """Return a process, and those that descend from it."""
    found = [root]
    for process in found:
        for task in Path(f"/proc/{process}/task").glob("*"):
            with contextlib.suppress(OSError):  # it has ended meanwhile
                found += map(int, (task / "children").read_text("ascii").split())
    return found


def pss_mb(root: int) -> float:
    """Return the memory of all of them in MB, what is shared with others in equal shares."""
    maps = (Path(f"/proc/{one}/smaps_rollup").read_text("ascii") for one in members(root))
    return sum(int(found[1]) for text in maps if (found := _PSS.search(text))) * 1024 / 1e6


def usage(root: int) -> Usage:
    """Return what all of them have used by now."""
    processes = members(root)
    tasks = [task for one in processes for task in Path(f"/proc/{one}/task").glob("*/status")]
    wake_ups = (_WAKE_UPS.search(task.read_text("ascii")) for task in tasks)
    return Usage(
        sum(time.clock_gettime(_clock_of(one)) for one in processes),
        sum(int(found[1]) for found in wake_ups if found),
    )


def _clock_of(process: int) -> int:
    """The clock that counts another process' time to the nanosecond: /proc has hundredths."""
    return ~process << 3 | 2
