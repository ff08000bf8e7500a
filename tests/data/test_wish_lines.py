"""What two starts of the app say to each other: taken in whole, or refused with the field."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.data.wish_lines import (
    MOST_BYTES,
    BadLineError,
    answer_line,
    read_answer,
    read_wish,
    wish_line,
)

KINDS = {"person": str, "speed": float, "display": bool}


def test_a_wish_is_read_as_it_was_said() -> None:
    wish = {"person": "scott-kelly", "speed": 60.0, "display": True}
    line = wish_line(wish)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_wish(line, KINDS) == wish


@given(person=st.text(max_size=40))
def test_any_name_is_one_line(person: str) -> None:
    line = wish_line({"person": person})
    assert line.index(b"\n") == len(line) - 1
    assert read_wish(line, KINDS) == {"person": person}


def test_fields_of_a_newer_version_and_empty_ones_are_passed_over() -> None:
    line = wish_line({"person": None, "planet": "Mars", "display": False})
    assert read_wish(line, KINDS) == {"display": False}


def test_a_whole_number_is_a_speed_too() -> None:
    assert read_wish(wish_line({"speed": 60}), KINDS) == {"speed": 60.0}


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"person": 7}, "wish.person"),
        ({"person": ["scott-kelly"]}, "wish.person"),
        ({"display": "yes"}, "wish.display"),
        ({"display": 1}, "wish.display"),
        ({"speed": True}, "wish.speed"),
        ({"speed": "60"}, "wish.speed"),
        ({"speed": 10**400}, "wish.speed"),
    ],
)
def test_a_field_of_the_wrong_kind_is_refused_by_name(wish: dict[str, object], field: str) -> None:
    with pytest.raises(BadLineError) as refused:
        read_wish(wish_line(wish), KINDS)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (b"", "line"),
        (b"hello\n", "line"),
        (b"[1]\n", "line"),
        (b"\xff\xfe\n", "line"),
        (b"[" * 60_000 + b"\n", "line"),
        (b'{"schema": 1, "wish": {"speed": NaN}}\n', "line"),
        (b'{"wish": {}}\n', "schema"),
        (b'{"schema": true, "wish": {}}\n', "schema"),
        (b'{"schema": 2, "wish": {}}\n', "schema"),
        (b'{"schema": 1}\n', "wish"),
        (b'{"schema": 1, "wish": [1]}\n', "wish"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_no_wish_is_refused(line: bytes, field: str) -> None:
    with pytest.raises(BadLineError) as refused:
        read_wish(line, KINDS)
    assert refused.value.field == field


def test_a_wish_that_is_too_long_is_not_said() -> None:
    with pytest.raises(BadLineError):
        wish_line({"person": "x" * MOST_BYTES})


def test_an_answer_is_read_as_it_was_given() -> None:
    assert read_answer(answer_line("refused", "no such screen")) == ("refused", "no such screen")
    assert len(answer_line("refused", "\0" * MOST_BYTES)) < MOST_BYTES


@pytest.mark.parametrize("answer", [{}, {"verdict": 1}, {"verdict": "ok", "detail": 1}])
def test_what_is_no_answer_is_refused(answer: dict[str, object]) -> None:
    with pytest.raises(BadLineError):
        read_answer(json.dumps({"schema": 1, **answer}).encode())
