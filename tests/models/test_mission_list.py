"""The list of missions: who stands under which heading, and how little a second announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex

from countdown.core.flights import Flight, PlannedLaunch
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import DAY, Instant, Moment
from countdown.models.mission_list import SOON, MissionListModel, MissionRole, Section
from tests.fakes import CN, at, catalogue_of, person, trip, vehicle, woman
from tests.models.announcements import Announcements

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import ModelChecker

NOON = at("2015-10-16T12:00:00Z")
ANN = trip(person("Ann"), vehicle("Test 1", "2020-01-01T06:00:00Z", "2020-02-01T06:00:00Z"))
BEA = trip(
    woman("Bea"), vehicle("Test 2", "2020-01-05T18:00:00Z", "2020-03-01T06:00:00Z"), None, CN
)
CY = trip(person("Cy"), vehicle("Test 3", "2020-11-01T00:00:00Z", "2020-12-01T00:00:00Z"))


def later(when: Instant, seconds: int) -> Instant:
    return Instant(when + seconds)


def listed(model: MissionListModel, section: Section) -> list[str]:
    """Return the names under a heading, far launches among them."""
    indexes = [model.index(row) for row in range(model.rowCount())]
    return [
        one.data()
        for one in indexes
        if one.data(MissionRole.SECTION) is section and not one.data(MissionRole.IS_HEADING)
    ]


def heading(model: MissionListModel, section: Section) -> tuple[str, str]:
    for row in range(model.rowCount()):
        index = model.index(row)
        if index.data(MissionRole.IS_HEADING) and index.data(MissionRole.SECTION) is section:
            return index.data(), index.data(MissionRole.DETAIL)
    raise AssertionError(f"no heading {section}")


def value(model: MissionListModel, name: str, role: MissionRole | Qt.ItemDataRole) -> object:
    """Return what the first row called ``name`` has in a role."""
    for row in range(model.rowCount()):
        if model.index(row).data() == name:
            return model.index(row).data(role)
    raise AssertionError(f"no row {name}")


@pytest.fixture
def small() -> Catalogue:
    return catalogue_of(ANN, BEA, CY, data_date="2020-12-31")


@pytest.mark.parametrize("now", ["1961-04-12T06:30:00Z", "2015-10-16T12:00:00Z", "2030-01-01"])
def test_the_list_is_a_sound_model(
    catalogue: Catalogue, qtmodeltester: ModelChecker, now: str
) -> None:
    qtmodeltester.check(MissionListModel(catalogue, at(now)))


def test_an_empty_catalogue_still_has_its_headings(qtmodeltester: ModelChecker) -> None:
    model = MissionListModel(catalogue_of(), NOON)
    qtmodeltester.check(model)
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "In orbit",
        "Upcoming",
        "Landed",
        "Vehicles",
    ]
    assert model.rowCount(model.index(0)) == 0
    assert model.index(4).data() is None


def test_six_were_in_orbit_on_16_october_2015(catalogue: Catalogue) -> None:
    model = MissionListModel(catalogue, NOON)
    up = listed(model, Section.IN_ORBIT)
    assert up[:2] == ["Mikhail Kornienko", "Scott Kelly"]  # the longest up first
    assert len(up) == 6
    assert heading(model, Section.IN_ORBIT) == ("In orbit", "6")


@pytest.mark.parametrize(
    ("now", "up"),
    [
        ("1961-04-12T06:00:00Z", []),
        ("1961-04-12T07:00:00Z", ["Yuri Gagarin"]),
        ("1961-04-13T00:00:00Z", []),
        ("2000-10-31T00:00:00Z", []),  # the last day with nobody up
    ],
)
def test_who_is_in_orbit_is_told_at_any_instant(
    catalogue: Catalogue, now: str, up: list[str]
) -> None:
    assert listed(MissionListModel(catalogue, at(now)), Section.IN_ORBIT) == up


def test_a_flight_moves_from_upcoming_to_in_orbit_to_landed(small: Catalogue) -> None:
    model = MissionListModel(small, at("2020-01-01T05:59:59Z"))
    where = []
    for now in (
        "2020-01-01T05:59:59Z",
        "2020-01-01T06:00:00Z",
        "2020-02-01T05:59:59Z",
        "2020-02-01T06:00:00Z",
    ):
        model.show(at(now))
        where.append(value(model, "Ann", MissionRole.SECTION))
    assert where == [Section.UPCOMING, Section.IN_ORBIT, Section.IN_ORBIT, Section.LANDED]


def test_upcoming_is_in_order_of_launch_and_landed_with_the_last_home_first(
    small: Catalogue,
) -> None:
    before = MissionListModel(small, at("2019-12-31"))
    assert listed(before, Section.UPCOMING) == ["Ann", "Bea", "Cy"]
    after = MissionListModel(small, at("2021-01-01"))
    assert listed(after, Section.LANDED) == ["Cy", "Bea", "Ann"]


def test_upcoming_counts_only_launches_of_the_next_half_year(small: Catalogue) -> None:
    model = MissionListModel(small, at("2019-12-31"))
    assert heading(model, Section.UPCOMING) == ("Upcoming", "2")
    assert value(model, "Bea", MissionRole.IS_FAR) is False
    assert value(model, "Cy", MissionRole.IS_FAR) is True


def test_days_are_counted_to_the_launch_then_up_there_then_kept(small: Catalogue) -> None:
    model = MissionListModel(small, at("2019-12-22T05:00:00Z"))
    assert value(model, "Ann", MissionRole.FIGURE) == "T−10 d"
    model.show(at("2020-01-11T06:00:00Z"))
    assert value(model, "Ann", MissionRole.FIGURE) == "10 d"
    model.show(at("2020-08-01"))
    assert value(model, "Ann", MissionRole.FIGURE) == "31 d"


def test_a_vague_landing_gives_both_figures_of_days() -> None:
    vague = trip(person("Ann"), vehicle("Test 1", "2020-01-01T06:00:00Z", "2020-02-01"))
    model = MissionListModel(catalogue_of(vague), at("2020-03-01"))
    assert value(model, "Ann", MissionRole.FIGURE) == "30–31 d"


def test_the_bar_shows_how_much_of_a_flight_is_over(small: Catalogue) -> None:
    model = MissionListModel(small, at("2020-01-16T18:00:00Z"))
    assert value(model, "Ann", MissionRole.PROGRESS) == 0.5
    assert value(model, "Cy", MissionRole.PROGRESS) is None
    still_up = MissionListModel(
        catalogue_of(trip(person("Dee"), vehicle("Test 4", "2020-01-01T06:00:00Z"))),
        at("2020-01-16"),
    )
    assert value(still_up, "Dee", MissionRole.PROGRESS) is None


def test_a_planned_launch_shows_its_month_and_that_its_crew_is_not_named(
    catalogue: Catalogue,
) -> None:
    model = MissionListModel(catalogue, at("2026-11-22"))
    assert value(model, "Soyuz MS-30", MissionRole.FIGURE) == "March 2027"
    assert value(model, "Soyuz MS-30", MissionRole.DETAIL) == "crew not named"
    assert isinstance(value(model, "Soyuz MS-30", MissionRole.SUBJECT), PlannedLaunch)


def test_a_planned_day_that_has_passed_is_counted_up_from() -> None:
    plan = PlannedLaunch("demo", "Demo 1", "Testcraft", Moment.parse("2020-05-01"))
    model = MissionListModel(catalogue_of(planned=[plan]), at("2020-04-28T12:00:00Z"))
    assert value(model, "Demo 1", MissionRole.FIGURE) == "T−2 d"
    model.show(at("2020-05-04T12:00:00Z"))
    assert value(model, "Demo 1", MissionRole.FIGURE) == "T+3 d"


def test_a_flight_nobody_confirms_is_not_called_landed_outright(catalogue: Catalogue) -> None:
    model = MissionListModel(catalogue, at("2028-01-01"))
    assert listed(model, Section.IN_ORBIT) == []
    anna = next(
        model.index(row)
        for row in range(model.rowCount())
        if model.index(row).data() == "Anna Kikina"
    )
    assert anna.data(MissionRole.DETAIL) == "RU   Soyuz MS-29, not confirmed"


def test_a_listener_hears_name_flight_and_days(small: Catalogue) -> None:
    from PySide6.QtCore import Qt

    model = MissionListModel(small, at("2020-01-11T06:00:00Z"))
    said = value(model, "Ann", Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ann, US   Test 1, 10 d, return 1 Feb 2020, 06:00 UTC"


@pytest.mark.parametrize(
    ("now", "kind", "progress", "words"),
    [
        (
            "2015-04-01T00:00:00Z", MilestoneKind.RECORD, 0.02,
            "next record: Most time in all · United States, 15 Oct 2015, 09:02 UTC",
        ),
        (
            "2015-10-16T12:00:00Z", MilestoneKind.RECORD, 0.94,
            "next record: Longest flight · United States, 29 Oct 2015, 04:05 UTC",
        ),
        ("2015-10-30T00:00:00Z", MilestoneKind.RETURN, 0.635, "return 2 Mar 2016, 04:25 UTC"),
    ],
)  # fmt: skip
def test_the_bar_leads_to_the_next_record_and_then_home(
    catalogue: Catalogue, now: str, kind: MilestoneKind, progress: float, words: str
) -> None:
    from PySide6.QtCore import Qt

    model = MissionListModel(catalogue, at(now))
    assert value(model, "Scott Kelly", MissionRole.GOAL) == kind
    assert value(model, "Scott Kelly", MissionRole.PROGRESS) == pytest.approx(progress, abs=0.005)
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert words in str(value(model, "Scott Kelly", role))


def test_without_a_return_the_bar_leads_to_a_record_or_to_nothing() -> None:
    from PySide6.QtCore import Qt

    dee, eli = person("Dee"), person("Eli <b>")
    model = MissionListModel(
        catalogue_of(
            trip(dee, vehicle("Old", "2019-01-01T00:00:00Z", "2019-01-03T00:00:00Z")),
            trip(eli, vehicle("New", "2020-01-01T00:00:00Z")),
            data_date="2020-01-10",
        ),
        at("2020-01-02T00:00:00Z"),
    )
    spoken, tip = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
    assert value(model, "Eli <b>", MissionRole.PROGRESS) == 0.5
    assert value(model, "Eli <b>", MissionRole.IS_SUPPOSED) is True
    assert "next record, if still in orbit: " in str(value(model, "Eli <b>", spoken))
    assert "Eli &lt;b&gt;" in str(value(model, "Eli <b>", tip))
    model.show(at("2020-01-04T00:00:00Z"))
    assert value(model, "Eli <b>", MissionRole.PROGRESS) is None
    assert value(model, "Eli <b>", MissionRole.GOAL) is None
    assert str(value(model, "Eli <b>", spoken)).endswith(", return not announced")


def test_a_planned_return_is_called_planned() -> None:
    from PySide6.QtCore import Qt

    plan = trip(person("Dee"), vehicle("New", "2020-01-01T00:00:00Z"), planned="2020-06-01")
    model = MissionListModel(catalogue_of(plan, data_date="2020-01-10"), at("2020-01-12"))
    said = str(value(model, "Dee", Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith(", planned return 1 Jun 2020")


def test_of_a_flight_that_ended_in_death_nothing_is_said_to_come(catalogue: Catalogue) -> None:
    from PySide6.QtCore import Qt

    model = MissionListModel(catalogue, at("2003-01-20T00:00:00Z"))
    said = str(value(model, "Kalpana Chawla", Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Kalpana Chawla, US   STS-107, 3 d"
    assert value(model, "Kalpana Chawla", MissionRole.PROGRESS) is None


def test_in_the_second_after_a_record_its_row_is_announced(catalogue: Catalogue) -> None:
    model = MissionListModel(catalogue, at("2015-10-29T04:05:19Z"))
    assert value(model, "Scott Kelly", MissionRole.GOAL) == MilestoneKind.RECORD
    heard = Announcements(model)
    model.show(at("2015-10-29T04:05:20Z"))
    assert [model.index(row).data() for row in heard.rows] == ["Scott Kelly"]
    assert MissionRole.GOAL in heard.roles
    assert value(model, "Scott Kelly", MissionRole.GOAL) == MilestoneKind.RETURN


def test_a_mission_can_be_chosen_and_a_heading_cannot(small: Catalogue) -> None:
    from PySide6.QtCore import Qt

    model = MissionListModel(small, at("2020-01-11"))
    chooseable = [
        bool(model.flags(model.index(row)) & Qt.ItemFlag.ItemIsSelectable)
        for row in range(model.rowCount())
    ]
    assert chooseable == [
        not model.index(row).data(MissionRole.IS_HEADING) for row in range(model.rowCount())
    ]


def test_an_ordinary_second_announces_nothing(catalogue: Catalogue) -> None:
    model = MissionListModel(catalogue, NOON)
    heard = Announcements(model)
    for seconds in range(1, 120):
        model.show(later(NOON, seconds))
    assert heard.is_silent


def test_on_the_turn_of_a_day_only_that_crews_rows_change(small: Catalogue) -> None:
    model = MissionListModel(small, at("2020-01-11T05:59:59Z"))
    heard = Announcements(model)
    model.show(at("2020-01-11T06:00:00Z"))  # ten days since Ann's launch
    assert [model.index(row).data() for row in heard.rows] == ["Ann"]
    assert {MissionRole.FIGURE, MissionRole.PROGRESS} <= heard.roles
    assert heard.resets == 0


@pytest.mark.parametrize("hour", [3_600, -3_600])
def test_a_jump_of_an_hour_announces_whose_day_it_crosses(small: Catalogue, hour: int) -> None:
    start = at("2020-01-11T05:30:00Z") if hour > 0 else at("2020-01-11T06:30:00Z")
    model = MissionListModel(small, start)
    heard = Announcements(model)
    model.show(later(start, hour))
    assert [model.index(row).data() for row in heard.rows] == ["Ann"]


def test_no_second_of_a_day_without_launch_or_landing_resets_the_list(
    catalogue: Catalogue,
) -> None:
    model = MissionListModel(catalogue, NOON)
    heard = Announcements(model)
    for minute in range(24 * 60):
        model.show(later(NOON, minute * 60))
    assert heard.resets == 0
    figures = {model.index(row).data() for row in heard.rows}
    assert figures >= {"Scott Kelly", "Kjell Lindgren"}


def test_what_was_announced_is_what_a_fresh_list_shows(catalogue: Catalogue) -> None:
    model = MissionListModel(catalogue, NOON)
    for day in range(0, 400, 3):
        now = later(NOON, day * DAY + day)
        model.show(now)
        fresh = MissionListModel(catalogue, now)
        assert model.rowCount() == fresh.rowCount()
        for row in range(0, model.rowCount(), 97):
            for role in (MissionRole.SECTION, MissionRole.FIGURE, MissionRole.DETAIL):
                assert model.index(row).data(role) == fresh.index(row).data(role)


def test_a_landing_while_the_clock_runs_moves_the_crew_to_landed(small: Catalogue) -> None:
    model = MissionListModel(small, at("2020-02-01T05:59:59Z"))
    heard = Announcements(model)
    model.show(at("2020-02-01T06:00:00Z"))
    assert heard.resets == 0
    assert listed(model, Section.IN_ORBIT) == ["Bea"]
    assert listed(model, Section.LANDED) == ["Ann"]
    assert heading(model, Section.LANDED) == ("Landed", "1")
    assert {MissionRole.SECTION, MissionRole.FIGURE, MissionRole.PROGRESS} <= heard.roles


def test_whoever_goes_or_comes_takes_along_what_points_at_them(
    catalogue: Catalogue, qtmodeltester: ModelChecker
) -> None:
    model = MissionListModel(catalogue, at("2015-07-22T21:02:00Z"))
    qtmodeltester.check(model)  # it listens to the moves as well
    marks = [QPersistentModelIndex(model.index(row)) for row in range(model.rowCount())]
    marked = [one.data(MissionRole.SUBJECT) for one in marks]
    for now in (
        "2015-07-22T21:03:00Z",
        "2016-03-02T04:26:00Z",
        "1961-04-12T06:30:00Z",
        "2026-10-08",
    ):
        model.show(at(now))
        assert [one.data(MissionRole.SUBJECT) for one in marks] == marked
        assert sorted(one.row() for one in marks) == list(range(model.rowCount()))


def test_a_launch_that_comes_near_is_announced_without_making_the_list_anew(
    small: Catalogue,
) -> None:
    near = later(at("2020-11-01"), -SOON)
    model = MissionListModel(small, later(near, -1))
    assert value(model, "Cy", MissionRole.IS_FAR) is True
    heard = Announcements(model)
    model.show(near)
    assert heard.resets == 0
    assert MissionRole.IS_FAR in heard.roles
    assert heading(model, Section.UPCOMING) == ("Upcoming", "1")
    assert value(model, "Cy", MissionRole.IS_FAR) is False
    model.show(later(near, -1))  # and back again
    assert value(model, "Cy", MissionRole.IS_FAR) is True
    assert heading(model, Section.UPCOMING) == ("Upcoming", "0")


def test_a_list_without_any_launch_to_come_runs_past_its_last_event() -> None:
    model = MissionListModel(
        catalogue_of(trip(person("Dee"), vehicle("Test 4", "2020-01-01")), data_date="2020-02-01"),
        at("2020-02-01"),
    )
    for day in range(800):
        model.show(later(at("2020-02-01"), day * DAY))
    assert listed(model, Section.LANDED) == ["Dee"]


def test_rows_carry_the_very_flight_they_stand_for(catalogue: Catalogue) -> None:
    model = MissionListModel(catalogue, NOON)
    subject = value(model, "Scott Kelly", MissionRole.SUBJECT)
    assert isinstance(subject, Flight)
    assert subject.up.name == "Soyuz TMA-16M"
