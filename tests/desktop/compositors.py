"""A Wayland compositor that nobody sees."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.desktop.processes import environment, until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SIZE = (1280, 800)
_SOCKET = "wayland-of-a-test"


class Compositor:
    """Weston without a screen of its own; its socket is in ``folder``."""

    program = "weston"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.chmod(0o700)  # else nobody may have a runtime folder there
        wide, high = SIZE
        self._process = subprocess.Popen(
            [
                "weston",
                "--backend=headless-backend.so",
                f"--socket={_SOCKET}",
                f"--width={wide}",
                f"--height={high}",
                "--no-config",
            ],
            env=environment(folder, XDG_RUNTIME_DIR=str(folder)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until((folder / _SOCKET).exists, "weston")

    @property
    def variables(self) -> Mapping[str, str]:
        """What a program needs to find it."""
        return {"XDG_RUNTIME_DIR": str(self._folder), "WAYLAND_DISPLAY": _SOCKET}

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)
