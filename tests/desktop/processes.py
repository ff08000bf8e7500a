"""Other programs under test: the app as its user starts it, and waiting for what they do."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import countdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_STEP_S = 0.05
PACKAGE = os.environ.get("COUNTDOWN_PACKAGE")
"""The folder of a package; where it is named, the app in it is under test, not its source."""


def until(found: Callable[[], T | None], what: str, seconds: float = 20.0) -> T:
    """Return what ``found`` finds as soon as it does; fail when time is up.

    The one place in the tests that sleeps: another process cannot be waited for in any other way.
    """
    deadline = time.monotonic() + seconds
    while True:
        if thing := found():
            return thing
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(_STEP_S)


def environment(folder: Path, **more: str) -> Mapping[str, str]:
    """Return an environment without any screen, whose preferences are in ``folder``."""
    bare = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    home = dict.fromkeys(homes, str(folder))
    return {**bare, **home, "PYTHONPATH": str(Path(countdown.__file__).parents[1]), **more}


def command(*words: str) -> list[str]:
    started = [sys.executable, "-m", "countdown"] if PACKAGE is None else [f"{PACKAGE}/countdown"]
    return [*started, *words]


def run_app(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the app until it ends by itself."""
    return subprocess.run(
        command(*words),
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
