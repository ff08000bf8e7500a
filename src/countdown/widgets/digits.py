"""A counter's figure: days huge, the clock at half that height, beside them or below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetricsF

from countdown.widgets.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from countdown.widgets.look import Look

LINE_SHARE: Final = 1.1
"""What the line is higher than its digits' size: room for the comma of 1,111 days."""
_CLOCK_SHARE: Final = 0.55
_CLOCK_APART_SHARE: Final = 0.36
_APART_SHARE: Final = 0.6
"""How far below the days' baseline a clock stands that is not beside them."""
_UNIT_SHARE: Final = 0.28
_GAP_SHARE: Final = 0.17
_LEAST_PX: Final = 20
_LEAST_APART_PX: Final = 12
"""Words among the digits, as of an age, are long."""
_LEAST_UNIT_PX: Final = 9


class Figure(NamedTuple):
    """Without a clock where no more than days is known.

    A clock that stands ``apart`` counts otherwise than the days do, and is below them.
    """

    days: str = "0"
    unit: str = ""
    clock: str = ""
    is_apart: bool = False


class Digits:
    """Lays one figure out in a place, and paints it; who owns it has it painted."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._place = QRect()
        self._ground = "ground"
        self._figure = Figure()
        self._is_measured = False

    @property
    def figure(self) -> Figure:
        return self._figure

    @property
    def clock_room(self) -> QRect:
        """Where the clock is, and nothing else."""
        self._settle()
        return self._clock_room

    def lay_out(self, look: Look, ground: str, place: QRect) -> None:
        """Take the largest digits that fit a place, on one of the look's colours."""
        self._look, self._ground, self._place = look, ground, QRect(place)
        self._is_measured = False

    def set_figure(self, figure: Figure) -> QRect:
        """Show a figure; return what must be painted anew, nothing where it is the same."""
        before, self._figure = self._figure, figure
        if before == figure:
            return QRect()
        is_alike = before[:2] == figure[:2] and before.is_apart is figure.is_apart
        if is_alike and self._is_measured:
            left, baseline = self._clock_room.left(), self._clock_baseline
            changed = self._glyphs.changed(left, baseline, before.clock, figure.clock)
            if changed is not None:
                return changed
        self._is_measured = False
        return self._place

    def paint(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the figure where it is ``dirty``; the clock brings its own ground along."""
        if not self.clock_room.contains(dirty):
            left = self._place.left()
            painter.setPen(self._look.colour("text"))
            painter.setFont(self._days_font)
            painter.drawText(left, self._baseline, self._figure.days)
            painter.setPen(self._look.colour("dim"))
            painter.setFont(self._unit_font)
            if self._has_unit:
                unit = round(left + self._unit_left)
                painter.drawText(unit, self._baseline, self._figure.unit)
        self._glyphs.paint(painter, self._clock_at, self._figure.clock, dirty)

    def paint_seconds(self, painter: QPainter, dirty: QRect, ratio: float) -> None:
        """Paint what is ``dirty`` of the clock, where nothing else is; on a screen alone.

        ``ratio`` is how many of the screen's pixels are one.
        """
        self._settle()
        self._glyphs.paint_signs(painter, self._clock_at, self._figure.clock, dirty, ratio)

    def _settle(self) -> None:
        """Measure, if anything has changed; before a window is seen, its parts are moved often."""
        if not self._is_measured:
            self._measure()
            self._is_measured = True

    def _measure(self) -> None:
        """Find the largest digits that fit, and where each part begins."""
        place, look, apart = self._place, self._look, self._figure.is_apart
        lines = LINE_SHARE + (_APART_SHARE if apart else 0)
        size = min(look.size("digits"), max(_LEAST_PX, round(place.height() / lines)))
        below = round(size * _APART_SHARE) if apart else 0
        clock = round(size * (_CLOCK_APART_SHARE if apart else _CLOCK_SHARE))
        least = _LEAST_APART_PX if apart else _LEAST_PX
        room = place.width() - 1  # for what stands beside the days begins on a whole pixel
        while (width := self._width_at(size, clock)) > room > 0 and size > least:
            size = max(least, min(size - 1, int(size * room / width)))
            clock = clock if apart else round(size * _CLOCK_SHARE)
        self._has_unit = not apart or width <= room
        height = QFontMetricsF(self._days_font).capHeight()
        self._baseline = place.top() + round((place.height() - below + height) / 2)
        self._clock_baseline = self._baseline + below
        left = round(place.left() + self._clock_left)
        self._clock_room = self._glyphs.room(left, self._clock_baseline, self._figure.clock)
        self._clock_at = QPointF(left, self._clock_baseline)

    def _width_at(self, size: int, clock: int) -> float:
        """Set the fonts for days and a clock of so many pixels, and return how wide a line is."""
        look, figure = self._look, self._figure
        self._days_font = look.font_px(size, bold=True)
        self._unit_font = look.font_px(max(_LEAST_UNIT_PX, size * _UNIT_SHARE))
        text, ground = look.colour("text"), look.colour(self._ground)
        font = look.font_px(clock)
        self._glyphs = Glyphs(font, text, ground, letters=figure.is_apart)
        gap = size * _GAP_SHARE
        self._unit_left = QFontMetricsF(self._days_font).horizontalAdvance(figure.days) + gap * 0.7
        unit_width = QFontMetricsF(self._unit_font).horizontalAdvance(figure.unit)
        if figure.is_apart:
            self._clock_left = 0.0
            return self._unit_left + unit_width
        self._clock_left = self._unit_left + unit_width + gap * 1.3
        return self._clock_left + self._glyphs.width(figure.clock)
