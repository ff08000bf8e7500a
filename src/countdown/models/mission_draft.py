"""A user's mission while it is typed: every field as its text, whether or not that makes sense.

A row holds what one statement of an `OwnMission` says. What refers to a person, a vehicle or a
flight does so by ``=id``, or by ``~key`` where it is a row of the same draft, which may yet be
renamed; anything else is a text that was not found. A moment has three values: its text, and
with ``.zone`` and ``.reading`` behind its name what was chosen beside it.
"""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from countdown.core.flights import Country, Person
from countdown.core.moments import Moment
from countdown.core.own_missions import (
    FlightCorrection,
    OwnFlight,
    OwnHighlight,
    OwnMilestone,
    OwnMission,
    OwnPress,
    OwnVehicle,
    VehicleCorrection,
)
from countdown.core.ownership import FlightKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KNOWN: Final = "="
OWN: Final = "~"
ZONE: Final = ".zone"
READING: Final = ".reading"


class Holds(Enum):
    """What a field holds, and so how it is typed."""

    TEXT = auto()
    NOTE = auto()
    MOMENT = auto()
    DAY = auto()
    """A moment that is a whole day of UTC."""
    PERSON = auto()
    VEHICLE = auto()
    FLIGHT = auto()
    COUNTRY = auto()
    CODE = auto()
    SEX = auto()
    COUNTS = auto()
    FIGURE = auto()
    YES = auto()
    WHETHER = auto()
    """Yes, no, or nothing said."""


MOMENTS: Final = (Holds.MOMENT, Holds.DAY)
"""What a moment is typed into, with a zone beside it."""


class Field(NamedTuple):
    """A field of a row, by its name in the statement; ``known`` ones are of the catalogue only.

    ``most`` is how many signs a text may have, as in files.
    """

    name: str
    holds: Holds = Holds.TEXT
    needed: bool = False
    known: bool = False
    most: int = 200


class Part(StrEnum):
    """The kinds of statements, as an `OwnMission` calls them, in the order they are shown in."""

    FLIGHTS = "flights"
    PEOPLE = "people"
    VEHICLES = "vehicles"
    COUNTRIES = "countries"
    FLIGHT_CORRECTIONS = "flight_corrections"
    VEHICLE_CORRECTIONS = "vehicle_corrections"
    MILESTONES = "milestones"
    HIGHLIGHTS = "highlights"
    PRESS = "press"


TITLE: Final = Field("title", needed=True)
NOTE: Final = Field("note", Holds.NOTE, most=10_000)
_NOTES: Final = (NOTE, Field("source", most=500))
FORMS: Final[Mapping[Part, tuple[Field, ...]]] = {
    Part.FLIGHTS: (
        Field("person", Holds.PERSON, needed=True),
        Field("up", Holds.VEHICLE, needed=True),
        Field("country", Holds.COUNTRY, needed=True),
        Field("planned_return", Holds.MOMENT),
        Field("down", Holds.VEHICLE),
        Field("died", Holds.YES),
    ),
    Part.PEOPLE: (Field("name", needed=True), Field("sex", Holds.SEX, needed=True)),
    Part.VEHICLES: (
        Field("name", needed=True),
        Field("spacecraft", needed=True),
        Field("launch", Holds.MOMENT, needed=True),
        Field("planned_landing", Holds.MOMENT),
        Field("landing", Holds.MOMENT),
        Field("station", most=500),
        *_NOTES,
    ),
    Part.COUNTRIES: (Field("name", needed=True), Field("code", Holds.CODE, needed=True, most=2)),
    Part.FLIGHT_CORRECTIONS: (
        Field("flight", Holds.FLIGHT, needed=True, known=True),
        Field("planned_return", Holds.MOMENT),
        Field("landing", Holds.MOMENT),
        Field("down", Holds.VEHICLE),
        Field("died", Holds.WHETHER),
        *_NOTES,
    ),
    Part.VEHICLE_CORRECTIONS: (
        Field("vehicle", Holds.VEHICLE, needed=True, known=True),
        Field("launch", Holds.MOMENT),
        Field("landing", Holds.MOMENT),
        *_NOTES,
    ),
    Part.MILESTONES: (
        TITLE,
        Field("moment", Holds.MOMENT, needed=True),
        Field("flight", Holds.FLIGHT),
        NOTE,
    ),
    Part.HIGHLIGHTS: (
        TITLE,
        Field("moment", Holds.MOMENT, needed=True),
        Field("flight", Holds.FLIGHT, needed=True),
        Field("short", most=24),
        *_NOTES,
    ),
    Part.PRESS: (
        Field("person", Holds.PERSON, needed=True),
        Field("counts", Holds.COUNTS, needed=True),
        Field("figure", Holds.FIGURE, needed=True),
        Field("as_of", Holds.DAY, needed=True),
        Field("words", needed=True, most=500),
        Field("source", needed=True, most=500),
        Field("flight", Holds.FLIGHT, needed=True),
        NOTE,
    ),
}
"""The fields of every part."""
TYPES: Final[Mapping[Part, type[Any]]] = {
    Part.FLIGHTS: OwnFlight,
    Part.PEOPLE: Person,
    Part.VEHICLES: OwnVehicle,
    Part.COUNTRIES: Country,
    Part.FLIGHT_CORRECTIONS: FlightCorrection,
    Part.VEHICLE_CORRECTIONS: VehicleCorrection,
    Part.MILESTONES: OwnMilestone,
    Part.HIGHLIGHTS: OwnHighlight,
    Part.PRESS: OwnPress,
}


