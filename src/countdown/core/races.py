"""Two flights side by side, day by day: one as it is now, and a rival's on the same mission day.

The rival's is a ghost: it is where the rival was when that flight was as old as this one is.
"""

from enum import Enum
from typing import NamedTuple

from countdown.core.catalogue import Catalogue
from countdown.core.climbs import Crossing
from countdown.core.durations import Span
from countdown.core.flights import End, Flight
from countdown.core.moments import END, Instant, Moment
from countdown.core.readings import Mission
from countdown.core.records import WORLD, Category, Kind


class Outcome(Enum):
    """Which of the two flights lasts longer."""

    OWN = "own"
    RIVAL = "rival"
    LEVEL = "level"
    UNSURE = "unsure"
    """What is known of both allows either."""
    OPEN = "open"
    """A return is not known, so it is not said yet."""


class Runner(NamedTuple):
    """One of the two, on the mission day that is compared.

    ``at`` is when the flight was that old, though it may have ended before; ``flown`` how much
    of it was flown by then, ``career`` that and all flights before. ``length`` is None where no
    return is known. ``to_go`` runs to its return, ``ago`` from it, one of them being None; both
    are where no return is known.
    """

    flight: Flight
    at: Moment
    flown: Span
    career: Span
    length: Span | None
    to_go: Span | None
    ago: Span | None

    @property
    def landed(self) -> bool:
        """It has certainly ended before that mission day."""
        return self.ago is not None


class Race(NamedTuple):
    """A flight against another; ``mission_time`` stands still once it is over.

    ``level_at`` is when this flight becomes as long as the whole of the rival's, whether or not
    it lasts that long; ``gets_level`` says whether it does, None where that is not known.
    """

    mission_time: Span
    own: Runner
    rival: Runner
    outcome: Outcome
    level_at: Moment | None
    gets_level: bool | None

    @property
    def is_over(self) -> bool:
        return self.own.landed

    @property
    def is_plain(self) -> bool:
        """Somebody died in one of the flights: facts alone are to be said, and no race."""
        return End.DIED in (self.own.flight.end, self.rival.flight.end)


def length_of(flight: Flight) -> Span | None:
    """Return how long a flight lasts, by its landing or planned return; None without either."""
    ending = flight.known_return
    return None if ending is None else Span.between(flight.launch, ending, END)


def race(catalogue: Catalogue, flight: Flight, rival: Flight, at: Instant) -> Race:
    """Compare ``flight`` as it is at ``at``, after its launch, with ``rival`` as old as that."""
    time = flight.span(at)
    own = _runner(catalogue, flight, time, Moment.exact(at))
    if flight.has_stopped(at):
        own = own._replace(at=flight.stop)
        if own.length is not None:
            own = own._replace(to_go=None, ago=Span(0, 0, own.length.precision))
    level_at = None
    if (length := length_of(rival)) is not None:
        level_at = _later(flight.launch, length)
    other = _runner(catalogue, rival, time, _later(rival.launch, time))
    if _are_level(flight, rival):  # what is not known of one is not known of the other
        other = other._replace(to_go=own.to_go, ago=own.ago)
    outcome = _outcome(flight, rival)
    return Race(time, own, other, outcome, level_at, _gets_level(outcome, flight, level_at))


def _later(start: Moment, span: Span) -> Moment:
    """The moment that lies ``span`` after ``start``."""
    return Moment(
        Instant(start.earliest + span.seconds),
        Instant(start.latest + span.seconds_max),
        max(start.precision, span.precision),
    )


def _runner(catalogue: Catalogue, flight: Flight, time: Span, at: Moment) -> Runner:
    """A flight that is as old as ``time``, or would be."""
    length = length_of(flight)
    flown, to_go, ago = time, None, None
    if length is not None:
        precision = max(time.precision, length.precision)
        longest = length.seconds_max - time.seconds
        shortest = length.seconds - time.seconds_max
        if longest > 0:
            to_go = Span(max(0, shortest), longest, precision)
        else:
            ago = Span(-longest, -shortest, precision)
        flown = Span(
            min(time.seconds, length.seconds),
            min(time.seconds_max, length.seconds_max),
            time.precision if shortest > 0 else precision,
        )
    earlier = [one for one in catalogue.career(flight.person) if one.number < flight.number]
    before = (one.span(flight.launch.earliest) for one in earlier)
    return Runner(flight, at, flown, Span.total((*before, flown)), length, to_go, ago)


