"""The app put together: what a start asks for, pictures, screens, themes, and its end."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from countdown import __version__
from countdown.app import (
    NoSuchScreenError,
    find_screen,
    load_look,
    make_application,
    run,
)
from countdown.core.clocks import OnThisDayClock, ReplayClock
from countdown.core.durations import Rule
from countdown.core.manner import Manner
from countdown.core.moments import instant, iso
from countdown.data.own_layer import Laid
from countdown.data.wishes import Wish
from countdown.services.settings import LIVE, Choices, Settings
from countdown.services.ticker import Ticker
from countdown.windows.crash_dialog import CrashDialog
from countdown.windows.display_dialog import DisplayDialog
from countdown.windows.main_window import MainWindow
from countdown.windows.settings_window import SettingsWindow
from tests.cli.running import environment, start_python
from tests.fakes import FakeClock, at, catalogue_of, person, trip, vehicle
from tests.qt_fixtures import end_app, look, nothing_left_running, open_app, qapp
from tests.windows.sight import clocks, mark, press, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from tests.qt_fixtures import OpenApp

__all__ = ["look", "nothing_left_running", "open_app", "qapp"]

TODAY = "2026-11-22T09:30:15Z"
STORY = "2015-10-16T12:00:00Z"
LISTENING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from countdown.app import make_application
from countdown.cli.main import main
from countdown.widgets.counter_face import CounterFace
qt = make_application()
def listen():
    for one in qt.allWidgets():
        if isinstance(one, CounterFace):
            print(QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name))
    qt.closeAllWindows()
QTimer.singleShot(0, lambda: QTimer.singleShot(20, listen))  # after what a start has queued
sys.exit(main(sys.argv[1:]))
"""
"""Starts the app, and asks its counters what they say; once asked, Qt keeps who answers."""


def test_there_is_one_application_and_it_brings_its_fonts(qapp: QApplication) -> None:
    assert make_application() is qapp
    assert qapp.applicationVersion() == __version__
    assert QGuiApplication.desktopFileName() == "mission-countdown"
    assert "B612" in QFontDatabase.families()


