"""The display: a screen filled for months, turned by keys, and a record that comes before all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from countdown.core.clocks import ReplayClock
from countdown.core.falls import fall_in
from countdown.core.moments import Instant, as_datetime
from countdown.core.programme import DisplayPage, Programme, Slide
from countdown.core.readings import Mission, read
from countdown.core.wandering import wander
from countdown.services.page_turner import UNTOUCHED_S
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from countdown.widgets.inks import Words
from countdown.widgets.sheet import WANDERS
from countdown.windows.display_window import DisplayWindow, page_names
from countdown.windows.idle_cursor import IdleCursor
from tests.fakes import FakeClock, FakeMonotonic, at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.widgets.look import Look

KELLY = "flight scott-kelly soyuz-tma-16m"
PADALKA = "flight gennady-padalka soyuz-tma-16m"
NOON = "2015-10-16T12:00:00Z"
FALLS = "2015-10-15T09:02:20Z"
SIZE = (960, 540)


class Display(NamedTuple):
    """A display, and the clocks that it follows."""

    window: DisplayWindow
    ticker: Ticker
    clock: FakeClock
    real: FakeMonotonic
    left: list[bool]

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.window.board.inks if isinstance(one, Words)]

    @property
    def page(self) -> str:
        """Which page is on, by what only it has."""
        texts = self.texts
        told = {
            "fall": "was 2nd" in texts,
            "up": any(text.endswith("people in orbit") for text in texts),
            "record": "Passes" in texts or "No record lies ahead" in texts,
            "timeline": "Last" in texts,
            "counter": any(text.startswith("Career") for text in texts),
        }
        return next((name for name, found in told.items() if found), "ladder")

    def go_to(self, now: str) -> None:
        self.clock.jump_to(now)
        self.ticker.tick()

    def wait(self, seconds: float) -> None:
        """Let real time pass, and the clock that is shown with it."""
        self.real.advance(seconds)
        self.clock.advance(seconds)
        self.window.turner.check()
        self.ticker.tick()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)


class Open:
    """Opens displays, and closes them after the test."""

    def __init__(self, catalogue: Catalogue, look: Look, folder: Path) -> None:
        self.settings = Settings(folder / "settings.ini")
        self.settings.reduced_motion = True
        self._catalogue, self._look = catalogue, look
        self.opened: list[Display] = []

    def __call__(
        self,
        now: str = NOON,
        programme: Programme | None = None,
        *,
        system: Clock | None = None,
        shown: bool = True,
    ) -> Display:
        clock, real = FakeClock(now), FakeMonotonic()
        ticker = Ticker(clock)
        window = DisplayWindow(
            self._catalogue,
            programme or Programme.of_missions([KELLY]),
            ticker,
            system or FakeClock("2026-11-22T12:00:30Z"),
            self.settings,
            self._look,
            real,
        )
        left: list[bool] = []
        window.left.connect(lambda: left.append(True))
        found = Display(window, ticker, clock, real, left)
        self.opened.append(found)
        window.resize(*SIZE)
        if shown:
            window.show()
        return found


@pytest.fixture
def opened(catalogue: Catalogue, look: Look, tmp_path: Path) -> Iterator[Open]:
    start = Open(catalogue, look, tmp_path)
    yield start
    for one in start.opened:
        one.window.close()
        one.ticker.stop()
        shiboken6.delete(one.window)


def test_it_fills_the_screen_it_is_shown_on(opened: Open) -> None:
    display = opened(shown=False)
    screen = QApplication.primaryScreen()
    display.window.show_on(screen)
    assert display.window.isFullScreen()
    assert display.window.geometry() == screen.geometry()
    assert display.window.board.geometry() == display.window.rect()
    assert display.window.windowFlags() & Qt.WindowType.FramelessWindowHint


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_a_key_leaves_it(opened: Open, key: Qt.Key) -> None:
    display = opened()
    display.press(key)
    assert not display.window.isVisible()
    assert display.left == [True]


def test_a_second_later_it_shows_the_next_second(opened: Open) -> None:
    display = opened()
    assert {"202", "16:17:03"} <= set(display.texts)
    display.wait(1)
    assert "16:17:04" in display.texts


def test_pages_turn_by_themselves_and_come_around(opened: Open) -> None:
    display = opened()
    pages = [display.page]
    for _ in range(5):
        display.wait(20)
        pages.append(display.page)
    assert pages == ["counter", "record", "ladder", "up", "timeline", "counter"]


def test_a_fast_replay_turns_no_faster(opened: Open) -> None:
    display = opened()
    display.clock.advance(6 * 3_600)
    display.ticker.tick()
    assert display.page == "counter"


def test_where_no_record_lies_ahead_that_page_is_passed_over_but_can_be_seen(
    opened: Open,
) -> None:
    display = opened("2016-03-01T12:00:00Z")
    display.wait(20)
    assert display.page == "ladder"
    display.press(Qt.Key.Key_Left)
    assert "No record lies ahead" in display.texts


ON = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown,
      Qt.Key.Key_Return, Qt.Key.Key_Enter)  # fmt: skip
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


@pytest.mark.parametrize(
    ("key", "page"),
    [
        *((key, "record") for key in ON),
        *((key, "timeline") for key in BACK),
        (Qt.Key.Key_4, "up"),
        (Qt.Key.Key_9, "counter"),  # there are five
        (Qt.Key.Key_A, "counter"),
    ],
)
def test_keys_and_presenters_turn_it(opened: Open, key: Qt.Key, page: str) -> None:
    display = opened()
    display.press(key)
    assert display.page == page


def test_where_a_key_led_it_stays_and_after_five_minutes_the_programme_goes_on(
    opened: Open,
) -> None:
    display = opened()
    display.press(Qt.Key.Key_3)
    display.wait(UNTOUCHED_S - 1)
    assert display.page == "ladder"
    display.wait(1)
    assert display.page == "counter"
    display.wait(20)
    assert display.page == "record"


def test_home_leads_to_the_first_page(opened: Open) -> None:
    display = opened()
    display.press(Qt.Key.Key_5)
    display.press(Qt.Key.Key_Home)
    assert display.page == "counter"


def test_a_record_is_counted_down_told_and_then_said_to_be_one(opened: Open) -> None:
    display = opened("2015-10-15T09:00:50Z")
    display.press(Qt.Key.Key_4)
    assert display.page == "up"
    display.go_to("2015-10-15T09:01:01Z")
    assert display.page == "record"
    assert "60" in display.texts
    display.press(Qt.Key.Key_3)  # nothing is missed for a key
    assert display.page == "record"
    display.go_to("2015-10-15T09:02:02Z")
    assert display.page == "fall"
    assert "record, +00:00:01" in display.texts
    display.go_to("2015-10-15T09:03:02Z")
    assert display.page == "ladder"
    display.press(Qt.Key.Key_1)
    assert "record, +00:01:01" in display.texts


def test_a_fast_replay_says_so_on_the_page_it_is_on(opened: Open) -> None:
    display = opened("2015-10-15T09:00:50Z")
    display.ticker.set_clock(ReplayClock(as_datetime(at(FALLS)), 3_600, FakeMonotonic()))
    assert display.page == "counter"
    assert "record, +00:00:19" in display.texts


def test_a_record_of_any_mission_in_the_programme_is_told(opened: Open) -> None:
    slides = (Slide(DisplayPage.COUNTER, PADALKA), Slide(DisplayPage.COUNTER, KELLY))
    display = opened("2015-10-15T09:00:50Z", Programme(slides, 0))
    assert "Gennady Padalka" in display.texts
    display.go_to(FALLS)
    assert display.page == "fall"
    assert "Scott Kelly" in display.texts


def kelly_falls(catalogue: Catalogue, now: str = FALLS) -> object:
    fall = fall_in(read(Mission.of_person(catalogue, catalogue.people["scott-kelly"]), at(now)))
    assert fall is not None
    return fall


def test_a_record_of_another_mission_is_told_in_a_band_above_the_page(
    opened: Open, catalogue: Catalogue
) -> None:
    display = opened(FALLS, Programme.of_missions([PADALKA]))
    without = display.window.board.inks
    display.window.show_fall(kelly_falls(catalogue))  # type: ignore[arg-type]
    assert "Scott Kelly: Most time in all · United States" in display.texts
    assert "passes Mike Fincke, 381 d 15:08:08" in display.texts
    display.window.show_fall(None)
    assert display.window.board.inks == without


def test_one_that_is_on_by_itself_needs_no_band(opened: Open, catalogue: Catalogue) -> None:
    display = opened(FALLS)
    without = display.window.board.inks
    display.window.show_fall(kelly_falls(catalogue))  # type: ignore[arg-type]
    assert display.window.board.inks == without


def test_who_listens_hears_the_page_when_they_ask(opened: Open) -> None:
    display = opened()
    face = QAccessible.queryAccessibleInterface(display.window.board)
    assert face.text(QAccessible.Text.Name) == "Scott Kelly"
    assert "202 days 16:17:03" in face.text(QAccessible.Text.Value)


def test_hidden_it_rests_and_comes_back_right(opened: Open) -> None:
    display = opened()
    before = display.texts
    display.window.hide()
    display.wait(3_600)
    assert display.texts == before
    assert display.ticker.next_tick_ms() > 1_000  # nobody looks
    display.window.show()
    assert "17:17:03" in display.texts


def test_another_programme_begins_in_the_same_window(opened: Open, catalogue: Catalogue) -> None:
    display = opened()
    for _ in range(3):
        display.wait(20)
    pages = (DisplayPage.LADDER, DisplayPage.COUNTER)
    other = Programme.of_missions(["person mikhail-kornienko"], pages, 5)
    display.window.show_programme(catalogue, other)
    assert display.window.turner.slide == other.slides[0]
    assert "Mikhail Kornienko" in display.texts
    display.wait(5)
    assert display.window.turner.slide == other.slides[1]


def test_without_a_known_mission_it_shows_the_last_one_or_the_first(opened: Open) -> None:
    lost = Programme.of_missions(["person nobody-at-all"], seconds=7)
    display = opened(programme=lost)
    assert display.window.programme.seconds == 7
    assert "Scott Kelly" in display.texts
    opened.settings.mission = PADALKA
    assert "Gennady Padalka" in opened(programme=lost).texts


def move_mouse(window: DisplayWindow) -> None:
    place = QPointF(40, 40)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window.board, event)


def test_the_cursor_goes_when_the_mouse_rests_and_comes_when_it_moves(opened: Open) -> None:
    window = opened().window
    watching = window.board.findChild(IdleCursor)
    assert watching is not None
    rest = watching._rest
    assert rest.isActive()
    assert 0 < rest.interval() <= 2_000
    rest.timeout.emit()
    assert window.board.cursor().shape() is Qt.CursorShape.BlankCursor
    move_mouse(window)
    assert window.board.cursor().shape() is not Qt.CursorShape.BlankCursor
    assert rest.isActive()


def test_each_minute_all_stands_a_little_elsewhere(opened: Open) -> None:
    system = FakeClock("2026-11-22T12:00:30Z")
    window = opened(system=system).window
    seen: list[tuple[int, int]] = []
    for _ in range(352):
        system.advance(60)
        window._minute.timeout.emit()
        shift = window.board.shift
        assert abs(shift.x()) <= SIZE[0] * WANDERS
        assert abs(shift.y()) <= SIZE[1] * WANDERS
        assert (shift.x(), shift.y()) not in seen[-1:]
        seen.append((shift.x(), shift.y()))
    assert len(set(seen)) > 100
    minute = int(system.now().timestamp()) // 60
    across, down = wander(minute)
    most = QPoint(int(SIZE[0] * WANDERS), int(SIZE[1] * WANDERS))
    assert window.board.shift == QPoint(round(across * most.x()), round(down * most.y()))


def test_it_shifts_while_a_replay_is_paused_too(opened: Open) -> None:
    display = opened()
    clock = ReplayClock(as_datetime(at(NOON)))
    clock.pause()
    display.ticker.set_clock(clock)
    assert display.window._minute.isActive()
    assert 0 < display.window._minute.interval() <= 60_000
    assert "Replay · paused" in display.texts


class Painted(QWidget):
    """Adds up the regions that are painted in what it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == event.Type.Paint:
            self.region += event.region()  # type: ignore[attr-defined]
        return False


