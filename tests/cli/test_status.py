"""``countdown status``: one person's reading, and that of everyone in orbit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.running import ask

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

KELLY_AT_NOON = """
{"schema": 1, "at": "2015-10-16T12:00:00Z", "data_date": "2026-10-08",
 "person": {"id": "scott-kelly", "name": "Scott Kelly", "country": "US"},
 "phase": "in_orbit", "unconfirmed": false,
 "flight": {"number": 4, "launch": "2015-03-27T19:42:57Z", "launch_vehicle": "Soyuz TMA-16M",
            "landing": "2016-03-02T04:25:51Z", "landing_vehicle": "Soyuz TMA-18M"},
 "next_launch": null,
 "counters": {
   "flight": {"seconds": 17511423, "seconds_max": 17511423, "text": "202d 16:17:03",
              "days": 202, "days_max": 202, "nth_day": 203, "nth_day_max": 203,
              "calendar_dates": 204, "age": {"years": 0, "months": 6, "days": 18}},
   "career": {"seconds": 33069967, "seconds_max": 33069967, "text": "382d 18:06:07",
              "days": 382, "days_max": 382, "nth_day": 383, "nth_day_max": 383}},
 "countdowns": [
   {"kind": "record", "category": "flight", "scope": "US", "passes": ["michael-lopez-alegria"],
    "at": "2015-10-29T04:05:19Z", "at_latest": "2015-10-29T04:05:19Z",
    "seconds": 1094719, "seconds_max": 1094719, "text": "T-12d 16:05:19"},
   {"kind": "return", "at": "2016-03-02T04:25:51Z", "at_latest": "2016-03-02T04:25:51Z",
    "seconds": 11895951, "seconds_max": 11895951, "text": "T-137d 16:25:51"}],
 "passed": [
   {"kind": "record", "category": "career", "scope": "US", "passes": ["mike-fincke"],
    "at": "2015-10-15T09:02:01Z", "at_latest": "2015-10-15T09:02:01Z",
    "seconds": 97079, "seconds_max": 97079, "text": "T+1d 02:57:59"}],
 "ranks": [{"category": "career", "scope": "US", "rank": 1},
           {"category": "flight", "scope": "US", "rank": 2}]}