def test_a_start_with_a_name_shows_that_person_live(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    app = open_app(TODAY, Wish(person=catalogue.people["anna-kikina"]))
    assert app.window.windowTitle().startswith("Anna Kikina")
    assert app.ticker.clock.is_live


def test_a_start_with_an_instant_replays_from_there(open_app: OpenApp) -> None:
    app = open_app(TODAY, Wish(at=at(STORY), speed=60))
    clock = app.ticker.clock
    assert isinstance(clock, ReplayClock)
    assert clock.speed == 60
    assert iso(instant(clock.now()))[:13] == "2015-10-16T12"


def test_a_speed_alone_speeds_up_the_clock_of_the_last_time(open_app: OpenApp) -> None:
    first = open_app(TODAY)
    press(first.window, "Go live")
    end_app(first)
    app = open_app(TODAY, Wish(speed=3_600))
    clock = app.ticker.clock
    assert isinstance(clock, ReplayClock)
    assert clock.speed == 3_600
    assert mark(app.window)[0] == "Replay · 1 h/s"


def test_a_start_on_this_day_goes_into_the_last_flight_that_had_it(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    wish = Wish(person=catalogue.people["scott-kelly"], on_this_day=True)
    clock = open_app(TODAY, wish).ticker.clock
    assert isinstance(clock, OnThisDayClock)
    assert clock.years == 11


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_theme_can_be_asked_for_and_stays(open_app: OpenApp, theme: str) -> None:
    app = open_app(TODAY, Wish(theme=theme))
    ground = load_look(theme).colour("ground")
    assert app.window.palette().window().color() == ground
    end_app(app)
    assert open_app(TODAY).window.palette().window().color() == ground


@pytest.mark.parametrize("name", ["system", "", "purple", "../catalogue/catalogue", "\x00"])
def test_a_theme_that_is_not_there_is_the_desktops(name: str) -> None:
    assert load_look(name).name in ("dark", "light")


def test_damaged_preferences_start_as_the_first_time(open_app: OpenApp, tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_bytes(
        b"[look]\ntheme=purple\n[clock]\nlast=replay yesterday\n[mission]\nlast=flight x y\n"
        b"[window]\ngeometry=@ByteArray(nonsense)\n"
    )
    app = open_app(TODAY)
    assert mark(app.window)[0] == "Replay · 11 years ago today"
    assert app.window.windowTitle().startswith("Scott Kelly")


def test_a_screen_is_found_by_number_or_by_name() -> None:
    first = QGuiApplication.primaryScreen()
    assert find_screen(None) is first
    assert find_screen("1") is first
    assert find_screen(first.name()) is first


@pytest.mark.parametrize("asked", ["0", "9", "-1", "HDMI-7", "١٢", "1.0"])
def test_a_screen_that_is_not_there_is_refused_with_those_that_are(asked: str) -> None:
    with pytest.raises(NoSuchScreenError) as refused:
        find_screen(asked)
    assert refused.value.asked == asked
    assert refused.value.names == [one.name() for one in QGuiApplication.screens()]


@pytest.fixture
def running(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the preferences and the log of a run in the test's own folder; return the former."""
    for home in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(home, str(tmp_path))
    qapp.setQuitOnLastWindowClosed(True)
    return tmp_path / "mission-countdown" / "settings.ini"


def run_small(
    qapp: QApplication,
    notice: str = "",
    clock: FakeClock | None = None,
    late: Callable[[], None] = lambda: None,
) -> int:
    """Run over a catalogue of one flight."""
    small = catalogue_of(trip(person("Ann"), vehicle("Test 1", "2026-10-01T00:00:00Z")))
    return run(qapp, small, Laid(small), clock or FakeClock(TODAY), Wish(), notice, late)


def test_a_run_ends_when_its_window_is_closed_and_remembers(
    qapp: QApplication, running: Path
) -> None:
    QTimer.singleShot(0, qapp.closeAllWindows)
    assert run_small(qapp) == 0
    assert Settings(running).mission == "flight ann test-1"
    assert Settings(running).clock == "live"


def test_what_may_wait_comes_once_the_first_frame_is_there(
    qapp: QApplication, running: Path
) -> None:
    shown: list[bool] = []

    def late() -> None:
        shown.append(any(one.isVisible() for one in qapp.topLevelWidgets()))
        qapp.closeAllWindows()

    assert run_small(qapp, late=late) == 0
    assert shown == [True]
    assert running.exists()


def test_a_run_ends_well_when_the_system_asks_it_to(qapp: QApplication, running: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)

    def ask() -> None:
        signal.raise_signal(signal.SIGTERM)

    windows = set(qapp.topLevelWidgets())
    QTimer.singleShot(0, ask)
    assert run_small(qapp) == 0
    assert set(qapp.topLevelWidgets()) == windows, "what was opened is taken down at once"
    assert Settings(running).mission == "flight ann test-1"
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_start_has_the_counters_speak_to_who_listens(tmp_path: Path) -> None:
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    env = environment(QT_QPA_PLATFORM="offscreen", **dict.fromkeys(homes, str(tmp_path)))
    answer = start_python("-c", LISTENING, "--person", "scott-kelly", "--at", STORY, env=env)
    assert answer.status == 0, answer.err
    told = sorted(line.partition(",")[0] for line in answer.out.splitlines())
    assert told == ["Career · 4 flights: 382 days", "This flight: 202 days"]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen takes no hints from a box
def test_a_notice_is_told_as_plain_text_over_the_open_window(
    qapp: QApplication, running: Path
) -> None:
    seen: list[tuple[str, Qt.TextFormat, bool]] = []

    def look_and_close() -> None:
        for box in qapp.topLevelWidgets():
            if isinstance(box, QMessageBox):
                parent = box.parentWidget()
                assert parent is not None
                seen.append((box.text(), box.textFormat(), "Ann" in texts(parent)))
        signal.raise_signal(signal.SIGTERM)

    QTimer.singleShot(0, look_and_close)
    notice = "people.tsv line 2: <b>nobody</b>; the bundled catalogue is used"
    assert run_small(qapp, notice) == 0
    assert seen == [(notice, Qt.TextFormat.PlainText, True)]
    assert running.is_file()


def test_a_start_shows_what_was_chosen_for_it_unless_more_is_asked_for(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    first = open_app(TODAY)
    first._settings.choices = Choices("person peggy-whitson", LIVE)
    end_app(first)
    again = open_app(TODAY)
    assert again.window.windowTitle().startswith("Peggy Whitson")
    assert again.ticker.clock.is_live
    end_app(again)
    asked = open_app(TODAY, Wish(person=catalogue.people["anna-kikina"], at=at(STORY)))
    assert asked.window.windowTitle().startswith("Anna Kikina")
    assert iso(instant(asked.ticker.clock.now())) == STORY


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_another_rule_and_zone_are_seen_at_once_in_every_window_and_after_a_restart(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    wish = Wish(person=catalogue.people["scott-kelly"], at=at(STORY))
    app = open_app(TODAY, wish)
    app.desk.pin(app.desk.mission)
    app.desk.show_display()
    app.desk.show_settings()
    assert isinstance(app.ticker.clock, ReplayClock)
    app.ticker.clock.pause()  # no second may help
    app._settings.choices = Choices(manner=Manner(Rule.NTH_DAY, True, True, "Asia/Tokyo"))
    assert clocks(app.window) == [
        "203rd day elapsed 202 d 16:17:03",
        "383rd day elapsed 382 d 18:06:07",
    ]
    assert any(one.endswith("UTC · 1:05 PM Tokyo") for one in texts(app.window))
    (pinned,) = app.desk.pins
    assert "203rd day, elapsed 202 days" in pinned.face.told()
    assert app.desk.display is not None
    assert "203rd day" in app.desk.display.board.spoken_value()
    end_app(app)
    again = open_app(TODAY, wish)
    assert clocks(again.window)[0].startswith("203rd day elapsed 202 d 16:17:0")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_settings_open_by_their_keys_and_lead_to_the_display_set_up(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    assert app.window.findChild(SettingsWindow) is None
    for _ in range(2):
        QTest.keySequence(app.window, QKeySequence("Ctrl+,"))
    (settings,) = app.window.findChildren(SettingsWindow)
    assert settings.isVisible()
    press(settings, "Display set-up…")
    assert [one.isVisible() for one in app.window.findChildren(DisplayDialog)] == [True]
    settings.theme.setCurrentIndex(settings.theme.findText("Light"))
    assert app.window.look.name == settings.look.name == load_look("light").name


def test_what_a_rule_gives_runs_on_while_the_settings_are_open(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    clock = FakeClock(TODAY)
    app = open_app(clock=clock, wish=Wish(person=catalogue.people["anna-kikina"]))
    app.desk.show_settings()
    (settings,) = app.window.findChildren(SettingsWindow)
    before = settings.rule_note.text()
    clock.advance(1)
    app.ticker.tick()
    assert settings.rule_note.text() != before


def forget_last_error() -> None:
    """Let go of the window that failed: Python keeps it for a debugger."""
    for name in ("last_exc", "last_value", "last_traceback"):
        vars(sys).pop(name, None)


@pytest.mark.qt_no_exception_capture
def test_an_error_each_second_ends_nothing_and_is_told_and_written_once(
    qapp: QApplication, running: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)  # pytest listens as well
    clock, tickers = FakeClock(TODAY), []

    class KeptTicker(Ticker):
        def __init__(self, clock: Clock, parent: QObject) -> None:
            super().__init__(clock, parent)
            tickers.append(self)

    def fail(_window: MainWindow) -> None:
        raise TypeError("no orbit")

    told: list[str] = []

    def tick_and_close() -> None:
        for _ in range(5):
            clock.advance(1)
            tickers[0].tick()
            qapp.processEvents()
        dialogs = [one for one in qapp.topLevelWidgets() if isinstance(one, CrashDialog)]
        told.extend(one.report.toPlainText() for one in dialogs if one.isVisible())
        qapp.closeAllWindows()

    monkeypatch.setattr("countdown.app.Ticker", KeptTicker)
    monkeypatch.setattr(MainWindow, "_follow", fail)
    QTimer.singleShot(0, tick_and_close)
    assert run_small(qapp, clock=clock) == 0
    assert len(told) == 1
    assert "TypeError: no orbit" in told[0]
    (log,) = running.parent.glob("log/*.log")
    written = log.read_text("utf-8")
    assert written.count("Traceback") == 1
    assert "5 times in all: TypeError: no orbit" in written
    assert sys.excepthook is sys.__excepthook__
    forget_last_error()


@pytest.mark.qt_no_exception_capture
def test_a_restart_that_is_asked_for_comes_when_the_app_has_ended(
    qapp: QApplication, running: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    started: list[bool] = []
    monkeypatch.setattr("countdown.app.start_again", lambda: started.append(running.is_file()))

    def fail() -> None:
        QTimer.singleShot(0, restart)
        raise TypeError("no orbit")

    def restart() -> None:
        for one in qapp.topLevelWidgets():
            if isinstance(one, CrashDialog):
                press(one, "Restart")
                return
        QTimer.singleShot(10, restart)  # until it is told

    QTimer.singleShot(0, fail)
    assert run_small(qapp) == 0
    assert started == [True]  # with what it remembers written
    forget_last_error()
