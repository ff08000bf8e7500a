"""The display on real monitors: it fills one of them, turns its pages, and hides the pointer."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.desktop.cursors import can_look, is_pointer_visible
from tests.desktop.processes import until
from tests.desktop.screens import SIZE
from tests.desktop.test_window import remember

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desktop.conftest import StartApp
    from tests.desktop.screens import RunningApp, Screen

HALF = SIZE[0] // 2
WEST, EAST = ("west", 0, "screen"), ("east", HALF, "none")
STILL = ("--display", "--person", "scott-kelly")


@pytest.fixture
def two_monitors(screen: Screen) -> Iterator[None]:
    """Split the screen into two monitors side by side."""
    if shutil.which("xrandr") is None:
        pytest.skip("not installed: xrandr")
    for monitor in (WEST, EAST):
        put_monitor(screen, *monitor)
    yield
    for name, *_ in (WEST, EAST):
        screen.ask("xrandr", "--delmonitor", name)


def put_monitor(screen: Screen, name: str, left: int, output: str) -> None:
    size = f"{HALF}/160x{SIZE[1]}/200+{left}+0"
    screen.ask("xrandr", "--setmonitor", name, size, output)


@pytest.fixture
def still_display(start_app: StartApp, tmp_path: Path) -> RunningApp:
    """Start a display whose clock stands, so that only its pages change what it looks like."""
    remember(
        tmp_path,
        "[clock]",
        "last=replay 2015-10-16T12:00:00Z 1 paused",
        "[mission]",
        "last=person scott-kelly",
        "[display]",
        "seconds=0",
        "[look]",
        "reduced-motion=yes",
    )
    app = start_app("--display")
    until(lambda: app.place == (0, 0, *SIZE), "the display to cover the screen")
    return app


@pytest.mark.usefixtures("two_monitors")
@pytest.mark.parametrize(("number", "left"), [("1", 0), ("2", HALF)])
def test_it_covers_the_monitor_it_was_asked_for_exactly(
    start_app: StartApp, number: str, left: int
) -> None:
    app = start_app("--display", "--screen", number)
    until(lambda: app.place == (left, 0, HALF, SIZE[1]), f"monitor {number} to be covered")
    assert "FULLSCREEN" in app.states
    assert app.end() == 0


@pytest.mark.usefixtures("two_monitors")
def test_it_comes_back_to_a_monitor_that_was_off_for_a_night(
    start_app: StartApp, screen: Screen
) -> None:
    app = start_app("--display", "--screen", "2")
    until(lambda: app.place == (HALF, 0, HALF, SIZE[1]), "the east to be covered")
    screen.ask("xrandr", "--delmonitor", "east")
    until(lambda: app.place == (0, 0, HALF, SIZE[1]), "the west to be covered instead")
    assert app.ticks()  # so it has seen that the east is gone
    put_monitor(screen, *EAST)
    until(lambda: app.place == (HALF, 0, HALF, SIZE[1]), "the east to be covered again")
    assert "FULLSCREEN" in app.states
    assert app.end() == 0


def test_page_down_turns_the_page_and_page_up_turns_it_back(still_display: RunningApp) -> None:
    first = still_display.looks()
    still_display.keys("Next")
    until(lambda: still_display.looks() != first, "another page")
    second = still_display.looks()
    still_display.keys("Next")
    until(lambda: still_display.looks() not in (first, second), "a third page")
    still_display.keys("Prior")
    until(lambda: still_display.looks() not in (first, b""), "the page before")


def test_the_pointer_hides_and_comes_back_when_it_is_moved(
    still_display: RunningApp, screen: Screen
) -> None:
    if not can_look():
        pytest.skip("not installed: libXfixes")
    screen.ask("xdotool", "mousemove", "300", "300", "mousemove", "310", "305")
    until(lambda: is_pointer_visible(screen.display), "the pointer")
    until(lambda: not is_pointer_visible(screen.display), "the pointer to hide", 3.5)
    screen.ask("xdotool", "mousemove", "400", "320", "mousemove", "410", "325")
    until(lambda: is_pointer_visible(screen.display), "the pointer to come back", 2)
    assert still_display.end() == 0


def test_escape_leaves_for_the_main_window(still_display: RunningApp) -> None:
    still_display.keys("Escape")
    until(lambda: not still_display.is_mapped(), "the display to be left")
    still_display.wait_for_window()
    assert still_display.title == "Scott Kelly – Mission Countdown"
    assert still_display.close() == 0
