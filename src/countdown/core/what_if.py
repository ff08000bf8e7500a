"""What if the return came on another day: which marks of a flight fall, and by how much."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.climbs import FIRST_PLACES
from countdown.core.durations import Span
from countdown.core.forecasts import forecast
from countdown.core.milestones import Prospects
from countdown.core.moments import DAY, END, Instant, Moment, Precision

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.climbs import Climb, Crossing
    from countdown.core.flights import Flight, Person
    from countdown.core.records import Category


class Fate(Enum):
    """What becomes of a mark."""

    FALLS = "falls"
    STANDS = "stands"
    OWN = "own"
    """It is the flyer's already: nobody is ahead."""
    IN_ORBIT = "in_orbit"
    """Whoever is ahead is up as well, with no return known, so nobody gains on them."""


class Mark(NamedTuple):
    """The record of a category with one return; ``rivals`` are who is passed for it, or ahead.

    ``seconds`` is how long the flyer stays on after it falls, or by how much they land short of
    it, by the low ends; ``uncertain`` where that may turn the other way. ``needs_after`` is the
    return that a standing one takes. ``place`` is the best of the first ten places that the
    flight brings, None where it brings none.
    """

    category: Category
    fate: Fate
    rivals: tuple[Person, ...] = ()
    mark_seconds: int = 0
    mark_seconds_max: int = 0
    crossing: Crossing | None = None
    needs_after: Instant | None = None
    seconds: int = 0
    place: int | None = None
    uncertain: bool = False


class Supposition(NamedTuple):
    """A flight with one return, and what comes of it; ``career`` has the flights before as well."""

    landing: Moment
    flight: Span
    career: Span
    marks: tuple[Mark, ...]


class WhatIf:
    """The marks in reach of one flight, asked with one return after another.

    Whom a flight passes, and when, does not depend on its return: that is found out once.
    """

    def __init__(self, catalogue: Catalogue, flight: Flight) -> None:
        self.flight = flight
        self._catalogue = catalogue
        self._climbs = Prospects(catalogue, flight).climbs
        self._earlier = tuple(
            one for one in catalogue.career(flight.person) if one.number < flight.number
        )

    @property
    def crossings(self) -> tuple[Crossing, ...]:
        """All records that the flight would ever bring, by time."""
        found = [path.record for path in self._climbs]
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.at))

    def suppose(self, landing: Moment) -> Supposition:
        """Return what comes of a return at ``landing``.

        Raises:
            ReturnBeforeLaunchError: that is not after the launch.
        """
        flight = self.flight.with_return(landing)
        found = forecast(self._catalogue, flight.person, flight.launch.earliest, landing)
        places: dict[Category, int] = {}
        for milestone in found.crossings:
            crossing = milestone.crossing
            if crossing is not None and crossing.rank_after <= FIRST_PLACES:
                best = places.get(crossing.category, FIRST_PLACES)
                places[crossing.category] = min(best, crossing.rank_after)
        marks = tuple(self._mark(path, landing, places.get(path.category)) for path in self._climbs)
        span = flight.span(END)
        career = Span.total((*(one.span(END) for one in self._earlier), span))
        return Supposition(landing, span, career, marks)

    def _mark(self, path: Climb, landing: Moment, place: int | None) -> Mark:
        category, record = path.category, path.record
        if path.staying_ahead:
            rivals = tuple({row.person.id: row.person for row in path.staying_ahead}.values())
            return Mark(category, Fate.IN_ORBIT, rivals, place=place)
        falls = place == 1
        if record is None or (self.flight.person in record.passes and not falls):
            return Mark(category, Fate.OWN)
        needs = record.at_latest if record.at_latest < END else None
        return Mark(
            category,
            Fate.FALLS if falls else Fate.STANDS,
            record.passes,
            record.mark_seconds,
            record.mark_seconds_max,
            record,
            None if falls else needs,
            abs(landing.earliest - record.met),
            place,
            record.at < landing.latest and landing.earliest < record.at_latest,
        )


def first_return(flight: Flight) -> Instant:
    """Return the first whole day after the launch, from where a return may be supposed."""
    return Instant((flight.launch.latest // DAY + 1) * DAY)


def day_of(at: Instant) -> Moment:
    """Return the UTC date of ``at`` as a moment known to the day."""
    start = Instant(at // DAY * DAY)
    return Moment(start, Instant(start + DAY), Precision.DAY)


def days_later(landing: Moment, days: int) -> Moment:
    """Return a moment moved by whole days, as exactly known as before."""
    by = days * DAY
    return landing._replace(
        earliest=Instant(landing.earliest + by), latest=Instant(landing.latest + by)
    )
