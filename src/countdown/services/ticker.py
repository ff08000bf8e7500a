"""One shared second hand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from countdown.core.moments import Instant, instant

if TYPE_CHECKING:
    from datetime import datetime

    from countdown.core.clocks import Clock

FRAME_MS: Final = 16
"""The least time between two ticks of a fast replay: 60 frames a second."""
LONGEST_MS: Final = 1_000
"""No timer runs longer while something is shown, so a clock that jumps is right within it."""
HIDDEN_MS: Final = 60_000
"""How long nothing is read while nothing is shown."""

_PAST_EDGE_MS: Final = 1
"""Timers may fire a hair early; this far past the edge they never show the second before."""


class Ticker(QObject):
    """Emits ``ticked`` on each whole second of its clock while something is shown.

    A tick carries no time: receivers ask `now`, so late or missed ticks (suspend, a busy window)
    never add up to drift, and after a jump of the clock the next tick is right again.

    Signals:
        ticked: another second than at the tick before.
        beat: the same, and while nothing is in sight about once a minute, for who watches unseen.
        clock_changed: time comes from elsewhere, or at another pace.
    """

    ticked = Signal()
    beat = Signal()
    clock_changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shown: Instant | None = None
        self._heard: Instant | None = None
        self._told: Instant | None = None
        self._viewers: set[int] = set()
        self._is_visible = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def clock(self) -> Clock:
        return self._clock

    def now(self) -> Instant:
        """Return the whole second that the clock is in; to all who hear of a tick, the same one."""
        return instant(self._clock.now()) if self._told is None else self._told

    def set_clock(self, clock: Clock) -> None:
        """Take time from another clock, at once."""
        self._clock = clock
        self.touch()

    def touch(self) -> None:
        """Say that the clock was paused, sped up or moved."""
        self._shown = self._told = None
        self.clock_changed.emit()
        self.tick()

    def set_visible(self, viewer: object, visible: bool) -> None:
        """Say whether a window is in sight; while none is, the ticker rests.

        What comes back into view is right at once.
        """
        if visible:
            self._viewers.add(id(viewer))
        else:
            self._viewers.discard(id(viewer))
        if bool(self._viewers) != self._is_visible:
            self._is_visible = bool(self._viewers)
            self.tick()

    def tick(self) -> None:
        """Arm the timer for the next second, and announce this one if it is new."""
        now = self._clock.now()
        at = instant(now)
        self._arm(now)
        heard, self._heard = self._heard, at
        self._told = at
        if at != self._shown and self._is_visible:
            self._shown = at
            self.ticked.emit()
        if at != heard:
            self.beat.emit()  # both last, so a receiver may stop the ticker
        self._told = None

    def stop(self) -> None:
        """Cancel the pending tick; `tick` starts again."""
        self._timer.stop()

    def next_tick_ms(self) -> int:
        """Return the milliseconds until the pending tick, or -1 when stopped."""
        return self._timer.remainingTime()

    def _arm(self, now: datetime) -> None:
        rate = self._clock.rate
        if not self._is_visible:
            self._timer.start(HIDDEN_MS)
        elif rate <= 0:
            self._timer.stop()
        else:
            left = (1_000_000 - now.microsecond) / 1_000 / rate
            self._timer.start(min(max(math.floor(left) + _PAST_EDGE_MS, FRAME_MS), LONGEST_MS))
