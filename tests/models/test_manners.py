"""Zones, hours and units as they are chosen, wherever they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.estimates import EstimateKind, stays_by
from countdown.core.manner import Manner
from countdown.models import estimate_phrases, manners, phrases
from countdown.models.manners import take_manner
from countdown.models.zone_finder import ZoneFinder
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue


@pytest.mark.parametrize(
    ("zone", "twelve", "written"),
    [
        ("Europe/Moscow", False, "27 Mar 2015, 19:42 UTC · 22:42 Moscow"),
        ("Europe/Moscow", True, "27 Mar 2015, 19:42 UTC · 10:42 PM Moscow"),
        ("Asia/Tokyo", False, "27 Mar 2015, 19:42 UTC · 28 Mar, 04:42 Tokyo"),
        ("Africa/Abidjan", False, "27 Mar 2015, 19:42 UTC"),
        ("", True, "27 Mar 2015, 19:42 UTC"),  # the tests run in UTC
    ],
)
def test_the_launch_is_told_in_the_zone_and_hours_that_were_chosen(
    zone: str, twelve: bool, written: str
) -> None:
    take_manner(Manner(in_twelve_hours=twelve, zone=zone))
    assert phrases.date_and_time(at("2015-03-27T19:42:57Z")) == written


def test_a_clock_change_is_that_of_the_zone() -> None:
    take_manner(Manner(in_twelve_hours=False, zone="Europe/Berlin"))
    assert phrases.date_and_time(at("2015-10-24T12:00:00Z")).endswith("14:00 Berlin")
    assert phrases.date_and_time(at("2015-10-26T12:00:00Z")).endswith("13:00 Berlin")


def test_the_year_in_space_in_miles(catalogue: Catalogue) -> None:
    flight = catalogue.career(catalogue.people["scott-kelly"])[3]
    stayed = stays_by([flight], at("2016-03-03T00:00:00Z"))
    take_manner(Manner(in_miles=True))
    told = {one.kind: one for one in estimate_phrases.cards(stayed)}
    distance = told[EstimateKind.KILOMETRES]
    assert (distance.label, distance.figure) == ("Miles", "≈ 140 million mi")
    assert distance.formula[1].startswith("4.76 mi/s × ")
    assert estimate_phrases.basis(stayed).endswith(" mi")
    assert " km (mean)" in distance.formula[2]  # the constants stay as they are given
    take_manner(Manner(in_miles=False))
    assert estimate_phrases.label(EstimateKind.KILOMETRES) == "Kilometres"


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("America/New_York", "America/New_York"),
        ("new york", "America/New_York"),
        ("  Tokyo ", "Asia/Tokyo"),
        ("UTC", "UTC"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_a_zone_is_meant_by_its_name_or_its_place(typed: str, zone: str) -> None:
    assert ZoneFinder().zone(typed) == zone


def test_zones_are_offered_by_what_their_names_begin_with() -> None:
    zones = ZoneFinder()
    assert zones.matching("new yo") == ["America/New_York"]
    assert zones.matching("mos")[0] == "Europe/Moscow"
    assert {"Europe/Berlin", "Europe/Paris"} <= set(zones.matching("europe"))


def test_a_zone_is_called_after_its_place() -> None:
    assert manners.place_of("America/Argentina/Buenos_Aires") == "Buenos Aires"
    assert manners.place_of("UTC") == "UTC"
