"""What happens in a flight, from launch to return: dated facts, and what is computed beside them.

It depends on the catalogue and the flight alone, not on the time of asking.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.core.climbs import HORIZON_YEARS
from countdown.core.flights import End
from countdown.core.history import history
from countdown.core.milestones import MilestoneKind, of_moment, own_milestones
from countdown.core.moments import DAY, END, Instant, Moment, known_to, years_later
from countdown.core.records import WORLD, Category, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, Highlight
    from countdown.core.history import Change
    from countdown.core.milestones import Milestone, Prospects

HALVED_FROM: Final = 30 * DAY
"""Seconds that a flight must have lasted for its middle to be named."""


class HappeningKind(StrEnum):
    """What a happening is, in the order of those that fall on one instant."""

    LAUNCH = "launch"
    RECORD = "record"
    ROUND = "round"
    HALFWAY = "halfway"
    CREWMATE_RECORD = "crewmate_record"
    """Somebody else in orbit takes a world record."""
    FACT = "fact"
    OWN = "own"
    """What the user counts down to, maybe before the launch or after the landing."""
    RETURN = "return"
    DEATH = "death"


_ORDER: Final = {kind: place for place, kind in enumerate(HappeningKind)}
_KINDS: Final = {
    MilestoneKind.RECORD: HappeningKind.RECORD,
    MilestoneKind.DAYS: HappeningKind.ROUND,
}


class Happening(NamedTuple):
    """Something that happens in a flight at ``moment``, which is no more precise than known.

    ``milestone`` belongs to launch, return, round numbers, what the user counts down to, and own
    records that are a passing;
    ``highlight`` is the catalogue's row of a fact; ``change`` is how a crewmate's record came, or
    an own one without a passing, and ``category`` says what a record is in.
    """

    kind: HappeningKind
    moment: Moment
    milestone: Milestone | None = None
    highlight: Highlight | None = None
    change: Change | None = None
    category: Category | None = None

    @property
    def is_computed(self) -> bool:
        """It follows from launches and landings; otherwise a source or the user states it."""
        return self.kind not in (HappeningKind.FACT, HappeningKind.OWN)


def happenings(catalogue: Catalogue, flight: Flight, prospects: Prospects) -> tuple[Happening, ...]:
    """Return all that happens in a flight, by time; what only may have begun before, after launch.

    A flight without known return goes on for as long as forecasts look ahead. Of a flight that
    ended in death only the facts are named.
    """
    found = [
        Happening(
            HappeningKind.LAUNCH,
            flight.launch,
            milestone=of_moment(MilestoneKind.LAUNCH, flight.launch),
        ),
        *_facts(catalogue, flight),
        *_own(catalogue, flight),
    ]
    if flight.end is End.DIED:
        found.append(Happening(HappeningKind.DEATH, flight.stop))
    else:
        found += _of_milestones(catalogue, flight, prospects)
        found += _records_unpassed(catalogue, flight, prospects)
        found += _crewmates_records(catalogue, flight)
        found += _halfway(flight)
        if (ending := flight.known_return) is not None:
            home = of_moment(MilestoneKind.RETURN, ending)
            found.append(Happening(HappeningKind.RETURN, ending, milestone=home))
    launch = flight.launch.earliest

    def order(one: Happening) -> tuple[Instant, int]:
        may_come_before = one.kind is HappeningKind.OWN
        first = one.moment.earliest
        return first if may_come_before else max(launch, first), _ORDER[one.kind]

    return tuple(sorted(found, key=order))


def ends_by(catalogue: Catalogue, flight: Flight) -> Instant:
    """Return the instant by which all that happens in a flight has happened."""
    if (ending := flight.known_return) is not None:
        return ending.latest
    return years_later(catalogue.data_date.latest, HORIZON_YEARS)


def _facts(catalogue: Catalogue, flight: Flight) -> Iterator[Happening]:
    for row in catalogue.highlights(flight):
        yield Happening(HappeningKind.FACT, row.moment, highlight=row)


def _own(catalogue: Catalogue, flight: Flight) -> Iterator[Happening]:
    for one in own_milestones(catalogue, flight):
        if one.moment is not None:
            yield Happening(HappeningKind.OWN, one.moment, milestone=one)


def _of_milestones(
    catalogue: Catalogue, flight: Flight, prospects: Prospects
) -> Iterator[Happening]:
    until = ends_by(catalogue, flight)
    is_first = flight.number == 1
    for one in _milestones(flight, prospects, until):
        # In a first flight its days are those of the career.
        doubled = is_first and one.kind is MilestoneKind.DAYS and one.counts is Kind.CAREER
        if one.at is None or one.at_latest is None or one.at > until or doubled:
            continue
        moment = _within(flight, one.at, min(one.at_latest, until))
        category = one.crossing.category if one.crossing else None
        yield Happening(_KINDS[one.kind], moment, milestone=one, category=category)


def _milestones(flight: Flight, prospects: Prospects, until: Instant) -> Iterable[Milestone]:
    """The flight's records and round numbers, each once."""
    found: dict[Milestone, None] = dict.fromkeys(prospects.records_passed(END))
    at = flight.launch.earliest
    while at <= until:
        for one in prospects.ahead(at):
            if one.kind in _KINDS:
                found.setdefault(one)
        if flight.known_return is not None:
            break
        at = years_later(at, HORIZON_YEARS)
    return found


