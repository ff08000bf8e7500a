"""The script of the archive: installs, installs over, and takes away all it brought."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from countdown.services.autostart import exec_line
from tools.linux_packages import SOURCES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="for Linux")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Lay out what an archive holds, with a small program in the app's place."""
    folder = tmp_path / "mission-countdown-1.2.3"
    program = folder / "lib" / "mission-countdown" / "countdown"
    entry = folder / "share" / "applications" / "mission-countdown.desktop"
    mime = folder / "share" / "mime" / "packages" / "mission-countdown.xml"
    for file in (program, entry, mime):
        file.parent.mkdir(parents=True)
    shutil.copy(SOURCES / "mission-countdown.mime.xml", mime)
    program.write_text("#!/bin/sh\necho countdown 1.2.3\n", encoding="ascii")
    program.chmod(0o755)
    (folder / "bin").mkdir()
    (folder / "bin" / "countdown").symlink_to("../lib/mission-countdown/countdown")
    shutil.copy(SOURCES / entry.name, entry)
    shutil.copy(SOURCES / "install.sh", folder)
    return folder


def run(archive: Path, *words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [archive / "install.sh", *words],
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Make a home in which other programs live too."""
    home = tmp_path / "home of María"
    other = home / ".local" / "share" / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.touch()
    return home


def test_for_one_user_it_is_in_the_home_and_starts_from_anywhere(archive: Path, home: Path) -> None:
    done = run(archive, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    program = home / ".local" / "bin" / "countdown"
    assert done.stdout == f"Installed: {program}\n"
    assert subprocess.check_output([program], text=True) == "countdown 1.2.3\n"
    entry = home / ".local" / "share" / "applications" / "mission-countdown.desktop"
    commands = [
        line for line in entry.read_text(encoding="utf-8").splitlines() if line[:5] == "Exec="
    ]
    assert commands[0] == f'Exec="{program}" %F'
    assert all(f'"{program}"' in command for command in commands)


def test_it_takes_away_all_it_brought_and_nothing_else(archive: Path, home: Path) -> None:
    before = files_in(home)
    run(archive, home=home)
    assert files_in(home) > before
    done = run(archive, "--uninstall", home=home)
    assert done.returncode == 0
    assert "Your preferences and missions stay" in done.stdout
    left = files_in(home) - before  # what is kept of the other program's entry
    assert all(name.endswith("mimeinfo.cache") for name in left)


def test_a_home_that_was_empty_stays_and_nobody_knows_the_file_type_any_more(
    archive: Path, tmp_path: Path
) -> None:
    home = tmp_path / "empty"
    home.mkdir()
    run(archive, home=home)
    run(archive, "--uninstall", home=home)
    assert files_in(home) == {".local"}


@pytest.mark.parametrize("name", ["a & b", "one|two", '$HOME `of` "María"', r"back\slash", "50 %"])
def test_a_folder_may_have_any_name(archive: Path, home: Path, tmp_path: Path, name: str) -> None:
    done = run(archive, "--prefix", tmp_path / name, home=home)
    assert (done.returncode, done.stderr) == (0, "")
    entry = tmp_path / name / "share" / "applications" / "mission-countdown.desktop"
    started = exec_line([str(tmp_path / name / "bin" / "countdown")]).removeprefix("env ")
    assert f"Exec={started} %F\n" in entry.read_text(encoding="utf-8")


def test_where_a_shell_looks_for_folders_first_does_not_matter(
    archive: Path, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere" / archive.name).mkdir(parents=True)
    done = subprocess.run(
        [f"{archive.name}/install.sh"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "CDPATH": str(tmp_path / "elsewhere")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_home_it_asks_where_to(archive: Path) -> None:
    done = subprocess.run(
        [archive / "install.sh"],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "HOME is not set" in done.stderr


def test_a_newer_one_leaves_nothing_of_the_older(archive: Path, home: Path) -> None:
    old = archive / "lib" / "mission-countdown" / "old.so"
    old.touch()
    run(archive, home=home)
    old.unlink()
    assert run(archive, home=home).returncode == 0
    installed = home / ".local" / "lib" / "mission-countdown"
    assert not (installed / old.name).exists()
    assert (installed / "countdown").exists()


def test_it_goes_to_any_folder(archive: Path, home: Path, tmp_path: Path) -> None:
    opt = tmp_path / "opt"
    assert run(archive, "--prefix", opt, home=home).returncode == 0
    assert (opt / "bin" / "countdown").exists()
    assert run(archive, f"--prefix={opt}", "--uninstall", home=home).returncode == 0
    assert not (opt / "bin").exists()
    assert not (opt / "lib").exists()


def test_it_takes_away_nothing_that_is_not_its_own(archive: Path, home: Path) -> None:
    assert "nothing of it is installed" in run(archive, "--uninstall", home=home).stderr
    foreign = home / ".local" / "lib" / "mission-countdown" / "mine.txt"
    foreign.parent.mkdir(parents=True)
    foreign.touch()
    done = run(archive, home=home)
    assert done.returncode == 1
    assert "not from here" in done.stderr
    assert foreign.exists()


def test_another_program_of_that_name_stays(archive: Path, home: Path) -> None:
    other = home / ".local" / "bin" / "countdown"
    other.parent.mkdir()
    other.write_text("another", encoding="ascii")
    done = run(archive, home=home)
    assert done.returncode == 1
    assert "not from here" in done.stderr
    assert other.read_text(encoding="ascii") == "another"


def test_it_says_how_it_is_used(archive: Path, home: Path) -> None:
    assert run(archive, "--nonsense", home=home).returncode == 2
    assert run(archive, "--help", home=home).stdout.startswith("usage: ")