class Row(NamedTuple):
    """A statement as it is typed; ``origin`` is the one it was made from, with all it says."""

    key: int
    values: Mapping[str, str]
    origin: Any = None

    def value(self, name: str) -> str:
        return self.values.get(name, "")


class Draft(NamedTuple):
    """A mission as it is typed; ``origin`` is what was last kept of it, None for a new one."""

    key: int
    title: str
    note: str
    rows: Mapping[Part, tuple[Row, ...]]
    origin: OwnMission | None = None

    def of(self, part: Part) -> tuple[Row, ...]:
        return self.rows.get(part, ())

    def row(self, key: int) -> tuple[Part, int, Row]:
        """Return a row with its part and its place there.

        Raises:
            KeyError: it is gone.
        """
        for part, rows in self.rows.items():
            for index, row in enumerate(rows):
                if row.key == key:
                    return part, index, row
        raise KeyError(key)

    def with_value(self, key: int, name: str, value: str) -> Draft:
        """Return the draft with another value in one field."""
        part, index, row = self.row(key)
        changed = row._replace(values={**row.values, name: value})
        rows = (*self.of(part)[:index], changed, *self.of(part)[index + 1 :])
        return self._replace(rows={**self.rows, part: rows})

    def with_row(self, part: Part, row: Row) -> Draft:
        return self._replace(rows={**self.rows, part: (*self.of(part), row)})

    def without_row(self, key: int) -> Draft:
        part, _, _ = self.row(key)
        rows = tuple(one for one in self.of(part) if one.key != key)
        return self._replace(rows={**self.rows, part: rows})


def changed_row(before: Draft, after: Draft) -> int | None:
    """Return the key of the first row that is new or other than before, if any is."""
    for part in Part:
        if after.of(part) is not before.of(part):
            known = set(map(id, before.of(part)))
            if found := next((one for one in after.of(part) if id(one) not in known), None):
                return found.key
    return None


def draft_of(mission: OwnMission, keys: Iterator[int]) -> Draft:
    """Return a mission as it would have been typed; ``keys`` gives each row one of its own."""
    key = next(keys)
    own: dict[str, int] = {}
    numbered: dict[Part, list[int]] = {}
    for part in Part:
        stated = getattr(mission, part)
        numbered[part] = [next(keys) for _ in stated]
        if part in (Part.PEOPLE, Part.VEHICLES):
            own |= {one.id: number for one, number in zip(stated, numbered[part], strict=True)}
    flights = {
        one.key: number for one, number in zip(mission.flights, numbered[Part.FLIGHTS], strict=True)
    }
    rows = {
        part: tuple(
            Row(number, _typed(part, one, own, flights), one)
            for one, number in zip(getattr(mission, part), numbered[part], strict=True)
        )
        for part in Part
    }
    return Draft(key, mission.title, mission.note, rows, mission)


def _typed(
    part: Part, one: Any, own: Mapping[str, int], flights: Mapping[FlightKey, int]
) -> dict[str, str]:
    values = {}
    for field in FORMS[part]:
        if field.name == "flight" and part is Part.FLIGHT_CORRECTIONS:
            value: Any = one.key
        else:
            value = getattr(one, field.name)
        values[field.name] = text = _text(value, field.holds, own, flights)
        if field.holds in MOMENTS and text:
            values[field.name + ZONE] = "UTC"
    return values


def _text(
    value: Any, holds: Holds, own: Mapping[str, int], flights: Mapping[FlightKey, int]
) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no" if holds is Holds.WHETHER else ""
    if isinstance(value, Moment):
        return moment_text(value)
    if holds in (Holds.PERSON, Holds.VEHICLE):
        return f"{OWN}{own[value]}" if value in own else f"{KNOWN}{value}"
    if isinstance(value, FlightKey):
        return f"{OWN}{flights[value]}" if value in flights else f"{KNOWN}{' '.join(value)}"
    return str(value)


def moment_text(moment: Moment) -> str:
    """Return a moment as it would have been typed."""
    return f"NET {moment}" if moment.no_earlier_than else str(moment)


def copied(draft: Draft, title: str, keys: Iterator[int]) -> Draft:
    """Return a new mission that says the same, for another one to be made of it."""
    anew = {row.key: next(keys) for rows in draft.rows.values() for row in rows}

    def renamed(value: str) -> str:
        is_own = value.startswith(OWN) and value[1:].isdecimal()
        return f"{OWN}{anew.get(int(value[1:]), value[1:])}" if is_own else value

    rows = {
        part: tuple(
            Row(
                anew[row.key],
                {name: renamed(one) for name, one in row.values.items()},
                row.origin._replace(id="") if part is Part.VEHICLES and row.origin else row.origin,
            )
            for row in found
        )
        for part, found in draft.rows.items()
    }
    return Draft(next(keys), title, draft.note, rows)
