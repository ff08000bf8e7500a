"""The chain of holders as rows: what they say, and what is announced when somebody is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from countdown.core.moments import DAY, Instant
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.models.change_list import ChangeListModel, ChangeRole
from tests.chains import FIRST_LAUNCH, chain_of
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.models.announcements import Announcements

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import ModelChecker

CAREER = Category(Kind.CAREER, WORLD)
PASSING = at("2015-06-28T23:00:10Z")
"""Seconds after Gennady Padalka has passed Sergei Krikalev."""


@pytest.fixture
def model(catalogue: Catalogue) -> ChangeListModel:
    model = ChangeListModel()
    model.choose(catalogue, CAREER, PASSING)
    return model


def said(model: ChangeListModel, row: int, *roles: int) -> list[object]:
    return [model.index(row).data(role) for role in roles]


def test_the_latest_holder_comes_first_and_holds_it_now(model: ChangeListModel) -> None:
    now = said(model, 0, Qt.ItemDataRole.DisplayRole, ChangeRole.HELD, ChangeRole.IS_NOW)
    assert now == ["Gennady Padalka", "holder now", True]
    assert model.index(0).data(ChangeRole.DETAIL).startswith("passes Sergei Krikalev, 803 d 09:38")
    assert model.index(0).data(ChangeRole.DATE) == "28 Jun 2015"
    assert model.index(0).data(ChangeRole.WHEN).startswith("28 Jun 2015, 23:00 UTC")


def test_who_was_passed_says_how_long_it_was_held(model: ChangeListModel) -> None:
    before = said(model, 1, Qt.ItemDataRole.DisplayRole, ChangeRole.HELD, ChangeRole.IS_NOW)
    assert before == ["Sergei Krikalev", "held 9 years, 10 months", False]


def test_the_first_holder_passed_nobody(model: ChangeListModel) -> None:
    last = model.rowCount() - 1
    assert said(model, last, Qt.ItemDataRole.DisplayRole, ChangeRole.DETAIL) == [
        "Yuri Gagarin",
        "the first holder",
    ]


def test_a_screen_reader_hears_the_whole_row(model: ChangeListModel) -> None:
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Sergei Krikalev", "16 Aug 2005", "passes Sergei Avdeyev", "held 9 years"):
        assert part in spoken


def test_who_pass_together_stand_in_one_row(catalogue: Catalogue) -> None:
    model = ChangeListModel()
    model.choose(catalogue, Category(Kind.FLIGHT, "US"), at("1980-01-01"))
    assert said(model, 0, Qt.ItemDataRole.DisplayRole, ChangeRole.LABEL) == [
        "Edward G. Gibson, Gerald P. Carr, and William R. Pogue",
        "Edward G. Gibson +2",
    ]


def test_ones_own_best_flight_is_passed_as_such(catalogue: Catalogue) -> None:
    model = ChangeListModel()
    model.choose(catalogue, Category(Kind.FLIGHT, WOMEN), at("1985-01-01"))
    holder, detail = said(model, 0, Qt.ItemDataRole.DisplayRole, ChangeRole.DETAIL)
    assert holder == "Svetlana Savitskaya"
    assert str(detail).startswith("passes their own best, 7 d")


def test_who_died_with_the_record_is_not_celebrated(catalogue: Catalogue) -> None:
    model = ChangeListModel()
    model.choose(catalogue, Category(Kind.FLIGHT, WORLD), at("1971-06-29T00:00:00Z"))
    heard = Announcements(model)
    assert "Georgy Dobrovolsky" in model.index(0).data()
    assert "died" not in model.index(0).data(ChangeRole.DETAIL)
    assert model.show(at("1971-07-01"))
    assert model.index(0).data(ChangeRole.DETAIL).endswith(", died in flight")
    assert heard.rows == {0}
    assert not heard.resets


def test_what_is_expected_long_after_the_facts_is_not_confirmed(catalogue: Catalogue) -> None:
    model = ChangeListModel()
    model.choose(catalogue, Category(Kind.FLIGHT, "CN"), at("2027-06-01"))
    assert model.index(0).data(ChangeRole.DETAIL).endswith(", not confirmed")


def test_an_ordinary_second_is_silent(model: ChangeListModel) -> None:
    heard = Announcements(model)
    for second in range(100):
        assert not model.show(Instant(PASSING + second))
    assert heard.is_silent


def test_a_new_holder_is_one_new_row_and_the_former_one_is_announced() -> None:
    model = ChangeListModel()
    met = Instant(FIRST_LAUNCH + 405 * DAY)
    model.choose(chain_of(3), CAREER, Instant(met - 1))
    heard, inserted = Announcements(model), []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    selected = QPersistentModelIndex(model.index(0))
    assert model.show(met)
    assert inserted == [(0, 0)]
    assert not heard.resets
    assert heard.rows == {1}
    assert {ChangeRole.HELD, ChangeRole.IS_NOW} <= heard.roles
    assert selected.row() == 1
    assert selected.data(ChangeRole.HELD) == "held 1 year, 1 month"


def test_back_in_time_the_former_holder_has_it_again() -> None:
    model = ChangeListModel()
    model.choose(chain_of(5), CAREER, at("1990-01-01"))
    heard = Announcements(model)
    assert model.rowCount() == 5
    assert model.show(Instant(FIRST_LAUNCH + 406 * DAY))
    assert model.rowCount() == 2
    assert model.index(0).data(ChangeRole.IS_NOW)
    assert not heard.resets
    assert heard.rows == {0}
    assert model.show(Instant(FIRST_LAUNCH - 1))
    assert model.rowCount() == 0


def test_a_change_known_to_the_day_shows_the_days_it_lies_between() -> None:
    vague = vehicle("Late", "2020-03-01", "2020-04-01T00:00:00Z")
    facts = catalogue_of(
        trip(person("Anna"), vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(person("Boris"), vague),
    )
    model = ChangeListModel()
    model.choose(facts, CAREER, at("2021-01-01"))
    assert model.index(0).data(ChangeRole.WHEN) == "11 Mar 2020 – 12 Mar 2020"


def test_a_long_or_foreign_name_is_plain_text_in_the_tool_tip() -> None:
    craft = vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")
    model = ChangeListModel()
    model.choose(catalogue_of(trip(person("<b>Anna</b>"), craft)), CAREER, at("2021-01-01"))
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Anna" in tip
    assert "<b>" not in tip


@pytest.mark.parametrize("count", [1, 2, 60])
def test_the_model_keeps_qts_rules(count: int, qtmodeltester: ModelChecker) -> None:
    model = ChangeListModel()
    facts = chain_of(count)
    model.choose(facts, CAREER, at("1960-01-01"))
    qtmodeltester.check(model)
    for year in ("2025-01-01", "1962-01-01", "1995-01-01", "1961-01-01"):
        model.show(at(year))
        assert model.rowCount(model.index(0)) == 0
    model.choose(facts, Category(Kind.FLIGHT, WORLD), at("2029-01-01"))
    assert model.rowCount() == count
