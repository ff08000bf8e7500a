"""What a desktop knows the app by: entry, file type, description and manual, as it reads them."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from countdown import __version__
from countdown.cli import arguments
from tests.desktop.conftest import skip_without
from tools.licences import FOLDER, read_table
from tools.linux_packages import METAINFO, SOURCES, copyright_file, filled_in, newest_release

if TYPE_CHECKING:
    from pathlib import Path

RELEASE = newest_release((SOURCES / "changelog").read_text(encoding="utf-8"))
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
OPTION = re.compile(r"--[a-z-]+")
COMMANDS = (
    "status", "people", "standings", "forecast", "history", "explain", "calendar", "check",
    "picture",
)  # fmt: skip


def checked(*words: str | Path) -> str:
    """Run a tool that judges a file, and return what it found."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_changelog_is_of_the_apps_own_version() -> None:
    assert RELEASE.version == __version__
    with pytest.raises(SystemExit, match=f"the app is {__version__}"):
        newest_release(
            "mission-countdown (0.0.9) stable; urgency=medium\n\n"
            " -- Somebody <a@b>  Sat, 28 Nov 2026 12:00:00 +0000\n"
        )


def test_the_desktop_entry_is_valid() -> None:
    skip_without("desktop-file-validate")
    assert checked("desktop-file-validate", SOURCES / "mission-countdown.desktop") == ""


def test_the_description_is_valid(tmp_path: Path) -> None:
    skip_without("appstreamcli")
    file = tmp_path / METAINFO
    file.write_text(filled_in(SOURCES / METAINFO, RELEASE), encoding="utf-8")
    checked("appstreamcli", "validate", "--no-net", file)
    newest = ET.parse(file).find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_a_mission_file_is_known_by_its_name(tmp_path: Path) -> None:
    skip_without("update-mime-database", "gio")
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    source = SOURCES / "mission-countdown.mime.xml"
    (packages / source.name).write_bytes(source.read_bytes())
    checked("update-mime-database", tmp_path / "mime")
    globs = (tmp_path / "mime" / "globs").read_text(encoding="utf-8")
    assert "application/x-mission-countdown:*.mission" in globs


def test_everybody_calls_the_file_type_the_same() -> None:
    told = ET.parse(SOURCES / "mission-countdown.mime.xml").find(f"{MIME}mime-type")
    assert told is not None
    name = told.get("type")
    entry = (SOURCES / "mission-countdown.desktop").read_text(encoding="utf-8")
    assert f"MimeType={name};" in entry
    assert f"<mediatype>{name}</mediatype>" in (SOURCES / METAINFO).read_text(encoding="utf-8")


def options_of(words: list[str], capsys: pytest.CaptureFixture[str]) -> set[str]:
    with pytest.raises(SystemExit):
        arguments.parse([*words, "--help"])
    return set(OPTION.findall(capsys.readouterr().out))


def test_the_manual_has_every_option_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    manual = (SOURCES / "countdown.1").read_text(encoding="utf-8").replace(r"\-", "-")
    general, _, commands = manual.partition("\n.SH COMMANDS")
    assert set(OPTION.findall(general)) == options_of([], capsys)
    of_commands = set().union(*(options_of([name], capsys) for name in COMMANDS)) - {"--help"}
    assert set(OPTION.findall(commands)) - {"--help"} == of_commands


def test_the_manual_has_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    manual = (SOURCES / "countdown.1").read_text(encoding="utf-8")
    described = re.findall(r'^\.(?:B|BI|BR) "?countdown ([a-z]+)', manual, re.MULTILINE)
    assert tuple(described) == COMMANDS
    with pytest.raises(SystemExit):
        arguments.parse(["--help"])
    listed = re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.MULTILINE)
    assert tuple(listed) == COMMANDS


def test_the_manual_can_be_set() -> None:
    skip_without("man")
    page = SOURCES / "countdown.1"
    assert "warning" not in checked("man", "--warnings", "-l", "-Tutf8", page).lower()


def test_the_copyright_file_names_everything_that_came_along() -> None:
    text = copyright_file(read_table(FOLDER))
    assert text.startswith("Format: https://www.debian.org/")
    for one in read_table(FOLDER):
        assert f"{one.licence} ({one.file})" in text
    assert all(line.startswith((" ", "#")) or ":" in line for line in text.splitlines() if line)
