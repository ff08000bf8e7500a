"""A start loads of PySide what it needs, from where that is compiled, and the rest when asked."""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING

import pytest

from countdown.cli.pyside import UNPACKED, load_qt, take_unpacked_shiboken
from tests.cli.running import start_python

if TYPE_CHECKING:
    from pathlib import Path

INSTALLED = '__version__ = "6.11.3"\n'
QT = """
import builtins, sys
finders = list(sys.meta_path)
from countdown.cli.pyside import load_qt
load_qt()
from PySide6.QtCore import QTimer
"""
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


def in_python(script: str) -> list[str]:
    """Return the lines that a fresh Python prints, which has loaded Qt as a start does."""
    return start_python("-c", QT + script).lines


def test_what_explains_wrong_calls_is_not_loaded() -> None:
    loaded = in_python("print(*sys.modules, sep='\\n')")
    assert "PySide6.QtCore" in loaded
    assert not {"dis", "random", "tokenize"} & set(loaded), "inspect, tempfile or traceback ran"


def test_a_wrong_call_is_explained_nevertheless() -> None:
    told = in_python("""
try:
    QTimer().start("soon")
except TypeError as error:
    print(error)
""")
    assert any("start(msec: int" in line for line in told)


def test_what_was_put_off_is_there_for_who_imports_it() -> None:
    told = in_python("""
import tempfile, traceback
from zipfile import ZipFile
print(type(tempfile).__name__, type(traceback).__name__, ZipFile.__name__, tempfile.__spec__.loader)
print(*traceback.format_exception_only(ValueError("down")))
print(hasattr(tempfile, "crew"), tempfile.__class__.__name__)
""")
    kinds, words, missing = (line for line in told if line)
    assert kinds.startswith("_Unread _Unread ZipFile <")
    assert "SourceFileLoader" in kinds
    assert words == "ValueError: down"
    assert missing == "False module"


def test_who_asks_while_another_thread_is_told_waits_for_all_of_it() -> None:
    told = in_python("""
import threading, zipfile
known = vars(zipfile)
loader, lock = known["__unread__"], known["__reading__"]
ready, asked, go = (threading.Event() for _ in "123")
class Slow:
    def exec_module(self, module):
        known["ZipFile"] = "half of it"
        ready.set()
        assert go.wait(20)
        loader.exec_module(module)
class Watched:
    def __enter__(self):
        if ready.is_set():
            asked.set()
        lock.acquire()
    def __exit__(self, *error):
        lock.release()
known["__unread__"], known["__reading__"] = Slow(), Watched()
found = []
first, second = (threading.Thread(target=lambda: found.append(zipfile.ZipFile)) for _ in "12")
first.start()
assert ready.wait(20)
second.start()
assert asked.wait(20)
print(found)
go.set()
first.join()
second.join()
print(len(found), *{one.__name__ for one in found})
""")
    assert told == ["[]", "2 ZipFile"]


def test_one_that_fails_is_there_for_who_asks_again() -> None:
    told = in_python("""
import traceback
known = vars(traceback)
loader = known["__unread__"]
class Failing:
    def exec_module(self, module):
        raise RecursionError("too deep")
known["__unread__"] = Failing()
for _ in range(2):
    try:
        traceback.format_exc
    except RecursionError as error:
        print(error)
known["__unread__"] = loader
print(traceback.format_exc.__name__)
""")
    assert told == ["too deep", "too deep", "format_exc"]


def test_once_the_app_runs_an_error_finds_ready_what_explains_it() -> None:
    told = in_python("""
import traceback
from countdown.cli.pyside import read_the_rest
read_the_rest()
read_the_rest()
from shibokensupport.signature import errorhandler, layout, parser
print(*(type(one).__name__ for one in (traceback, errorhandler, layout, parser)))
""")
    assert told == ["module module module module"]


def test_later_imports_go_without_the_features_of_pyside() -> None:
    """They are an extra call or more for each."""
    told = in_python("print(builtins.__import__.__name__, sys.meta_path == finders)")
    assert told[0] != "__feature_import__ True"
    assert told[0].endswith(" True")


def test_where_qt_is_loaded_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtCore", sys)
    before = list(sys.path), list(sys.meta_path)
    load_qt()
    assert before == (sys.path, sys.meta_path)


def test_members_of_enumerations_are_guarded_again() -> None:
    told = in_python("""
from enum import Enum
from PySide6.QtCore import Qt
class Phase(Enum):
    ORBIT = 1
for phases, name in ((Phase, "ORBIT"), (Qt.Key, "Key_Escape")):
    for change in (lambda: setattr(phases, name, 2), lambda: delattr(phases, name)):
        try:
            change()
        except AttributeError:
            print("refused")
""")
    assert told == ["refused"] * 4
