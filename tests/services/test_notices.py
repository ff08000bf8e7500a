"""Notices where there is no session bus to take them; those with one are in tests/desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.services.notices import Notices
from countdown.services.session_bus import Trouble

if TYPE_CHECKING:
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


class FakeTray:
    """Shows notices, or has no place for them."""

    def __init__(self, *, has_place: bool) -> None:
        self.has_place = has_place
        self.asked: list[tuple[str, str]] = []

    def show(self, title: str, body: str) -> bool:
        self.asked.append((title, body))
        return self.has_place


@pytest.mark.usefixtures("set_no_bus")
@pytest.mark.parametrize("has_place", [True, False])
def test_without_a_bus_the_tray_shows_it_if_it_can(qtbot: QtBot, *, has_place: bool) -> None:
    tray = FakeTray(has_place=has_place)
    notices = Notices(tray.show)
    with qtbot.waitSignal(notices.sent if has_place else notices.failed, timeout=10_000):
        notices.send("A record has fallen", "<b>383</b> days")
    assert tray.asked == [("A record has fallen", "<b>383</b> days")]
    notices.stop()
