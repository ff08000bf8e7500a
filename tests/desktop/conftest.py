"""Starts a screen with a window manager where these programs are installed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.desktop.screens import PROGRAMS, RunningApp, Screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class StartApp(Protocol):
    """Starts the app; a second start finds what the first one remembered."""

    def __call__(self, *words: str) -> RunningApp: ...


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
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
