"""Which signs of running figures a second changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from countdown.widgets.glyphs import longest_tail, tail_changed

FIGURES = st.from_regex(r"T[−+] [0-9]{1,2} d [0-9]{2}:[0-9]{2}", fullmatch=True)


def test_what_a_second_changes_is_the_end_of_a_figure() -> None:
    assert tail_changed("T− 12 d 16:05:19", "T− 12 d 16:05:18") == "8"
    assert tail_changed("T− 12 d 16:05:19", "T− 12 d 16:05:19") == ""
    assert tail_changed("T− 10 d 00:00:00", "T− 9 d 23:59:59") is None
    assert tail_changed("March 2027", "April 2027") is None


@given(st.lists(st.tuples(FIGURES, FIGURES), max_size=4))
def test_of_several_figures_the_longest_end_is_painted(pairs: list[tuple[str, str]]) -> None:
    before, after = [one for one, _ in pairs], [one for _, one in pairs]
    tails = [tail_changed(*one) for one in pairs]
    known = [one for one in tails if one is not None]
    longest = longest_tail(before, after)
    if len(known) < len(tails):
        assert longest is None
    else:
        assert longest is not None
        assert len(longest) == max(map(len, known), default=0)


def test_of_more_or_fewer_figures_none_keeps_its_place() -> None:
    assert longest_tail(["T− 12 d"], []) is None
    assert longest_tail([], []) == ""
