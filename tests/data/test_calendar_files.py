"""Calendars: milestones out as iCalendar, and the same moments in again."""

from __future__ import annotations

import contextlib
import stat
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event

from countdown.core.agenda import moment_of
from countdown.core.catalogue import Trip, flown
from countdown.core.errors import FileProblemsError
from countdown.core.flights import Country, Person, PlannedLaunch, Sex, Vehicle
from countdown.core.milestones import Milestone, MilestoneKind, of_moment, own_milestones
from countdown.core.moments import (
    DAY,
    END,
    FIRST,
    HOUR,
    MINUTE,
    Instant,
    Moment,
    Precision,
    as_datetime,
    moment_between,
)
from countdown.core.overlays import with_own
from countdown.core.own_missions import OwnMilestone
from countdown.core.ownership import FlightKey
from countdown.core.readings import Mission, read
from countdown.core.records import Kind
from countdown.data.calendar_files import (
    MAX_CHARACTERS,
    Entry,
    calendar_text,
    read_calendar,
    uid_of,
    write_calendar,
)
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.own import NAMES, moments, own_mission

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue

NOW = at("2015-10-16")
SOME_DAY = Moment.parse("2026-10-08")
FORMS = ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%MZ", "%Y-%m-%d", "%Y-%m", "%Y")
LINES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=90)
ODD = (
    "Ada, Countess; of \\ Lovelace \\n \\, \\;",
    'He said: "Ключ на старт"; BEGIN:VEVENT',
    "泽" * 70 + "é" * 70 + "🚀" * 40,
    "سلطان النيادي (Sultan) \u202ednatlus\u202c \u2066x\u2069",
    " leading and trailing ",
    "%s {0} ${HOME} =?utf-8?q?x?= ^n ^^ &amp; <b>",
)


@st.composite
def facts(draw: st.DrawFn) -> Moment:
    """Draw a moment as facts are written, of any precision."""
    when = as_datetime(Instant(draw(st.integers(FIRST, END - 1))))
    text = when.strftime(draw(st.sampled_from(FORMS)))
    return Moment.parse(text, no_earlier_than=draw(st.booleans()))


@st.composite
def ranges(draw: st.DrawFn) -> Moment:
    """Draw what lies between two instants, from a second to years apart."""
    first = draw(st.integers(FIRST, END - 1))
    width = draw(st.integers(0, 2 * HOUR) | st.integers(0, 3 * DAY) | st.integers(0, 900 * DAY))
    return moment_between(Instant(first), Instant(min(first + width, END)))


MOMENTS = facts() | ranges()


def written(*entries: Entry, stamp: Instant = NOW) -> str:
    return calendar_text("A calendar", entries, stamp)


def event_of(moment: Moment | str) -> Event:
    """Return the one event of a calendar, as the library reads it."""
    when = Moment.parse(moment) if isinstance(moment, str) else moment
    calendar = Calendar.from_ical(written(Entry("a@b", when, "Something")).encode())
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    return event


def trigger_of(event: Event) -> timedelta:
    (alarm,) = event.walk("VALARM")
    assert isinstance(alarm, Alarm)
    assert alarm["ACTION"] == "DISPLAY"
    assert alarm["DESCRIPTION"] == event["SUMMARY"]
    assert isinstance(alarm.TRIGGER, timedelta)
    return alarm.TRIGGER


def without(text: str, name: str) -> str:
    """Return a calendar as a program keeps it that drops a property."""
    calendar = Calendar.from_ical(text.encode())
    for event in calendar.walk("VEVENT"):
        event.pop(name, None)
    return str(calendar.to_ical(), "utf-8")


@given(MOMENTS, st.booleans())
def test_moments_of_every_precision_come_back_as_they_were(moment: Moment, tentative: bool) -> None:
    entry = Entry("a@b", moment, "Launch", "It may slip.", tentative)
    assert read_calendar(written(entry)) == (entry,)


@given(facts())
def test_the_times_alone_give_a_fact_back_but_for_its_open_end(moment: Moment) -> None:
    bare = without(written(Entry("a@b", moment, "")), "X-MISSION-COUNTDOWN-MOMENT")
    assert read_calendar(bare)[0].moment == moment._replace(no_earlier_than=False)


