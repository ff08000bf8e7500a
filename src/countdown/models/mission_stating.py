"""From what was typed to a mission of the user's, or to what is wrong, beside each field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from countdown.core.errors import CountdownError
from countdown.core.flights import Sex
from countdown.core.moments import Moment, Precision
from countdown.core.own_missions import HIDDEN, OwnMission, id_for
from countdown.core.ownership import FlightKey
from countdown.core.press import PressCounts
from countdown.core.typed_moments import Doubtful
from countdown.models.mission_draft import (
    FORMS,
    KNOWN,
    MOMENTS,
    NOTE,
    OWN,
    READING,
    TITLE,
    TYPES,
    ZONE,
    Field,
    Holds,
    Part,
    moment_text,
)
from countdown.models.moment_words import doubt_words, read_moment, trouble_with
from countdown.models.phrases import number, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    origin = draft.origin or OwnMission(mission_id, "", stated_on)
    troubles: dict[str, str] = {}
    said: dict[str, Any] = {}
    for field, typed in ((TITLE, draft.title), (NOTE, draft.note)):
        try:
            said[field.name] = _line(field, typed, getattr(origin, field.name))
        except FieldError as error:
            troubles[field.name] = str(error)
    if not draft.title.strip():
        troubles["title"] = tr("A mission needs a title")
    for part in Part:
        found = []
        for index, row in enumerate(draft.of(part)):
            one, wrong = reader.row(part, row)
            troubles |= {f"{part}[{index}].{name}": text for name, text in wrong.items()}
            found.append(one)
        said[part.value] = tuple(found)
    if troubles:
        return Stated(None, troubles)
    return Stated(origin._replace(id=mission_id, **said), {})


class _Reader:
    """Knows what the rows of one draft are called."""

    def __init__(self, draft: Draft) -> None:
        self._ids: dict[int, str] = {}
        for part in (Part.PEOPLE, Part.VEHICLES):
            kept = {row.key: row.origin.id for row in draft.of(part) if row.origin}
            taken = set(kept.values())
            for row in draft.of(part):
                name = row.value("name").strip()
                own = kept.get(row.key) or (name and id_for(name, taken))
                self._ids[row.key] = own
                taken.add(own)
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
        if part is Part.COUNTRIES and (
            row.origin is None or row.origin.code == row.origin.records_with
        ):
            values["records_with"] = values["code"]
        if row.origin is not None:
            return row.origin._replace(**values), wrong
        return TYPES[part](**values), wrong

    def _value(self, field: Field, row: Row) -> Any:
        text = row.value(field.name).strip()
        if not text and field.needed:
            raise FieldError(_needed(field.holds))
        if field.holds in MOMENTS:
            return _moment(field, text, row) if text else None
        match field.holds:
            case Holds.TEXT | Holds.NOTE:
                return _line(field, row.value(field.name), getattr(row.origin, field.name, None))
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


def _line(field: Field, typed: str, kept: str | None) -> str:
    """Return a text without the blanks around it; one that is as it was kept has even those."""
    if typed == kept:
        return typed
    text = typed.strip()
    seen = text.replace("\n", " ") if field.holds is Holds.NOTE else text
    if _HIDDEN.search(seen):
        raise FieldError(tr("There is a sign in it that cannot be seen: type it anew"))
    if len(text) > field.most:
        raise FieldError(tr("Too long: {} signs at most").format(number(field.most)))
    return text


def _figure(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text)):
        raise FieldError(tr("Type a whole number, up to {}").format(number(99_999)))
    return int(text)


def _code(text: str) -> str:
    if _CODE.fullmatch(text) is None:
        raise FieldError(tr("Type its two capital letters, such as DK"))
    return text


def _whether(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


_HIDDEN: Final = re.compile(f"[{HIDDEN}]")
_CODE: Final = re.compile("[A-Z]{2}")
_READ: Final[Mapping[Holds, Callable[[str], Any]]] = {
    Holds.CODE: _code,
    Holds.SEX: Sex,
    Holds.COUNTS: PressCounts,
    Holds.FIGURE: _figure,
    Holds.YES: "yes".__eq__,
    Holds.WHETHER: _whether,
}


def _needed(holds: Holds) -> str:
    return {
        Holds.PERSON: tr("Say who"),
        Holds.VEHICLE: tr("Say on what"),
        Holds.FLIGHT: tr("Choose a flight"),
        Holds.SEX: tr("Choose one: it decides the women's records alone"),
        Holds.COUNTRY: tr("Choose a country"),
        Holds.COUNTS: tr("Choose what the source counts"),
    }.get(holds, tr("This is needed"))


def _is_own(text: str) -> bool:
    return text.startswith(OWN) and text[1:].isdecimal()


def _not_found(text: str) -> str:
    if _is_own(text):
        return tr("That is no longer in this mission")
    return tr("Nothing here is called “{}”").format(text)


def _moment(field: Field, text: str, row: Row) -> Moment:
    kept = getattr(row.origin, field.name, None)
    if isinstance(kept, Moment) and text == moment_text(kept):
        return kept  # exactly, also where no date in UTC says so
    moment = _typed_moment(text, row, field.name)
    if field.holds is Holds.DAY and (
        moment.precision is not Precision.DAY or moment.no_earlier_than
    ):
        raise FieldError(tr("Type a day, such as 29 October 2015"))
    return moment


def _typed_moment(text: str, row: Row, name: str) -> Moment:
    try:
        found = read_moment(text, row.value(name + ZONE))
    except CountdownError as error:
        raise FieldError(trouble_with(error)) from None
    if not isinstance(found, Doubtful):
        return found.moment
    reading = row.value(name + READING)
    if reading not in ("0", "1"):
        raise FieldError(doubt_words(found))
    return found.readings[int(reading)].moment
