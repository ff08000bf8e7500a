"""All rules side by side, followed second by second and looked into when a figure turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.durations import Rule
from countdown.core.explanations import Counts, standing_since
from countdown.models import figure_table
from countdown.models.figure_table import PLACES, FigureTable, Place
from tests.fakes import at

if TYPE_CHECKING:
    import pytest

    from countdown.core.catalogue import Catalogue
    from countdown.core.explanations import Reckoning, Standing
    from countdown.core.moments import Instant

NTH_IN_ALL = Place(Counts.CAREER, Rule.NTH_DAY)


def kellys(catalogue: Catalogue) -> FigureTable:
    return FigureTable(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])


def test_every_rule_has_its_figure_on_kellys_383rd_day(catalogue: Catalogue) -> None:
    words = kellys(catalogue).words(at("2015-10-16T12:00:00Z"))
    assert tuple(words) == PLACES
    assert [one.figure for one in words.values()] == [
        "202", "203", "204", "6 months, 18 days", "382", "383", "380", "384", "388"
    ]  # fmt: skip
    assert words[NTH_IN_ALL].since == "since 15 Oct 2015, 17:53:53"
    assert words[NTH_IN_ALL].until == "until 16 Oct 2015, 17:53:53"


def test_edges_are_looked_for_again_only_when_a_figure_turns(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = kellys(catalogue)
    first = table.words(at("2015-10-16T17:53:51Z"))
    looked: list[Reckoning] = []

    def look(reckoning: Reckoning, when: Instant) -> Standing:
        looked.append(reckoning)
        return standing_since(reckoning, when)

    monkeypatch.setattr(figure_table, "standing_since", look)
    assert table.words(at("2015-10-16T17:53:52Z")) == first
    assert looked == []
    turned = table.words(at("2015-10-16T17:53:53Z"))
    assert [place for place in PLACES if turned[place] != first[place]] == [
        Place(Counts.CAREER, Rule.ELAPSED),
        NTH_IN_ALL,
    ]
    assert len(looked) == 2


def test_rows_are_named_and_say_how_they_are_put_together(catalogue: Catalogue) -> None:
    table, noon = kellys(catalogue), at("2015-10-16T12:00:00Z")
    assert table.title(Counts.FLIGHT) == "This flight"
    assert table.note(Counts.FLIGHT, noon) == "Soyuz TMA-16M"
    assert table.note(Counts.CAREER, noon) == "4 flights added up, then rounded once"
    assert "by itself" in table.note(Counts.CAREER_BY_FLIGHT, noon)


def test_any_figure_can_be_quoted(catalogue: Catalogue) -> None:
    table, noon = kellys(catalogue), at("2015-10-16T12:00:00Z")
    assert "the 383rd day" in table.sentence(NTH_IN_ALL, noon)
    assert "6 months, 18 days" in table.sentence(Place(Counts.FLIGHT, Rule.CALENDAR_AGE), noon)
