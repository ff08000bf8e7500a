"""The second start hands its wish to the first; killed and hanging ones are in tests/desktop."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from countdown.data.wish_lines import MOST_BYTES, read_answer, wish_line
from countdown.services import one_app
from countdown.services.one_app import Answer, OneApp, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from countdown.services.one_app import Request

KINDS = {"person": str, "display": bool}
WISH: dict[str, object] = {"person": "scott-kelly", "display": True}


class StartApp(Protocol):
    """Starts an app with the settings of a folder."""

    def __call__(self, settings: str = ...) -> OneApp: ...


@pytest.fixture
def start(tmp_path: Path) -> Iterator[StartApp]:
    started: list[OneApp] = []

    def start(settings: str = "settings") -> OneApp:
        app = OneApp(tmp_path / settings, KINDS, tmp_path / "run")
        started.append(app)
        return app

    yield start
    for app in reversed(started):
        app.close()


@pytest.fixture
def first(start: StartApp) -> OneApp:
    first = start()
    assert first.is_first()
    assert first.listen()
    return first


class Caller:
    """Speaks to the first app through a bare socket, while its answers are waited for in Qt."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        (name,) = folder.glob("*.socket")
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(name))
        self._socket.setblocking(False)
        self._heard = b""
        self._is_over = False

    def say(self, said: bytes) -> None:
        self._socket.sendall(said)

    def answer(self) -> bytes:
        """Return all that comes until the first app hangs up."""
        self._qtbot.waitUntil(self._has_heard_all, timeout=10_000)
        self.hang_up()
        return self._heard

    def hang_up(self) -> None:
        self._socket.close()

    def _has_heard_all(self) -> bool:
        with contextlib.suppress(BlockingIOError):
            part = self._socket.recv(4_096)
            self._heard += part
            self._is_over = not part
        return self._is_over


@pytest.fixture
def call(qtbot: QtBot, first: OneApp, tmp_path: Path) -> Callable[[], Caller]:
    if sys.platform == "win32":
        pytest.skip("a pipe is no socket")
    assert first.is_first()
    return lambda: Caller(tmp_path / "run", qtbot)


def test_the_first_hears_the_wish_and_the_second_the_answer(
    first: OneApp, call: Callable[[], Caller]
) -> None:
    heard: list[object] = []

    def accept(request: Request) -> None:
        heard.append(request.wish)
        request.accept()

    first.wish_came.connect(accept)
    for wish in (WISH, {}):
        second = call()
        second.say(wish_line({**wish, "planet": "Mars"}))
        assert read_answer(second.answer()) == ("ok", "")
    assert heard == [WISH, {}]


def test_a_wish_that_comes_in_pieces_is_heard_whole(
    qtbot: QtBot, first: OneApp, call: Callable[[], Caller]
) -> None:
    first.wish_came.connect(lambda request: request.accept())
    second = call()
    for byte in wish_line(WISH):
        second.say(bytes([byte]))
        qtbot.wait(1)
    assert read_answer(second.answer()) == ("ok", "")


def test_the_first_may_say_no(first: OneApp, call: Callable[[], Caller]) -> None:
    first.wish_came.connect(lambda request: request.refuse("no screen 7"))
    second = call()
    second.say(wish_line(WISH))
    assert read_answer(second.answer()) == ("refused", "no screen 7")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (wish_line({"display": "yes"}), "wish.display"),
        (b"hello\n", "line"),
        (b"x" * MOST_BYTES, "line"),
        (b'{"schema": 9}\n', "schema"),
    ],
    ids=["wrong kind", "no JSON", "too long", "another schema"],
)
def test_nonsense_never_reaches_the_app_and_is_answered(
    first: OneApp, call: Callable[[], Caller], said: bytes, field: str
) -> None:
    heard: list[object] = []
    first.wish_came.connect(heard.append)
    second = call()
    second.say(said)
    assert read_answer(second.answer()) == ("not-understood", field)
    assert heard == []


def test_who_says_nothing_is_hung_up_on(
    call: Callable[[], Caller], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_app, "ANSWER_S", 0.05)
    second = call()
    second.say(b'{"sch')
    assert second.answer() == b""


def test_an_answer_that_comes_too_late_does_no_harm(
    qtbot: QtBot, first: OneApp, call: Callable[[], Caller]
) -> None:
    requests: list[Request] = []
    first.wish_came.connect(requests.append)
    second = call()
    second.say(wish_line(WISH))
    qtbot.waitUntil(lambda: len(requests) == 1, timeout=10_000)
    second.hang_up()
    qtbot.wait(1)
    requests[0].accept()
    requests[0].refuse("and again")


def test_a_wish_that_is_too_long_is_not_even_said(start: StartApp) -> None:
    answer = start().hand_over({"person": "x" * MOST_BYTES})
    assert answer == Answer(Verdict.NOT_UNDERSTOOD, "line")


def test_a_first_that_never_listens_is_given_up(start: StartApp) -> None:
    assert start().is_first()
    assert start().hand_over(WISH, 0.1) == Answer(Verdict.NO_ANSWER)


def test_when_the_first_ends_meanwhile_the_second_takes_its_place(start: StartApp) -> None:
    first = start()
    assert first.is_first()
    second = start()
    assert not second.is_first()
    first.close()
    assert second.hand_over(WISH) == Answer(Verdict.FIRST_NOW)
    assert second.listen()


@pytest.mark.usefixtures("first")
def test_apps_with_other_settings_never_meet(start: StartApp) -> None:
    other = start("other settings")
    assert other.is_first()
    assert other.listen()


def test_only_the_first_may_listen(first: OneApp, start: StartApp) -> None:
    assert first.is_first()  # asked again
    assert not start().listen()


def test_two_apps_are_better_than_none_where_no_lock_can_be_had(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file, where a folder should be")
    app = OneApp(tmp_path / "settings", KINDS, tmp_path / "run")
    assert app.is_first()
    assert not app.listen()
    app.close()


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="takes root's rights")
def test_a_folder_of_another_user_is_not_trusted(start: StartApp, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    os.chown(tmp_path / "run", 65_534, 65_534)
    app = start()
    assert app.is_first()
    assert not app.listen()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no file")
def test_only_the_user_can_open_the_socket(first: OneApp, tmp_path: Path) -> None:
    (name,) = (tmp_path / "run").glob("*.socket")
    assert name.stat().st_mode & 0o077 == 0
    assert (tmp_path / "run").stat().st_mode & 0o077 == 0
    first.close()
    assert list((tmp_path / "run").iterdir()) == []
