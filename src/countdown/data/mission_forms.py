"""What stands in a ``.mission`` file: the table that it is read, written and described by."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from countdown.core.errors import BadMomentError, OutOfRangeError
from countdown.core.flights import Country, Person, Sex
from countdown.core.moments import Moment, Precision, iso
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
from countdown.core.press import PressCounts
from countdown.data.json_forms import (
    Check,
    Flag,
    Form,
    JsonObject,
    Many,
    OneOf,
    Record,
    Text,
    Whole,
)

_DATE: Final = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
_MOMENT: Final = rf"^([0-9]{{4}}(-(0[1-9]|1[0-2]))?|{_DATE}({_TIME})?)$"
_NO_MOMENT: Final = (
    "is no moment; write it like 2015-03-27T19:42:57Z, 2015-03-27T19:42Z, 2015-03-27, 2015-03 "
    "or 2015"
)
_PRECISIONS: Final = {one.name.lower(): one for one in Precision}


class PlannedMoment(NamedTuple):
    """A moment whose end is open."""

    at: Moment
    no_earlier_than: bool = False


class MomentBetween(NamedTuple):
    """A moment that no date in UTC says, like a day in another time zone."""

    earliest: Moment
    latest: Moment
    precision: Precision
    no_earlier_than: bool = False


class Plain(Form[Moment]):
    """A moment as a text, as precise as it is known."""

    _is_moment = staticmethod(re.compile(_MOMENT).fullmatch)

    def read(self, value: object, path: str, check: Check) -> Moment | None:
        text = value if isinstance(value, str) else ""
        try:
            if self._is_moment(text) is None:
                raise BadMomentError(text, zoneless=self._is_moment(f"{text}Z") is not None)
            return Moment.parse(text)
        except OutOfRangeError:
            check.note(path, value, "is outside 1900 to 2200")
        except BadMomentError as error:
            zoneless = "has no time zone; end it with Z"
            check.note(path, value, zoneless if error.zoneless else _NO_MOMENT)
        return None

    def write(self, value: Moment) -> object:
        return str(value)

    def schema(self, _named: dict[str, object]) -> dict[str, object]:
        return {"type": "string", "pattern": _MOMENT}


class When(Form[Moment]):
    """A moment as a text; an object for one with an open end, or that no date in UTC says."""

    _plain = Plain()
    _planned = Record(PlannedMoment, at=_plain, no_earlier_than=Flag())
    _edges = Record(
        MomentBetween,
        earliest=_plain,
        latest=_plain,
        precision=OneOf(_PRECISIONS),
        no_earlier_than=Flag(),
    )

    def read(self, value: object, path: str, check: Check) -> Moment | None:
        if not isinstance(value, JsonObject):
            return self._plain.read(value, path, check)
        if "earliest" not in value:
            planned = self._planned.read(value, path, check)
            return planned and planned.at._replace(no_earlier_than=planned.no_earlier_than)
        edges = self._edges.read(value, path, check)
        if edges is None:
            return None
        first, last = edges.earliest.earliest, edges.latest.earliest
        if first > last or (first == last) is not (edges.precision is Precision.SECOND):
            check.note(path, f"{iso(first)} to {iso(last)}", "is no interval of this precision")
            return None
        return Moment(first, last, edges.precision, edges.no_earlier_than)

    def write(self, value: Moment) -> object:
        plain = str(value)
        if Moment.parse(plain)[:3] != value[:3]:
            earliest, latest = (Moment.exact(one) for one in value[:2])
            return self._edges.write(MomentBetween(earliest, latest, *value[2:]))
        if value.no_earlier_than:
            return self._planned.write(PlannedMoment(value, no_earlier_than=True))
        return plain

    def schema(self, named: dict[str, object]) -> dict[str, object]:
        forms: tuple[Form[Any], ...] = (self._plain, self._planned, self._edges)
        named.setdefault("Moment", {"anyOf": [one.schema(named) for one in forms]})
        return {"$ref": "#/$defs/Moment"}


class Day(Plain):
    """A day in UTC."""

    def read(self, value: object, path: str, check: Check) -> Moment | None:
        if isinstance(value, str) and re.fullmatch(_DATE, value) is None:
            check.note(path, value, "must be a date, like 2026-11-28")
            return None
        return super().read(value, path, check)

    def schema(self, _named: dict[str, object]) -> dict[str, object]:
        return {"type": "string", "pattern": f"^{_DATE}$"}


_MADE_OF: Final = "must be made of a-z, 0-9 and single hyphens"
_ID: Final = Text(100, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", form=_MADE_OF)
_ID_OR_NOBODY: Final = Text(100, pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", form=_MADE_OF)
"""Nobody is the crew of a launch that has none yet."""
CODE: Final = Text(2, pattern=r"^[A-Z]{2}$", form="must be two capital letters")
NAME: Final = Text(200, least=1)
_LINE: Final = Text(500)
NOTE: Final = Text(10_000, lines=True)
_WHEN: Final = When()
_FLIGHT: Final = Record(FlightKey, person=_ID_OR_NOBODY, up=_ID)
_MISSION: Final = Record(
    OwnMission,
    id=_ID,
    title=NAME,
    stated_on=Day(),
    note=NOTE,
    countries=Many(Record(Country, code=CODE, name=NAME, records_with=CODE)),
    people=Many(
        Record(
            Person,
            id=_ID,
            name=NAME,
            sex=OneOf({one.value: one for one in Sex}),
            aliases=Many(NAME),
            note=NOTE,
        )
    ),
    vehicles=Many(
        Record(
            OwnVehicle,
            id=_ID,
            name=NAME,
            spacecraft=NAME,
            launch=_WHEN,
            landing=_WHEN,
            planned_landing=_WHEN,
            station=_LINE,
            orbit_km=Whole(100, 1_000_000),
            note=NOTE,
            source=_LINE,
        )
    ),
    flights=Many(
        Record(
            OwnFlight,
            person=_ID,
            up=_ID,
            country=CODE,
            down=_ID,
            planned_return=_WHEN,
            died=Flag(),
        )
    ),
    vehicle_corrections=Many(
        Record(VehicleCorrection, vehicle=_ID, launch=_WHEN, landing=_WHEN, note=NOTE, source=_LINE)
    ),
    flight_corrections=Many(
        Record(
            FlightCorrection,
            person=_ID,
            up=_ID,
            down=_ID,
            landing=_WHEN,
            planned_return=_WHEN,
            died=Flag(),
            note=NOTE,
            source=_LINE,
        )
    ),
    milestones=Many(Record(OwnMilestone, title=NAME, moment=_WHEN, flight=_FLIGHT, note=NOTE)),
    highlights=Many(
        Record(
            OwnHighlight,
            title=NAME,
            moment=_WHEN,
            flight=_FLIGHT,
            short=Text(24),
            note=NOTE,
            source=_LINE,
        )
    ),
    press=Many(
        Record(
            OwnPress,
            person=_ID,
            counts=OneOf({one.value: one for one in PressCounts}),
            figure=Whole(1, 99_999),
            as_of=Day(),
            words=Text(500, least=1),
            source=Text(500, least=1),
            flight=_FLIGHT,
            note=NOTE,
        )
    ),
)
MISSIONS: Final = Many(_MISSION, unique="id")
"""All that a file has beside the number of its schema."""


def mission_schema(version: int) -> dict[str, object]:
    """Return the JSON Schema of a file; what it cannot say, like a 30 February, `read` refuses."""
    named: dict[str, object] = {}
    missions = MISSIONS.schema(named)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A .mission file of Mission Countdown",
        "type": "object",
        "additionalProperties": False,
        "required": ["schema", "missions"],
        "properties": {"schema": {"const": version}, "missions": missions},
        "$defs": dict(sorted(named.items())),
    }
