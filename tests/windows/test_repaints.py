"""What a second paints of the main window: the figures that run, and nothing that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from countdown.data.wishes import Wish
from countdown.windows.pictures import draw
from tests.fakes import FakeClock
from tests.windows.sight import countdown_rows, place_in, view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import OpenApp

NOON = "2015-10-16T12:00:00Z"
DAY_COMPLETE = "2015-10-16T19:42:57Z"
"""202 days have passed since the launch: the 203rd is complete, and the 204th begins."""
RUNNING = {"This flight", "Career · 4 flights", "next event", "time", "Countdowns"}


class Paints(QObject):
    """Notes which regions of which parts of a window are painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.regions: dict[str, QRegion] = {}
        for one in [window, *window.findChildren(QWidget)]:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            name = part_of(watched)
            self.regions[name] = self.regions.get(name, QRegion()) + event.region()
        return False

    @property
    def parts(self) -> set[str]:
        return set(self.regions)

    @property
    def count(self) -> int:
        """How many rectangles were painted."""
        return sum(one.rectCount() for one in self.regions.values())

    @property
    def pixels(self) -> int:
        """How large, at most, all that was painted is."""
        boxes = [one.boundingRect() for one in self.regions.values()]
        return sum(box.width() * box.height() for box in boxes)


def part_of(painted: QWidget) -> str:
    """What a user would call a part of the window; of a list's ground, the list's name."""
    owner = painted.parentWidget()
    if isinstance(owner, QAbstractScrollArea) and painted is owner.viewport():
        painted = owner
    name = painted.accessibleName()
    if name.startswith("T−"):
        return "next event"
    return "time" if name.endswith("UTC") else name or type(painted).__name__


def on_screen(window: QWidget) -> QImage:
    """Return what stands in a window, without having it painted anew."""
    return QGuiApplication.primaryScreen().grabWindow(window.winId()).toImage()


class Watched:
    """Kelly's year at a second that is told, and what the seconds after it paint."""

    def __init__(self, app: App, clock: FakeClock, qapp: QApplication) -> None:
        self.app, self.clock, self.qapp = app, clock, qapp
        self.paints = Paints(app.window)

    def jump_to(self, when: str) -> None:
        self.clock.jump_to(when)
        self._tick()

    def advance(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.advance(1)
            self._tick()

    def _tick(self) -> None:
        self.paints.regions.clear()
        self.app.ticker.tick()
        for _ in range(3):  # layouts settle, if anything asks for them
            self.qapp.processEvents()


@pytest.fixture
def kelly(open_app: OpenApp, qapp: QApplication, catalogue: Catalogue) -> Iterator[Watched]:
    clock = FakeClock(NOON)
    app = open_app(wish=Wish(person=catalogue.people["scott-kelly"]), clock=clock)
    app.ticker.set_clock(clock)
    qapp.processEvents()
    yield Watched(app, clock, qapp)
    app.window.close()


def test_an_ordinary_second_paints_the_running_figures_alone(kelly: Watched) -> None:
    kelly.advance(3)
    assert kelly.paints.parts == RUNNING
    assert kelly.paints.count == len(RUNNING)
    window = kelly.app.window
    assert kelly.paints.pixels < window.width() * window.height() / 30
    column = kelly.paints.regions["Countdowns"].boundingRect()
    assert column.width() < view(window, "Countdowns").width() / 10


@pytest.mark.parametrize("seconds", [1, 9, 10, 60, 71])
def test_figures_stand_on_the_screen_as_if_painted_whole(kelly: Watched, seconds: int) -> None:
    kelly.advance(seconds)
    window = kelly.app.window
    running = {"next event", "time", "Countdowns"}
    parts = [one for one in window.findChildren(QWidget) if part_of(one) in running]
    partly = [on_screen(window).copy(place_in(window, one)) for one in parts]
    for one in parts:
        one.update()
    kelly.qapp.processEvents()
    assert all(kelly.paints.regions[one].boundingRect().left() == 0 for one in running)
    assert partly == [on_screen(window).copy(place_in(window, one)) for one in parts]


def test_the_second_in_which_a_day_turns_paints_what_counts_days(kelly: Watched) -> None:
    kelly.jump_to("2015-10-16T19:42:56Z")
    kelly.advance(1)
    turned = {"Missions", "203rd day  ·  6 months, 19 days"}
    assert kelly.paints.parts >= RUNNING | turned
    assert kelly.paints.regions["This flight"].boundingRect().left() == 0  # its days as well
    assert kelly.paints.regions["Career · 4 flights"].boundingRect().left() > 0
    assert "Ladder" not in kelly.paints.parts
    kelly.advance(2)
    assert kelly.paints.parts == RUNNING


def test_a_hidden_window_paints_nothing(kelly: Watched) -> None:
    kelly.app.window.hide()
    kelly.advance(5)
    assert not kelly.paints.parts


def test_a_window_that_ran_looks_like_one_opened_then(
    kelly: Watched, open_app: OpenApp, catalogue: Catalogue
) -> None:
    kelly.jump_to("2015-10-16T19:42:40Z")
    kelly.advance(40)
    clock = FakeClock(kelly.clock.now())
    other = open_app(wish=Wish(person=catalogue.people["scott-kelly"]), clock=clock)
    other.ticker.set_clock(clock)
    kelly.qapp.processEvents()
    assert countdown_rows(kelly.app.window) == countdown_rows(other.window)
    assert draw(kelly.app.window) == draw(other.window)
