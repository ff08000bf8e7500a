"""The pinned window on a real screen, seen from outside."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.desktop.processes import environment, until
from tests.desktop.screens import SIZE, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.desktop.conftest import StartApp
    from tests.desktop.screens import RunningApp, Screen

KELLY = ("--pin", "--person", "scott-kelly", "--at", "2015-10-16T12:00:00Z")
FIRST = Place(SIZE[0] - 360 - 24, SIZE[1] - 132 - 24, 360, 132)
ALL_DESKTOPS = 0xFFFFFFFF
LET_CLICKS_THROUGH = ("shift+F10", "Up", "Up", "Return")
"""In the window's menu, the last but one."""


class Below:
    """Another program's window, that notes the clicks that reach it."""

    def __init__(self, screen: Screen, folder: Path, place: Place) -> None:
        self._screen = screen
        self._heard = folder / "heard"
        size = f"{place.width}x{place.height}+{place.x}+{place.y}"
        with self._heard.open("w", encoding="utf-8") as heard:
            self._process = subprocess.Popen(
                ["xev", "-geometry", size, "-event", "button"],
                env=environment(folder, DISPLAY=screen.display),
                stdout=heard,
                stderr=subprocess.DEVNULL,
            )
        self.window = until(self._find, "the other window")

    def _find(self) -> str | None:
        for line in self._screen.ask("wmctrl", "-l").splitlines():
            if line.endswith("Event Tester"):
                return line.split()[0]
        return None

    @property
    def clicks(self) -> int:
        return self._heard.read_text(encoding="utf-8").count("ButtonPress")

    def stop(self) -> None:
        self._process.kill()
        self._process.wait(10)


@pytest.fixture
def below(screen: Screen, tmp_path: Path) -> Iterator[Below]:
    if shutil.which("xev") is None:
        pytest.skip("not installed: xev")
    other = Below(screen, tmp_path, Place(300, 200, 600, 400))
    yield other
    other.stop()


def shrink(screen: Screen, width: int, height: int) -> None:
    """Leave this much of the screen; Xvfb takes another size only while its output is off."""
    screen.ask("xrandr", "--output", "screen", "--off")
    screen.ask("xrandr", "--fb", f"{width}x{height}")


def grow_back(screen: Screen) -> None:
    size = f"{SIZE[0]}x{SIZE[1]}"
    screen.ask("xrandr", "--fb", size)
    screen.ask("xrandr", "--output", "screen", "--mode", size)


@pytest.fixture
def changing(screen: Screen) -> Iterator[Screen]:
    """Lend a screen whose size may be changed."""
    if shutil.which("xrandr") is None:
        pytest.skip("not installed: xrandr")
    yield screen
    grow_back(screen)


def stacking(screen: Screen) -> list[int]:
    told = screen.ask("xprop", "-root", "_NET_CLIENT_LIST_STACKING")
    return [int(one, 16) for one in re.findall(r"0x[0-9a-f]+", told)]


def is_above(screen: Screen, app: RunningApp, other: Below) -> bool:
    order = stacking(screen)
    mine, its = int(app.window, 16), int(other.window, 16)
    return mine in order and its in order and order.index(mine) > order.index(its)


