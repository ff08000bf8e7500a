"""Where "now" comes from: the live clock, a replay, or the same day some years ago."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from countdown.core.moments import END, FIRST, as_datetime, instant, years_later

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.core.flights import Flight
    from countdown.core.moments import Instant

FASTEST: Final = 30 * 86_400.0
"""The highest replay speed: thirty days a second."""
SLOWEST: Final = 0.01
"""The lowest speed that a start may ask for."""

_FIRST: Final = as_datetime(FIRST)
_LAST: Final = as_datetime(END) - timedelta(seconds=1)


class Clock(Protocol):
    """Source of the current instant, passed in at construction."""

    @property
    def is_live(self) -> bool:
        """False while the clock shows another time than the world's."""
        ...

    @property
    def rate(self) -> float:
        """Seconds shown per second of real time; 0 while paused."""
        ...

    def now(self) -> datetime:
        """Return the current instant: timezone-aware, UTC."""
        ...


class SystemClock:
    """The operating system's clock; the only reader of the machine's time."""

    is_live: Final = True
    rate: Final = 1.0

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251


class ReplayClock:
    """Runs from any instant at any speed, and can be paused.

    It follows a monotonic second count, so that a correction of the machine's clock does not
    make a replay jump. It stops at the edges of the app's range.
    """

    is_live: Final = False

    def __init__(
        self,
        start: datetime,
        speed: float = 1.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._monotonic = monotonic
        self._base = start
        self._since = monotonic()
        self._speed = _within_reason(speed)
        self._paused = False

    @property
    def rate(self) -> float:
        return 0.0 if self._paused else self._speed

    @property
    def speed(self) -> float:
        """Seconds shown per real second while it runs."""
        return self._speed

    @property
    def is_paused(self) -> bool:
        return self._paused

    def now(self) -> datetime:
        elapsed = (self._monotonic() - self._since) * self.rate
        try:
            return min(max(self._base + timedelta(seconds=elapsed), _FIRST), _LAST)
        except OverflowError:
            return _LAST

    def pause(self) -> None:
        """Stand still; calling it again changes nothing."""
        self._rebase(self.now())
        self._paused = True

    def resume(self) -> None:
        """Go on from where it stands; calling it again changes nothing."""
        self._rebase(self.now())
        self._paused = False

    def set_speed(self, speed: float) -> None:
        """Change the pace without a jump; between standing still and `FASTEST`."""
        now = self.now()
        self._speed = _within_reason(speed)
        self._rebase(now)

    def seek(self, to: datetime) -> None:
        """Jump to another instant; running or paused as before."""
        self._rebase(to)

    def _rebase(self, now: datetime) -> None:
        self._base = now
        self._since = self._monotonic()


def _within_reason(speed: float) -> float:
    return min(max(0.0, speed), FASTEST)  # in this order, what is no number stands still


class OnThisDayClock:
    """The same date and time of day, whole years ago; 29 February becomes 28 February."""

    is_live: Final = False
    rate: Final = 1.0

    def __init__(self, years: int, clock: Clock) -> None:
        self.years = years
        self._clock = clock

    def now(self) -> datetime:
        now = self._clock.now()
        return as_datetime(years_later(instant(now), -self.years)).replace(
            microsecond=now.microsecond
        )


def years_back_into(flight: Flight, now: Instant) -> int | None:
    """Return the fewest whole years, at least one, that lead from ``now`` into the flight.

    None where that date and time of day never came while the flight was up.
    """
    years = 1
    while (before := years_later(now, -years)) >= flight.launch.earliest:
        if flight.is_up(before):
            return years
        years += 1
    return None
