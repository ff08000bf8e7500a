"""Round dates and lengths on the axes: as many as fit, evenly apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.moments import DAY, END, FIRST, HOUR, Instant
from countdown.widgets.axes import date_marks, length_marks
from tests.fakes import at


@pytest.mark.parametrize(
    ("first", "last", "most", "words"),
    [
        ("1961-04-12", "2026-11-22", 8, ["1970", "1980", "1990", "2000", "2010", "2020"]),
        ("1961-04-12", "1961-08-06", 6, ["May 1961", "Jun 1961", "Jul 1961", "Aug 1961"]),
        ("2003-10-15", "2026-11-22", 6, ["2005", "2010", "2015", "2020", "2025"]),
        ("2025-04-01", "2026-11-22", 4, ["2026"]),
    ],
)
def test_dates_are_round(first: str, last: str, most: int, words: list[str]) -> None:
    said = [mark.text for mark in date_marks(at(first), at(last), most)]
    assert said == words


@given(
    st.integers(FIRST, END - 60 * DAY), st.integers(60 * DAY, 200 * 365 * DAY), st.integers(2, 40)
)
def test_dates_lie_between_both_ends_and_are_no_more_than_fit(
    start: int, length: int, most: int
) -> None:
    last = min(start + length, END - DAY)
    marks = date_marks(Instant(start), Instant(last), most)
    assert len(marks) <= most + 1
    assert all(start <= mark.at <= last for mark in marks)
    gaps = [after.at - before.at for before, after in pairwise(marks)]
    assert not gaps or max(gaps) <= min(gaps) * 1.1 + 3 * DAY


@pytest.mark.parametrize(
    ("longest", "most", "words"),
    [
        (1_110 * DAY, 2, ["0 d", "500 d", "1,000 d"]),
        (437 * DAY, 4, ["0 d", "100 d", "200 d", "300 d", "400 d"]),
        (3 * DAY + HOUR, 3, ["0 d", "1 d", "2 d", "3 d"]),
        (108 * 60, 3, ["0 h", "1 h"]),
        (25 * HOUR, 2, ["0 h", "12 h", "24 h"]),
    ],
)
def test_lengths_are_round(longest: int, most: int, words: list[str]) -> None:
    assert [mark.text for mark in length_marks(longest, most)] == words


@given(st.integers(HOUR, 4_000 * DAY), st.integers(1, 20))
def test_lengths_begin_at_zero_and_are_no_more_than_fit(longest: int, most: int) -> None:
    marks = length_marks(longest, most)
    assert marks[0].at == 0
    assert marks[-1].at <= longest
    assert len(marks) <= most + 1
