"""What a user states: people, vehicles and flights of their own, and corrections of known ones.

These are bare statements, as a file has them; who and what they name is found, and checked, when
they are laid over a catalogue.
"""

from collections.abc import Container
from typing import Final, NamedTuple

from countdown.core.catalogue import fold
from countdown.core.flights import Country, Person
from countdown.core.moments import Moment
from countdown.core.ownership import FlightKey
from countdown.core.press import PressCounts

_LONGEST_ID: Final = 90
"""Signs that are made of a name; a number may follow."""
HIDDEN: Final = (
    r"\x00-\x1f\x7f-\x9f"  # controls
    r"\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # directions, …
    r"\ud800-\udfff"  # halves of a sign
)
"""Ranges of the signs that no text of a user's has, but for the ends of lines in a note."""


class OwnVehicle(NamedTuple):
    """A launch the user knows of; without a flight up on it, a launch whose crew is not named.

    ``planned_landing`` is the planned return of each flight on it that states none of its own.
    """

    id: str
    name: str
    spacecraft: str
    launch: Moment
    landing: Moment | None = None
    planned_landing: Moment | None = None
    station: str = ""
    orbit_km: int | None = None
    note: str = ""
    source: str = ""


class OwnFlight(NamedTuple):
    """Somebody's flight, on vehicles of the user's or of the catalogue's, by id.

    It is over, at the landing of ``down``, where that is named; ``died`` says how.
    """

    person: str
    up: str
    country: str
    down: str | None = None
    planned_return: Moment | None = None
    died: bool = False

    @property
    def key(self) -> FlightKey:
        return FlightKey(self.person, self.up)


class VehicleCorrection(NamedTuple):
    """Another launch or landing than the catalogue's; None leaves what it says.

    A landing that the catalogue does not have yet brings home everyone who went up on this
    vehicle and is not known to have come down otherwise. ``note`` says why.
    """

    vehicle: str
    launch: Moment | None = None
    landing: Moment | None = None
    note: str = ""
    source: str = ""


class FlightCorrection(NamedTuple):
    """Another end of one catalogue flight; None leaves what the catalogue says.

    ``landing`` is that of ``down``, or else of the vehicle it came down on, or else of the one it
    went up on: crewmates who came down with it land then as well.
    """

    person: str
    up: str
    down: str | None = None
    landing: Moment | None = None
    planned_return: Moment | None = None
    died: bool | None = None
    note: str = ""
    source: str = ""

    @property
    def key(self) -> FlightKey:
        return FlightKey(self.person, self.up)


class OwnMilestone(NamedTuple):
    """Something else to count down to, in one flight, or with None in each of the mission."""

    title: str
    moment: Moment
    flight: FlightKey | None = None
    note: str = ""


class OwnHighlight(NamedTuple):
    """Something that happened in a flight; ``short`` says it in a word or two, for a time line."""

    title: str
    moment: Moment
    flight: FlightKey
    short: str = ""
    note: str = ""
    source: str = ""


class OwnPress(NamedTuple):
    """A figure that a source gave on a day for ``person``, told on the page of ``flight``."""

    person: str
    counts: PressCounts
    figure: int
    as_of: Moment
    words: str
    source: str
    flight: FlightKey
    note: str = ""


class OwnMission(NamedTuple):
    """What one mission of the user's states, as of the day ``stated_on``.

    Its open flights are believed from that day on, as the catalogue's are from its own date.
    """

    id: str
    title: str
    stated_on: Moment
    note: str = ""
    countries: tuple[Country, ...] = ()
    people: tuple[Person, ...] = ()
    vehicles: tuple[OwnVehicle, ...] = ()
    flights: tuple[OwnFlight, ...] = ()
    vehicle_corrections: tuple[VehicleCorrection, ...] = ()
    flight_corrections: tuple[FlightCorrection, ...] = ()
    milestones: tuple[OwnMilestone, ...] = ()
    highlights: tuple[OwnHighlight, ...] = ()
    press: tuple[OwnPress, ...] = ()


def id_for(name: str, taken: Container[str]) -> str:
    """Return an id made of a name, that is not taken: ``Pia Example`` is ``pia-example``.

    A name in other letters than a to z has nothing to make one of.
    """
    letters = "".join(one if one.isascii() else " " for one in fold(name)).split()
    start = "-".join(letters)[:_LONGEST_ID].strip("-") or "own"
    identity, number = start, 2
    while identity in taken:
        identity = f"{start}-{number}"
        number += 1
    return identity