def _are_level(flight: Flight, rival: Flight) -> bool:
    """Whether both went up and come down together."""
    return flight.launch == rival.launch and (flight.known_return == rival.known_return is not None)


def _outcome(flight: Flight, rival: Flight) -> Outcome:
    own, other = length_of(flight), length_of(rival)
    if own is None or other is None:
        return Outcome.OPEN
    if _are_level(flight, rival):
        return Outcome.LEVEL
    if own.seconds > other.seconds_max:
        return Outcome.OWN
    if own.seconds_max < other.seconds:
        return Outcome.RIVAL
    return Outcome.LEVEL if own.is_exact and other.is_exact else Outcome.UNSURE


def _gets_level(outcome: Outcome, flight: Flight, level_at: Moment | None) -> bool | None:
    if level_at is None or outcome is Outcome.UNSURE:
        return None
    if outcome is Outcome.OPEN:
        return None if flight.known_return is None else False
    return outcome is not Outcome.RIVAL


def default_rival(mission: Mission, flight: Flight, at: Instant) -> Flight | None:
    """Return the flight worth racing at ``at``.

    That is the next of the longest to be passed, at home or else in the world; or the next at
    all; or the last one passed; or the longest by then. It is another person's, and never one
    that somebody died in. None where there is no other.
    """
    scopes = (flight.country.records_with, WORLD)
    for only_top in (True, False):
        for scope in scopes:
            crossing = _next_crossing(mission, flight, Category(Kind.FLIGHT, scope), at, only_top)
            found = crossing and _flight_passed(mission.catalogue, flight, crossing)
            if found:
                return found
    by = min(at, flight.stop.latest)
    for scope in scopes:
        if (found := _last_passed(mission.catalogue, flight, scope, by)) is not None:
            return found
    for standing in mission.catalogue.records.standings(Category(Kind.FLIGHT, WORLD), by):
        longest = standing.flight
        if longest is not None and _may_race(flight, longest):
            return longest
    return next((one for one in mission.catalogue.flights if _may_race(flight, one)), None)


def _may_race(flight: Flight, rival: Flight) -> bool:
    return rival.end is not End.DIED and rival.person.id != flight.person.id


def _next_crossing(
    mission: Mission, flight: Flight, category: Category, at: Instant, only_top: bool
) -> Crossing | None:
    """The next passing that the flight lasts long enough for."""
    ending = flight.known_return
    ends = END if ending is None else ending.earliest
    for path in mission.prospects(flight).climbs:
        if path.category != category:
            continue
        if only_top:
            coming = next((one for one in path.top_places if one.met >= at), None)
        else:
            coming = path.next_place(at)
        if coming is not None and coming.met < ends:
            return coming
    return None


def _flight_passed(catalogue: Catalogue, flight: Flight, crossing: Crossing) -> Flight | None:
    """The flight whose length is the crossing's mark."""
    found = [
        (abs(length.seconds - crossing.mark_seconds), one)
        for person in crossing.passes
        for one in catalogue.career_in(person, crossing.category)
        if _may_race(flight, one) and (length := length_of(one)) is not None
    ]
    return min(found, key=_distance)[1] if found else None


def _distance(found: tuple[int, Flight]) -> int:
    return found[0]


def _last_passed(catalogue: Catalogue, flight: Flight, scope: str, at: Instant) -> Flight | None:
    """The longest flight over by ``at`` that this one has outlasted."""
    lasted = flight.span(at).seconds
    for least, _, over_by, row in reversed(catalogue.records.settled(Category(Kind.FLIGHT, scope))):
        if least < lasted and over_by <= at and _may_race(flight, row.flights[0]):
            return row.flights[0]
    return None
