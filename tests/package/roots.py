"""A bare Debian root to install into: no Python, no zone data, no fonts, no screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

DEPENDENCIES: Final = "libegl1,libgl1,fontconfig-config"
_BARE: Final = ("usr/share/zoneinfo", "usr/share/fonts")


class Root:
    """A folder that programs take for the whole system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(
        self, *words: str, check: bool = True, zone: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        return subprocess.run(
            ["chroot", self.folder, *words],
            env=variables if zone is None else {**variables, "TZ": zone},
            capture_output=True,
            text=True,
            check=check,
        )

    def files(self) -> set[str]:
        """Return every file outside of dpkg's own books and what is made while it runs."""
        own = ("var/lib/dpkg", "var/log", "var/cache", "tmp", "root")
        found = (str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))
        return {name for name in found if not name.startswith(own)}


def make_root(folder: Path) -> Root:
    """Make one of what apt-get reaches, or skip."""
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        pytest.skip("needs root, and mmdebstrap")
    release = Path("/etc/os-release").read_text(encoding="ascii")
    suite = release.partition("VERSION_CODENAME=")[2].split()[0]
    made = subprocess.run(
        ["mmdebstrap", "--variant=minbase", f"--include={DEPENDENCIES}", suite, folder],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"no bare root could be made: {made.stderr.splitlines()[-1]}")
    for name in _BARE:
        shutil.rmtree(folder / name)
    root = Root(folder)
    assert root.run("which", "python3", check=False).returncode == 1
    return root
