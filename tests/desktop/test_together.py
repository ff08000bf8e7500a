"""One app on a real desktop: second starts, what it asks of the desktop, and its sudden end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.app import App
from countdown.core.readings import Mission
from countdown.data.wishes import Wish
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings
from tests.desktop.blanking import Blanking
from tests.desktop.buses import NOTIFICATIONS, SCREEN_SAVER
from tests.desktop.processes import run_app, until
from tests.fakes import FakeClock
from tests.qt_fixtures import end_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from countdown.core.catalogue import Catalogue
    from tests.desktop.conftest import StartApp, StartDesktop
    from tests.desktop.screens import RunningApp, Screen

OURS = ("Mission Countdown", "The mission display is on")


def windows_of(app: RunningApp, screen: Screen) -> int:
    listed = screen.ask("wmctrl", "-lp").splitlines()
    return sum(int(line.split()[2]) == app.process_id for line in listed)


def test_a_second_start_reaches_the_first(
    start_app: StartApp, screen: Screen, tmp_path: Path
) -> None:
    app = start_app("--person", "scott-kelly")
    second = run_app(tmp_path, "--person", "anna-kikina", "--pin", DISPLAY=screen.display)
    assert (second.returncode, second.stderr) == (0, "")
    until(lambda: windows_of(app, screen) == 2, "a pinned window of the first app")
    assert app.end() == 0


def test_a_wish_that_cannot_be_is_said_by_the_second_start(
    start_app: StartApp, screen: Screen, tmp_path: Path
) -> None:
    app = start_app()
    second = run_app(tmp_path, "--display", "--screen", "HDMI-7", DISPLAY=screen.display)
    assert second.returncode == 1
    assert second.stderr.startswith("countdown: the Mission Countdown that runs already refused")
    assert "HDMI-7" in second.stderr
    assert app.end() == 0


def test_an_app_that_was_killed_leaves_nothing_in_the_way(
    start_app: StartApp, screen: Screen, tmp_path: Path
) -> None:
    start_app().stop()
    app = start_app()
    assert app.is_mapped()
    second = run_app(tmp_path, "--pin", DISPLAY=screen.display)
    assert second.returncode == 0
    until(lambda: windows_of(app, screen) == 2, "the second app to be reachable")
    assert app.end() == 0


@pytest.mark.parametrize("ending", ["Escape", "killed"])
def test_the_display_keeps_the_machine_awake_and_lets_it_go(
    start_app: StartApp, start_desktop: StartDesktop, ending: str
) -> None:
    desktop = start_desktop(SCREEN_SAVER)
    app = start_app("--display")
    until(lambda: desktop.held_by(SCREEN_SAVER) == [OURS], "the screen saver to be held off")
    if ending == "killed":
        app.stop()
    else:
        app.keys(ending)
    until(lambda: desktop.held_by(SCREEN_SAVER) == [], "the screen saver to be let go")


@pytest.fixture
def blanking(screen: Screen) -> Iterator[Blanking]:
    blanking = Blanking(screen.display)
    yield blanking
    blanking.stop()


@pytest.mark.parametrize("ending", ["Escape", "killed"])
def test_without_a_desktop_the_screen_stays_on_while_the_display_does(
    start_app: StartApp, blanking: Blanking, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    app = start_app("--display")
    until(blanking.is_held_off, "the screen to stay on")
    if ending == "killed":
        app.stop()
    else:
        app.keys(ending)
    until(blanking.is_on, "the screen to go blank")


@pytest.fixture
def live_app(catalogue: Catalogue, tmp_path: Path) -> Iterator[tuple[App, FakeClock]]:
    """Run the app in the second before Kelly passes Fincke, as if that were now."""
    clock = FakeClock("2015-10-15T09:02:01Z")
    kelly = catalogue.people["scott-kelly"]
    settings = Settings(tmp_path / "settings.ini")
    app = App(OwnFacts(catalogue, tmp_path, clock), clock, settings, Wish(person=kelly, pin=True))
    app.desk.pin(Mission.of_person(catalogue, kelly))
    yield app, clock
    end_app(app)


@pytest.mark.usefixtures("bus", "qapp")
def test_a_record_that_falls_is_told_on_the_desktop_once(
    live_app: tuple[App, FakeClock], start_desktop: StartDesktop, qtbot: QtBot
) -> None:
    desktop = start_desktop(NOTIFICATIONS)
    app, clock = live_app
    for _ in range(5):
        clock.advance(1)
        app.ticker.tick()
    qtbot.waitUntil(lambda: len(desktop.notices) == 1, timeout=10_000)
    clock.jump_to("2015-10-15T09:02:00Z")  # as a correction of the machine's clock may do
    for _ in range(5):
        clock.advance(1)
        app.ticker.tick()
    (told,) = desktop.notices
    assert "Scott Kelly: Most time in all" in str(told)
