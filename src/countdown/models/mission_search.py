"""Finding missions by words, a country and a decade, quickly enough for each letter typed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.catalogue import fold
from countdown.core.flights import Flight, PlannedLaunch, Vehicle
from countdown.core.moments import as_datetime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue

Subject = Flight | PlannedLaunch | Vehicle


class Query(NamedTuple):
    """What is asked for: folded words, the code of a country's records, the first year of ten."""

    typed: str = ""
    country: str = ""
    decade: int | None = None


class MissionSearch:
    """Knows what the flights, vehicles and planned launches of a catalogue are found by."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def matching(self, query: Query, subjects: Sequence[Subject | None]) -> list[int]:
        """Return the places of those that match; each word begins one of theirs.

        Vehicles are found by words alone.
        """
        found = [place for place, one in enumerate(subjects) if one is not None]
        words = query.typed.split()
        if not words:
            found = [place for place in found if not isinstance(subjects[place], Vehicle)]
        for word in words:
            part, texts = f" {word}", self._texts
            found = [place for place in found if part in texts[id(subjects[place])]]
        if query.country:
            found = [place for place in found if _flew_for(subjects[place], query.country)]
        if query.decade is not None:
            found = [place for place in found if _launched_in(subjects[place], query.decade)]
        return found

    @cached_property
    def _texts(self) -> dict[int, str]:
        """What every subject is found by: folded words, each behind a space."""
        catalogue, found = self._catalogue, {}
        people = {one.id: f" {catalogue.spellings(one)}" for one in catalogue.people.values()}
        names = {"": ""}
        for craft in catalogue.vehicles.values():
            names[craft.id] = name = f" {fold(craft.name)}"
            found[id(craft)] = f"{name} {fold(craft.spacecraft)}"
        for plan in catalogue.planned:
            found[id(plan)] = f" {fold(plan.name)} {fold(plan.spacecraft)}"
        for one in catalogue.flights:
            down = one.down.id if one.down else ""
            found[id(one)] = people[one.person.id] + names[one.up.id] + names[down]
        return found


def _flew_for(subject: Subject | None, country: str) -> bool:
    return isinstance(subject, Flight) and subject.country.records_with == country


def _launched_in(subject: Subject | None, decade: int) -> bool:
    assert subject is not None
    return decade <= as_datetime(subject.launch.earliest).year < decade + 10
