"""What an ordinary second costs the main window, beside a bare window with one line of digits.

    python benchmarks/second.py [--seconds 60]

Both run side by side, each in a process of its own, and note the processor time they used once
they had settled. The bare window repaints one line of digits each second and does nothing else.
The aim: the main window uses at most 2.5 times as much; hidden, it paints nothing at all.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

AIM: Final = 2.5

CLOCK: Final = """
import resource, sys
from PySide6.QtCore import QTimer
SETTLED_MS, SECONDS = 3_000, float(sys.argv[1])
def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
def settled():
    before = used()
    def end():
        print(used() - before, paints())
        qt.quit()
    QTimer.singleShot(int(SECONDS * 1_000), end)
def watch():
    QTimer.singleShot(SETTLED_MS, settled)
"""
BARE: Final = (
    CLOCK
    + """
from PySide6.QtWidgets import QApplication
from benchmarks.floor import shown
qt = QApplication(sys.argv[:1])
window = shown()
paints = int
watch()
qt.exec()
"""
)
APP: Final = (
    CLOCK
    + """
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from countdown import app as module
from countdown.cli.main import main
class Paints(QObject):
    count = 0
    def eventFilter(self, watched, event):
        self.count += event.type() is QEvent.Type.Paint
        return False
counter = Paints()
paints = lambda: counter.count
show = module.App.show
def watched(self, wish):
    global qt
    qt = QApplication.instance()
    show(self, wish)
    def hide():
        for one in self.window.findChildren(QWidget):
            one.installEventFilter(counter)
        self.window.hide()
    if sys.argv[2] == "hidden":
        QTimer.singleShot(SETTLED_MS // 2, hide)
        qt.setQuitOnLastWindowClosed(False)
    watch()
module.App.show = watched
sys.exit(main(["--person", "scott-kelly", "--at", "2015-10-16T12:00:00Z"]))
"""
)


def started(script: str, seconds: float, how: str, folder: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(seconds), how],
        env={
            **os.environ,
            "XDG_CONFIG_HOME": folder,
            "XDG_DATA_HOME": folder,
            "PYTHONPATH": str(Path(__file__).parents[1]),
        },
        stdout=subprocess.PIPE,
        text=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    seconds = parser.parse_args().seconds
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lines = {
        "a bare window with a line of digits": (BARE, "shown"),
        "the main window": (APP, "shown"),
        "the main window, hidden": (APP, "hidden"),
    }
    used: list[float] = []
    painted = 0
    with tempfile.TemporaryDirectory() as folder:
        running = [
            started(script, seconds, how, f"{folder}/{number}")  # each app on its own
            for number, (script, how) in enumerate(lines.values())
        ]
        print(f"processor time a minute, over {seconds:g} s (aim: ratio ≤ {AIM:g})")
        for name, process in zip(lines, running, strict=True):
            time_used, paints = process.communicate(timeout=seconds + 60)[0].split()[:2]
            used.append(float(time_used) * 60 / seconds * 1_000)
            painted = int(paints)
            print(f"{used[-1]:7.1f} ms   {used[-1] / used[0]:5.2f}   {name}")
    print(f"{painted} paints while it was hidden (aim: 0)")
    return 0 if used[1] <= AIM * used[0] and not painted else 1


if __name__ == "__main__":
    sys.exit(main())
