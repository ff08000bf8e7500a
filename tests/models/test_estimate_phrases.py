"""Estimates in words: no digit that is not known, and the formula with the numbers put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.durations import Span
from countdown.core.estimates import EstimateKind, Orbit, Stay, stays_by
from countdown.core.moments import DAY, Instant
from countdown.models import estimate_phrases as words
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight


def kelly(catalogue: Catalogue) -> Flight:
    return catalogue.career(catalogue.people["scott-kelly"])[3]


def stay(flight: Flight, seconds: int, height: int | None = 400) -> Stay:
    return Stay(flight, Span(seconds, seconds), None if height is None else Orbit(height))


def cards(*stays: Stay) -> dict[EstimateKind, words.Card]:
    return {one.kind: one for one in words.cards(stays)}


def test_kellys_340_days_in_other_words(catalogue: Catalogue) -> None:
    told = cards(stay(kelly(catalogue), 29_407_374))
    assert [told[kind].figure for kind in EstimateKind] == [
        "≈ 5,300", "≈ 226 million km", "≈ 5,300", "≈ 31.1 %", "≈ 186 %", "≈ 8.4 ms",
    ]  # fmt: skip
    assert told[EstimateKind.TWIN].words == "younger than the twin on the ground"
    assert told[EstimateKind.TWIN].formula[1] == "speed −9.6 ms, height +1.2 ms: ≈ 8.4 ms"
    assert told[EstimateKind.ORBITS].formula[1] == "340.4 d ÷ 92.4 min ≈ 5,300"
    assert "WGS 84" in told[EstimateKind.ORBITS].formula[2]


def test_an_hour_and_a_half_is_not_made_more_of_than_it_is(catalogue: Catalogue) -> None:
    told = cards(stay(kelly(catalogue), 6_480))
    assert told[EstimateKind.ORBITS].figure == "≈ 1.2"
    assert told[EstimateKind.SUNRISES].figure == "≈ 1"
    assert told[EstimateKind.KILOMETRES].figure == "≈ 49,700 km"
    assert told[EstimateKind.MARS].figure == "< 0.1 %"
    assert told[EstimateKind.TWIN].figure == "≈ 1.9 µs"
    assert told[EstimateKind.ORBITS].formula[1].startswith("1.80 h ÷ ")


def test_a_launch_has_flown_nothing_yet(catalogue: Catalogue) -> None:
    told = cards(stay(kelly(catalogue), 0))
    assert told[EstimateKind.ORBITS].figure == "≈ 0"
    assert told[EstimateKind.TWIN].figure == "≈ 0.0 µs"


def test_what_is_known_to_the_day_is_a_pair(catalogue: Catalogue) -> None:
    told = words.cards([Stay(kelly(catalogue), Span(10 * DAY, 11 * DAY), Orbit(400))])
    assert told[0].figure == "≈ 156–171"


def test_a_figure_stays_for_many_seconds(catalogue: Catalogue) -> None:
    flight, now = kelly(catalogue), at("2015-10-16T12:00:00Z")
    first = words.cards(stays_by([flight], now))
    same = sum(
        words.cards(stays_by([flight], Instant(now + second))) == first for second in range(1, 60)
    )
    assert same == 59


def test_a_career_says_that_it_is_a_sum(catalogue: Catalogue) -> None:
    both = (stay(kelly(catalogue), DAY, 300), stay(kelly(catalogue), DAY, 400))
    told = words.cards(both)
    assert "summed over 2 flights, each at its own height" in told[0].formula[1]
    assert "300–400 km" in words.basis(both)
    assert words.left_out(both) == ""


def test_what_has_no_height_says_what_is_left_out(catalogue: Catalogue) -> None:
    moon = (stay(kelly(catalogue), DAY, None),)
    assert [one.kind for one in words.cards(moon)] == [EstimateKind.MARS, EstimateKind.STAY]
    assert "Soyuz TMA-16M" in words.left_out(moon)
    assert words.basis(moon) == "from the time in orbit"


def test_above_half_an_earth_radius_one_grows_older(catalogue: Catalogue) -> None:
    told = cards(stay(kelly(catalogue), DAY, 20_000))
    assert told[EstimateKind.TWIN].words == "older than the twin on the ground"
    assert "−" not in told[EstimateKind.TWIN].figure


def test_copied_text_says_that_each_is_an_estimate(catalogue: Catalogue) -> None:
    lines = words.as_text("Kelly", words.cards([stay(kelly(catalogue), DAY)])).splitlines()
    assert lines[0] == "Kelly"
    assert len(lines) == 7
    assert all("(estimate: " in line for line in lines[1:])
