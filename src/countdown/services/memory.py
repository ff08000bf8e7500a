"""Missions and clocks as one line of text each, to be remembered and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from countdown.core.clocks import OnThisDayClock, ReplayClock, years_back_into
from countdown.core.errors import CountdownError
from countdown.core.moments import Instant, as_datetime, instant, iso, parse_instant
from countdown.core.ownership import FlightKey, key_of
from countdown.core.readings import Mission
from countdown.services.settings import FIRST_START, LIVE, ON_THIS_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.own_missions import OwnMission

FIRST_PERSON: Final = "scott-kelly"
FIRST_FLIGHT: Final = 4
"""The year in space: what a first start shows."""
FIRST_DAY: Final = Instant(1_444_953_600)
"""2015-10-16T00:00:00Z, his 383rd day in space: shown when today's date was not in the flight."""

_MOST_YEARS: Final = 300


def mission_key(mission: Mission) -> str:
    """Return the line that `find_mission` finds the same mission by."""
    if mission.planned is not None:
        return f"plan {mission.planned.id}"
    if mission.flight is not None:
        return f"flight {mission.flight.person.id} {mission.flight.up.id}"
    return f"person {mission.person.id}" if mission.person is not None else ""


def find_mission(catalogue: Catalogue, key: str) -> Mission | None:
    """Return the mission of a remembered line, if this catalogue still has it."""
    match key.split(" "):
        case ["plan", plan]:
            planned = next((one for one in catalogue.planned if one.id == plan), None)
            if planned is not None:
                return Mission.of_plan(catalogue, planned)
            up = catalogue.vehicles.get(plan)  # its crew is named by now
            crew = catalogue.crew_up(up) if up is not None else ()
            return Mission.of_flight(catalogue, crew[0]) if crew else None
        case ["flight", person, vehicle] if person in catalogue.people:
            career = catalogue.career(catalogue.people[person])
            return next(
                (Mission.of_flight(catalogue, one) for one in career if one.up.id == vehicle), None
            )
        case ["person", person] if person in catalogue.people:
            return Mission.of_person(catalogue, catalogue.people[person])
    return None


def find_missions(catalogue: Catalogue, keys: Iterable[str]) -> dict[str, Mission]:
    """Return those missions of several lines that this catalogue still has, by their lines."""
    found = {key: find_mission(catalogue, key) for key in keys}
    return {key: mission for key, mission in found.items() if mission is not None}


def mission_about(catalogue: Catalogue, own: OwnMission) -> Mission | None:
    """Return the first flight, or launch without crew, that a mission of the user's is about."""
    keys = [one.key for one in own.flights]
    keys += [FlightKey("", one.id) for one in own.vehicles]
    keys += [one.key for one in own.flight_corrections]
    for vehicle in own.vehicle_corrections:
        if (known := catalogue.vehicles.get(vehicle.vehicle)) is not None:
            keys += [key_of(one) for one in catalogue.crew_up(known)]
    keys += [one.flight for one in own.milestones if one.flight is not None]
    keys += [one.flight for one in own.highlights]
    keys += [one.flight for one in own.press]
    lines = [f"flight {key.person} {key.up}" if key.person else f"plan {key.up}" for key in keys]
    return next(iter(find_missions(catalogue, lines).values()), None)


def first_mission(catalogue: Catalogue, at: Instant) -> Mission:
    """Return what a first start shows, or the nearest to it that this catalogue has."""
    person = catalogue.people.get(FIRST_PERSON)
    if person is not None and len(catalogue.career(person)) >= FIRST_FLIGHT:
        return Mission.of_flight(catalogue, catalogue.career(person)[FIRST_FLIGHT - 1])
    up = catalogue.in_orbit(at) or catalogue.launched_by(at)[-1:]
    return Mission.of_flight(catalogue, up[0]) if up else Mission(catalogue)


def first_clock(mission: Mission, clock: Clock) -> Clock:
    """Return the clock of a first start: on this day in the mission's flight."""
    if mission.flight is None or not mission.flight.is_over:
        return clock
    now = clock.now()
    years = years_back_into(mission.flight, instant(now))
    if years is not None:
        return OnThisDayClock(years, clock)
    day = as_datetime(
        FIRST_DAY if mission.flight.is_up(FIRST_DAY) else mission.flight.launch.latest
    )
    return ReplayClock(now.replace(year=day.year, month=day.month, day=day.day))


def mission_at_start(catalogue: Catalogue, chosen: str, last: str, at: Instant) -> Mission:
    """Return what a start shows where nobody asks for more: what was chosen, else the last one."""
    if chosen == FIRST_START:
        return first_mission(catalogue, at)
    found = find_mission(catalogue, chosen) or find_mission(catalogue, last)
    return found or first_mission(catalogue, at)


def clock_at_start(chosen: str, last: str, mission: Mission, clock: Clock) -> Clock | None:
    """Return the clock that was chosen for each start, else the last one, if there was one."""
    if chosen == LIVE:
        return clock
    if chosen == ON_THIS_DAY:
        return on_this_day(mission, clock)
    return find_clock(last, clock)


def on_this_day(mission: Mission, clock: Clock) -> Clock:
    """Return the clock of this day in the mission's flight, or the last of the career's."""
    now = clock.now()
    for flight in (mission.flight,) if mission.flight else reversed(mission.career):
        years = years_back_into(flight, instant(now))
        if years is not None:
            return OnThisDayClock(years, clock)
    return first_clock(mission, clock)


def clock_line(clock: Clock) -> str:
    """Return the line that `find_clock` sets the same clock by."""
    if isinstance(clock, OnThisDayClock):
        return f"on-this-day {clock.years}"
    if isinstance(clock, ReplayClock):
        paused = "paused" if clock.is_paused else "running"
        return f"replay {iso(instant(clock.now()))} {clock.speed:g} {paused}"
    return "live"


def find_clock(line: str, clock: Clock) -> Clock | None:
    """Return the clock of a remembered line, beside the machine's own; None for nonsense."""
    try:
        match line.split(" "):
            case ["live"]:
                return clock
            case ["on-this-day", years] if 0 < int(years) < _MOST_YEARS:
                return OnThisDayClock(int(years), clock)
            case ["replay", start, speed, state] if float(speed) > 0:
                begun = as_datetime(parse_instant(start))
                replay = ReplayClock(begun, float(speed))
                if state == "paused":
                    replay.pause()
                    replay.seek(begun)  # a fast one has moved on since it was made
                return replay
    except (ValueError, CountdownError):
        pass
    return None
