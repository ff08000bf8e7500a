"""Errors that nobody caught: heard wherever they happen, written once, and told once."""

from __future__ import annotations

import faulthandler
import gc
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer, qWarning

from countdown.data.crash_reports import Fact
from countdown.data.log_files import log_file
from countdown.services.crash_log import MOST_KINDS, OFTEN, CrashLog
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.qt_no_exception_capture


def about() -> tuple[Fact, ...]:
    return (Fact("Mission Countdown", "1.0"),)


@pytest.fixture
def log(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashLog]:
    """A log that hears, as if nobody else did: pytest listens as well."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    found = CrashLog(tmp_path / "log", FakeClock(), about, qapp)
    found.listen()
    yield found
    found.stop()
    found.deleteLater()


def written(log: CrashLog) -> str:
    file = log_file(log.folder)
    return file.read_text("utf-8") if file.exists() else ""


def fail() -> None:
    raise AttributeError("no such orbit")


def in_a_slot(qapp: QApplication, slot: Callable[[], None] = fail) -> None:
    QTimer.singleShot(0, slot)
    qapp.processEvents()


class Unraisable:
    def __del__(self) -> None:
        fail()


def test_an_error_in_a_slot_is_written_and_told(
    log: CrashLog, qapp: QApplication, capfd: pytest.CaptureFixture[str]
) -> None:
    told: list[int] = []
    log.told_changed.connect(lambda: told.append(len(log.crashes)))
    in_a_slot(qapp)
    assert told == [1]
    assert "AttributeError: no such orbit" in written(log)
    assert "Mission Countdown: 1.0" in written(log)
    assert "Traceback" not in capfd.readouterr().err


def test_errors_in_threads_and_finalizers_are_heard_as_well(log: CrashLog) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert len(log.crashes) == 1
    Unraisable()
    gc.collect()
    assert len(log.crashes) == 2


def test_the_same_error_each_second_is_written_once_with_a_count(
    log: CrashLog, qapp: QApplication
) -> None:
    told: list[bool] = []
    log.told_changed.connect(lambda: told.append(log.comes_often))
    for _ in range(100):
        in_a_slot(qapp)
    assert told == [False, True]  # when it came first, and when it proved not to be over with
    assert len(log.crashes) == 1
    assert "(100 times)" in log.report()
    log.stop()
    assert written(log).count("Traceback") == 1
    assert written(log).count("100 times in all: AttributeError") == 1
    log.listen()


def test_different_errors_without_end_are_not_all_written(log: CrashLog) -> None:
    for number in range(MOST_KINDS * 2):
        with pytest.raises(ZeroDivisionError) as caught:
            exec(compile("\n" * number + "1 / 0", "<orbit>", "exec"))
        log.note_error(caught.value, caught.value.__traceback__)
    assert written(log).count("Traceback") == MOST_KINDS


@pytest.mark.qt_log_ignore("no such screen")
def test_a_warning_of_qt_is_written_and_not_told(log: CrashLog) -> None:
    for _ in range(OFTEN):
        qWarning("no such screen")
    assert log.crashes == ()
    assert written(log).count("Qt: no such screen") == 1


@pytest.mark.qt_log_ignore("no such screen")
def test_an_error_after_a_flood_of_warnings_is_told(log: CrashLog, qapp: QApplication) -> None:
    for number in range(MOST_KINDS * 2):
        qWarning(f"no such screen: {number}")
    assert written(log).count("Qt: no such screen") == MOST_KINDS
    in_a_slot(qapp)
    assert [one.headline for one in log.crashes] == ["AttributeError: no such orbit"]


def test_whoever_listened_before_still_hears_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: heard.append(kind))
    log = CrashLog(tmp_path, FakeClock(), about, qapp)
    log.listen()
    in_a_slot(qapp)
    log.stop()
    in_a_slot(qapp)
    assert heard == [AttributeError, AttributeError]
    assert len(log.crashes) == 1
    log.deleteLater()


def test_a_report_that_cannot_be_made_or_written_does_not_go_round_in_circles(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    (tmp_path / "file").touch()
    log = CrashLog(tmp_path / "file", FakeClock(), about, qapp)
    log.listen()
    in_a_slot(qapp)
    assert len(log.crashes) == 1
    log.stop()

    def also_fails() -> tuple[Fact, ...]:
        fail()
        return ()

    log = CrashLog(tmp_path, FakeClock(), also_fails, qapp)
    log.listen()
    in_a_slot(qapp)
    assert written(log) == ""
    log.stop()


def test_the_last_words_of_a_run_that_died_are_found_by_the_next(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faulthandler, "is_enabled", lambda: False)
    enabled: list[int] = []
    monkeypatch.setattr(faulthandler, "enable", lambda file: enabled.append(file.fileno()))
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    first = CrashLog(tmp_path, FakeClock(), about, qapp)
    first.listen()
    assert len(enabled) == 1
    assert not first.ended_before
    first.stop()
    assert list(tmp_path.iterdir()) == []  # a run that ends well leaves nothing
    (tmp_path / "last-words.txt").write_text("Fatal Python error: Segmentation fault\n", "utf-8")
    again = CrashLog(tmp_path, FakeClock(), about, qapp)
    again.listen()
    assert again.ended_before
    assert again.crashes[0].headline == "Fatal Python error: Segmentation fault"
    again.stop()
    third = CrashLog(tmp_path, FakeClock(), about, qapp)
    third.listen()
    assert not third.ended_before
    third.stop()
