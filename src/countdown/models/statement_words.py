"""What a user's mission states, in words: whom or what it is about, and the value of each field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from countdown.core.errors import printable
from countdown.core.flights import Country, Person, Sex
from countdown.core.moments import Moment, Precision
from countdown.core.own_missions import (
    FlightCorrection,
    OwnFlight,
    OwnVehicle,
    VehicleCorrection,
)
from countdown.core.ownership import FlightKey
from countdown.core.press import PressCounts
from countdown.core.typed_moments import Understood
from countdown.models import phrases
from countdown.models.draft_words import choices, field_label
from countdown.models.mission_draft import FORMS, Holds, Part
from countdown.models.moment_words import understood
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.core.catalogue import Catalogue
    from countdown.core.own_missions import OwnMission

LONGEST: Final = 90
"""Signs of a text that are shown."""
_TYPED: Final = frozenset(field.name for form in FORMS.values() for field in form)


def field_words(name: str) -> str:
    """Say what a field of a mission, or of a statement in it, is called; unknown ones as such."""
    if name in _TYPED:
        return field_label(Part.FLIGHTS, name)
    return {
        "stated_on": tr("Stated on"),
        "aliases": tr("Other spellings"),
        "orbit_km": tr("Height of the orbit, km"),
        "records_with": tr("Records kept under"),
    }.get(name, name)


def exact_words(moment: Moment) -> str:
    """Write a moment so that another one is never written the same: to the second in UTC."""
    if moment.precision > Precision.MINUTE:
        return phrases.moment(moment)
    return understood(Understood(moment), "")


class Names:
    """Knows what ids stand for: in a catalogue, or in missions that are not laid over it yet."""

    def __init__(self, catalogue: Catalogue, missions: Iterable[OwnMission] = ()) -> None:
        self._people = {one.id: one.name for one in catalogue.people.values()}
        self._vehicles = {one.id: one.name for one in catalogue.vehicles.values()}
        self._vehicles |= {one.id: one.name for one in catalogue.planned}
        for mission in missions:
            self._people |= {one.id: one.name for one in mission.people}
            self._vehicles |= {one.id: one.name for one in mission.vehicles}

    def person(self, person: str) -> str:
        return self._people.get(person, person)

    def vehicle(self, vehicle: str) -> str:
        return self._vehicles.get(vehicle, vehicle)

    def flight(self, key: FlightKey) -> str:
        """Return who flies on what; a launch without a crew is its vehicle."""
        names = (self.person(key.person), self.vehicle(key.up))
        return " · ".join(filter(None, names))

    def subject(self, statement: Any) -> str:
        """Return whom or what a statement is about."""
        match statement:
            case OwnFlight() | FlightCorrection():
                return self.flight(statement.key)
            case VehicleCorrection():
                return self.vehicle(statement.vehicle)
            case Person() | OwnVehicle() | Country():
                return statement.name
            case _:
                return str(getattr(statement, "title", "") or getattr(statement, "words", ""))

    def value(self, field: str, value: object) -> str:
        """Say what stands in a field; nothing in one that says nothing."""
        match value:
            case None | "" | ():
                return ""
            case Moment():
                return exact_words(value)
            case bool():
                return tr("yes") if value else tr("no")
            case Sex() | PressCounts():
                holds = Holds.SEX if isinstance(value, Sex) else Holds.COUNTS
                return dict(choices(holds))[value]
            case FlightKey():
                return self.flight(value)
            case tuple():
                return phrases.listed([str(one) for one in value])
            case int():
                return phrases.number(value)
        return self._named(field, str(value))

    def _named(self, field: str, text: str) -> str:
        if field == "person":
            return self.person(text)
        if field in ("up", "down", "vehicle"):
            return self.vehicle(text)
        return printable(" ".join(text.split()), LONGEST)
