"""A screen of its own with a window manager, and the app's window on it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.desktop.processes import command, environment, until

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (1280, 800)
PROGRAMS = ("Xvfb", "openbox", "wmctrl", "xprop", "xwininfo", "xwd", "xdotool")


class Place(NamedTuple):
    x: int
    y: int
    width: int
    height: int


class Screen:
    """An X server nobody sees, on the first free display."""

    def __init__(self, folder: Path, pixels: tuple[int, int] = SIZE, *more: str) -> None:
        self._folder = folder
        reader, writer = os.pipe()
        size = f"{pixels[0]}x{pixels[1]}x24"
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp", *more],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            self.display = f":{told.readline().strip()}"
        self.start_manager()

    def start_manager(self) -> None:
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"],
            env=environment(self._folder, DISPLAY=self.display),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until(self._is_managed, "openbox")

    def stop_manager(self) -> None:
        self._manager.terminate()
        self._manager.wait(10)

    def _is_managed(self) -> bool:
        """Say whether the window that a manager shows it is there by is there itself."""
        told = self.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
        found = re.search(r"0x[0-9a-f]+", told)
        return bool(found and "Openbox" in self.ask("xprop", "-id", found[0], "_NET_WM_NAME"))

    def stop(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(10)

    def ask(self, *words: str) -> str:
        """Return what an X program answers; nothing where it fails."""
        answered = self.ask_raw(*words)
        return answered.decode("utf-8", "replace")

    def ask_raw(self, *words: str) -> bytes:
        return subprocess.run(
            words,
            env={**os.environ, "DISPLAY": self.display, "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=20,
            check=False,
        ).stdout


class RunningApp:
    """The app in a process of its own, from its start to its end."""

    def __init__(
        self, screen: Screen, folder: Path, *words: str, started: Sequence[str] = ()
    ) -> None:
        """Start it with these words; or as ``started`` says, by other means."""
        self._screen = screen
        self._process = subprocess.Popen(
            started or command(*words),
            env=environment(folder, DISPLAY=screen.display),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.window = ""

    def wait_for_window(self) -> None:
        self.window = until(self._find, "the window")

    def _find(self) -> str | None:
        assert self._process.poll() is None, "the app has ended"
        for line in self._screen.ask("wmctrl", "-lp").splitlines():
            window, _, process, *_ = line.split()
            if int(process) == self._process.pid:
                return window
        return None

    @property
    def title(self) -> str:
        told = self._screen.ask("xprop", "-id", self.window, "_NET_WM_NAME")
        return told.partition('"')[2].rpartition('"')[0]

    @property
    def states(self) -> set[str]:
        told = self._screen.ask("xprop", "-id", self.window, "_NET_WM_STATE")
        return set(re.findall(r"_NET_WM_STATE_(\w+)", told))

    @property
    def place(self) -> Place:
        told = self._screen.ask("xwininfo", "-id", self.window)
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        return Place(*(int(re.findall(rf"{name}:\s+(-?\d+)", told)[0]) for name in names))

    @property
    def process_id(self) -> int:
        return self._process.pid

    def is_mapped(self) -> bool:
        return "IsViewable" in self._screen.ask("xwininfo", "-id", self.window)

    def looks(self) -> bytes:
        """Return the window's pixels."""
        return self._screen.ask_raw("xwd", "-silent", "-id", self.window)

    def ticks(self) -> bool:
        """Say whether it was painted anew, again and again."""
        seen: set[bytes] = set()

        def another() -> bool:
            seen.add(self.looks())
            return len(seen) > 3

        return until(another, "the digits to change", 10)

    def move(self, place: Place) -> None:
        where = ",".join(map(str, place))
        self._screen.ask("wmctrl", "-i", "-r", self.window, "-e", f"0,{where}")
        until(lambda: self.place[2:] == place[2:], "the window to be moved")

    def keys(self, *names: str) -> None:
        self._screen.ask("xdotool", "windowfocus", "--sync", self.window, "key", *names)

    def close(self) -> int:
        """Close it by the window manager's button, and return its exit status."""
        self._screen.ask("wmctrl", "-i", "-c", self.window)
        return self._process.wait(20)

    def wait(self) -> int:
        """Wait until it ends by itself, and return its exit status."""
        return self._process.wait(20)

    def end(self) -> int:
        """Ask the process to end as soon as it hears, and return its exit status."""
        until(self._hears_the_end, "the app to mind signals")
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(20)

    def _hears_the_end(self) -> bool:
        """Say whether the process catches SIGTERM: its window is there a little earlier."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        caught = int(re.findall(r"^SigCgt:\s*(\w+)$", status, re.MULTILINE)[0], 16)
        return bool(caught >> (signal.SIGTERM - 1) & 1)

    def stop(self) -> None:
        """End it whatever state it is in."""
        self._process.kill()
        self._process.wait(10)
