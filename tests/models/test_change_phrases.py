"""How a record came to its holders: first of all, past whom, level with whom, or left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.highlights import HappeningKind, happenings
from countdown.core.history import history
from countdown.core.milestones import Prospects
from countdown.core.records import WORLD, Category, Kind
from countdown.models import highlight_phrases
from countdown.models.change_phrases import came_by
from countdown.models.highlight_list import HighlightListModel
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

CAREER = Category(Kind.CAREER, WORLD)
ADA, BEA = person("Ada"), person("Bea")
BOTH = vehicle("Both", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")
AGAIN = vehicle("Again", "2021-01-01T00:00:00Z", "2021-01-03T00:00:00Z")
FIVE_DAYS = vehicle("Five", "2019-01-01T00:00:00Z", "2019-01-06T00:00:00Z")
FIVE_MORE = vehicle("Five more", "2019-02-01T00:00:00Z", "2019-02-06T00:00:00Z")


@pytest.fixture
def shared() -> Catalogue:
    return catalogue_of(trip(ADA, BOTH), trip(BEA, BOTH), trip(ADA, AGAIN))


def told(catalogue: Catalogue, category: Category = CAREER) -> list[str]:
    return [came_by(one) for one in history(catalogue, category)]


def test_crewmates_are_the_first_together_and_then_one_is_left_alone(shared: Catalogue) -> None:
    assert told(shared) == ["the first holders", "no longer shared with Bea, 10 d 00:00:00"]


def test_who_draws_level_says_with_whom() -> None:
    level = catalogue_of(trip(BEA, FIVE_DAYS), trip(ADA, FIVE_MORE))
    assert told(level) == ["the first holder", "draws level with Bea, 5 d 00:00:00"]


def test_who_passes_says_whom_even_if_that_is_nobody_else() -> None:
    passed = catalogue_of(trip(BEA, FIVE_DAYS), trip(ADA, BOTH))
    assert told(passed)[1] == "passes Bea, 5 d 00:00:00"
    own = catalogue_of(trip(ADA, FIVE_DAYS), trip(ADA, BOTH))
    longest = told(own, Category(Kind.FLIGHT, WORLD))
    assert longest[1] == "passes their own best, 5 d 00:00:00"


def test_among_the_highlights_a_record_without_a_passing_has_a_title_and_its_reason(
    shared: Catalogue,
) -> None:
    second = shared.career(ADA)[1]
    (alone,) = (
        one
        for one in happenings(shared, second, Prospects(shared, second))
        if one.kind is HappeningKind.RECORD and one.category == CAREER
    )
    assert highlight_phrases.title(shared, alone) == "Most time in all · world"
    assert highlight_phrases.detail(alone, second) == "no longer shared with Bea, 10 d 00:00:00"
    assert highlight_phrases.short_words(shared, alone) == "world career record"
    assert highlight_phrases.origin(shared, alone, second) == "computed"


def test_gagarins_records_in_two_scopes_are_one_row_of_each_kind(catalogue: Catalogue) -> None:
    gagarin = catalogue.career(catalogue.people["yuri-gagarin"])[0]
    model = HighlightListModel()
    model.show(catalogue, gagarin, lambda one: Prospects(catalogue, one), at("1961-04-12"))
    rows = [(model.title(row), model.detail(row)) for row in range(model.rowCount())]
    assert rows == [
        ("Launch", "on Vostok 1"),
        ("Most time in all · world and Russia & Soviet Union", "the first holder"),
        ("Longest flight · world and Russia & Soviet Union", "the first holder"),
        ("Return", "on Vostok 1"),
    ]
