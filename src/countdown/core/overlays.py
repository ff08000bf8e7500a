"""What users state, laid over a catalogue: the result is a catalogue like any other.

So records, ranks and forecasts follow from the user's facts as from all others. What they leave
as it was is shared with the catalogue below, which does not change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from countdown.core.catalogue import Catalogue
from countdown.core.laid_flights import LaidFlights
from countdown.core.laid_words import LaidWords
from countdown.core.own_claims import Claims, OwnFactsError
from countdown.core.own_missions import FlightCorrection, OwnFlight, OwnVehicle, VehicleCorrection
from countdown.core.ownership import Agreed, Fact, Ownership, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from countdown.core.moments import Moment
    from countdown.core.own_claims import Agreement, Conflict
    from countdown.core.own_missions import OwnMission
    from countdown.core.ownership import FlightKey


class Overlay(NamedTuple):
    """A catalogue with the user's facts in it, and what the one below says too since its date."""

    catalogue: Catalogue
    agreements: tuple[Agreement, ...]
    since: Moment


def with_own(catalogue: Catalogue, missions: Sequence[OwnMission]) -> Overlay:
    """Lay missions over a catalogue; with nothing to lay it is the result itself.

    Raises:
        OwnFactsError: with every statement that cannot stand; they are laid whole or not at all.
    """
    if not missions:
        return Overlay(catalogue, (), catalogue.data_date)
    claims = Claims(catalogue, missions)
    laid = LaidFlights(catalogue, missions, claims)
    words = LaidWords(missions, claims, laid)
    if claims.conflicts:
        raise OwnFactsError(tuple(claims.conflicts))
    result = Catalogue(
        title=catalogue.title,
        data_date=catalogue.data_date,
        countries=laid.countries.values(),
        people=laid.people.values(),
        vehicles=laid.vehicles.values(),
        flights=laid.flights,
        planned=laid.plans.values(),
        press=(*catalogue.press, *(one for one, _ in words.press)),
        highlights=(*catalogue.told, *(one for one, _ in words.highlights)),
    )
    result.own = Ownership(
        people={key: one.place.id for key, one in claims.people.items()},
        vehicles={key: one.place.id for key, one in claims.vehicles.items()},
        flights={key: one.place.id for key, one in claims.flights.items()},
        vehicle_corrections=laid.vehicle_corrections,
        flight_corrections=laid.flight_corrections,
        stated_on=dict(_stated_on(missions, claims, laid)),
        milestones=words.milestones,
        told={one: place for told in (words.highlights, words.press) for one, place in told},
        agreed=_agreed(missions, claims.agreements),
        titles={one.id: one.title for one in missions},
    )
    return Overlay(result, tuple(claims.agreements), catalogue.data_date)


def _agreed(
    missions: Sequence[OwnMission], agreements: Sequence[Agreement]
) -> dict[FlightKey | str, tuple[Agreed, ...]]:
    """Sort agreements under the flights and vehicles that they are about."""
    found: dict[FlightKey | str, tuple[Agreed, ...]] = {}
    for one in agreements:
        mission = missions[one.mission]
        statement, _, field = one.path.partition(".")
        kind, _, number = statement.rstrip("]").partition("[")
        stated = getattr(mission, kind)[int(number)]
        match stated:
            case OwnFlight() | FlightCorrection():
                key: FlightKey | str = stated.key
            case VehicleCorrection():
                key = stated.vehicle
            case OwnVehicle():
                key = stated.id
            case _:
                continue
        agreed = Agreed(Fact(field) if field else None, mission.id)
        found[key] = (*found.get(key, ()), agreed)
    return found


def _stated_on(
    missions: Sequence[OwnMission], claims: Claims, laid: LaidFlights
) -> Iterator[tuple[FlightKey, Moment]]:
    """Yield the day that a mission states something on, for each flight and launch it touches."""
    for key, place in laid.touched.items():
        yield key, missions[place.mission].stated_on
    days = {one.id: one.stated_on for one in missions}
    for plan in laid.plans.values():
        stated = [days[one.mission] for one in laid.vehicle_corrections.get(plan.id, ())]
        if plan.id in claims.vehicles:
            stated.append(days[claims.vehicles[plan.id].place.id])
        if stated:
            yield key_of(plan), max(stated)


def with_sound(
    catalogue: Catalogue, missions: Sequence[OwnMission]
) -> tuple[Overlay, tuple[Conflict, ...]]:
    """Lay those missions that can be; each of the others is left out whole, with its conflicts.

    Where two cannot stand together, that is the later one.
    """
    conflicts: list[Conflict] = []
    sound = dict(enumerate(missions))
    while True:
        numbers = list(sound)
        try:
            return with_own(catalogue, list(sound.values())), tuple(conflicts)
        except OwnFactsError as error:
            found = [one._replace(mission=numbers[one.mission]) for one in error.conflicts]
            conflicts += found
            for number in {one.mission for one in found}:
                del sound[number]
