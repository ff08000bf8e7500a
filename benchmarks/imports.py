"""What is imported until the main window has painted its first frame, and how long that takes.

    python benchmarks/imports.py [--all]

Median of 5 starts, beside the bare window of floor.py: what that imports as well is PySide's own,
and left out. The aim: nothing of what `NOT_NEEDED` lists. Times come from `-X importtime`, which
slows what it measures: trust the order, not the sum.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.contenders import STORY

ROOT: Final = str(Path(__file__).resolve().parents[1])
RUNS: Final = 5
SHOWN: Final = 25
NOT_NEEDED: Final = {
    "asyncio", "concurrent", "csv", "ctypes", "dataclasses", "decimal", "difflib", "email",
    "ftplib", "getpass", "http", "icalendar", "jeepney", "logging", "multiprocessing",
    "pdb", "pickle", "platform", "pprint", "queue", "sqlite3", "ssl", "statistics", "subprocess",
    "tarfile", "tempfile", "traceback", "unittest", "uuid", "xml", "zoneinfo", "PySide6.QtDBus",
    "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtTest",
    "countdown.core.explanations", "countdown.core.history", "countdown.core.what_if",
    "countdown.windows.about_window", "countdown.windows.crash_dialog",
    "countdown.windows.display_window", "countdown.windows.editor_window",
    "countdown.windows.glossary_dialog", "countdown.windows.pinned_window",
    "countdown.windows.main_menu", "countdown.windows.own_desk",
    "countdown.windows.records_page", "countdown.windows.section_stack",
    "countdown.windows.settings_window", "countdown.windows.side_panel", "countdown.windows.tray",
}  # fmt: skip
"""What the first frame can do without: it comes later, or for another command."""

_FIRST: Final = """
import os, sys
def watch(face):
    paint = face.paintEvent
    def watched(self, event):
        paint(self, event)
        sys.modules["PySide6.QtCore"].QTimer.singleShot(0, lambda: os._exit(0))
    face.paintEvent = watched
"""
"""Ends the process when what was painted first is on its way to the screen."""
_BARE: Final = (
    _FIRST
    + """
from benchmarks.floor import Digits, QApplication, shown
watch(Digits)
qt = QApplication(sys.argv)
window = shown()
qt.exec()
"""
)
_APP: Final = (
    _FIRST
    + f"""
import importlib.util
class Watcher:
    # Nothing is imported sooner than in a start of the app.
    def find_spec(self, name, path, target=None):
        if name != "countdown.widgets.counter_face":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def load_and_watch(module):
            load(module)
            watch(module.CounterFace)
        spec.loader.exec_module = load_and_watch
        return spec
sys.meta_path.insert(0, Watcher())
sys.argv[1:] = {list(STORY)!r}
from countdown.__main__ import main
sys.exit(main())
"""
)

_LINE: Final = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)$", re.MULTILINE)


def imported(script: str) -> dict[str, float]:
    """Run a script until its first frame; return the milliseconds that each import took itself."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", script],
            env={
                **os.environ,
                "HOME": folder,
                "XDG_CONFIG_HOME": folder,
                "XDG_STATE_HOME": folder,
                "PYTHONPATH": os.pathsep.join((f"{ROOT}/src", ROOT)),
                "QT_QPA_PLATFORM": "offscreen",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
        ).stderr
    return {name: int(micros) / 1_000 for micros, name in _LINE.findall(told)}


def not_needed() -> list[str]:
    """Return what the main window imports in vain before its first frame."""
    ours = imported(_APP).keys() - imported(_BARE).keys()
    return sorted(one for one in ours if one in NOT_NEEDED)


def _kind(name: str) -> str:
    parts = name.split(".")
    return ".".join(parts[:2]) if parts[0] == "countdown" else parts[0]


def _print_times(times: dict[str, float], shown: int) -> None:
    print(f"{sum(times.values()):7.1f} ms   {len(times)} modules that a bare window has not")
    kinds: dict[str, float] = {}
    for name, taken in times.items():
        kinds[_kind(name)] = kinds.get(_kind(name), 0.0) + taken
    for title, table in (("by kind", kinds), ("by module", times)):
        print(f"\n{title}")
        for name in sorted(table, key=table.__getitem__, reverse=True)[:shown]:
            print(f"{table[name]:7.1f} ms   {name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--all", action="store_true", help="every module, not the slowest alone")
    options = parser.parse_args()
    own = imported(_BARE).keys()
    runs = [imported(_APP) for _ in range(RUNS)]
    names = runs[0].keys() - own
    times = {name: statistics.median(one.get(name, 0.0) for one in runs) for name in names}
    _print_times(times, len(times) if options.all else SHOWN)
    in_vain = sorted(names & NOT_NEEDED)
    print(f"\nimported in vain: {', '.join(in_vain) or 'nothing'} (aim: nothing)")
    return 1 if in_vain else 0


if __name__ == "__main__":
    sys.exit(main())
