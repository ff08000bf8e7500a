"""The user is told of errors: in plain words, one dialog at a time, and never in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from countdown.data.crash_reports import Crash, Fact
from countdown.services.crash_log import OFTEN, CrashLog
from countdown.windows.crash_teller import CrashTeller
from tests.fakes import FakeClock
from tests.windows.sight import press, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from countdown.widgets.look import Look
    from countdown.windows.crash_dialog import CrashDialog

ORBIT = Crash("orbit", "TypeError: no orbit", "Traceback:\nTypeError: no orbit")
LANDING = Crash("landing", "TypeError: no landing", "Traceback:\nTypeError: no landing")


@pytest.fixture
def log(tmp_path: Path) -> CrashLog:
    return CrashLog(tmp_path, FakeClock(), lambda: (Fact("Qt", "6.11"),))


@pytest.fixture
def teller(log: CrashLog, look: Look) -> Iterator[CrashTeller]:
    found = CrashTeller(log, lambda: look, lambda: True)
    log.told_changed.connect(found.tell)
    yield found
    found.close()


def dialog(teller: CrashTeller) -> CrashDialog:
    assert teller.dialog is not None
    return teller.dialog


def said(teller: CrashTeller) -> str:
    return " ".join(texts(dialog(teller)))


def test_it_says_what_happened_and_that_the_clock_goes_on(
    log: CrashLog, teller: CrashTeller
) -> None:
    log.note(ORBIT)
    assert dialog(teller).isVisible()
    assert "Something went wrong" in said(teller)
    assert "The clock goes on" in said(teller)
    assert log.place in said(teller)


def test_what_comes_again_and_again_asks_for_a_restart(log: CrashLog, teller: CrashTeller) -> None:
    for _ in range(OFTEN):
        log.note(ORBIT)
    assert "again and again" in said(teller)


def test_a_second_error_joins_the_first_in_the_same_dialog(
    log: CrashLog, teller: CrashTeller
) -> None:
    log.note(ORBIT)
    first = teller.dialog
    log.note(LANDING)
    assert teller.dialog is first
    report = dialog(teller).report.toPlainText()
    assert report.index("no orbit") < report.index("no landing")


def test_what_was_told_and_closed_is_not_told_again(log: CrashLog, teller: CrashTeller) -> None:
    log.note(ORBIT)
    press(dialog(teller), "Close")
    for _ in range(OFTEN):
        log.note(ORBIT)
    assert not dialog(teller).isVisible()
    log.note(LANDING)
    assert dialog(teller).isVisible()


def test_the_report_is_copied_with_the_versions(log: CrashLog, teller: CrashTeller) -> None:
    log.note(ORBIT)
    press(dialog(teller), "Copy the report")
    assert QGuiApplication.clipboard().text() == "Qt: 6.11\n\nTraceback:\nTypeError: no orbit"


def test_the_logs_folder_is_shown(
    log: CrashLog, teller: CrashTeller, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    log.note(ORBIT)
    press(dialog(teller), "Show the log's folder")
    assert opened == [QUrl.fromLocalFile(str(log.folder))]


def test_it_asks_for_a_restart(log: CrashLog, teller: CrashTeller) -> None:
    asked: list[bool] = []
    teller.restart_asked.connect(lambda: asked.append(True))
    log.note(ORBIT)
    press(dialog(teller), "Restart")
    assert asked == [True]


def test_over_a_display_nothing_is_told_until_it_is_left(log: CrashLog, look: Look) -> None:
    attended = False
    teller = CrashTeller(log, lambda: look, lambda: attended)
    log.note(ORBIT)
    teller.tell()
    assert teller.dialog is None
    attended = True
    teller.tell()
    assert dialog(teller).isVisible()
    teller.close()


def test_a_dialog_that_fails_is_tried_once(log: CrashLog) -> None:
    tried: list[int] = []

    def no_look() -> Look:
        tried.append(1)
        raise ValueError("no theme")

    teller = CrashTeller(log, no_look, lambda: True)
    log.note(ORBIT)
    with pytest.raises(ValueError, match="no theme"):
        teller.tell()
    log.note(LANDING)
    teller.tell()
    assert tried == [1]
