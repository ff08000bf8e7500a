"""The list of highlights: what stands in it, what is next, and that it announces little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from countdown.core.milestones import Prospects
from countdown.core.moments import DAY, Instant
from countdown.models.highlight_list import HighlightListModel, HighlightRole
from tests.fakes import at
from tests.models.announcements import Announcements

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from tests.qt_fixtures import ModelChecker

NOON = at("2015-10-16T12:00:00Z")


class Shown:
    """A model with one flight in it, moved from instant to instant."""

    def __init__(self, catalogue: Catalogue, flight: Flight | None) -> None:
        self.model = HighlightListModel()
        self.catalogue, self.flight = catalogue, flight
        self.asked = 0

    def prospects(self, flight: Flight) -> Prospects:
        self.asked += 1
        return Prospects(self.catalogue, flight)

    def move(self, when: int) -> HighlightListModel:
        self.model.show(self.catalogue, self.flight, self.prospects, Instant(when))
        return self.model


@pytest.fixture
def kelly(catalogue: Catalogue) -> Shown:
    return Shown(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])


def values(model: HighlightListModel, role: int) -> list[object]:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def titles(model: HighlightListModel) -> list[object]:
    return values(model, Qt.ItemDataRole.DisplayRole)


def next_of(model: HighlightListModel) -> list[object]:
    coming = values(model, HighlightRole.IS_NEXT)
    return [title for title, is_next in zip(titles(model), coming, strict=True) if is_next]


def test_it_is_a_sound_model(kelly: Shown, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(kelly.move(NOON))


def test_a_launch_without_crew_has_no_rows(
    catalogue: Catalogue, qtmodeltester: ModelChecker
) -> None:
    empty = Shown(catalogue, None).move(NOON)
    qtmodeltester.check(empty)
    assert empty.rowCount() == 0
    assert empty.next_row is None
    assert empty.index(0).data() is None


def test_the_one_year_mission_as_rows(kelly: Shown) -> None:
    model = kelly.move(NOON)
    assert model.rowCount() >= 15
    row = titles(model).index("Longest flight · United States")
    index = model.index(row)
    assert {role.name: index.data(role) for role in HighlightRole if role.name != "HAPPENING"} == {
        "DETAIL": "passes Michael López-Alegría, 215 d 08:22:22",
        "WHEN": "29 Oct 2015, 04:05 UTC",
        "DAY": "day 216",
        "ORIGIN": "computed",
        "IS_COMPUTED": True,
        "IS_PAST": False,
        "IS_NEXT": False,
        "IS_FIRST": False,
        "IS_LAST": False,
        "BY_YOU": "",
    }
    assert values(model, HighlightRole.IS_FIRST).index(True) == 0
    assert values(model, HighlightRole.IS_LAST).index(True) == model.rowCount() - 1


def test_a_listener_hears_when_what_and_whether_it_is_next(kelly: Shown) -> None:
    said = values(kelly.move(NOON), Qt.ItemDataRole.AccessibleTextRole)
    assert (
        "28 Oct 2015, day 215–216, First spacewalk, with Kjell Lindgren, 7 h 16 min, press, next"
    ) in said
    assert said[0] == (
        "27 Mar 2015, 19:42 UTC, day 1, Launch, on Soyuz TMA-16M, flight tables, past"
    )


def test_facts_of_data_are_escaped_in_tool_tips(kelly: Shown) -> None:
    tips = values(kelly.move(NOON), Qt.ItemDataRole.ToolTipRole)
    assert any("The Martian&#x27;s cast" in str(tip) for tip in tips)


def test_on_16_october_2015_the_first_spacewalk_is_next_though_a_month_is_running(
    kelly: Shown,
) -> None:
    model = kelly.move(NOON)
    assert next_of(model) == ["First spacewalk, with Kjell Lindgren, 7 h 16 min"]
    blob = titles(model).index("Photographs Australia from above")
    assert model.index(blob).data(HighlightRole.WHEN) == "Oct 2015"
    assert model.index(blob).data(HighlightRole.IS_PAST) is False


def test_before_launch_the_launch_is_next_and_after_landing_nothing(kelly: Shown) -> None:
    model = kelly.move(at("2015-03-01"))
    assert next_of(model) == ["Launch"]
    assert not any(values(model, HighlightRole.IS_PAST))
    kelly.move(at("2016-03-03"))
    assert next_of(model) == []
    assert all(values(model, HighlightRole.IS_PAST))


def test_an_ordinary_second_announces_nothing_and_computes_nothing(kelly: Shown) -> None:
    heard = Announcements(kelly.move(NOON))
    for second in range(1, 120):
        kelly.move(NOON + second)
    assert heard.is_silent
    assert kelly.asked == 1


def test_a_record_that_passes_changes_two_rows(kelly: Shown) -> None:
    falls = at("2015-10-29T04:05:19Z")
    model = kelly.move(falls)
    assert next_of(model) == ["Longest flight · United States"]
    heard = Announcements(model)
    kelly.move(falls + 1)
    row = titles(model).index("Longest flight · United States")
    assert heard.rows == {row, row + 1}
    assert heard.roles == {
        HighlightRole.IS_PAST,
        HighlightRole.IS_NEXT,
        Qt.ItemDataRole.AccessibleTextRole,
    }
    assert heard.resets == 0


def test_moved_step_by_step_it_shows_what_a_fresh_one_shows(
    catalogue: Catalogue, kelly: Shown
) -> None:
    for when in [*range(NOON - 230 * DAY, NOON + 150 * DAY, 9 * DAY // 4), NOON]:
        fresh = Shown(catalogue, kelly.flight).move(when)
        for role in (HighlightRole.IS_PAST, HighlightRole.IS_NEXT):
            assert values(kelly.move(when), role) == values(fresh, role)


def test_another_flight_makes_the_rows_anew_once(catalogue: Catalogue, kelly: Shown) -> None:
    heard = Announcements(kelly.move(NOON))
    kelly.flight = catalogue.career(catalogue.people["scott-kelly"])[2]
    kelly.move(NOON)
    kelly.move(NOON + 1)
    assert heard.resets == 1


def test_one_passing_that_brings_records_in_two_scopes_is_one_row(catalogue: Catalogue) -> None:
    titov = catalogue.career(catalogue.people["gherman-titov"])[0]
    model = Shown(catalogue, titov).move(at("1961-08-07"))
    assert titles(model) == [
        "Launch",
        "Most time in all · world and Russia & Soviet Union",
        "Longest flight · world and Russia & Soviet Union",
        "Return",
    ]


def test_a_death_is_never_what_comes_next(catalogue: Catalogue) -> None:
    flight = next(one for one in catalogue.flights if one.up.name == "STS-107")
    model = Shown(catalogue, flight).move(at("2003-01-20"))
    assert titles(model) == ["Launch", "Died in flight"]
    assert next_of(model) == []