@given(ranges())
def test_the_times_alone_never_claim_more_than_is_known(moment: Moment) -> None:
    bare = without(written(Entry("a@b", moment, "")), "X-MISSION-COUNTDOWN-MOMENT")
    back = read_calendar(bare)[0].moment
    assert back.earliest <= moment.earliest
    assert back.latest >= moment.latest
    if moment.precision <= Precision.MINUTE:
        assert back == moment


@given(st.lists(st.tuples(LINES, st.lists(LINES).map("\n".join))))
def test_texts_come_back_as_they_were(texts: list[tuple[str, str]]) -> None:
    entries = tuple(
        Entry(f"{number}@b", SOME_DAY, summary, description)
        for number, (summary, description) in enumerate(texts)
    )
    assert read_calendar(written(*entries)) == entries


@pytest.mark.parametrize("name", ODD)
def test_odd_names_survive_and_the_file_stays_well_formed(name: str) -> None:
    entry = Entry("a@b", SOME_DAY, name, f"{name}\n{name}")
    text = calendar_text(name, (entry, entry._replace(uid="b@b")), NOW)
    assert read_calendar(text)[0] == entry
    assert len(read_calendar(text)) == 2
    assert Calendar.from_ical(text.encode()).calendar_name == name
    lines = text.encode().split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]


def test_the_calendar_says_who_made_it_and_when() -> None:
    calendar = Calendar.from_ical(written(Entry("a@b", SOME_DAY, "Something")).encode())
    assert calendar["VERSION"] == "2.0"
    assert str(calendar["PRODID"]).startswith("-//Mission Countdown//")
    event = event_of(SOME_DAY)
    stamp = event.DTSTAMP
    assert stamp == as_datetime(NOW)
    assert event.sequence == NOW // MINUTE
    assert event["TRANSP"] == "TRANSPARENT"
    assert "STATUS" not in event


def test_an_exact_moment_is_a_point_in_utc_with_an_alarm_an_hour_before() -> None:
    text = written(Entry("a@b", Moment.parse("2015-10-29T04:05:19Z"), "Something"))
    assert "DTSTART:20151029T040519Z\r\n" in text
    assert "DTEND" not in text
    assert trigger_of(event_of("2015-10-29T04:05:19Z")) == timedelta(hours=-1)


def test_a_minute_fills_that_minute() -> None:
    event = event_of("2026-05-24T15:08Z")
    assert event.start == datetime(2026, 5, 24, 15, 8, tzinfo=UTC)
    assert event.end == datetime(2026, 5, 24, 15, 9, tzinfo=UTC)
    assert trigger_of(event) == timedelta(hours=-1)


@pytest.mark.parametrize(
    ("moment", "first", "after"),
    [
        ("2026-12-31", date(2026, 12, 31), date(2027, 1, 1)),
        ("2027-02", date(2027, 2, 1), date(2027, 3, 1)),
        ("2027", date(2027, 1, 1), date(2028, 1, 1)),
        ("2199", date(2199, 1, 1), date(2200, 1, 1)),
    ],
)
def test_what_is_known_to_the_day_or_less_fills_whole_days(
    moment: str, first: date, after: date
) -> None:
    event = event_of(moment)
    assert (event.start, event.end) == (first, after)
    assert trigger_of(event) == timedelta(days=-1)


def test_a_wide_range_fills_every_day_it_touches() -> None:
    event = event_of(moment_between(at("2016-03-01T23:59:59Z"), at("2016-03-03T00:00:01Z")))
    assert (event.start, event.end) == (date(2016, 3, 1), date(2016, 3, 4))
    event = event_of(moment_between(at("2016-03-01T23:59:59Z"), at("2016-03-03T00:00:00Z")))
    assert (event.start, event.end) == (date(2016, 3, 1), date(2016, 3, 3))


def test_a_few_minutes_are_no_whole_day() -> None:
    moment = moment_between(at("2016-03-01T23:59:10Z"), at("2016-03-02T00:01:10Z"))
    assert moment.precision is Precision.MINUTE
    event = event_of(moment)
    assert event.end - event.start == timedelta(minutes=2)


def test_an_event_moved_in_a_calendar_is_where_it_was_moved_to() -> None:
    text = written(Entry("a@b", Moment.parse("2015-10-29T04:05:19Z"), "Something"))
    moved = text.replace("DTSTART:20151029T040519Z", "DTSTART:20151030T040519Z")
    assert read_calendar(moved)[0].moment == Moment.parse("2015-10-30T04:05:19Z")


