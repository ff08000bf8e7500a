"""What is said of crews: who went up and came down on what, and where a vehicle is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.crews import VehiclePhase, vehicle_phase, vehicle_stop
from countdown.core.flights import End, Flight, PlannedLaunch
from countdown.core.moments import Precision
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.crews import Crew, CrewMember, Emptiness, StationCrew
    from countdown.core.flights import Vehicle
    from countdown.core.moments import Instant, Moment


def day_of(when: Moment) -> str:
    """Write the date of a moment, or the month or year where no more is known."""
    if when.precision > Precision.DAY or when.no_earlier_than:
        return phrases.moment(when)
    return phrases.date(when.earliest)


def origin(flight: Flight) -> str:
    """Return ``United States · 4th flight``."""
    return f"{flight.country.name} · {tr('{} flight').format(phrases.ordinal(flight.number))}"


def role(member: CrewMember, at: Instant) -> str:
    """Say which way somebody went on a vehicle, and on what the other way."""
    flight = member.flight
    if flight.end is End.DIED:
        return _ended(flight, at)
    if member.went_up and member.came_down:
        return _unsure(flight, at) or tr("up and down")
    if not member.went_up:
        went = tr("went up") if flight.has_begun(at) else tr("goes up")
        came = tr("came down") if flight.has_stopped(at) else tr("comes down")
        return tr("{came}; {went} on {vehicle}, {date}").format(
            came=came, went=went, vehicle=flight.up.name, date=day_of(flight.launch)
        )
    return tr("up; {coming_down}").format(coming_down=_coming_down(flight, at))


def _coming_down(flight: Flight, at: Instant) -> str:
    if flight.landing is None or flight.down is None:
        return announced(flight)
    came = tr("came down") if flight.has_stopped(at) else tr("comes down")
    return tr("{came} on {vehicle}, {date}").format(
        came=came, vehicle=flight.down.name, date=day_of(flight.landing)
    )


def _ended(flight: Flight, at: Instant) -> str:
    if not flight.has_stopped(at):
        return tr("in flight until {}").format(phrases.long_date(flight.stop))
    return tr("died in flight")


def _unsure(flight: Flight, at: Instant) -> str:
    """Say that it is not known whether somebody has gone, or come, by now."""
    if flight.launch.may_hold(at) and flight.launch.precision >= Precision.DAY:
        return tr("launched on this day, hour not known")
    if flight.stop.may_hold(at) and flight.stop.precision >= Precision.DAY:
        return tr("lands on this day, hour not known")
    return ""


def announced(flight: Flight) -> str:
    """Say what is known of a return that has not been."""
    if flight.planned_return is None:
        return tr("return not announced")
    return tr("return planned {}").format(day_of(flight.planned_return))


def homecoming(flight: Flight, at: Instant) -> str:
    """Say when somebody who is in orbit comes home, and on what if that is another vehicle."""
    if (unsure := _unsure(flight, at)) != "":
        return unsure
    if flight.landing is None:
        return announced(flight)
    if flight.end is End.DIED:
        return tr("in flight until {}").format(day_of(flight.landing))
    if flight.down is None or flight.down.id == flight.up.id:
        return tr("lands {}").format(day_of(flight.landing))
    return tr("lands {date} on {vehicle}").format(
        date=day_of(flight.landing), vehicle=flight.down.name
    )


def launched(vehicle: Vehicle) -> str:
    return tr("launched {}").format(day_of(vehicle.launch))


def craft(vehicle: Vehicle) -> str:
    """Return ``Soyuz · International Space Station``; the station only where it is known."""
    return " · ".join(filter(None, (vehicle.spacecraft, vehicle.station)))


def vehicle_state(crew: Crew, at: Instant) -> str:
    """Say where a vehicle is; of who died in it, nothing but that and the day."""
    phase = vehicle_phase(crew, at)
    if phase is VehiclePhase.DIED:
        assert crew.vehicle.landing is not None
        return lost(crew, crew.vehicle.landing)
    if phase is VehiclePhase.UP:
        waiting = vehicle_stop(crew)
        if crew.vehicle.landing is None and waiting is not None and waiting[1] is End.OPEN:
            return tr("In orbit; its landing is not announced")
    return {
        VehiclePhase.BEFORE_LAUNCH: tr("Before launch"),
        VehiclePhase.UP: tr("In orbit"),
        VehiclePhase.UNCONFIRMED: tr("Its landing is not confirmed"),
        VehiclePhase.LANDED: tr("Landed"),
        VehiclePhase.UNRECORDED: tr("It came home without a crew; when is not recorded"),
    }[phase]


def lost(crew: Crew, when: Moment) -> str:
    """Say that a crew, or some of it, died in flight."""
    date = phrases.long_date(when)
    if len(crew.died) == len(crew.came_down) > 1:
        return tr("The crew died in flight, {}").format(date)
    names = phrases.listed([one.person.name for one in crew.died])
    return tr("{names} died in flight, {date}").format(names=names, date=date)


def landing_fact(crew: Crew, at: Instant) -> tuple[str, str]:
    """Return what a vehicle's end is called, and when it was or will be."""
    landing = crew.vehicle.landing
    phase = vehicle_phase(crew, at)
    if landing is not None:
        return tr("End of flight") if crew.died else tr("Landing"), phrases.moment(landing)
    known = vehicle_stop(crew)
    if phase is VehiclePhase.UNRECORDED or known is None:
        return tr("Landing"), tr("not recorded")
    if known[1] is End.PLANNED:
        return tr("Planned landing"), phrases.moment(known[0])
    return tr("Landing"), tr("not announced")


