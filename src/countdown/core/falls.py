"""A record as it falls: the last minute before it, the minute it is told in, the hour after."""

from enum import StrEnum
from typing import Final, NamedTuple

from countdown.core.flights import End, Person
from countdown.core.milestones import MilestoneKind
from countdown.core.moments import DAY, HOUR, Instant, iso
from countdown.core.readings import Countdown, Mission, Phase, Reading, read
from countdown.core.records import WOMEN, WORLD, Kind

MINUTE: Final = 60

_TURNS: Final = (MilestoneKind.RECORD, MilestoneKind.LAUNCH, MilestoneKind.RETURN)
"""After these, other records may be ahead."""


class Stage(StrEnum):
    """How far it has come."""

    LAST_MINUTE = "last_minute"
    FALLS = "falls"
    """In the minute after the crossing: it is told wherever one looks."""
    FALLEN = "fallen"
    """Until an hour after the crossing."""


class Fall(NamedTuple):
    """A record of ``person`` about a crossing that is known to the second.

    ``also`` are those that fall in the same second and weigh less, as the one of a country beside
    that of the world.
    """

    stage: Stage
    person: Person
    countdown: Countdown
    also: tuple[Countdown, ...] = ()

    @property
    def seconds(self) -> int:
        """To go in the last minute, 60 to 0; since the crossing after it."""
        return self.countdown.seconds or 0

    @property
    def key(self) -> str:
        """Tells one fallen record from every other, whenever it is read."""
        crossing = self.countdown.milestone.crossing
        assert crossing is not None
        kind, scope = crossing.category
        return f"{self.person.id} {kind} {scope} {iso(crossing.at)}"

    @property
    def urgency(self) -> tuple[int, int]:
        """The order of falls of several missions: one that falls, the next to fall, the last."""
        order = (Stage.FALLS, Stage.LAST_MINUTE, Stage.FALLEN)
        return order.index(self.stage), self.seconds


def fall_in(reading: Reading) -> Fall | None:
    """Return the record that is about to fall, falls or has just fallen at a reading's instant.

    None for one that is not known to the second, for what is no longer confirmed, and for a
    flight that ended in death: it is shown without celebration.
    """
    flight = reading.flight
    if flight is None or flight.end is End.DIED:
        return None
    if reading.phase is Phase.IN_ORBIT and reading.unconfirmed:
        return None
    passed = [one for one in reading.passed if _since(one) <= HOUR]
    coming = [one for one in reading.countdowns if _to_go(one) <= MINUTE]
    if passed and (_since(passed[-1]) <= MINUTE or not coming):
        found = [one for one in passed if _since(one) == _since(passed[-1])]
        stage = Stage.FALLS if _since(passed[-1]) <= MINUTE else Stage.FALLEN
    elif coming:
        found = [one for one in coming if _to_go(one) == _to_go(coming[0])]
        stage = Stage.LAST_MINUTE
    else:
        return None
    first, *also = sorted(found, key=weight)
    return Fall(stage, flight.person, first, tuple(also))


def quiet_until(reading: Reading) -> Instant:
    """Return an instant before which nothing falls, where nothing does at a reading's own.

    So a watch needs no reading each second; it looks again within a day, whatever comes.
    """
    ends = reading.at + DAY
    for one in reading.countdowns:
        milestone = one.milestone
        if milestone.kind in _TURNS and milestone.at is not None and not one.is_past:
            ends = min(ends, milestone.at - MINUTE)
    return Instant(ends)


class Lookout:
    """Looks for the falls of one mission; it is read only where one may be near."""

    def __init__(self, mission: Mission) -> None:
        self._mission = mission
        self._quiet: tuple[Instant, Instant] | None = None

    def fall(self, at: Instant) -> Fall | None:
        """Return the fall at an instant, as `fall_in` its reading."""
        if self._quiet is not None and self._quiet[0] <= at < self._quiet[1]:
            return None
        reading = read(self._mission, at, with_ranks=False)
        found = fall_in(reading)
        self._quiet = None if found is not None else (at, quiet_until(reading))
        return found


def _since(countdown: Countdown) -> float:
    """Seconds since a crossing known to the second; infinite for any other milestone."""
    return _exact_seconds(countdown) if countdown.is_past else float("inf")


def _to_go(countdown: Countdown) -> float:
    return float("inf") if countdown.is_past else _exact_seconds(countdown)


def _exact_seconds(countdown: Countdown) -> float:
    milestone = countdown.milestone
    if milestone.kind is not MilestoneKind.RECORD or milestone.at != milestone.at_latest:
        return float("inf")
    return float("inf") if countdown.seconds is None else countdown.seconds


def weight(countdown: Countdown) -> tuple[int, bool]:
    """The order of records that fall together: the world's first, and a flight's before a sum."""
    crossing = countdown.milestone.crossing
    assert crossing is not None
    scopes = (WORLD, WOMEN)
    scope = crossing.category.scope
    place = scopes.index(scope) if scope in scopes else len(scopes)
    return place, crossing.category.kind is not Kind.FLIGHT
