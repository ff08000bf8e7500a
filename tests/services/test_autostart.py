"""Starting with the login: what the entries of three systems say, and that they come and go."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from countdown.services.autostart import (
    FileAutostart,
    RegistryAutostart,
    autostart,
    desktop_entry,
    exec_line,
    launch_agent,
    running_program,
    windows_command,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from countdown.services.autostart import Autostart

COMMAND = ["/opt/Ναυτίλος 100% sûr/count down", "--display", "--screen", 'the "big" one', "$HOME"]
words = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12), min_size=1
)


def read_as_a_desktop_does(line: str) -> list[str]:
    """Undo the escapes of a text, let a shell split the words, and halve the percent signs.

    That is how GLib does it, whose rules of quoting are the shell's.
    """
    marks = {"n": "\n", "t": "\t", "r": "\r", "s": " ", "\\": "\\"}
    parts = iter(line)
    text = "".join(marks[next(parts)] if part == "\\" else part for part in parts)
    done = subprocess.run(
        ["sh", "-c", f"printf '%s\\0' {text}"], capture_output=True, check=True, timeout=10
    )
    return [word.replace("%%", "%") for word in done.stdout.decode().split("\0")[:-1]]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@given(command=words)
def test_any_command_comes_out_of_a_desktop_entry_as_it_went_in(command: list[str]) -> None:
    line = exec_line(command)
    assert "\n" not in line
    assert read_as_a_desktop_does(line)[-len(command) :] == command


def test_plain_words_are_not_quoted_and_others_are() -> None:
    assert exec_line(["/usr/bin/countdown", "--display"]) == "/usr/bin/countdown --display"
    assert exec_line(["/opt/my apps/it", "50%", "$x"]) == r'"/opt/my apps/it" 50%% "\\$x"'
    assert exec_line(["/opt/50%/it"]) == "env /opt/50%%/it"


def test_the_desktop_entry_is_an_application_without_a_terminal() -> None:
    lines = desktop_entry(["countdown", "--display"]).splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert "Type=Application" in lines
    assert "Terminal=false" in lines
    assert "Exec=countdown --display" in lines


def test_the_launch_agent_runs_the_command_at_login() -> None:
    agent = plistlib.loads(launch_agent(COMMAND))
    assert agent["ProgramArguments"] == COMMAND
    assert agent["RunAtLoad"] is True
    assert agent["Label"] == "mission-countdown"


def test_windows_gets_one_line() -> None:
    assert windows_command([r"C:\Program Files\countdown.exe", "--display"]) == (
        r'"C:\Program Files\countdown.exe" --display'
    )


def test_what_is_started_is_what_runs_now(monkeypatch: pytest.MonkeyPatch) -> None:
    assert running_program() == [sys.executable, "-m", "countdown"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/countdown/countdown")
    assert running_program() == ["/opt/countdown/countdown"]


def linux(folder: Path) -> Autostart:
    return FileAutostart(folder / "autostart" / "us.desktop", desktop_entry, ["countdown"])


def macos(folder: Path) -> Autostart:
    return FileAutostart(folder / "agents" / "us.plist", launch_agent, ["countdown"])


def windows(folder: Path) -> Autostart:
    run = QSettings(str(folder / "registry.ini"), QSettings.Format.IniFormat)
    return RegistryAutostart(run, ["countdown"])


@pytest.mark.parametrize("system", [linux, macos, windows])
def test_it_is_off_until_it_is_turned_on_and_again_when_it_is_turned_off(
    system: Callable[[Path], Autostart], tmp_path: Path
) -> None:
    entry = system(tmp_path)
    assert not entry.is_on()
    entry.turn_on(["--display"])
    entry.turn_on(["--display", "--screen", "2"])
    assert entry.is_on()
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(written) == 1
    assert "--screen" in written[0].read_text(encoding="utf-8")
    entry.turn_off()
    entry.turn_off()
    assert not entry.is_on()


@pytest.mark.parametrize("system", [linux, macos, windows])
def test_a_place_that_cannot_be_written_is_an_error(
    system: Callable[[Path], Autostart], tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file, where a folder should be")
    entry = system(tmp_path / "home")
    with pytest.raises(OSError, match=r".+"):
        entry.turn_on(["--display"])


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_has_switched_off_is_off(line: str, tmp_path: Path) -> None:
    file = tmp_path / "us.desktop"
    entry = FileAutostart(file, desktop_entry, ["countdown"])
    entry.turn_on([])
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert not entry.is_on()
    entry.turn_on([])
    assert entry.is_on()


@pytest.mark.parametrize(
    ("config", "expected"),
    [("{home}/conf", "conf"), ("", ".config"), ("relative/path", ".config")],
    ids=["chosen", "not chosen", "relative"],
)
def test_linux_looks_where_the_desktop_does(
    config: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", config.format(home=tmp_path))
    autostart("linux").turn_on(["--display"])
    file = tmp_path / expected / "autostart" / "mission-countdown.desktop"
    assert "-m countdown --display\n" in file.read_text(encoding="utf-8")


def test_macos_looks_in_the_user_s_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    autostart("darwin").turn_on([])
    assert (tmp_path / "Library" / "LaunchAgents" / "mission-countdown.plist").exists()
