"""What a mission is called, where it is, and what is in doubt about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.flights import Flight
from countdown.core.readings import Phase
from countdown.models import own_words, phrases
from countdown.models.phrases import TO, tr

if TYPE_CHECKING:
    from countdown.core.readings import Mission, Reading


def title(mission: Mission, reading: Reading) -> str:
    """Return whose mission it is, or the launch that is waited for."""
    if mission.person is not None:
        return mission.person.name
    if isinstance(reading.next_launch, Flight):
        return reading.next_launch.up.name
    return mission.planned.name if mission.planned else tr("No mission")


def named(mission: Mission) -> str:
    """Return what a mission is told from all others by, whatever the time."""
    if mission.planned is not None:
        return mission.planned.name
    vehicle = mission.flight.up.name if mission.flight else tr("present or last flight")
    name = mission.person.name if mission.person else ""
    return f"{name} · {vehicle}"


def whereabouts(reading: Reading) -> str:
    """Say where somebody is, aboard what and since when; of a death no more than that."""
    flight, coming = reading.flight, reading.next_launch
    if flight is None:
        if isinstance(coming, Flight):
            return tr("to be launched on {vehicle}, {date}").format(
                vehicle=coming.up.name, date=phrases.long_date(coming.launch)
            )
        return tr("{} · crew not named").format(coming.spacecraft) if coming is not None else ""
    place = flight.up.station or flight.up.name
    launched = phrases.long_date(flight.launch)
    match reading.phase:
        case Phase.LANDED:
            return f"{launched} {TO} {phrases.long_date(flight.stop)} · {place}"
        case Phase.DIED_IN_FLIGHT:
            lost = tr("died in flight, {date} · {vehicle}")
            vehicle = (flight.down or flight.up).name
            return lost.format(date=phrases.long_date(flight.stop), vehicle=vehicle)
        case _:
            return tr("in orbit since {date} · {place}").format(date=launched, place=place)


def number_and_vehicle(reading: Reading) -> str:
    """Say which flight of somebody's it is, and on what it went up."""
    flight = reading.flight
    if flight is None:
        return ""
    number = tr("{} flight").format(phrases.ordinal(flight.number))
    return f"{number} · {tr('up on {}').format(flight.up.name)}"


def by_you(mission: Mission, reading: Reading) -> str:
    """Say whether the flight, or the launch that is waited for, is the user's or corrected."""
    about = reading.flight or reading.next_launch
    return own_words.mark(mission.catalogue.own, about) if about is not None else ""


def doubt(reading: Reading) -> str:
    """Say that what is shown may be out of date, while it counts somebody as up."""
    if reading.phase is Phase.LANDING_UNCONFIRMED and reading.as_of is not None:
        return tr("The counters stand still as of {}").format(phrases.date(reading.as_of))
    if reading.phase is Phase.IN_ORBIT and reading.unconfirmed:
        return tr("Unconfirmed since {}").format(phrases.moment(reading.data_date))
    return ""
