"""What is the user's is marked with a word, and told with where it is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from countdown.core.crews import crew_of
from countdown.core.falls import fall_in
from countdown.core.ladders import ladder
from countdown.core.milestones import Prospects
from countdown.core.moments import Instant
from countdown.core.overlays import with_own
from countdown.core.own_missions import FlightCorrection, VehicleCorrection
from countdown.core.readings import Mission, read
from countdown.core.records import Category, Kind
from countdown.models import display_words, own_words
from countdown.models.countdown_list import CountdownListModel
from countdown.models.course_words import course_words
from countdown.models.crew_list import CrewListModel, CrewRole
from countdown.models.highlight_list import HighlightListModel, HighlightRole
from countdown.models.ladder_list import LadderListModel, LadderRole
from countdown.models.mission_list import MissionListModel, MissionRole
from countdown.models.next_words import next_words
from countdown.models.pin_words import PinReader, pin_words
from countdown.models.standing_list import StandingListModel, StandingRole
from countdown.models.time_marks import flight_span, time_marks, waiting_marks
from countdown.models.up_words import up_words
from tests.fakes import at
from tests.own import moment, own_mission, with_a_class

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, PlannedLaunch
    from countdown.core.readings import Reading

NOW = at("2026-11-28T12:00:00Z")
BY_CLASS = "stated by you in “Class of 2026”"
TOLD = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture(scope="module")
def laid(catalogue: Catalogue) -> Catalogue:
    return with_a_class(catalogue)


def flight_of(catalogue: Catalogue, who: str) -> Flight:
    return catalogue.career(catalogue.people[who])[-1]


def class_9(catalogue: Catalogue) -> PlannedLaunch:
    return next(one for one in catalogue.planned if one.id == "class-9")


def pia(catalogue: Catalogue) -> tuple[Mission, Reading]:
    mission = Mission.of_person(catalogue, catalogue.people["pia-pupil"])
    return mission, read(mission, NOW)


def row_named(model: QAbstractItemModel, name: str, role: int) -> str:
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return next(str(one.data(role)) for one in indexes if one.data() == name)


def test_an_own_flight_is_by_you_and_so_is_all_of_it(laid: Catalogue) -> None:
    flight = flight_of(laid, "pia-pupil")
    for one in (flight, flight.up, flight.person, class_9(laid)):
        assert own_words.mark(laid.own, one) == "by you"
        assert own_words.told(laid, one) == (BY_CLASS,)


def test_a_correction_says_what_the_catalogue_has(laid: Catalogue) -> None:
    kelly = flight_of(laid, "scott-kelly")
    told = ("landing by you in “My corrections”; the catalogue has 2 Mar 2016, 04:25 UTC",)
    assert own_words.mark(laid.own, kelly) == "corrected"
    assert own_words.told(laid, kelly) == told
    assert kelly.down is not None
    assert own_words.told(laid, kelly.down) == told


def test_a_correction_by_seconds_says_them(catalogue: Catalogue) -> None:
    later = moment("2016-03-02T04:25:59Z")
    fix = FlightCorrection("scott-kelly", "soyuz-tma-16m", landing=later)
    laid = with_own(catalogue, [own_mission("fix", flight_corrections=(fix,))]).catalogue
    told = own_words.told(laid, flight_of(laid, "scott-kelly"))[0]
    assert told == "landing by you in “Fix”; the catalogue has 2 Mar 2016, 04:25:51 UTC"


def test_a_landing_that_the_catalogue_does_not_know_of_is_told_once(laid: Catalogue) -> None:
    assert own_words.told(laid, flight_of(laid, "anna-kikina")) == (
        "landing by you in “My corrections”; the catalogue has none",
    )


def test_what_the_catalogue_says_by_itself_has_no_mark(
    laid: Catalogue, catalogue: Catalogue
) -> None:
    for one, who in ((laid, "oleg-kononenko"), (catalogue, "scott-kelly")):
        flight = flight_of(one, who)
        assert own_words.mark(one.own, flight) == ""
        assert own_words.told(one, flight) == ()


def test_once_the_catalogue_agrees_it_says_so_and_nothing_is_marked(catalogue: Catalogue) -> None:
    right = VehicleCorrection("soyuz-tma-18m", landing=moment("2016-03-02"))
    laid = with_own(catalogue, [own_mission("mine", vehicle_corrections=(right,))]).catalogue
    kelly = flight_of(laid, "scott-kelly")
    assert own_words.mark(laid.own, kelly) == ""
    assert own_words.told(laid, kelly) == ("landing by you in “Mine”; the catalogue says so too",)


def test_rows_of_missions_are_marked_and_tell_it(laid: Catalogue) -> None:
    model = MissionListModel(laid, NOW)
    assert row_named(model, "Pia Pupil", MissionRole.DETAIL) == "US   Class 1 · by you"
    assert BY_CLASS in row_named(model, "Pia Pupil", TOLD)
    assert row_named(model, "Class 9", MissionRole.BY_YOU) == "by you"
    assert "the catalogue has none" in row_named(model, "Anna Kikina", TOLD)


def test_countdowns_to_own_moments_say_where_they_are_stated(laid: Catalogue) -> None:
    _, reading = pia(laid)
    model = CountdownListModel()
    rows = [*reading.countdowns, *reading.own_passed]
    model.show(laid, rows, is_planned=True, about=reading.flight)
    fair = row_named(model, "Science fair", TOLD)
    assert fair == f"Science fair, March 2027, March 2027, {BY_CLASS}"
    assert BY_CLASS in row_named(model, "Return", TOLD)
    assert row_named(model, "First experiment", TOLD).startswith("First experiment, T+ 3 d 02:29")
    assert BY_CLASS not in row_named(model, "100 days in this flight", TOLD)


def test_an_own_milestone_comes_next_with_its_note(laid: Catalogue) -> None:
    said = next_words(laid, pia(laid)[1], None)
    assert (said.title, said.figure) == ("Speaks to our school", "T− 6 d 02:30:00")
    assert said.detail == f"{BY_CLASS}  ·  by radio"


def test_highlights_and_milestones_are_by_you(laid: Catalogue) -> None:
    mission, reading = pia(laid)
    model = HighlightListModel()
    model.show(laid, reading.flight, mission.prospects, NOW)
    for name in ("Launch", "Grows the first beans", "Half-term", "Homecoming parade", "Return"):
        assert row_named(model, name, HighlightRole.ORIGIN) == "by you"
        assert row_named(model, name, HighlightRole.BY_YOU) == BY_CLASS
    assert row_named(model, "100 days in this flight", HighlightRole.ORIGIN) == "computed"
    assert row_named(model, "Homecoming parade", HighlightRole.DAY) == ""


def test_the_line_ends_at_the_landing_but_steps_go_on(laid: Catalogue) -> None:
    flight = flight_of(laid, "pia-pupil")
    marks = time_marks(laid, flight, Prospects(laid, flight))
    (parade,) = [one for one in marks if not one.on_line]
    assert parade.words == "Homecoming parade"
    assert parade.goes_to > flight_span(laid, flight)[1]


def test_a_launch_that_is_waited_for_has_marks_to_step_to(laid: Catalogue) -> None:
    launch, *own = waiting_marks(laid, class_9(laid))
    assert launch.on_line
    assert [(one.words, one.on_line) for one in own] == [("Roll-out", False), ("Docking", False)]


def test_rankings_and_ladders_tell_what_counts_an_own_flight(laid: Catalogue) -> None:
    category = Category(Kind.FLIGHT, "US")
    standings = StandingListModel()
    standings.choose(laid, category, NOW)
    assert row_named(standings, "Pia Pupil", StandingRole.DETAIL).endswith("2026 · by you")
    assert row_named(standings, "Pia Pupil", TOLD).endswith("by you")
    assert row_named(standings, "Frank Rubio", StandingRole.BY_YOU) == ""
    rungs = LadderListModel()
    rungs.show(ladder(laid, flight_of(laid, "pia-pupil"), category, NOW, 5), laid.own)
    assert row_named(rungs, "Pia Pupil", LadderRole.GAP) == "by you"
    assert row_named(rungs, "Frank Rubio", LadderRole.BY_YOU) == ""


def test_crews_and_who_is_up_are_marked(laid: Catalogue) -> None:
    model = CrewListModel()
    model.show_crew(crew_of(laid, laid.vehicles["soyuz-ms-29"]), NOW, laid.own)
    assert row_named(model, "Anna Kikina", CrewRole.NOTE) == "up and down · corrected"
    words = up_words(pia(laid)[0], NOW)
    rows = {one.title: one for one in words.rows(words.stations)}
    assert rows["Pia Pupil"].note == "return planned May 2027 · by you"
    assert rows["Class 1"].note == "launched 1 Nov 2026 · by you"
    assert rows["Jessica Watkins"].by_you == ""


def test_the_display_says_it_below_the_name_and_beside_what_comes(laid: Catalogue) -> None:
    mission, reading = pia(laid)
    said = display_words.counter(mission, reading, None)
    assert said.head.about.endswith("International Space Station · by you")
    assert said.sides[0] == (
        "Speaks to our school",
        "T− 6 d 02:30:00",
        "by radio · by you",
        True,
        True,
    )
    last, coming = course_words(mission, reading).sides
    assert (last.figure, coming.figure) == ("First experiment", "Speaks to our school")
    assert last.detail.endswith("by you")


def test_the_display_waits_for_the_launch_itself(laid: Catalogue) -> None:
    mission = Mission.of_plan(laid, class_9(laid))
    said = display_words.counter(mission, read(mission, NOW), None)
    assert said.digits == ("53", "days", "00:00:00")
    assert [one.caption for one in said.sides] == ["Launch", "Roll-out"]


def test_after_a_landing_the_display_counts_down_to_what_the_user_awaits(laid: Catalogue) -> None:
    mission = Mission.of_person(laid, laid.people["scott-kelly"])
    said = display_words.counter(mission, read(mission, NOW), None)
    assert [one.caption for one in said.sides][:2] == ["Landed", "Book signing"]


@pytest.mark.parametrize("who", ["pia-pupil", "scott-kelly", "class-9"])
def test_a_pin_runs_as_it_reads(laid: Catalogue, who: str) -> None:
    if who == "class-9":
        mission = Mission.of_plan(laid, class_9(laid))
    else:
        mission = Mission.of_person(laid, laid.people[who])
    reader = PinReader(mission)
    for start in ("2026-12-04T14:29:30Z", "2027-01-20T11:59:30Z", "2027-01-21T04:00:30Z"):
        for passed in range(100):
            now = Instant(at(start) + passed)
            reading = read(mission, now)
            assert reader.words(now) == pin_words(mission, reading, fall_in(reading))


def test_a_pin_of_a_launch_shows_it_and_below_it_what_comes_before(laid: Catalogue) -> None:
    mission = Mission.of_plan(laid, class_9(laid))
    said = pin_words(mission, read(mission, NOW), None)
    assert (said.days, said.clock) == ("T− 53", "00:00:00")
    assert (said.title, said.figure, said.by_you) == ("Roll-out", "T− 46–47 d", "by you")
