"""What users tell of flights, laid over them: highlights, figures of the press, milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from countdown.core.contradictions import is_within
from countdown.core.flights import Highlight
from countdown.core.own_claims import ConflictKind, placed
from countdown.core.ownership import FlightKey, StatedMilestone
from countdown.core.press import PressFigure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countdown.core.flights import Flight
    from countdown.core.laid_flights import LaidFlights
    from countdown.core.own_claims import Claims, Place
    from countdown.core.own_missions import OwnMission

SHORT: Final = 24
"""The most signs of a highlight that stand on a time line."""


class LaidWords:
    """What is told of the flights that are there now; what cannot be is noted with the claims.

    Beside each highlight and each figure stands the id of the mission that states it.
    """

    def __init__(self, missions: Sequence[OwnMission], claims: Claims, laid: LaidFlights) -> None:
        self._missions = missions
        self._refuse = claims.refuse
        self._laid = laid
        self.highlights = tuple(self._highlights())
        self.press = tuple(self._press())
        self.milestones = self._milestones()

    def _all(self, field: str) -> Iterator[tuple[Place, Any]]:
        for number, mission in enumerate(self._missions):
            yield from placed(number, mission, field)

    def _flight(self, key: FlightKey, place: Place) -> Flight | None:
        """The flight that something is told of."""
        flight = self._laid.flight(key)
        if flight is None:
            self._refuse(ConflictKind.UNKNOWN_FLIGHT, place.field("flight"), " ".join(key))
        return flight

    def _highlights(self) -> Iterator[tuple[Highlight, str]]:
        for place, one in self._all("highlights"):
            flight = self._flight(one.flight, place)
            if flight is None:
                continue
            if not is_within(one.moment, flight):
                self._refuse(ConflictKind.NOT_WITHIN, place.field("moment"), one.moment)
            short = one.short or shortened(one.title)
            yield (
                Highlight(
                    flight.person, flight.up, one.moment, one.title, short, one.source, one.note
                ),
                place.id,
            )

    def _press(self) -> Iterator[tuple[PressFigure, str]]:
        for place, one in self._all("press"):
            flight, person = self._flight(one.flight, place), self._laid.people.get(one.person)
            if person is None:
                self._refuse(ConflictKind.UNKNOWN_PERSON, place.field("person"), one.person)
            elif flight is not None:
                figure = PressFigure(
                    person,
                    one.counts,
                    one.figure,
                    one.as_of,
                    one.words,
                    one.source,
                    page=flight.person,
                    page_vehicle=flight.up,
                    note=one.note,
                )
                yield figure, place.id

    def _milestones(self) -> dict[FlightKey, tuple[StatedMilestone, ...]]:
        """What else is counted down to: by flight, or by launch without crew."""
        found: dict[FlightKey, tuple[StatedMilestone, ...]] = {}
        for place, one in self._all("milestones"):
            if one.flight is None:
                mission = self._missions[place.mission]
                plans = (one.id for one in mission.vehicles if one.id in self._laid.plans)
                keys = [flight.key for flight in mission.flights]
                keys += [FlightKey("", plan) for plan in plans]
            else:
                keys = [one.flight]
                if one.flight.person or one.flight.up not in self._laid.plans:
                    self._flight(one.flight, place)
            for key in keys:
                before = found.get(key, ())
                same = [
                    other
                    for other in before
                    if (other.title, other.mission) == (one.title, place.id)
                ]
                number = len(same) + 1
                stated = StatedMilestone(key, one.title, one.moment, one.note, place.id, number)
                found[key] = (*before, stated)
        return found


def shortened(title: str) -> str:
    """Return as much of a title as a time line has room for, by whole words where there are any."""
    if len(title) <= SHORT:
        return title
    kept = title[: SHORT - 1]
    return (kept.rsplit(" ", 1)[0] or kept).rstrip() + "…"
