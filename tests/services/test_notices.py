"""Notices where there is no session bus to take them; those with one are in tests/desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.services.notices import Notices
from countdown.services.session_bus import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

NOWHERE = [None, "", "unix:path=/nowhere/at/all", "tcp:host=localhost,port=1", "nonsense"]


@pytest.fixture(params=NOWHERE, ids=str)
def set_no_bus(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if request.param is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", request.param)


@pytest.mark.usefixtures("set_no_bus")
def test_without_a_bus_a_notice_fails_and_says_why(qtbot: QtBot) -> None:
    notices = Notices()
    with qtbot.waitSignal(notices.failed, timeout=10_000) as failed:
        notices.send("A record has fallen", "")
    assert failed.args == [Trouble.NO_BUS]
    notices.stop()


@pytest.mark.usefixtures("set_no_bus")
def test_without_a_bus_the_tray_shows_it(qtbot: QtBot) -> None:
    shown: list[tuple[str, str]] = []
    show: Callable[[str, str], None] = lambda title, body: shown.append((title, body))  # noqa: E731
    notices = Notices(show)
    with qtbot.waitSignal(notices.sent, timeout=10_000):
        notices.send("A record has fallen", "<b>383</b> days")
    assert shown == [("A record has fallen", "<b>383</b> days")]
    notices.stop()