def foreign(*lines: str) -> str:
    event = "".join(f"{line}\r\n" for line in lines)
    return f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("lines", "moment"),
    [
        (("DTSTART;TZID=America/New_York:20151029T000519",), "2015-10-29T04:05:19Z"),
        (("DTSTART:20151029T040500Z", "DURATION:PT1M"), "2015-10-29T04:05Z"),
        (("DTSTART;VALUE=DATE:20151029",), "2015-10-29"),
        (("DTSTART;VALUE=DATE:20151001", "DURATION:P31D"), "2015-10"),
        (("DTSTART:20151029T040519Z", "DTEND:20151029T040519Z"), "2015-10-29T04:05:19Z"),
        (
            ("DTSTART;VALUE=DATE:20151029", "X-MISSION-COUNTDOWN-MOMENT:nonsense"),
            "2015-10-29",
        ),
    ],
)
def test_events_of_other_programs_are_read_too(lines: tuple[str, ...], moment: str) -> None:
    (entry,) = read_calendar(foreign("UID:x", *lines))
    assert entry == Entry("x", Moment.parse(moment), "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no iCalendar text"),
        ("/etc/hostname", "is no iCalendar text"),
        ("BEGIN:VCALENDAR\r\n", "is no iCalendar text"),
        ("BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n", "is no iCalendar text"),
        (foreign("DTSTART:20151029T040519Z"), "without UID"),
        (foreign("UID:x"), "has no start"),
        (foreign("UID:x", "DTSTART:soon"), "has no start"),
        (foreign("UID:x", "DTSTART:20151029T040519"), "has no start"),
        (foreign("UID:x", "DTSTART:20151029T040519Z", "DTSTART:20151029T040519Z"), "has no start"),
        (foreign("UID:x", "DTSTART:22000101T000000Z"), "outside 1900 to 2200"),
        (foreign("UID:x", "DTSTART:18991231T235959Z"), "outside 1900 to 2200"),
        (foreign("UID:x", "DTSTART;VALUE=DATE:99991231"), ""),
        ("x" * (MAX_CHARACTERS + 1), "larger than"),
    ],
)
def test_what_is_no_calendar_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(FileProblemsError) as caught:
        read_calendar(text, "file.ics")
    assert caught.value.problems[0].file == "file.ics"
    assert reason in caught.value.problems[0].reason


@given(st.data())
def test_a_damaged_calendar_is_read_or_refused(data: st.DataObject) -> None:
    text = written(Entry("a@b", SOME_DAY, "Ada", "Line\nLine", tentative=True))
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, min(len(text), start + 20)))
    put = data.draw(st.text(max_size=5) | st.sampled_from(("\r\n", ":", ";", "BEGIN:VEVENT\r\n")))
    with contextlib.suppress(FileProblemsError):
        read_calendar(text[:start] + put + text[stop:])


def uids(catalogue: Catalogue, who: str, now: str) -> dict[str, Moment]:
    """Return the milestones whose time is known, by UID; none may be there twice."""
    reading = read(Mission.of_person(catalogue, catalogue.people[who]), at(now))
    assert reading.flight is not None
    ahead = [
        (uid_of(reading.flight, one.milestone), moment)
        for one in reading.countdowns
        if (moment := moment_of(one.milestone)) is not None
    ]
    assert len(dict(ahead)) == len(ahead)
    return dict(ahead)


@pytest.mark.parametrize("who", ["scott-kelly", "mikhail-kornienko"])
def test_a_milestone_keeps_its_uid_and_moment_from_day_to_day(
    catalogue: Catalogue, who: str
) -> None:
    early, late = (uids(catalogue, who, day) for day in ("2015-04-01", "2015-09-01"))
    common = early.keys() & late.keys()
    assert len(common) > 5
    assert {uid: early[uid] for uid in common} == {uid: late[uid] for uid in common}


def test_no_two_milestones_of_anybody_in_orbit_share_a_uid(catalogue: Catalogue) -> None:
    everyone: set[str] = set()
    count = 0
    for now in ("1984-09-01", "1995-06-28", "2003-01-20", "2015-10-16", "2026-10-08"):
        for flight in catalogue.in_orbit(at(now)):
            found = uids(catalogue, flight.person.id, now)
            everyone |= found.keys()
            count += len(found)
    assert len(everyone) == count


