"""A display turns by itself in real time, stays where a hand turned it, and goes on later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.programme import DisplayPage, Programme, Slide
from countdown.services.page_turner import UNTOUCHED_S, PageTurner
from tests.fakes import FakeMonotonic

if TYPE_CHECKING:
    from collections.abc import Iterator

KELLY = "person scott-kelly"


class Turning:
    """A turner with a clock that stands until it is moved, and pages that may fall silent."""

    def __init__(self, seconds: int = 20) -> None:
        self.clock = FakeMonotonic()
        self.silent: set[DisplayPage] = set()
        programme = Programme.of_missions([KELLY], seconds=seconds)
        self.turner = PageTurner(programme, self._says, self.clock)
        self.turns: list[str] = []
        self.turner.turned.connect(self._note)

    def _says(self, slide: Slide) -> bool:
        return slide.page not in self.silent

    def _note(self) -> None:
        self.turns.append(self.page)

    @property
    def page(self) -> str:
        return self.turner.slide.page

    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.turner.check()


@pytest.fixture
def turning() -> Iterator[Turning]:
    found = Turning()
    found.turner.start()
    yield found
    found.turner.stop()


def test_each_page_stays_for_its_time_and_all_come_around(turning: Turning) -> None:
    turning.wait(19.9)
    assert turning.turns == []
    for _ in range(5):
        turning.wait(20)
    record, ladder, up, line = list(DisplayPage)[1:]
    assert turning.turns == [record, ladder, up, line, DisplayPage.COUNTER]


def test_a_page_with_nothing_to_say_is_passed_over(turning: Turning) -> None:
    turning.silent = {DisplayPage.RECORD, DisplayPage.LADDER}
    turning.wait(20)
    assert turning.page == DisplayPage.UP


def test_a_sleep_of_a_week_turns_one_page(turning: Turning) -> None:
    turning.wait(7 * 86_400)
    assert turning.turns == [DisplayPage.RECORD]


def test_where_a_hand_turns_it_stays_for_five_minutes_then_the_programme_goes_on(
    turning: Turning,
) -> None:
    turning.wait(20)
    turning.turner.turn(2)
    assert turning.page == DisplayPage.UP
    assert turning.turner.is_touched is True
    turning.wait(UNTOUCHED_S - 1)
    assert turning.page == DisplayPage.UP
    turning.wait(1)
    assert turning.page == DisplayPage.COUNTER
    turning.wait(20)
    assert turning.page == DisplayPage.RECORD
    assert turning.turner.is_touched is False


def test_each_touch_starts_the_five_minutes_anew(turning: Turning) -> None:
    turning.turner.turn(1)
    turning.wait(UNTOUCHED_S - 1)
    turning.turner.turn_to(1)
    turning.wait(UNTOUCHED_S - 1)
    assert turning.page == DisplayPage.RECORD


def test_by_hand_it_goes_around_both_ends_and_to_silent_pages_too(turning: Turning) -> None:
    turning.silent = {DisplayPage.RECORD}
    turning.turner.turn(-1)
    assert turning.page == DisplayPage.TIMELINE
    turning.turner.turn(1)
    turning.turner.turn(1)
    assert turning.page == DisplayPage.RECORD
    turning.turner.turn_to(9)
    assert turning.page == DisplayPage.RECORD


def test_no_seconds_leave_it_where_it_is() -> None:
    turning = Turning(seconds=0)
    turning.silent = {DisplayPage.COUNTER}
    turning.turner.start()
    turning.wait(86_400)
    assert turning.turns == [DisplayPage.RECORD]
    turning.turner.turn(1)
    turning.wait(UNTOUCHED_S)
    assert turning.page == DisplayPage.RECORD
    turning.turner.stop()


def test_where_no_page_has_anything_to_say_the_first_one_stays() -> None:
    turning = Turning()
    turning.silent = set(DisplayPage)
    turning.turner.start()
    turning.wait(20)
    assert turning.page == DisplayPage.COUNTER
    turning.turner.stop()