def _records_unpassed(
    catalogue: Catalogue, flight: Flight, prospects: Prospects
) -> Iterator[Happening]:
    """The records that come without passing anybody who is ahead.

    So it is for the first flyer of all, for who draws level, and for who shared a record and,
    flying on, holds it alone.
    """
    start, until = flight.launch.earliest, flight.stop.latest
    for path in prospects.climbs:
        record = path.record
        if path.staying_ahead or (record is not None and record.at > until):
            continue  # seldom is a record in reach; its history is worked out only then
        for change in _changes(catalogue, path.category):
            is_passing = change.passes and flight.person not in change.stay
            if flight not in change.flights or is_passing:
                continue
            if start <= change.at_latest and change.at <= until:
                moment = _within(flight, change.at, min(change.at_latest, until))
                yield Happening(HappeningKind.RECORD, moment, change=change, category=path.category)


def _within(flight: Flight, at: Instant, at_latest: Instant) -> Moment:
    """The moment between two instants, cut to what lies after the launch."""
    first = max(at, flight.launch.earliest)
    last = max(at_latest, first)
    return Moment(first, last, known_to(last - first))


def _crewmates_records(catalogue: Catalogue, flight: Flight) -> Iterator[Happening]:
    start, until = flight.launch.earliest, flight.stop.latest
    for kind in Kind:
        category = Category(kind, WORLD)
        if not _may_fall(catalogue, category, flight):
            continue
        for change in _changes(catalogue, category):
            if change.at > until or change.at_latest < start or flight.person in change.persons:
                continue
            takers = [one for one in change.flights if one.person not in change.passes]
            if change.passes and any(_fly_together(one, flight, change) for one in takers):
                moment = _within(flight, change.at, min(change.at_latest, until))
                yield Happening(
                    HappeningKind.CREWMATE_RECORD, moment, change=change, category=category
                )


def _may_fall(catalogue: Catalogue, category: Category, flight: Flight) -> bool:
    """Say whether somebody up with the flyer ends above all who had ended when it began.

    That is seldom so, and quickly seen; the changes of holder are worked out only then.
    """
    for _, _, last_change, row in reversed(catalogue.records.settled(category)):
        if last_change <= flight.launch.earliest:
            return False
        if row.person.id != flight.person.id and any(
            one.launch.earliest <= flight.stop.latest and flight.launch.earliest <= one.stop.latest
            for one in row.flights
        ):
            return True
    return False


def _fly_together(taker: Flight, flight: Flight, change: Change) -> bool:
    """Say whether both were up when the record changed hands."""
    return all(
        one.launch.earliest <= change.at_latest and change.at < one.stop.latest
        for one in (taker, flight)
    )


@lru_cache(maxsize=16)
def _changes(catalogue: Catalogue, category: Category) -> tuple[Change, ...]:
    """All changes of holder, worked out once for all flights of a catalogue."""
    return history(catalogue, category)


def _halfway(flight: Flight) -> Iterator[Happening]:
    """The middle of a flight as it was flown."""
    launch, stop = flight.launch, flight.stop
    if flight.is_over and stop.earliest - launch.latest >= HALVED_FROM:
        first = Instant((launch.earliest + stop.earliest) // 2)
        last = Instant((launch.latest + stop.latest) // 2)
        yield Happening(HappeningKind.HALFWAY, Moment(first, last, known_to(last - first)))


def instant_of(catalogue: Catalogue, flight: Flight, happening: Happening) -> Instant:
    """Return where to see a happening: its instant, or the noon of its first day.

    That is in the flight, but for what the user counts down to at another time.
    """
    moment = happening.moment
    known = moment.latest - moment.earliest < DAY // 2
    at = moment.earliest if known else moment.earliest + DAY // 2
    if happening.kind is HappeningKind.OWN:
        return Instant(at)
    return Instant(min(max(at, flight.launch.earliest), ends_by(catalogue, flight)))
