"""What is counted down to: launch, records and places, round numbers of days, the return."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain, count
from typing import NamedTuple

from countdown.core.catalogue import Catalogue
from countdown.core.climbs import FIRST_PLACES, HORIZON_YEARS, Climb, Crossing, climb
from countdown.core.flights import Flight, PlannedLaunch
from countdown.core.moments import DAY, END, FIRST, Instant, Moment, years_later
from countdown.core.ownership import StatedMilestone
from countdown.core.records import Kind, leg_of, seconds_by


class MilestoneKind(StrEnum):
    """What happens at a milestone."""

    LAUNCH = "launch"
    RECORD = "record"
    RANK = "rank"
    DAYS = "days"
    RETURN = "return"
    OWN = "own"
    """Whatever else the user counts down to."""


class Milestone(NamedTuple):
    """Something that happens between ``at`` and ``at_latest``; both None where not announced.

    ``crossing`` belongs to records and ranks, ``counts`` and ``days`` to round numbers of days,
    ``moment`` to launch and return, and with ``own`` to what the user states.
    """

    kind: MilestoneKind
    at: Instant | None
    at_latest: Instant | None
    if_still_in_orbit: bool = False
    crossing: Crossing | None = None
    counts: Kind | None = None
    days: int | None = None
    moment: Moment | None = None
    own: StatedMilestone | None = None

    @property
    def title(self) -> str:
        """What the user calls it; empty for all others, which say by themselves what they are."""
        return "" if self.own is None else self.own.title

    def is_past(self, at: Instant) -> bool:
        """Say whether it has certainly happened; in its own second it has not yet passed."""
        return self.at_latest is not None and at > self.at_latest


def of_moment(kind: MilestoneKind, moment: Moment | None) -> Milestone:
    """Return the milestone of a launch or a return, known or not."""
    if moment is None:
        return Milestone(kind, None, None)
    return Milestone(kind, moment.earliest, moment.latest, moment=moment)


def own_milestones(
    catalogue: Catalogue, *subjects: Flight | PlannedLaunch | None
) -> tuple[Milestone, ...]:
    """Return what the user counts down to besides, in flights or about a launch without crew."""
    if not catalogue.own.milestones:
        return ()
    found = [
        of_moment(MilestoneKind.OWN, stated.moment)._replace(own=stated)
        for one in subjects
        if one is not None
        for stated in catalogue.own.milestones_of(one)
    ]
    return tuple(sorted(found, key=when_of))


def round_days() -> Iterator[int]:
    """Yield the numbers of days worth a milestone: 100, 200, 300, 365, 400 and each 100 on."""
    return chain((100, 200, 300, 365), count(400, 100))


def when_of(milestone: Milestone) -> Instant:
    """Return the order of milestones: by time, the unannounced last."""
    return END if milestone.at is None else milestone.at


class Prospects:
    """What lies ahead of one flight, computed once for the whole of it."""

    def __init__(self, catalogue: Catalogue, flight: Flight) -> None:
        self.flight = flight
        self._earlier = tuple(
            one for one in catalogue.career(flight.person) if one.number < flight.number
        )
        self.climbs: tuple[Climb, ...] = tuple(
            climb(catalogue, flight, category)
            for category in catalogue.records.categories_of((flight,))
        )
        self._fixed = sorted(
            chain(self._records_and_places(), self._days()),
            key=when_of,
        )
        self._ahead: tuple[Instant, Instant, tuple[Milestone, ...]] = (END, FIRST, ())
        """What was ahead when it was last asked, and from when to when that is so."""

    @property
    def if_still_in_orbit(self) -> bool:
        """No return is known, so all that is ahead depends on there being none."""
        return self.flight.known_return is None

    def _ends(self) -> Instant:
        ending = self.flight.known_return
        return END if ending is None else ending.earliest

    def _records_and_places(self) -> Iterator[Milestone]:
        for path in self.climbs:
            for crossing in path.top_places:
                if crossing.met < self._ends():
                    yield self._passing(crossing)

    def _passing(self, crossing: Crossing) -> Milestone:
        kind = MilestoneKind.RECORD if crossing.is_record else MilestoneKind.RANK
        return Milestone(
            kind, crossing.at, crossing.at_latest, self.if_still_in_orbit, crossing=crossing
        )

    def _days(self) -> Iterator[Milestone]:
        launch = self.flight.launch
        ends = self._ends()
        if self.if_still_in_orbit:
            ends = years_later(self.flight.stop.latest, HORIZON_YEARS)
        least, most = seconds_by(tuple(leg_of(one) for one in self._earlier), END)
        for counts, had, had_most in ((Kind.FLIGHT, 0, 0), (Kind.CAREER, least, most)):
            for days in round_days():
                reached = Instant(launch.latest + days * DAY - had)
                if reached > ends:
                    break
                if days * DAY > had:
                    yield Milestone(
                        MilestoneKind.DAYS,
                        Instant(launch.earliest + days * DAY - had_most),
                        reached,
                        self.if_still_in_orbit,
                        counts=counts,
                        days=days,
                    )

    def ahead(self, at: Instant) -> tuple[Milestone, ...]:
        """Return what is counted down to from ``at``, by time, the return among it.

        Without a known return it looks two years ahead.
        """
        since, until, found = self._ahead
        if not since <= at < until:
            found = self._found_ahead(at)
            self._ahead = (at, self._same_until(at), found)
        return found

    def ahead_until(self, at: Instant) -> Instant:
        """Return the first instant after ``at`` from which something else may lie ahead."""
        self.ahead(at)
        return self._ahead[1]

    def _same_until(self, at: Instant) -> Instant:
        """The first instant after ``at`` from which something else may lie ahead."""
        places = (path.next_place(at) for path in self.climbs)
        passings = [one for one in places if one is not None]
        ends = [one.met for one in passings]
        ends += [one.at_latest for one in self._fixed if one.at_latest is not None]
        until = min((one + 1 for one in ends if one >= at), default=END)
        if self.if_still_in_orbit:  # what lies two years ahead comes nearer
            horizon = years_later(at, HORIZON_YEARS)
            coming = [*(when_of(one) for one in self._fixed), *(one.at for one in passings)]
            nearer = min((one - horizon for one in coming if one > horizon), default=END)
            until = min(until, at + max(1, nearer - DAY))  # a leap day may bring it a day nearer
        return Instant(until)

    def _found_ahead(self, at: Instant) -> tuple[Milestone, ...]:
        until = years_later(at, HORIZON_YEARS) if self.if_still_in_orbit else END
        found = [one for one in self._fixed if not one.is_past(at) and when_of(one) <= until]
        for path in self.climbs:
            crossing = path.next_place(at)
            if crossing is None or crossing.rank_after <= FIRST_PLACES:  # these are among the fixed
                continue
            if crossing.met < self._ends() and crossing.at <= until:
                found.append(self._passing(crossing))
        found.append(of_moment(MilestoneKind.RETURN, self.flight.known_return))
        return tuple(sorted(found, key=when_of))

    def records_passed(self, at: Instant) -> tuple[Milestone, ...]:
        """Return the records this flight has brought by ``at``, by time."""
        return tuple(
            one for one in self._fixed if one.kind is MilestoneKind.RECORD and one.is_past(at)
        )
