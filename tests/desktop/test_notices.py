"""Notices on a real bus: how a desktop gets them, and what is told when none does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from countdown.services import session_bus
from countdown.services.notices import Notices
from countdown.services.session_bus import Trouble
from tests.desktop.buses import NOTIFICATIONS, Bus
from tests.desktop.conftest import skip_without
from tests.desktop.processes import environment, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.desktop.conftest import StartDesktop
    from tests.desktop.screens import Screen

pytestmark = pytest.mark.usefixtures("bus")

TITLE = "A record has fallen"
BODY = "Scott Kelly <383 d> passes Mike Fincke & stays up"


@pytest.fixture
def notices() -> Iterator[Notices]:
    notices = Notices(icon=Path("/usr/share/an icon.png"))
    yield notices
    notices.stop()


def send(qtbot: QtBot, notices: Notices, body: str = BODY) -> None:
    with qtbot.waitSignal(notices.sent, timeout=10_000):
        notices.send(TITLE, body)


def what_fails(qtbot: QtBot, notices: Notices) -> object:
    with qtbot.waitSignal(notices.failed, timeout=10_000) as failed:
        notices.send(TITLE, BODY)
    assert failed.args is not None
    return failed.args[0]


def test_a_notice_says_whose_it_is_and_what_has_fallen(
    qtbot: QtBot, notices: Notices, start_desktop: StartDesktop
) -> None:
    desktop = start_desktop(NOTIFICATIONS)
    send(qtbot, notices)
    (notice,) = desktop.notices
    app, replaces, icon, title, _, actions, hints, expires = notice
    assert (app, title, icon) == ("Mission Countdown", TITLE, "file:///usr/share/an%20icon.png")
    assert hints == {"desktop-entry": ("s", "mission-countdown")}
    assert (replaces, actions, expires) == (0, [], -1)


@pytest.mark.parametrize(
    ("capabilities", "body"),
    [
        (("body", "body-markup"), "Scott Kelly &lt;383 d&gt; passes Mike Fincke &amp; stays up"),
        (("body",), BODY),
    ],
    ids=["markup", "plain text"],
)
def test_nothing_in_a_notice_is_read_as_markup(
    qtbot: QtBot,
    notices: Notices,
    start_desktop: StartDesktop,
    capabilities: tuple[str, ...],
    body: str,
) -> None:
    desktop = start_desktop(NOTIFICATIONS, capabilities=capabilities)
    send(qtbot, notices)
    assert desktop.notices[0][4] == body


def test_all_notices_come_from_one_sender_who_stays(
    qtbot: QtBot, notices: Notices, start_desktop: StartDesktop
) -> None:
    """GNOME takes away the notices of a program that has left the bus."""
    desktop = start_desktop(NOTIFICATIONS)
    send(qtbot, notices)
    send(qtbot, notices)
    assert len(set(desktop.senders)) == 1
    assert len(desktop.notices) == 2


def test_a_notice_after_the_bus_was_started_anew_is_sent_over_the_new_one(
    qtbot: QtBot,
    notices: Notices,
    start_desktop: StartDesktop,
    bus: Bus,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    first = start_desktop(NOTIFICATIONS)
    send(qtbot, notices)
    first.stop()
    bus.stop()
    (tmp_path / "again").mkdir()
    again = Bus(tmp_path / "again")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", again.address)
    desktop = start_desktop(NOTIFICATIONS, bus=again)
    send(qtbot, notices)
    assert len(desktop.notices) == 1
    desktop.stop()
    again.stop()


def test_a_bus_where_nobody_shows_notices(qtbot: QtBot, notices: Notices) -> None:
    assert what_fails(qtbot, notices) is Trouble.NO_SERVICE


@pytest.mark.parametrize(
    ("mood", "trouble"),
    [
        ("cross", Trouble.REFUSED),
        ("silent", Trouble.NO_ANSWER),
        ("ill", Trouble.NO_SERVICE),
    ],
)
def test_a_service_that_is_of_no_use(
    qtbot: QtBot,
    notices: Notices,
    start_desktop: StartDesktop,
    monkeypatch: pytest.MonkeyPatch,
    mood: str,
    trouble: Trouble,
) -> None:
    monkeypatch.setattr(session_bus, "ANSWER_S", 0.2)
    start_desktop(NOTIFICATIONS, mood=mood)
    assert what_fails(qtbot, notices) is trouble


def test_a_title_that_no_bus_can_carry_is_refused(
    qtbot: QtBot, notices: Notices, start_desktop: StartDesktop
) -> None:
    start_desktop(NOTIFICATIONS)
    with qtbot.waitSignal(notices.failed, timeout=10_000) as failed:
        notices.send("half a letter: \ud83d", "")
    assert failed.args == [Trouble.REFUSED]


def test_dunst_shows_it(
    qtbot: QtBot, notices: Notices, bus: Bus, screen: Screen, tmp_path: Path
) -> None:
    skip_without("dunst", "dunstctl", "dbus-send")
    config = tmp_path / "dunstrc"
    config.write_text("[global]\nmarkup = full\n", encoding="utf-8")
    shown = environment(tmp_path, DISPLAY=screen.display, DBUS_SESSION_BUS_ADDRESS=bus.address)
    said = (tmp_path / "said").open("w+", encoding="utf-8")
    dunst = subprocess.Popen(["dunst", "-config", str(config)], env=shown, stderr=said)

    def ask(*words: str) -> str:
        return subprocess.run(
            ["dunstctl", *words], env=shown, capture_output=True, text=True, check=False
        ).stdout.strip()

    until(lambda: ask("count", "displayed") == "0", "dunst")
    send(qtbot, notices)
    assert ask("count", "displayed") == "1"
    ask("close-all")
    (notice,) = json.loads(ask("history"))["data"][0]
    assert notice["appname"]["data"] == "Mission Countdown"
    assert notice["summary"]["data"] == TITLE
    assert "&lt;383 d&gt;" in notice["body"]["data"]
    dunst.terminate()
    dunst.wait(10)
    said.seek(0)
    assert "markup" not in said.read()  # it had no trouble with ours
    said.close()
