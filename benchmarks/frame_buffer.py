"""What can be seen on a screen and since when, from the memory that Xvfb keeps it in.

No program is asked for anything, so all can be watched in the same way and none is slowed down.
"""

from __future__ import annotations

import mmap
import struct
import time
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LOOK_S: Final = 0.008
"""So long between two looks; no time is known better."""
_SETTLED_S: Final = 2.5
"""So long after the first picture, what is steady stands still."""
_RUNNING_S: Final = 1.5
"""What changes within so long before the end is a running digit, and tells of no first frame."""
_PATIENCE_S: Final = 20.0
_RIGHT: Final = 0.8
"""The share of the steady ink that makes a frame the right one: a minute may have changed."""


class Seen(NamedTuple):
    """Seconds since the start until something was on the screen, and until the right thing was."""

    window_s: float
    frame_s: float


class FrameBuffer:
    """The pixels of one screen, four bytes each."""

    def __init__(self, folder: Path) -> None:
        file = next(folder.glob("Xvfb_screen*"))
        with file.open("rb") as opened:
            self._memory = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        header, colours = (struct.unpack_from(">I", self._memory, at)[0] for at in (0, 76))
        self._start = header + colours * 12

    def pixels(self) -> bytes:
        return self._memory[self._start :]

    def watch(self, start: Callable[[], None]) -> Seen:
        """Start a program, and look until what it shows has settled.

        Raises:
            TimeoutError: nothing was to be seen.
        """
        empty = last = self.pixels()
        pictures: list[tuple[float, bytes]] = []
        began = time.monotonic()
        start()
        while not pictures or time.monotonic() < began + pictures[0][0] + _SETTLED_S:
            time.sleep(_LOOK_S)
            now, at = self.pixels(), time.monotonic() - began
            if now != last:
                pictures.append((at, now))
                last = now
            if not pictures and at > _PATIENCE_S:
                raise TimeoutError("nothing is to be seen")
        return Seen(pictures[0][0], _first_right(empty, pictures))


def _first_right(empty: bytes, pictures: list[tuple[float, bytes]]) -> float:
    """When the last picture's steady ink, neither ground nor running digits, was there first."""
    before, final = memoryview(empty).cast("I"), memoryview(pictures[-1][1]).cast("I")
    drawn = [place for place, pixel in enumerate(final) if pixel != before[place]]
    ground = Counter(final[place] for place in drawn).most_common(1)[0][0]
    ink = [place for place in drawn if final[place] != ground]
    end = pictures[-1][0]
    for at, picture in pictures:
        if at >= end - _RUNNING_S and at > pictures[0][0]:
            shown = memoryview(picture).cast("I")
            steady = [place for place in ink if shown[place] == final[place]]
            ink = steady if len(steady) > len(ink) / 2 else ink
    for at, picture in pictures:
        shown = memoryview(picture).cast("I")
        if sum(shown[place] == final[place] for place in ink) >= _RIGHT * len(ink):
            return at
    return end
