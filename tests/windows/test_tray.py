"""The tray's line and menu: the same deeds as elsewhere, and said anew each minute at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QIcon

from countdown.core.clocks import ReplayClock
from countdown.core.moments import as_datetime
from countdown.core.readings import Mission
from countdown.data.resources import icon_file
from countdown.services.ticker import Ticker
from countdown.windows.tray import Tray
from tests.fakes import FakeClock, at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from countdown.core.catalogue import Catalogue


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def ticker(clock: FakeClock) -> Iterator[Ticker]:
    ticker = Ticker(clock)
    yield ticker
    ticker.stop()


@pytest.fixture
def deed() -> QAction:
    deed = QAction("Let clicks through")
    deed.setCheckable(True)
    return deed


@pytest.fixture
def tray(ticker: Ticker, catalogue: Catalogue, deed: QAction) -> Iterator[Tray]:
    kelly = Mission.of_flight(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])
    tray = Tray(QIcon(str(icon_file())), kelly, ticker, [[deed]])
    yield tray
    tray.hide()
    tray.menu.deleteLater()


def test_it_says_the_mission_in_one_line(tray: Tray) -> None:
    assert tray.line == "Scott Kelly · 202 d 16:17 · T− 12 d 16:05"
    assert tray.menu.actions()[0].text() == tray.line


def test_the_line_in_its_menu_opens_the_main_window(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.main_asked, timeout=0):
        tray.menu.actions()[0].trigger()


def test_it_says_it_anew_with_the_minute_even_while_no_window_is_in_sight(
    tray: Tray, ticker: Ticker, clock: FakeClock
) -> None:
    ticker.set_visible(tray, False)
    clock.advance(59)
    ticker.tick()
    assert "16:17" in tray.line
    clock.advance(1)
    ticker.tick()
    assert "16:18" in tray.line


def test_a_replay_is_said_to_be_one(tray: Tray, ticker: Ticker) -> None:
    ticker.set_clock(ReplayClock(as_datetime(at("2015-10-16T12:00:00Z"))))
    assert tray.line.startswith("Replay · Scott Kelly")


def test_its_deeds_are_those_of_the_windows(tray: Tray, deed: QAction) -> None:
    tray.menu.actions()[-1].trigger()
    assert deed.isChecked()


def test_another_mission_is_told_at_once(tray: Tray, catalogue: Catalogue) -> None:
    tray.set_mission(Mission.of_person(catalogue, catalogue.people["anna-kikina"]))
    assert tray.line.startswith("Anna Kikina")


def test_a_name_is_no_markup(tray: Tray) -> None:
    catalogue = catalogue_of(trip(person("<b>Ann</b>"), vehicle("Test 1", "2015-01-01T00:00:00Z")))
    tray.set_mission(Mission.of_flight(catalogue, catalogue.flights[0]))
    assert tray.line.startswith("‹b›Ann‹/b›")


def test_the_icon_is_there_at_every_size() -> None:
    icon = QIcon(str(icon_file()))
    for size in (16, 24, 32, 48, 128, 256):
        picture = icon.pixmap(size, size).toImage()
        assert picture.width() == size
        assert picture.pixelColor(size // 2, size // 2).lightness() > 200  # the planet
        assert picture.pixelColor(0, 0).alpha() == 0