def test_an_ordinary_second_paints_the_digits_that_changed(
    opened: Open, shown: list[QWidget], qapp: QApplication
) -> None:
    display = opened()
    qapp.processEvents()
    painted = Painted()
    shown.append(painted)
    display.window.board.installEventFilter(painted)
    display.wait(1)
    qapp.processEvents()
    display.window.board.removeEventFilter(painted)
    area = sum(box.width() * box.height() for box in boxes(painted.region))
    assert 0 < area < SIZE[0] * SIZE[1] / 12
    days = QRect(0, SIZE[1] // 4, SIZE[0] // 3, SIZE[1] // 4)
    assert not painted.region.intersects(days)


def boxes(region: QRegion) -> list[QRect]:
    return list(region)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("page", DisplayPage)
def test_what_is_painted_second_by_second_is_what_is_painted_anew(
    opened: Open, shown: list[QWidget], qapp: QApplication, page: DisplayPage
) -> None:
    still = Programme((Slide(page, KELLY),), 0)
    display = opened("2015-10-16T11:59:57Z", still)
    qapp.processEvents()
    board = display.window.board
    picture = board.grab().toImage()
    for _ in range(6):
        painted = Painted()
        shown.append(painted)
        board.installEventFilter(painted)
        display.wait(1)
        qapp.processEvents()
        board.removeEventFilter(painted)
        board.render(picture, painted.region.boundingRect().topLeft(), painted.region)
    assert look_alike(picture, board.grab().toImage())


def look_alike(one: QImage, other: QImage) -> bool:
    """Compare pictures; Qt smooths the edges of large letters in more than one way."""
    kept = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (one, other)]
    shades = [bytes(image.constBits()) for image in kept]
    return all(abs(this - that) <= 64 for this, that in zip(*shades, strict=True))


