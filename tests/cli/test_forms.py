"""The JSON of everybody who ever flew is well formed at any time, by a schema written by hand."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import pytest

from countdown.cli import commands
from countdown.cli.arguments import parse
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Instant

EXACT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?Z)?)?)?")
SPAN = re.compile(r"\d+d \d\d:\d\d(:\d\d)?|\d+(–\d+)? d")
PHASES = {"before_launch", "in_orbit", "landing_unconfirmed", "landed", "died_in_flight"}
STATUS = {"schema", "at", "data_date", "person", "phase", "unconfirmed", "flight", "next_launch"}
STATUS |= {"counters", "countdowns"}
FLIGHT = {"number", "launch", "launch_vehicle", "landing", "landing_vehicle"}
COUNTER = {"seconds", "seconds_max", "text", "days", "days_max", "nth_day", "nth_day_max"}
OWN = {
    "launch": {"vehicle"},
    "record": {"category", "scope", "passes"},
    "rank": {"category", "scope", "passes", "rank_after"},
    "days": {"counts", "days"},
    "return": set(),
}
WHEN = {"kind", "at", "at_latest", "seconds", "seconds_max", "text"}


def told(catalogue: Catalogue, who: str | None, now: Instant) -> dict[str, Any]:
    """The answer of ``status``, without loading the catalogue each time."""
    out = io.StringIO()
    words = ["status", "--json"] if who is None else ["status", who, "--json"]
    with redirect_stdout(out):
        assert commands.status(parse(words), catalogue, now) == 0
    answer = json.loads(out.getvalue())
    assert isinstance(answer, dict)
    return answer


def check_status(form: dict[str, Any]) -> None:
    assert form.keys() >= STATUS
    assert form.keys() <= STATUS | {"as_of", "uncertain", "ranks", "passed"}
    assert form["phase"] in PHASES
    assert type(form["unconfirmed"]) is bool
    assert ("as_of" in form) is (form["phase"] == "landing_unconfirmed")
    assert form["person"].keys() == {"id", "name", "country"}
    assert re.fullmatch("[A-Z]{2}", form["person"]["country"])
    if form["flight"] is None:
        assert form["phase"] == "before_launch"
    else:
        check_flight(form["flight"])
    counters = form["counters"]
    assert counters["flight"].keys() == COUNTER | {"calendar_dates", "age"}
    assert counters["career"].keys() == COUNTER
    for one in counters.values():
        check_counter(one)
    assert counters["flight"]["seconds_max"] <= counters["career"]["seconds_max"]
    for one in form["countdowns"]:
        check_countdown(one, "T-")
    times = [one["at"] for one in form["countdowns"] if one["at"] is not None]
    assert times == sorted(times)


def check_flight(form: dict[str, Any]) -> None:
    assert form.keys() - {"planned_return"} == FLIGHT
    assert form["number"] > 0
    assert MOMENT.fullmatch(form["launch"])
    assert (form["landing"] is None) is (form["landing_vehicle"] is None)
    if form["landing"] is not None:
        assert MOMENT.fullmatch(form["landing"])


def check_counter(form: dict[str, Any]) -> None:
    low, high = form["seconds"], form["seconds_max"]
    assert 0 <= low <= high
    assert (form["days"], form["days_max"]) == (low // 86_400, high // 86_400)
    assert (form["nth_day"], form["nth_day_max"]) == (-(-low // 86_400), -(-high // 86_400))
    assert SPAN.fullmatch(form["text"])
    if "age" in form:
        assert form["age"].keys() == {"years", "months", "days"}
        assert all(type(one) is int and one >= 0 for one in form["age"].values())
        assert form["calendar_dates"] in (form["nth_day"], form["nth_day"] + 1) or low < high


def check_countdown(form: dict[str, Any], sign: str) -> None:
    if form["at"] is None:
        assert form == {"kind": "return", "at": None, "text": "return not announced"}
        return
    assert form.keys() - {"if_still_in_orbit", "no_earlier_than"} == WHEN | OWN[form["kind"]]
    assert EXACT.fullmatch(form["at"])
    assert EXACT.fullmatch(form["at_latest"])
    assert form["at"] <= form["at_latest"]
    assert 0 <= form["seconds"] <= form["seconds_max"]
    assert form["text"].startswith(sign)
    if form["kind"] in ("record", "rank"):
        check_category(form)
        assert form["passes"]
        assert all(isinstance(one, str) for one in form["passes"])


def check_category(form: dict[str, Any]) -> None:
    assert form["category"] in ("career", "flight")
    assert re.fullmatch("world|women|[A-Z]{2}", form["scope"])
    assert form["scope"] != "SU"


@pytest.mark.parametrize(
    "now",
    [
        "1961-04-12T06:30:00Z",
        "1986-01-28T16:40:00Z",
        "2015-10-16T12:00Z",
        "2026-11-22",
        "2028-01-01",
    ],
)
def test_the_status_of_everybody_is_well_formed(catalogue: Catalogue, now: str) -> None:
    assert len(catalogue.people) == 651
    for who in catalogue.people:
        form = told(catalogue, who, at(now))
        check_status(form)
        assert form["person"]["id"] == who
        for one in form["passed"]:
            check_countdown(one, "T+")
            assert one["kind"] == "record"
        for rank in form["ranks"]:
            check_category(rank)
            assert rank.keys() - {"uncertain"} == {"category", "scope", "rank"}
            assert rank["rank"] >= 1
        assert bool(form["ranks"]) is (form["phase"] != "before_launch")


@pytest.mark.parametrize("now", ["1961-04-12", "1985-10-30", "2001-07-20", "2024-09-11T12:00:00Z"])
def test_the_status_of_everyone_in_orbit_is_well_formed(catalogue: Catalogue, now: str) -> None:
    form = told(catalogue, None, at(now))
    assert form.keys() == {"schema", "at", "data_date", "statuses"}
    assert len(form["statuses"]) == len(catalogue.in_orbit(at(now)))
    for one in form["statuses"]:
        check_status(one)
        assert one["phase"] == "in_orbit"


def test_the_nineteen_in_orbit_on_11_september_2024_are_all_told_of(catalogue: Catalogue) -> None:
    assert len(told(catalogue, None, at("2024-09-11T20:00:00Z"))["statuses"]) == 19
