"""How long the editor takes to read a table of flights, to import it, and for a letter in it.

    python benchmarks/editor.py

Tables of 40, 200 and 2,000 flights, each of somebody new on a vehicle of their own: three
statements a flight. A step is over when the window has painted; *check* is what follows a letter
once typing stops, and with it where the mission is short. The aims: at most 1 s a step, 100 ms a
letter.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from countdown.app import load_look, make_application
from countdown.core.clocks import ReplayClock
from countdown.data.catalogue_files import load_catalogue
from countdown.data.mission_store import MissionStore
from countdown.data.resources import bundled_catalogue
from countdown.models.mission_draft import Part
from countdown.services.exchange import Exchange
from countdown.windows.editor_window import EditorWindow
from countdown.windows.table_preview import TablePreview

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue

FLIGHTS: Final = (40, 200, 2_000)
STEP_MS: Final = 1_000.0
LETTER_MS: Final = 100.0
TYPED: Final = "A name of twenty-odd letters"
WHEN: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)


def table(flights: int) -> str:
    """Return a table as a class would make it, with a launch each day."""
    lines = ["person,country,vehicle,launch,sex,spacecraft,landing"]
    for number in range(flights):
        launch = datetime(2010, 1, 1, 12, tzinfo=UTC) + timedelta(days=number)
        landing = launch + timedelta(days=20)
        dates = f"{launch:%Y-%m-%dT%H:%M:%SZ},F,Example,{landing:%Y-%m-%d}"
        lines.append(f"Pia Example {number},US,Example {number},{dates}")
    return "\n".join(lines)


def taken(qt: QApplication, step: Callable[[], object]) -> float:
    """Do something; return how many milliseconds that took, painting with it."""
    started = time.perf_counter()
    step()
    qt.processEvents()
    return (time.perf_counter() - started) * 1_000


def measure(
    qt: QApplication, catalogue: Catalogue, flights: int, folder: Path
) -> tuple[float, ...]:
    """Return the milliseconds to preview, import, type a letter, check, and add a flight."""
    clock = ReplayClock(WHEN)
    clock.pause()
    file = folder / f"{flights} flights.csv"
    file.write_text(table(flights), encoding="utf-8")
    files = Exchange(MissionStore(folder, clock), folder / "settings.ini")
    editor = EditorWindow(catalogue, [], clock, files, load_look("dark"))
    editor.show()
    qt.processEvents()
    preview = taken(qt, lambda: editor.import_files([file]))
    asked = editor.findChildren(TablePreview)[0]
    imported = taken(qt, asked.take.click)
    assert editor.draft is not None
    name = editor.form.rows[editor.draft.of(Part.PEOPLE)[0].key].inputs["name"]
    name.setFocus(Qt.FocusReason.OtherFocusReason)
    letters = [taken(qt, partial(QTest.keyClicks, name, one)) for one in TYPED]
    check = taken(qt, editor.book.tell)
    added = taken(qt, editor.form.parts[Part.FLIGHTS].head.add.click)
    editor.book.start([])
    editor.close()
    return preview, imported, statistics.median(letters), max(letters), check, added


def main() -> int:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = make_application()
    catalogue = load_catalogue(bundled_catalogue())
    is_met = True
    print(f"ms (aims: {STEP_MS:.0f} a step, {LETTER_MS:.0f} a letter)")
    print("flights  preview   import   letter  (most)    check      add")
    for flights in FLIGHTS:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(qt, catalogue, flights, Path(folder))
        print(f"{flights:7,}", *(f"{one:8.1f}" for one in found))
        preview, imported, letter, _, check, added = found
        is_met &= max(preview, imported, check, added) <= STEP_MS and letter <= LETTER_MS
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
