"""Jobs in the background: in order, told in Qt's thread, and nothing told after the end."""

from __future__ import annotations

import gc
import weakref
from functools import partial
from threading import Event, get_ident
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from countdown.services.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.stop(10)


def test_results_come_in_the_order_of_the_jobs(qtbot: QtBot, background: Background) -> None:
    told: list[int] = []
    for number in range(20):
        background.do(partial(pow, number, 2), told.append)
    qtbot.waitUntil(lambda: len(told) == 20, timeout=10_000)
    assert told == [number * number for number in range(20)]


def test_a_job_is_done_elsewhere_and_told_here(qtbot: QtBot, background: Background) -> None:
    where: list[int] = []
    background.do(get_ident, lambda worked: where.extend((worked, get_ident())))
    qtbot.waitUntil(lambda: len(where) == 2, timeout=10_000)
    assert where[0] != get_ident()
    assert where[1] == get_ident()


def test_a_job_that_waits_holds_up_nobody_here(background: Background) -> None:
    may_go_on = Event()
    background.do(may_go_on.wait, lambda _: None)
    may_go_on.set()  # this is reached while the job waits
    assert background.stop(10)


def test_no_widget_is_deleted_by_another_thread_than_its_own(
    qtbot: QtBot, background: Background
) -> None:
    """Python's collector runs in the thread that makes objects, and finds what is lost there."""
    lost = QLabel()
    lost.itself = lost  # type: ignore[attr-defined]
    alive = weakref.ref(lost)
    del lost

    def make_many_objects() -> bool:
        return len([[] for _ in range(100_000)]) > 0 and alive() is not None

    was_alive: list[bool] = []
    background.do(make_many_objects, was_alive.append)
    qtbot.waitUntil(lambda: was_alive == [True], timeout=10_000)
    assert gc.isenabled()


def test_the_collector_goes_on_after_the_end(background: Background) -> None:
    for _ in range(3):
        background.do(Event, lambda _: None)
    assert not gc.isenabled()
    assert background.stop(10)
    assert background.stop(10)
    assert gc.isenabled()


def test_nothing_is_told_after_the_end(qtbot: QtBot, background: Background) -> None:
    told: list[int] = []
    background.do(lambda: 1, told.append)
    assert background.stop(10)
    background.do(lambda: 2, told.append)
    qtbot.wait(1)
    assert told == []


def test_the_end_does_not_wait_for_a_job_that_hangs(background: Background) -> None:
    never = Event()
    background.do(never.wait, lambda _: None)
    assert not background.stop(0.01)
    never.set()
    assert background.stop(10)
