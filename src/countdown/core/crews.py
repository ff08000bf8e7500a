"""Crews: who went up and who came down on a vehicle, and who is in orbit together."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from countdown.core.catalogue import Catalogue
from countdown.core.durations import NOTHING, Span
from countdown.core.flights import End, Flight, PlannedLaunch, Vehicle
from countdown.core.moments import DAY, HOUR, Instant, Moment

_ROOM_FOR_OPEN: Final = 10 * DAY
"""What is added at a time, in seconds, to a time line whose end is not known."""


class CrewMember(NamedTuple):
    """Somebody who flew on a vehicle: one way, the other, or both."""

    flight: Flight
    went_up: bool
    came_down: bool


class Crew(NamedTuple):
    """All who flew on one vehicle, who went up on it first."""

    vehicle: Vehicle
    members: tuple[CrewMember, ...]

    @property
    def went_up(self) -> tuple[Flight, ...]:
        return tuple(one.flight for one in self.members if one.went_up)

    @property
    def came_down(self) -> tuple[Flight, ...]:
        return tuple(one.flight for one in self.members if one.came_down)

    @property
    def died(self) -> tuple[Flight, ...]:
        """Whose flight ended on it with their death."""
        return tuple(one for one in self.came_down if one.end is End.DIED)


class VehiclePhase(StrEnum):
    """Where a vehicle is."""

    BEFORE_LAUNCH = "before_launch"
    UP = "up"
    UNCONFIRMED = "unconfirmed"
    """A planned landing has passed, or a year has, without news."""
    LANDED = "landed"
    DIED = "died"
    UNRECORDED = "unrecorded"
    """It came home without a crew; when is not in the catalogue."""


def crew_of(catalogue: Catalogue, vehicle: Vehicle) -> Crew:
    """Return everyone who went up or came down on a vehicle."""
    up, down = catalogue.crew_up(vehicle), catalogue.crew_down(vehicle)
    both = set(down)
    members = [CrewMember(one, went_up=True, came_down=one in both) for one in up]
    seen = set(up)
    others = [CrewMember(one, went_up=False, came_down=True) for one in down if one not in seen]
    return Crew(vehicle, (*members, *others))


def vehicle_stop(crew: Crew) -> tuple[Moment, End] | None:
    """Return when a vehicle's clock stands still, and what that is.

    Without a landing that is when the last who may still come home on it is no longer counted.
    None where nobody is left for it: it came home empty, unrecorded.
    """
    landing = crew.vehicle.landing
    if landing is not None:
        return landing, End.DIED if crew.died else End.LANDED
    waiting = [one for one in crew.went_up if not one.is_over]
    if not waiting:
        return None
    last = max(waiting, key=lambda one: one.stop.latest)
    return last.stop, last.end


def vehicle_phase(crew: Crew, at: Instant) -> VehiclePhase:
    """Say where a vehicle is at ``at``."""
    if at < crew.vehicle.launch.earliest:
        return VehiclePhase.BEFORE_LAUNCH
    if (known := vehicle_stop(crew)) is None:
        return VehiclePhase.UNRECORDED
    stop, end = known
    if at < stop.latest or (end is End.OPEN and at == stop.latest):
        return VehiclePhase.UP
    return {End.LANDED: VehiclePhase.LANDED, End.DIED: VehiclePhase.DIED}.get(
        end, VehiclePhase.UNCONFIRMED
    )


def vehicle_span(crew: Crew, at: Instant) -> Span:
    """Return how long a vehicle has flown by ``at``; nothing where its end is not recorded."""
    known = vehicle_stop(crew)
    return Span.between(crew.vehicle.launch, known[0], at) if known else NOTHING


def flight_end(flight: Flight, at: Instant) -> Instant:
    """Return how far a flight reaches as known at ``at``: to its return, or to ``at`` and on."""
    if flight.known_return is not None:
        return flight.stop.latest
    return max(flight.launch.latest, min(at, flight.stop.latest))


def timeline(crew: Crew, at: Instant) -> tuple[Instant, Instant]:
    """Return from when to when the flights of a whole crew last.

    One whose end is not known gets ten more days whenever those it had are used up.
    """
    vehicle = crew.vehicle
    first, last = vehicle.launch.earliest, vehicle.launch.latest + 1
    if vehicle.landing is not None:
        last = max(last, vehicle.landing.latest)
    for flight in (one.flight for one in crew.members):
        first = min(first, flight.launch.earliest)
        end = int(flight_end(flight, at))
        if flight.known_return is None:
            end = first + ((end - first) // _ROOM_FOR_OPEN + 1) * _ROOM_FOR_OPEN
        last = max(last, end)
    return Instant(first), Instant(last)


class VehicleCrew(NamedTuple):
    """Those in orbit who went up on one vehicle."""

    vehicle: Vehicle
    flights: tuple[Flight, ...]


class StationCrew(NamedTuple):
    """Those in orbit who went up to one station; ``station`` is empty for a flight of its own."""

    station: str
    vehicles: tuple[VehicleCrew, ...]

    @property
    def flights(self) -> tuple[Flight, ...]:
        return tuple(one for vehicle in self.vehicles for one in vehicle.flights)


def who_is_up(catalogue: Catalogue, at: Instant) -> tuple[StationCrew, ...]:
    """Return everyone in orbit: stations first, the fullest before, then vehicles of their own.

    A person's station is that of the vehicle they went up on.
    """
    return group_crews(catalogue.in_orbit(at))


def group_crews(flights: Iterable[Flight]) -> tuple[StationCrew, ...]:
    """Group flights by station and vehicle, in the order they come in within one vehicle."""
    by_vehicle: dict[str, list[Flight]] = {}
    for flight in flights:
        by_vehicle.setdefault(flight.up.id, []).append(flight)
    by_station: dict[tuple[str, str], list[VehicleCrew]] = {}
    for crew in by_vehicle.values():
        vehicle = crew[0].up
        station = vehicle.station
        place = (station, "" if station else vehicle.id)
        by_station.setdefault(place, []).append(VehicleCrew(vehicle, tuple(crew)))
    stations = [StationCrew(place[0], tuple(crews)) for place, crews in by_station.items()]
    return tuple(sorted(stations, key=lambda one: (not one.station, -len(one.flights))))


def common_length(flights: Iterable[Flight], at: Instant) -> int:
    """Return a length, in seconds, that no flight exceeds; it stays for days, or for an hour."""
    longest = max((flight_end(one, at) - one.launch.earliest for one in flights), default=0)
    grain = _ROOM_FOR_OPEN if longest > _ROOM_FOR_OPEN else HOUR
    return (longest // grain + 1) * grain


def crowd(catalogue: Catalogue) -> tuple[tuple[Instant, int], ...]:
    """Return how many people are in orbit from each instant on at which that changes.

    The last is the catalogue's date: later than that it is not known.
    """
    date = catalogue.data_date.earliest
    changes: dict[int, int] = {}
    for flight in catalogue.flights:
        begins, stops = flight.launch.earliest, flight.stop.latest
        changes[begins] = changes.get(begins, 0) + 1
        changes[stops] = changes.get(stops, 0) - 1
    steps, count = [], 0
    for at in sorted(changes):
        if at >= date:
            break
        count += changes[at]
        steps.append((Instant(at), count))
    return (*steps, (date, count))


class Emptiness(NamedTuple):
    """When nobody is in orbit: the flight that ended last, and the launch that comes next."""

    last: Flight | None
    coming: Flight | PlannedLaunch | None


def emptiness(catalogue: Catalogue, at: Instant) -> Emptiness:
    """Return what lies just before and just after ``at``."""
    over = [one for one in catalogue.launched_by(at) if one.has_stopped(at)]
    plans = [one for one in catalogue.planned if one.launch.earliest > at]
    coming: list[Flight | PlannedLaunch] = [*catalogue.launched_after(at)[:1], *plans]
    return Emptiness(
        max(over, key=lambda one: one.stop.latest, default=None),
        min(coming, key=lambda one: one.launch.earliest, default=None),
    )
