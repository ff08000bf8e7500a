"""SIGINT and SIGTERM become a wish that Qt hears, whatever else is going on."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from countdown.services.signals import EndSignals

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NUMBERS = [signal.SIGINT, signal.SIGTERM]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_signal_is_heard_while_no_timer_runs(qtbot: QtBot, number: signal.Signals) -> None:
    signals = EndSignals()
    with qtbot.waitSignal(signals.came, timeout=2_000):
        signal.raise_signal(number)
    signals.stop()


def test_several_at_once_are_heard(qtbot: QtBot) -> None:
    signals = EndSignals()
    with qtbot.waitSignal(signals.came, timeout=2_000):
        for number in NUMBERS * 3:
            signal.raise_signal(number)
    signals.stop()


def test_nothing_is_said_before_the_next_turn_of_qt() -> None:
    signals = EndSignals()
    heard: list[str] = []
    signals.came.connect(lambda: heard.append("came"))
    signal.raise_signal(signal.SIGTERM)
    assert heard == []  # it may have come amid a painting
    signals.stop()


def test_afterwards_the_signals_belong_to_whom_they_did_before() -> None:
    before = [signal.getsignal(number) for number in NUMBERS]
    signals = EndSignals()
    assert [signal.getsignal(number) for number in NUMBERS] != before
    signals.stop()
    assert [signal.getsignal(number) for number in NUMBERS] == before
