"""Finds what a field of a user's mission may refer to, by typing: the catalogue's and its own."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice
from operator import is_not
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.catalogue import fold, matches_typed
from countdown.core.moments import as_datetime
from countdown.models.mission_draft import KNOWN, OWN, Draft, Holds, Part
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, PlannedLaunch, Vehicle
    from countdown.models.mission_draft import Row

_MOST: Final = 12
_OWN: Final = {
    Holds.PERSON: (Part.PEOPLE,),
    Holds.VEHICLE: (Part.VEHICLES,),
    Holds.FLIGHT: (Part.FLIGHTS, Part.PEOPLE, Part.VEHICLES),
}
"""The parts of a draft that its own people, vehicles and flights are in, and are called by."""


class Choice(NamedTuple):
    """Something to refer to: the value of the field, what is shown, and what it is found by."""

    value: str
    label: str
    folded: str


class FactFinder:
    """Knows the catalogue without what users state."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._rows: dict[Holds, tuple[tuple[Row, ...], ...]] = {}
        self._own: dict[Holds, dict[str, Choice]] = {}

    @cached_property
    def _known(self) -> dict[Holds, list[Choice]]:
        facts = self.catalogue
        people = [
            Choice(f"{KNOWN}{one.id}", one.name, facts.spellings(one))
            for one in facts.people.values()
        ]
        crafts = [(one.id, one.name) for one in facts.vehicles.values()]
        crafts += [(one.id, one.name) for one in facts.planned]
        vehicles = [Choice(f"{KNOWN}{known}", name, fold(name)) for known, name in crafts]
        flights = [
            Choice(
                f"{KNOWN}{one.person.id} {one.up.id}",
                flight_label(one),
                f"{facts.spellings(one.person)} {fold(one.up.name)}",
            )
            for one in reversed(facts.flights)
        ]
        return {Holds.PERSON: people, Holds.VEHICLE: vehicles[::-1], Holds.FLIGHT: flights}

    @cached_property
    def _labels(self) -> dict[tuple[Holds, str], str]:
        return {
            (holds, one.value): one.label for holds, found in self._known.items() for one in found
        }

    @cached_property
    def _by_name(self) -> dict[tuple[Holds, str], list[Choice]]:
        found: dict[tuple[Holds, str], list[Choice]] = {}
        for holds, choices in self._known.items():
            for one in choices:
                found.setdefault((holds, fold(one.label)), []).append(one)
        return found

    def _own_of(self, holds: Holds, draft: Draft) -> Mapping[str, Choice]:
        """What a draft has itself, by value; made anew only when the rows it is in are others."""
        rows = tuple(map(draft.of, _OWN[holds]))
        if holds not in self._own or any(map(is_not, rows, self._rows[holds])):
            self._rows[holds] = rows
            named = ((f"{OWN}{row.key}", self._name(holds, row, draft)) for row in rows[0])
            self._own[holds] = {
                value: Choice(value, name, fold(name)) for value, name in named if name
            }
        return self._own[holds]

    def _name(self, holds: Holds, row: Row, draft: Draft) -> str:
        if holds is not Holds.FLIGHT:
            return row.value("name")
        who = self.label(Holds.PERSON, row.value("person"), draft)
        up = self.label(Holds.VEHICLE, row.value("up"), draft)
        return " · ".join(filter(None, (who, up)))

    def label(self, holds: Holds, value: str, draft: Draft) -> str:
        """Return what a value is shown as; one that refers to nothing stands as it is."""
        if value.startswith(KNOWN):
            return self._labels.get((holds, value), value[1:])
        if not value.startswith(OWN):
            return value
        own = self._own_of(holds, draft).get(value)
        return own.label if own is not None else ""

    def matching(self, holds: Holds, typed: str, draft: Draft, *, known: bool) -> list[Choice]:
        """Return what may be meant, the draft's own first; only the catalogue's for ``known``."""
        own = () if known else self._own_of(holds, draft).values()
        all_of_them = chain(own, self._known[holds])
        found = (one for one in all_of_them if matches_typed(typed, one.folded))
        return list(islice(found, _MOST))

    def value(self, holds: Holds, typed: str, draft: Draft, *, known: bool) -> str:
        """Return the value of a text: a reference where just one thing is called so."""
        asked = typed.strip()
        folded = fold(asked)
        own = () if known else self._own_of(holds, draft).values()
        here = {one.value for one in own if one.folded == folded}
        there = {one.value for one in self._by_name.get((holds, folded), ())}
        for named in (here, there):
            if len(named) == 1 and asked:
                return named.pop()
        return asked.lstrip(KNOWN + OWN)

    def flight(self, value: str) -> Flight | None:
        """Return the catalogue's flight that a value refers to."""
        person, _, up = value.removeprefix(KNOWN).partition(" ")
        who = self.catalogue.people.get(person)
        career = self.catalogue.career(who) if who is not None else ()
        return next((one for one in career if one.up.id == up), None)

    def vehicle(self, value: str) -> Vehicle | PlannedLaunch | None:
        """Return the catalogue's vehicle that a value refers to, or its launch to come."""
        known = value.removeprefix(KNOWN)
        plans = (one for one in self.catalogue.planned if one.id == known)
        return self.catalogue.vehicles.get(known) or next(plans, None)

    def countries(self, draft: Draft) -> list[tuple[str, str]]:
        """Return the codes and names of all countries, by name, then those of the draft."""
        known = [(one.code, one.name) for one in self.catalogue.countries.values()]
        own = [(row.value("code"), row.value("name")) for row in draft.of(Part.COUNTRIES)]
        named = [(code, name or code) for code, name in own if code]
        return [*sorted(known, key=_folded_name), *named]


def _folded_name(country: tuple[str, str]) -> str:
    return fold(country[1])


def flight_label(flight: Flight) -> str:
    """Return a flight in few words, unlike all others."""
    year = as_datetime(flight.launch.earliest).year
    return tr("{name} · {vehicle} · {year}").format(
        name=flight.person.name, vehicle=flight.up.name, year=year
    )
