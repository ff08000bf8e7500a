"""Where vehicles flew to, and how high: a table that a catalogue may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.flights import Vehicle
from countdown.data.tables import optional_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countdown.core.errors import Problem

ORBITS: Final = "orbits.tsv"
COLUMNS: Final = ("vehicle", "station", "orbit_km")

_LOWEST, _HIGHEST = 100, 2_000


def with_orbits(
    files: Mapping[str, bytes], vehicles: Mapping[str, Vehicle], problems: list[Problem]
) -> dict[str, Vehicle]:
    """Return the vehicles with what the table says of them; what is wrong goes to ``problems``."""
    found = dict(vehicles)
    known: set[str] = set()
    table = optional_table(files, ORBITS, COLUMNS, problems)
    for line, (identity, station, height) in table.rows.items():
        vehicle = vehicles.get(identity)
        if vehicle is None:
            problems.append(table.problem(line, "vehicle", "is not in vehicles.tsv"))
        elif identity in known:
            problems.append(table.problem(line, "vehicle", "is there twice"))
        elif not height:
            found[identity] = _in_orbit(vehicle, station, None)
        elif (km := _kilometres(height)) is not None:
            found[identity] = _in_orbit(vehicle, station, km)
        else:
            reason = f"must be kilometres from {_LOWEST} to {_HIGHEST}, or empty"
            problems.append(table.problem(line, "orbit_km", reason))
        known.add(identity)
    return found


def _in_orbit(vehicle: Vehicle, station: str, km: int | None) -> Vehicle:
    return Vehicle(*vehicle[:-2], station=station.strip(), orbit_km=km)


def _kilometres(height: str) -> int | None:
    km = int(height[:7]) if height.isascii() and height.isdecimal() else 0
    return km if _LOWEST <= km <= _HIGHEST else None
