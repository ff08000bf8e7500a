"""How soon the main window shows its first right frame, beside a bare window with one label.

    python benchmarks/first_frame.py

Each of the two starts 10 times, in turn, so that a busy moment of the machine slows both. The
time runs from the start of the process until what was painted first is on its way to the screen.
The aim: the median of the app at most 1.6 times that of the bare window.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

RUNS: Final = 10
AIM: Final = 1.6
ROOT: Final = str(Path(__file__).resolve().parents[1])

FIRST: Final = """
import sys, time
def done():
    print(time.monotonic())
    sys.modules["PySide6.QtWidgets"].QApplication.quit()
# Not by a filter: a window asked for its children from Python has PySide make all its classes.
def watch(face):
    paint = face.paintEvent
    def watched(self, event):
        face.paintEvent = paint
        sys.modules["PySide6.QtCore"].QTimer.singleShot(0, done)
        paint(self, event)
    face.paintEvent = watched
"""
BARE: Final = (
    FIRST
    + """
from benchmarks.floor import Digits, QApplication, shown
watch(Digits)
qt = QApplication(sys.argv)
window = shown()
qt.exec()
"""
)
APP: Final = (
    FIRST
    + """
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
sys.argv[1:] = ["--person", "scott-kelly", "--at", "2015-10-16T12:00:00Z"]
from countdown.__main__ import main
sys.exit(main())
"""
)


def milliseconds(script: str) -> float:
    """Start Python with ``script``, and return how long its first frame took."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        shown = subprocess.run(
            [sys.executable, "-c", script],
            env={
                **os.environ,
                "XDG_CONFIG_HOME": folder,
                "XDG_DATA_HOME": folder,
                "PYTHONPATH": os.pathsep.join((f"{ROOT}/src", ROOT)),
            },
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
    return (float(shown.split()[0]) - started) * 1_000


def main() -> int:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scripts = {"a bare window with one label": BARE, "the main window": APP}
    times: dict[str, list[float]] = {name: [] for name in scripts}
    for script in scripts.values():
        milliseconds(script)  # once for the disk's sake
    for _ in range(RUNS):
        for name, script in scripts.items():
            times[name].append(milliseconds(script))
    base, ours = (statistics.median(times[name]) for name in scripts)
    print(f"first frame, median of {RUNS} starts (aim: ratio ≤ {AIM:g})")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{median:7.1f} ms   least {min(taken):6.1f} ms   {median / base:5.2f}   {name}")
    return 0 if ours <= AIM * base else 1


if __name__ == "__main__":
    sys.exit(main())
