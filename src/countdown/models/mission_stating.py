"""From what was typed to a mission of the user's, or to what is wrong, beside each field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from countdown.core.errors import CountdownError
from countdown.core.flights import Sex
from countdown.core.own_missions import OwnMission
from countdown.core.ownership import FlightKey
from countdown.core.press import PressCounts
from countdown.core.typed_moments import Doubtful
from countdown.models.mission_draft import (
    FORMS,
    KNOWN,
    OWN,
    READING,
    TYPES,
    ZONE,
    Field,
    Holds,
    Part,
    id_of,
)
from countdown.models.moment_words import read_moment, trouble_with
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from countdown.core.moments import Moment
    from countdown.models.mission_draft import Draft, Row


class FieldError(Exception):
    """A field does not say what it should; the text says so."""


class Stated(NamedTuple):
    """A draft as a mission, or by path, such as ``flights[0].up``, why it is none."""

    mission: OwnMission | None
    troubles: Mapping[str, str]


def state(draft: Draft, mission_id: str, stated_on: Moment) -> Stated:
    """Read a whole draft."""
    reader = _Reader(draft)
    troubles = {} if draft.title.strip() else {"title": tr("A mission needs a title")}
    parts: dict[str, Any] = {}
    for part in Part:
        found = []
        for index, row in enumerate(draft.of(part)):
            said, wrong = reader.row(part, row)
            troubles |= {f"{part}[{index}].{name}": text for name, text in wrong.items()}
            found.append(said)
        parts[part.value] = tuple(found)
    if troubles:
        return Stated(None, troubles)
    origin = draft.origin or OwnMission(mission_id, "", stated_on)
    title, note = draft.title.strip(), draft.note.strip()
    mission = origin._replace(id=mission_id, title=title, note=note, **parts)
    return Stated(mission, {})


def free_id(title: str, taken: Collection[str]) -> str:
    """Return an id for something called so that is not ``taken``."""
    wanted = id_of(title) or "mission"
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


class _Reader:
    """Knows what the rows of one draft are called."""

    def __init__(self, draft: Draft) -> None:
        self._ids: dict[int, str] = {}
        for part in (Part.PEOPLE, Part.VEHICLES):
            taken: set[str] = set()
            for row in draft.of(part):
                own = (row.origin and row.origin.id) or id_of(row.value("name"))
                self._ids[row.key] = found = free_id(own, taken) if own else ""
                taken.add(found)
        self._flights = {row.key: row for row in draft.of(Part.FLIGHTS)}

    def row(self, part: Part, row: Row) -> tuple[Any, dict[str, str]]:
        """Return the statement of a row, and what is wrong with its fields by name."""
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for field in FORMS[part]:
            try:
                values[field.name] = self._value(field, row)
            except FieldError as error:
                wrong[field.name] = str(error)
        if wrong:
            return None, wrong
        if part in (Part.PEOPLE, Part.VEHICLES):
            values["id"] = self._ids[row.key]
        if part is Part.FLIGHT_CORRECTIONS:
            values |= values.pop("flight")._asdict()
        if row.origin is not None:
            return row.origin._replace(**values), wrong
        return TYPES[part](**values), wrong

    def _value(self, field: Field, row: Row) -> Any:
        text = row.value(field.name).strip()
        if not text and field.needed:
            raise FieldError(tr(_NEEDED.get(field.holds, "This is needed")))
        match field.holds:
            case Holds.MOMENT:
                return _moment(text, row, field.name) if text else None
            case Holds.PERSON | Holds.VEHICLE:
                return self._named(text) if text else None
            case Holds.FLIGHT:
                return self._flight(text) if text else None
        return _READ.get(field.holds, str)(text)

    def _named(self, text: str) -> str:
        if text.startswith(KNOWN):
            return text[1:]
        found = self._ids.get(int(text[1:])) if _is_own(text) else None
        if not found:
            raise FieldError(_not_found(text))
        return found

    def _flight(self, text: str) -> FlightKey:
        if text.startswith(KNOWN):
            person, _, up = text[1:].partition(" ")
            return FlightKey(person, up)
        row = self._flights.get(int(text[1:])) if _is_own(text) else None
        if row is None:
            raise FieldError(_not_found(text))
        try:
            return FlightKey(self._named(row.value("person")), self._named(row.value("up")))
        except FieldError:
            raise FieldError(tr("That flight does not say who flies on what yet")) from None


def _figure(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 7):
        raise FieldError(tr("Type a whole number"))
    return int(text)


def _whether(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


_READ: Final[Mapping[Holds, Callable[[str], Any]]] = {
    Holds.SEX: Sex,
    Holds.COUNTS: PressCounts,
    Holds.FIGURE: _figure,
    Holds.YES: "yes".__eq__,
    Holds.WHETHER: _whether,
}
_NEEDED: Final = {
    Holds.PERSON: "Say who",
    Holds.VEHICLE: "Say on what",
    Holds.FLIGHT: "Choose a flight",
    Holds.SEX: "Choose one: it decides the women's records alone",
    Holds.COUNTRY: "Choose a country",
    Holds.COUNTS: "Choose what the source counts",
}


def _is_own(text: str) -> bool:
    return text.startswith(OWN) and text[1:].isdecimal()


def _not_found(text: str) -> str:
    if _is_own(text):
        return tr("That is no longer in this mission")
    return tr("Nothing here is called “{}”").format(text)


def _moment(text: str, row: Row, name: str) -> Moment:
    try:
        found = read_moment(text, row.value(name + ZONE))
    except CountdownError as error:
        raise FieldError(trouble_with(error)) from None
    if not isinstance(found, Doubtful):
        return found.moment
    reading = row.value(name + READING)
    if reading not in ("0", "1"):
        raise FieldError(tr("Choose which of the two is meant"))
    return found.readings[int(reading)].moment
