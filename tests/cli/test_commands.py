"""``people``, ``standings`` and ``check``: who is up, who leads, and what is wrong with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from countdown.data.resources import bundled_catalogue
from tests.cli.running import ask
from tests.data.small import as_bytes, with_change, write

if TYPE_CHECKING:
    from pathlib import Path

TODAY = ("--at", "2026-11-22")
PERSON_FIELDS = {
    "id": str,
    "name": str,
    "country": str,
    "launch": str,
    "vehicle": str,
    "seconds": int,
    "seconds_max": int,
    "uncertain": bool,
    "unconfirmed": bool,
}


def standings(category: str, scope: str, *more: str, at: str = "2026-11-22") -> list[Any]:
    words = ("standings", "--category", category, "--scope", scope, "--json", "--at", at, *more)
    rows = ask(*words).json["standings"]
    assert isinstance(rows, list)
    return rows


def test_ten_people_are_in_orbit_on_22_november_2026_and_none_of_it_is_confirmed() -> None:
    people = ask("people", *TODAY, "--json").json["people"]
    assert len(people) == 10
    for one in people:
        assert {field: type(value) for field, value in one.items()} == PERSON_FIELDS
        assert one["unconfirmed"] is True
    assert {one["vehicle"] for one in people} == {"Shenzhou 23", "Soyuz MS-29", "SpaceX Crew-13"}
    assert [one["seconds"] for one in people] == sorted(
        (one["seconds"] for one in people), reverse=True
    )


def test_the_text_says_since_when_it_is_unconfirmed_and_that_no_return_is_announced() -> None:
    head, *rows = ask("people", *TODAY).lines
    assert head.startswith("10 people in orbit, 2026-11-22T00:00:00Z")
    assert head.endswith("unconfirmed since 2026-10-08")
    assert len(rows) == 10
    assert all(row.endswith(", return not announced") for row in rows)


def test_for_a_month_after_the_data_s_date_nothing_is_called_unconfirmed() -> None:
    last, next_second = (
        ask("people", "--json", "--at", at).json["people"]
        for at in ("2026-11-07T00:00:00Z", "2026-11-07T00:00:01Z")
    )
    assert [one["unconfirmed"] for one in last] == [False] * 10
    assert [one["unconfirmed"] for one in next_second] == [True] * 10


def test_a_year_after_the_data_s_date_nobody_is_believed_to_be_up_any_more() -> None:
    assert len(ask("people", "--at", "2027-10-08T00:00:00Z", "--json").json["people"]) == 10
    assert ask("people", "--at", "2027-10-08T00:00:01Z", "--json").json["people"] == []
    assert ask("people", "--at", "2028-01-01", "--json").json["people"] == []
    (line,) = ask("people", "--at", "2028-01-01").lines
    assert line.startswith("0 people in orbit")


def test_a_landing_known_to_the_day_leaves_it_uncertain_who_is_up() -> None:
    during = ask("people", "--json", "--at", "2026-10-08T12:00:00Z").json["people"]
    unsure = {one["id"] for one in during if one["uncertain"]}
    assert "jessica-meir" in unsure
    after = ask("people", "--json", "--at", "2026-10-09").json["people"]
    assert not unsure & {one["id"] for one in after}


def test_padalka_led_the_world_with_879_days_until_kononenko_passed_him() -> None:
    first, second = standings("career", "world", "--top", "2", at="2024-01-01")
    assert (first["person"], first["seconds"] // 86_400) == ("gennady-padalka", 878)
    assert (second["person"], second["in_orbit"]) == ("oleg-kononenko", True)
    first = standings("career", "world", "--top", "1")[0]
    assert (first["person"], first["in_orbit"]) == ("oleg-kononenko", False)


def test_crewmates_share_a_rank_and_the_next_rank_is_left_out() -> None:
    """Kononenko and Chub went up and came down together; so did three others before them."""
    rows = standings("flight", "world", "--top", "8")
    assert [one["rank"] for one in rows] == [1, 2, 3, 3, 5, 5, 5, 8, 8]
    assert [one["person"] for one in rows[:4]] == [
        "valeri-polyakov",
        "sergei-avdeyev",
        "nikolai-chub",
        "oleg-kononenko",
    ]


@pytest.mark.parametrize("scope", ["world", "women", "US", "CN"])
@pytest.mark.parametrize("category", ["flight", "career"])
def test_equal_figures_share_a_rank_and_leave_the_next_ones_out(category: str, scope: str) -> None:
    rows = standings(category, scope, "--top", "100000", at="2015-10-16T12:00:00Z")
    figures = [(one["seconds"], one["seconds_max"]) for one in rows]
    assert figures == sorted(figures, reverse=True)
    assert [one["rank"] for one in rows] == [figures.index(figure) + 1 for figure in figures]
    assert all(("launch" in one) is (category == "flight") for one in rows)


def test_all_three_men_of_soyuz_11_are_first_when_one_rank_is_asked_for() -> None:
    rows = standings("flight", "SU", "--top", "1", at="1972-01-01")
    assert [(one["rank"], one["name"]) for one in rows] == [
        (1, "Georgy Dobrovolsky"),
        (1, "Viktor Patsayev"),
        (1, "Vladislav Volkov"),
    ]


@pytest.mark.parametrize("scope", ["SU", "RU", "su", "ru", "Ru"])
def test_the_soviet_union_and_russia_are_one_in_any_spelling(scope: str) -> None:
    told = ask("standings", "--category", "career", "--scope", scope, "--json", *TODAY).json
    assert (told["category"], told["scope"]) == ("career", "RU")
    assert told["standings"][0]["person"] == "oleg-kononenko"


def test_ten_ranks_are_given_unless_others_are_asked_for() -> None:
    assert standings("career", "world")[-1]["rank"] == 10
    assert standings("career", "WORLD", "--top", "3")[-1]["rank"] == 3
    assert {one["rank"] for one in standings("career", "Women", "--top", "1")} == {1}


def test_before_gagarin_there_are_no_standings() -> None:
    assert standings("career", "world", at="1961-04-12") == []


def test_standings_as_text_name_the_category_and_who_is_up() -> None:
    words = ("standings", "--category", "flight", "--scope", "women", "--at", "2019-12-29")
    head, first, second, *_ = ask(*words).lines
    assert head.startswith("women's single flight, 2019-12-29T00:00:00Z")
    assert "Peggy Whitson, launched 2016-11-17T20:20:13Z" in first
    assert not first.endswith(" in orbit")
    assert "289d 04:45:51  Christina Koch" in second
    assert second.endswith(" in orbit")


def test_a_good_catalogue_is_called_good(tmp_path: Path) -> None:
    good = str(write(tmp_path / "good", as_bytes()))
    bundled = str(bundled_catalogue())
    assert ask("check", good, bundled).lines == [f"{good}: good", f"{bundled}: good"]
    told = ask("check", good, "--json").json
    assert told == {"schema": 1, "files": [{"file": good, "problems": []}]}


def test_a_bad_catalogue_is_told_with_file_line_field_value_and_reason(tmp_path: Path) -> None:
    changed = with_change("people.tsv", "\tM\t\tborn", "\tmale\t\tborn")
    bad = str(write(tmp_path / "bad", changed))
    answer = ask("check", bad)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.splitlines()[0] == f"{bad}: people.tsv:3: sex: 'male' must be F or M"
    told = ask("check", bad, "--json")
    assert told.status == 1
    (file,) = told._replace(status=0).json["files"]
    assert file["file"] == bad
    assert file["problems"][0] == {
        "file": "people.tsv",
        "line": 3,
        "field": "sex",
        "value": "male",
        "reason": "must be F or M",
    }


def test_every_problem_of_every_file_is_told(tmp_path: Path) -> None:
    bad = str(write(tmp_path / "bad", with_change("people.tsv", "\tF\t", "\tX\t")))
    good = str(write(tmp_path / "good", as_bytes()))
    missing = str(tmp_path / "nowhere")
    answer = ask("check", bad, good, missing)
    assert answer.status == 1
    lines = answer.out.splitlines()
    assert lines[0] == f"{bad}: people.tsv:2: sex: 'X' must be F or M"
    assert f"{bad}: flights.tsv:2: person: 'ada' is not in people.tsv" in lines
    assert f"{good}: good" in lines
    assert f"{missing}: there is no such file or folder" in lines
