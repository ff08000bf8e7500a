"""Gathers the licences of everything that comes with the app: a table and a text each.

    python tools/licences.py

writes `resources/licences/` anew for what `requirements/run.txt` locks (`make licences`). The texts
under `kept` there are no package's and stay. A package made on Debian has system libraries
too, and the spec adds theirs.
"""

from __future__ import annotations

import csv
import importlib.metadata
import platform
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "resources" / "licences"
TABLE: Final = "index.tsv"
_LOCKED: Final = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
_LICENCE_FILE: Final = re.compile(r"\.dist-info/(?:licenses/)?(?:.*/)?(?:LICEN[CS]E|COPYING)[^/]*$")
_COMMON: Final = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])")
_DOCS: Final = Path("/usr/share/doc")
_QT: Final = ("pyside6-essentials", "shiboken6")
_BOOTLOADER: Final = "GPL-2.0-or-later WITH Bootloader-exception"


class Licence(NamedTuple):
    """What came along, under which licence, and the file with its text."""

    name: str
    version: str
    licence: str
    file: str


KEPT: Final = (
    Licence("Mission Countdown", "", "MIT", "kept/mission-countdown.txt"),
    Licence(
        "Flights and people, after Jonathan McDowell", "", "CC-BY-4.0", "../catalogue/README.md"
    ),
    Licence("B612 and B612 Mono", "1.008", "OFL-1.1", "../fonts/OFL.txt"),
    Licence("Python", "", "PSF-2.0", "kept/python.txt"),
    Licence("International Components for Unicode", "", "Unicode-DFS-2016", "kept/icu.txt"),
)


def read_table(folder: Path) -> list[Licence]:
    with (folder / TABLE).open(encoding="utf-8", newline="") as file:
        return [Licence(*row) for row in csv.reader(file, "excel-tab")][1:]


def write_table(folder: Path, licences: Iterable[Licence]) -> None:
    with (folder / TABLE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, "excel-tab", lineterminator="\n")
        writer.writerow(Licence._fields)
        writer.writerows(licences)


def gather() -> None:
    """Write the table and the texts of what is locked."""
    for stale in FOLDER.glob("*.txt"):
        stale.unlink()
    write_table(FOLDER, [*KEPT, *map(_of_package, locked())])


def locked() -> list[str]:
    """Return the names of the packages that the app runs with."""
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    return [*(name for name, _ in _LOCKED.findall(lock)), "pyinstaller"]


def _of_package(name: str) -> Licence:
    """Read it from where the package is installed."""
    about = importlib.metadata.distribution(name)
    if name in _QT:
        return Licence(about.metadata["Name"], about.version, "LGPL-3.0-only", "kept/qt.txt")
    texts = [
        file.read_text(encoding="utf-8")
        for file in about.files or []
        if _LICENCE_FILE.search(file.as_posix())
    ]
    file = f"{name}.txt"
    (FOLDER / file).write_text("\n\n".join(texts), encoding="utf-8")
    return Licence(about.metadata["Name"], about.version, _named(name, about), file)


def _named(name: str, about: importlib.metadata.Distribution) -> str:
    if name == "pyinstaller":
        return _BOOTLOADER
    said = about.metadata.get_all("License-Expression") or about.metadata.get_all("License")
    return said[0] if said else "see the text"


def with_system_libraries(libraries: Iterable[str], target: Path) -> None:
    """Copy table and texts to ``target``, and add those of libraries that Debian brought."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(FOLDER, target)
    known = [
        one._replace(version=platform.python_version()) if one.name == "Python" else one
        for one in read_table(FOLDER)
    ]
    packages = sorted(set(filter(None, map(_package_of, libraries))))
    found = [_of_system(package, target) for package in packages]
    write_table(target, [*known, *filter(None, found)])


def _package_of(library: str) -> str:
    """Ask dpkg which package a file is of; nothing where it is of none, or there is no dpkg."""
    if shutil.which("dpkg-query") is None or not library.startswith(("/lib", "/usr/lib")):
        return ""
    real = str(Path(library).resolve())
    for path in (real, real.removeprefix("/usr")):
        asked = ["dpkg-query", "--search", path]
        told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        if told:
            return told.partition(":")[0]
    return ""


def _of_system(package: str, target: Path) -> Licence | None:
    source = _DOCS / package / "copyright"
    if not source.is_file():
        return None
    text = source.read_text(encoding="utf-8", errors="replace")
    (target / f"{package}.txt").write_text(text, encoding="utf-8")
    for name in _COMMON.findall(text):
        common = Path("/usr/share/common-licenses", name)
        if common.is_file():
            shutil.copyfile(common, target / f"common-{name}.txt")
    asked = ["dpkg-query", "--show", "--showformat=${source:Upstream-Version}\n", package]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[0]
    return Licence(package, version, _only_licence(text), f"{package}.txt")


def _only_licence(text: str) -> str:
    """Name the licence that a Debian copyright file has; of several, only the text tells whose."""
    named = set(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE))
    return named.pop() if len(named) == 1 else "see the text"


if __name__ == "__main__":
    gather()
