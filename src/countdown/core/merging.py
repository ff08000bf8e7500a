"""Missions from outside put together with those that are there: nothing is decided silently."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.own_missions import id_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countdown.core.catalogue import Catalogue
    from countdown.core.errors import Problem
    from countdown.core.flights import Flight
    from countdown.core.own_missions import OwnMission
    from countdown.core.ownership import FlightKey


class Clash(NamedTuple):
    """Two missions with one id that state different things; ``fields`` says in what they differ."""

    id: str
    mine: OwnMission
    theirs: OwnMission
    fields: tuple[str, ...]


class Choice(StrEnum):
    """Which of two that clash is kept; with both, theirs gets an id of its own.

    So do its launches that are stated otherwise in mine: one launch cannot be at two times.
    """

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Merge(NamedTuple):
    """What an import would do to ``mine``: what is new, what is there already, and what clashes."""

    mine: tuple[OwnMission, ...]
    added: tuple[OwnMission, ...]
    same: tuple[OwnMission, ...]
    clashes: tuple[Clash, ...]

    def merged(self, choices: Mapping[str, Choice]) -> tuple[OwnMission, ...]:
        """Return all missions, those that clash as chosen, by id.

        Raises:
            KeyError: no choice is made for one of them.
        """
        theirs = {one.id: one.theirs for one in self.clashes if choices[one.id] is Choice.THEIRS}
        taken = {one.id for one in (*self.mine, *self.added)}
        beside = []
        for clash in self.clashes:
            if choices[clash.id] is Choice.BOTH:
                identity = id_for(clash.id, taken)
                taken.add(identity)
                beside.append(_beside(clash.mine, clash.theirs, identity))
        return (*(theirs.get(one.id, one) for one in self.mine), *self.added, *beside)


class Preview(NamedTuple):
    """What taking in a table of flights would do; with ``problems`` it cannot be done.

    ``catalogue`` has the mission laid over it, and there are the new flights in it, those that it
    corrects, and how many rows say what is known already.
    """

    mission: OwnMission
    problems: tuple[Problem, ...] = ()
    catalogue: Catalogue | None = None
    added: tuple[Flight, ...] = ()
    changed: tuple[Flight, ...] = ()
    same: int = 0


def merge(mine: tuple[OwnMission, ...], theirs: tuple[OwnMission, ...]) -> Merge:
    """Compare missions from outside with those that are there, by id."""
    known = {one.id: one for one in mine}
    clashes = tuple(
        Clash(one.id, known[one.id], one, _differences(known[one.id], one))
        for one in theirs
        if one.id in known and known[one.id] != one
    )
    return Merge(
        mine,
        tuple(one for one in theirs if one.id not in known),
        tuple(one for one in theirs if known.get(one.id) == one),
        clashes,
    )


def _beside(mine: OwnMission, theirs: OwnMission, identity: str) -> OwnMission:
    """Return theirs as another mission than mine, with launches of its own."""
    known = {one.id: one for one in mine.vehicles}
    taken = {*known, *(one.id for one in theirs.vehicles)}
    ids: dict[str, str] = {}
    for one in theirs.vehicles:
        if known.get(one.id, one) != one:
            ids[one.id] = id_for(f"{one.id} {identity}", taken)
            taken.add(ids[one.id])

    def of(vehicle: str) -> str:
        return ids.get(vehicle, vehicle)

    def along(key: FlightKey) -> FlightKey:
        return key._replace(up=of(key.up))

    return theirs._replace(
        id=identity,
        vehicles=tuple(one._replace(id=of(one.id)) for one in theirs.vehicles),
        flights=tuple(
            one._replace(up=of(one.up), down=one.down and of(one.down)) for one in theirs.flights
        ),
        flight_corrections=tuple(
            one._replace(down=one.down and of(one.down)) for one in theirs.flight_corrections
        ),
        milestones=tuple(
            one._replace(flight=one.flight and along(one.flight)) for one in theirs.milestones
        ),
        highlights=tuple(one._replace(flight=along(one.flight)) for one in theirs.highlights),
        press=tuple(one._replace(flight=along(one.flight)) for one in theirs.press),
    )


def _differences(mine: OwnMission, theirs: OwnMission) -> tuple[str, ...]:
    pairs = zip(mine._fields, mine, theirs, strict=True)
    return tuple(field for field, one, other in pairs if one != other)
