"""How soon the main window shows its first right frame, beside a bare window with one label.

    python benchmarks/first_frame.py

Both run from source, 10 times in turn, each alone on a screen with a window manager, and are
watched from outside as in side_by_side.py. The aim: the median of the app at most 1.6 times that
of the bare window, which has PySide as it is installed. The app takes its Shiboken from where
`make` unpacked it; what that would do for the bare window is shown as well.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.contenders import Contender, contenders
from benchmarks.side_by_side import Measured, measure_start

RUNS: Final = 10
AIM: Final = 1.6
_FRAME: Final = 1
_LOADED: Final = """
import sys
from countdown.cli.pyside import load_qt
load_qt()
exec(open(sys.argv[1]).read())
"""


def main() -> int:
    nothing = Path("nothing")  # is packaged
    found = (Measured(one) for one in contenders(nothing, nothing))
    by_name = {one.contender.name: one for one in found}
    floor, app = by_name["floor, from source"], by_name["main window, from source"]
    python, *program = floor.contender.command
    quick = Measured(Contender("floor, PySide loaded as here", (python, "-c", _LOADED, *program)))
    for number in range(RUNS + 1):
        for one in (floor, app, quick):
            measure_start(one)
            if number == 0:
                one.columns = [[] for _ in one.columns]  # once for the disk's sake
    base = floor.median(_FRAME) or 1.0
    print(f"first right frame, median of {RUNS} starts (aim: ratio ≤ {AIM:g})")
    for one in (floor, app, quick):
        median, least = one.median(_FRAME) or 0.0, min(one.columns[_FRAME])
        name = one.contender.name
        print(f"{median:7.1f} ms   least {least:6.1f} ms   {median / base:5.2f}   {name}")
    return 0 if (app.median(_FRAME) or 0.0) <= AIM * base else 1


if __name__ == "__main__":
    sys.exit(main())
