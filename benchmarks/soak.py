"""Whether a display that hangs for a year stays as it was: memory, timers, pages, records.

    python benchmarks/soak.py [--start 2015-03-27] [--days 366] [--step 600]

The whole app, off screen, with a clock that this script moves on by steps of simulated seconds,
by default through Kelly's year in space. Half-way it is closed and started anew, as after a power
cut. The aims: memory grows by at most 1 MB a simulated month, no timer is left over, pages turn,
and each record is announced exactly once.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"  # nobody is told of what is played

import shiboken6
from PySide6.QtCore import QTimer

from countdown.app import App, make_application
from countdown.core.falls import fall_in
from countdown.core.moments import HOUR, Instant, instant
from countdown.core.readings import Mission, read
from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue
from countdown.data.wishes import Wish
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue

AIM_KB: Final = 1_024
MONTH: Final = timedelta(days=30)


class MovedClock:
    """A live clock, as far as the app can tell; its seconds are counted from the start."""

    is_live: Final = True
    rate: Final = 1.0

    def __init__(self, start: datetime) -> None:
        self._start = start
        self.seconds = 0.0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


class Month(NamedTuple):
    """What was found at the end of one."""

    resident_kb: int
    timers: int
    widgets: int
    turned: int


class Run:
    """One start of the app, with its display on."""

    def __init__(
        self, catalogue: Catalogue, clock: MovedClock, settings: Settings, folder: Path
    ) -> None:
        kelly = catalogue.people["scott-kelly"]
        wish = Wish(person=kelly, display=True)
        settings.mission = f"person {kelly.id}"
        self.clock = clock
        own = OwnFacts(catalogue, folder, clock)
        self.app = App(own, clock, settings, wish, clock.monotonic)
        self.turned = 0
        self.app.show(wish)
        self.app.desk.make_display().turner.turned.connect(self._count)

    def _count(self) -> None:
        self.turned += 1

    def step(self, qt: QApplication, seconds: float) -> None:
        self.clock.seconds += seconds
        self.app.desk.make_display().turner.check()
        self.app.ticker.tick()
        qt.processEvents()

    def end(self) -> None:
        self.app.desk.close()
        self.app.attendants.stop()
        self.app.ticker.stop()
        for window in tuple(self.app.desk.windows()):
            shiboken6.delete(window)
        shiboken6.delete(self.app)


def found(qt: QApplication, run: Run) -> Month:
    gc.collect()
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    timers = sum(isinstance(one, QTimer) for one in gc.get_objects())
    kb = resident * os.sysconf("SC_PAGE_SIZE") // 1_024
    return Month(kb, timers, len(qt.allWidgets()), run.turned)


def slope_kb(months: list[Month]) -> float:
    """Return by how much memory grows a month, by least squares."""
    middle = (len(months) - 1) / 2
    mean = sum(one.resident_kb for one in months) / len(months)
    above = sum((n - middle) * (one.resident_kb - mean) for n, one in enumerate(months))
    return above / sum((n - middle) ** 2 for n in range(len(months)))


def to_announce(catalogue: Catalogue, start: Instant, end: Instant, step: int) -> list[str]:
    """Return the keys of the records that fall meanwhile, found hour by hour."""
    mission = Mission.of_person(catalogue, catalogue.people["scott-kelly"])
    keys: dict[str, None] = {}
    for at in range(start, end, min(step, HOUR // 2)):
        fall = fall_in(read(mission, Instant(at), with_ranks=False))
        if fall is not None and fall.countdown.is_past:
            keys[fall.key] = None
    return list(keys)


def is_level(months: list[Month]) -> bool:
    """Say whether a month costs next to nothing, the first one aside, in which all is made."""
    level = months[1:]
    if len(level) < 2:
        return True
    kb, more = slope_kb(level), max(one.timers for one in level) - level[0].timers
    print(f"memory: {kb:+.0f} kB a month (aim: at most {AIM_KB}); timers: {more:+d} (aim: +0)")
    return kb <= AIM_KB and more <= 0


def are_told(announced: list[str], due: list[str]) -> bool:
    """Say whether each record was announced, and once."""
    print(f"records announced: {len(announced)} of {len(due)}, each once")
    for key in due:
        print(f"  {announced.count(key)} x {key}")
    return announced == due


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--start", type=datetime.fromisoformat, default="2015-03-27")
    parser.add_argument("--days", type=int, default=366)
    parser.add_argument("--step", type=int, default=600, help="simulated seconds")
    options = parser.parse_args()
    qt = make_application()
    qt.setQuitOnLastWindowClosed(False)
    catalogue = load_catalogue(bundled_catalogue())
    start = options.start.replace(tzinfo=UTC)
    clock = MovedClock(start)
    began = time.monotonic()
    months: list[Month] = []
    ended = False
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder, "settings.ini"))
        run = Run(catalogue, clock, settings, Path(folder))
        turned = 0
        while clock.seconds < options.days * 86_400:
            run.step(qt, options.step)
            if not ended and clock.seconds >= options.days * 43_200:
                ended = True
                turned += run.turned
                run.end()
                run = Run(catalogue, clock, settings, Path(folder))
            if clock.seconds >= (len(months) + 1) * MONTH.total_seconds():
                months.append(found(qt, run))
                print(f"month {len(months):2}", *months[-1])
        turned += run.turned
        announced = list(settings.announced)
        run.end()
    print(f"{options.days} days in {time.monotonic() - began:.0f} s, {turned} pages turned")
    due = to_announce(catalogue, instant(start), instant(clock.now()), options.step)
    return 0 if is_level(months) and turned and are_told(announced, due) else 1


if __name__ == "__main__":
    sys.exit(main())
