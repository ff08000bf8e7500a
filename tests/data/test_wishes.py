"""A second start's wish reaches the first as it was meant, or is refused by the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.clocks import FASTEST, SLOWEST
from countdown.core.moments import END, FIRST, Instant
from countdown.data.wish_lines import read_wish, wish_line
from countdown.data.wishes import KINDS, BadWishError, Wish, as_fields, from_fields

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue


_FILES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@given(st.data())
def test_what_is_handed_over_comes_in_as_it_was(catalogue: Catalogue, data: st.DataObject) -> None:
    people = st.sampled_from(sorted(catalogue.people.values()))
    wish = Wish(
        person=data.draw(st.none() | people),
        at=data.draw(st.none() | st.integers(FIRST, END - 1).map(Instant)),
        speed=data.draw(st.none() | st.floats(SLOWEST, FASTEST)),
        on_this_day=data.draw(st.booleans()),
        theme=data.draw(st.none() | st.sampled_from(["dark", "light", "system"])),
        display=data.draw(st.booleans()),
        screen=data.draw(st.none() | st.text(min_size=1, max_size=20)),
        pin=data.draw(st.booleans()),
        files=data.draw(st.lists(_FILES, max_size=3).map(tuple)),
    )
    line = wish_line(as_fields(wish))
    assert from_fields(catalogue, read_wish(line, KINDS)) == wish


def test_what_is_not_asked_for_is_not_written() -> None:
    assert as_fields(Wish()) == {}
    assert as_fields(Wish(pin=True)) == {"pin": True}


def test_every_field_has_a_kind() -> None:
    assert set(KINDS) == set(Wish._fields)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("person", "nobody"),
        ("at", "yesterday"),
        ("at", "2015-10-16T12:00:00"),
        ("speed", 0.0),
        ("speed", float("nan")),
        ("speed", 1e12),
    ],
)
def test_a_wish_that_no_start_makes_is_refused(
    catalogue: Catalogue, field: str, value: object
) -> None:
    with pytest.raises(BadWishError) as refused:
        from_fields(catalogue, {field: value})
    assert refused.value.field == field
