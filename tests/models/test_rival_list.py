"""Flights to race against are found by any words of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.models.rival_list import RivalListModel, RivalRole

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import ModelChecker


@pytest.fixture
def rivals(catalogue: Catalogue) -> RivalListModel:
    model = RivalListModel()
    model.show_flights(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])
    return model


def test_a_model_tester_finds_nothing(rivals: RivalListModel, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(rivals)
    rivals.find("soyuz")
    qtmodeltester.check(rivals)


@pytest.mark.parametrize("typed", ["lopez tma", "TMA-9 Alegria", "Michael Lopez 215"])
def test_accents_order_and_case_do_not_matter(rivals: RivalListModel, typed: str) -> None:
    rivals.find(typed)
    shown = [str(rivals.index(row, 0).data()) for row in range(rivals.rowCount())]
    assert "Michael López-Alegría · Soyuz TMA-9 · 215 d" in shown


def test_the_longest_stand_first(rivals: RivalListModel) -> None:
    rivals.find("soyuz")
    assert rivals.index(0, 0).data(RivalRole.FLIGHT) is rivals.first
    assert rivals.first is not None
    assert rivals.first.person.name == "Valeri Polyakov"


def test_ones_own_is_not_offered_but_an_earlier_one_is(rivals: RivalListModel) -> None:
    rivals.find("scott kelly tma-16m")
    assert rivals.rowCount() == 0
    rivals.find("scott kelly")
    assert rivals.index(0, 0).data(RivalRole.FLIGHT).person.name == "Scott Kelly"
