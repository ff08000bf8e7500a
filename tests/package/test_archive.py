"""The archive for other Linuxes: unpacked and installed, it runs from where it was put."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from countdown import __version__
from tools.linux_packages import NAME, ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (archive,) = ROOT.glob(f"dist/{NAME}-{__version__}-linux-*.tar.xz")
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["tar", "-xJf", archive, "-C", folder], check=True)
    (only,) = folder.iterdir()
    assert only.name == archive.name.removesuffix(".tar.xz")
    return only


def run(*words: str | Path, home: Path) -> str:
    path = os.environ["PATH"]
    return subprocess.check_output(words, env={"HOME": str(home), "PATH": path}, text=True)


def test_it_runs_where_it_was_unpacked(unpacked: Path, tmp_path: Path) -> None:
    assert run(unpacked / "bin" / "countdown", "--version", home=tmp_path).endswith(
        f"{__version__}\n"
    )


def test_installed_for_a_user_it_runs_without_the_archive(unpacked: Path, tmp_path: Path) -> None:
    run(unpacked / "install.sh", home=tmp_path)
    unpacked.rename(unpacked.parent / "away")
    try:
        program = tmp_path / ".local" / "bin" / "countdown"
        assert "202d 16:17:03" in run(
            program, "status", "scott-kelly", "--at", "2015-10-16T12:00:00Z", home=tmp_path
        )
    finally:
        (unpacked.parent / "away").rename(unpacked)
    icons = tmp_path / ".local" / "share" / "icons" / "hicolor"
    assert (icons / "48x48" / "apps" / "mission-countdown.png").is_file()
    run(unpacked / "install.sh", "--uninstall", home=tmp_path)
    assert not program.exists()
    assert not icons.exists()
