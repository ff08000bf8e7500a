"""The main window between its first frame and the rest, which follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from countdown.app import load_look
from countdown.core.flights import PlannedLaunch
from countdown.core.readings import Mission
from countdown.data.themes import theme_titles
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from countdown.widgets.counter_face import CounterFace
from countdown.windows.main_window import MainWindow
from countdown.windows.mission_page import MissionPage
from countdown.windows.next_panel import NextPanel
from countdown.windows.side_panel import SidePanel
from tests.fakes import FakeClock
from tests.windows.sight import clocks, field, missions, place_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QRect

    from countdown.core.catalogue import Catalogue

SIZES = [
    (800, 400), (800, 480), (900, 720), (1024, 600), (1180, 760), (1366, 768), (1920, 1080),
    (3840, 2160),
]  # fmt: skip


def mission_of(catalogue: Catalogue, subject: str) -> Mission:
    found = catalogue.find_subject(subject)
    if isinstance(found, PlannedLaunch):
        return Mission.of_plan(catalogue, found)
    return Mission.of_person(catalogue, found)


class OpenWindow(Protocol):
    """Opens a window of which no frame is painted yet."""

    def __call__(
        self,
        subject: str = ...,
        now: str = ...,
        *,
        size: tuple[int, int] = ...,
    ) -> MainWindow: ...


@pytest.fixture
def open_window(catalogue: Catalogue, shown: list[QWidget], tmp_path: Path) -> Iterator[OpenWindow]:
    tickers: list[Ticker] = []

    def start(
        subject: str = "Scott Kelly",
        now: str = "2015-10-16T12:00:00Z",
        *,
        size: tuple[int, int] = (1180, 760),
    ) -> MainWindow:
        clock = FakeClock(now)
        ticker = Ticker(clock)
        settings = Settings(tmp_path / "settings.ini")
        mission = mission_of(catalogue, subject)
        window = MainWindow(mission, ticker, clock, settings, load_look("dark"), theme_titles)
        tickers.append(ticker)
        shown.append(window)
        window.resize(*size)
        window.show()
        return window

    yield start
    for window in shown:
        window.close()
    for ticker in tickers:
        ticker.stop()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window()


def test_the_first_frame_has_the_right_counters_and_no_list_yet(window: MainWindow) -> None:
    assert clocks(window) == ["202 days 16:17:03", "382 days 18:06:07"]
    assert window.findChild(SidePanel) is None
    window.complete()
    assert missions(window).isVisible()
    assert clocks(window) == ["202 days 16:17:03", "382 days 18:06:07"]


def places(window: MainWindow) -> dict[QWidget, QRect]:
    """Return where each part of the mission's page lies in its window."""
    page = window.findChild(MissionPage)
    assert isinstance(page, MissionPage)
    kinds = (CounterFace, NextPanel, QLabel, QToolButton)
    parts = [part for kind in kinds for part in page.findChildren(kind) if part.isVisible()]
    return {part: place_in(window, part) for part in parts}


@pytest.mark.parametrize(
    ("subject", "now"),
    [
        ("Scott Kelly", "2015-10-16T12:00:00Z"),
        ("Scott Kelly", "2015-03-20T12:00:00Z"),
        ("Scott Kelly", "2020-01-01T12:00:00Z"),
        ("Vladimir Komarov", "1970-01-01T12:00:00Z"),
        ("Axiom Mission 5", "2026-11-22T12:00:00Z"),
    ],
    ids=["in flight", "before the launch", "landed", "died in flight", "planned"],
)
@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_what_the_first_frame_shows_stays_where_it_is(
    open_window: OpenWindow, qapp: QApplication, subject: str, now: str, size: tuple[int, int]
) -> None:
    window = open_window(subject, now, size=size)
    QApplication.sendPostedEvents()  # all is laid out; no timer has its turn
    first = places(window)
    assert window.findChild(SidePanel) is None
    window.complete()
    for _ in range(3):
        qapp.processEvents()
    then = places(window)
    assert {part: then[part] for part in first} == first


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
