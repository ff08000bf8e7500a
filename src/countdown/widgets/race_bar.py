"""Two flights as one bar: above what is flown, below the rival's ghost, and a line at today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from countdown.widgets.race_lanes import Lanes, day_marks, label_left, places

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from countdown.widgets.look import Look
    from countdown.widgets.race_lanes import Lane, Places

_WORDS: Final = 18
_LEAST: Final = 28
_MOST: Final = 100
"""The thickness of the bar at scale 1, of both lanes together."""
_OVER: Final = 5
"""How far the line at today stands out of the bar."""
_SCALE_APART: Final = 90


class RacePicture(NamedTuple):
    """What a bar shows: ``today`` names its line, the ends and days are written as given."""

    lanes: Lanes
    is_live: bool
    today: str
    own_end: str
    rival_end: str
    days: str
    """A sentence with a gap for the number of days, for the scale."""


class RaceBar(QWidget):
    """Painted again when a pixel or a word of it changes; read out by ``setAccessibleName``."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: RacePicture | None = None
        self._drawn: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(self._high(_MOST))

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setMaximumHeight(self._high(_MOST))
        self.updateGeometry()
        self.update()

    def _high(self, thick: int) -> int:
        px = self._look.px
        return px(thick) + 2 * px(_WORDS) + 2 * px(_OVER)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._high(_LEAST + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._high(_LEAST))

    def show_picture(self, picture: RacePicture) -> None:
        """Show a race; on an ordinary second nothing is painted."""
        self._shown = picture
        at = places(picture.lanes, self.width())
        whole = [at.now, *at.own[:2], *at.rival[:2]]
        drawn = (*(round(one) for one in whole), picture._replace(lanes=_NO_LANES))
        if drawn != self._drawn:
            self._drawn = drawn
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("caption"))
        at = places(self._shown.lanes, self.width())
        top = px(_WORDS) + px(_OVER)
        bar = QRectF(0, top, self.width(), self.height() - 2 * top)
        half = QRectF(bar)
        half.setHeight(round((bar.height() - px(4)) / 2))
        self._paint_own(painter, half, at.own)
        half.moveBottom(bar.bottom())
        self._paint_ghost(painter, half, at.rival)
        self._paint_today(painter, bar, at)
        self._paint_words(painter, bar, at)
        painter.end()

    def _paint_own(self, painter: QPainter, room: QRectF, lane: Lane) -> None:
        """A solid lane: the part that is flown is full, in the accent while it grows."""
        look = self._look
        painter.save()
        painter.setClipPath(self._rounded(room, lane))
        painter.fillRect(room, look.colour("track"))
        room = QRectF(room)
        room.setWidth(lane.flown)
        assert self._shown is not None
        painter.fillRect(room, look.colour("accent" if self._shown.is_live else "bar"))
        painter.restore()

    def _paint_ghost(self, painter: QPainter, room: QRectF, lane: Lane) -> None:
        """A hatched lane in a dashed outline: hatched densely as far as it had come."""
        look = self._look
        outline = self._rounded(room.adjusted(0.5, 0.5, -0.5, -0.5), lane)
        colour = look.colour("bar")
        painter.save()
        painter.setClipPath(outline)
        flown = QRectF(room)
        flown.setWidth(lane.flown)
        self._hatch(painter, flown, look.px(5))
        painter.restore()
        pen = QPen(colour, max(1.0, look.scale), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QBrush())
        painter.drawPath(outline)

    def _hatch(self, painter: QPainter, room: QRectF, apart: int) -> None:
        """Slanted lines; Qt's own patterns do not grow with the scale."""
        painter.setPen(QPen(self._look.colour("bar"), self._look.scale * 1.5))
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        high = room.height()
        for step in range(int((room.width() + high) / apart) + 1):
            foot = room.left() + step * apart
            painter.drawLine(QPointF(foot, room.top()), QPointF(foot - high, room.bottom()))

    def _rounded(self, room: QRectF, lane: Lane) -> QPainterPath:
        """The shape of a lane; one without an end runs out of the picture."""
        shape = QRectF(room)
        radius = min(self._look.px(5), room.height() / 2)
        shape.setWidth(max(lane.end - 1, 2.0) + (2 * radius if lane.is_open else 0))
        path = QPainterPath()
        path.addRoundedRect(shape, radius, radius)
        return path

    def _paint_today(self, painter: QPainter, bar: QRectF, at: Places) -> None:
        look = self._look
        over, thick = look.px(_OVER), look.px(2)
        left = min(max(0.0, at.now - thick / 2), self.width() - thick)
        line = QRectF(left, bar.top() - over, thick, bar.height() + 2 * over)
        painter.fillRect(line.adjusted(-thick, 0, thick, 0), look.colour("ground"))
        painter.fillRect(line, look.colour("text"))

    def _paint_words(self, painter: QPainter, bar: QRectF, at: Places) -> None:
        """Today and the own end above, the rival's end and the scale below."""
        assert self._shown is not None
        look, shown = self._look, self._shown
        above = 0.0
        below = bar.bottom() + look.px(_OVER)
        taken = [self._word(painter, (shown.today, at.now, above), "text", [], bold=True)]
        if not at.own.is_open:
            taken.append(self._word(painter, (shown.own_end, at.own.end, above), "dim", taken))
        under: list[QRectF] = []
        if not at.rival.is_open:
            under.append(self._word(painter, (shown.rival_end, at.rival.end, below), "text", []))
        for day, x in day_marks(shown.lanes, self.width(), look.px(_SCALE_APART)):
            text = shown.days.format(day)
            if text == shown.rival_end:
                continue
            under.append(self._word(painter, (text, x, below), "dim", under))

    def _word(
        self,
        painter: QPainter,
        what: tuple[str, float, float],
        colour: str,
        taken: list[QRectF],
        *,
        bold: bool = False,
    ) -> QRectF:
        """Write a text centred at a place, unless it would touch one that is there."""
        text, centre, top = what
        look = self._look
        font = look.font("caption", bold=bold)
        wide = QFontMetricsF(font).horizontalAdvance(text) + 1
        room = QRectF(label_left(centre, wide, self.width()), top, wide, look.px(_WORDS))
        apart = look.px(8)
        if any(one.adjusted(-apart, 0, apart, 0).intersects(room) for one in taken):
            return QRectF()
        painter.setFont(font)
        painter.setPen(look.colour(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        return room


_NO_LANES: Final = Lanes(0, None, None)
