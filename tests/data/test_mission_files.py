"""``.mission`` files: out and in again the same, and whatever is wrong is told by its path."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fastjsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countdown.core.errors import FileProblemsError, Problem
from countdown.core.flights import Person, Sex
from countdown.core.overlays import with_own
from countdown.core.own_claims import OwnFactsError
from countdown.core.own_missions import OwnMission
from countdown.data.json_forms import MOST_PROBLEMS, JsonObject
from countdown.data.mission_files import (
    MAX_BYTES,
    SCHEMA,
    conflict_problem,
    load_missions,
    migrated,
    mission_text,
    parse_missions,
)
from countdown.data.mission_forms import mission_schema
from tests.own import mission_sets, own_mission

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA_FILE = DOCS / "mission.schema.json"


def example() -> str:
    """The one that is shown in the documentation."""
    found = re.search(
        r"```json\n(.*?)```", (DOCS / "mission-file.md").read_text("utf-8"), re.DOTALL
    )
    assert found is not None
    return found[1]


def problems(raw: bytes | str) -> tuple[Problem, ...]:
    with pytest.raises(FileProblemsError) as caught:
        parse_missions(raw.encode() if isinstance(raw, str) else raw, "a.mission")
    return caught.value.problems


def only(raw: bytes | str) -> tuple[str, str, str]:
    (problem,) = problems(raw)
    return problem.field, problem.value, problem.reason


def with_facts(**facts: object) -> str:
    mission = {"id": "a", "title": "A", "stated_on": "2026-11-28", **facts}
    return json.dumps({"schema": 1, "missions": [mission]})


@settings(max_examples=40)
@given(mission_sets())
def test_any_missions_out_and_in_again_are_equal(missions: tuple[OwnMission, ...]) -> None:
    text = mission_text(missions)
    assert parse_missions(text.encode(), "a.mission") == (missions, False)
    assert mission_text(missions) == text


def test_the_example_of_the_documentation_can_be_laid_over_the_catalogue(
    catalogue: Catalogue,
) -> None:
    (mission,), _ = parse_missions(example().encode(), "example")
    laid = with_own(catalogue, [mission]).catalogue
    pia = laid.career(laid.people["pia-example"])
    assert [str(one.launch) for one in pia] == ["2027-03"]
    assert all(
        name in example()
        for name in OwnMission._fields
        if name != "countries"  # nobody needs one in the example
    )


def test_a_wrong_moment_is_named_by_its_path() -> None:
    flight = {"person": "x", "up": "y", "country": "US"}
    path, value, reason = only(
        with_facts(flights=[flight, {**flight, "planned_return": "2015-13-01"}])
    )
    assert (path, value) == ("missions[0].flights[1].planned_return", "2015-13-01")
    assert reason.startswith("is no moment; write it like 2015-03-27T19:42:57Z")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2015-02-30", "is no moment"),
        ("2015-03-27T25:00Z", "is no moment"),
        ("2015-03-27T19:42", "has no time zone; end it with Z"),
        ("1815-03-27", "is outside 1900 to 2200"),
        ("27 March 2015", "is no moment"),
        ("2015-03-27\n", "is no moment"),
        ("", "is no moment"),
        (5, "is no moment"),
        (None, "is no moment"),
        ({"at": "2015-13"}, "is no moment"),
        ({"no_earlier_than": True}, "is missing"),
        (
            {"earliest": "2015-03-02", "latest": "2015-03-01", "precision": "day"},
            "is no interval of this precision",
        ),
        ({"earliest": "2015-03-02", "latest": "2015-03-03", "precision": "week"}, "must be one of"),
    ],
)
def test_what_is_no_moment_is_refused(written: object, reason: str) -> None:
    milestone = {"title": "T", "moment": written}
    path, _, why = only(with_facts(milestones=[milestone]))
    assert path.startswith("missions[0].milestones[0].moment")
    assert why.startswith(reason)


@pytest.mark.parametrize(
    ("facts", "path", "reason"),
    [
        ({"title": ""}, "title", "must not be empty"),
        ({"title": "  "}, "title", "must not be empty"),
        ({"title": 1}, "title", "must be a text"),
        ({"title": "x" * 201}, "title", "is longer than 200 signs"),
        ({"title": "a\nb"}, "title", "has a control or direction character"),
        ({"title": "a\u202eb"}, "title", "has a control or direction character"),
        ({"title": "a\x00b"}, "title", "has a control or direction character"),
        ({"note": "a\u2066b"}, "note", "has a control or direction character"),
        ({"id": "A"}, "id", "must be made of a-z, 0-9 and single hyphens"),
        ({"id": "a\n"}, "id", "must be made of a-z, 0-9 and single hyphens"),
        ({"stated_on": "2026-11"}, "stated_on", "must be a date, like 2026-11-28"),
        ({"people": {}}, "people", "must be a list"),
        ({"people": [1]}, "people[0]", "must be an object"),
        ({"pepole": []}, "pepole", "is no field that is known here"),
        (
            {"people": [{"id": "x", "name": "X", "sex": "X"}]},
            "people[0].sex",
            "must be one of F, M",
        ),
    ],
)
def test_a_wrong_field_is_named_with_its_reason(
    facts: dict[str, object], path: str, reason: str
) -> None:
    found, _, why = only(with_facts(**facts))
    assert (found, why) == (f"missions[0].{path}", reason)


@pytest.mark.parametrize(
    "kilometres", ["99", "1000001", "400.0", '"400"', "true", "1" * 30, "1" * 5000]
)
def test_a_height_is_a_whole_number_of_kilometres(kilometres: str) -> None:
    ship = {"id": "x", "name": "X", "spacecraft": "X", "launch": "2026", "orbit_km": 0}
    raw = with_facts(vehicles=[ship]).replace('"orbit_km": 0', f'"orbit_km": {kilometres}')
    path, _, reason = only(raw)
    assert path == "missions[0].vehicles[0].orbit_km"
    assert reason == "must be a whole number from 100 to 1000000"


@pytest.mark.parametrize(
    "title", ["👩‍🚀 Łódź", "=1+1", "<b>bold</b>", "file:///etc/passwd", "a\u00a0b"]
)
def test_what_only_looks_dangerous_is_plain_text(title: str) -> None:
    (mission,), _ = parse_missions(with_facts(title=title).encode(), "a.mission")
    assert mission.title == title


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is not JSON: Expecting value"),
        (b"[]", "is not a JSON object"),
        (b"[" * 100_000, "is not JSON: nested too deeply"),
        (b'{"a":' * 100_000, "is not JSON: nested too deeply"),
        (b'{"schema": 1, "missions": NaN}', "is not JSON: NaN is no number in JSON"),
        (b'{"schema": 1, "missions": -Infinity}', "is not JSON: -Infinity is no number"),
        (b'{"schema": 1, "missions": []', "is not JSON"),
        (b"\xff\xfe{\x00", "is not UTF-8 text"),
        (b"{}" + b" " * MAX_BYTES, "larger than 1 MiB"),
        (b"{}", "is missing"),
        (b'{"schema": "1"}', "must be 1"),
        (b'{"schema": true}', "must be 1"),
        (b'{"schema": 0}', "must be 1"),
        (b'{"schema": 1}', "is missing"),
        (b'{"schema": 1, "missions": {}}', "must be a list"),
    ],
)
def test_what_is_no_mission_file_at_all_is_refused(raw: bytes, reason: str) -> None:
    assert only(raw)[2].startswith(reason)


def test_a_key_that_is_there_twice_is_never_chosen_from() -> None:
    assert only(b'{"schema": 1, "missions": [], "missions": []}') == (
        "missions",
        "list",
        "is there twice",
    )
    twice = with_facts(title="A").replace('"title": "A"', '"title": "A", "title": "B"')
    assert only(twice) == ("missions[0].title", "B", "is there twice")


def test_two_missions_have_two_ids() -> None:
    one = json.loads(with_facts())["missions"][0]
    path, value, reason = only(json.dumps({"schema": 1, "missions": [one, one]}))
    assert (path, value, reason) == ("missions[1].id", "a", "is there twice")


def test_a_file_of_nothing_but_errors_names_the_first_hundred() -> None:
    assert len(problems(with_facts(people=[1] * 10_000))) == MOST_PROBLEMS


def test_half_a_sign_is_refused_on_the_way_in_and_on_the_way_out() -> None:
    raw = with_facts().replace('"A"', r'"A\ud800"')
    assert only(raw)[0] == "missions[0].title"
    with pytest.raises(FileProblemsError):
        mission_text((own_mission("a", note="\ud800"),))


def test_nothing_is_written_that_could_not_be_read() -> None:
    with pytest.raises(FileProblemsError) as caught:
        mission_text((own_mission("a", people=(Person("x", "a\u202eb", Sex.MALE),)),))
    assert caught.value.problems[0].field == "missions[0].people[0].name"
    with pytest.raises(FileProblemsError):
        mission_text(tuple(own_mission(f"m-{n}", note="x" * 10_000) for n in range(110)))


def test_a_newer_file_is_read_as_far_as_it_is_understood() -> None:
    newer = json.loads(with_facts(mood="good"))
    newer |= {"schema": SCHEMA + 1, "more": 1}
    read = parse_missions(json.dumps(newer).encode(), "a.mission")
    assert read.is_newer
    assert [one.id for one in read.missions] == ["a"]
    newer["missions"][0]["stated_on"] = {"era": 3}
    path, value, reason = only(json.dumps(newer))
    assert (path, value) == ("schema", str(SCHEMA + 1))
    assert "newer version of the app" in reason


def test_an_older_file_is_brought_here_step_by_step() -> None:
    steps = {
        1: lambda old: JsonObject([("names", old["name"])]),
        2: lambda old: JsonObject([("titles", old["names"])]),
    }
    assert migrated(JsonObject([("name", "x")]), 1, steps) == {"titles": "x"}
    assert migrated(JsonObject([("titles", "x")]), 3, steps) == {"titles": "x"}


def test_a_conflict_with_the_catalogue_is_told_like_anything_else(catalogue: Catalogue) -> None:
    kelly = own_mission("a", people=(Person("scott-kelly", "Somebody Else", Sex.MALE),))
    with pytest.raises(OwnFactsError) as caught:
        with_own(catalogue, [own_mission("good"), kelly])
    assert conflict_problem("a.mission", caught.value.conflicts[0]) == Problem(
        "a.mission",
        None,
        "missions[1].people[0].id",
        "scott-kelly",
        "is Scott Kelly in the catalogue",
    )


def test_no_file_a_folder_and_a_name_that_is_none_are_told(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path / "nothing", "there is no such file"),
        (tmp_path, "is no file"),
        (Path("a\0b"), "is no name of a file"),
        (tmp_path / ("x" * 999), "cannot be read"),
    ):
        with pytest.raises(FileProblemsError, match=reason):
            load_missions(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.mission"
    with huge.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    with pytest.raises(FileProblemsError, match="larger than 1 MiB"):
        load_missions(huge)


def test_the_schema_beside_the_documentation_is_that_of_the_reader() -> None:
    """After a change: write ``mission_schema(SCHEMA)`` there, with an indent of 2."""
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == mission_schema(SCHEMA)


ALLOWED = fastjsonschema.compile(json.loads(SCHEMA_FILE.read_text("utf-8")))


def is_allowed(content: object) -> bool:
    try:
        ALLOWED(content)
    except fastjsonschema.JsonSchemaException:
        return False
    return True


def reasons_against(content: object) -> list[str]:
    """What the reader says."""
    try:
        parse_missions(json.dumps(content).encode(), "a.mission")
    except FileProblemsError as error:
        return [one.reason for one in error.problems]
    return []


@st.composite
def spoilt(draw: st.DrawFn, content: Any) -> Any:
    """Draw the content with one value somewhere in it put in place of another, or left out."""
    odd: st.SearchStrategy[Any] = st.sampled_from(
        [None, True, 0, 1, -1, 2.5, "", "x", "X Y", "2015", "2015-03-27", "a\u202eb", [], {}, "US"]
    )
    if isinstance(content, dict) and content and draw(st.integers(0, 7)):
        key = draw(st.sampled_from(sorted(content)))
        rest = {name: one for name, one in content.items() if name != key}
        what = draw(st.integers(0, 9))
        return rest if what == 0 else {**rest, key: draw(spoilt(content[key]))}
    if isinstance(content, list) and content and draw(st.integers(0, 7)):
        place = draw(st.integers(0, len(content) - 1))
        return [*content[:place], draw(spoilt(content[place])), *content[place + 1 :]]
    return draw(odd)


@settings(max_examples=60)
@given(st.data())
def test_the_schema_and_the_reader_agree_on_any_spoilt_file(data: st.DataObject) -> None:
    """But for what a schema cannot say: that ids differ, and which dates there are."""
    content = json.loads(mission_text(data.draw(mission_sets())))
    if data.draw(st.booleans()):
        content = data.draw(spoilt(content))
    beyond = ("is there twice", "is outside", "is no interval", "is no moment")
    wrong = reasons_against(content)
    if not wrong or not all(one.startswith(beyond) for one in wrong):
        assert is_allowed(content) is not bool(wrong)
