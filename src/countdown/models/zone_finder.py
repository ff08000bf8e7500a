"""Finds a time zone by typing: ``new york`` for ``America/New_York``."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QTimeZone

from countdown.core.catalogue import fold, matches_typed
from countdown.models.manners import place_of


class ZoneFinder:
    """Knows the zones that this computer has."""

    @cached_property
    def _zones(self) -> dict[str, str]:
        """All zones with what they are found by: each part of the name is a word."""
        ids = sorted(bytes(one.data()).decode() for one in QTimeZone.availableTimeZoneIds())
        return {one: _folded(one) for one in ids}

    def matching(self, typed: str) -> list[str]:
        """Return the zones that may be meant, those first whose place begins so."""
        words = _folded(typed)
        found = [one for one, folded in self._zones.items() if matches_typed(words, folded)]
        return sorted(found, key=lambda one: not fold(place_of(one)).startswith(words))

    def zone(self, typed: str) -> str:
        """Return the one zone of a name, or of its place's name; nothing where there is none."""
        asked = _folded(typed)
        if not asked:
            return ""
        if named := [one for one, folded in self._zones.items() if folded == asked]:
            return named[0]
        places = [one for one in self._zones if fold(place_of(one)) == asked]
        return places[0] if len(places) == 1 else ""


def _folded(name: str) -> str:
    return fold(name.replace("/", " ").replace("_", " "))
