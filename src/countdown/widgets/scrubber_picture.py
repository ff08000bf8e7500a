"""How a flight's time line is painted; it knows nothing of mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from countdown.widgets.scrubber_plot import stretch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from countdown.core.moments import Instant
    from countdown.models.time_marks import Mark
    from countdown.widgets.look import Look
    from countdown.widgets.scrubber_plot import Label, Line

WORDS_PX: Final = 16
"""The height, at scale 1, of the words above the line, and of those below it."""
TOLD_PX: Final = 18
_LEAST_SPAN_PX: Final = 8


class ScrubberPicture(NamedTuple):
    """A line at the height ``middle``, by ``at``; the painter begins where the line does."""

    look: Look
    line: Line
    middle: int
    at: Instant

    def paint_track(self, painter: QPainter, *, filled: bool) -> None:
        look, thick = self.look, self.look.px(4)
        track = QRectF(0, self.middle - thick / 2, self.line.width, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(track, thick / 2, thick / 2)
        if filled and self.at >= self.line.begin:
            track.setWidth(self.line.x_of(self.at))
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(track, thick / 2, thick / 2)

    def paint_marks(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Filled when past, hollow when to come; upright when exact, lying when days or a month."""
        look = self.look
        half, high, low = look.px(3) / 2, look.px(7), look.px(4)
        painter.setPen(QPen(look.colour("bar"), look.px(1)))
        for mark in marks:
            left, width = stretch(self.line, mark, look.px(_LEAST_SPAN_PX))
            if mark.is_span:
                shape = QRectF(left, self.middle + low, width, low)
            else:
                shape = QRectF(left - half, self.middle - high, 2 * half, 2 * high)
            painter.setBrush(look.colour("bar" if mark.at_latest <= self.at else "panel"))
            painter.drawRoundedRect(shape, look.px(1), look.px(1))

    def paint_words(self, painter: QPainter, labels: Iterable[Label]) -> None:
        look, height = self.look, self.look.px(WORDS_PX)
        painter.setFont(look.font("caption"))
        for label in labels:
            top = 0 if label.row == 0 else 2 * self.middle - height
            past = label.mark.at_latest <= self.at
            painter.setPen(look.colour("text" if past else "dim"))
            place = QRectF(label.left, top, label.width + 2, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label.mark.words)

    def paint_dot(self, painter: QPainter, *, has_focus: bool) -> None:
        """Paint where time is: hollow once the flight is over, nowhere before its launch."""
        look, line = self.look, self.line
        if self.at >= line.begin:
            painter.setPen(QPen(look.colour("accent"), look.px(2)))
            painter.setBrush(look.colour("accent" if self.at <= line.end else "panel"))
            painter.drawEllipse(self._centre, look.px(6), look.px(6))
        if has_focus:
            painter.setPen(QPen(look.colour("text"), look.px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._centre, look.px(9), look.px(9))

    @property
    def _centre(self) -> QPointF:
        return QPointF(self.line.x_of(self.at), self.middle)

    def paint_told(self, painter: QPainter, rect: QRect, told: str) -> None:
        """Paint a box with what lies under the mouse."""
        if rect.isEmpty():
            return
        look = self.look
        painter.setPen(look.colour("line"))
        painter.setBrush(look.colour("raised"))
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.setPen(look.colour("text"))
        painter.setFont(look.font("caption"))
        room = rect.width() - look.space("small")
        shown = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
