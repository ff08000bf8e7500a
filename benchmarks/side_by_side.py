"""The app beside the least window that PySide6 makes, and beside the clocks of Debian: one table.

    python benchmarks/side_by_side.py [--quick] [--out FILE] [--package PROGRAM]

All are measured from outside, in the same way. First each starts alone, in turn, some times over:
until something of it is on the screen, until the right thing is, and what memory it takes. Then
all run at once, none over another, and so meet the same busy moments of the machine; after that
all at once minimised. A full run takes about 18 minutes, a quick one 3.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.contenders import Contender, contenders, environment_of, peers
from benchmarks.frame_buffer import FrameBuffer
from benchmarks.package_size import build_bare
from benchmarks.process_tree import pss_mb, usage
from countdown.core.clocks import SystemClock
from tests.desktop.processes import until
from tests.desktop.screens import SIZE, Screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.process_tree import Usage

_ROOT: Final = Path(__file__).parents[1]
_LARGE: Final = (3900, 3200)
_CELL: Final = (1300, 800)
_SETTLE_S: Final = 8.0
_COLUMNS: Final = (
    "window, ms", "right frame, ms", "memory, MB", "CPU a minute, ms", "minimised",
    "wake-ups a minute", "minimised", "installed, MB",
)  # fmt: skip


class Plan(NamedTuple):
    """How often what is done, and for how many seconds."""

    starts: int
    samples: int
    shown_s: float
    minimised_s: float


FULL: Final = Plan(11, 5, 60.0, 30.0)
QUICK: Final = Plan(2, 3, 10.0, 10.0)


class Measured:
    """All that was found of one contender, in the units of the columns."""

    def __init__(self, contender: Contender) -> None:
        self.contender = contender
        self.columns: list[list[float]] = [[] for _ in _COLUMNS[:-1]]

    def add(self, column: int, *figures: float) -> None:
        """Add one figure each to a column and those after it."""
        for number, figure in enumerate(figures, start=column):
            self.columns[number].append(figure)

    def median(self, column: int) -> float | None:
        return statistics.median(self.columns[column]) if self.columns[column] else None

    def cells(self) -> Iterator[str]:
        for figures in self.columns:
            yield _cell(figures)
        yield self.contender.size or "–"


def _cell(figures: Sequence[float]) -> str:
    if not figures:
        return "–"
    least, most = min(figures), max(figures)
    form = "{:.1f}" if statistics.median(figures) < 20 else "{:,.0f}"
    middle, low, high = (form.format(one) for one in (statistics.median(figures), least, most))
    return f"**{middle}** ({low}–{high})"


class Stage:
    """A screen with a window manager and a session bus, where programs are started."""

    def __init__(self, folder: Path, pixels: tuple[int, int]) -> None:
        self._folder = folder
        self._homes = 0
        self.buffer_folder = folder / "buffer"
        self.buffer_folder.mkdir(parents=True)
        self.screen = Screen(folder, pixels, "-fbdir", str(self.buffer_folder))
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout is not None
        self._address = self._bus.stdout.readline().strip()

    def start(self, contender: Contender) -> subprocess.Popen[bytes]:
        """Start a program with a home of its own."""
        self._homes += 1
        home = self._folder / f"home-{self._homes}"
        home.mkdir(mode=0o700)
        if contender.prepare is not None:
            contender.prepare(home)
        return subprocess.Popen(
            contender.command,
            env=environment_of(home, self.screen.display, self._address),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def window_of(self, process: int) -> str:
        """Wait for the window of a process, and return it."""

        def found() -> str | None:
            for line in self.screen.ask("wmctrl", "-lp").splitlines():
                window, _, owner, *_ = line.split()
                if owner == str(process):
                    return window
            told = self.screen.ask("xdotool", "search", "--onlyvisible", "--pid", str(process))
            return told.split()[-1] if told.strip() else None

        return until(found, "a window")

    def stop(self) -> None:
        self._bus.terminate()
        self._bus.wait(10)
        self.screen.stop()


@contextmanager
def stage(pixels: tuple[int, int] = SIZE) -> Iterator[Stage]:
    """Set one up, and take it down with all that was written there."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = Stage(Path(folder), pixels)
        try:
            yield found
        finally:
            found.stop()


def end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


def measure_start(measured: Measured) -> None:
    """Start it alone on an empty screen, and look from outside."""
    with stage() as alone:
        alone.screen.ask("xdotool", "mousemove", *map(str, SIZE))
        started: list[subprocess.Popen[bytes]] = []
        buffer = FrameBuffer(alone.buffer_folder)
        try:
            seen = buffer.watch(lambda: started.append(alone.start(measured.contender)))
            memory = pss_mb(started[0].pid)
        finally:
            for process in started:
                end(process)
        measured.add(0, seen.window_s * 1_000, seen.frame_s * 1_000, memory)


def measure_running(all_measured: Sequence[Measured], plan: Plan) -> None:
    """Let all run at once, none over another: first shown, then minimised."""
    with stage(_LARGE) as together:
        running = [together.start(one.contender) for one in all_measured]
        try:
            windows = [together.window_of(process.pid) for process in running]
            screen = together.screen
            across = _LARGE[0] // _CELL[0]
            for number, window in enumerate(windows):
                x, y = number % across * _CELL[0], number // across * _CELL[1]
                screen.ask("wmctrl", "-i", "-r", window, "-e", f"0,{x},{y},-1,-1")
            time.sleep(_SETTLE_S)
            for one, window in zip(all_measured, windows, strict=True):
                if one.contender.begin is not None:
                    one.contender.begin(screen, window)
            screen.ask("xdotool", "mousemove", *map(str, _LARGE))
            _sample(all_measured, running, 3, plan.samples, plan.shown_s)
            for window in windows:
                screen.ask("xdotool", "windowminimize", window)
            _sample(all_measured, running, 4, plan.samples, plan.minimised_s)
        finally:
            for process in running:
                end(process)


