"""``countdown calendar``: milestones to come as a file, and what is said when there are none."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar, Event

from countdown.cli.main import run
from countdown.core.agenda import moment_of
from countdown.core.moments import Moment
from countdown.core.readings import Mission, read
from countdown.data.calendar_files import read_calendar
from tests.data.small import FILES, as_bytes, write
from tests.fakes import FakeClock, at

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.data.calendar_files import Entry

KELLY = ("scott-kelly", "--at", "2015-10-16")


def calendar(
    out: Path, *words: str, catalogue: str = "bundled", now: str = "2015-10-16T12:00:00Z"
) -> int:
    return run(["calendar", *words, "--out", str(out), "--catalogue", catalogue], FakeClock(now))


def entries(
    out: Path, *words: str, catalogue: str = "bundled", now: str = "2015-10-16T12:00:00Z"
) -> dict[str, Entry]:
    """Return what was written, by UID without its domain."""
    assert calendar(out, *words, catalogue=catalogue, now=now) == 0
    with out.open(encoding="utf-8", newline="") as stream:
        return {
            one.uid.removesuffix("@mission-countdown"): one for one in read_calendar(stream.read())
        }


def events(out: Path) -> list[Event]:
    """Return the events as the library reads them, not as the app does."""
    found = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    return [one for one in found if isinstance(one, Event)]


def with_names(folder: Path, name: str, title: str) -> str:
    """Write the small catalogue with another name for its person in orbit."""
    files = {one: text.replace("Ada Aster", name) for one, text in FILES.items()}
    files["catalogue.json"] = json.dumps(
        {"schema": 1, "title": title, "data_date": "2026-10-08"}, ensure_ascii=False
    )
    return str(write(folder, as_bytes(files)))


def test_kelly_passes_lopez_alegria_on_29_october_2015(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kelly.ics"
    found = entries(out, *KELLY)
    assert capsys.readouterr().out == f"{len(found)} milestones of Scott Kelly written to {out}\n"
    entry = found["scott-kelly.soyuz-tma-16m.record.flight.us"]
    assert entry.moment == Moment.parse("2015-10-29T04:05:19Z")
    assert entry.summary == "Scott Kelly passes Michael López-Alegría: record, US single flight"
    assert entry.description.splitlines() == [
        "The mark: 215d 08:22:22; equalled then, and passed in the second after.",
        "Time: 2015-10-29T04:05:19Z.",
        "Flight: launched on Soyuz TMA-16M, 2015-03-27T19:42:57Z.",
        "Facts as of 2026-10-08.",
        "Source: Mission Countdown's own catalogue; launch: mcdowell.",
    ]
    assert not entry.tentative
    assert b"\r\nDTSTART:20151029T040519Z\r\n" in out.read_bytes()


@pytest.mark.parametrize(
    ("who", "now"),
    [
        ("scott-kelly", "2015-10-16"),
        ("scott-kelly", "2014-10-16"),
        ("gennady-padalka", "2015-06-28"),
        ("peggy-whitson", "2017-04-24T06:00:00Z"),
        ("lai-ka-ying", "2026-10-08"),
        ("sergey-teteryatnikov", "2026-10-08"),
        ("yuri-gagarin", "1961-04-12T07:00Z"),
    ],
)
def test_the_calendar_has_the_moments_that_are_counted_down_to(
    catalogue: Catalogue, tmp_path: Path, who: str, now: str
) -> None:
    reading = read(Mission.of_person(catalogue, catalogue.people[who]), at(now))
    moments = [moment_of(one.milestone) for one in reading.countdowns]
    found = entries(tmp_path / "one.ics", who, "--at", now)
    assert [one.moment for one in found.values()] == [one for one in moments if one is not None]


def test_a_later_export_has_the_same_events_with_a_later_stamp(tmp_path: Path) -> None:
    early, late = tmp_path / "early.ics", tmp_path / "late.ics"
    before = entries(early, "scott-kelly")
    after = entries(late, "scott-kelly", now="2015-12-24T12:00:00Z")
    common = before.keys() & after.keys()
    assert len(common) > 3
    assert {uid: before[uid] for uid in common} == {uid: after[uid] for uid in common}
    passed = "scott-kelly.soyuz-tma-16m.record.flight.us"
    assert passed in before.keys() - after.keys()
    assert {one.DTSTAMP for one in events(late)} == {datetime(2015, 12, 24, 12, tzinfo=UTC)}
    (first,) = {one.sequence for one in events(early)}
    (second,) = {one.sequence for one in events(late)}
    assert first < second


@pytest.mark.parametrize("who", ["lai-ka-ying", "zhang-zhiyuan", "zhu-yangzhu"])
def test_shenzhou_23_has_no_return_and_all_of_it_needs_a_flight_that_goes_on(
    tmp_path: Path, who: str
) -> None:
    found = entries(tmp_path / "crew.ics", who, "--at", "2026-10-08")
    assert f"{who}.shenzhou-23.return" not in found
    assert all(one.tentative for one in found.values())
    assert all(
        "\nIf still in orbit: no return is announced.\n" in one.description
        for one in found.values()
    )
    days = found[f"{who}.shenzhou-23.days.flight.200"]
    assert days.moment == Moment.parse("2026-12-10T15:08Z")
    (event,) = [one for one in events(tmp_path / "crew.ics") if days.uid == one["UID"]]
    assert event.start == datetime(2026, 12, 10, 15, 8, tzinfo=UTC)
    assert event.end == datetime(2026, 12, 10, 15, 9, tzinfo=UTC)


def test_facts_a_month_old_are_called_unconfirmed(tmp_path: Path) -> None:
    for now, unconfirmed in (("2026-10-20", False), ("2026-12-01", True)):
        found = entries(tmp_path / "crew.ics", "lai-ka-ying", "--at", now)
        last = next(iter(found.values())).description
        assert ("Facts as of 2026-10-08; unconfirmed since then." in last) is unconfirmed


def test_a_return_planned_for_a_day_is_an_all_day_event(tmp_path: Path) -> None:
    catalogue = with_names(tmp_path / "small", "Ada Aster", "Three flights")
    out = tmp_path / "ada.ics"
    found = entries(out, "ada", "--at", "2026-11-01", catalogue=catalogue)
    entry = found["ada.late-2.return"]
    assert entry.moment == Moment.parse("2027-01-15")
    assert entry.tentative
    assert "\nPlanned.\n" in f"\n{entry.description}\n"
    (event,) = [one for one in events(out) if one["UID"] == entry.uid]
    assert (event.start, event.end) == (date(2027, 1, 15), date(2027, 1, 16))
    assert b"DTSTART;VALUE=DATE:20270115\r\n" in out.read_bytes()


def test_a_launch_to_come_is_in_the_calendar(tmp_path: Path) -> None:
    found = entries(tmp_path / "kelly.ics", "scott-kelly", "--at", "2014-10-16")
    (entry,) = found.values()
    assert entry.uid == "scott-kelly.soyuz-tma-16m.launch@mission-countdown"
    assert entry.moment == Moment.parse("2015-03-27T19:42:57Z")
    assert entry.summary == "Scott Kelly: launch on Soyuz TMA-16M"


def test_a_launch_without_crew_is_in_the_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "axiom.ics"
    for what in ("axiom-mission-5", "Axiom Mission 5", "axiom"):
        (entry,) = entries(out, what, "--at", "2026-11-22").values()
        assert capsys.readouterr().out == f"1 milestone of Axiom Mission 5 written to {out}\n"
        assert entry.uid == "axiom-mission-5.launch@mission-countdown"
        assert entry.moment == Moment.parse("2027-01", no_earlier_than=True)
        assert entry.summary == "Axiom Mission 5: launch"
        assert entry.tentative
        assert entry.description.splitlines() == [
            "Time: no earlier than 2027-01.",
            "Planned.",
            "Launch: Axiom Mission 5, no earlier than 2027-01; the crew is not named.",
            "Facts as of 2026-10-08; unconfirmed since then.",
            "Source: Mission Countdown's own catalogue.",
        ]


def test_json_says_which_launch_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "soyuz.ics"
    assert calendar(out, "soyuz-ms-30", "--at", "2026-11-22", "--json") == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert printed["launch"] == {"id": "soyuz-ms-30", "name": "Soyuz MS-30", "launch": "2027-03"}
    assert (printed["file"], printed["count"]) == (str(out), 1)
    assert "person" not in printed


@pytest.mark.parametrize(
    "name",
    [
        "Ada, Countess; of \\ Lovelace \\n",
        "泽东 " + "Ærøskøbing-Łódź " * 12 + "Ada",
        "سلطان النيادي אילן רמון",
    ],
)
def test_long_and_odd_names_survive(tmp_path: Path, name: str) -> None:
    catalogue = with_names(tmp_path / "small", name, f"Facts; by \\ {name}")
    out = tmp_path / "ada.ics"
    found = entries(out, "ada", "--at", "2026-11-01", catalogue=catalogue)
    assert found["ada.late-2.return"].summary == f"{name}: return"
    assert found["ada.late-2.return"].description.endswith(f"Facts; by \\ {name}; launch: press.")
    assert [str(one["SUMMARY"]) for one in events(out)] == [one.summary for one in found.values()]


def test_json_says_what_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "kelly.ics"
    assert calendar(out, *KELLY, "--json") == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert printed == {
        "schema": 1,
        "at": "2015-10-16T00:00:00Z",
        "data_date": "2026-10-08",
        "person": {"id": "scott-kelly", "name": "Scott Kelly", "country": "US"},
        "file": str(out),
        "count": len(events(out)),
    }


@pytest.mark.parametrize(
    "words", [("scott-kelly",), KELLY, ("gennady-padalka", "--at", "2015-07-01")]
)
def test_it_is_made_now_whatever_time_is_asked_for(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert calendar(tmp_path / "kelly.ics", *words) == 0
    stamps = {one.DTSTAMP for one in events(tmp_path / "kelly.ics")}
    assert stamps == {datetime(2015, 10, 16, 12, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody-at-all",), "nobody called 'nobody-at-all' has reached orbit"),
        (("kelly",), "'kelly' may be "),
        (("scot kely",), "nobody called 'scot kely' has reached orbit; is it "),
        (("nobody-at-all",), "and no launch without crew is called that; write an id or words"),
        (("soyuz ms-29",), "'soyuz ms-29' has a crew; write one of "),
        (
            ("shenzhou-24", "--at", "2026-11-22"),
            "Shenzhou 24: nothing to write: the launch was planned for no earlier than 2026-10, "
            "and no flight of it is known",
        ),
        (("yuri-gagarin",), "Yuri Gagarin: nothing to write: the flight ended 1961-04-12T07:55Z"),
        (("ilan-ramon",), "Ilan Ramon: nothing to write: the flight ended 2003-02-01"),
        (("lai-ka-ying", "--at", "2028-01-01"), "nothing to write: the facts are too old"),
        (("scott-kelly", "--at", "1899-12-31"), "'1899-12-31' is outside 1900 to 2200"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert calendar(tmp_path / "none.ics", *words) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("countdown: ")
    assert printed.err.count("\n") == 1
    assert said in printed.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["folder", "file/kelly.ics", "x" * 300, "new\nline\0.ics"])
def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("kept")
    assert calendar(tmp_path / name, *KELLY) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"countdown: {tmp_path}/{name[:4]}"[:60])
    assert said.count("\n") == 1
    assert (tmp_path / "file").read_text() == "kept"
    assert {one.name for one in tmp_path.iterdir()} == {"folder", "file"}


@pytest.mark.parametrize(
    "words", [("scott-kelly",), ("--out", "x.ics"), (*KELLY, "--out"), (*KELLY, "--return", "2016")]
)
def test_other_words_are_not_understood(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["calendar", *words], FakeClock())
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_other_commands_do_not_pay_for_icalendar() -> None:
    script = (
        "import sys; from countdown.cli.main import main; "
        "main(['status', '--catalogue', 'bundled', '--at', '2015-10-16', 'scott-kelly']); "
        "sys.exit('icalendar' in sys.modules)"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert finished.returncode == 0


def test_the_last_instant_of_all_is_no_trouble(tmp_path: Path) -> None:
    assert calendar(tmp_path / "kelly.ics", "scott-kelly", "--at", "2199-12-31T23:59:59Z") == 1
    assert calendar(tmp_path / "kelly.ics", "scott-kelly", "--at", "1900-01-01") == 0
    assert events(tmp_path / "kelly.ics")
