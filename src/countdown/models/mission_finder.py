"""Finds a mission by typing: a person's, one of their flights, or a launch that is planned."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.catalogue import fold, matches_typed
from countdown.core.readings import Mission
from countdown.models.mission_phrases import named

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

_MOST: Final = 12


class FoundMission(NamedTuple):
    """A mission, what it is called, and what it is found by."""

    mission: Mission
    label: str
    folded: str


class MissionFinder:
    """Knows the missions of a catalogue: who flew, then the flights from the last one on."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def _known(self) -> list[FoundMission]:
        facts = self.catalogue
        people = facts.people.values()
        names = {one.id: facts.spellings(one) for one in people}
        found = [(Mission.of_person(facts, one), names[one.id]) for one in people]
        found += [(Mission.of_plan(facts, one), fold(one.name)) for one in facts.planned]
        found += [
            (Mission.of_flight(facts, one), f"{names[one.person.id]} {fold(one.up.name)}")
            for one in reversed(facts.flights)
        ]
        return [FoundMission(mission, named(mission), words) for mission, words in found]

    def matching(self, typed: str) -> list[FoundMission]:
        """Return what may be meant."""
        return [one for one in self._known if matches_typed(typed, one.folded)][:_MOST]

    def mission(self, label: str) -> Mission | None:
        """Return the mission that is called so."""
        asked = fold(label)
        return next((one.mission for one in self._known if fold(one.label) == asked), None)
