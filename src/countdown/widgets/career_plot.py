"""The geometry of a career's chart: which stretch of time is in view, and where it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from countdown.core.moments import DAY, Instant

if TYPE_CHECKING:
    from countdown.core.careers import Curves, Points

NEAREST: Final = 2 * DAY
"""The shortest stretch that can be zoomed to."""
_HEADROOM: Final = 1.08


class View(NamedTuple):
    """A stretch of time between the edges of what there is to see."""

    begin: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.begin

    def zoomed(self, factor: float, about: float, whole: View) -> View:
        """Return a stretch ``factor`` times as long that keeps ``about`` in its place."""
        length = min(max(self.length * factor, NEAREST), whole.length)
        share = (about - self.begin) / self.length if self.length else 0.5
        begin = about - share * length
        return View(begin, begin + length).within(whole)

    def moved(self, by: float, whole: View) -> View:
        """Return the same length elsewhere."""
        return View(self.begin + by, self.end + by).within(whole)

    def within(self, whole: View) -> View:
        """Return the nearest stretch that does not leave ``whole``."""
        length = min(self.length, whole.length)
        begin = min(max(self.begin, whole.begin), whole.end - length)
        return View(begin, begin + length)


class Frame(NamedTuple):
    """A view drawn into an area; ``top`` is the figure at its upper edge, in seconds."""

    area: QRectF
    view: View
    top: float

    def x_of(self, at: float) -> float:
        return self.area.left() + (at - self.view.begin) / self.view.length * self.area.width()

    def at_x(self, x: float) -> Instant:
        share = (x - self.area.left()) / max(1.0, self.area.width())
        return Instant(round(self.view.begin + share * self.view.length))

    def y_of(self, seconds: float) -> float:
        return self.area.bottom() - seconds / self.top * self.area.height()

    def polyline(self, line: Points) -> list[QPointF]:
        """Return a line's corners in pixels, those out of view too."""
        return [QPointF(self.x_of(at), self.y_of(seconds)) for at, seconds in line]


def whole_view(curves: Curves) -> View:
    """Return from the record's first holder to the last that is known, with a margin."""
    begin = min([curves.first, *(one.change.at for one in curves.reigns[:1])])
    margin = max(NEAREST, (curves.last - begin) * 0.03)
    return View(begin - margin / 3, curves.last + margin)


def career_view(curves: Curves) -> View:
    """Return the person's own years, with a margin."""
    margin = max(30 * DAY, (curves.last - curves.first) * 0.06)
    return View(curves.first - margin, curves.last + margin).within(whole_view(curves))


def top_of(curves: Curves, view: View, record: Points) -> float:
    """Return a figure above all that is in view."""
    lines = (*curves.lines, record)
    highest = max(
        (seconds for line in lines for at, seconds in line if at <= view.end), default=DAY
    )
    return max(highest, DAY) * _HEADROOM
