"""What an ordinary second costs a pinned window, beside a bare window with one line of digits.

    python benchmarks/pinned.py [--seconds 60]

As in second.py, whose bare window this uses: both side by side, each in a process of its own. The
aim: the pinned window, with two figures that run, uses at most 1.3 times as much.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.second import BARE, CLOCK, started

AIM: Final = 1.3

PINNED: Final = (
    CLOCK
    + """
import os
from pathlib import Path
from countdown.app import load_look, make_application
from countdown.core.clocks import ReplayClock
from countdown.core.moments import as_datetime, parse_instant
from countdown.core.readings import Mission
from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue
from countdown.services.places import Places
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from countdown.windows.pinned_window import PinnedWindow
qt = make_application()
catalogue = load_catalogue(bundled_catalogue())
kelly = catalogue.career(catalogue.people["scott-kelly"])[3]
ticker = Ticker(ReplayClock(as_datetime(parse_instant("2015-10-16T12:00:00Z"))))
settings = Settings(Path(os.environ["XDG_CONFIG_HOME"], "settings.ini"))
mission = Mission.of_flight(catalogue, kelly)
window = PinnedWindow(mission, ticker, settings, Places(settings), load_look("dark"))
window.show()
ticker.tick()
paints = int
watch()
qt.exec()
"""
)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    seconds = parser.parse_args().seconds
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    scripts = {"a bare window with a line of digits": BARE, "a pinned window": PINNED}
    used: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        running = [started(script, seconds, "shown", folder) for script in scripts.values()]
        print(f"processor time a minute, over {seconds:g} s (aim: ratio ≤ {AIM:g})")
        for name, process in zip(scripts, running, strict=True):
            time_used = process.communicate(timeout=seconds + 60)[0].split()[0]
            used.append(float(time_used) * 60 / seconds * 1_000)
            print(f"{used[-1]:7.1f} ms   {used[-1] / used[0]:5.2f}   {name}")
    return 0 if used[1] <= AIM * used[0] else 1


if __name__ == "__main__":
    sys.exit(main())