@pytest.mark.parametrize("reduced", [True, False])
def test_pages_fade_and_ladders_are_climbed_unless_motion_is_reduced(
    opened: Open, *, reduced: bool
) -> None:
    opened.settings.reduced_motion = reduced
    display = opened("2015-10-15T09:00:50Z")
    display.go_to(FALLS)
    own = [one for one in display.window.board.inks if isinstance(one, Words)]
    scott = [one.baseline for one in own if one.text == "Scott Kelly"][-1]
    fincke = next(one.baseline for one in own if one.text == "Mike Fincke")
    assert (scott < fincke) is reduced
    assert display.window._climbing.state().value == (0 if reduced else 2)
    display.window.hide()
    assert display.window._climbing.state().value == 0


@pytest.mark.parametrize("name", page_names())
def test_for_a_picture_it_stands_still_on_any_page(opened: Open, name: str) -> None:
    opened.settings.reduced_motion = False
    display = opened()
    display.window.show_page(name)
    assert display.page == name
    before = display.texts
    display.wait(UNTOUCHED_S)
    assert display.texts == before


def test_there_is_no_picture_of_what_is_no_page(opened: Open) -> None:
    with pytest.raises(ValueError, match="moonbase"):
        opened().window.show_page("moonbase")


def test_another_theme_is_taken_at_once(opened: Open, look: Look) -> None:
    window = opened().window
    other = look._replace(colours={**look.colours, "ground": "#123456"})
    window.set_look(other)
    assert window.grab().toImage().pixelColor(1, 1).name() == "#123456"


def test_a_screen_of_another_size_is_filled_anew(opened: Open) -> None:
    display = opened()
    heights: list[int] = []
    resize: Callable[[int, int], None] = display.window.resize
    for size in ((1920, 1080), (1080, 1920), (800, 480)):
        resize(*size)
        QApplication.processEvents()
        words = [one for one in display.window.board.inks if isinstance(one, Words)]
        heights.append(max(one.pixels for one in words))
    assert heights[0] > 2 * heights[2]


def test_a_year_at_speed_leaves_nothing_behind(opened: Open) -> None:
    display = opened("2015-03-28T12:00:00Z")
    start = at("2015-03-28T12:00:00Z")
    for day in range(0, 340, 5):
        display.clock.jump_to(as_datetime(Instant(start + day * 86_400)))
        display.wait(20)
    assert len(display.window._readings) == 1
