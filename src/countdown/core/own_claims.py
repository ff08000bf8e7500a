"""What users' missions claim, gathered: every statement under what it is about, with its place.

Two statements about one thing must be equal; who states it first is its owner. Nothing here
decides what becomes of the catalogue: `overlays` does.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from countdown.core.catalogue import fold
from countdown.core.errors import CountdownError
from countdown.core.ownership import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Country, Flight, Person
    from countdown.core.moments import Moment
    from countdown.core.own_missions import (
        FlightCorrection,
        OwnFlight,
        OwnMission,
        OwnVehicle,
        VehicleCorrection,
    )
    from countdown.core.ownership import FlightKey, Value

_Thing = TypeVar("_Thing")
_Key = TypeVar("_Key", str, "FlightKey")


class ConflictKind(StrEnum):
    """Why a statement cannot be laid over a catalogue."""

    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_VEHICLE = "unknown_vehicle"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_FLIGHT = "unknown_flight"
    TAKEN = "taken"
    """The catalogue has something else under this id: ``other``."""
    STATED_TWICE = "stated_twice"
    """It is stated otherwise before, as ``other``."""
    NOT_AFTER_LAUNCH = "not_after_launch"
    """A landing, or planned return, that is not after the launch at ``other``."""
    OVERLAPS = "overlaps"
    """The person's flight on vehicle ``other`` is not known to be over by then."""
    NOT_LANDED = "not_landed"
    """The vehicle that is to have come down has no landing."""
    DIED_NOWHERE = "died_nowhere"
    """It is not said in which vehicle the flight ended."""
    IS_OVER = "is_over"
    """A planned return of a flight that is over."""
    NO_CREW = "no_crew"
    """A landing of a launch on which nobody is said to fly."""
    NOT_WITHIN = "not_within"
    """Something that happened outside the flight it is told of."""


class Conflict(NamedTuple):
    """A statement that cannot stand: in the ``mission``-th, at ``path``; what it says, and why not.

    ``other`` is what it stands against.
    """

    kind: ConflictKind
    mission: int
    path: str
    value: str
    other: str = ""


class OwnFactsError(CountdownError):
    """Missions that cannot be laid over a catalogue; ``conflicts`` has at least one entry."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__(f"{conflicts[0].path}: {conflicts[0].kind}")
        self.conflicts = conflicts


class Place(NamedTuple):
    """Where something is stated: in which mission, by number and id, and where in it."""

    mission: int
    id: str
    path: str

    def field(self, name: str) -> Place:
        return self._replace(path=f"{self.path}.{name}")


class Claim(NamedTuple):
    """One fact as stated of a vehicle, or of a flight; ``place`` is that of the whole statement."""

    value: Value
    place: Place
    note: str


class Stated(NamedTuple, Generic[_Thing]):
    """Something of the user's own, and where it is stated first."""

    thing: _Thing
    place: Place


class Agreement(NamedTuple):
    """A statement that the catalogue makes as well by now, as ``catalogue``, or more precisely."""

    mission: int
    path: str
    own: str
    catalogue: str


def placed(number: int, mission: OwnMission, field: str) -> Iterator[tuple[Place, Any]]:
    """Yield the statements of one kind, each with its place."""
    for index, one in enumerate(getattr(mission, field)):
        yield Place(number, mission.id, f"{field}[{index}]"), one


