"""Whose a fact is: what in a catalogue the user has stated, and what it said before."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.flights import Flight, Highlight, Person, PlannedLaunch, Vehicle
from countdown.core.moments import Moment

if TYPE_CHECKING:
    from countdown.core.press import PressFigure


class FlightKey(NamedTuple):
    """Which flight is meant: a person's, by the vehicle up; a launch without crew has no person."""

    person: str
    up: str


def key_of(one: Flight | PlannedLaunch) -> FlightKey:
    """Return what a flight, or a launch without crew, is found by."""
    if isinstance(one, Flight):
        return FlightKey(one.person.id, one.up.id)
    return FlightKey("", one.id)


Value = Moment | str | bool


class Fact(StrEnum):
    """What of a vehicle or a flight can be corrected."""

    LAUNCH = "launch"
    LANDING = "landing"
    DOWN = "down"
    PLANNED_RETURN = "planned_return"
    DIED = "died"


class Correction(NamedTuple):
    """Something the user states otherwise; ``catalogue`` is None where it says nothing of it.

    ``mission`` is the id of the user's mission that states it.
    """

    fact: Fact
    own: Value
    catalogue: Value | None
    mission: str
    note: str


class StatedMilestone(NamedTuple):
    """Something else that the user counts down to in a flight, or about a launch without crew.

    ``mission`` is the id of theirs that states it; ``number`` tells apart those of one title.
    """

    about: FlightKey
    title: str
    moment: Moment
    note: str
    mission: str
    number: int = 1


class Agreed(NamedTuple):
    """A statement of ``mission`` that the catalogue makes as well by now; None: it as a whole."""

    fact: Fact | None
    mission: str


class Ownership(NamedTuple):
    """What a catalogue has from the user: under each id, that of the mission which states it.

    ``stated_on`` has, for each flight and launch without crew that a mission touches, the day it
    is stated on; ``told`` are the highlights and figures of the press, each with its mission.
    ``agreed`` has what the catalogue says too, by the id of the vehicle or the key of the flight;
    ``titles`` those of the missions, by id.
    """

    people: Mapping[str, str]
    vehicles: Mapping[str, str]
    flights: Mapping[FlightKey, str]
    vehicle_corrections: Mapping[str, tuple[Correction, ...]]
    flight_corrections: Mapping[FlightKey, tuple[Correction, ...]]
    stated_on: Mapping[FlightKey, Moment]
    milestones: Mapping[FlightKey, tuple[StatedMilestone, ...]]
    told: "Mapping[Highlight | PressFigure, str]"
    agreed: Mapping[FlightKey | str, tuple[Agreed, ...]]
    titles: Mapping[str, str]

    def mission_of(self, one: Flight | Vehicle | Person | PlannedLaunch) -> str | None:
        """Return the mission that states it; None of what the catalogue knows by itself."""
        match one:
            case Flight():
                return self.flights.get(key_of(one))
            case Person():
                return self.people.get(one.id)
            case _:
                return self.vehicles.get(one.id)

    def is_own(self, one: Flight | Vehicle | Person | PlannedLaunch) -> bool:
        """Say whether the catalogue by itself does not know of it at all."""
        return self.mission_of(one) is not None

    def corrections(self, flight: Flight) -> tuple[Correction, ...]:
        """Return all that is corrected of a flight, by itself or with its vehicles."""
        up = self.vehicle_corrections.get(flight.up.id, ())
        down = self.vehicle_corrections.get(flight.down.id, ()) if flight.down else ()
        return (
            *(one for one in up if one.fact is Fact.LAUNCH),
            *(one for one in down if one.fact is Fact.LANDING),
            *self.flight_corrections.get(key_of(flight), ()),
        )

    def agreements(self, flight: Flight) -> tuple[Agreed, ...]:
        """Return what is stated of a flight or its vehicles that the catalogue says too."""
        vehicles = dict.fromkeys((flight.up.id, flight.down.id if flight.down else flight.up.id))
        found = [self.agreed.get(one, ()) for one in vehicles]
        return (*self.agreed.get(key_of(flight), ()), *(one for some in found for one in some))

    def milestones_of(self, one: Flight | PlannedLaunch) -> tuple[StatedMilestone, ...]:
        """Return what else the user counts down to in a flight, or about a launch without crew."""
        return self.milestones.get(key_of(one), ())


NOTHING_OWN: Final = Ownership({}, {}, {}, {}, {}, {}, {}, {}, {}, {})
