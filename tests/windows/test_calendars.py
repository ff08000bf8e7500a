"""What a window counts down to, saved as a calendar that any other one takes in without doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar, Event
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from countdown.cli import calendar
from countdown.cli.arguments import parse
from countdown.core.clocks import ReplayClock
from countdown.core.moments import as_datetime
from countdown.core.overlays import with_own
from countdown.core.readings import Mission
from countdown.data.wishes import Wish
from tests.fakes import FakeClock, at
from tests.own import CLASS, moment, with_a_class
from tests.windows.sight import action

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from countdown.core.own_missions import OwnMission
    from countdown.windows.main_window import MainWindow
    from tests.qt_fixtures import OpenApp

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NOW = "2026-11-28T12:00:00Z"
SAVE = "Save as a calendar…"


@pytest.fixture
def laid(catalogue: Catalogue) -> Catalogue:
    return with_a_class(catalogue)


def opened_live(open_app: OpenApp, facts: Catalogue, clock: FakeClock | None = None) -> App:
    """Open the app at what happens now; a first start shows another day."""
    app = open_app(clock=clock or FakeClock(NOW), facts=facts)
    app.window.time.go_live()
    return app


def dialog_of(window: MainWindow) -> QFileDialog:
    found = window.findChild(QFileDialog)
    assert isinstance(found, QFileDialog)
    return found


def told(window: MainWindow) -> str:
    """Return what the box says, and close it."""
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    text = box.text()
    box.close()
    return text


def save(window: MainWindow, target: Path) -> str:
    """Save by the menu and return what is said of it."""
    action(window, SAVE).trigger()
    dialog = dialog_of(window)
    dialog.fileSelected.emit(str(target))
    dialog.close()
    return told(window)


def show_launch(app: App, facts: Catalogue, key: str) -> None:
    launch = next(one for one in facts.planned if one.id == key)
    app.window.show_mission(Mission.of_plan(facts, launch))


def imported(kept: dict[str, Event], file: Path) -> dict[str, Event]:
    """What a calendar has after it took in a file: of each UID what was revised last."""
    found = dict(kept)
    for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
        assert isinstance(event, Event)
        uid = str(event["UID"])
        if uid not in found or revision(event) > revision(found[uid]):
            found[uid] = event
    return found


def revision(event: Event) -> tuple[object, object]:
    return event.sequence, event.DTSTAMP


def write_by_command(what: str, facts: Catalogue, now: str, target: Path) -> None:
    options = parse(["calendar", what, "--out", str(target)])
    assert calendar.write(options, facts, at(now), stamp=at(now)) == 0


@pytest.mark.parametrize("what", ["pia-pupil", "scott-kelly", "class-9", "axiom-mission-5"])
def test_by_window_and_by_command_stands_once_in_a_calendar(
    open_app: OpenApp, laid: Catalogue, tmp_path: Path, what: str
) -> None:
    app = opened_live(open_app, laid)
    if what in laid.people:
        app.window.show_mission(Mission.of_person(laid, laid.people[what]))
    else:
        show_launch(app, laid, what)
    save(app.window, tmp_path / "window.ics")
    write_by_command(what, laid, NOW, tmp_path / "command.ics")
    once = imported({}, tmp_path / "window.ics")
    twice = imported(once, tmp_path / "command.ics")
    assert once
    assert twice.keys() == once.keys()
    for uid, event in imported({}, tmp_path / "command.ics").items():
        assert (event.start, event.get("STATUS")) == (once[uid].start, once[uid].get("STATUS"))


def moved(mission: OwnMission) -> OwnMission:
    """The class speaks by radio an hour later, and nothing else has changed that day."""
    later = [
        one._replace(moment=moment("2026-12-04T15:30:00Z")) if one.note == "by radio" else one
        for one in mission.milestones
    ]
    return mission._replace(milestones=tuple(later))


def test_a_milestone_moved_within_minutes_is_moved_in_the_calendar_and_back(
    open_app: OpenApp, catalogue: Catalogue, tmp_path: Path
) -> None:
    clock = FakeClock(NOW)
    before = with_own(catalogue, [CLASS]).catalogue
    app = opened_live(open_app, before, clock)
    kept: dict[str, Event] = {}
    times = []
    for number, mission in enumerate((CLASS, moved(CLASS), CLASS)):
        facts = with_own(catalogue, [mission]).catalogue
        app.window.show_mission(Mission.of_person(facts, facts.people["pia-pupil"]))
        save(app.window, tmp_path / f"{number}.ics")
        known = len(kept)
        kept = imported(kept, tmp_path / f"{number}.ics")
        assert len(kept) == known or not known
        (radio,) = [one for one in kept.values() if str(one["SUMMARY"]).endswith("school")]
        times.append(f"{radio.start:%H:%M}")
        clock.advance(60)
    assert times == ["14:30", "15:30", "14:30"]


def test_it_is_asked_for_by_keys_and_named_after_the_mission(
    open_app: OpenApp, laid: Catalogue
) -> None:
    app = opened_live(open_app, laid)
    show_launch(app, laid, "class-9")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(app.window, Qt.Key.Key_K, keys)
    dialog = dialog_of(app.window)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["class-9.ics"]
    dialog.close()


def test_it_is_said_how_much_is_written_and_what_is_left_out(
    open_app: OpenApp, laid: Catalogue, tmp_path: Path
) -> None:
    app = opened_live(open_app, laid)
    show_launch(app, laid, "class-9")
    assert save(app.window, tmp_path / "class.ics").splitlines() == [
        "3 milestones written to class.ics.",
        "What was past on 28 Nov 2026, 12:00 UTC, or has no time yet, is left out.",
    ]


def test_a_replay_is_saved_as_it_is_shown_and_made_now(
    open_app: OpenApp, catalogue: Catalogue, tmp_path: Path
) -> None:
    wish = Wish(person=catalogue.people["scott-kelly"], at=at("2015-10-16T12:00:00Z"))
    app = open_app(now=NOW, wish=wish)
    app.ticker.set_clock(ReplayClock(as_datetime(at("2015-12-24T12:00:00Z"))))
    assert "past on 24 Dec 2015, 12:00 UTC" in save(app.window, tmp_path / "kelly.ics")
    events = imported({}, tmp_path / "kelly.ics").values()
    assert "scott-kelly.soyuz-tma-16m.return@mission-countdown" in {one["UID"] for one in events}
    assert min(one.DTSTART.isoformat() for one in events) > "2015-12-24"
    assert {one.DTSTAMP for one in events} == {FakeClock(NOW).now()}


def test_where_nothing_is_to_come_the_reason_is_said_and_no_file_asked_for(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    app = open_app(now=NOW)
    app.window.show_mission(Mission.of_person(catalogue, catalogue.people["yuri-gagarin"]))
    action(app.window, SAVE).trigger()
    assert "Yuri Gagarin: the flight ended 12 Apr 1961" in told(app.window)
    assert app.window.findChild(QFileDialog) is None


def test_where_it_cannot_be_written_only_that_is_said(
    open_app: OpenApp, laid: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    app = opened_live(open_app, laid)
    show_launch(app, laid, "class-9")
    said = save(app.window, tmp_path / "file" / "class.ics")
    assert said.startswith("class.ics cannot be written: ")
