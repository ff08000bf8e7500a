"""The figures that press reports were compared with, by every rule of counting.

They are those of the project's facts: elapsed is the floor, nth day the ceiling, calendar dates
count both ends; of the total, and flight by flight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.durations import calendar_dates
from countdown.core.records import Category, Kind
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.durations import Span


def total_by(catalogue: Catalogue, who: str, now: str) -> Span:
    category = Category(Kind.CAREER, "world")
    standings = catalogue.records.standings(category, at(now))
    return next(one.span for one in standings if one.person.id == who)


@pytest.mark.parametrize(
    ("who", "now", "elapsed", "nth_day", "dates", "by_flight"),
    [
        ("mike-fincke", "2015-10-16T00:00:00Z", 381, 382, 385, (380, 383)),
        ("scott-kelly", "2015-10-16T00:00:00Z", 382, 383, 388, (380, 384)),
        ("scott-kelly", "2015-10-16T12:00:00Z", 382, 383, 388, (380, 384)),
        ("scott-kelly", "2015-10-16T18:00:00Z", 383, 384, 388, (380, 384)),
        ("scott-kelly", "2015-03-27T00:00:00Z", 180, 181, 184, (178, 181)),
        ("scott-kelly", "2026-11-22T00:00:00Z", 520, 521, 526, (518, 522)),
        ("gennady-padalka", "2015-06-28T23:00:07Z", 803, 804, 809, (800, 805)),
        ("sergei-krikalev", "2015-06-28T23:00:07Z", 803, 804, 810, (800, 806)),
        ("gennady-padalka", "2026-11-22T00:00:00Z", 878, 879, 885, (875, 880)),
    ],
)
def test_a_career_in_days_by_every_rule_of_counting(
    catalogue: Catalogue,
    who: str,
    now: str,
    elapsed: int,
    nth_day: int,
    dates: int,
    by_flight: tuple[int, int],
) -> None:
    total = total_by(catalogue, who, now)
    assert (total.days, total.nth_day) == (elapsed, nth_day)
    flown = [one for one in catalogue.career(catalogue.people[who]) if one.has_begun(at(now))]
    spans = [one.span(at(now)) for one in flown]
    assert (sum(one.days for one in spans), sum(one.nth_day for one in spans)) == by_flight
    counted = [
        calendar_dates(one.launch.earliest, min(at(now), one.stop.earliest)) for one in flown
    ]
    assert sum(counted) == dates


@pytest.mark.parametrize(
    ("who", "number", "now", "elapsed", "nth_day", "dates"),
    [
        ("scott-kelly", 4, "2015-10-29T00:00:00Z", 215, 216, 217),
        ("scott-kelly", 4, "2015-10-29T12:00:00Z", 215, 216, 217),
        ("scott-kelly", 4, "2015-10-29T20:00:00Z", 216, 217, 217),
        ("scott-kelly", 4, "2016-03-02T04:25:51Z", 340, 341, 342),
        ("michael-lopez-alegria", 4, "2015-10-29T00:00:00Z", 215, 216, 216),
    ],
)
def test_a_flight_in_days_by_every_rule_of_counting(
    catalogue: Catalogue, who: str, number: int, now: str, elapsed: int, nth_day: int, dates: int
) -> None:
    flight = catalogue.career(catalogue.people[who])[number - 1]
    span = flight.span(at(now))
    assert (span.days, span.nth_day) == (elapsed, nth_day)
    end = min(at(now), flight.stop.earliest)
    assert calendar_dates(flight.launch.earliest, end) == dates


def test_padalka_draws_level_with_krikalev_to_the_second(catalogue: Catalogue) -> None:
    level = "2015-06-28T23:00:07Z"
    padalka, krikalev = (
        total_by(catalogue, who, level) for who in ("gennady-padalka", "sergei-krikalev")
    )
    assert padalka == krikalev
    assert padalka.is_exact
