"""Tables as CSV: what is read back is what was written, and nothing is a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.flights import Person, Sex
from countdown.core.history import history
from countdown.core.moments import Instant, iso, parse_instant
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.data.csv_tables import (
    HISTORY_COLUMNS,
    STANDINGS_COLUMNS,
    harmless,
    history_csv,
    joined,
    standings_csv,
    table,
)
from tests.fakes import catalogue_of, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
NOW = parse_instant("2026-11-22T09:30:15Z")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
CELLS = st.one_of(
    TEXTS,
    st.builds("".join, st.tuples(st.sampled_from(DANGEROUS), TEXTS)),
    st.integers(min_value=0),
    st.booleans(),
    st.none(),
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width))
    )
)
def test_every_cell_is_read_back_and_none_begins_a_formula(
    rows: list[list[str | int | bool | None]],
) -> None:
    width = len(rows[0]) if rows else 1
    columns = [f"column {number}" for number in range(width)]
    header, *found = read(table(columns, rows))
    assert header == columns
    assert len(found) == len(rows)
    for cells, texts in zip(rows, found, strict=True):
        for cell, text in zip(cells, texts or [""], strict=True):
            assert not text.startswith(DANGEROUS)
            if cell is None:
                assert text == ""
            elif isinstance(cell, bool):
                assert text == ("true" if cell else "false")
            elif isinstance(cell, int):
                assert int(text) == cell
            else:
                assert text in (cell, f"'{cell}")


@given(st.lists(st.builds("".join, st.tuples(st.sampled_from(DANGEROUS), TEXTS)), min_size=1))
def test_of_joined_texts_each_is_harmless_by_itself(texts: list[str]) -> None:
    assert joined(texts) == "; ".join(f"'{text}" for text in texts)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Anna", "O'Hara", "1 + 1 = 2", "2026-11-22", "Sławosz"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("kind", Kind)
def test_the_ranking_of_women_has_all_figures(catalogue: Catalogue, kind: Kind) -> None:
    category = Category(kind, WOMEN)
    standings = catalogue.records.standings(category, NOW)
    rows = records(standings_csv(catalogue, category, NOW, standings))
    assert list(rows[0]) == list(STANDINGS_COLUMNS)
    assert len(rows) == len(standings)
    for row, one in zip(rows, standings, strict=True):
        assert row["name"] == one.person.name
        assert (int(row["rank"]), row["person"]) == (one.rank, one.person.id)
        assert (int(row["seconds"]), int(row["seconds_max"])) == one.span[:2]
        assert int(row["days"]) == one.span.seconds // 86_400
        assert row["in_orbit"] == ("true" if one.in_orbit else "false")
        assert row["at"] == "2026-11-22T09:30:15Z"
        assert row["category"] == kind.value
        assert (row["launch"] == "") == (kind is Kind.CAREER)


def test_the_chain_of_the_world_has_every_change(catalogue: Catalogue) -> None:
    category = Category(Kind.CAREER, WORLD)
    changes = history(catalogue, category, NOW)
    rows = records(history_csv(catalogue, category, changes))
    assert list(rows[0]) == list(HISTORY_COLUMNS)
    assert [row["at"] for row in rows] == [iso(one.at) for one in changes]
    assert [row["until"] for row in rows] == [*(row["at"] for row in rows[1:]), ""]
    padalka = next(row for row in rows if row["persons"] == "gennady-padalka")
    assert padalka["passes_names"] == "Sergei Krikalev"
    assert padalka["mark_days"] == "803"
    together = next(row for row in rows if "William R. Pogue" in row["names"])
    assert together["names"] == "Edward G. Gibson; Gerald P. Carr; William R. Pogue"
    assert rows[0]["passes"] == ""


def test_a_name_from_a_catalogue_of_ones_own_is_no_formula() -> None:
    bad = Person("bad", '=HYPERLINK("http://example.org";"Anna")', Sex.FEMALE)
    worse = Person("worse", "@Boris, the -second-", Sex.MALE)
    craft = vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")
    facts = catalogue_of(trip(bad, craft), trip(worse, craft))
    category = Category(Kind.CAREER, WORLD)
    at = Instant(parse_instant("2021-01-01"))
    ranking = read(standings_csv(facts, category, at, facts.records.standings(category, at)))
    chain = read(history_csv(facts, category, history(facts, category, at)))
    for row in (*ranking, *chain):
        for cell in row:
            for part in cell.split("; "):
                assert not part.startswith(DANGEROUS)
    assert chain[1][HISTORY_COLUMNS.index("names")] == (
        """'=HYPERLINK("http://example.org";"Anna"); '@Boris, the -second-"""
    )


def test_an_empty_chain_is_a_header(catalogue: Catalogue) -> None:
    assert read(history_csv(catalogue, Category(Kind.CAREER, "MT"), ())) == [list(HISTORY_COLUMNS)]
