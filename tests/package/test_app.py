"""The app as a package: it has what it needs and nothing else, and does all that it does elsewhere.

That its windows, notices and locks work is tested in tests/desktop, against the package too.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtGui import QImage

import countdown
from countdown import __version__
from tests.desktop.processes import PACKAGE, command, environment, run_app
from tools.bundling import EXCLUDED_MODULES
from tools.licences import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(PACKAGE or "", "_internal")
PLUGINS: Final = FOLDER / "PySide6" / "Qt" / "plugins"
SOURCE: Final = Path(countdown.__file__).parent
KELLY: Final = ("scott-kelly", "--at", "2015-10-16T12:00:00Z")
NOT_HERE: Final = {"_typeshed", "collections.abc", "msvcrt", "winreg"}
"""What is imported for types alone, or on other systems."""

MAIN_PAGES: Final = ["mission", "up", "vehicle", "records", "chart", "highlights", "race", "words"]
DISPLAY_PAGES: Final = ["counter", "record", "ladder", "up", "timeline", "fall"]
COMMANDS: Final = {
    "status": ["scott-kelly"],
    "people": [],
    "standings": ["--category", "flight", "--scope", "women"],
    "forecast": ["scott-kelly"],
    "history": ["--category", "career", "--scope", "world"],
    "explain": ["scott-kelly", "383"],
}


def modules_inside() -> set[str]:
    """Return the Python modules that the package has, its own and Python's."""
    viewer = [sys.executable, "-m", "PyInstaller.utils.cliutils.archive_viewer", "-l", "-r", "-b"]
    told = subprocess.check_output([*viewer, *command()], text=True)
    inside = set(re.findall(r"^\s*'?([\w.]+)", told, re.MULTILINE))
    inside |= {
        ".".join(file.relative_to(FOLDER).with_suffix("").parts).removesuffix(".__init__")
        for file in FOLDER.rglob("*.pyc")
    }
    extensions = [*FOLDER.glob("python3*/lib-dynload/*.so"), *FOLDER.glob("*/*.abi3.so")]
    inside |= {file.name.partition(".")[0] for file in extensions}
    inside |= {f"PySide6.{file.name.partition('.')[0]}" for file in FOLDER.glob("PySide6/*.so")}
    return inside | set(sys.builtin_module_names)


def imported_by(modules: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each module that one of the app's imports anywhere, early or late, and by whom."""
    for file in SOURCE.rglob("*.py"):
        if ".".join(file.relative_to(SOURCE.parent).with_suffix("").parts) not in modules:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                for name in node.names:
                    yield name.name, file.name
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module, file.name


def test_it_says_which_version_it_is(tmp_path: Path) -> None:
    assert run_app(tmp_path, "--version").stdout == f"countdown {__version__}\n"


def test_whatever_is_imported_late_is_in_it() -> None:
    inside = modules_inside()
    assert "countdown.windows.what_if_dialog" in inside
    missing = {(name, by) for name, by in imported_by(inside) if name not in inside | NOT_HERE}
    assert not missing


@pytest.mark.parametrize("name", COMMANDS)
def test_a_text_command_says_the_same_as_from_source(name: str, tmp_path: Path) -> None:
    words = (name, *COMMANDS[name], "--at", "2015-10-16T12:00:00Z", "--json")
    source = subprocess.run(
        [sys.executable, "-m", "countdown", *words],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run_app(tmp_path, *words).stdout) == json.loads(source.stdout)


def test_it_writes_a_calendar(tmp_path: Path) -> None:
    out = tmp_path / "kelly.ics"
    run_app(tmp_path, "calendar", *KELLY, "--out", str(out))
    assert out.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


def test_it_checks_its_own_catalogue(tmp_path: Path) -> None:
    done = run_app(tmp_path, "check", str(FOLDER / "resources" / "catalogue"))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("view", "page"),
    [
        *(
            ("main", page)
            for page in [
                "mission",
                "up",
                "vehicle",
                "records",
                "chart",
                "highlights",
                "race",
                "words",
            ]
        ),
        *(("display", page) for page in ["counter", "record", "ladder", "up", "timeline", "fall"]),
        ("pin", ""),
    ],
)
def test_each_picture_is_the_one_drawn_from_source(view: str, page: str, tmp_path: Path) -> None:
    words = ["picture", "--view", view, "--person", *KELLY, "--size", "1280x800"]
    if page:
        words += ["--page", page]
    drawn: list[QImage] = []
    for program in (command(), [sys.executable, "-m", "countdown"]):
        out = tmp_path / f"{len(drawn)}.png"
        subprocess.run(
            [*program, *words, "--out", out],
            env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"),
            check=True,
        )
        drawn.append(QImage(str(out)))
    assert not drawn[0].isNull()
    assert drawn[0] == drawn[1]


def test_it_draws_svg(tmp_path: Path) -> None:
    out = tmp_path / "main.svg"
    run_app(tmp_path, "picture", "--view", "main", "--person", *KELLY, "--out", str(out))
    assert out.read_text(encoding="utf-8").count("<path") > 100


@pytest.mark.parametrize(
    "plugin",
    [
        "platforms/libqxcb.so",
        "platforms/libqwayland.so",
        "platforms/libqoffscreen.so",
        "wayland-shell-integration/libxdg-shell.so",
        "wayland-decoration-client/libbradient.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platformthemes/libqxdgdesktopportal.so",
        "iconengines/libqsvgicon.so",
        "imageformats/libqsvg.so",
        "printsupport/libcupsprintersupport.so",
    ],
)
def test_a_plugin_is_there_with_all_it_is_linked_to(plugin: str) -> None:
    told = subprocess.run(
        ["ldd", PLUGINS / plugin],
        env={**os.environ, "LD_LIBRARY_PATH": str(FOLDER)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    missing = [line.split()[0] for line in told.splitlines() if "not found" in line]
    assert set(missing) <= {"libcups.so.2"}


def test_nothing_is_there_that_is_never_loaded() -> None:
    names = {path.name for path in FOLDER.rglob("*")}
    assert not [name for name in names if "gtk" in name.lower() or "qml" in name.lower()]
    assert not names & {"libcrypto.so.3", "libqvnc.so", "translations"}
    assert not {name for name in modules_inside() if name.startswith(tuple(EXCLUDED_MODULES))}
    assert not [path for path in FOLDER.rglob("*") if path.is_symlink() and not path.exists()]


def test_it_has_zones_fonts_help_and_themes() -> None:
    assert (FOLDER / "tzdata" / "zoneinfo" / "America" / "New_York").is_file()
    ours = Path(SOURCE.parents[1], "resources")
    for file in ours.rglob("*"):
        if file.is_file() and "licences" not in file.parts:
            assert (FOLDER / "resources" / file.relative_to(ours)).read_bytes() == file.read_bytes()


def test_it_has_the_licence_of_every_library_from_a_debian_package() -> None:
    folder = FOLDER / "resources" / "licences"
    table = read_table(folder)
    assert all((folder / one.file).is_file() for one in table)
    named = {one.name for one in table}
    assert {"Python", "PySide6_Essentials", "pyinstaller"} <= named
    if Path("/etc/debian_version").exists():
        assert {"libglib2.0-0", "libxcb-cursor0", "zlib1g"} <= named


def test_pythons_support_for_qt_is_there_in_compiled_form() -> None:
    """Else it would be unpacked and compiled at each start."""
    files = list((FOLDER / "shiboken6" / "files.dir").rglob("*.*"))
    assert files
    assert {file.suffix for file in files if file.is_file()} == {".pyc"}
