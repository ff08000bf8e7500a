"""Where vehicles flew to, and how high: a table that a catalogue may do without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.data.tables import optional_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countdown.core.errors import Problem
    from countdown.core.flights import Vehicle
    from countdown.data.tables import Row

ORBITS: Final = "orbits.tsv"
COLUMNS: Final = ("vehicle", "station", "orbit_km")

_LOWEST, _HIGHEST = 100, 2_000


class _Orbit(NamedTuple):
    station: str
    km: int | None


def with_orbits(
    files: Mapping[str, bytes], vehicles: Mapping[str, Vehicle], problems: list[Problem]
) -> dict[str, Vehicle]:
    """Return the vehicles with what the table says of them; what is wrong goes to ``problems``."""
    found = dict(vehicles)
    known: set[str] = set()
    for row in optional_rows(files, ORBITS, COLUMNS, problems):
        vehicle = row.values[0]
        if vehicle not in vehicles:
            problems.append(row.problem("vehicle", "is not in vehicles.tsv"))
        elif vehicle in known:
            problems.append(row.problem("vehicle", "is there twice"))
        elif (orbit := _orbit(row, problems)) is not None:
            found[vehicle] = vehicles[vehicle]._replace(station=orbit.station, orbit_km=orbit.km)
        known.add(vehicle)
    return found


def _orbit(row: Row, problems: list[Problem]) -> _Orbit | None:
    _, station, height = row.values
    if not height:
        return _Orbit(station.strip(), None)
    km = int(height[:7]) if height.isascii() and height.isdecimal() else 0
    if not _LOWEST <= km <= _HIGHEST:
        reason = f"must be kilometres from {_LOWEST} to {_HIGHEST}, or empty"
        problems.append(row.problem("orbit_km", reason))
        return None
    return _Orbit(station.strip(), km)
