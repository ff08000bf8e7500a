"""From a small netbook to a 4K wall: everything fits, and nothing lies on anything else."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QWidget

from countdown.data.wishes import Wish
from countdown.widgets.counter_face import CounterFace
from countdown.widgets.scrubber import Scrubber
from countdown.windows.time_bar import TimeBar
from tests.fakes import at
from tests.windows.sight import choose, missions, place_in, press, view

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from countdown.windows.main_window import MainWindow
    from tests.qt_fixtures import OpenApp

SIZES = [
    (800, 400), (800, 480), (1024, 600), (1180, 760), (1280, 720), (1366, 768), (1440, 900),
    (1920, 1080), (2560, 1440), (3840, 2160), (1080, 1920),
]  # fmt: skip
PARTS = (QLabel, QToolButton, CounterFace, Scrubber)


def parts(window: MainWindow) -> list[QWidget]:
    return [
        one
        for kind in PARTS
        for one in window.findChildren(kind)
        if one.isVisible() and not (isinstance(one, QLabel) and not one.text())
    ]


def name(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName() or part.property('text')!r}"


def assert_all_fits(window: MainWindow) -> None:
    for part in parts(window):
        parent = part.parentWidget()
        assert parent is not None
        assert parent.rect().contains(part.geometry()), f"{name(part)} leaves its parent"
        if isinstance(part, QLabel | QToolButton):
            wraps = isinstance(part, QLabel) and part.wordWrap()
            needed = part.heightForWidth(part.width()) if wraps else part.sizeHint().height()
            assert part.height() >= needed, f"{name(part)} is too low"
        if isinstance(part, QToolButton):
            assert part.width() >= part.sizeHint().width(), f"{name(part)} is too narrow"
    for one, other in combinations(parts(window), 2):
        if one.parentWidget() is other.parentWidget():
            common = one.geometry() & other.geometry()
            assert common.isEmpty(), f"{name(one)} lies on {name(other)}"
    page = window.findChild(QScrollArea)
    assert isinstance(page, QScrollArea)
    shown = page.widget()
    assert shown is not None
    assert shown.width() == page.viewport().width(), "the page is cut at its right"


@pytest.fixture
def kelly(open_app: OpenApp, catalogue: Catalogue) -> App:
    wish = Wish(person=catalogue.people["scott-kelly"], at=at("2015-10-16T12:00:00Z"))
    return open_app(wish=wish)


@pytest.mark.parametrize("size", SIZES)
def test_kellys_page_fits(kelly: App, qapp: QApplication, size: tuple[int, int]) -> None:
    kelly.window.resize(*size)
    for _ in range(3):
        qapp.processEvents()
    assert (kelly.window.width(), kelly.window.height()) == size
    assert_all_fits(kelly.window)


@pytest.mark.parametrize("size", SIZES[:6:2])
@pytest.mark.parametrize(
    "subject", ["Anna Kikina", "Axiom Mission 5", "Dorothy M. Metcalf-Lindenburger"]
)
def test_other_pages_fit(
    open_app: OpenApp, qapp: QApplication, subject: str, size: tuple[int, int]
) -> None:
    window = open_app("2026-11-22T09:30:15Z", size=size).window
    press(window, "Go live")
    choose(window, subject)
    for _ in range(3):
        qapp.processEvents()
    assert_all_fits(window)


def test_text_grows_with_the_window_and_shrinks_again(kelly: App, qapp: QApplication) -> None:
    heights = []
    for size in ((1180, 760), (3840, 2160), (1180, 760)):
        kelly.window.resize(*size)
        qapp.processEvents()
        heights.append(max(face.height() for face in kelly.window.findChildren(CounterFace)))
    assert heights[1] > 2 * heights[0]
    assert heights[2] == heights[0]


def test_from_arms_length_to_across_the_room_the_lists_keep_their_rows(
    kelly: App, qapp: QApplication
) -> None:
    for size in ((800, 480), (3840, 2160)):
        kelly.window.resize(*size)
        qapp.processEvents()
        for listed in (missions(kelly.window), view(kelly.window, "Countdowns")):
            assert listed.height() >= listed.sizeHintForRow(0)
            assert listed.viewport().width() > 100


def test_the_side_panel_and_the_time_bar_stand_beside_the_page(kelly: App) -> None:
    side = kelly.window.findChild(QWidget, "side")
    bar = kelly.window.findChild(TimeBar)
    page = kelly.window.findChild(QScrollArea)
    assert isinstance(side, QWidget)
    assert isinstance(bar, QWidget)
    assert isinstance(page, QScrollArea)
    places = [place_in(kelly.window, one) for one in (side, bar, page)]
    for one, other in combinations(places, 2):
        assert (one & other).isEmpty()
