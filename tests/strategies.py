"""Random small catalogues: a few people of both sexes and three countries, in shared vehicles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from countdown.core.catalogue import Catalogue, Trip, build_flights
from countdown.core.flights import Country, Person, Sex, Vehicle
from countdown.core.moments import DAY, MINUTE, Instant, Moment, Precision, parse_instant
from tests.fakes import CN, RU, SU, US, catalogue_of
from tests.recount import chosen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hypothesis.strategies import DrawFn, SearchStrategy

BASE = parse_instant("2020-01-01")
PEOPLE = (
    (Person("anna", "Anna", Sex.FEMALE), (SU, RU)),
    (Person("boris", "Boris", Sex.MALE), (SU, RU)),
    (Person("carol", "Carol", Sex.FEMALE), (US,)),
    (Person("dave", "Dave", Sex.MALE), (US, RU)),
    (Person("eve", "Eve", Sex.FEMALE), (CN,)),
)
COARSENESS = {Precision.SECOND: 1, Precision.MINUTE: MINUTE, Precision.DAY: DAY}


@dataclass(frozen=True)
class Scale:
    """How long things last in a random catalogue, in seconds, and how closely they are known."""

    launches_within: int
    longest_flight: int
    precisions: tuple[Precision, ...]


SHORT = Scale(1_500, 600, (Precision.SECOND,))
"""Flights of minutes, all exact: a scan by the second is quick."""
LONG_AND_VAGUE = Scale(60 * DAY, 20 * DAY, (Precision.SECOND, Precision.MINUTE, Precision.DAY))


def known_to(precision: Precision, at: int) -> Moment:
    """Return the moment of ``precision`` in which ``at`` lies."""
    grain = COARSENESS[precision]
    start = Instant(at - at % grain)
    return Moment(start, start if grain == 1 else Instant(start + grain), precision)


def comes_after(landing: Moment, launch: Moment) -> bool:
    return landing.earliest >= launch.latest and landing.latest > launch.latest


@st.composite
def _moments(draw: DrawFn, scale: Scale, first: int, last: int, after: Moment | None) -> Moment:
    """Draw one between ``first`` and ``last``; exact where a coarser one may precede ``after``."""
    at = draw(st.integers(first, last) | st.integers(first // 60 + 1, last // 60).map(_minutes))
    moment = known_to(draw(st.sampled_from(scale.precisions)), at)
    return moment if after is None or comes_after(moment, after) else Moment.exact(Instant(at))


def _minutes(count: int) -> int:
    return count * MINUTE


@st.composite
def _vehicles(draw: DrawFn, scale: Scale, number: int) -> Vehicle:
    launch = draw(_moments(scale, BASE, BASE + scale.launches_within, None))
    landing = None
    if draw(st.integers(0, 4)):
        first = launch.latest + 1
        landing = draw(_moments(scale, first, first + scale.longest_flight, launch))
    return Vehicle(f"craft-{number}", f"Craft {number}", "Testcraft", launch, landing)


@st.composite
def _trips(draw: DrawFn, scale: Scale, vehicles: list[Vehicle]) -> list[Trip]:
    trips = []
    for person, countries in draw(st.lists(st.sampled_from(PEOPLE), min_size=2, unique=True)):
        free_from: int | None = BASE
        for up in vehicles:
            aboard = draw(st.integers(0, 3))
            if free_from is None or up.launch.earliest < free_from or not aboard:
                continue
            returns = [
                one for one in vehicles if one.landing and comes_after(one.landing, up.launch)
            ]
            down: Vehicle | None = up if up.landing else None
            if returns and (aboard == 1 or (down is None and aboard == 2)):
                down = draw(st.sampled_from(returns))
            planned = None
            if down is None and draw(st.booleans()):
                first = up.launch.latest + 1
                planned = draw(_moments(scale, first, first + scale.longest_flight, up.launch))
            country: Country = draw(st.sampled_from(countries))
            trips.append(Trip(person, up, down, country, planned, died=False))
            free_from = down.landing.latest if down and down.landing else None
    return trips


@st.composite
def catalogues(draw: DrawFn, scale: Scale) -> Catalogue:
    """Draw a catalogue with at least one flight."""
    count = draw(st.integers(2, 7))
    vehicles = [draw(_vehicles(scale, number)) for number in range(count)]
    vehicles.sort(key=lambda one: one.launch.earliest)
    trips = draw(_trips(scale, vehicles).filter(bool))
    data_date = known_to(Precision.DAY, BASE + draw(st.integers(0, 90)) * DAY)
    return catalogue_of(*trips, data_date=data_date)


def instants(scale: Scale) -> SearchStrategy[int]:
    """Instants before, within and, more rarely, long after all flights."""
    last = scale.launches_within + scale.longest_flight
    near = st.integers(BASE - 10, BASE + 2 * last)
    return near | near | near | st.integers(BASE, BASE + 500 * DAY)


@st.composite
def scenes(draw: DrawFn, scale: Scale) -> tuple[Catalogue, Instant]:
    """Draw a catalogue and an instant, as often as not one at which something begins or ends."""
    catalogue = draw(catalogues(scale))
    if draw(st.booleans()):
        return catalogue, Instant(draw(instants(scale)))
    ends = [one.stop for one in catalogue.flights] + [one.launch for one in catalogue.flights]
    edge = draw(st.sampled_from([at for moment in ends for at in moment[:2]]))
    return catalogue, Instant(edge + draw(st.integers(-2, 2)))


@st.composite
def exact_choices(draw: DrawFn, catalogue: Catalogue) -> Catalogue:
    """Choose, for each unknown instant, one that it can be; crewmates share the choice."""
    shares = st.sampled_from((0.0, 0.25, 0.5, 0.9, 0.9999))
    vehicles = {
        one.id: Vehicle(
            one.id,
            one.name,
            one.spacecraft,
            _pinned(one.launch, draw(shares)),
            _pinned(one.landing, draw(shares)) if one.landing else None,
        )
        for one in catalogue.vehicles.values()
    }
    plans: Mapping[Moment, float] = {
        one.planned_return: draw(shares) for one in catalogue.flights if one.planned_return
    }
    trips = [
        Trip(
            one.person,
            vehicles[one.up.id],
            vehicles[one.down.id] if one.down else None,
            one.country,
            _pinned(one.planned_return, plans[one.planned_return]) if one.planned_return else None,
            died=False,
        )
        for one in catalogue.flights
    ]
    return Catalogue(
        title=catalogue.title,
        data_date=catalogue.data_date,
        countries=catalogue.countries.values(),
        people=catalogue.people.values(),
        vehicles=vehicles.values(),
        flights=build_flights(catalogue.data_date, trips),
    )


def _pinned(moment: Moment, share: float) -> Moment:
    return Moment.exact(Instant(chosen(moment, share)))
