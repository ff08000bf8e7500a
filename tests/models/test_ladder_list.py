"""The rungs as rows: what they say, and that a second changes only what moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from countdown.core.ladders import Ladder, ladder, moved
from countdown.core.moments import Instant
from countdown.core.records import Category, Kind
from countdown.models.ladder_list import LadderListModel, LadderRole
from tests.fakes import at
from tests.models.announcements import Announcements

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from tests.qt_fixtures import ModelChecker

NOON = at("2015-10-16T12:00:00Z")


@pytest.fixture
def year(catalogue: Catalogue) -> Flight:
    return catalogue.career(catalogue.people["scott-kelly"])[3]


@pytest.fixture
def found(catalogue: Catalogue, year: Flight) -> Ladder:
    one = ladder(catalogue, year, Category(Kind.FLIGHT, "US"), NOON, 6)
    assert one is not None
    return one


@pytest.fixture
def model(found: Ladder) -> LadderListModel:
    model = LadderListModel()
    model.show(found)
    return model


def test_it_is_a_sound_model(model: LadderListModel, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(model)
    model.show(None)
    qtmodeltester.check(model)


def test_it_says_who_is_ahead_and_by_how_much(model: LadderListModel) -> None:
    spoken = [
        model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())
    ]
    assert spoken[:3] == [
        "1, Michael López-Alegría, 215 d 08 h, 12 d 16 h to go",
        "2, Scott Kelly, 202 d 16 h",
        "3, Terry W. Virts Jr., 199 d 16 h, passed 2 days ago",
    ]


def test_the_bars_are_on_one_scale(model: LadderListModel) -> None:
    shares = [model.index(row).data(LadderRole.SHARE) for row in range(model.rowCount())]
    assert shares[0] == 1
    assert shares == sorted(shares, reverse=True)
    assert [model.index(row).data(LadderRole.IS_LIVE) for row in range(3)] == [False, True, False]


def test_an_ordinary_second_announces_nothing(
    model: LadderListModel, found: Ladder, year: Flight
) -> None:
    heard = Announcements(model)
    model.show(moved(found, year, Instant(NOON + 1)))
    assert not heard.changes
    model.show(moved(found, year, Instant(NOON + 3_600)))
    assert heard.changes
    assert not heard.resets
