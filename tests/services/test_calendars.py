"""A mission's calendar leaves the app under a name that says whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.moments import as_datetime
from countdown.core.readings import Mission, read
from countdown.data.calendar_files import read_calendar
from countdown.services.calendars import calendar_file
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.agenda import Appointment
    from countdown.core.catalogue import Catalogue
    from countdown.services.calendars import CalendarFile

STAMP = at("2026-11-22T09:30:00Z")


def made(mission: Mission, now: str) -> CalendarFile:
    return calendar_file(mission, read(mission, at(now)), "A title", words, STAMP)


def words(one: Appointment) -> tuple[str, str]:
    return (one.milestone.kind.upper(), "All that is known")


def test_a_calendar_has_the_words_it_is_given_and_is_made_at_its_stamp(
    catalogue: Catalogue,
) -> None:
    found = made(Mission.of_person(catalogue, catalogue.people["scott-kelly"]), "2015-10-16")
    entries = read_calendar(found.text)
    assert found.milestones == len(entries) > 3
    assert {one.description for one in entries} == {"All that is known"}
    assert [one.summary for one in entries][-1] == "RETURN"
    assert f"DTSTAMP:{as_datetime(STAMP):%Y%m%dT%H%M%SZ}" in found.text
    assert "A title" in found.text


def test_its_file_is_called_after_person_flight_or_launch(catalogue: Catalogue) -> None:
    kelly = catalogue.people["scott-kelly"]
    flight = catalogue.career(kelly)[-1]
    assert made(Mission.of_person(catalogue, kelly), "2015-10-16").file_name == "scott-kelly.ics"
    of_flight = made(Mission.of_flight(catalogue, flight), "2015-10-16")
    assert of_flight.file_name == "scott-kelly-soyuz-tma-16m.ics"
    plan = next(one for one in catalogue.planned if one.id == "soyuz-ms-30")
    assert made(Mission.of_plan(catalogue, plan), "2026-11-22").file_name == "soyuz-ms-30.ics"


def test_where_nothing_is_to_come_it_has_no_milestones(catalogue: Catalogue) -> None:
    gagarin = Mission.of_person(catalogue, catalogue.people["yuri-gagarin"])
    assert made(gagarin, "2015-10-16").milestones == 0