def _sample(
    all_measured: Sequence[Measured],
    running: Sequence[subprocess.Popen[bytes]],
    column: int,
    samples: int,
    seconds: float,
) -> None:
    """Fill the column of processor time, and that of wake-ups two further on."""
    time.sleep(_SETTLE_S)
    before = [(time.monotonic(), usage(one.pid)) for one in running]
    for _ in range(samples):
        time.sleep(seconds)
        after = [(time.monotonic(), usage(one.pid)) for one in running]
        for measured, first, last in zip(all_measured, before, after, strict=True):
            used: Usage = last[1].since(first[1])
            a_minute = 60 / (last[0] - first[0])
            measured.columns[column].append(used.cpu_s * a_minute * 1_000)
            measured.columns[column + 2].append(used.wake_ups * a_minute)
        before = after


def report(all_measured: Sequence[Measured], plan: Plan) -> Iterator[str]:
    """Yield the page line by line."""
    yield "# Side by side\n"
    yield f"Made by `make bench` on {SystemClock().now():%d %B %Y}: {_machine()}."
    yield (
        f"Each figure is the median, with the least and the most, of {plan.starts} starts, and of "
        f"{plan.samples} stretches of {plan.shown_s:g} s shown and {plan.minimised_s:g} s "
        "minimised.\n"
    )
    yield "| | " + " | ".join(_COLUMNS) + " |"
    yield "|---|" + "---|" * len(_COLUMNS)
    for one in all_measured:
        yield f"| {one.contender.name} | " + " | ".join(one.cells()) + " |"
    yield ""
    for sentence in _NOTES:
        yield f"- {sentence}"
    found = {one.contender.name for one in all_measured}
    if missing := [one.name for one in peers() if one.name not in found]:
        yield f"- Not to be had on this machine: {', '.join(missing)}."
    yield "\n## What was aimed at\n"
    yield "| | found | aim |"
    yield "|---|---|---|"
    yield from _aims({one.contender.name: one for one in all_measured})


_NOTES: Final = (
    "*window*: from the start of the process until anything of it is on the screen; *right frame*: "
    "until four fifths of what does not run is as it stays. Both seen in the memory of the X "
    "server, to 8 ms.",
    "*memory*: PSS with all child processes, running alone, 2.5 s after the first picture. A "
    "program that shares its libraries with others that run gets a smaller share.",
    "*CPU*: of the program with its child processes, not of the X server. *wake-ups*: how often "
    "one of its threads slept and was woken (voluntary context switches).",
    "xdaliclock melts one digit into the next and never rests, which the others would feel: it ran "
    "by itself, in stretches of 10 s.",
    "*installed*: the folder with all that is in it, Python and Qt included; of a Debian package "
    "what it brings itself, and in brackets with all that it depends on.",
    "The floor is `benchmarks/floor.py`: one line of digits, painted anew each second.",
)


def _aims(by_name: dict[str, Measured]) -> Iterator[str]:
    """Yield what the app is held against, where both were measured."""
    main, pin, floor = "main window", "pinned alone", "floor"
    built = {f"{one}, packaged" for one in (main, pin, floor)}
    how = "packaged" if built <= by_name.keys() else "from source"
    ktimer, gnome = "ktimer, a job running", "gnome-clocks, a timer running"
    against = [(main, floor, 1, "≤ 1.6"), (main, floor, 2, "≤ 1.5"), (pin, floor, 3, "≤ 1.3")]
    pairs = [(main, ktimer), (main, gnome), (pin, ktimer), (pin, gnome)]
    against += [(*pair, column, "< 1") for pair in pairs for column in (3, 5, 2)]
    for one, other, column, aim in against:
        mine = by_name.get(f"{one}, {how}")
        base = by_name.get(f"{other}, {how}" if other == floor else other)
        if mine is None or base is None:
            continue
        share = (mine.median(column) or 0.0) / (base.median(column) or 1.0)
        title = f"{_COLUMNS[column]}: {one}, {how}, to {other}"
        yield f"| {title} | {share:.2f} × | {aim} × |"


def _machine() -> str:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    release = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    return (
        f"{os.cpu_count()} cores of {platform.machine()}, {memory:.0f} GiB, {release}, Python "
        f"{platform.python_version()}, Xvfb with openbox"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a first idea, in three minutes")
    parser.add_argument("--only", default="", help="those whose names this expression finds")
    parser.add_argument("--out", type=Path, help="where the page is written; else it is printed")
    parser.add_argument("--package", type=Path, default=_ROOT / "dist" / "countdown" / "countdown")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        floor = build_bare(Path(folder)) / "bare"
        found = contenders(options.package.absolute(), floor)
        measure([Measured(one) for one in found if re.search(options.only, one.name)], options)
    return 0


def measure(measured: Sequence[Measured], options: argparse.Namespace) -> None:
    """Measure all, and write the page."""
    plan = QUICK if options.quick else FULL
    for number in range(plan.starts + 1):
        for one in measured:
            print(f"start {number} of {plan.starts}: {one.contender.name}", file=sys.stderr)
            measure_start(one)
            if number == 0:
                one.columns = [[] for _ in one.columns]  # once for the disk's sake
    print("all at once", file=sys.stderr)
    measure_running([one for one in measured if not one.contender.is_restless], plan)
    for one in measured:
        if one.contender.is_restless:
            measure_running([one], plan._replace(shown_s=10, minimised_s=10))
    page = "\n".join(report(measured, plan)) + "\n"
    if options.out is not None:
        options.out.write_text(page, "utf-8")
    print(page)


if __name__ == "__main__":
    sys.exit(main())
