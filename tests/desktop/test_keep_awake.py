"""Keeping awake on a real bus: what a desktop is asked, and that it gets everything back."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from countdown.services import session_bus
from countdown.services.keep_awake import KeepAwake
from countdown.services.session_bus import Trouble
from tests.desktop.buses import GNOME, POWER, SCREEN_SAVER, Bus
from tests.desktop.processes import environment, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desktop.conftest import StartDesktop

pytestmark = pytest.mark.usefixtures("bus")

OURS = ("Mission Countdown", "The mission display is on")
HOLD = """
from PySide6.QtCore import QCoreApplication
from countdown.services.keep_awake import KeepAwake
application = QCoreApplication()
awake = KeepAwake()
awake.hold()
application.exec()
"""


@pytest.fixture
def awake() -> Iterator[KeepAwake]:
    awake = KeepAwake()
    yield awake
    awake.stop()


def hold(qtbot: QtBot, awake: KeepAwake) -> None:
    with qtbot.waitSignal(awake.held_changed, timeout=10_000):
        awake.hold()
    assert awake.is_held


@pytest.mark.parametrize("service", [SCREEN_SAVER, POWER])
def test_a_desktop_is_asked_in_our_name_and_gets_it_back(
    qtbot: QtBot, awake: KeepAwake, start_desktop: StartDesktop, service: str
) -> None:
    desktop = start_desktop(service)
    hold(qtbot, awake)
    assert desktop.held_by(service) == [OURS]
    with qtbot.waitSignal(awake.held_changed, timeout=10_000):
        awake.release()
    assert not awake.is_held
    assert desktop.inhibitions == {}


def test_gnome_is_asked_to_hold_off_sleep_and_idleness(
    qtbot: QtBot, awake: KeepAwake, start_desktop: StartDesktop
) -> None:
    desktop = start_desktop(GNOME)
    hold(qtbot, awake)
    sleep, idle = 4, 8
    assert desktop.held_by(GNOME) == [
        ("mission-countdown", 0, "The mission display is on", sleep | idle)
    ]
    awake.stop()
    assert desktop.inhibitions == {}


def test_a_desktop_is_asked_for_all_it_has(
    qtbot: QtBot, awake: KeepAwake, start_desktop: StartDesktop
) -> None:
    desktop = start_desktop(SCREEN_SAVER, POWER)
    hold(qtbot, awake)
    assert desktop.held_by(SCREEN_SAVER) == desktop.held_by(POWER) == [OURS]


def test_asking_again_changes_nothing(
    qtbot: QtBot, awake: KeepAwake, start_desktop: StartDesktop
) -> None:
    desktop = start_desktop(SCREEN_SAVER)
    hold(qtbot, awake)
    awake.hold()
    awake.look_again()
    awake.stop()
    assert len(desktop.senders) == 2  # one Inhibit, one UnInhibit
    assert desktop.inhibitions == {}


def test_a_desktop_that_was_started_anew_is_asked_anew(
    qtbot: QtBot, awake: KeepAwake, start_desktop: StartDesktop
) -> None:
    first = start_desktop(SCREEN_SAVER)
    hold(qtbot, awake)
    first.stop()
    again = start_desktop(SCREEN_SAVER)
    awake.look_again()
    qtbot.waitUntil(lambda: again.held_by(SCREEN_SAVER) == [OURS], timeout=10_000)
    assert awake.is_held


def test_a_desktop_that_comes_after_the_app_is_found(
    qtbot: QtBot, awake: KeepAwake, start_desktop: StartDesktop
) -> None:
    with qtbot.waitSignal(awake.failed, timeout=10_000) as failed:
        awake.hold()
    assert failed.args == [Trouble.NO_SERVICE]
    desktop = start_desktop(SCREEN_SAVER)
    with qtbot.waitSignal(awake.held_changed, timeout=10_000):
        awake.look_again()
    assert desktop.held_by(SCREEN_SAVER) == [OURS]


@pytest.mark.parametrize(
    ("mood", "trouble"), [("cross", Trouble.REFUSED), ("silent", Trouble.NO_ANSWER)]
)
def test_a_desktop_that_does_not_agree(
    qtbot: QtBot,
    awake: KeepAwake,
    start_desktop: StartDesktop,
    monkeypatch: pytest.MonkeyPatch,
    mood: str,
    trouble: Trouble,
) -> None:
    monkeypatch.setattr(session_bus, "ANSWER_S", 0.2)
    start_desktop(SCREEN_SAVER, mood=mood)
    with qtbot.waitSignal(awake.failed, timeout=10_000) as failed:
        awake.hold()
    assert failed.args == [trouble]
    assert not awake.is_held


def test_a_killed_app_leaves_nothing_held(
    bus: Bus, start_desktop: StartDesktop, tmp_path: Path
) -> None:
    desktop = start_desktop(SCREEN_SAVER, GNOME)
    app = subprocess.Popen(
        [sys.executable, "-c", HOLD],
        env=environment(tmp_path, DBUS_SESSION_BUS_ADDRESS=bus.address),
    )
    until(lambda: len(desktop.inhibitions) == 2, "both to be held")
    app.kill()
    app.wait(10)
    until(lambda: not desktop.inhibitions, "both to be given back")
