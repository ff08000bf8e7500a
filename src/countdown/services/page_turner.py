"""Turns a display's slides: by themselves in real time, by hand, and back to the programme."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.core.programme import Programme, Slide

UNTOUCHED_S: Final = 300.0
"""So long after the last touch the programme goes on by itself."""
_LONGEST_S: Final = 3_600.0
"""No timer runs longer; it is armed again."""


class PageTurner(QObject):
    """Knows which slide is on; the clock that is shown, which may be a replay, is nothing to it.

    Signals:
        turned: another slide is on.
    """

    turned = Signal()

    def __init__(
        self,
        programme: Programme,
        has_something: Callable[[Slide], bool],
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Begin with the first slide that ``has_something`` to say; the others are passed over."""
        super().__init__(parent)
        self._programme = programme
        self._has_something = has_something
        self._monotonic = monotonic
        self._since = monotonic()
        self._index = 0
        self._is_touched = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)

    def set_programme(self, programme: Programme) -> None:
        """Have other slides; `start` begins with them."""
        self._programme = programme
        self._index = 0

    @property
    def index(self) -> int:
        return self._index

    @property
    def slide(self) -> Slide:
        return self._programme.slides[self._index]

    @property
    def is_touched(self) -> bool:
        """Somebody has turned by hand, so the slide stays for a while."""
        return self._is_touched

    def start(self) -> None:
        """Begin with the programme, from now on."""
        self._is_touched = False
        self._go(self._next_with_something(-1))

    def stop(self) -> None:
        """Turn no more by itself."""
        self._timer.stop()

    def turn(self, by: int) -> None:
        """Turn on or back by hand, around the ends."""
        self.turn_to((self._index + by) % len(self._programme.slides))

    def turn_to(self, index: int) -> None:
        """Turn to a slide by hand, even one with nothing to say; one that is not there is none."""
        if 0 <= index < len(self._programme.slides):
            self._is_touched = True
            self._go(index)

    def check(self) -> None:
        """Turn if it is time to, and wait for the next time."""
        if self._left() > 0:
            self._arm()
        elif self._is_touched:
            self.start()
        else:
            self._go(self._next_with_something(self._index))

    def _next_with_something(self, after: int) -> int:
        slides = self._programme.slides
        around = [(after + step) % len(slides) for step in range(1, len(slides) + 1)]
        return next((one for one in around if self._has_something(slides[one])), max(after, 0))

    def _go(self, index: int) -> None:
        self._since = self._monotonic()
        self._arm()
        if index != self._index:
            self._index = index
            self.turned.emit()

    def _left(self) -> float:
        """Seconds until it is time to turn."""
        stays = UNTOUCHED_S if self._is_touched else self._programme.seconds or math.inf
        return self._since + stays - self._monotonic()

    def _arm(self) -> None:
        left = self._left()
        if math.isinf(left):
            self._timer.stop()
        else:
            self._timer.start(math.ceil(min(left, _LONGEST_S) * 1_000))
