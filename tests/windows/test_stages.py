"""The main window between its first frame and the rest, which follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from countdown.app import load_look
from countdown.core.readings import Mission
from countdown.data.themes import theme_titles
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from countdown.windows.main_window import MainWindow
from countdown.windows.side_panel import SidePanel
from tests.fakes import FakeClock
from tests.windows.sight import clocks, field, missions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from countdown.core.catalogue import Catalogue


@pytest.fixture
def window(catalogue: Catalogue, shown: list[QWidget], tmp_path: Path) -> Iterator[MainWindow]:
    """Return a window of which no frame is painted yet."""
    clock = FakeClock("2015-10-16T12:00:00Z")
    ticker = Ticker(clock)
    kelly = Mission.of_person(catalogue, catalogue.people["scott-kelly"])
    settings = Settings(tmp_path / "settings.ini")
    window = MainWindow(kelly, ticker, clock, settings, load_look("dark"), theme_titles)
    shown.append(window)
    window.resize(1180, 760)
    window.show()
    yield window
    window.close()
    ticker.stop()


def test_the_first_frame_has_the_right_counters_and_no_list_yet(window: MainWindow) -> None:
    assert clocks(window) == ["202 days 16:17:03", "382 days 18:06:07"]
    assert window.findChild(SidePanel) is None
    window.complete()
    assert missions(window).isVisible()
    assert clocks(window) == ["202 days 16:17:03", "382 days 18:06:07"]


def test_a_key_that_comes_early_is_not_lost(window: MainWindow) -> None:
    window.activateWindow()
    focused = window.focusWidget()
    assert focused is not None
    QTest.keySequence(focused, QKeySequence("Ctrl+F"))
    window.complete()
    assert window.focusWidget() is field(window)


def test_who_listens_meets_the_list_of_missions_first(window: MainWindow) -> None:
    window.complete()
    centre = window.centralWidget()
    assert centre is not None
    parts = [one for one in centre.children() if isinstance(one, QWidget) and one.isVisible()]
    assert isinstance(parts[0], SidePanel)


def test_another_theme_and_size_between_the_stages_hold_for_what_comes(
    window: MainWindow,
) -> None:
    window.set_look(load_look("light"))
    window.resize(900, 500)
    window.complete()
    light = load_look("light").colours
    assert window.palette().window().color().name() == light["ground"].lower()
    assert field(window).isVisible()


def test_a_window_that_closes_before_it_is_complete_leaves_nothing(window: MainWindow) -> None:
    window.close()
    assert window.findChild(SidePanel) is None
