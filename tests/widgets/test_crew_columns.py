"""Who stands beside whom: stations as columns, parted only where they are too high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from countdown.core.crews import who_is_up
from countdown.core.moments import Instant
from countdown.widgets.crew_columns import Column, parted
from tests.fakes import at

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

HIGH = 650


def names(column: Column) -> list[str]:
    return [one.station or one.vehicles[0].vehicle.name for one in column]


def flown(columns: list[Column]) -> list[Flight]:
    return [flight for column in columns for one in column for flight in one.flights]


def test_iss_and_tiangong_stand_beside_each_other(catalogue: Catalogue) -> None:
    stations = who_is_up(catalogue, at("2026-10-09T12:00:00Z"))
    assert [names(one) for one in parted(stations, 2, 3, HIGH)] == [
        ["International Space Station"], ["Tiangong"],
    ]  # fmt: skip


def test_where_there_is_no_width_they_stand_below_each_other(catalogue: Catalogue) -> None:
    stations = who_is_up(catalogue, at("2024-09-12T12:00:00Z"))
    (column,) = parted(stations, 1, 1, HIGH)
    assert names(column) == ["International Space Station", "Tiangong", "Polaris Dawn"]


def test_thirteen_on_one_station_are_parted_between_two_vehicles(catalogue: Catalogue) -> None:
    (station,) = who_is_up(catalogue, at("2009-07-20T12:00:00Z"))
    left, right = parted([station], 1, 2, HIGH)
    assert [one.vehicle.name for one in left[0].vehicles] == [
        "STS-119", "Soyuz TMA-14", "Soyuz TMA-15",
    ]  # fmt: skip
    assert [one.vehicle.name for one in right[0].vehicles] == ["STS-127"]
    assert len(parted([station], 1, 2, 2 * HIGH)) == 1


def test_nobody_needs_no_column() -> None:
    assert parted((), 1, 3, HIGH) == []


@given(st.integers(at("1961-01-01"), at("2027-01-01")), st.integers(1, 4), st.integers(100, 900))
def test_everyone_stands_in_one_column(
    catalogue: Catalogue, now: int, most: int, height: int
) -> None:
    stations = who_is_up(catalogue, Instant(now))
    columns = parted(stations, 1, most, height)
    assert len(columns) <= most
    assert flown(columns) == [flight for one in stations for flight in one.flights]
