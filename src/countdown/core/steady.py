"""The time between two turns: only figures run then, so a reading is moved on, not made anew."""

from collections.abc import Iterator

from countdown.core.catalogue import UNCONFIRMED_AFTER
from countdown.core.durations import Span
from countdown.core.moments import DAY, Instant, new_tuple
from countdown.core.readings import Countdown, Counter, Mission, Reading, read


class Reader:
    """Reads one mission at an instant after another; its readings are those of `read`."""

    def __init__(self, mission: Mission) -> None:
        self.mission = mission
        self._kept: Reading | None = None
        self._until: Instant | None = None
        self._paces: tuple[_Pace, _Pace] = (_STILL, _STILL)

    def read(self, at: Instant) -> Reading:
        """Return everything about the mission at one instant."""
        kept, until = self._kept, self._until
        if kept is None or until is None or not kept.at <= at < until:
            return self._read_anew(at)
        passed = at - kept.at
        flight, career = self._paces
        return kept._replace(
            at=at,
            flight_counter=_counter_moved(kept.flight_counter, flight, passed),
            career_counter=_counter_moved(kept.career_counter, career, passed),
            countdowns=_moved(kept.countdowns, passed),
            passed=_moved(kept.passed, passed),
            own_passed=_moved(kept.own_passed, passed),
        )

    def _read_anew(self, at: Instant) -> Reading:
        kept = self._kept = read(self.mission, at)
        self._until = min(steady_until(self.mission, kept), self.mission.ranks_until(at))
        later = Instant(at + 1)
        flight = kept.flight.span(later) if kept.flight else kept.flight_counter.span
        career = Span.total(one.span(later) for one in self.mission.career if one.has_begun(later))
        self._paces = (
            _pace(kept.flight_counter.span, flight),
            _pace(kept.career_counter.span, career),
        )
        return kept


_Pace = tuple[int, int]
"""By how much the two figures of a span are more a second later."""
_STILL: _Pace = (0, 0)


def _pace(now: Span, then: Span) -> _Pace:
    return then.seconds - now.seconds, then.seconds_max - now.seconds_max


def _counter_moved(counter: Counter, pace: _Pace, passed: int) -> Counter:
    least, most, precision = counter.span
    span = Span(least + pace[0] * passed, most + pace[1] * passed, precision)
    return Counter(span, counter.calendar_dates, counter.age)


def _moved(countdowns: tuple[Countdown, ...], passed: int) -> tuple[Countdown, ...]:
    """The same milestones so many seconds later."""
    return tuple(
        [
            new_tuple(Countdown, (milestone, least, most, is_past))
            if least is None or most is None
            else new_tuple(Countdown, (milestone, least + passed, most + passed, True))
            if is_past
            else new_tuple(
                Countdown,
                (milestone, least - passed if least > passed else 0, most - passed, False),
            )
            for milestone, least, most, is_past in countdowns
        ]
    )


def steady_until(mission: Mission, reading: Reading) -> Instant:
    """Return the first instant after a reading's from which more than figures differ.

    Until then each figure stands still, or runs at one pace; it may stop at nothing. Places in
    the rankings have turns of their own: `Mission.ranks_until`.
    """
    at = reading.at
    ends = [at + DAY - at % DAY]  # then another date counts
    if reading.flight is not None:
        ends.append(at + DAY - (at - reading.flight.launch.earliest) % DAY)  # another age
        ends.append(mission.prospects(reading.flight).ahead_until(at))
    ends += [turn for edge in _edges(mission, reading) for turn in (edge, edge + 1) if turn > at]
    return Instant(min(ends))


def _edges(mission: Mission, reading: Reading) -> Iterator[Instant]:
    """Where something happens or ends; it may be over in that second, or in the one after."""
    yield Instant(reading.data_date.earliest + UNCONFIRMED_AFTER)
    for flight in mission.career:
        for moment in (flight.launch, flight.stop, flight.known_return):
            if moment is not None:
                yield moment.earliest
                yield moment.latest
    for countdown in (*reading.countdowns, *reading.own_passed):
        milestone = countdown.milestone
        if milestone.at is not None and milestone.at_latest is not None:
            yield milestone.at
            yield milestone.at_latest
