"""A reading: everything that is shown at one instant, made by a pure function."""

from enum import StrEnum
from typing import NamedTuple

from countdown.core.catalogue import UNCONFIRMED_AFTER, Catalogue
from countdown.core.durations import NOTHING, Age, Span, calendar_age, calendar_dates
from countdown.core.flights import End, Flight, Person, PlannedLaunch
from countdown.core.milestones import (
    Milestone,
    MilestoneKind,
    Prospects,
    of_moment,
    own_milestones,
    when_of,
)
from countdown.core.moments import END, FIRST, Instant, Moment
from countdown.core.records import Category, Rank


class Phase(StrEnum):
    """Where a mission is."""

    BEFORE_LAUNCH = "before_launch"
    IN_ORBIT = "in_orbit"
    LANDING_UNCONFIRMED = "landing_unconfirmed"
    LANDED = "landed"
    DIED_IN_FLIGHT = "died_in_flight"


class Counter(NamedTuple):
    """A running figure; the calendar's ways of counting exist for one flight alone."""

    span: Span
    calendar_dates: int | None = None
    age: Age | None = None


class Countdown(NamedTuple):
    """A milestone seen from one instant: seconds to go, or since it when ``is_past``.

    Both figures are None where the milestone's time is not announced.
    """

    milestone: Milestone
    seconds: int | None
    seconds_max: int | None
    is_past: bool


def countdown_to(milestone: Milestone, at: Instant) -> Countdown:
    """Return how far a milestone is from ``at``."""
    first, last = milestone.at, milestone.at_latest
    if first is None or last is None:
        return Countdown(milestone, None, None, is_past=False)
    if milestone.is_past(at):
        return Countdown(milestone, at - last, at - first, is_past=True)
    return Countdown(milestone, max(0, first - at), last - at, is_past=False)


class Reading(NamedTuple):
    """What a mission shows at ``at``.

    ``data_date`` is the day its facts are of, the catalogue's or a later one of the user's.
    ``flight`` is None for who has not flown and for a planned launch; ``next_launch`` is the one
    to come. ``as_of`` is where the counters stand still once a return is no longer confirmed.
    ``passed`` are the flight's records so far, ``own_passed`` what the user counted down to.
    """

    at: Instant
    data_date: Moment
    phase: Phase
    unconfirmed: bool
    uncertain: bool
    as_of: Instant | None
    flight: Flight | None
    next_launch: Flight | PlannedLaunch | None
    flight_counter: Counter
    career_counter: Counter
    countdowns: tuple[Countdown, ...]
    passed: tuple[Countdown, ...]
    own_passed: tuple[Countdown, ...]
    ranks: tuple[Rank, ...]

    @property
    def next_event(self) -> Countdown | None:
        """The first thing to come that stands for itself: a place among many does not.

        A planned launch that no flight has come of is next only where nothing else is to come.
        """
        overdue = None
        for one in self.countdowns:
            if one.seconds is None or one.milestone.kind is MilestoneKind.RANK:
                continue
            if not one.is_past:
                return one
            overdue = overdue or one
        return overdue

    @property
    def launch(self) -> Countdown | None:
        """The launch that is waited for."""
        kind = MilestoneKind.LAUNCH
        return next((one for one in self.countdowns if one.milestone.kind is kind), None)


class Mission:
    """What a window is about: a person's present flight, one flight of theirs, or a plan.

    It keeps what was computed for it, so that an ordinary second costs a few subtractions; the
    readings do not depend on what was kept.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        person: Person | None = None,
        flight: Flight | None = None,
        planned: PlannedLaunch | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.person = flight.person if flight else person
        self.flight = flight
        self.planned = planned
        self._prospects: dict[int, Prospects] = {}
        self._ranks: dict[Category, tuple[Instant, Rank]] = {}
        self._all_ranks: tuple[Instant, Instant, tuple[Rank, ...]] = (END, FIRST, ())
        """All places when they were last asked for, and from when to when they are those."""

    @classmethod
    def of_person(cls, catalogue: Catalogue, person: Person) -> "Mission":
        """Follow a person: the flight in progress, else the last one."""
        return cls(catalogue, person)

    @classmethod
    def of_flight(cls, catalogue: Catalogue, flight: Flight) -> "Mission":
        """Stay with one flight, whatever came after it."""
        return cls(catalogue, flight=flight)

    @classmethod
    def of_plan(cls, catalogue: Catalogue, planned: PlannedLaunch) -> "Mission":
        """Wait for a launch whose crew is not named."""
        return cls(catalogue, planned=planned)

    @property
    def name(self) -> str:
        """Whose it is, or that of the launch; empty where it is of nothing."""
        named = self.person or self.planned
        return named.name if named else ""

    @property
    def career(self) -> tuple[Flight, ...]:
        """All flights of the person, by launch; empty for a planned launch."""
        return () if self.person is None else self.catalogue.career(self.person)

    def prospects(self, flight: Flight) -> Prospects:
        """Return what lies ahead of ``flight``, computed when first asked for."""
        if flight.number not in self._prospects:
            self._prospects[flight.number] = Prospects(self.catalogue, flight)
        return self._prospects[flight.number]

    def ranks(self, at: Instant) -> tuple[Rank, ...]:
        """Return the person's places at ``at``, anew only where one may have changed."""
        since, until, kept = self._all_ranks
        if not since <= at < until:
            kept = self._found_ranks(at)
            ends = [one.until for one in kept]
            ends += [one.launch.earliest for one in self.career if not one.has_begun(at)]
            self._all_ranks = (at, min(ends, default=at), kept)
        return kept

    def _found_ranks(self, at: Instant) -> tuple[Rank, ...]:
        if self.person is None:
            return ()
        flown = [one for one in self.career if one.has_begun(at)]
        found = []
        for category in self.catalogue.records.categories_of(flown):
            kept = self._ranks.get(category)
            if kept is not None and kept[0] <= at < kept[1].until:
                found.append(kept[1])
            elif (rank := self.catalogue.records.rank(category, self.person, at)) is not None:
                self._ranks[category] = (at, rank)
                found.append(rank)
        return tuple(found)


