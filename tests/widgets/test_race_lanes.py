"""Places on the bar of a race."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from countdown.core.moments import DAY
from countdown.widgets.race_lanes import Lanes, day_marks, label_left, places

SECONDS = st.integers(0, 500 * DAY)
ENDS = st.none() | st.integers(1, 500 * DAY)


def test_the_longer_flight_fills_the_bar() -> None:
    found = places(Lanes(100 * DAY, 400 * DAY, 200 * DAY), 800.0)
    assert (found.now, found.own.flown, found.own.end) == (200, 200, 800)
    assert (found.rival.flown, found.rival.end) == (200, 400)


def test_a_ghost_that_has_landed_stays_where_it_landed() -> None:
    assert places(Lanes(300 * DAY, 400 * DAY, 200 * DAY), 800.0).rival.flown == 400


def test_a_flight_without_return_runs_out_of_the_picture() -> None:
    found = places(Lanes(100 * DAY, None, 50 * DAY), 800.0)
    assert found.own.is_open
    assert found.own.end == 800
    assert found.now < 800


@given(SECONDS, ENDS, ENDS, st.floats(50, 4_000))
def test_all_lies_on_the_bar(now: int, own: int | None, rival: int | None, width: float) -> None:
    found = places(Lanes(now, own, rival), width)
    for lane in (found.own, found.rival):
        assert 0 <= lane.flown <= lane.end + 1e-6 <= width + 2e-6
        assert lane.flown <= found.now
    marks = day_marks(Lanes(now, own, rival), width, 40)
    across = [x for _, x in marks]
    assert all(later - sooner >= 40 - 1e-6 for sooner, later in pairwise(across))
    assert all(0 < x <= width + 1e-6 for x in across)


@given(st.floats(0, 500), st.floats(1, 100))
def test_a_label_stays_within_the_bar(centre: float, wide: float) -> None:
    assert 0 <= label_left(centre, wide, 500) <= 500 - wide
