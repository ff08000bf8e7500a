"""The list of countdowns: what stands in it, and that a second changes only what is to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from countdown.core.flights import PlannedLaunch
from countdown.core.milestones import MilestoneKind, of_moment
from countdown.core.moments import Instant, Moment
from countdown.core.ownership import FlightKey, StatedMilestone
from countdown.core.readings import Mission, read
from countdown.models.countdown_list import CountdownListModel, CountdownRole
from countdown.models.countdown_phrases import sureness
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.models.announcements import Announcements

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Countdown
    from tests.qt_fixtures import ModelChecker

NOON = at("2015-10-16T12:00:00Z")


@pytest.fixture
def kelly(catalogue: Catalogue) -> Mission:
    return Mission.of_flight(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])


@pytest.fixture
def model(kelly: Mission) -> CountdownListModel:
    model = CountdownListModel()
    model.show(kelly.catalogue, countdowns(kelly, NOON), is_planned=False)
    return model


def countdowns(mission: Mission, now: int) -> list[Countdown]:
    return list(read(mission, Instant(now)).countdowns)


def row_of(model: CountdownListModel, title: str) -> dict[str, object]:
    for row in range(model.rowCount()):
        index = model.index(row)
        if index.data() == title:
            roles = set(CountdownRole) - {CountdownRole.ROW}
            return {role.name: index.data(role) for role in roles}
    raise AssertionError(f"no row {title}")


def test_it_is_a_sound_model(model: CountdownListModel, qtmodeltester: ModelChecker) -> None:
    qtmodeltester.check(model)


def test_without_a_mission_it_is_empty(qtmodeltester: ModelChecker) -> None:
    model = CountdownListModel()
    qtmodeltester.check(model)
    assert model.rowCount() == 0
    assert model.index(0).data() is None


def test_kelly_was_to_pass_lopez_alegria_in_twelve_days(model: CountdownListModel) -> None:
    assert row_of(model, "Longest flight · United States") == {
        "DETAIL": "passes Michael López-Alegría, 215 d 08:22:22",
        "TO_GO": "T− 12 d 16:05:19",
        "TARGET": "29 Oct 2015, 04:05 UTC",
        "IS_PAST": False,
    }


def test_his_return_was_137_days_ahead(model: CountdownListModel) -> None:
    assert row_of(model, "Return") == {
        "DETAIL": "",
        "TO_GO": "T− 137 d 16:25:51",
        "TARGET": "2 Mar 2016, 04:25 UTC",
        "IS_PAST": False,
    }


def test_a_listener_hears_what_when_and_how_long(model: CountdownListModel) -> None:
    said = [
        str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]
    assert "Return, T− 137 d 16:25:51, 2 Mar 2016, 04:25 UTC" in said


def test_a_second_changes_what_is_to_go_and_nothing_else(
    model: CountdownListModel, kelly: Mission
) -> None:
    heard = Announcements(model)
    for second in range(1, 60):
        model.show(kelly.catalogue, countdowns(kelly, NOON + second), is_planned=False)
    assert heard.resets == 0
    assert heard.roles == {CountdownRole.TO_GO}
    assert heard.rows == set(range(model.rowCount()))
    assert row_of(model, "Return")["TO_GO"] == "T− 137 d 16:24:52"


def test_the_same_second_again_announces_nothing(model: CountdownListModel, kelly: Mission) -> None:
    heard = Announcements(model)
    model.show(kelly.catalogue, countdowns(kelly, NOON), is_planned=False)
    assert heard.is_silent


def test_a_record_that_falls_makes_the_rows_anew_once(
    model: CountdownListModel, kelly: Mission
) -> None:
    falls = at("2015-10-29T04:05:19Z")
    model.show(kelly.catalogue, countdowns(kelly, falls), is_planned=False)
    assert row_of(model, "Longest flight · United States")["TO_GO"] == "T− 0 d 00:00:00"
    heard = Announcements(model)
    model.show(kelly.catalogue, countdowns(kelly, falls + 1), is_planned=False)
    model.show(kelly.catalogue, countdowns(kelly, falls + 2), is_planned=False)
    assert heard.resets == 1


def test_what_is_past_is_counted_up_and_says_so_when_it_turns(kelly: Mission) -> None:
    reading = read(kelly, NOON)
    model = CountdownListModel()
    model.show(kelly.catalogue, list(reading.passed), is_planned=False)
    fincke = row_of(model, "Most time in all · United States")
    assert str(fincke["DETAIL"]).startswith("passes Mike Fincke, 381 d ")
    assert fincke["TO_GO"] == "T+ 1 d 02:57:59"
    assert fincke["IS_PAST"] is True


def test_an_unknown_return_makes_all_that_is_ahead_depend_on_it() -> None:
    ann = trip(person("Ann"), vehicle("Test 1", "2020-01-01T00:00:00Z"))
    catalogue = catalogue_of(ann, data_date="2020-02-01")
    mission = Mission.of_flight(catalogue, catalogue.flights[0])
    model = CountdownListModel()
    model.show(catalogue, countdowns(mission, at("2020-02-01")), is_planned=False)
    assert row_of(model, "100 days in this flight")["DETAIL"] == "if still in orbit"
    home = row_of(model, "Return")
    assert home["TO_GO"] == "return not announced"
    assert home["TARGET"] == ""


def test_another_catalogue_makes_the_rows_anew(model: CountdownListModel, kelly: Mission) -> None:
    heard = Announcements(model)
    model.show(catalogue_of(), countdowns(kelly, NOON), is_planned=False)
    assert heard.resets == 1


def test_a_planned_launch_whose_day_has_come_turns_to_counting_up() -> None:
    plan = PlannedLaunch("demo", "Demo 1", "Testcraft", Moment.parse("2020-05-01T12:00:00Z"))
    catalogue = catalogue_of(planned=[plan])
    mission = Mission.of_plan(catalogue, plan)
    model = CountdownListModel()
    model.show(catalogue, countdowns(mission, at("2020-05-01T12:00:00Z")), is_planned=False)
    heard = Announcements(model)
    model.show(catalogue, countdowns(mission, at("2020-05-01T12:00:01Z")), is_planned=False)
    assert heard.roles == {CountdownRole.TO_GO, CountdownRole.IS_PAST}
    assert row_of(model, "Launch")["TO_GO"] == "T+ 0 d 00:00:01"


def test_a_month_that_is_its_own_countdown_is_written_once() -> None:
    plan = PlannedLaunch("demo", "Demo 1", "Testcraft", Moment.parse("2027-03"))
    catalogue = catalogue_of(planned=[plan])
    mission = Mission.of_plan(catalogue, plan)
    model = CountdownListModel()
    model.show(catalogue, countdowns(mission, at("2026-05-01T12:00:00Z")), is_planned=False)
    assert model.row(0).to_go == "March 2027"
    assert model.row(0).words.target == ""
    assert model.index(0).data(CountdownRole.ROW) == model.row(0)


@pytest.mark.parametrize(
    ("when", "no_earlier_than", "sure"),
    [
        ("2030-02-01T00:00:00Z", False, ""),
        ("2030-02-01T00:00Z", False, "known to the minute"),
        ("2030-02-01", False, "known to the day"),
        ("2030-02", False, ""),
        ("2030-02-01", True, ""),
    ],
)
def test_an_own_milestone_is_as_sure_as_it_is_stated(
    when: str, no_earlier_than: bool, sure: str
) -> None:
    stated = StatedMilestone(
        FlightKey("ada", "kite-1"),
        "Roll-out",
        Moment.parse(when, no_earlier_than=no_earlier_than),
        "",
        "class",
    )
    milestone = of_moment(MilestoneKind.OWN, stated.moment)._replace(own=stated)
    assert sureness(milestone, is_planned=False) == sure
