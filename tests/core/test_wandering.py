"""A picture that stands for months never stands still: a little elsewhere each minute."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest

from countdown.core.wandering import ACROSS, DOWN, wander

DAY: Final = range(29_000_000, 29_000_000 + 24 * 60)
PATH: Final = [wander(minute) for minute in DAY]


def test_it_stays_in_its_box_and_reaches_all_four_edges() -> None:
    for shares in zip(*PATH, strict=True):
        assert (min(shares), max(shares)) == (-1, 1)


def test_over_a_day_it_is_in_the_middle() -> None:
    for shares in zip(*PATH, strict=True):
        assert abs(sum(shares) / len(shares)) < 0.02


@pytest.mark.parametrize("width", [640, 800, 1024, 1080, 1366, 1920, 3840])
def test_no_two_minutes_that_follow_each_other_have_the_same_pixel(width: int) -> None:
    most = int(width * 0.015)
    places = [round(across * most) for across, _ in PATH]
    assert all(one != other for one, other in pairwise(places))
    assert max(map(abs, places)) <= width * 0.015


def test_it_is_everywhere_in_its_box_before_it_comes_around() -> None:
    assert wander(0) == wander(11 * ACROSS) == wander(8 * DOWN)
    assert len({wander(minute) for minute in range(11 * ACROSS)}) > 170


def test_a_restart_goes_on_where_it_was() -> None:
    assert [wander(minute) for minute in DAY] == PATH
