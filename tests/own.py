"""Missions of users for tests: in a line, at random over a catalogue, and at random as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from countdown.core.flights import Country, Person, Sex
from countdown.core.moments import DAY, END, FIRST, Instant, Moment, Precision
from countdown.core.overlays import with_own
from countdown.core.own_missions import (
    FlightCorrection,
    OwnFlight,
    OwnHighlight,
    OwnMilestone,
    OwnMission,
    OwnPress,
    OwnVehicle,
    VehicleCorrection,
)
from countdown.core.ownership import FlightKey
from countdown.core.press import PressCounts
from tests.strategies import BASE, comes_after, known_to

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from countdown.core.catalogue import Catalogue
    from tests.strategies import Scale

_Thing = TypeVar("_Thing")
STATED_ON = Moment.parse("2030-01-02")


def moment(text: str, *, no_earlier_than: bool = False) -> Moment:
    return Moment.parse(text, no_earlier_than=no_earlier_than)


def own_mission(identity: str, **facts: Any) -> OwnMission:
    """A mission that states just this."""
    return OwnMission(identity, identity.capitalize(), STATED_ON, **facts)


def own_flyer(name: str, *, flown_by: str = "") -> OwnMission:
    """Somebody who is up since November 2026 on a vehicle of the user's; or so the flight says."""
    who = name.lower()
    ship = f"{who}-1"
    return own_mission(
        who,
        people=(Person(who, name, Sex.FEMALE),),
        vehicles=(OwnVehicle(ship, f"{name} 1", "Ark", moment("2026-11-01T00:00:00Z")),),
        flights=(OwnFlight(flown_by or who, ship, "US"),),
    )


def many_flights(count: int) -> OwnMission:
    """As many people, each up once on a vehicle of their own: three statements a flight."""
    landing = moment("2021-02-01T12:00:00Z")
    return own_mission(
        "school",
        people=tuple(Person(f"pupil-{n}", f"Pupil {n}", Sex.FEMALE) for n in range(count)),
        vehicles=tuple(
            OwnVehicle(f"ark-{n}", f"Ark {n}", "Ark", moment("2021-01-01T12:00:00Z"), landing)
            for n in range(count)
        ),
        flights=tuple(OwnFlight(f"pupil-{n}", f"ark-{n}", "US", f"ark-{n}") for n in range(count)),
    )


PIA = FlightKey("pia-pupil", "class-1")
KELLY = FlightKey("scott-kelly", "soyuz-tma-16m")
CLASS = OwnMission(
    "class-of-2026",
    "Class of 2026",
    moment("2026-11-20"),
    people=(Person("pia-pupil", "Pia Pupil", Sex.FEMALE),),
    vehicles=(
        OwnVehicle(
            "class-1",
            "Class 1",
            "Schoolcraft",
            moment("2026-11-01T10:00:00Z"),
            planned_landing=moment("2027-05"),
            station="International Space Station",
        ),
        OwnVehicle("class-9", "Class 9", "Schoolcraft", moment("2027-01-20T12:00:00Z")),
    ),
    flights=(OwnFlight("pia-pupil", "class-1", "US"),),
    milestones=(
        OwnMilestone("First experiment", moment("2026-11-25T09:30Z"), PIA),
        OwnMilestone("Speaks to our school", moment("2026-12-04T14:30:00Z"), PIA, "by radio"),
        OwnMilestone("Half-term", moment("2027-02-12"), PIA),
        OwnMilestone("Science fair", moment("2027-03"), PIA),
        OwnMilestone("Homecoming parade", moment("2027-06-20"), PIA),
        OwnMilestone("Roll-out", moment("2027-01-14"), FlightKey("", "class-9")),
        OwnMilestone("Docking", moment("2027-01-21T04:00Z"), FlightKey("", "class-9")),
    ),
    highlights=(OwnHighlight("Grows the first beans", moment("2026-11-18"), PIA),),
    press=(
        OwnPress(
            "pia-pupil",
            PressCounts.FLIGHT,
            20,
            moment("2026-11-20"),
            "20 days in space",
            "The School Times",
            PIA,
        ),
    ),
)
"""A flight in progress, a launch to come without crew, and milestones of every precision."""
CORRECTIONS = OwnMission(
    "corrections",
    "My corrections",
    moment("2026-11-21"),
    vehicle_corrections=(
        VehicleCorrection("soyuz-tma-18m", landing=moment("2016-03-02T05:00:00Z")),
        VehicleCorrection("soyuz-ms-29", landing=moment("2026-11-26T10:00:00Z")),
    ),
    milestones=(OwnMilestone("Book signing", moment("2026-12-12"), KELLY),),
)
"""Landings that the catalogue has otherwise, and not at all, and a milestone long after one."""


