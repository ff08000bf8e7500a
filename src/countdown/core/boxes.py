"""Rectangles in pixels as plain figures: windows on screens, and parts of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARGIN: Final = 24
"""How far from the corner of a screen a window is that nobody has placed."""


class Box(NamedTuple):
    """A rectangle in pixels: a window's, a screen's work area, a place on a page."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.top + self.height

    def columns(self, count: int, gap: int) -> list[Box]:
        """Return ``count`` equal parts beside each other."""
        width = (self.width - gap * (count - 1)) // count
        return [
            self._replace(left=self.left + n * (width + gap), width=width) for n in range(count)
        ]

    def within(self, area: Box) -> Box:
        """Return it moved into an area as little as can be, and cut to it where it is larger."""
        width, height = min(self.width, area.width), min(self.height, area.height)
        return Box(
            min(max(self.left, area.left), area.right - width),
            min(max(self.top, area.top), area.bottom - height),
            width,
            height,
        )

    def overlap(self, other: Box) -> int:
        """Return how many pixels two of them share."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0, wide) * max(0, high)

    def distance(self, other: Box) -> int:
        """Return how far apart the nearest edges of two of them are, across and down together."""
        across = max(0, other.left - self.right, self.left - other.right)
        down = max(0, other.top - self.bottom, self.top - other.bottom)
        return across + down

    def moved(self, across: int, down: int) -> Box:
        return self._replace(left=self.left + across, top=self.top + down)

    def grown(self, across: int, down: int, least: tuple[int, int]) -> Box:
        """Return it wider and higher by so much, at least ``least``; the top left stays."""
        return self._replace(
            width=max(least[0], self.width + across), height=max(least[1], self.height + down)
        )


class Anchor(NamedTuple):
    """A window's size and its offsets from the nearer edges of a work area.

    So what is in the bottom right corner stays there when the screen gets another size.
    """

    from_right: bool
    across: int
    from_bottom: bool
    down: int
    width: int
    height: int

    def box(self, area: Box) -> Box:
        """Return where that is in an area, wholly inside it."""
        left = area.right - self.width - self.across if self.from_right else area.left + self.across
        top = area.bottom - self.height - self.down if self.from_bottom else area.top + self.down
        return Box(left, top, self.width, self.height).within(area)


def anchor(window: Box, area: Box) -> Anchor:
    """Return what `Anchor.box` puts a window back by."""
    left, right = window.left - area.left, area.right - window.right
    top, bottom = window.top - area.top, area.bottom - window.bottom
    from_right, from_bottom = right < left, bottom < top
    return Anchor(
        from_right,
        right if from_right else left,
        from_bottom,
        bottom if from_bottom else top,
        window.width,
        window.height,
    )


def nearest(window: Box, areas: Sequence[Box]) -> int:
    """Return the number of the area that holds most of a window, or is the nearest to it."""
    numbers = range(len(areas))
    return max(
        numbers, key=lambda one: (window.overlap(areas[one]), -window.distance(areas[one]), -one)
    )


def corner(size: tuple[int, int], area: Box, *, right: bool, bottom: bool) -> Box:
    """Return a window's place in a corner of an area."""
    return Anchor(right, 0, bottom, 0, *size).box(area)


def free_place(size: tuple[int, int], area: Box, taken: Iterable[Box]) -> Box:
    """Return a place for a new window: at the bottom right, or above or left of those there."""
    others = tuple(taken)
    width, height = size
    first = Anchor(True, MARGIN, True, MARGIN, width, height).box(area)
    for left in range(first.left, area.left - 1, -(width + MARGIN)):
        for top in range(first.top, area.top - 1, -(height + MARGIN)):
            place = Box(left, top, width, height)
            if not any(place.overlap(one) for one in others):
                return place
    return first


def next_edge(window: Box, across: int, down: int, areas: Sequence[Box]) -> Box:
    """Return a window at the next edge of a work area in a direction, on this screen or another.

    One of ``across`` and ``down`` is 1 or -1, the other 0.
    """
    ahead = []
    for area in areas:
        for place in (corner(window[2:], area, right=one, bottom=one) for one in (False, True)):
            moved = (
                window._replace(left=place.left) if across else window._replace(top=place.top)
            ).within(area)
            way = (moved.left - window.left) * across + (moved.top - window.top) * down
            aside = abs(moved.top - window.top if across else moved.left - window.left)
            if way > 0:
                ahead.append((aside, way, moved))
    return min(ahead)[2] if ahead else window
