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
from benchmarks.first_frame import APP, BARE, ROOT

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

_LINE: Final = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)$", re.MULTILINE)


def imported(script: str) -> dict[str, float]:
    """Run a script until its first frame; return the milliseconds that each import took itself."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", script.replace(*_LEAVE)],
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


_LEAVE: Final = ("print(time.monotonic())", "import os; os._exit(0)")
"""At the first frame, before anything else comes."""


def not_needed() -> list[str]:
    """Return what the main window imports in vain before its first frame."""
    ours = imported(APP).keys() - imported(BARE).keys()
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
    own = imported(BARE).keys()
    runs = [imported(APP) for _ in range(RUNS)]
    names = runs[0].keys() - own
    times = {name: statistics.median(one.get(name, 0.0) for one in runs) for name in names}
    _print_times(times, len(times) if options.all else SHOWN)
    in_vain = sorted(names & NOT_NEEDED)
    print(f"\nimported in vain: {', '.join(in_vain) or 'nothing'} (aim: nothing)")
    return 1 if in_vain else 0


if __name__ == "__main__":
    sys.exit(main())