def crew_counts(crew: Crew) -> str:
    """Return ``3 up, 3 down``; of who died in flight none is counted down."""
    up = tr("{} up").format(phrases.number(len(crew.went_up)))
    down = len(crew.came_down) - len(crew.died)
    return tr("{up}, {down} down").format(up=up, down=phrases.number(down)) if down else up


def heads(count: int) -> str:
    """Return ``13 people in orbit``."""
    if not count:
        return tr("Nobody is in orbit")
    return phrases.counted(count, tr("{} person in orbit"), tr("{} people in orbit"))


def of_countries(stations: Sequence[StationCrew]) -> str:
    """Return ``Russia 3 · United States 2 · Japan 1``."""
    counts: dict[str, int] = {}
    for station in stations:
        for flight in station.flights:
            counts[flight.country.name] = counts.get(flight.country.name, 0) + 1
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return " · ".join(f"{name} {phrases.number(count)}" for name, count in ranked)


def about_all(catalogue: Catalogue, stations: Sequence[StationCrew], at: Instant) -> str:
    """Say of what day this is, for whom they fly, and whether it may be otherwise by now."""
    parts = (phrases.date(at), of_countries(stations), doubt(catalogue, at))
    return "  ·  ".join(filter(None, parts))


def doubt(catalogue: Catalogue, at: Instant) -> str:
    """Say since when it may be otherwise, if so much time has passed."""
    if not catalogue.is_unconfirmed(at):
        return ""
    return tr("unconfirmed since {}").format(phrases.date(catalogue.unconfirmed_from))


def nobody(found: Emptiness) -> str:
    """Say who came home last, and who goes up next."""
    parts = []
    if found.last is not None:
        parts.append(tr("{vehicle} {what}").format(vehicle=_home(found.last), what=_past(found)))
    if found.coming is not None:
        name = _name(found.coming)
        date = day_of(found.coming.launch)
        parts.append(tr("{vehicle} launches {date}").format(vehicle=name, date=date))
    return "; ".join(parts)


def _home(flight: Flight) -> str:
    return (flight.down or flight.up).name


def _past(found: Emptiness) -> str:
    assert found.last is not None
    said = tr("came to its end {}") if found.last.end is End.DIED else tr("landed {}")
    if not found.last.is_over:
        said = tr("is not confirmed since {}")
    return said.format(day_of(found.last.stop))


def _name(subject: Flight | PlannedLaunch) -> str:
    return subject.up.name if isinstance(subject, Flight) else subject.name
