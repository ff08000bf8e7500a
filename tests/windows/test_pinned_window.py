"""A small window above the others: what it shows each second, and that it goes where it should."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from countdown.core.clocks import ReplayClock
from countdown.core.falls import fall_in
from countdown.core.moments import as_datetime
from countdown.core.readings import Mission, read
from countdown.services.places import Places
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from countdown.windows.pin_menu import OPACITIES, PinMenu
from countdown.windows.pinned_window import PinnedWindow
from tests.fakes import FakeClock, at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.widgets.look import Look

PASSES_LOPEZ_ALEGRIA = "2015-10-29T04:05:19Z"
Key = Qt.Key
Held = Qt.KeyboardModifier


class Pin(Protocol):
    """Pins a mission, Kelly's year in space where none is given."""

    def __call__(
        self, clock: Clock | None = ..., mission: Mission | None = ...
    ) -> PinnedWindow: ...


def kelly(catalogue: Catalogue) -> Mission:
    return Mission.of_flight(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def pin(qapp: QApplication, catalogue: Catalogue, look: Look, settings: Settings) -> Iterator[Pin]:
    pinned: list[PinnedWindow] = []
    tickers: list[Ticker] = []
    places = Places(settings)

    def show(clock: Clock | None = None, mission: Mission | None = None) -> PinnedWindow:
        ticker = Ticker(clock or FakeClock())
        shown = mission or kelly(catalogue)
        window = PinnedWindow(shown, ticker, settings, places, look)
        pinned.append(window)
        tickers.append(ticker)
        window.show()
        qapp.processEvents()
        ticker.tick()
        return window

    yield show
    for window in pinned:
        window.close()
        shiboken6.delete(window)
    for ticker in tickers:
        ticker.stop()


def menu_of(window: PinnedWindow) -> PinMenu:
    found = window.findChild(PinMenu)
    assert isinstance(found, PinMenu)
    return found


def told(window: PinnedWindow) -> str:
    return window.face.told()


def second(window: PinnedWindow, clock: FakeClock, when: str) -> None:
    clock.jump_to(when)
    window._ticker.tick()


def test_it_shows_the_second_and_what_comes_next(pin: Pin) -> None:
    clock = FakeClock()
    window = pin(clock)
    assert told(window) == (
        "Scott Kelly, career 382 d. 202 days, 16 hours, 17 minutes. Longest flight · United States,"
        " T− 12 d 16:05:19, passes Michael López-Alegría, 215 d 08:22:22"
    )
    clock.advance(1)
    window._ticker.tick()
    assert "T− 12 d 16:05:18" in told(window)
    assert window.windowTitle() == "Scott Kelly – Mission Countdown"


def test_a_replay_is_said_to_be_one(pin: Pin) -> None:
    window = pin(ReplayClock(as_datetime(at("2015-10-16T12:00:00Z"))))
    assert "Replay" in told(window)
    window._ticker.set_clock(FakeClock())
    assert "Replay" not in told(window)


def test_a_hidden_one_lets_the_ticker_rest(pin: Pin) -> None:
    window = pin()
    assert window._ticker.next_tick_ms() <= 1_000
    window.hide()
    assert window._ticker.next_tick_ms() > 50_000
    window.show()
    assert window._ticker.next_tick_ms() <= 1_000


def test_a_record_is_told_in_its_minute(pin: Pin) -> None:
    clock = FakeClock("2015-10-29T04:04:59Z")
    window = pin(clock)
    assert "20 s" in told(window)
    for when in ("2015-10-29T04:05:20Z", "2015-10-29T04:05:21Z", "2015-10-29T04:06:00Z"):
        second(window, clock, when)
        assert "Scott Kelly: Longest flight · United States" in told(window)
    second(window, clock, "2015-10-29T04:10:31Z")
    assert "Scott Kelly: Longest" not in told(window)
    assert "record, +00:05:12" in told(window)


def test_it_tells_of_another_missions_record_too(pin: Pin, catalogue: Catalogue) -> None:
    fall = fall_in(read(kelly(catalogue), at("2015-10-29T04:05:30Z")))
    flight = catalogue.career(catalogue.people["mikhail-kornienko"])[-1]
    window = pin(FakeClock("2015-10-29T04:05:30Z"), Mission.of_flight(catalogue, flight))
    assert "Scott Kelly" not in told(window)
    window.show_fall(fall)
    assert "Scott Kelly: Longest flight · United States" in told(window)
    window.show_fall(None)
    assert "Scott Kelly" not in told(window)


def test_its_keys_move_it_within_the_work_area(pin: Pin) -> None:
    window = pin()
    area = QGuiApplication.primaryScreen().availableGeometry()
    window.move(100, 100)
    QTest.keyClick(window, Key.Key_Right)
    QTest.keyClick(window, Key.Key_Down, Held.ShiftModifier)
    assert window.pos() == QPoint(110, 101)
    QTest.keyClick(window, Key.Key_Left, Held.ControlModifier)
    QTest.keyClick(window, Key.Key_Up)
    assert window.pos() == QPoint(0, 91)
    QTest.keyClick(window, Key.Key_Left)
    assert window.pos() == QPoint(0, 91)
    QTest.keyClick(window, Key.Key_Right, Held.ControlModifier)
    QTest.keyClick(window, Key.Key_Down, Held.ControlModifier)
    assert window.geometry().bottomRight() == area.bottomRight()


def test_its_keys_resize_it_down_to_the_least_that_can_be_read(pin: Pin) -> None:
    window = pin()
    window.move(100, 100)
    QTest.keyClick(window, Key.Key_Right, Held.AltModifier)
    assert (window.width(), window.height()) == (370, 132)
    QTest.keyClick(window, Key.Key_Plus)
    assert (window.width(), window.height()) == (380, 142)
    for _ in range(40):
        QTest.keyClick(window, Key.Key_Minus)
    assert (window.width(), window.height()) == (180, 64)


def test_enter_and_a_double_click_ask_for_the_main_window(pin: Pin) -> None:
    window = pin()
    asked: list[Mission] = []
    window.main_asked.connect(asked.append)
    QTest.keyClick(window, Key.Key_Return)
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton)
    assert asked == [window.mission, window.mission]


