"""The flight's time line: words that never overlap, drags, keys, and seconds that cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest

from countdown.core.moments import DAY, HOUR, MINUTE, Instant
from countdown.core.readings import Mission
from countdown.models.time_marks import Mark, flight_span, time_marks
from countdown.widgets.scrubber import PAD_PX, Scrubber
from countdown.widgets.scrubber_plot import Line, labels, near, step, stretch
from tests.fakes import at
from tests.qt_fixtures import look, nothing_left_running, qapp, shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

__all__ = ["look", "nothing_left_running", "qapp", "shown"]

# a part is no window of its own; the offscreen platform takes no hints for one
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NOON = at("2015-10-16T12:00:00Z")
BEGIN, END = Instant(0), Instant(1_000 * DAY)


def mark(day: int, words: str = "", weight: int = 3) -> Mark:
    when = Instant(day * DAY)
    return Mark(when, when, when, words, weight)


@pytest.fixture
def scrubber(look: Look, catalogue: Catalogue, shown: list[QWidget]) -> Scrubber:
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    marks = time_marks(catalogue, flight, Mission.of_flight(catalogue, flight).prospects(flight))
    one = Scrubber(look)
    shown.append(one)
    one.resize(1_000, 54)
    one.show_span(flight_span(catalogue, flight), marks)
    one.show_instant(NOON)
    one.show()
    return one


@given(
    st.lists(st.tuples(st.integers(0, 1_000), st.text("ab c", max_size=24), st.integers(0, 5))),
    st.floats(50, 3_000),
)
def test_words_never_lie_on_others_and_stay_on_the_line(
    wanted: list[tuple[int, str, int]], width: float
) -> None:
    placed = labels(
        Line(BEGIN, END, width), [mark(*one) for one in wanted], lambda text: 7.0 * len(text), 10
    )
    for place, one in enumerate(placed):
        assert one.left >= 0
        assert one.left + one.width <= width + 1e-6
        for other in placed[:place]:
            assert (
                one.row != other.row
                or one.left >= other.left + other.width + 10
                or other.left >= one.left + one.width + 10
            )


def test_what_matters_most_finds_room_first() -> None:
    marks = [mark(500, "a round number", 5), mark(501, "a record", 1), mark(502, "a fact", 3)]
    placed = labels(Line(BEGIN, END, 200), marks, lambda text: 7.0 * len(text), 10)
    assert [one.mark.words for one in placed] == ["a record", "a fact"]


def test_steps_lead_to_the_marks_before_and_after() -> None:
    marks = [mark(10), mark(20), mark(20), mark(30)]
    now = Instant(20 * DAY)
    assert step(marks, now, 1) == 30 * DAY
    assert step(marks, now, -1) == 10 * DAY
    assert step(marks, Instant(now + 60), -1) == now
    assert step(marks, Instant(now + 60), -1, slack=120) == 10 * DAY
    assert step(marks, Instant(31 * DAY), 1) is None
    assert step([], now, -1) is None


def test_a_drag_tells_instants_of_the_flight(scrubber: Scrubber) -> None:
    told: list[object] = []
    scrubber.scrub_began.connect(lambda: told.append("began"))
    scrubber.scrubbed.connect(told.append)
    scrubber.scrub_ended.connect(lambda: told.append("ended"))
    QTest.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(300, 27))
    for x in range(301, 420):
        QTest.mouseMove(scrubber, QPoint(x, 27))
    QTest.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(420, 27))
    assert told[0] == "began"
    assert told[-1] == "ended"
    instants = [one for one in told if isinstance(one, int)]
    assert len(instants) < 100, "more than one a frame"
    begin, end = at("2015-03-27"), at("2016-03-03")
    assert all(begin < one < end for one in instants)


@pytest.mark.parametrize(
    ("key", "modifier", "moved"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, DAY),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -DAY),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, HOUR),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, -60),
    ],
)
def test_keys_move_by_days_hours_and_minutes(
    scrubber: Scrubber, key: Qt.Key, modifier: Qt.KeyboardModifier, moved: int
) -> None:
    told: list[int] = []
    scrubber.chosen.connect(told.append)
    QTest.keyClick(scrubber, key, modifier)
    assert told == [NOON + moved]


def test_page_keys_lead_to_milestones_and_home_to_the_launch(scrubber: Scrubber) -> None:
    told: list[int] = []
    scrubber.chosen.connect(told.append)
    QTest.keyClick(scrubber, Qt.Key.Key_PageDown)
    assert told.pop() < NOON
    QTest.keyClick(scrubber, Qt.Key.Key_Home)
    assert told.pop() == at("2015-03-27T19:42:57Z")


def test_a_listener_hears_the_day_when_asking(scrubber: Scrubber) -> None:
    assert scrubber.spoken == "day 203, 16 Oct 2015, 12:00 UTC"
    assert scrubber.accessibleName() == "Flight time line"


class WatchedScrubber(Scrubber):
    """Notes which part of it was painted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.painted.append(event.rect())
        super().paintEvent(event)


@pytest.fixture
def watched(
    look: Look, scrubber: Scrubber, shown: list[QWidget], qapp: QApplication
) -> WatchedScrubber:
    one = WatchedScrubber(look)
    shown.append(one)
    one.setPalette(look.palette())
    one.resize(1_000, 56)
    one.show_span((scrubber.marks[0].goes_to, scrubber.marks[-1].at_latest), scrubber.marks)
    one.show_instant(NOON)
    one.show()
    qapp.processEvents()
    one.painted.clear()
    return one