def drag(screen: Screen, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Take hold with the mouse, and let go elsewhere, as a hand does: not in one leap."""
    across, down = end[0] - start[0], end[1] - start[1]
    words = ["mousemove", str(start[0]), str(start[1]), "mousedown", "1"]
    for part in range(1, 9):
        x, y = start[0] + across * part // 8, start[1] + down * part // 8
        words += ["mousemove", "--sync", str(x), str(y), "sleep", "0.05"]
    screen.ask("xdotool", *words, "mouseup", "1")


def remembered(folder: Path) -> str:
    """Return the remembered places, once there are any."""
    file = folder / "mission-countdown" / "settings.ini"

    def found() -> str:
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        return kept.partition("[places]")[2]

    return until(found, "its place to be remembered")


def test_it_stays_above_is_on_all_desktops_and_in_no_task_bar(
    start_app: StartApp, screen: Screen
) -> None:
    app = start_app(*KELLY)
    until(lambda: {"ABOVE", "SKIP_TASKBAR", "SKIP_PAGER"} <= app.states, "its states")
    desktop = screen.ask("xprop", "-id", app.window, "_NET_WM_DESKTOP")
    assert int(desktop.partition("=")[2]) == ALL_DESKTOPS
    assert app.title == "Scott Kelly – Mission Countdown"
    assert app.place == FIRST
    assert app.ticks()
    assert app.end() == 0


def test_it_stays_above_a_window_that_is_raised_and_after_the_manager_restarts(
    start_app: StartApp, screen: Screen, below: Below
) -> None:
    app = start_app(*KELLY)
    until(lambda: "ABOVE" in app.states, "the window to be above")
    screen.ask("wmctrl", "-i", "-a", below.window)
    screen.ask("xdotool", "windowraise", below.window)
    until(lambda: is_above(screen, app, below), "the pinned window to be above")
    screen.stop_manager()
    screen.start_manager()
    until(lambda: {"ABOVE", "SKIP_TASKBAR"} <= app.states, "the window to be above again")
    screen.ask("wmctrl", "-i", "-a", below.window)
    until(lambda: is_above(screen, app, below), "the pinned window to be above")
    assert app.ticks()
    assert app.end() == 0


def test_it_moves_when_it_is_dragged_and_comes_back_there(
    start_app: StartApp, screen: Screen, tmp_path: Path
) -> None:
    app = start_app(*KELLY)
    place = until(lambda: app.place if app.is_mapped() else None, "its place")
    start = place.x + 100, place.y + 60
    drag(screen, start, (start[0] - 500, start[1] - 300))
    until(lambda: app.place.x < place.x - 400, "the window to follow the mouse")
    moved = app.place
    assert moved[2:] == place[2:]
    remembered(tmp_path)
    assert app.end() == 0
    again = start_app(*KELLY)
    until(lambda: again.place == moved, f"the window to be at {moved}")
    assert again.end() == 0


def test_its_edges_resize_it(start_app: StartApp, screen: Screen) -> None:
    app = start_app(*KELLY)
    place = until(lambda: app.place if app.is_mapped() else None, "its place")
    start = place.x + 2, place.y + 60
    drag(screen, start, (start[0] - 100, start[1]))
    until(lambda: app.place.width > place.width + 80, "the window to be wider")
    assert app.place.x < place.x
    assert app.end() == 0


def test_keys_move_it(start_app: StartApp) -> None:
    app = start_app(*KELLY)
    app.keys("Left", "Up", "shift+Up")
    until(lambda: app.place[:2] == (FIRST.x - 10, FIRST.y - 11), "the window to have moved")
    app.keys("ctrl+Left", "ctrl+Up")
    until(lambda: app.place[:2] == (0, 0), "the window to be in the corner")
    app.keys("ctrl+w")
    assert app.wait() == 0


def test_enter_opens_the_main_window(start_app: StartApp, screen: Screen) -> None:
    app = start_app(*KELLY)
    app.keys("Return")
    until(lambda: len(stacking(screen)) == 2, "the main window")
    assert app.end() == 0


def test_it_comes_back_on_screen_when_the_screen_shrinks_and_returns_when_it_grows(
    start_app: StartApp, changing: Screen
) -> None:
    app = start_app(*KELLY)
    app.keys("Left")
    there = Place(FIRST.x - 10, *FIRST[1:])
    until(lambda: app.place == there, "the window to have moved")
    shrink(changing, 800, 600)
    inside = Place(there.x - 480, there.y - 200, 360, 132)
    until(lambda: app.place == inside, f"the window to be at {inside}")
    grow_back(changing)
    until(lambda: app.place == there, "the window to be back")
    assert app.end() == 0


def test_it_lets_clicks_through_to_the_window_below(
    start_app: StartApp, screen: Screen, below: Below
) -> None:
    app = start_app(*KELLY)
    app.keys("ctrl+Left", "ctrl+Up")
    until(lambda: app.place[:2] == (0, 0), "the window to be in the corner")
    screen.ask("wmctrl", "-i", "-r", below.window, "-e", "0,0,0,600,400")
    screen.ask("xdotool", "mousemove", "--sync", "180", "66", "click", "1")
    assert below.clicks == 0
    app.keys(*LET_CLICKS_THROUGH)

    def reaches() -> bool:
        screen.ask("xdotool", "mousemove", "--sync", "181", "66", "click", "1")
        return below.clicks > 0

    until(reaches, "a click to reach the window below")
    assert app.ticks()
    assert app.end() == 0


@pytest.fixture
def tray_host(screen: Screen, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Start a tray when it is called; it is gone after the test."""
    if shutil.which("trayer") is None:
        pytest.skip("not installed: trayer")
    started: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        quiet = subprocess.DEVNULL
        where = environment(tmp_path, DISPLAY=screen.display)
        words = ["trayer", "--edge", "top", "--widthtype", "request"]
        started.append(subprocess.Popen(words, env=where, stdout=quiet, stderr=quiet))

    yield start
    for process in started:
        process.kill()
        process.wait(10)


def icons(screen: Screen) -> int:
    """Count the app's windows inside the one of a tray."""
    tree = screen.ask("xwininfo", "-root", "-tree")
    return len(re.findall(r'"Mission Countdown": \(.*"mission-countdown"\)  2\dx2\d', tree))


def test_a_tray_is_joined_when_it_comes_and_the_app_ends_with_its_last_window(
    start_app: StartApp, screen: Screen, tray_host: Callable[[], None]
) -> None:
    app = start_app(*KELLY)
    assert icons(screen) == 0
    tray_host()
    until(lambda: icons(screen) == 1, "the icon in the tray")
    app.keys("ctrl+w")
    assert app.wait() == 0
