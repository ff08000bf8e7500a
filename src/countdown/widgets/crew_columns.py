"""Parts those in orbit into columns beside each other, a station in one where it fits."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from countdown.core.crews import StationCrew

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.crews import VehicleCrew

Column = tuple[StationCrew, ...]
_STATION: Final = 64
_VEHICLE: Final = 32
_PERSON: Final = 66
"""How high they are at scale 1, where columns stand beside each other."""


def column_height(column: Column) -> int:
    """Return how high a column is, in pixels at scale 1."""
    people = sum(len(one.flights) for one in column)
    vehicles = sum(len(one.vehicles) for one in column if one.station)
    return _STATION * len(column) + _VEHICLE * vehicles + _PERSON * people


def parted(stations: Sequence[StationCrew], fewest: int, most: int, height: int) -> list[Column]:
    """Part stations into as few columns as are not higher than ``height``, at scale 1.

    There are at least ``fewest`` and at most ``most``, where there are so many vehicles. A station
    is parted, between two vehicles, only where its column would be too high otherwise.
    """
    vehicles = [(station, crew) for station in stations for crew in station.vehicles]
    if not vehicles:
        return []
    best: tuple[tuple[int, int, int], list[Column]] | None = None
    for count in range(min(fewest, len(vehicles)), min(most, len(vehicles)) + 1):
        for breaks in combinations(range(1, len(vehicles)), count - 1):
            edges = (0, *breaks, len(vehicles))
            columns = [_gathered(vehicles[first:last]) for first, last in pairwise(edges)]
            highest = max(map(column_height, columns))
            cuts = sum(len(one) for one in columns) - len(stations)
            cost = (max(0, highest - height), cuts, highest)
            if best is None or cost < best[0]:
                best = (cost, columns)
        if best is not None and not best[0][0]:
            break
    return best[1] if best is not None else []


def _gathered(vehicles: Sequence[tuple[StationCrew, VehicleCrew]]) -> Column:
    """Put vehicles of one station together again."""
    columns: list[tuple[StationCrew, list[VehicleCrew]]] = []
    for station, crew in vehicles:
        if columns and columns[-1][0] is station:
            columns[-1][1].append(crew)
        else:
            columns.append((station, [crew]))
    return tuple(StationCrew(station.station, tuple(crews)) for station, crews in columns)
