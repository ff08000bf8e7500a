"""The Debian package, judged by lintian and tried in a bare root, where it shows the same."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from countdown import __version__
from tests.desktop.conftest import skip_without
from tests.desktop.processes import environment
from tests.package.roots import DEPENDENCIES, Root, make_root
from tools.linux_packages import NAME, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PICTURE = (
    "picture", "--view", "main", "--person", "scott-kelly", "--at", "2015-10-16T12:00:00Z",
    "--size", "1920x1080", "--out",
)  # fmt: skip


@pytest.fixture(scope="module")
def deb() -> Path:
    (file,) = ROOT.glob(f"dist/{NAME}_{__version__}_*.deb")
    return file


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Root]:
    folder = tmp_path_factory.mktemp("bare") / "root"
    yield make_root(folder)
    shutil.rmtree(folder)


@pytest.fixture
def root(bare: Root, deb: Path) -> Iterator[Root]:
    """Install it there, and take it away."""
    shutil.copy(deb, bare.folder / "tmp" / "it.deb")
    bare.run("dpkg", "-i", "/tmp/it.deb")
    yield bare
    bare.run("dpkg", "--purge", NAME)


def field(deb: Path, name: str) -> str:
    return subprocess.check_output(["dpkg-deb", "-f", deb, name], text=True).strip()


def test_lintian_finds_no_error(deb: Path) -> None:
    skip_without("lintian")
    judged = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error", deb],
        capture_output=True,
        text=True,
        check=False,
    )
    assert judged.returncode == 0, judged.stdout + judged.stderr


def test_it_asks_for_what_the_bare_root_has(deb: Path) -> None:
    assert field(deb, "Version") == __version__
    asked = {one.split()[0] for one in field(deb, "Depends").split(", ")}
    assert asked == {*DEPENDENCIES.split(","), "libc6"}


def test_it_goes_without_a_trace(bare: Root, deb: Path) -> None:
    before = bare.files()
    shutil.copy(deb, bare.folder / "tmp" / "it.deb")
    bare.run("dpkg", "-i", "/tmp/it.deb")
    assert "usr/bin/countdown" in bare.files()
    bare.run("dpkg", "--purge", NAME)
    assert bare.files() == before


def test_a_newer_one_takes_the_place_of_an_older(root: Root, deb: Path, tmp_path: Path) -> None:
    """The newer one is this one, with another version and a file less."""
    again = tmp_path / "again"
    subprocess.run(["dpkg-deb", "-R", deb, again], check=True)
    control = again / "DEBIAN" / "control"
    control.write_text(
        control.read_text(encoding="utf-8").replace(f"Version: {__version__}", "Version: 99.0")
    )
    gone = "usr/share/icons/hicolor/16x16/apps/mission-countdown.png"
    (again / gone).unlink()
    newer = root.folder / "tmp" / "newer.deb"
    subprocess.run(["dpkg-deb", "-Zgzip", "-z1", "-b", again, newer], check=True)
    root.run("dpkg", "-i", "/tmp/newer.deb")
    assert not (root.folder / gone).exists()
    told = root.run("dpkg-query", "-W", "-f", "${Status} ${Version}", NAME).stdout
    assert told == "install ok installed 99.0"
    assert root.run("countdown", "--version").stdout == f"countdown {__version__}\n"


def test_in_a_bare_root_the_digits_are_right(root: Root) -> None:
    words = ("status", "scott-kelly", "--at", "2015-10-16T12:00:00Z", "--json")
    told = json.loads(root.run("countdown", *words).stdout)
    assert told["counters"]["flight"]["text"] == "202d 16:17:03"
    assert told["counters"]["career"]["text"] == "382d 18:06:07"
    forecast = root.run("countdown", "forecast", "scott-kelly", "--at", "2015-10-16").stdout
    assert "2015-10-29T04:05:19Z" in forecast


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata"])
def test_in_a_bare_root_the_picture_is_the_one_drawn_here(
    root: Root, tmp_path: Path, zone: str
) -> None:
    """With the right fonts and local times, to the pixel."""
    root.run("countdown", *PICTURE, "/tmp/there.png", zone=zone)
    here = tmp_path / "here.png"
    subprocess.run(
        [sys.executable, "-m", "countdown", *PICTURE, here],
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen", TZ=zone),
        check=True,
    )
    there = QImage(str(root.folder / "tmp" / "there.png"))
    assert not there.isNull()
    assert there == QImage(str(here))


def test_in_a_bare_root_the_systems_own_zone_holds(root: Root) -> None:
    link = root.folder / "etc" / "localtime"
    link.unlink(missing_ok=True)
    link.symlink_to("/usr/share/zoneinfo/America/New_York")
    pictures = []
    for zone in (None, "America/New_York", "UTC", ""):
        root.run("countdown", *PICTURE, "/tmp/there.png", zone=zone)
        pictures.append((root.folder / "tmp" / "there.png").read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0] != pictures[2] == pictures[3]


def test_in_a_bare_root_there_is_no_screen_and_it_says_so(root: Root) -> None:
    done = root.run("countdown", check=False)
    assert done.returncode == 0
    assert "there is no screen" in done.stderr
