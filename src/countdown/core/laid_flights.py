"""The vehicles and flights of a catalogue with those that users state, and as they correct them."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from countdown.core.catalogue import BELIEVED_FOR, Trip, flown
from countdown.core.contradictions import Contradiction, are_parted, contradiction
from countdown.core.flights import End, PlannedLaunch, Vehicle
from countdown.core.moments import Instant, Moment
from countdown.core.own_claims import ConflictKind
from countdown.core.own_missions import OwnFlight
from countdown.core.ownership import Correction, Fact, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.own_claims import Claim, Claims, Place, Stated
    from countdown.core.own_missions import OwnMission, OwnVehicle
    from countdown.core.ownership import FlightKey, Value

_LAUNCH: Final = attrgetter("launch.earliest")
_Thing = TypeVar("_Thing")

_WRONG: Final = {
    Contradiction.DIED_NOWHERE: ConflictKind.DIED_NOWHERE,
    Contradiction.PLANNED_BEFORE_LAUNCH: ConflictKind.NOT_AFTER_LAUNCH,
    Contradiction.NOT_LANDED: ConflictKind.NOT_LANDED,
    Contradiction.PLANNED_THOUGH_OVER: ConflictKind.IS_OVER,
    Contradiction.LANDED_BEFORE_LAUNCH: ConflictKind.NOT_AFTER_LAUNCH,
}


class LaidFlights:
    """One pass over the claims, each checked against what it names; conflicts are noted there.

    ``vehicles`` and ``plans`` are as they will be; ``changed`` has the flights that are new, or
    other than below, and ``touched`` which statement made them so.
    """

    def __init__(
        self, catalogue: Catalogue, missions: Sequence[OwnMission], claims: Claims
    ) -> None:
        self._below = catalogue
        self._missions = missions
        self._claims = claims
        self._refuse = claims.refuse
        self.people = {**catalogue.people, **_things(claims.people)}
        self.countries = {**catalogue.countries, **_things(claims.countries)}
        self.vehicles = dict(catalogue.vehicles)
        self.plans = {one.id: one for one in catalogue.planned}
        self.changed: dict[FlightKey, Flight] = {}
        self.touched: dict[FlightKey, Place] = {}
        self.vehicle_corrections: dict[str, tuple[Correction, ...]] = {}
        self.flight_corrections: dict[FlightKey, tuple[Correction, ...]] = {}
        self._lay()
        self.flights = self._numbered()
        self._plan_what_has_no_crew()

    def _lay(self) -> None:
        claims = self._claims
        for country, place in claims.countries.values():
            if (code := country.records_with) not in self.countries:
                self._refuse(ConflictKind.UNKNOWN_COUNTRY, place.field("records_with"), code)
        for vehicle, place in claims.vehicles.values():
            self._own_vehicle(vehicle, place)
        for own, _ in claims.flights.values():
            if (plan := self.plans.pop(own.up, None)) is not None:  # its crew is named now
                self.vehicles[plan.id] = Vehicle(*plan[:4], landing=None, note=plan.note)
        for key, facts in claims.of_vehicles.items():
            self._correct_vehicle(key, facts)
        for flight, place in self._affected():
            self._correct_flight(flight, place)
        for own, place in claims.flights.values():
            self._own_flight(own, place)

    def flight(self, key: FlightKey) -> Flight | None:
        """Return what is a flight now, if any is."""
        return self.changed.get(key) or self._claims.known_flight(key)

    def _own_vehicle(self, one: OwnVehicle, place: Place) -> None:
        for field in ("landing", "planned_landing"):
            landing: Moment | None = getattr(one, field)
            if landing is not None and not landing.may_follow(one.launch):
                self._refuse(ConflictKind.NOT_AFTER_LAUNCH, place.field(field), landing, one.launch)
        self.plans.pop(one.id, None)
        self.vehicles[one.id] = Vehicle(
            one.id,
            one.name,
            one.spacecraft,
            one.launch,
            one.landing,
            one.note,
            one.source,
            one.station,
            one.orbit_km,
        )

    def _correct_vehicle(self, key: str, claims: Mapping[Fact, Claim]) -> None:
        """Put what is claimed in the place of what the catalogue says, where that is otherwise."""
        below = self.vehicles.get(key) or self.plans[key]
        found = self._differing(claims, lambda fact: getattr(below, fact))
        if not found:
            return
        self.vehicle_corrections[key] = found
        stated = {one.fact: _as(Moment, one.own) for one in found}
        launch = stated.get(Fact.LAUNCH) or below.launch
        if isinstance(below, PlannedLaunch):
            self.plans[key] = below._replace(launch=launch)
            return
        landing = stated.get(Fact.LANDING) or below.landing
        self.vehicles[key] = below._replace(launch=launch, landing=landing)
        if landing is not None and not landing.may_follow(launch):
            blamed = Fact.LANDING if Fact.LANDING in claims else Fact.LAUNCH
            value, other = (landing, launch) if blamed is Fact.LANDING else (launch, landing)
            place = claims[blamed].place.field(blamed)
            self._refuse(ConflictKind.NOT_AFTER_LAUNCH, place, value, other)

    def _differing(
        self, claims: Mapping[Fact, Claim], known_as: Callable[[Fact], Value | None]
    ) -> tuple[Correction, ...]:
        """Return the corrections among the claims; what the catalogue says too is noted so."""
        found = []
        for fact, (value, place, note) in claims.items():
            known = known_as(fact)
            if known is not None and _says_so(known, value):
                self._claims.agree(place.field(fact), value, known)
            else:
                found.append(Correction(fact, value, known, place.id, note))
        return tuple(found)

    def _affected(self) -> Iterator[tuple[Flight, Place]]:
        """The catalogue's flights that change by themselves or with a vehicle, each once."""
        found: dict[FlightKey, tuple[Flight, Place]] = {}
        for key, claims in self._claims.of_flights.items():
            flight = self._claims.known_flight(key)
            if flight is not None and claims:
                found[key] = flight, next(iter(claims.values())).place
        for vehicle in self.vehicle_corrections:
            if (below := self._below.vehicles.get(vehicle)) is None:
                continue
            place = next(iter(self._claims.of_vehicles[vehicle].values())).place
            for flight in (*self._below.crew_up(below), *self._below.crew_down(below)):
                found.setdefault(key_of(flight), (flight, place))
        yield from found.values()

    def _correct_flight(self, flight: Flight, place: Place) -> None:
        key = key_of(flight)
        claims = dict(self._claims.of_flights.get(key, {}))
        if flight.down is None and Fact.DOWN not in claims and self._comes_home(key.up):
            landing = self._claims.of_vehicles[key.up][Fact.LANDING]
            claims[Fact.DOWN] = landing._replace(value=key.up)
        if flight.down is not None and (plan := claims.pop(Fact.PLANNED_RETURN, None)):
            # by now it has landed
            self._claims.agree(plan.place.field("planned_return"), plan.value, flight.landing)
        known: Mapping[Fact, Value | None] = {
            Fact.DOWN: flight.down.id if flight.down else None,
            Fact.PLANNED_RETURN: flight.planned_return,
            Fact.DIED: flight.end is End.DIED,
        }
        found = self._differing(claims, known.__getitem__)
        if found:
            self.flight_corrections[key] = found
        elif not self.vehicle_corrections.keys() & {key.up, known[Fact.DOWN]}:
            return
        ending = {**known, **{one.fact: one.own for one in found}}
        if ending[Fact.DOWN] is not None and Fact.PLANNED_RETURN not in claims:
            ending[Fact.PLANNED_RETURN] = None
        own = OwnFlight(
            *key,
            flight.country.code,
            down=_as(str, ending[Fact.DOWN]),
            planned_return=_as(Moment, ending[Fact.PLANNED_RETURN]),
            died=ending[Fact.DIED] is True,
        )
        self._fly(own, place, blame_field=key in self._claims.of_flights)

    def _comes_home(self, vehicle: str) -> bool:
        """Say whether its landing, unknown below, is that of all who are still up."""
        facts = {one.fact: one for one in self.vehicle_corrections.get(vehicle, ())}
        landing = facts.get(Fact.LANDING)
        return vehicle in self._claims.bring_home and landing is not None and not landing.catalogue

    def _own_flight(self, one: OwnFlight, place: Place) -> None:
        if (own := self._claims.vehicles.get(one.up)) and one.down is None:
            one = one._replace(planned_return=one.planned_return or own.thing.planned_landing)
        if one.down is None and self._comes_home(one.up):
            one = one._replace(down=one.up, planned_return=None)
        self._fly(one, place, blame_field=True)

    def _fly(self, one: OwnFlight, place: Place, *, blame_field: bool) -> None:
        """Make a flight of what is stated of it, if all it names is there and it can be."""
        person, country = self.people.get(one.person), self.countries.get(one.country)
        up = self.vehicles.get(one.up)
        down = self.vehicles.get(one.down) if one.down is not None else None
        if person is None or country is None or up is None or (down is None and one.down):
            self._refuse_unknown(one, place)
            return
        trip = Trip(person, up, down, country, one.planned_return, one.died)
        if (wrong := contradiction(trip)) is not None:
            if wrong is Contradiction.LANDED_BEFORE_LAUNCH and up is down:
                return  # the vehicle itself is refused
            blamed = place.field(wrong.field) if blame_field else place
            self._refuse(_WRONG[wrong], blamed, getattr(one, wrong.field), up.launch)
            return
        stated_on = self._missions[place.mission].stated_on
        known_by = max(self._below.data_date.earliest, stated_on.earliest, trip.up.launch.latest)
        self.changed[one.key] = flown(trip, 1, Instant(known_by + BELIEVED_FOR))
        self.touched[one.key] = place

    def _refuse_unknown(self, one: OwnFlight, place: Place) -> None:
        where: tuple[tuple[str, ConflictKind, Mapping[str, object]], ...] = (
            ("person", ConflictKind.UNKNOWN_PERSON, self.people),
            ("up", ConflictKind.UNKNOWN_VEHICLE, self.vehicles),
            ("down", ConflictKind.UNKNOWN_VEHICLE, self.vehicles),
            ("country", ConflictKind.UNKNOWN_COUNTRY, self.countries),
        )
        for field, kind, known in where:
            value = getattr(one, field)
            if value is not None and value not in known:
                self._refuse(kind, place.field(field), value)

    def _numbered(self) -> list[Flight]:
        """All flights, the careers that changed numbered anew and looked through for overlaps."""
        own: dict[str, list[Flight]] = {}
        for flight in self.changed.values():
            own.setdefault(flight.person.id, []).append(flight)
        for who, changed in own.items():
            keys = {key_of(one) for one in changed}
            below = self._below.career(self.people[who])
            kept = (one for one in below if key_of(one) not in keys)
            career = sorted((*kept, *changed), key=_LAUNCH)
            for before, after in pairwise(career):
                if not are_parted(before, after):
                    blamed = after if key_of(after) in keys else before
                    place = self.touched[key_of(blamed)]
                    other = before if blamed is after else after
                    self._refuse(ConflictKind.OVERLAPS, place, blamed.up.name, other.up.name)
            for number, flight in enumerate(career, start=1):
                if flight.number != number:
                    self.changed[key_of(flight)] = flight._replace(number=number)
        shared = [
            self.changed.get(key_of(one), one) if one.person.id in own else one
            for one in self._below.flights
        ]
        new = (self.changed.get(key) for key in self._claims.flights)
        return [*shared, *(one for one in new if one is not None)]

    def _plan_what_has_no_crew(self) -> None:
        """A vehicle of the user's that nobody flies on is a launch to come."""
        crewed = {one.up for one in self._claims.flights}
        crewed |= {one.down.id for one in self.changed.values() if one.down is not None}
        for vehicle, _ in self._claims.vehicles.values():
            if vehicle.id not in crewed:
                del self.vehicles[vehicle.id]
                self.plans[vehicle.id] = PlannedLaunch(*vehicle[:4], note=vehicle.note)


def _says_so(known: Value, own: Value) -> bool:
    """Say whether what is known is the same as the user's, or a closer knowledge of it."""
    if not isinstance(known, Moment) or not isinstance(own, Moment):
        return known == own
    closer = own.earliest <= known.earliest and known.last <= own.last
    return closer and known.no_earlier_than <= own.no_earlier_than


def _as(kind: type[_Thing], value: Value | None) -> _Thing | None:
    return value if isinstance(value, kind) else None


def _things(stated: Mapping[str, Stated[_Thing]]) -> dict[str, _Thing]:
    return {key: one.thing for key, one in stated.items()}
