"""What a calendar says of milestones: who and what in a line, then how sure, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.agenda import appointments
from countdown.core.readings import Mission, read
from countdown.models import calendar_words
from tests.fakes import at
from tests.own import with_a_class

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue


@pytest.fixture
def laid(catalogue: Catalogue) -> Catalogue:
    return with_a_class(catalogue)


def of_person(catalogue: Catalogue, who: str) -> Mission:
    return Mission.of_person(catalogue, catalogue.people[who])


def of_launch(catalogue: Catalogue, key: str) -> Mission:
    return Mission.of_plan(catalogue, next(one for one in catalogue.planned if one.id == key))


def said(mission: Mission, now: str) -> dict[str, list[str]]:
    """Return the lines of each description under its summary."""
    catalogue, reading = mission.catalogue, read(mission, at(now))
    pairs = [calendar_words.said(catalogue, reading, one) for one in appointments(reading)]
    return {summary: description.splitlines() for summary, description in pairs}


def test_a_record_is_said_with_whom_it_passes_and_in_utc(catalogue: Catalogue) -> None:
    found = said(of_person(catalogue, "scott-kelly"), "2015-10-16")
    assert found["Scott Kelly: Longest flight · United States"] == [
        "passes Michael López-Alegría, 215 d 08:22:22",
        "Time: 29 Oct 2015, 04:05:19 UTC",
        "Launch: Soyuz TMA-16M, 27 Mar 2015, 19:42:57 UTC",
        "Facts as of 8 Oct 2026",
        "Source: Mission Countdown's own catalogue",
    ]


def test_a_milestone_of_the_users_has_its_note_and_its_mission(laid: Catalogue) -> None:
    found = said(of_person(laid, "pia-pupil"), "2026-11-28")
    lines = found["Pia Pupil: Speaks to our school"]
    assert lines[:2] == ["by radio", "Time: 4 Dec 2026, 14:30:00 UTC"]
    assert lines[-1] == "Source: stated by you in “Class of 2026”"
    assert found["Pia Pupil: Science fair"][0] == "Time: March 2027"
    return_lines = found["Pia Pupil: Return"]
    assert return_lines[0] == "Time: May 2027, as planned"
    assert return_lines[-1].endswith("catalogue; stated by you in “Class of 2026”")


def test_a_launch_without_crew_says_so(laid: Catalogue) -> None:
    found = said(of_launch(laid, "axiom-mission-5"), "2026-11-22")
    assert found == {
        "Axiom Mission 5: Launch": [
            "Time: no earlier than January 2027, as planned",
            "Launch: Axiom Mission 5, no earlier than January 2027; crew not named",
            "Facts as of 8 Oct 2026, not confirmed since",
            "Source: Mission Countdown's own catalogue",
        ]
    }
    assert list(said(of_launch(laid, "class-9"), "2026-11-22")) == [
        "Class 9: Roll-out",
        "Class 9: Launch",
        "Class 9: Docking",
    ]


def test_what_needs_a_flight_that_goes_on_says_so(catalogue: Catalogue) -> None:
    found = said(of_person(catalogue, "lai-ka-ying"), "2026-11-22")
    days = found["Lai Ka-ying: 200 days in this flight"]
    assert days[0] == "Time: 10 Dec 2026, 15:08 UTC, if still in orbit"


def test_how_many_are_written_and_what_is_not(catalogue: Catalogue) -> None:
    reading = read(of_person(catalogue, "scott-kelly"), at("2015-10-16T12:00:00Z"))
    assert calendar_words.saved(1, "kelly.ics", reading).splitlines() == [
        "1 milestone written to kelly.ics.",
        "What was past on 16 Oct 2015, 12:00 UTC, or has no time yet, is left out.",
    ]
    assert calendar_words.saved(12, "kelly.ics", reading).startswith("12 milestones written")


@pytest.mark.parametrize(
    ("who", "now", "why"),
    [
        (
            "yuri-gagarin",
            "2015-10-16",
            "Yuri Gagarin: the flight ended 12 Apr 1961, 07:55 UTC, and",
        ),
        ("ilan-ramon", "2015-10-16", "Ilan Ramon: the flight ended 1 Feb 2003"),
        ("lai-ka-ying", "2028-01-01", "Lai Ka-ying: the facts are too old to say whether"),
        (
            "shenzhou-24",
            "2026-11-22",
            "Shenzhou 24: the launch was planned for no earlier than October 2026, and nothing",
        ),
    ],
)
def test_the_reason_is_said_where_there_is_nothing(
    catalogue: Catalogue, who: str, now: str, why: str
) -> None:
    is_person = who in catalogue.people
    mission = of_person(catalogue, who) if is_person else of_launch(catalogue, who)
    head, reason = calendar_words.nothing(mission, read(mission, at(now))).splitlines()
    assert head == "There is nothing to put into a calendar."
    assert reason.startswith(why)


def test_no_mission_at_all_has_nothing_to_come(catalogue: Catalogue) -> None:
    mission = Mission(catalogue)
    lines = calendar_words.nothing(mission, read(mission, at("2026-11-22"))).splitlines()
    assert lines[1] == "no time of anything to come is known."
