"""Starting with the user's login: an entry that the app writes, and takes away again.

What the entries say is made by functions of their own, so that tests on Linux read all three. The
Linux entry was tried with the desktop's own tools; those of Windows and macOS were read, not run.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QSettings

from countdown.data.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NAME: Final = "mission-countdown"
_RUN_KEY: Final = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"

_NEEDS_QUOTES: Final = re.compile(r"""[\s"'\\><~|&;$*?#()`]""")
_ESCAPED_IN_QUOTES: Final = re.compile(r'(["`$\\])')
_SWITCHED_OFF: Final = re.compile(
    r"^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$", re.MULTILINE
)
"""How desktops switch an entry off without deleting it."""


class Autostart(Protocol):
    """The entry of this app in what is started with the login."""

    def is_on(self) -> bool:
        """Say whether the app will be started."""
        ...

    def turn_on(self, arguments: Sequence[str]) -> None:
        """Start it from now on, with these arguments; an entry with others is replaced.

        Raises:
            OSError: the entry cannot be written.
        """
        ...

    def turn_off(self) -> None:
        """Start it no more.

        Raises:
            OSError: the entry cannot be taken away.
        """
        ...


class FileAutostart:
    """Linux and macOS: a file with the command in it."""

    def __init__(
        self,
        file: Path,
        content: Callable[[Sequence[str]], str | bytes],
        program: Sequence[str],
    ) -> None:
        self._file = file
        self._content = content
        self._program = program

    def is_on(self) -> bool:
        try:
            written = self._file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        return _SWITCHED_OFF.search(written) is None

    def turn_on(self, arguments: Sequence[str]) -> None:
        write_whole(self._file, self._content([*self._program, *arguments]))

    def turn_off(self) -> None:
        self._file.unlink(missing_ok=True)


class RegistryAutostart:
    """Windows: a value in the user's registry."""

    def __init__(self, run: QSettings, program: Sequence[str]) -> None:
        self._run = run
        self._program = program

    def is_on(self) -> bool:
        return self._run.contains(_NAME)

    def turn_on(self, arguments: Sequence[str]) -> None:
        self._run.setValue(_NAME, windows_command([*self._program, *arguments]))
        self._write()

    def turn_off(self) -> None:
        self._run.remove(_NAME)
        self._write()

    def _write(self) -> None:
        self._run.sync()
        if self._run.status() is not QSettings.Status.NoError:
            raise OSError(f"{self._run.fileName()} cannot be written")


def autostart(platform: str = sys.platform) -> Autostart:
    """Return the way of a platform, for the program that runs now."""
    program = running_program()
    if platform == "win32":
        return RegistryAutostart(QSettings(_RUN_KEY, QSettings.Format.NativeFormat), program)
    if platform == "darwin":
        agent = Path.home() / "Library" / "LaunchAgents" / f"{_NAME}.plist"
        return FileAutostart(agent, launch_agent, program)
    entry = config_folder() / "autostart" / f"{_NAME}.desktop"
    return FileAutostart(entry, desktop_entry, program)


def running_program() -> list[str]:
    """Return the command that starts this app again: the package, or Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "countdown"]


def config_folder() -> Path:
    """Return where a Linux desktop looks for what its user chose."""
    chosen = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".config"


def desktop_entry(command: Sequence[str]) -> str:
    """Return a desktop entry that runs a command at login."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Mission Countdown",
            "Comment=How long people have been in orbit, and when the records fall",
            f"Exec={exec_line(command)}",
            f"Icon={_NAME}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def exec_line(command: Sequence[str]) -> str:
    r"""Return a command as the value of ``Exec``.

    Two rules are laid over each other: an argument with a special character stands in quotes,
    with backslashes before what is special even there; and then the value as a whole is a text
    with its own escapes, so ``$`` is written ``\\$``. A percent sign is doubled.
    """
    if "%" in command[0]:  # GLib looks for the program before it reads the percent signs
        command = ["env", *command]
    words = []
    for word in command:
        quoted = word.replace("%", "%%")
        if not word or _NEEDS_QUOTES.search(word):
            quoted = '"' + _ESCAPED_IN_QUOTES.sub(r"\\\1", quoted) + '"'
        words.append(quoted)
    line = " ".join(words).replace("\\", r"\\")
    return line.replace("\n", r"\n").replace("\t", r"\t").replace("\r", r"\r")


def launch_agent(command: Sequence[str]) -> bytes:
    """Return a property list by which macOS runs a command at login."""
    import plistlib

    return plistlib.dumps(
        {"Label": _NAME, "ProgramArguments": list(command), "RunAtLoad": True},
        sort_keys=False,
    )


def windows_command(command: Sequence[str]) -> str:
    """Return a command as Windows reads it from the registry."""
    import subprocess

    return subprocess.list2cmdline(command)
