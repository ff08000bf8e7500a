"""Keeping awake, whatever the system's way is; the ways of a desktop are in tests/desktop."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from countdown.services.keep_awake import BusHolder, DesktopHolder, KeepAwake, MacHolder
from countdown.services.session_bus import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class FakeHolder:
    """A system that does as it is told, or has a trouble."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.holds = False
        self.asked = 0

    def hold(self) -> Trouble | None:
        self.asked += 1
        self.holds = self.trouble is None
        return self.trouble

    def release(self) -> None:
        self.holds = False


@pytest.fixture
def system() -> FakeHolder:
    return FakeHolder()


@pytest.fixture
def awake(system: FakeHolder) -> Iterator[KeepAwake]:
    awake = KeepAwake(system)
    yield awake
    awake.stop()


def test_it_holds_from_the_display_s_coming_to_its_going(
    qtbot: QtBot, awake: KeepAwake, system: FakeHolder
) -> None:
    assert not awake.is_held
    with qtbot.waitSignal(awake.held_changed, timeout=10_000) as held:
        awake.hold()
    assert held.args == [True]
    assert (awake.is_held, system.holds) == (True, True)
    with qtbot.waitSignal(awake.held_changed, timeout=10_000) as held:
        awake.release()
    assert held.args == [False]
    assert (awake.is_held, system.holds) == (False, False)


def test_holding_twice_is_holding_once(awake: KeepAwake, system: FakeHolder) -> None:
    awake.hold()
    awake.hold()
    awake.stop()
    assert system.asked == 1
    assert not system.holds


def test_the_end_of_the_app_releases_at_once(qtbot: QtBot, system: FakeHolder) -> None:
    awake = KeepAwake(system)
    with qtbot.waitSignal(awake.held_changed, timeout=10_000):
        awake.hold()
    awake.stop()
    assert not system.holds
    assert not awake.is_held


def test_who_releases_before_the_answer_comes_holds_nothing(
    qtbot: QtBot, awake: KeepAwake, system: FakeHolder
) -> None:
    changes: list[bool] = []
    awake.held_changed.connect(changes.append)
    awake.hold()
    awake.release()
    qtbot.waitUntil(lambda: system.asked == 1 and not system.holds, timeout=10_000)
    awake.stop()
    assert changes == []


def test_a_failure_is_told_once_and_its_end_too(
    qtbot: QtBot, awake: KeepAwake, system: FakeHolder
) -> None:
    told: list[Trouble] = []
    awake.failed.connect(told.append)
    system.trouble = Trouble.NO_SERVICE
    awake.hold()
    qtbot.waitUntil(lambda: told == [Trouble.NO_SERVICE], timeout=10_000)
    for _ in range(3):
        awake.look_again()
    system.trouble = None
    with qtbot.waitSignal(awake.held_changed, timeout=10_000):
        awake.look_again()
    assert told == [Trouble.NO_SERVICE]


def test_what_is_lost_is_told(qtbot: QtBot, awake: KeepAwake, system: FakeHolder) -> None:
    with qtbot.waitSignal(awake.held_changed, timeout=10_000):
        awake.hold()
    system.trouble = Trouble.NO_ANSWER
    with qtbot.waitSignals([awake.held_changed, awake.failed], timeout=10_000):
        awake.look_again()
    assert not awake.is_held


def test_without_a_bus_there_is_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    holder = BusHolder()
    assert holder.hold() is Trouble.NO_BUS
    holder.release()


@pytest.mark.parametrize(
    ("services", "server", "told"),
    [
        (None, None, None),
        (None, Trouble.NO_SERVICE, None),
        (Trouble.NO_BUS, None, None),
        (Trouble.NO_SERVICE, None, None),
        (Trouble.NO_BUS, Trouble.NO_SERVICE, Trouble.NO_BUS),
        (Trouble.REFUSED, None, Trouble.REFUSED),  # it may put the machine to sleep all the same
    ],
)
def test_a_server_without_a_desktop_is_enough_and_one_below_a_desktop_is_not(
    services: Trouble | None, server: Trouble | None, told: Trouble | None
) -> None:
    both = FakeHolder(), FakeHolder()
    both[0].trouble, both[1].trouble = services, server
    holder = DesktopHolder(*both)
    assert holder.hold() is told
    assert [one.holds for one in both] == [services is None, server is None]
    holder.release()
    assert not any(one.holds for one in both)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_on_macos_a_program_holds_as_long_as_this_process(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = tmp_path / "starts"
    caffeinate = tmp_path / "caffeinate"
    caffeinate.write_text(f'#!/bin/sh\necho "$@" >> {starts}\nexec sleep 60\n')
    caffeinate.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    holder = MacHolder()
    assert holder.hold() is None
    once = f"-d -i -w {os.getpid()}\n"
    qtbot.waitUntil(lambda: starts.exists() and starts.read_text() == once, timeout=10_000)
    assert holder.hold() is None  # it still runs
    holder.release()
    holder.release()
    assert starts.read_text() == once


def test_on_macos_without_that_program_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert MacHolder().hold() is Trouble.NO_SERVICE
