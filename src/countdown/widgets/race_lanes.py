"""Where two flights lie on one bar: a common scale from launch to the later of both returns."""

from __future__ import annotations

from typing import Final, NamedTuple

from countdown.core.moments import DAY

OPEN_ROOM: Final = 1.08
"""How much longer than all that is known the bar is where a return is not known."""
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500)
"""Days between two figures of the scale."""


class Lanes(NamedTuple):
    """Seconds since launch: of now, and of both returns, None where one is not known."""

    now: int
    own_end: int | None
    rival_end: int | None

    @property
    def whole(self) -> float:
        """Seconds that the bar is long."""
        ends = [one for one in (self.own_end, self.rival_end) if one is not None]
        known = max(1, self.now, *ends)
        return known * (1.0 if len(ends) == 2 else OPEN_ROOM)


class Lane(NamedTuple):
    """One flight on the bar, in pixels: flown by now, and on to its end."""

    flown: float
    end: float
    is_open: bool
    """Its return is not known: it is drawn to the edge, without an end."""


class Places(NamedTuple):
    """All places on a bar, in pixels from its left."""

    now: float
    own: Lane
    rival: Lane


def places(lanes: Lanes, width: float) -> Places:
    """Return where all lies on a bar of ``width`` pixels."""
    scale = width / lanes.whole
    now = min(lanes.now, lanes.whole) * scale
    return Places(
        now, _lane(lanes.own_end, now, scale, width), _lane(lanes.rival_end, now, scale, width)
    )


def _lane(end: int | None, now: float, scale: float, width: float) -> Lane:
    if end is None:
        return Lane(now, width, is_open=True)
    return Lane(min(now, end * scale), end * scale, is_open=False)


def day_marks(lanes: Lanes, width: float, apart: float) -> list[tuple[int, float]]:
    """Return days and their places, no closer than ``apart`` pixels, launch left out."""
    days = lanes.whole / DAY
    step = next((one for one in _STEPS if one / days * width >= apart), None)
    if step is None:
        return []
    return [(day, day / days * width) for day in range(step, int(days) + 1, step)]


def label_left(centre: float, wide: float, width: float) -> float:
    """Return where a label starts that stands at ``centre`` and within the bar."""
    return max(0.0, min(centre - wide / 2, width - wide))
