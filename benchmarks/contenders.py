"""Who is measured side by side: the app, the least window there can be, and clocks of Debian."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.desktop.screens import Screen

_ROOT: Final = Path(__file__).parents[1]
STORY: Final = ("--person", "scott-kelly", "--at", "2015-10-16T12:00:00Z")
_KTIMER: Final = """[Jobs]
Number=1

[Job0]
Command=true
Delay=36000
Loop=false
OneInstance=true
State=2
Value=36000
"""


class Contender(NamedTuple):
    """How one is started, and made to tick where it does not by itself.

    ``prepare`` writes what it reads into its home; ``begin`` gets the screen and the window. Who
    ``is_restless`` would keep the others from resting, and is measured alone.
    """

    name: str
    command: tuple[str, ...]
    size: str = ""
    prepare: Callable[[Path], None] | None = None
    begin: Callable[[Screen, str], None] | None = None
    is_restless: bool = False


def contenders(package: Path, floor_program: Path) -> Iterator[Contender]:
    """Yield all that are to be had here; both are programs that were built."""
    source = (sys.executable, "-m", "countdown", *STORY)
    floor = (sys.executable, str(_ROOT / "benchmarks" / "floor.py"))
    yield Contender("main window, from source", source)
    if package.exists():
        yield Contender("main window, packaged", (str(package), *STORY), folder_size(package))
    yield Contender("pinned alone, from source", (*source, "--pin"))
    if package.exists():
        pinned = (str(package), *STORY, "--pin")
        yield Contender("pinned alone, packaged", pinned, folder_size(package))
    yield Contender("floor, from source", floor)
    if floor_program.exists():
        yield Contender("floor, packaged", (str(floor_program),), folder_size(floor_program))
    for one in peers():
        if shutil.which(one.command[0]):
            yield one._replace(size=_debian_size(one.command[0]))


def peers() -> tuple[Contender, ...]:
    """Return the clocks of Debian, each named like its package or its program."""
    return (
        Contender("xclock -digital", ("xclock", "-digital", "-update", "1")),
        Contender("xdaliclock", ("xdaliclock",), is_restless=True),
        Contender("ktimer, a job running", ("ktimer",), prepare=_write_job),
        Contender("gnome-clocks, a timer running", ("gnome-clocks",), begin=_start_timer),
    )


def folder_size(program: Path) -> str:
    """Return how large the folder of a program is, in MB."""
    files = (one for one in program.parent.rglob("*") if one.is_file() and not one.is_symlink())
    return _mb(sum(one.stat().st_size for one in files))


def _debian_size(program: str) -> str:
    """The installed size of a package, and with all that it depends on."""
    owner = _told("dpkg-query", "-S", shutil.which(program) or program)
    package = owner.partition(":")[0]
    kinds = ("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")
    options = ("--recurse", "--installed", *(f"--no-{kind}" for kind in kinds))
    told = _told("apt-cache", "depends", *options, package)
    needed = set(re.findall(r"^[\w.+-]+", told, re.MULTILINE))
    listed = _told("dpkg-query", "-W", "-f", "${Package} ${Installed-Size}\n")
    sizes = {name: int(size) * 1024 for name, _, size in map(_parted, listed.splitlines()) if size}
    if package not in sizes:
        return ""
    return f"{_mb(sizes[package])} ({_mb(sum(sizes.get(one, 0) for one in needed))})"


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(" ")


def _told(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def _mb(size: float) -> str:
    return f"{size / 1e6:.1f}" if size < 1e7 else f"{size / 1e6:.0f}"


def _write_job(home: Path) -> None:
    (home / "ktimerrc").write_text(_KTIMER, "utf-8")


def _start_timer(screen: Screen, window: str) -> None:
    """Turn to the timer, choose an hour, and start; no option does."""
    for x, y in ((627, 28), (558, 294), (434, 542)):
        screen.ask("wmctrl", "-i", "-a", window)
        screen.ask("xdotool", "mousemove", "--window", window, str(x), str(y), "sleep", "0.5")
        screen.ask("xdotool", "click", "1", "sleep", "1")


def environment_of(home: Path, display: str, bus: str) -> Mapping[str, str]:
    """Return an environment whose home is empty: nothing that an earlier run left is read."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "PYTHONPATH": str(_ROOT / "src"),
    }
