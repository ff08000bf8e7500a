"""The copy of Shiboken that starts sooner: all of it is there, and compiled."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tools.shiboken_support import unpack

if TYPE_CHECKING:
    from pathlib import Path

USED = """
from PySide6.QtCore import QTimer
import shibokensupport, shiboken6
print(shiboken6.__file__, shibokensupport.__file__, sep="\\n")
try:
    QTimer().start("soon")
except TypeError as error:
    print(error)
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, made twice: an older one is in the way."""
    folder = tmp_path_factory.mktemp("environment") / "unpacked"
    unpack(folder)
    unpack(folder)
    return folder


def test_pyside_runs_on_it_and_still_says_what_a_call_lacks(unpacked: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", USED],
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=True,
    )
    shiboken, support, *complaint = told.stdout.splitlines()
    assert shiboken == str(unpacked / "shiboken6" / "__init__.py")
    assert support == str(unpacked / "shiboken6" / "files.dir" / "shibokensupport" / "__init__.pyc")
    assert any("start(msec: int" in line for line in complaint)


def test_its_python_code_is_compiled_and_nothing_of_its_making_is_left(unpacked: Path) -> None:
    assert [one.name for one in unpacked.iterdir()] == ["shiboken6"]
    files = [one for one in (unpacked / "shiboken6" / "files.dir").rglob("*") if one.is_file()]
    assert {one.suffix for one in files} == {".pyc"}