"""
NOON = ("--at", "2015-10-16T12:00:00Z")


def kelly(at: str) -> Any:
    return ask("status", "scott-kelly", "--json", "--at", at).json


def records(countdowns: list[dict[str, Any]]) -> list[tuple[str, str, list[str], str]]:
    return [
        (one["category"], one["scope"], one["passes"], one["at"])
        for one in countdowns
        if one["kind"] == "record"
    ]


@pytest.mark.parametrize("field", json.loads(KELLY_AT_NOON))
def test_scott_kelly_at_noon_on_16_october_2015_is_as_promised(field: str) -> None:
    promised = json.loads(KELLY_AT_NOON)[field]
    answered = ask("status", "scott-kelly", *NOON, "--json").json[field]
    if field in ("countdowns", "ranks"):
        assert all(one in answered for one in promised)
    else:
        assert answered == promised


def test_the_countdowns_of_scott_kelly_come_in_the_order_of_time() -> None:
    times = [one["at"] for one in kelly("2015-10-16T12:00:00Z")["countdowns"]]
    assert times == sorted(times)
    assert len(times) > 10


def test_kelly_holds_the_us_career_record_from_the_second_after_he_drew_level_with_fincke() -> None:
    level, past = kelly("2015-10-15T09:02:01Z"), kelly("2015-10-15T09:02:02Z")
    assert not level["passed"]
    assert level["countdowns"][0]["text"] == "T-0d 00:00:00"
    assert past["passed"][0]["text"] == "T+0d 00:00:01"
    assert [
        one["rank"]
        for reading in (level, past)
        for one in reading["ranks"]
        if (one["category"], one["scope"]) == ("career", "US")
    ] == [1, 1]


def test_kelly_passed_fincke_and_lopez_alegria_by_the_end_of_his_year() -> None:
    landed = kelly("2016-03-02T04:25:51Z")
    assert landed["phase"] == "landed"
    assert records(landed["passed"]) == [
        ("career", "US", ["mike-fincke"], "2015-10-15T09:02:01Z"),
        ("flight", "US", ["michael-lopez-alegria"], "2015-10-29T04:05:19Z"),
    ]
    assert not landed["countdowns"]


def test_padalka_passes_krikalev_on_28_june_2015() -> None:
    before = ask("status", "padalka", "--json", "--at", "2015-06-28").json
    (world,) = (one for one in records(before["countdowns"]) if one[1] == "world")
    assert world == ("career", "world", ["sergei-krikalev"], "2015-06-28T23:00:07Z")
    after = ask("status", "padalka", "--json", "--at", "2015-09-12T00:51:37Z").json
    assert world in records(after["passed"])
    assert after["counters"]["career"]["nth_day"] == 879


def test_scott_kelly_as_text_says_what_the_json_says() -> None:
    lines = ask("status", "Scott Kelly", *NOON).lines
    assert lines[0].startswith("Scott Kelly (US): in orbit, 2015-10-16T12:00:00Z")
    assert "facts as of 2026-10-08" in lines[0]
    assert any(line.split() == ["flight", "202d", "16:17:03", "203rd", "day"] for line in lines)
    assert any(line.split() == ["career", "382d", "18:06:07", "383rd", "day"] for line in lines)
    (record,) = (line for line in lines if "T-12d 16:05:19" in line)
    assert "record, US single flight: passes Michael López-Alegría" in record
    assert any("T+1d 02:57:59" in line and "Mike Fincke" in line for line in lines)


def test_an_hour_ahead_of_greenwich_is_the_same_instant() -> None:
    assert kelly("2015-10-16T13:00:00+01:00") == kelly("2015-10-16T12:00:00Z")
    assert kelly("2015-10-16T12:00Z") == kelly("2015-10-16T12:00:00.999Z")
    assert kelly("2015-10-16") == kelly("2015-10-16T00:00:00Z")


def test_without_an_instant_the_status_is_that_of_now() -> None:
    told = ask("status", "scott-kelly", "--json", now="2015-10-16T12:00:00Z").json
    assert told == kelly("2015-10-16T12:00:00Z")


def test_before_the_first_launch_all_counters_are_zero_and_the_launch_is_to_come() -> None:
    before = kelly("1999-12-19")
    assert before["phase"] == "before_launch"
    assert before["flight"] is None
    assert before["next_launch"] == "1999-12-20T00:50:00Z"
    counters = before["counters"]
    assert [counters[one]["seconds_max"] for one in ("flight", "career")] == [0, 0]
    (launch,) = before["countdowns"]
    assert (launch["kind"], launch["vehicle"]) == ("launch", "STS-103")
    assert (launch["text"], launch["seconds"]) == ("T-1d 00:50:00", 89_400)


def test_who_died_in_flight_is_shown_with_the_facts() -> None:
    after = ask("status", "kalpana-chawla", "--json", "--at", "2003-03-01").json
    assert after["phase"] == "died_in_flight"
    assert after["flight"]["landing_vehicle"] == "STS-107"
    assert not after["countdowns"]
    lines = ask("status", "kalpana-chawla", "--at", "2003-03-01").lines
    assert "died in flight" in lines[0]
    assert any(line.startswith("  died on STS-107") for line in lines)


def test_a_flight_that_ended_on_a_known_day_is_told_in_days() -> None:
    landed = ask("status", "jessica-meir", "--json", "--at", "2026-11-22").json
    flight = landed["counters"]["flight"]
    assert flight["seconds"] < flight["seconds_max"]
    assert flight["text"] == f"{flight['days']}–{flight['days_max']} d"


def test_everyone_in_orbit_has_a_status_without_ranks_and_passed() -> None:
    told = ask("status", "--json").json
    people = ask("people", "--json").json["people"]
    assert [one["person"]["id"] for one in told["statuses"]] == [one["id"] for one in people]
    assert len(told["statuses"]) == 10
    for one in told["statuses"]:
        assert not {"ranks", "passed"} & one.keys()
        assert one["unconfirmed"] is True
        assert one["countdowns"][-1] == {
            "kind": "return",
            "at": None,
            "text": "return not announced",
        }
        assert all(coming["if_still_in_orbit"] for coming in one["countdowns"][:-1])


def test_nobody_was_in_orbit_before_gagarin() -> None:
    assert ask("status", "--json", "--at", "1961-04-12T06:06:59Z").json["statuses"] == []
    first = ask("status", "--json", "--at", "1961-04-12T06:07:00Z").json["statuses"]
    assert [one["person"]["id"] for one in first] == ["yuri-gagarin"]


def test_after_a_year_without_news_ten_counters_stand_still(catalogue: Catalogue) -> None:
    for flight in catalogue.in_orbit(catalogue.unconfirmed_from):
        told = ask("status", flight.person.id, "--json", "--at", "2028-01-01").json
        assert told["phase"] == "landing_unconfirmed"
        assert told["as_of"] == "2027-10-08T00:00:00Z"
        assert (told["unconfirmed"], told["countdowns"]) == (True, [])
        later = ask("status", flight.person.id, "--json", "--at", "2100-01-01").json
        assert told["counters"] == later["counters"]
    text = ask("status", flight.person.id, "--at", "2028-01-01").lines
    assert "landing not confirmed" in text[0]
    assert "  counters stand still as of 2027-10-08T00:00:00Z" in text
