"""What is the user's, in text and in JSON: only where there is something."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from countdown.cli import calendar, commands
from countdown.cli.arguments import parse
from countdown.data.calendar_files import read_calendar
from tests.fakes import at
from tests.own import with_a_class

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.data.calendar_files import Entry

NOW = at("2026-11-28T12:00:00Z")


@pytest.fixture
def laid(catalogue: Catalogue) -> Catalogue:
    return with_a_class(catalogue)


def status(facts: Catalogue, who: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert commands.status(parse(["status", who, "--json"]), facts, NOW) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_an_own_flight_has_its_milestones_among_its_countdowns(
    laid: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    form = status(laid, "pia-pupil", capsys)
    assert form["own"] is True
    assert {
        "kind": "own",
        "title": "Speaks to our school",
        "at": "2026-12-04T14:30:00Z",
        "at_latest": "2026-12-04T14:30:00Z",
        "seconds": 527400,
        "seconds_max": 527400,
        "text": "T-6d 02:30:00",
    } in form["countdowns"]
    (passed,) = form["own_passed"]
    assert (passed["title"], passed["text"]) == ("First experiment", "T+3d 02:29")
    fair = next(one for one in form["countdowns"] if one.get("title") == "Science fair")
    assert fair["text"] == "2027-03"


def test_a_corrected_landing_says_what_the_catalogue_has(
    laid: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(laid, "scott-kelly", capsys)["corrected"] == [
        {"fact": "landing", "catalogue": "2016-03-02T04:25:51Z", "mission": "My corrections"}
    ]
    commands.status(parse(["status", "scott-kelly"]), laid, NOW)
    said = capsys.readouterr().out
    assert "landing by you in 'My corrections'; the catalogue has 2016-03-02T04:25:51Z" in said
    assert "Book signing" in said


def test_the_catalogues_own_have_no_more_fields_than_before(
    laid: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    form = status(laid, "oleg-kononenko", capsys)
    assert not {"own", "corrected", "own_passed"} & form.keys()


def test_a_calendar_has_own_milestones_and_written_twice_the_same_names(
    laid: Catalogue, tmp_path: Path
) -> None:
    out = tmp_path / "pia.ics"
    kept: dict[str, Entry] = {}
    for _ in range(2):
        options = parse(["calendar", "pia-pupil", "--out", str(out)])
        assert calendar.write(options, laid, NOW, stamp=NOW) == 0
        found = read_calendar(out.read_text(encoding="utf-8"))
        kept |= {one.uid: one for one in found}
    assert len(kept) == len(found)
    said = [one.summary for one in kept.values()]
    assert "Pia Pupil: Homecoming parade" in said
    (radio,) = [one for one in found if one.summary == "Pia Pupil: Speaks to our school"]
    assert "stated by you in 'Class of 2026'" in radio.description


def test_a_launch_of_the_users_has_a_calendar_too(
    laid: Catalogue, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "class.ics"
    for what in ("class-9", "Class 9"):
        options = parse(["calendar", what, "--out", str(out)])
        assert calendar.write(options, laid, NOW, stamp=NOW) == 0
        assert capsys.readouterr().out == f"3 milestones of Class 9 written to {out}\n"
    found = {one.summary: one for one in read_calendar(out.read_text(encoding="utf-8"))}
    assert list(found) == ["Class 9: Roll-out", "Class 9: launch", "Class 9: Docking"]
    assert "stated by you in 'Class of 2026'" in found["Class 9: launch"].description
    assert [one.tentative for one in found.values()] == [False, True, False]
