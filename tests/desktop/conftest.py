"""Starts a screen with a window manager, and a bus, where these programs are installed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.desktop.buses import Bus, Desktop
from tests.desktop.screens import PROGRAMS, RunningApp, Screen
from tests.qt_fixtures import nothing_left_running, qapp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


__all__ = ["bus", "nothing_left_running", "qapp", "screen", "start_app", "start_desktop"]


class StartApp(Protocol):
    """Starts the app; a second start finds what the first one remembered."""

    def __call__(self, *words: str) -> RunningApp: ...


class StartDesktop(Protocol):
    """Puts a desktop with these names on the bus."""

    def __call__(
        self,
        *names: str,
        mood: str = ...,
        capabilities: tuple[str, ...] = ...,
        bus: Bus | None = ...,
    ) -> Desktop: ...


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    skip_without(*PROGRAMS)
    screen = Screen(tmp_path_factory.mktemp("screen"))
    yield screen
    screen.stop()


@pytest.fixture
def start_app(screen: Screen, tmp_path: Path) -> Iterator[StartApp]:
    started: list[RunningApp] = []

    def start(*words: str) -> RunningApp:
        app = RunningApp(screen, tmp_path, *words)
        started.append(app)
        app.wait_for_window()
        return app

    yield start
    for app in started:
        app.stop()


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """Start a bus that this process takes for its session's."""
    skip_without("dbus-daemon")
    bus = Bus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.stop()


@pytest.fixture
def start_desktop(bus: Bus) -> Iterator[StartDesktop]:
    started: list[Desktop] = []
    first = bus

    def start(
        *names: str,
        mood: str = "kind",
        capabilities: tuple[str, ...] = ("body", "body-markup"),
        bus: Bus | None = None,
    ) -> Desktop:
        desktop = Desktop(bus or first, *names, mood=mood, capabilities=capabilities)
        started.append(desktop)
        return desktop

    yield start
    for desktop in started:
        desktop.stop()


def skip_without(*programs: str) -> None:
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
