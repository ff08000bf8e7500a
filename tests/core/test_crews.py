"""Crews: who went up on a vehicle and who came down, and everyone in orbit by station."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countdown.core.crews import VehiclePhase, crew_of, emptiness, vehicle_phase, who_is_up
from countdown.core.flights import Flight
from countdown.core.moments import Instant
from tests.fakes import at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.core.catalogue import Catalogue


def ids(flights: Iterable[Flight]) -> set[str]:
    return {one.person.id for one in flights}


def test_three_went_up_on_tma_16m_and_three_came_down(catalogue: Catalogue) -> None:
    crew = crew_of(catalogue, catalogue.vehicles["soyuz-tma-16m"])
    assert ids(crew.went_up) == {"gennady-padalka", "mikhail-kornienko", "scott-kelly"}
    assert ids(crew.came_down) == {"gennady-padalka", "andreas-mogensen", "aidyn-aimbetov"}


@pytest.mark.parametrize(("vehicle", "count"), [("sts-107", 7), ("soyuz-11", 3), ("soyuz-1", 1)])
def test_who_died_in_flight_is_counted_as_such(
    catalogue: Catalogue, vehicle: str, count: int
) -> None:
    crew = crew_of(catalogue, catalogue.vehicles[vehicle])
    assert len(crew.died) == count
    assert vehicle_phase(crew, at("2020-01-01")) is VehiclePhase.DIED


def test_six_people_were_on_the_station_in_october_2015(catalogue: Catalogue) -> None:
    (station,) = who_is_up(catalogue, at("2015-10-16T12:00:00Z"))
    assert station.station == "International Space Station"
    assert len(station.flights) == 6
    assert [one.vehicle.name for one in station.vehicles] == [
        "Soyuz TMA-16M", "Soyuz TMA-17M", "Soyuz TMA-18M",
    ]  # fmt: skip


def test_two_stations_and_the_data_date(catalogue: Catalogue) -> None:
    stations = who_is_up(catalogue, at("2026-10-08T12:00:00Z"))
    assert {one.station for one in stations} == {"International Space Station", "Tiangong"}


def test_nobody_was_up_at_new_year_1962(catalogue: Catalogue) -> None:
    now = at("1962-01-01")
    assert who_is_up(catalogue, now) == ()
    found = emptiness(catalogue, now)
    assert found.last is not None
    assert found.coming is not None
    assert found.last.up.name == "Vostok 2"
    assert isinstance(found.coming, Flight)
    assert found.coming.up.id == "mercury-atlas-6"


@given(st.integers(at("1961-01-01"), at("2028-01-01")))
def test_everyone_in_orbit_appears_once(catalogue: Catalogue, now: int) -> None:
    shown = [flight for station in who_is_up(catalogue, Instant(now)) for flight in station.flights]
    assert len(shown) == len(set(shown))
    assert set(shown) == set(catalogue.in_orbit(Instant(now)))
