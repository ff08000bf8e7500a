"""Forecasts: sure, an interval, if still in orbit, or out of reach; and what if."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.errors import ReturnBeforeLaunchError
from countdown.core.forecasts import NoCrossing, OutOfReach, forecast
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import Moment, iso
from countdown.core.records import Category, Kind
from tests.fakes import CN, RU, at, catalogue_of, person, trip, vehicle, woman

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Person
    from countdown.core.moments import Instant

ADA, BEA, CYD = person("Ada"), person("Bea"), woman("Cyd")
WORLD_FLIGHT = Category(Kind.FLIGHT, "world")
WORLD_CAREER = Category(Kind.CAREER, "world")
HUNDRED_DAYS = trip(BEA, vehicle("Long", "2020-01-01T00:00:00Z", "2020-04-10T00:00:00Z"))
NOW = at("2030-02-01")


def records_of(
    catalogue: Catalogue, who: Person, now: Instant = NOW, supposed: str | None = None
) -> dict[Category, str]:
    """When each record falls, by category."""
    supposed_return = Moment.parse(supposed) if supposed else None
    return {
        one.crossing.category: iso(one.crossing.at)
        for one in forecast(catalogue, who, now, supposed_return).crossings
        if one.crossing is not None and one.crossing.is_record
    }


def test_kelly_passes_fincke_and_lopez_alegria(catalogue: Catalogue) -> None:
    kelly = catalogue.people["scott-kelly"]
    assert records_of(catalogue, kelly, at("2015-03-28")) == {
        Category(Kind.CAREER, "US"): "2015-10-15T09:02:01Z",
        Category(Kind.FLIGHT, "US"): "2015-10-29T04:05:19Z",
    }


def test_padalka_passes_krikalev_on_28_june_2015(catalogue: Catalogue) -> None:
    padalka = catalogue.people["gennady-padalka"]
    records = records_of(catalogue, padalka, at("2015-06-01"))
    assert records[WORLD_CAREER] == "2015-06-28T23:00:07Z"
    assert records[Category(Kind.CAREER, "RU")] == "2015-06-28T23:00:07Z"


def test_kelly_with_a_return_in_november_does_not_reach_the_world_record(
    catalogue: Catalogue,
) -> None:
    kelly = catalogue.people["scott-kelly"]
    found = forecast(catalogue, kelly, at("2015-10-16"), Moment.parse("2015-11-01T00:00:00Z"))
    assert found.reason is None
    out = {one.category: one for one in found.out_of_reach}
    polyakov = out[WORLD_FLIGHT]
    assert polyakov.mark_seconds // 86_400 == 437
    needs = polyakov.needs_return_after
    assert needs is not None
    assert needs - kelly_launch(catalogue) == polyakov.mark_seconds
    # if she had stayed a day longer than that, the record would have been hers
    stayed = iso(needs)[:10].replace("2016-06-0", "2016-07-0")
    assert WORLD_FLIGHT in records_of(catalogue, kelly, at("2015-10-16"), stayed)


def kelly_launch(catalogue: Catalogue) -> Instant:
    return catalogue.career(catalogue.people["scott-kelly"])[3].launch.earliest


def test_a_flight_that_stays_another_day_falls_or_not_by_a_second() -> None:
    catalogue = catalogue_of(
        HUNDRED_DAYS, trip(ADA, vehicle("Open", "2030-01-01T00:00:00Z")), data_date="2030-02-01"
    )
    met = "2030-04-11T00:00:00Z"
    assert records_of(catalogue, ADA)[WORLD_FLIGHT] == met
    assert WORLD_FLIGHT not in records_of(catalogue, ADA, supposed=met)
    assert records_of(catalogue, ADA, supposed="2030-04-11T00:00:01Z")[WORLD_FLIGHT] == met
    out = forecast(catalogue, ADA, NOW, Moment.parse(met)).out_of_reach
    assert OutOfReach(WORLD_FLIGHT, 100 * 86_400, at(met)) in out


def test_without_a_known_return_it_says_if_still_in_orbit() -> None:
    catalogue = catalogue_of(
        HUNDRED_DAYS, trip(ADA, vehicle("Open", "2030-01-01T00:00:00Z")), data_date="2030-02-01"
    )
    found = forecast(catalogue, ADA, NOW)
    assert found.crossings
    assert all(one.if_still_in_orbit for one in found.crossings)
    supposed = forecast(catalogue, ADA, NOW, Moment.parse("2031-01-01"))
    assert not any(one.if_still_in_orbit for one in supposed.crossings)


def test_who_is_ahead_in_orbit_stays_ahead_while_no_return_is_known() -> None:
    catalogue = catalogue_of(
        trip(BEA, vehicle("First", "2030-01-01T00:00:00Z")),
        trip(ADA, vehicle("Second", "2030-01-11T00:00:00Z")),
        data_date="2030-02-01",
    )
    found = forecast(catalogue, ADA, NOW)
    assert found.crossings == ()
    assert found.reason is NoCrossing.NOTHING_AHEAD
    assert OutOfReach(WORLD_FLIGHT, 31 * 86_400, None) in found.out_of_reach


def test_who_is_ahead_in_orbit_is_passed_once_she_has_landed() -> None:
    catalogue = catalogue_of(
        trip(BEA, vehicle("First", "2030-01-01T00:00:00Z"), planned="2030-02-10T00:00:00Z"),
        trip(ADA, vehicle("Second", "2030-01-11T00:00:00Z")),
        data_date="2030-02-01",
    )
    assert records_of(catalogue, ADA)[WORLD_FLIGHT] == "2030-02-20T00:00:00Z"


def test_a_return_known_to_the_day_makes_the_crossing_an_interval() -> None:
    catalogue = catalogue_of(
        trip(BEA, vehicle("First", "2030-01-01T00:00:00Z", "2030-01-20")),
        trip(ADA, vehicle("Second", "2030-01-20T00:00:00Z")),
        data_date="2030-02-01",
    )
    (record,) = (
        one.crossing
        for one in forecast(catalogue, ADA, at("2030-01-25")).crossings
        if one.crossing and one.crossing.category == WORLD_FLIGHT
    )
    assert (iso(record.at), iso(record.at_latest)) == (
        "2030-02-08T00:00:00Z",
        "2030-02-09T00:00:00Z",
    )


def test_what_if_looks_at_the_whole_of_a_flight_that_is_over() -> None:
    catalogue = catalogue_of(
        HUNDRED_DAYS, trip(ADA, vehicle("Short", "2021-01-01T00:00:00Z", "2021-01-05T00:00:00Z"))
    )
    assert forecast(catalogue, ADA, NOW).reason is NoCrossing.FLIGHT_OVER
    met = records_of(catalogue, ADA, NOW, "2021-12-01")
    assert set(met.values()) == {"2021-04-11T00:00:00Z"}
    assert set(met) == {Category(kind, scope) for kind in Kind for scope in ("world", "US")}


def test_own_record_is_not_out_of_reach() -> None:
    catalogue = catalogue_of(
        trip(BEA, vehicle("Small", "2019-01-01T00:00:00Z", "2019-01-02T00:00:00Z")),
        trip(ADA, vehicle("Long", "2020-01-01T00:00:00Z", "2020-04-10T00:00:00Z")),
        trip(ADA, vehicle("Short", "2030-01-01T00:00:00Z", "2030-02-20T00:00:00Z")),
    )
    found = forecast(catalogue, ADA, NOW)
    assert found.out_of_reach == ()
    assert found.reason is NoCrossing.NOTHING_AHEAD


def test_nothing_is_foretold_for_who_has_not_flown_or_is_no_longer_confirmed() -> None:
    catalogue = catalogue_of(
        trip(ADA, vehicle("Open", "2030-01-01T00:00:00Z")), data_date="2030-02-01"
    )
    never = forecast(catalogue, ADA, at("2029-12-31"))
    assert (never.flight, never.reason) == (None, NoCrossing.NEVER_FLOWN)
    stale = forecast(catalogue, ADA, at("2031-02-02"))
    assert (stale.crossings, stale.reason) == ((), NoCrossing.RETURN_UNCONFIRMED)


@pytest.mark.parametrize(
    "supposed", ["2029-12-31", "2030-01-01T00:00:00Z", "2029", "2030-01-01T00:00Z"]
)
def test_a_return_that_does_not_come_after_launch_is_refused(supposed: str) -> None:
    catalogue = catalogue_of(
        trip(ADA, vehicle("Open", "2030-01-01T00:01:00Z")), data_date="2030-02-01"
    )
    with pytest.raises(ReturnBeforeLaunchError):
        forecast(catalogue, ADA, NOW, Moment.parse(supposed))


def test_a_supposed_return_is_forgotten_in_the_next_forecast(catalogue: Catalogue) -> None:
    kelly, now = catalogue.people["scott-kelly"], at("2015-10-16T12:00:00Z")
    before = forecast(catalogue, kelly, now)
    forecast(catalogue, kelly, now, Moment.parse("2017-01-01"))
    assert forecast(catalogue, kelly, now) == before


def test_records_of_women_and_of_a_country_are_kept_apart() -> None:
    catalogue = catalogue_of(
        trip(BEA, vehicle("Mens", "2020-01-01T00:00:00Z", "2020-04-10T00:00:00Z"), country=RU),
        trip(woman("Eve"), vehicle("Hers", "2021-01-01T00:00:00Z", "2021-01-11T00:00:00Z")),
        trip(CYD, vehicle("Open", "2030-01-01T00:00:00Z"), country=CN),
        data_date="2030-02-01",
    )
    met = records_of(catalogue, CYD, at("2030-01-02"))
    assert met[Category(Kind.FLIGHT, "women")] == "2030-01-11T00:00:00Z"
    assert met[WORLD_FLIGHT] == "2030-04-11T00:00:00Z"
    assert Category(Kind.FLIGHT, "CN") not in met


def test_a_forecast_names_records_and_places_alone(catalogue: Catalogue) -> None:
    kelly = catalogue.people["scott-kelly"]
    kinds = {one.kind for one in forecast(catalogue, kelly, at("2015-04-01")).crossings}
    assert kinds == {MilestoneKind.RECORD, MilestoneKind.RANK}