class Claims:
    """The claims of all missions; what is wrong with them by themselves goes to ``conflicts``.

    ``countries``, ``people``, ``vehicles`` and ``flights`` are those that the catalogue does not
    have; what is stated of its own is in ``of_vehicles`` and ``of_flights``.
    """

    def __init__(self, catalogue: Catalogue, missions: Sequence[OwnMission]) -> None:
        self._catalogue = catalogue
        self._plans = {one.id: one for one in catalogue.planned}
        self.conflicts: list[Conflict] = []
        self.agreements: list[Agreement] = []
        self.countries: dict[str, Stated[Country]] = {}
        self.people: dict[str, Stated[Person]] = {}
        self.vehicles: dict[str, Stated[OwnVehicle]] = {}
        self.flights: dict[FlightKey, Stated[OwnFlight]] = {}
        self.of_vehicles: dict[str, dict[Fact, Claim]] = {}
        self.of_flights: dict[FlightKey, dict[Fact, Claim]] = {}
        self.bring_home: set[str] = set()
        """The vehicles whose landing is that of everyone who is not known to be down."""
        self._crewed = {flight.up for mission in missions for flight in mission.flights}
        for number, mission in enumerate(missions):
            for place, country in placed(number, mission, "countries"):
                self._country(country, place)
            for place, person in placed(number, mission, "people"):
                self._person(person, place)
            for place, vehicle in placed(number, mission, "vehicles"):
                self._vehicle(vehicle, place)
        for number, mission in enumerate(missions):  # now all who can be named are known
            for place, correction in placed(number, mission, "vehicle_corrections"):
                self._vehicle_correction(correction, place)
            for place, flight in placed(number, mission, "flights"):
                self._flight(flight, place)
            for place, change in placed(number, mission, "flight_corrections"):
                self._flight_correction(change, place)

    def refuse(self, kind: ConflictKind, place: Place, value: object, other: object = "") -> None:
        """Note that a statement cannot stand."""
        self.conflicts.append(Conflict(kind, place.mission, place.path, str(value), str(other)))

    def agree(self, place: Place, own: object, catalogue: object) -> None:
        """Note that the catalogue says so too."""
        self.agreements.append(Agreement(place.mission, place.path, str(own), str(catalogue)))

    def _state(
        self, table: dict[_Key, Stated[_Thing]], key: _Key, thing: _Thing, place: Place
    ) -> None:
        """Take a statement in, unless another one stands under its key."""
        before = table.setdefault(key, Stated(thing, place))
        if before.thing != thing:
            self.refuse(ConflictKind.STATED_TWICE, place, _shown(key), before.place.id)

    def _country(self, country: Country, place: Place) -> None:
        known = self._catalogue.countries.get(country.code)
        if known is None:
            self._state(self.countries, country.code, country, place)
        elif known.records_with == country.records_with:
            self.agree(place, country.name, known.name)
        else:
            self.refuse(ConflictKind.TAKEN, place.field("code"), country.code, known.name)

    def _person(self, person: Person, place: Place) -> None:
        known = self._catalogue.people.get(person.id)
        if known is None:
            self._state(self.people, person.id, person, place)
        elif _names_one(person.name, (known.name, *known.aliases)) and person.sex is known.sex:
            self.agree(place, person.name, known.name)
        else:
            self.refuse(ConflictKind.TAKEN, place.field("id"), person.id, known.name)

    def _vehicle(self, vehicle: OwnVehicle, place: Place) -> None:
        """A vehicle that the catalogue has by now is known better, or otherwise, by the user."""
        known = self._catalogue.vehicles.get(vehicle.id) or self._plans.get(vehicle.id)
        if known is not None and not _names_one(vehicle.name, (known.name,)):
            self.refuse(ConflictKind.TAKEN, place.field("id"), vehicle.id, known.name)
        elif vehicle.id not in self._catalogue.vehicles:
            self._state(self.vehicles, vehicle.id, vehicle, place)
        else:
            self._of_vehicle(vehicle.id, Fact.LAUNCH, vehicle.launch, place, vehicle.note)
            self._of_vehicle(vehicle.id, Fact.LANDING, vehicle.landing, place, vehicle.note)

    def _vehicle_correction(self, one: VehicleCorrection, place: Place) -> None:
        is_plan = one.vehicle in self._plans and one.vehicle not in self.vehicles
        if one.vehicle not in self._catalogue.vehicles and not is_plan:
            self.refuse(ConflictKind.UNKNOWN_VEHICLE, place.field("vehicle"), one.vehicle)
        elif is_plan and one.landing is not None and one.vehicle not in self._crewed:
            self.refuse(ConflictKind.NO_CREW, place.field("landing"), one.landing)
        else:
            self._of_vehicle(one.vehicle, Fact.LAUNCH, one.launch, place, one.note)
            self._of_vehicle(one.vehicle, Fact.LANDING, one.landing, place, one.note)
            if one.landing is not None:
                self.bring_home.add(one.vehicle)

    def _flight(self, flight: OwnFlight, place: Place) -> None:
        known = self.known_flight(flight.key)
        if known is None:
            self._state(self.flights, flight.key, flight, place)
        elif known.country.code != flight.country:
            self.refuse(
                ConflictKind.TAKEN, place.field("country"), flight.country, known.country[0]
            )
        else:
            self.agree(place, _shown(flight.key), _shown(flight.key))
            self._end_of(flight, flight.died or None, place)

    def _flight_correction(self, one: FlightCorrection, place: Place) -> None:
        known = self.known_flight(one.key)
        if known is None:
            self.refuse(ConflictKind.UNKNOWN_FLIGHT, place, _shown(one.key))
            return
        home = one.down or (known.down.id if known.down else one.up)
        if one.landing is not None:
            if home in self._catalogue.vehicles:
                self._of_vehicle(home, Fact.LANDING, one.landing, place, one.note)
            elif home in self.vehicles and self.vehicles[home].thing.landing != one.landing:
                before = self.vehicles[home].thing.landing
                self.refuse(ConflictKind.STATED_TWICE, place.field("landing"), one.landing, before)
            one = one._replace(down=home)
        self._end_of(one, one.died, place, one.note)

    def known_flight(self, key: FlightKey) -> Flight | None:
        """Return the catalogue's own flight under a key."""
        person = self._catalogue.people.get(key.person)
        career = self._catalogue.career(person) if person else ()
        return next((flight for flight in career if flight.up.id == key.up), None)

    def _end_of(
        self,
        stated: OwnFlight | FlightCorrection,
        died: bool | None,
        place: Place,
        note: str = "",
    ) -> None:
        """Take in how a flight of the catalogue ended, or is to end."""
        facts: tuple[tuple[Fact, Value | None], ...] = (
            (Fact.DOWN, stated.down),
            (Fact.PLANNED_RETURN, stated.planned_return),
            (Fact.DIED, died),
        )
        claims = self.of_flights.setdefault(stated.key, {})
        for fact, value in facts:
            self._claim(claims, fact, value, place, note)

    def _of_vehicle(
        self, vehicle: str, fact: Fact, value: Moment | None, place: Place, note: str
    ) -> None:
        self._claim(self.of_vehicles.setdefault(vehicle, {}), fact, value, place, note)

    def _claim(
        self, claims: dict[Fact, Claim], fact: Fact, value: Value | None, place: Place, note: str
    ) -> None:
        if value is None:
            return
        before = claims.setdefault(fact, Claim(value, place, note))
        if before.value != value:
            self.refuse(ConflictKind.STATED_TWICE, place.field(fact), value, before.value)


def _names_one(name: str, known: tuple[str, ...]) -> bool:
    return fold(name) in map(fold, known)


def _shown(key: object) -> str:
    return " ".join(key) if isinstance(key, tuple) else str(key)
