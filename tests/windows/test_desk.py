"""The windows beside each other: main, pinned and display, under one clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from countdown.core.flights import Person, Sex
from countdown.core.moments import Moment
from countdown.core.overlays import with_own
from countdown.core.own_missions import OwnFlight, OwnMission, OwnVehicle
from countdown.core.programme import Programme
from countdown.core.readings import Mission
from countdown.data.wishes import Wish
from countdown.services.memory import mission_key
from countdown.widgets.inks import Words
from countdown.windows.display_window import DisplayWindow
from countdown.windows.page_stack import PageKey
from countdown.windows.pinned_window import PinnedWindow
from countdown.windows.record_banner import RecordBanner
from countdown.windows.sections import SectionKey
from tests.fakes import FakeClock, at
from tests.qt_fixtures import end_app
from tests.windows.sight import action, mark, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall
    from tests.qt_fixtures import OpenApp

TODAY = "2026-11-22T09:30:15Z"
STORY = "2015-10-16T12:00:00Z"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

BEFORE_THE_RECORD = "2015-10-15T09:02:00Z"
DELETE = QEvent.Type.DeferredDelete.value


def in_sight(app: App) -> list[str]:
    return [type(one).__name__ for one in app.desk.windows() if one.isVisible()]


def test_a_start_to_pin_makes_no_main_window(open_app: OpenApp, catalogue: Catalogue) -> None:
    wish = Wish(person=catalogue.people["scott-kelly"], at=at(STORY), pin=True)
    app = open_app(TODAY, wish, size=None)
    assert in_sight(app) == ["PinnedWindow"]
    (pinned,) = app.desk.pins
    assert pinned.windowTitle().startswith("Scott Kelly")
    assert pinned.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_a_mission_is_pinned_by_a_key_and_once(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    for _ in range(2):
        QTest.keySequence(app.window, QKeySequence("Ctrl+T"))
    assert in_sight(app) == ["MainWindow", "PinnedWindow"]


def test_what_was_pinned_is_pinned_again(open_app: OpenApp, catalogue: Catalogue) -> None:
    first = open_app(TODAY)
    for who in ("scott-kelly", "peggy-whitson"):
        first.desk.pin(Mission.of_person(catalogue, catalogue.people[who]))
    end_app(first)
    again = open_app(TODAY, Wish(pin=True), size=None)
    titles = [one.windowTitle().partition(" – ")[0] for one in again.desk.pins]
    assert titles == ["Scott Kelly", "Peggy Whitson"]


def test_what_was_unpinned_is_not(open_app: OpenApp) -> None:
    first = open_app(TODAY)
    first.desk.pin(first.desk.mission)
    first.desk.pins[0].close()
    assert first.desk.pins == ()
    assert first._settings.pins == ()


def test_a_pinned_window_leads_to_the_main_one(open_app: OpenApp, catalogue: Catalogue) -> None:
    wish = Wish(person=catalogue.people["anna-kikina"], pin=True)
    app = open_app(TODAY, wish, size=None)
    app.desk.pins[0].ask_main()
    assert in_sight(app) == ["MainWindow", "PinnedWindow"]
    assert app.window.windowTitle().startswith("Anna Kikina")


@pytest.mark.parametrize("times", [1, 2])
def test_clicks_go_through_all_pinned_windows_and_back(open_app: OpenApp, times: int) -> None:
    app = open_app(TODAY)
    app.desk.pin(app.desk.mission)
    through = action(app.window, "Let clicks through pinned windows")
    for _ in range(times):
        through.trigger()
    assert app.desk.pins[0].is_click_through is (times == 1)
    assert through.isChecked() is (times == 1)


def test_one_press_leads_back_from_a_window_that_lets_clicks_through_by_its_own_menu(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    app = open_app(TODAY)
    for who in ("scott-kelly", "peggy-whitson"):
        app.desk.pin(Mission.of_person(catalogue, catalogue.people[who]))
    first, second = app.desk.pins
    first.set_click_through(True)
    through = action(app.window, "Let clicks through pinned windows")
    assert through.isChecked()
    through.trigger()
    assert not through.isChecked()
    assert [one.is_click_through for one in (first, second)] == [False, False]


def test_who_pins_again_can_take_hold_of_the_window(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    app.desk.pin(app.desk.mission)
    app.desk.set_click_through(True)
    app.take(Wish(pin=True))
    assert not app.desk.pins[0].is_click_through


def test_the_display_fills_the_screen_and_escape_leads_back(
    open_app: OpenApp, qapp: QApplication
) -> None:
    app = open_app(TODAY)
    QTest.keySequence(app.window, QKeySequence("F11"))
    qapp.processEvents()  # it becomes the active window
    display = app.desk.display
    assert isinstance(display, DisplayWindow)
    assert display.isFullScreen()
    assert display.geometry() == QGuiApplication.primaryScreen().geometry()
    QTest.keyClick(display, Qt.Key.Key_Escape)
    assert app.desk.display is None
    assert in_sight(app) == ["MainWindow"]


def test_a_start_with_a_display_alone_ends_in_the_main_window(open_app: OpenApp) -> None:
    app = open_app(TODAY, Wish(display=True), size=None)
    assert in_sight(app) == ["DisplayWindow"]
    assert app.desk.display is not None
    app.desk.display.close()
    assert in_sight(app) == ["MainWindow"]


def test_a_display_is_not_where_the_next_start_begins(open_app: OpenApp) -> None:
    end_app(open_app(TODAY, Wish(display=True), size=None))
    again = open_app(TODAY, size=None)
    assert not again.window.isFullScreen()
    assert again.window.size() != QGuiApplication.primaryScreen().size()


def test_it_is_said_while_a_display_is_there(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    heard: list[bool] = []
    app.desk.display_shown.connect(heard.append)
    app.desk.show_display()
    assert app.desk.display is not None
    app.desk.display.close()
    assert heard == [True, False]


def test_a_minimised_main_window_rests_while_a_pinned_one_ticks(
    open_app: OpenApp, qapp: QApplication
) -> None:
    clock = FakeClock(TODAY)
    app = open_app(clock=clock)
    app.window.time.go_live()
    app.desk.pin(app.desk.mission)
    app.window.showMinimized()
    qapp.processEvents()
    before = mark(app.window)
    clock.advance(5)
    app.ticker.tick()
    assert mark(app.window) == before
    app.window.showNormal()
    qapp.processEvents()
    assert mark(app.window)[1] == "22 Nov 2026  09:30:20 UTC"


def test_a_record_is_told_in_every_window(open_app: OpenApp, catalogue: Catalogue) -> None:
    clock = FakeClock(BEFORE_THE_RECORD)
    fell: list[Fall] = []
    app = open_app(clock=clock, wish=Wish(person=catalogue.people["gennady-padalka"]))
    app.desk.record_fell.connect(fell.append)
    app.desk.pin(Mission.of_person(catalogue, catalogue.people["scott-kelly"]))
    app.desk.show_display()
    for _ in range(2):
        clock.advance(1)
        app.ticker.tick()
    assert [one.key for one in fell] == ["scott-kelly career US 2015-10-15T09:02:01Z"]
    banner = app.window.findChild(RecordBanner)
    assert isinstance(banner, RecordBanner)
    assert banner.isVisibleTo(app.window)
    clock.advance(60)
    app.ticker.tick()
    assert not banner.isVisibleTo(app.window)


def test_who_listens_is_told_of_a_record_once_by_whatever_windows(
    open_app: OpenApp, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("countdown.windows.desk.announce", lambda _thing, text: heard.append(text))
    clock = FakeClock(BEFORE_THE_RECORD)
    app = open_app(clock=clock, wish=Wish(person=catalogue.people["scott-kelly"]))
    app.desk.pin(app.desk.mission)
    app.desk.show_display()
    for _ in range(90):
        clock.advance(1)
        app.ticker.tick()
    assert heard == [
        "Scott Kelly: Most time in all · United States. passes Mike Fincke, 381 d 15:08:08"
    ]


def test_what_could_not_be_done_is_said_by_a_display_that_comes_later(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    app.desk.tell("the screen saver is not held off")
    app.desk.show_display()
    assert app.desk.display is not None
    written = [one.text for one in app.desk.display.board.inks if isinstance(one, Words)]
    assert any("the screen saver is not held off" in text for text in written)


@pytest.mark.parametrize(
    ("wish", "windows"),
    [
        (Wish(), ["MainWindow"]),
        (Wish(pin=True), ["MainWindow", "PinnedWindow"]),
        (Wish(display=True), ["MainWindow", "DisplayWindow"]),
    ],
)
def test_a_second_start_is_served_by_the_first(
    open_app: OpenApp, wish: Wish, windows: list[str]
) -> None:
    app = open_app(TODAY)
    app.take(wish)
    assert in_sight(app) == windows


def test_a_second_start_may_name_a_person_a_time_and_a_theme(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    app = open_app(TODAY)
    app.take(Wish(person=catalogue.people["peggy-whitson"], at=at(STORY), theme="light"))
    assert app.window.windowTitle().startswith("Peggy Whitson")
    assert mark(app.window)[1] == "16 Oct 2015  12:00:00 UTC"
    assert app.window.palette().window().color().lightness() > 200


def test_a_second_start_may_change_the_speed_alone(open_app: OpenApp) -> None:
    app = open_app(TODAY, Wish(at=at(STORY)))
    app.take(Wish(speed=60))
    kind, moment = mark(app.window)
    assert kind == "Replay · 60×"
    assert moment.startswith("16 Oct 2015  12:")


def test_who_asks_for_a_person_on_the_display_gets_that_person(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    app = open_app(TODAY, Wish(display=True), size=None)
    app._settings.programme = Programme.of_missions(["person scott-kelly"])
    app.take(Wish(display=True, person=catalogue.people["anna-kikina"]))
    assert in_sight(app) == ["DisplayWindow"]
    assert app.desk.display is not None
    assert app.desk.display.programme.missions == ("person anna-kikina",)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_every_window_ends_the_app_by_the_same_keys(open_app: OpenApp, which: int) -> None:
    app = open_app(TODAY)
    app.desk.pin(app.desk.mission)
    app.desk.show_display()
    window = list(app.desk.windows())[which]
    window.activateWindow()
    QTest.keySequence(window, QKeySequence("Ctrl+Q"))
    assert in_sight(app) == []


def test_quitting_closes_all_windows_and_keeps_what_is_pinned(open_app: OpenApp) -> None:
    app = open_app(TODAY)
    app.desk.pin(app.desk.mission)
    app.desk.show_display()
    QTest.keySequence(app.window, QKeySequence("Ctrl+Q"))
    QCoreApplication.sendPostedEvents(None, DELETE)
    assert in_sight(app) == []
    assert len(app._settings.pins) == 1
    assert all(isinstance(one, PinnedWindow) for one in app.desk.pins)


def with_four_years_of_jane_doe(catalogue: Catalogue) -> Catalogue:
    """Lay a flight over the catalogue that is longer than any career in it."""
    craft = OwnVehicle(
        "ark-1", "Ark 1", "Ark", Moment.parse("2021-01-01"), Moment.parse("2025-01-01")
    )
    stated = OwnMission(
        id="ark",
        title="Four years",
        stated_on=Moment.parse("2026-11-20"),
        people=(Person("jane-doe", "Jane Doe", Sex.FEMALE),),
        vehicles=(craft,),
        flights=(OwnFlight("jane-doe", "ark-1", "US", "ark-1"),),
    )
    return with_own(catalogue, [stated]).catalogue


def test_a_users_own_flight_changes_ranks_in_the_open_window_at_once(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    app = open_app(TODAY, Wish(person=catalogue.people["oleg-kononenko"]))
    assert "1st world  ·  1st Russia & Soviet Union" in texts(app.window)
    app.desk.set_catalogue(with_four_years_of_jane_doe(catalogue))
    assert "2nd world  ·  1st Russia & Soviet Union" in texts(app.window)
    app.desk.set_catalogue(catalogue)
    assert "1st world  ·  1st Russia & Soviet Union" in texts(app.window)


def test_other_facts_leave_page_section_size_and_place_as_they_were(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    app = open_app(TODAY, Wish(person=catalogue.people["oleg-kononenko"]))
    window = app.window
    window.show_page("race")
    window.toggle_records()
    place, children = window.geometry(), len(window.findChildren(QWidget))
    for facts in (with_four_years_of_jane_doe(catalogue), catalogue):
        app.desk.set_catalogue(facts)
        QCoreApplication.sendPostedEvents(None, DELETE)
        assert window.geometry() == place
        assert window._pages.key is PageKey.RECORDS
    assert len(window.findChildren(QWidget)) <= children
    QTest.keySequence(window, QKeySequence("Ctrl+R"))
    assert window._pages.mission.sections.key is SectionKey.RACE
    QTest.keySequence(window, QKeySequence("Ctrl+F"))
    assert window._side.field.hasFocus()


def test_pins_and_display_turn_to_other_facts_too(open_app: OpenApp, catalogue: Catalogue) -> None:
    app = open_app(TODAY, Wish(person=catalogue.people["oleg-kononenko"]))
    app.desk.pin(app.desk.mission)
    app.desk.show_display()
    facts = with_four_years_of_jane_doe(catalogue)
    app.desk.set_catalogue(facts)
    assert app.desk.display is not None
    shown = [app.desk.mission, *(one.mission for one in app.desk.pins), *app.desk.display.missions]
    assert [one.catalogue for one in shown] == [facts] * 3
    assert mission_key(app.desk.mission) == "person oleg-kononenko"


def test_what_is_gone_from_the_facts_is_shown_no_more(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    facts = with_four_years_of_jane_doe(catalogue)
    app = open_app(TODAY, Wish(person=facts.people["jane-doe"]), facts=facts)
    app.desk.pin(app.desk.mission)
    app.desk.show_display()
    app.desk.set_catalogue(catalogue)
    assert app.desk.pins == ()
    assert app.window.windowTitle().startswith("Scott Kelly")
    assert app.desk.display is not None
    assert [one.catalogue for one in app.desk.display.missions] == [catalogue]


def test_what_stands_beside_the_main_window_closes_with_it_though_a_pin_goes_on(
    open_app: OpenApp,
) -> None:
    app = open_app(TODAY)
    app.desk.pin(app.desk.mission)
    app.desk.show_settings()
    QTest.keySequence(app.window, QKeySequence("F1"))
    beside = [one for one in app.window.findChildren(QDialog) if one.isVisible()]
    assert len(beside) == 2
    app.window.close()
    assert not any(one.isVisible() for one in beside)
    assert in_sight(app) == ["PinnedWindow"]