def read(mission: Mission, at: Instant, *, with_ranks: bool = True) -> Reading:
    """Return everything about a mission at one instant; places can be left out."""
    catalogue = mission.catalogue
    flight, coming = _flights_at(mission, at)
    phase = _phase(flight, at)
    prospects = mission.prospects(flight) if flight else None
    if prospects is not None and phase is Phase.IN_ORBIT:
        ahead = prospects.ahead(at)
    else:
        ahead = (of_moment(MilestoneKind.LAUNCH, coming.launch),) if coming else ()
    own_passed: list[Milestone] = []
    if catalogue.own.milestones:
        own = own_milestones(catalogue, flight, None if phase is Phase.IN_ORBIT else coming)
        own_passed = [one for one in own if one.is_past(at)]
        still = [one for one in own if not one.is_past(at)]
        ahead = tuple(sorted((*ahead, *still), key=when_of))
    facts = catalogue.facts_as_of(flight or coming)
    # What fell after the catalogue's date was never known to fall, once the return is in doubt.
    by = facts.latest if phase is Phase.LANDING_UNCONFIRMED else at
    passed = prospects.records_passed(by) if prospects else ()
    total = Span.total([one.span(at) for one in mission.career if one.has_begun(at)])
    if phase is Phase.IN_ORBIT:
        coming = None
    return Reading(
        at=at,
        data_date=facts,
        phase=phase,
        unconfirmed=at > facts.earliest + UNCONFIRMED_AFTER,
        uncertain=flight is not None and flight.is_uncertain(at),
        as_of=flight.stop.latest if flight and phase is Phase.LANDING_UNCONFIRMED else None,
        flight=flight,
        next_launch=coming,
        flight_counter=_flight_counter(flight, at),
        career_counter=Counter(total),
        countdowns=tuple([countdown_to(one, at) for one in ahead]),
        passed=tuple([countdown_to(one, at) for one in passed]),
        own_passed=tuple([countdown_to(one, at) for one in own_passed]),
        ranks=mission.ranks(at) if with_ranks else (),
    )


def _flights_at(
    mission: Mission, at: Instant
) -> tuple[Flight | None, Flight | PlannedLaunch | None]:
    """The flight to show, and the launch to wait for."""
    if mission.planned is not None:
        return None, mission.planned
    if mission.flight is not None:
        begun = mission.flight.has_begun(at)
        return (mission.flight, None) if begun else (None, mission.flight)
    if mission.person is None:
        return None, None
    catalogue = mission.catalogue
    return catalogue.flight_at(mission.person, at), catalogue.next_flight(mission.person, at)


def _phase(flight: Flight | None, at: Instant) -> Phase:
    if flight is None:
        return Phase.BEFORE_LAUNCH
    if not flight.has_stopped(at):
        return Phase.IN_ORBIT
    match flight.end:
        case End.DIED:
            return Phase.DIED_IN_FLIGHT
        case End.LANDED:
            return Phase.LANDED
        case _:
            return Phase.LANDING_UNCONFIRMED


def _flight_counter(flight: Flight | None, at: Instant) -> Counter:
    if flight is None:
        return Counter(NOTHING, 0, Age(0, 0, 0))
    launch, until = flight.launch.earliest, min(at, flight.stop.earliest)
    return Counter(flight.span(at), calendar_dates(launch, until), calendar_age(launch, until))
