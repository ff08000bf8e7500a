"""What the user does with time: live, on this day, replay at any speed, and any instant of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from countdown.core.clocks import OnThisDayClock, ReplayClock, years_back_into
from countdown.core.moments import as_datetime, instant

if TYPE_CHECKING:
    from countdown.core.clocks import Clock
    from countdown.core.flights import Flight
    from countdown.core.moments import Instant
    from countdown.services.ticker import Ticker


class TimeControl(QObject):
    """Gives the ticker the clock that is asked for."""

    def __init__(self, ticker: Ticker, system_clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticker = ticker
        self._system_clock = system_clock
        self._goes_on_after_scrub = False

    def go_live(self) -> None:
        """Show what is happening now."""
        self._ticker.set_clock(self._system_clock)

    def go_on_this_day(self, flight: Flight | None) -> None:
        """Show the same day and time of day in a flight, as far back as it takes."""
        now = self._system_clock.now()
        years = years_back_into(flight, instant(now)) if flight else None
        if years is not None:
            self._ticker.set_clock(OnThisDayClock(years, self._system_clock))
        elif flight is not None and flight.is_over:  # today's date never came while it was up
            self._ticker.set_clock(ReplayClock(as_datetime(flight.launch.latest)))
        else:
            self._ticker.touch()

    def go_to(self, at: Instant) -> None:
        """Replay from another instant, at the speed there was; paused if it was paused."""
        replay = self._as_replay()
        replay.seek(as_datetime(at))
        self._run(replay)

    def toggle_pause(self) -> None:
        """Stop the time that is shown, or let it go on; a stopped live clock is a replay."""
        replay = self._as_replay()
        if replay.is_paused:
            replay.resume()
        else:
            replay.pause()
        self._run(replay)

    def set_speed(self, speed: float) -> None:
        """Replay from the instant that is shown, at another pace."""
        replay = self._as_replay()
        replay.set_speed(speed)
        replay.resume()
        self._run(replay)

    def begin_scrub(self) -> None:
        """Hold the time while it is dragged."""
        replay = self._as_replay()
        self._goes_on_after_scrub = not replay.is_paused
        replay.pause()
        self._run(replay)

    def scrub(self, at: Instant) -> None:
        """Show another instant of the drag; whose clock it is stays as it was."""
        clock = self._ticker.clock
        if isinstance(clock, ReplayClock):
            clock.seek(as_datetime(at))
            self._ticker.tick()

    def end_scrub(self) -> None:
        """Let the time go on if it did before the drag."""
        clock = self._ticker.clock
        if isinstance(clock, ReplayClock) and self._goes_on_after_scrub:
            clock.resume()
        self._ticker.touch()

    def _as_replay(self) -> ReplayClock:
        clock = self._ticker.clock
        return clock if isinstance(clock, ReplayClock) else ReplayClock(clock.now())

    def _run(self, clock: ReplayClock) -> None:
        if clock is self._ticker.clock:
            self._ticker.touch()
        else:
            self._ticker.set_clock(clock)
