"""One app a user, as processes: the first may be killed, or hang, and the second sees to it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Protocol

import pytest

from countdown.services.one_app import Answer, OneApp, Verdict
from tests.desktop.processes import environment, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = {"person": str}
WISH = {"person": "scott-kelly"}
FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from countdown.services.one_app import OneApp

application = QCoreApplication()
app = OneApp(Path(sys.argv[1]), {"person": str}, Path(sys.argv[2]))
app.wish_came.connect(lambda request: request.refuse(request.wish["person"]))
assert app.is_first()
QTimer.singleShot(int(sys.argv[3]), app.listen)
application.exec()
"""


class Starts(Protocol):
    """Starts an app that refuses each wish, with its person for a reason."""

    def __call__(self, ms_until_it_listens: int = ...) -> subprocess.Popen[bytes]: ...


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starts]:
    started: list[subprocess.Popen[bytes]] = []
    run = tmp_path / "run"

    def start(ms_until_it_listens: int = 0) -> subprocess.Popen[bytes]:
        words = [str(tmp_path / "settings"), str(run), str(ms_until_it_listens)]
        app = subprocess.Popen([sys.executable, "-c", FIRST, *words], env=environment(tmp_path))
        started.append(app)
        until(lambda: any(run.glob("*.lock")), "the first app to be it")
        if not ms_until_it_listens:
            until(lambda: any(run.glob("*.socket")), "the first app to listen")
        return app

    yield start
    for app in started:
        app.kill()
        app.wait(10)


@pytest.fixture
def second(tmp_path: Path) -> Iterator[OneApp]:
    app = OneApp(tmp_path / "settings", KINDS, tmp_path / "run")
    yield app
    app.close()


@pytest.mark.parametrize("ms", [0, 400], ids=["that listens", "that will listen soon"])
def test_a_second_process_hands_its_wish_to_a_first(start: Starts, second: OneApp, ms: int) -> None:
    start(ms)
    assert not second.is_first()
    assert second.hand_over(WISH) == Answer(Verdict.REFUSED, "scott-kelly")


def test_after_a_killed_app_the_next_one_is_the_first(
    start: Starts, second: OneApp, tmp_path: Path
) -> None:
    first = start()
    first.kill()
    first.wait(10)
    left_over = {file.suffix for file in (tmp_path / "run").iterdir()}
    assert left_over == {".lock", ".socket"}
    assert second.is_first()
    assert second.listen()


def test_an_app_that_is_killed_before_it_answers_gives_way(start: Starts, second: OneApp) -> None:
    first = start()
    assert not second.is_first()
    first.send_signal(signal.SIGSTOP)
    assert second.hand_over(WISH, 0.2) == Answer(Verdict.NO_ANSWER)
    first.kill()
    first.wait(10)
    assert second.hand_over(WISH, 5) == Answer(Verdict.FIRST_NOW)


def test_an_app_that_hangs_is_waited_for_no_longer_than_said(start: Starts, second: OneApp) -> None:
    first = start()
    first.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    assert second.hand_over(WISH, 0.5) == Answer(Verdict.NO_ANSWER)
    assert 0.4 < time.monotonic() - began < 3
