"""``countdown forecast``: which marks fall, and what if the return were another."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.running import ask

CROSSING = {
    "kind",
    "category",
    "scope",
    "passes",
    "at",
    "at_latest",
    "rank_after",
    "if_still_in_orbit",
}


def forecast(who: str, at: str, *more: str) -> Any:
    return ask("forecast", who, "--json", "--at", at, *more).json


def record(told: Any, category: str, scope: str) -> Any:
    (found,) = (
        one
        for one in told["crossings"]
        if (one["kind"], one["category"], one["scope"]) == ("record", category, scope)
    )
    return found


def test_the_records_ahead_of_scott_kelly_on_the_day_of_his_launch() -> None:
    told = forecast("scott-kelly", "2015-03-28")
    assert all(one.keys() == CROSSING for one in told["crossings"])
    assert told["return"] == "2016-03-02T04:25:51Z"
    fincke = record(told, "career", "US")
    assert (fincke["passes"], fincke["at"]) == (["mike-fincke"], "2015-10-15T09:02:01Z")
    alegria = record(told, "flight", "US")
    assert (alegria["passes"], alegria["at"]) == (["michael-lopez-alegria"], "2015-10-29T04:05:19Z")
    assert alegria["at"] == alegria["at_latest"]
    assert (alegria["rank_after"], alegria["if_still_in_orbit"]) == (1, False)
    assert told["reason"] is None


def test_padalka_passes_krikalev_on_28_june_2015() -> None:
    krikalev = record(forecast("gennady-padalka", "2015-06-01"), "career", "world")
    assert (krikalev["passes"], krikalev["at"]) == (["sergei-krikalev"], "2015-06-28T23:00:07Z")


def test_what_is_passed_is_no_longer_ahead() -> None:
    level = forecast("scott-kelly", "2015-10-15T09:02:01Z")
    past = forecast("scott-kelly", "2015-10-15T09:02:02Z")
    assert record(level, "career", "US")
    assert not [one for one in past["crossings"] if one["passes"] == ["mike-fincke"]]


def test_the_world_records_are_out_of_reach_and_need_a_later_return() -> None:
    told = forecast("scott-kelly", "2015-10-16")
    needs = {
        (one["category"], one["scope"]): one["needs_return_after"] for one in told["out_of_reach"]
    }
    assert needs == {
        ("career", "world"): "2017-02-23T05:23:55Z",
        ("flight", "world"): "2016-06-07T13:41:28Z",
    }
    marks = {one["category"]: one["mark_seconds"] for one in told["out_of_reach"]}
    assert marks["flight"] == 37_821_511


@pytest.mark.parametrize(
    ("landing", "falls"),
    [("2016-06-07T13:41:28Z", False), ("2016-06-07T13:41:29Z", True), ("2016-07", True)],
)
def test_had_kelly_stayed_into_june_polyakov_s_record_would_have_fallen(
    landing: str, falls: bool
) -> None:
    told = forecast("scott-kelly", "2015-10-16", "--return", landing)
    assert told["return"] == landing
    fallen = [
        one["passes"]
        for one in told["crossings"]
        if (one["kind"], one["category"], one["scope"]) == ("record", "flight", "world")
    ]
    assert fallen == ([["valeri-polyakov"]] if falls else [])
    needed = [(one["category"], one["scope"]) for one in told["out_of_reach"]]
    assert (("flight", "world") in needed) is not falls


def test_had_kelly_come_home_in_october_lopez_alegria_would_have_kept_his_record() -> None:
    told = forecast("scott-kelly", "2015-10-16", "--return", "2015-10-20")
    assert told["crossings"] == []
    assert told["reason"] == "no mark comes within reach of this flight"
    assert "2015-10-29T04:05:19Z" in [one["needs_return_after"] for one in told["out_of_reach"]]


def test_another_return_of_a_flight_that_is_over_looks_at_the_whole_flight() -> None:
    told = forecast("scott-kelly", "2020-01-01", "--return", "2016-06-08")
    assert record(told, "career", "US")["at"] == "2015-10-15T09:02:01Z"
    assert record(told, "flight", "world")["passes"] == ["valeri-polyakov"]


@pytest.mark.parametrize(
    ("who", "at", "reason"),
    [
        ("yuri-gagarin", "1961-04-12", "has not been launched by then"),
        (
            "scott-kelly",
            "2020-01-01",
            "the flight ended 2016-03-02T04:25:51Z: no mark falls without another one",
        ),
        ("anil-menon", "2028-01-01", "the facts are too old to say whether the flight goes on"),
    ],
)
def test_where_nothing_can_fall_the_reason_is_given(who: str, at: str, reason: str) -> None:
    told = forecast(who, at)
    assert (told["crossings"], told["out_of_reach"], told["reason"]) == ([], [], reason)
    assert ask("forecast", who, "--at", at).lines[-1] == f"  {reason}"


def test_without_a_known_return_everything_depends_on_staying_up_for_at_most_two_years() -> None:
    told = forecast("jessica-watkins", "2026-11-22")
    assert told["return"] is None
    assert all(one["if_still_in_orbit"] for one in told["crossings"])
    assert "2026-11-22" < told["crossings"][-1]["at"] <= "2028-11-22T00:00:00Z"
    head, *lines = ask("forecast", "jessica-watkins", "--at", "2026-11-22").lines
    assert head.endswith("; return not announced")
    assert lines[0].endswith(" (if still in orbit)")


def test_the_text_names_the_mark_the_return_it_needs_and_who_is_passed() -> None:
    lines = ask("forecast", "scott-kelly", "--at", "2015-10-16").lines
    assert lines[0].endswith("; return 2016-03-02T04:25:51Z")
    record = "record, US single flight: passes Michael López-Alegría"
    assert f"  2015-10-29T04:05:19Z  {record}" in lines
    assert (
        "  out of reach: world single flight, 437d 17:58:31: "
        "needs a return after 2016-06-07T13:41:28Z" in lines
    )


@pytest.mark.parametrize("landing", ["2015-03-27T19:42:57Z", "2015-03-27T19:41Z", "2014", "1999"])
def test_nobody_comes_back_before_the_launch(landing: str) -> None:
    answer = ask("forecast", "scott-kelly", "--at", "2015-10-16", "--return", landing)
    assert answer.status == 1
    assert answer.complaint == (
        f"countdown: --return: {landing} is not after the launch, 2015-03-27T19:42:57Z"
    )
