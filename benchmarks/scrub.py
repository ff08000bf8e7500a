"""How long a frame takes while time is dragged along Kelly's year, and while it runs fast.

    python benchmarks/scrub.py

The main window, 1180 by 760, off screen where there is no display. A frame is one instant: read,
shown by every part, and painted. The aim: 95 of 100 frames within 16.7 ms, 60 frames a second.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from countdown.app import App, make_application
from countdown.core.clocks import ReplayClock
from countdown.core.moments import instant
from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue
from countdown.data.wishes import Wish
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FRAMES: Final = 600
AIM_MS: Final = 16.7
LAUNCH: Final = datetime(2015, 3, 27, 19, 42, 57, tzinfo=UTC)
DAYS: Final = 340
PAGES: Final = ("mission", "chart", "highlights", "race", "words", "up", "records")


def frames(qt: QApplication, app: App, step: timedelta) -> list[float]:
    """Show one instant after another, and return how many milliseconds each took."""
    taken = []
    when = LAUNCH
    for _ in range(FRAMES):
        when += step
        if when > LAUNCH + timedelta(days=DAYS):
            when = LAUNCH
        started = time.perf_counter()
        app.window.time.scrub(instant(when))
        qt.processEvents()
        taken.append((time.perf_counter() - started) * 1_000)
    return taken


def main() -> int:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = make_application()
    catalogue = load_catalogue(bundled_catalogue())
    worst = 0.0
    print(f"ms a frame, {FRAMES} frames (aim: p95 ≤ {AIM_MS})")
    with tempfile.TemporaryDirectory() as folder:
        wish = Wish(person=catalogue.people["scott-kelly"])
        settings = Settings(Path(folder) / "settings.ini")
        clock = ReplayClock(LAUNCH)
        app = App(OwnFacts(catalogue, Path(folder), clock), clock, settings, wish)
        app.window.resize(1180, 760)
        app.show(wish)
        app.window.time.begin_scrub()
        for page in PAGES:
            app.window.show_page(page)
            for name, step in (
                ("dragged over the flight", timedelta(days=DAYS) / FRAMES),
                ("at 1 day a second", timedelta(days=1) / 60),
            ):
                taken = frames(qt, app, step)
                percent = statistics.quantiles(taken, n=100, method="inclusive")
                worst = max(worst, percent[94])
                print(
                    f"  median {percent[49]:5.1f}   p95 {percent[94]:5.1f}   p99 {percent[98]:5.1f}"
                    f"   max {max(taken):5.1f}   {page}, {name}"
                )
        app.window.close()
    return 0 if worst <= AIM_MS else 1


if __name__ == "__main__":
    sys.exit(main())
