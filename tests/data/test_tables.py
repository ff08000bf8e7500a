"""Tab-separated tables: text in, checked rows out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.errors import Problem
from countdown.data.tables import decode, read_table

COLUMNS = ("id", "name")
FIELDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8
)


def table(text: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    problems: list[Problem] = []
    return list(read_table("t.tsv", text, COLUMNS, problems).rows.items()), problems


def test_rows_know_their_line_and_empty_lines_are_none() -> None:
    rows, problems = table("id\tname\na\tA\n\nb\tB")
    assert rows == [(2, ["a", "A"]), (4, ["b", "B"])]
    assert problems == []


def test_nothing_is_quoted() -> None:
    rows, _ = table("id\tname\na\t\"A\" 'B', C\n")
    assert rows == [(2, ["a", "\"A\" 'B', C"])]


@given(st.lists(st.tuples(FIELDS, FIELDS)))
def test_what_is_written_is_read(written: list[tuple[str, str]]) -> None:
    text = "\n".join("\t".join(row) for row in [COLUMNS, *written])
    rows, problems = table(text)
    assert [tuple(fields) for _, fields in rows] == written
    assert problems == []


def test_a_wrong_row_does_not_hide_the_right_ones() -> None:
    rows, problems = table("id\tname\na\nb\tB\nc\tC\x07\n")
    assert rows == [(3, ["b", "B"])]
    assert [(one.line, one.field) for one in problems] == [(2, ""), (4, "name")]


@given(st.lists(st.text("a\t\x07\u202eé", min_size=1, max_size=5)))
def test_each_row_is_judged_by_itself(lines: list[str]) -> None:
    alone = [table(f"id\tname\n{line}") for line in lines]
    rows, problems = table("\n".join(["id\tname", *lines]))
    assert [fields for _, fields in rows] == [row[1] for found, _ in alone for row in found]
    assert [one.reason for one in problems] == [one.reason for _, some in alone for one in some]


def test_lines_may_end_as_on_windows() -> None:
    assert table("id\tname\r\na\tA\r\n\r\nb\té\r\n") == table("id\tname\na\tA\n\nb\té\n")


@pytest.mark.parametrize("header", ["", "id", "id\tname\tsex", "name\tid", "ID\tname", "id name"])
def test_other_columns_are_refused_before_any_row(header: str) -> None:
    rows, problems = table(f"{header}\na\tA\n")
    assert rows == []
    assert [(one.line, one.value) for one in problems] == [(1, header)]


def test_text_is_utf_8_with_or_without_a_mark() -> None:
    problems: list[Problem] = []
    assert decode("t.tsv", b"\xef\xbb\xbf\xc3\xa9", problems) == "é"
    assert decode("t.tsv", b"", problems) == ""
    assert problems == []
    assert decode("t.tsv", b"a\nb\xff\n", problems) is None
    assert problems == [Problem("t.tsv", 2, "", "ff", "is not UTF-8 text")]
