"""How soon after the second's edge the digits of the main window have changed.

    python benchmarks/tick.py [--minutes 10]

The window of a first start runs on the system clock, off screen where there is no display. For
each second it is noted how many milliseconds after the clock's edge the digits had been painted
and the window's update was over. The aim: 99 of 100 within 10 ms, none missed, no drift. Then a
clock is made to jump an hour either way, and the digits must be right again within a second.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer

from countdown.app import App, make_application
from countdown.core.clocks import SystemClock
from countdown.core.readings import Mission, read
from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue
from countdown.data.wishes import Wish
from countdown.models import phrases
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings
from countdown.widgets.counter_face import CounterFace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock

SECOND_NS: Final = 1_000_000_000
AIM_MS: Final = 10.0
JUMP: Final = timedelta(hours=1)
MOST_WAIT_MS: Final = 5_000


class PaintWatch(QObject):
    """Calls back once all that a repaint of a counter brought about is done."""

    def __init__(self, app: App, painted: Callable[[], None]) -> None:
        super().__init__(app)
        self._painted = painted
        self._is_pending = False
        for face in app.window.findChildren(CounterFace):
            face.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint and not self._is_pending:
            self._is_pending = True
            QTimer.singleShot(0, self._done)
        return super().eventFilter(watched, event)

    def _done(self) -> None:
        self._is_pending = False
        self._painted()


class Edges:
    """The first paint of each second, by the system's clock."""

    def __init__(self) -> None:
        self.offsets_ms: dict[int, float] = {}

    def note(self) -> None:
        second, rest = divmod(time.clock_gettime_ns(time.CLOCK_REALTIME), SECOND_NS)
        self.offsets_ms.setdefault(second, rest / 1_000_000)


class JumpingClock:
    """Stands for a live clock that somebody sets to another hour."""

    is_live: Final = True
    rate: Final = 1.0

    def __init__(self, start: datetime) -> None:
        self._base = start - timedelta(seconds=time.monotonic())

    def now(self) -> datetime:
        return self._base + timedelta(seconds=time.monotonic())

    def jump(self, by: timedelta) -> None:
        self._base += by


def shown(catalogue: Catalogue, clock: Clock, wish: Wish, folder: str) -> App:
    """Open the main window of a first start."""
    own = OwnFacts(catalogue, Path(folder), clock)
    app = App(own, clock, Settings(Path(folder) / "settings.ini"), wish)
    app.show(wish)
    return app


def measure_edges(qt: QApplication, catalogue: Catalogue, minutes: float) -> bool:
    """Run for some minutes, print the figures, and say whether the aim was met."""
    edges = Edges()
    with tempfile.TemporaryDirectory() as folder:
        app = shown(catalogue, SystemClock(), Wish(), folder)
        PaintWatch(app, edges.note)
        QTimer.singleShot(int((minutes * 60 + 2) * 1_000), qt.quit)
        qt.exec()
        app.window.close()
    seconds = sorted(edges.offsets_ms)[1:-1]  # the first and the last are not whole
    offsets = sorted(edges.offsets_ms[one] for one in seconds)
    missed = sum(later - earlier - 1 for earlier, later in pairwise(seconds))
    percent = statistics.quantiles(offsets, n=100, method="inclusive")
    times = [float(one - seconds[0]) for one in seconds]
    in_order = [edges.offsets_ms[one] for one in seconds]
    drift = statistics.linear_regression(times, in_order).slope * times[-1]
    print(f"{len(seconds)} seconds on {qt.platformName()}, ms after the edge (aim: p99 ≤ {AIM_MS})")
    print(f"  median {percent[49]:.2f}   p95 {percent[94]:.2f}   p99 {percent[98]:.2f}", end="")
    print(f"   max {offsets[-1]:.2f}   missed {missed}   drift over the run {drift:+.2f}")
    return percent[98] <= AIM_MS and not missed


def measure_jump(qt: QApplication, catalogue: Catalogue, by: timedelta) -> float:
    """Return the seconds until the digits are right after the clock has jumped."""
    kelly = catalogue.people["scott-kelly"]
    mission = Mission.of_person(catalogue, kelly)
    clock = JumpingClock(datetime(2015, 10, 16, 12, tzinfo=UTC))
    jumped_at = 0.0
    taken = float("inf")

    def jump() -> None:
        nonlocal jumped_at
        clock.jump(by)
        jumped_at = time.monotonic()

    def look() -> None:
        nonlocal taken
        right = phrases.spoken(read(mission, app.ticker.now()).flight_counter.span)
        if jumped_at and all(right in face.spoken for face in flight_faces):
            taken = time.monotonic() - jumped_at
            qt.quit()

    with tempfile.TemporaryDirectory() as folder:
        app = shown(catalogue, clock, Wish(person=kelly), folder)
        flight_faces = app.window.findChildren(CounterFace)[:1]
        PaintWatch(app, look)
        QTimer.singleShot(2_300, jump)
        enough = QTimer(app)
        enough.timeout.connect(qt.quit)
        enough.start(MOST_WAIT_MS)
        qt.exec()
        enough.stop()
        app.window.close()
    return taken


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    minutes = parser.parse_args().minutes
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = make_application()
    qt.setQuitOnLastWindowClosed(False)
    catalogue = load_catalogue(bundled_catalogue())
    is_good = measure_edges(qt, catalogue, minutes)
    for by, words in ((JUMP, "forward"), (-JUMP, "back")):
        taken = measure_jump(qt, catalogue, by)
        print(f"an hour {words}: right again after {taken:.2f} s (aim: 1 s)")
        is_good = is_good and taken <= 1.05
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
