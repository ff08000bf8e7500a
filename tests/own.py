"""Missions of users for tests: in a line, at random over a catalogue, and at random as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from countdown.core.flights import Person, Sex
from countdown.core.moments import DAY, Instant, Moment, Precision
from countdown.core.own_missions import (
    OwnFlight,
    OwnMission,
    OwnVehicle,
    VehicleCorrection,
)
from tests.strategies import BASE, comes_after, known_to

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from countdown.core.catalogue import Catalogue
    from tests.strategies import Scale

STATED_ON = Moment.parse("2030-01-02")


def moment(text: str, *, no_earlier_than: bool = False) -> Moment:
    return Moment.parse(text, no_earlier_than=no_earlier_than)


def own_mission(identity: str, **facts: Any) -> OwnMission:
    """A mission that states just this."""
    return OwnMission(identity, identity.capitalize(), STATED_ON, **facts)


@st.composite
def some_own_missions(draw: DrawFn, catalogue: Catalogue, scale: Scale) -> list[OwnMission]:
    """Draw missions that stand together over a catalogue: new people, and corrected landings."""
    stated_on = known_to(Precision.DAY, BASE + draw(st.integers(0, 90)) * DAY)
    missions = []
    for number in range(draw(st.integers(0, 3))):
        launch = draw(_moments(scale, BASE, BASE + scale.launches_within))
        landing = draw(
            st.none() | _moments(scale, launch.latest + 1, launch.latest + scale.longest_flight)
        )
        if landing is not None and not comes_after(landing, launch):
            landing = None
        sex = draw(st.sampled_from(Sex))
        countries = st.sampled_from(sorted(catalogue.countries))
        who, ship = f"own-{number}", f"ship-{number}"
        missions.append(
            OwnMission(
                f"mission-{number}",
                "One",
                stated_on,
                people=(Person(who, f"Own {number}", sex),),
                vehicles=(OwnVehicle(ship, f"Ship {number}", "Owncraft", launch, landing),),
                flights=(OwnFlight(who, ship, draw(countries), down=ship if landing else None),),
            )
        )
    corrections = draw(_corrections(catalogue))
    if corrections:
        missions.append(
            OwnMission("corrections", "Corrections", stated_on, vehicle_corrections=corrections)
        )
    return missions


@st.composite
def _moments(draw: DrawFn, scale: Scale, first: int, last: int) -> Moment:
    at = draw(st.integers(first, last))
    return known_to(draw(st.sampled_from(scale.precisions)), at)


@st.composite
def _corrections(draw: DrawFn, catalogue: Catalogue) -> tuple[VehicleCorrection, ...]:
    """Earlier landings, so that no career overlaps where none did."""
    found = []
    for one in catalogue.vehicles.values():
        crews = (*catalogue.crew_up(one), *catalogue.crew_down(one))
        if one.landing is None or not crews or not draw(st.integers(0, 2)):
            continue
        latest_launch = max(one.launch.latest, *(flight.launch.latest for flight in crews))
        room = one.landing.earliest - latest_launch
        if room > 2:
            landing = Moment.exact(Instant(latest_launch + draw(st.integers(1, room - 1))))
            found.append(VehicleCorrection(one.id, landing=landing))
    return tuple(found)
