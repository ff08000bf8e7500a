"""Estimates: Kelly's published figures, the twin's clock by another route, and their rules."""

from __future__ import annotations

import math
from decimal import Decimal, getcontext
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.durations import Span
from countdown.core.estimates import (
    NEED_ORBIT,
    EstimateKind,
    Orbit,
    Stay,
    estimates,
    may_be_told,
    rounded,
    stays_by,
)
from countdown.core.moments import DAY
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.estimates import Estimate
    from countdown.core.flights import Flight

(FLIGHT,) = catalogue_of(
    trip(person("Ada"), vehicle("One", "2020-01-01T00:00:00Z", "2020-06-01T00:00:00Z"))
).flights
HEIGHTS = st.integers(150, 1_500)
SECONDS = st.integers(0, 1_400 * DAY)


def stay(seconds: int, height: int | None = 400, seconds_max: int | None = None) -> Stay:
    span = Span(seconds, seconds if seconds_max is None else seconds_max)
    return Stay(FLIGHT, span, None if height is None else Orbit(height))


def by_kind(*stays: Stay) -> dict[EstimateKind, Estimate]:
    return {one.kind: one for one in estimates(stays)}


def kelly(catalogue: Catalogue) -> Flight:
    return catalogue.career(catalogue.people["scott-kelly"])[3]


def test_kellys_year_is_near_what_was_published_of_it(catalogue: Catalogue) -> None:
    told = by_kind(*stays_by([kelly(catalogue)], at("2016-06-01")))
    assert told[EstimateKind.ORBITS].low == pytest.approx(5_440, rel=0.03)
    assert told[EstimateKind.KILOMETRES].low == pytest.approx(143_846_525 * 1.609344, rel=0.03)
    assert told[EstimateKind.TWIN].low == pytest.approx(8.6e-3, rel=0.03)
    assert told[EstimateKind.MARS].low == pytest.approx(340.363 / 1_095.75, rel=1e-5)
    assert told[EstimateKind.STAY].low == pytest.approx(340.363 / 182.625, rel=1e-5)


def test_gagarin_flew_around_earth_about_once(catalogue: Catalogue) -> None:
    (first, *_) = catalogue.flights
    told = by_kind(*stays_by([first], at("1961-05-01")))
    assert 1 < told[EstimateKind.ORBITS].low <= told[EstimateKind.ORBITS].high < 1.3


@pytest.mark.parametrize("height", [200, 400, 1_000])
def test_the_twins_clock_agrees_with_exact_relativity(height: int) -> None:
    """A circular orbit's proper time is √(1 − 3GM/rc²), a clock's at rest √(1 − 2GM/Rc²)."""
    getcontext().prec = 40
    pull = Decimal("3.986004418e14") / Decimal(299_792_458) ** 2
    orbit = (1 - 3 * pull / Decimal(6_371_000 + 1_000 * height)).sqrt()
    ground = (1 - 2 * pull / Decimal(6_371_000)).sqrt()
    a_year = Decimal(365 * DAY)
    expected = float(a_year * (ground - orbit))
    twin = by_kind(stay(365 * DAY, height))[EstimateKind.TWIN]
    assert twin.low == pytest.approx(expected, rel=1e-6)
    assert twin.slower - twin.faster == pytest.approx(twin.low)


def test_height_outweighs_speed_beyond_half_an_earth_radius() -> None:
    assert Orbit(3_180).younger > 0 > Orbit(3_190).younger
    twin = by_kind(stay(100, 20_200, 200))[EstimateKind.TWIN]
    assert twin.low < twin.high < 0


def test_the_ground_at_rest_is_within_a_hundredth() -> None:
    turning = 465.0**2 / (2 * 299_792_458.0**2)
    assert turning / Orbit(400).younger < 0.01


def test_no_height_leaves_only_the_shares() -> None:
    assert set(by_kind(stay(DAY), stay(DAY, None))) == set(EstimateKind) - set(NEED_ORBIT)


def test_a_flight_with_a_death_is_not_put_in_other_words(catalogue: Catalogue) -> None:
    died = [one for one in catalogue.flights if one.up.name == "STS-107"]
    assert died
    assert not any(may_be_told([one]) for one in died)
    assert may_be_told([kelly(catalogue)])


@given(SECONDS, SECONDS, HEIGHTS)
def test_a_longer_stay_is_never_less(first: int, second: int, height: int) -> None:
    short, long = sorted((first, second))
    less, more = by_kind(stay(short, height)), by_kind(stay(long, height))
    pair = by_kind(stay(short, height, long))
    for kind in EstimateKind:
        assert less[kind].low <= more[kind].low
        assert (pair[kind].low, pair[kind].high) == (less[kind].low, more[kind].high)


@given(SECONDS, SECONDS, HEIGHTS, HEIGHTS)
def test_a_career_is_the_sum_of_its_flights(a: int, b: int, high: int, low: int) -> None:
    both = by_kind(stay(a, high), stay(b, low))
    one, other = by_kind(stay(a, high)), by_kind(stay(b, low))
    for kind in EstimateKind:
        assert both[kind].low == pytest.approx(one[kind].low + other[kind].low)


@given(st.floats(1e-9, 1e12), st.integers(1, 6))
def test_rounding_keeps_so_many_figures(value: float, figures: int) -> None:
    near = rounded(value, figures)
    assert abs(near - value) <= 0.5000001 * 10 ** (math.floor(math.log10(value)) - figures + 1)
    assert rounded(-value, figures) == -near
    assert rounded(0.0, figures) == 0