def test_a_uid_says_whose_milestone_it_is_and_not_when() -> None:
    country = Country("US", "United States", "US")

    def uid_after(launch: str) -> str:
        vehicle = Vehicle("x-1", "X 1", "X", Moment.parse(launch), None)
        ada = Person("ada", "Ada", Sex.FEMALE)
        flight = flown(Trip(ada, vehicle, None, country, None, died=False), 1, Instant(0))
        days = Milestone(MilestoneKind.DAYS, flight.launch.earliest, flight.launch.latest)
        return uid_of(flight, days._replace(counts=Kind.FLIGHT, days=100))

    assert uid_after("2020-01-01") == "ada.x-1.days.flight.100@mission-countdown"
    assert uid_after("2020-01-02T03:04:05Z") == uid_after("2020-01-01")


def test_a_milestone_without_a_time_has_no_moment() -> None:
    assert moment_of(of_moment(MilestoneKind.RETURN, None)) is None
    planned = Moment.parse("2027-03", no_earlier_than=True)
    assert moment_of(of_moment(MilestoneKind.LAUNCH, planned)) == planned


def test_a_calendar_is_written_whole_and_as_any_other_file(tmp_path: Path) -> None:
    text = written(Entry("a@b", SOME_DAY, "Ada"))
    target, other = tmp_path / "new" / "ada.ics", tmp_path / "other"
    write_calendar(target, text)
    other.touch()
    assert target.read_bytes() == text.encode()
    assert target.stat().st_mode == other.stat().st_mode
    target.chmod(0o640)
    write_calendar(target, text + "\r\n")
    assert target.read_bytes() == text.encode() + b"\r\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [one.name for one in target.parent.iterdir()] == ["ada.ics"]


def test_a_link_to_a_calendar_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "ada.ics", tmp_path / "link.ics"
    target.write_text("old")
    link.symlink_to(target)
    write_calendar(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("name", ["", "file/x.ics", "x" * 300, "nul\0.ics", "loop/x.ics", "loop"])
def test_where_no_file_can_be_it_says_so_and_leaves_no_trace(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(FileProblemsError) as caught:
        write_calendar(tmp_path / name, "text")
    assert caught.value.problems[0].file == str(tmp_path / name)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "loop"]


def entries_of(*milestones: OwnMilestone) -> tuple[Entry, ...]:
    """Put what a class counts down to in Ada's flight into a calendar."""
    below = catalogue_of(trip(person("Ada"), vehicle("Kite 1", "2029-12-01T00:00:00Z")))
    laid = with_own(below, [own_mission("class", milestones=milestones)]).catalogue
    (flight,) = laid.flights
    return tuple(
        Entry(uid_of(flight, one), one.moment, one.title)
        for one in own_milestones(laid, flight)
        if one.moment is not None
    )


def imported(kept: dict[str, Entry], entries: tuple[Entry, ...]) -> dict[str, Entry]:
    """What a calendar keeps: of one UID the last event."""
    return kept | {one.uid: one for one in read_calendar(written(*entries))}


ADAS = FlightKey("ada", "kite-1")
SCHOOL = OwnMilestone("School begins", Moment.parse("2030-01-07T07:00:00Z"), ADAS)


@given(st.lists(st.builds(OwnMilestone, NAMES, moments(), st.just(ADAS)), max_size=5))
def test_own_milestones_imported_twice_stand_once(milestones: list[OwnMilestone]) -> None:
    entries = entries_of(*milestones)
    once = imported({}, entries)
    assert len(once) == len(milestones)
    assert imported(once, entries) == once


def test_an_own_milestone_that_moves_is_moved_in_the_calendar() -> None:
    later = SCHOOL._replace(moment=Moment.parse("2030-01-08"))
    kept = imported(imported({}, entries_of(SCHOOL)), entries_of(later))
    assert [one.moment for one in kept.values()] == [later.moment]


def test_what_is_counted_down_to_about_a_launch_without_crew_has_a_name_too() -> None:
    plan = PlannedLaunch("kite-9", "Kite 9", "Kite", Moment.parse("2030-06"))
    launch = of_moment(MilestoneKind.LAUNCH, plan.launch)
    assert uid_of(plan, launch) == "kite-9.launch@mission-countdown"
