"""The ranking as rows: counted anew when a day is full or a place changes, never each second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from countdown.core.moments import DAY, Instant
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.models.standing_list import StandingListModel, StandingRole
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.models.announcements import Announcements
from tests.strategies import BASE, LONG_AND_VAGUE, catalogues

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import ModelChecker

CAREER = Category(Kind.CAREER, "US")
FLIGHT = Category(Kind.FLIGHT, "US")
KELLY_FIRST = at("2015-10-16T12:00:00Z")
EVERYTHING = (
    Qt.ItemDataRole.DisplayRole,
    StandingRole.RANK,
    StandingRole.DETAIL,
    StandingRole.DAYS,
    StandingRole.CLOCK,
    StandingRole.IS_UP,
)


def ranking(facts: Catalogue, category: Category, when: Instant) -> StandingListModel:
    model = StandingListModel()
    model.choose(facts, category, when)
    return model


def shown(model: StandingListModel) -> list[tuple[object, ...]]:
    rows = [model.index(row) for row in range(model.rowCount())]
    return [tuple(row.data(role) for role in EVERYTHING) for row in rows]


def test_kelly_leads_while_he_is_up(catalogue: Catalogue) -> None:
    model = ranking(catalogue, CAREER, KELLY_FIRST)
    assert shown(model)[:2] == [
        ("Scott Kelly", "1", "", "382 d", "in orbit", True),
        ("Mike Fincke", "2", "", "381 d", "15:08:08", False),
    ]
    assert model.index(0).data(StandingRole.SHARE) == 1.0
    assert 0.99 < model.index(1).data(StandingRole.SHARE) < 1.0


def test_a_single_flight_says_which(catalogue: Catalogue) -> None:
    model = ranking(catalogue, FLIGHT, KELLY_FIRST)
    assert shown(model)[0][:3] == ("Michael López-Alegría", "1", "Soyuz TMA-9, 2006")


def test_equal_flights_share_a_rank_and_one_who_died_is_said_to_have(catalogue: Catalogue) -> None:
    model = ranking(catalogue, Category(Kind.FLIGHT, WORLD), at("1971-07-01"))
    assert [row[1] for row in shown(model)[:4]] == ["1", "1", "1", "4"]
    assert shown(model)[0][2] == "Soyuz 11, 1971, died in flight"


def test_a_screen_reader_hears_the_whole_row(catalogue: Catalogue) -> None:
    model = ranking(catalogue, CAREER, KELLY_FIRST)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1st, Scott Kelly, 382 days, 18 hours, 6 minutes, in orbit"


def test_an_uncertain_place_is_said_to_be_one() -> None:
    facts = catalogue_of(
        trip(person("Anna"), vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T12:00:00Z")),
        trip(person("Boris"), vehicle("Two", "2020-01-01T00:00:00Z", "2020-01-11")),
    )
    model = ranking(facts, Category(Kind.CAREER, WORLD), at("2021-01-01"))
    assert model.index(0).data(StandingRole.RANK) == "≈1"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("about 1st, ")


def test_an_ordinary_second_is_silent(catalogue: Catalogue) -> None:
    model = ranking(catalogue, CAREER, KELLY_FIRST)
    heard = Announcements(model)
    for second in range(1_000):
        assert not model.show(Instant(KELLY_FIRST + second))
    assert heard.is_silent


def test_a_full_day_is_announced_for_who_is_up_alone() -> None:
    facts = catalogue_of(
        trip(person("Anna"), vehicle("One", "2020-01-01T00:00:00Z", "2020-03-01T00:00:00Z")),
        trip(person("Boris"), vehicle("Two", "2020-01-31T00:00:00Z", "2020-02-09T00:00:00Z")),
    )
    category = Category(Kind.CAREER, WORLD)
    model = ranking(facts, category, at("2020-02-10T23:59:59Z"))
    heard = Announcements(model)
    assert not model.show(at("2020-02-10T23:59:59Z"))
    assert model.show(at("2020-02-11T00:00:00Z"))
    assert 0 in heard.rows
    assert not heard.resets
    assert shown(model)[0][3] == "41 d"


def test_who_passes_moves_up_and_stays_selected() -> None:
    facts = catalogue_of(
        trip(person("Anna"), vehicle("One", "2020-01-01T00:00:00Z", "2020-01-10T12:34:56Z")),
        trip(person("Boris"), vehicle("Two", "2020-02-01T00:00:00Z", "2020-03-01T00:00:00Z")),
    )
    met = at("2020-02-10T12:34:56Z")
    model = ranking(facts, Category(Kind.CAREER, WORLD), Instant(met - 1))
    heard, selected = Announcements(model), QPersistentModelIndex(model.index(1))
    assert [row[:2] for row in shown(model)] == [("Anna", "1"), ("Boris", "2")]
    model.show(met)
    assert [row[1] for row in shown(model)] == ["1", "1"]
    model.show(Instant(met + 1))
    assert [row[:2] for row in shown(model)] == [("Boris", "1"), ("Anna", "2")]
    assert selected.row() == 0
    assert not heard.resets


def test_who_is_launched_is_one_new_row_at_the_end() -> None:
    facts = catalogue_of(
        trip(person("Anna"), vehicle("One", "2020-01-01T00:00:00Z", "2020-01-10T00:00:00Z")),
        trip(person("Boris"), vehicle("Two", "2020-02-01T00:00:00Z", "2020-03-01T00:00:00Z")),
    )
    model = ranking(facts, Category(Kind.CAREER, WORLD), at("2020-01-31T23:59:59Z"))
    heard = Announcements(model)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    assert model.show(at("2020-02-01T00:00:00Z"))
    assert inserted == [(1, 1)]
    assert not heard.resets
    assert shown(model)[1] == ("Boris", "2", "", "0 d", "in orbit", True)


def test_nobody_is_ranked_before_anybody_flew(catalogue: Catalogue) -> None:
    assert ranking(catalogue, CAREER, at("1960-01-01")).rowCount() == 0
    assert not StandingListModel().show(KELLY_FIRST)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(catalogues(LONG_AND_VAGUE), st.lists(st.integers(-DAY, 90 * DAY), min_size=1, max_size=12))
def test_however_it_got_there_a_model_shows_what_a_new_one_would(
    facts: Catalogue, offsets: list[int]
) -> None:
    category = Category(Kind.CAREER, WORLD)
    model = ranking(facts, category, Instant(BASE))
    for offset in offsets:
        for second in (0, 1, 2):
            when = Instant(BASE + offset + second)
            model.show(when)
            assert shown(model) == shown(ranking(facts, category, when))


@pytest.mark.parametrize("category", [CAREER, FLIGHT, Category(Kind.FLIGHT, WOMEN)])
def test_the_model_keeps_qts_rules(
    catalogue: Catalogue, category: Category, qtmodeltester: ModelChecker
) -> None:
    model = ranking(catalogue, category, KELLY_FIRST)
    qtmodeltester.check(model)
    for when in ("2015-10-17T12:00:00Z", "2016-03-02T12:00:00Z", "1990-01-01", "2026-11-22"):
        model.show(at(when))
        assert model.rowCount(model.index(0)) == 0
