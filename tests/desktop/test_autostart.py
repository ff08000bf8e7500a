"""The autostart entry, as the desktop's own tools check and start it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from countdown.services.autostart import FileAutostart, desktop_entry
from tests.desktop.conftest import skip_without
from tests.desktop.processes import environment, until

if TYPE_CHECKING:
    from pathlib import Path

ARGUMENTS = ["--display", "two words", "100%f", 'a "quote"', "$HOME `id` \\n", "Пётр", ""]


def test_the_desktop_takes_it_for_valid_and_starts_the_very_command(tmp_path: Path) -> None:
    skip_without("desktop-file-validate", "gio")
    told = tmp_path / "told"
    program = tmp_path / "Ναυτίλος 100% sûr" / "count down"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{told}.part'; mv '{told}.part' '{told}'\n"
    )
    program.chmod(0o755)
    entry = tmp_path / "autostart" / "mission-countdown.desktop"
    FileAutostart(entry, desktop_entry, [str(program)]).turn_on(ARGUMENTS)

    checked = subprocess.run(
        ["desktop-file-validate", entry], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")

    subprocess.run(["gio", "launch", entry], env=environment(tmp_path), check=True, timeout=20)
    until(told.exists, "the program to be started")
    assert told.read_text(encoding="utf-8").split("\0")[:-1] == ARGUMENTS