def test_its_edge_says_whether_keys_come_to_it(pin: Pin, look: Look) -> None:
    window = pin()
    for has_keys, colour in ((True, "accent"), (False, "line")):
        window.face.setFocus() if has_keys else window.face.clearFocus()
        edge = window.face.grab().toImage().pixelColor(0, 0)
        assert edge == look.colour(colour)


def test_escape_leaves_it_and_ctrl_w_unpins_it(pin: Pin) -> None:
    window = pin()
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    QTest.keyClick(window, Key.Key_Escape)
    assert window.isVisible()
    QTest.keyClick(window, Key.Key_W, Held.ControlModifier)
    assert not window.isVisible()
    assert closed == [True]


def test_clicks_go_through_without_a_new_window(pin: Pin) -> None:
    window = pin()
    changes: list[bool] = []
    window.click_through_changed.connect(changes.append)
    handle = window.windowHandle().winId()
    window.set_click_through(True)
    window.set_click_through(True)
    assert window.is_click_through
    assert window.windowHandle().flags() & Qt.WindowType.WindowTransparentForInput
    assert window.windowHandle().winId() == handle
    assert window.isVisible()
    window.set_click_through(False)
    assert changes == [True, False]
    assert not window.windowHandle().flags() & Qt.WindowType.WindowTransparentForInput
    assert window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_opacity_is_chosen_in_the_menu_for_all_and_remembered(
    pin: Pin, settings: Settings, tmp_path: Path
) -> None:
    one, other = pin(), pin()
    one._open_menu(QPoint(10, 10))
    menu = menu_of(one)
    action = next(each for each in menu._group.actions() if each.data() == OPACITIES[-1])
    action.trigger()
    menu.close()
    assert (round(one.windowOpacity(), 2), round(other.windowOpacity(), 2)) == (0.55, 0.55)
    settings.save()
    assert Settings(tmp_path / "settings.ini").pin_opacity == 55


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_its_menu_opens_by_the_keys_and_moves_it_into_a_corner(pin: Pin) -> None:
    window = pin()
    QTest.keyClick(window, Key.Key_F10, Held.ShiftModifier)
    menu = menu_of(window)
    assert menu.isVisible()
    menu._corners.actions()[0].trigger()
    menu.close()
    assert window.pos() == QPoint(0, 0)


def test_it_comes_back_where_it_was_put(pin: Pin, look: Look, settings: Settings) -> None:
    window = pin()
    window.setGeometry(40, 50, 400, 140)
    window.close()
    again = PinnedWindow(window.mission, window._ticker, settings, Places(settings), look)
    assert again.geometry().getRect() == (40, 50, 400, 140)
    again.close()
    shiboken6.delete(again)


def test_a_second_one_does_not_cover_the_first(pin: Pin, catalogue: Catalogue) -> None:
    first = pin()
    second = pin(None, Mission.of_flight(catalogue, catalogue.flights[0]))
    assert not first.geometry().intersects(second.geometry())


def test_it_is_above_without_frame_and_keeps_the_app_alive(pin: Pin) -> None:
    window = pin()
    flags = window.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_a_screen_reader_is_told_all_of_it(pin: Pin) -> None:
    window = pin()
    access = QAccessible.queryAccessibleInterface(window.face)
    assert access.text(QAccessible.Text.Name).startswith("Scott Kelly, career 382 d. 202 days")


@pytest.mark.parametrize("size", [(180, 64), (220, 110), (360, 132), (300, 300)])
@pytest.mark.parametrize("clock", ["2015-10-16T12:00:00Z", "2015-10-29T04:05:30Z"])
def test_a_second_leaves_the_picture_as_if_painted_whole(
    pin: Pin, qapp: QApplication, size: tuple[int, int], clock: str
) -> None:
    now = FakeClock(clock)
    window = pin(now)
    window.setGeometry(0, 0, *size)
    qapp.processEvents()
    for seconds in (1, 1, 8, 50, 3600):
        now.advance(seconds)
        window._ticker.tick()
        qapp.processEvents()
    screen = QGuiApplication.primaryScreen()
    partly = screen.grabWindow(window.winId()).toImage()
    window.face.update()
    qapp.processEvents()
    assert screen.grabWindow(window.winId()).toImage() == partly


def test_a_long_name_is_cut_and_whole_in_the_tool_tip(pin: Pin) -> None:
    name = "Alexander Maximilian Featherstonehaugh J"
    catalogue = catalogue_of(trip(person(name), vehicle("Test 1", "2027-01-01T00:00:00Z")))
    window = pin(
        FakeClock("2028-01-01T00:00:00Z"), Mission.of_flight(catalogue, catalogue.flights[0])
    )
    assert told(window).startswith(name)


def test_who_points_at_it_is_told_all_that_it_has_no_room_for(pin: Pin) -> None:
    window = pin()
    QApplication.sendEvent(window, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert "Scott Kelly" in window.toolTip()
    assert "202 days" in window.toolTip()
