"""The flight's time line: words that never overlap, drags, keys, and seconds that cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from countdown.core.moments import DAY, HOUR, Instant
from countdown.core.readings import Mission
from countdown.models.time_marks import Mark, flight_span, time_marks
from countdown.widgets.scrubber import Scrubber
from countdown.widgets.scrubber_plot import Line, labels, step
from tests.fakes import at
from tests.qt_fixtures import look, nothing_left_running, qapp, shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
