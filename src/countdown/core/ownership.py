"""Whose a fact is: what in a catalogue the user has stated, and what it said before."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.flights import Flight, Highlight, Person, PlannedLaunch, Vehicle
from countdown.core.moments import Moment

if TYPE_CHECKING:
    from countdown.core.own_missions import OwnMilestone
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


class Ownership(NamedTuple):
    """What a catalogue has from the user: under each id, that of the mission which states it.

    ``stated_on`` has, for each flight that a mission touches, the day it is stated on; ``told``
    are the highlights and figures of the press.
    """

    people: Mapping[str, str]
    vehicles: Mapping[str, str]
    flights: Mapping[FlightKey, str]
    vehicle_corrections: Mapping[str, tuple[Correction, ...]]
    flight_corrections: Mapping[FlightKey, tuple[Correction, ...]]
    stated_on: Mapping[FlightKey, Moment]
    milestones: Mapping[FlightKey, tuple["OwnMilestone", ...]]
    told: "frozenset[Highlight | PressFigure]"

    def is_own(self, one: Flight | Vehicle | Person | PlannedLaunch) -> bool:
        """Say whether the catalogue by itself does not know of it at all."""
        match one:
            case Flight():
                return key_of(one) in self.flights
            case Person():
                return one.id in self.people
            case _:
                return one.id in self.vehicles

    def corrections(self, flight: Flight) -> tuple[Correction, ...]:
        """Return all that is corrected of a flight, by itself or with its vehicles."""
        up = self.vehicle_corrections.get(flight.up.id, ())
        down = self.vehicle_corrections.get(flight.down.id, ()) if flight.down else ()
        return (
            *(one for one in up if one.fact is Fact.LAUNCH),
            *(one for one in down if one.fact is Fact.LANDING),
            *self.flight_corrections.get(key_of(flight), ()),
        )

    def milestones_of(self, one: Flight | PlannedLaunch) -> tuple["OwnMilestone", ...]:
        """Return what else the user counts down to in a flight, or about a launch without crew."""
        return self.milestones.get(key_of(one), ())


NOTHING_OWN: Final = Ownership({}, {}, {}, {}, {}, {}, {}, frozenset())