def with_a_class(catalogue: Catalogue) -> Catalogue:
    """Lay both over the catalogue of the app."""
    return with_own(catalogue, [CLASS, CORRECTIONS]).catalogue


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


IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
CODES = st.from_regex(r"[A-Z]{2}", fullmatch=True)
_SEEN = st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Cn"))
LINES = st.text(_SEEN, max_size=20)
NAMES = st.text(_SEEN, min_size=1, max_size=20).filter(str.strip)
NOTES = st.lists(LINES, max_size=3).map("\n".join)


@st.composite
def moments(draw: DrawFn) -> Moment:
    """Draw any moment, also one that no date in UTC says."""
    at = draw(st.integers(FIRST, END - 2 * DAY))
    precision = draw(st.sampled_from(Precision))
    written = str(Moment(Instant(at), Instant(at), precision))
    found = Moment.parse(written, no_earlier_than=draw(st.booleans()))
    if precision is Precision.DAY and draw(st.integers(0, 3)) == 0:
        shift = draw(st.integers(1, DAY - 1))
        earliest, latest = Instant(found.earliest + shift), Instant(found.latest + shift)
        found = found._replace(earliest=earliest, latest=latest)
    return found


def days() -> SearchStrategy[Moment]:
    return st.integers(FIRST // DAY, END // DAY - 1).map(
        lambda day: Moment(Instant(day * DAY), Instant((day + 1) * DAY), Precision.DAY)
    )


def _some(form: SearchStrategy[_Thing]) -> SearchStrategy[tuple[_Thing, ...]]:
    return st.lists(form, max_size=2).map(tuple)


def missions() -> SearchStrategy[OwnMission]:
    """Any mission that can stand in a file, whether or not it can stand over a catalogue."""
    maybe = st.none() | moments()
    keys = st.builds(FlightKey, IDS, IDS)
    told = {"note": NOTES, "source": LINES}
    return st.builds(
        OwnMission,
        id=IDS,
        title=NAMES,
        stated_on=days(),
        note=NOTES,
        countries=_some(st.builds(Country, CODES, NAMES, CODES)),
        people=_some(st.builds(Person, IDS, NAMES, st.sampled_from(Sex), _some(NAMES), NOTES)),
        vehicles=_some(
            st.builds(
                OwnVehicle,
                IDS,
                NAMES,
                NAMES,
                moments(),
                maybe,
                maybe,
                station=LINES,
                orbit_km=st.none() | st.integers(100, 1_000_000),
                **told,
            )
        ),
        flights=_some(st.builds(OwnFlight, IDS, IDS, CODES, st.none() | IDS, maybe, st.booleans())),
        vehicle_corrections=_some(st.builds(VehicleCorrection, IDS, maybe, maybe, **told)),
        flight_corrections=_some(
            st.builds(
                FlightCorrection,
                IDS,
                IDS,
                st.none() | IDS,
                maybe,
                maybe,
                st.none() | st.booleans(),
                **told,
            )
        ),
        milestones=_some(st.builds(OwnMilestone, NAMES, moments(), st.none() | keys, NOTES)),
        highlights=_some(
            st.builds(
                OwnHighlight, NAMES, moments(), keys, short=st.text(_SEEN, max_size=24), **told
            )
        ),
        press=_some(
            st.builds(
                OwnPress,
                IDS,
                st.sampled_from(PressCounts),
                st.integers(1, 99_999),
                days(),
                NAMES,
                NAMES,
                keys,
                NOTES,
            )
        ),
    )


def mission_sets() -> SearchStrategy[tuple[OwnMission, ...]]:
    """What one file can have."""
    return st.lists(missions(), max_size=3, unique_by=lambda one: one.id).map(tuple)
