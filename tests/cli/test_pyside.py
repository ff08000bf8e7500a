"""A start takes the Shiboken that was unpacked for it, while it is a copy of the installed one."""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING

import pytest

from countdown.cli.pyside import UNPACKED, take_unpacked_shiboken
from tests.cli.running import start_python

if TYPE_CHECKING:
    from pathlib import Path

INSTALLED = '__version__ = "6.11.3"\n'
LOADED = """
import sys
from countdown.__main__ import main
main()
print(sys.modules["shiboken6"].__file__, file=sys.stderr)
"""


def write_shiboken(folder: Path, text: str) -> Path:
    """Write as much of a Shiboken as is looked at."""
    (folder / "shiboken6").mkdir(parents=True)
    (folder / "shiboken6" / "__init__.py").write_text(text, "utf-8")
    return folder


def found() -> str | None:
    """Return whose Shiboken would be loaded."""
    spec = PathFinder.find_spec("shiboken6")
    return None if spec is None else spec.origin


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where PySide is installed; it is not loaded yet."""
    folder = write_shiboken(tmp_path / "installed", INSTALLED)
    monkeypatch.delitem(sys.modules, "shiboken6", raising=False)
    monkeypatch.setattr(sys, "path", [str(folder)])
    importlib.invalidate_caches()
    return folder


@pytest.mark.usefixtures("installed")
def test_a_copy_of_the_installed_one_comes_before_it(tmp_path: Path) -> None:
    unpacked = write_shiboken(tmp_path / "unpacked", INSTALLED)
    take_unpacked_shiboken(unpacked)
    assert found() == str(unpacked / "shiboken6" / "__init__.py")


@pytest.mark.parametrize("text", ['__version__ = "6.11.2"\n', ""])
def test_a_copy_of_another_version_is_left_alone(
    installed: Path, tmp_path: Path, text: str
) -> None:
    take_unpacked_shiboken(write_shiboken(tmp_path / "unpacked", text))
    assert found() == str(installed / "shiboken6" / "__init__.py")


def test_without_a_copy_the_installed_one_is_taken(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        take_unpacked_shiboken(folder)
        assert found() == str(installed / "shiboken6" / "__init__.py")


def test_what_is_loaded_already_stays(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shiboken6", sys)
    take_unpacked_shiboken(write_shiboken(tmp_path / "unpacked", INSTALLED))
    assert found() == str(installed / "shiboken6" / "__init__.py")


def test_the_app_runs_on_the_one_that_make_has_unpacked(tmp_path: Path) -> None:
    out = str(tmp_path / "kelly.png")
    words = ("picture", "--view", "pin", "--person", "scott-kelly", "--size", "360x132")
    answer = start_python("-c", LOADED, *words, "--out", out)
    assert answer.err.strip().startswith(str(UNPACKED))