def test_an_hour_of_seconds_paints_nothing_until_a_pixel_moves(
    watched: WatchedScrubber, qapp: QApplication
) -> None:
    for second in range(0, HOUR, 60):
        watched.show_instant(Instant(NOON + second))
        qapp.processEvents()
    assert len(watched.painted) <= 1  # a pixel is eight hours
    watched.show_instant(Instant(NOON + 2 * DAY))
    qapp.processEvents()
    assert watched.painted[-1].width() < 60
    assert watched.painted[-1].top() >= 16, "the words stand still"


def test_the_dot_is_painted_in_each_minute_that_brings_it_to_another_pixel(
    watched: WatchedScrubber, qapp: QApplication, look: Look
) -> None:
    launch, landing = watched.marks[0].goes_to, watched.marks[-1].at_latest
    line = Line(launch, landing, watched.width() - 2 * look.px(PAD_PX))
    moved = []
    for now in range(NOON, NOON + 2 * DAY, MINUTE):
        watched.painted.clear()
        watched.show_instant(Instant(now))
        qapp.processEvents()
        if round(line.x_of(now)) != round(line.x_of(now - MINUTE)):
            moved.append(bool(watched.painted))
    assert moved == [True] * 6


@pytest.mark.parametrize("day", [1, 3, 20, -60, 400, -400])
def test_what_stands_on_the_screen_is_as_if_painted_whole(
    watched: WatchedScrubber, qapp: QApplication, day: int
) -> None:
    watched.show_instant(Instant(NOON + day * DAY))
    qapp.processEvents()
    partly = QGuiApplication.primaryScreen().grabWindow(watched.winId()).toImage()
    watched.update()
    qapp.processEvents()
    assert partly == QGuiApplication.primaryScreen().grabWindow(watched.winId()).toImage()


def test_a_mark_to_come_is_hollow_and_a_past_one_filled(look: Look, shown: list[QWidget]) -> None:
    middles = []
    for now in (NOON, Instant(NOON + 20 * DAY)):
        one = Scrubber(look)
        shown.append(one)
        one.resize(400, 56)
        when = Instant(NOON + 10 * DAY)
        span = (Instant(NOON - 100 * DAY), Instant(NOON + 100 * DAY))
        one.show_span(span, (Mark(when, Instant(when + 40 * DAY), when, "", 3, "", True),))
        one.show_instant(now if now == NOON else Instant(NOON + 90 * DAY))
        image = one.grab().toImage()
        middles.append(image.pixelColor(260, 28 + 6).name())
    assert middles == [look.colours["panel"], look.colours["bar"]]


def test_a_click_on_a_record_goes_to_its_very_second(scrubber: Scrubber) -> None:
    record = next(one for one in scrubber.marks if one.words == "US flight record")
    line = Line(scrubber.marks[0].goes_to, scrubber.marks[-1].at_latest, scrubber.width() - 16)
    told: list[int] = []
    scrubber.scrubbed.connect(told.append)
    x = round(line.x_of(record.goes_to)) + 8
    QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(x, 28))
    assert told == [at("2015-10-29T04:05:19Z")]


def test_the_nearest_mark_counts_and_of_those_the_weightiest() -> None:
    marks = [mark(100, "a fact", 3), mark(100, "a record", 1), mark(104, "another", 0)]
    line = Line(BEGIN, END, 1_000)
    assert [one.words for one in near(line, marks, 100.4, 6)] == ["a record", "a fact", "another"]
    assert near(line, marks, 90, 6) == []


@given(st.integers(-10, 1_100), st.integers(0, 40), st.floats(10, 3_000))
def test_a_stretch_lies_on_the_line_and_is_wide_enough_to_see(
    day: int, days: int, width: float
) -> None:
    one = Mark(Instant(day * DAY), Instant((day + days) * DAY), BEGIN, "", 3, "", is_span=True)
    left, wide = stretch(Line(BEGIN, END, width), one, 8)
    assert 0 <= left <= left + wide <= width + 1e-6
    assert wide >= 8


def test_the_mouse_is_told_what_lies_under_it_until_it_leaves(
    watched: WatchedScrubber, qapp: QApplication
) -> None:
    before = watched.grab().toImage()
    place = QPointF(500, 28)
    button, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    qapp.sendEvent(watched, QMouseEvent(QEvent.Type.MouseMove, place, place, button, button, keys))
    assert watched.grab().toImage() != before
    qapp.sendEvent(watched, QEvent(QEvent.Type.Leave))
    assert watched.grab().toImage() == before


def test_without_a_flight_nothing_can_be_dragged(look: Look, shown: list[QWidget]) -> None:
    one = Scrubber(look)
    shown.append(one)
    told: list[object] = []
    for signal in (one.scrub_began, one.scrub_ended):
        signal.connect(lambda: told.append("dragged"))
    one.chosen.connect(told.append)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=QPoint(30, 28))
    QTest.keyClick(one, Qt.Key.Key_Right)
    assert told == []


def test_a_screen_reader_finds_a_slider_with_the_instant_as_its_value(scrubber: Scrubber) -> None:
    heard = QAccessible.queryAccessibleInterface(scrubber)
    assert heard.role() is QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "Flight time line"
    assert heard.text(QAccessible.Text.Value) == "day 203, 16 Oct 2015, 12:00 UTC"
    scrubber.show_instant(at("2015-10-17T12:00:00Z"))
    assert heard.text(QAccessible.Text.Value).startswith("day 204")


def test_a_death_in_flight_has_its_date_and_no_celebration(catalogue: Catalogue) -> None:
    flight = catalogue.career(catalogue.people["kalpana-chawla"])[-1]
    marks = time_marks(catalogue, flight, Mission.of_flight(catalogue, flight).prospects(flight))
    assert marks[-1].words == "1 Feb 2003"
