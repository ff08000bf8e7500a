"""Stand-ins written by hand: clocks that move only when told to, and catalogues in a few lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from countdown.core.catalogue import Catalogue, Trip, build_flights
from countdown.core.flights import Country, Person, PlannedLaunch, Sex, Vehicle
from countdown.core.moments import Moment, parse_instant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.core.moments import Instant

US = Country("US", "United States", "US")
RU = Country("RU", "Russia", "RU")
SU = Country("SU", "Soviet Union", "RU")
CN = Country("CN", "China", "CN")
COUNTRIES = (US, RU, SU, CN)


def at(text: str) -> Instant:
    """Read an instant; short, since tests are full of them."""
    return parse_instant(text)


class FakeClock:
    """Shows what it was given until it is moved."""

    is_live = True
    rate = 1.0

    def __init__(self, now: str | datetime = "2015-10-16T12:00:00Z") -> None:
        self._now = _aware(now)

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def jump_to(self, now: str | datetime) -> None:
        self._now = _aware(now)


class FakeMonotonic:
    """A count of seconds, like ``time.monotonic``, that stands until it is moved."""

    def __init__(self, seconds: float = 1_000.0) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        self.seconds += seconds


def _aware(now: str | datetime) -> datetime:
    return now if isinstance(now, datetime) else datetime.fromisoformat(now).astimezone(UTC)


def person(name: str, sex: Sex = Sex.MALE) -> Person:
    return Person(name.lower().replace(" ", "-"), name, sex)


def woman(name: str) -> Person:
    return person(name, Sex.FEMALE)


def vehicle(name: str, launch: str, landing: str | None = None) -> Vehicle:
    ended = Moment.parse(landing) if landing else None
    return Vehicle(name.lower().replace(" ", "-"), name, "Testcraft", Moment.parse(launch), ended)


def trip(
    who: Person,
    up: Vehicle,
    down: Vehicle | None = None,
    country: Country = US,
    *,
    planned: str | None = None,
    died: bool = False,
) -> Trip:
    """Fly ``who`` up and down on one vehicle, or down on another, or leave the flight open."""
    if down is None and up.landing is not None:
        down = up
    return Trip(who, up, down, country, Moment.parse(planned) if planned else None, died)


def catalogue_of(
    *trips: Trip, data_date: str | Moment = "2030-01-01", planned: Iterable[PlannedLaunch] = ()
) -> Catalogue:
    """Put a catalogue together that has just what these trips need."""
    day = data_date if isinstance(data_date, Moment) else Moment.parse(data_date)
    vehicles = {one.id: one for trip in trips for one in (trip.up, trip.down) if one}
    return Catalogue(
        title="a catalogue made by a test",
        data_date=day,
        countries=COUNTRIES,
        people={trip.person.id: trip.person for trip in trips}.values(),
        vehicles=vehicles.values(),
        flights=build_flights(day, trips),
        planned=planned,
    )
