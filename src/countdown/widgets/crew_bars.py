"""Paints flights as bars on one scale, with the marks of the scale and the vehicle's own flight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPolygonF

from countdown.models.phrases import tr
from countdown.widgets.axes import length_marks

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from countdown.models.crew_rows import Bar, Scale
    from countdown.widgets.axes import AxisMark
    from countdown.widgets.look import Look

_CENTRE = Qt.AlignmentFlag.AlignCenter


def _along(whole: QRect, share: float) -> int:
    return whole.left() + round(whole.width() * share)


def _marks(whole: QRect, scale: Scale, look: Look) -> tuple[AxisMark, ...]:
    return length_marks(scale.length, max(1, whole.width() // look.px(90)))


def paint_marks(painter: QPainter, words: QRect, scale: Scale, look: Look) -> None:
    """Write the round lengths of a scale."""
    font = look.font("caption")
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(look.colour("dim"))
    for mark in _marks(words, scale, look):
        wide = metrics.horizontalAdvance(mark.text)
        along = _along(words, mark.at / scale.length)
        left = min(max(words.left(), along - wide // 2), words.right() - wide)
        painter.drawText(QRect(left, words.top(), wide + 1, words.height()), _CENTRE, mark.text)


def paint_bar(
    painter: QPainter, line: QRect, bar: Bar, scale: Scale, look: Look, colour: str
) -> None:
    """Paint a flight into a line as high as the bar is thick, what is behind in ``colour``."""
    start, reached, end = (_along(line, share) for share in bar[:3])
    if scale.first is None:
        for mark in _marks(line, scale, look):
            along = _along(line, mark.at / scale.length)
            tick = QRect(along, line.top(), 1, line.height() + look.px(3))
            painter.fillRect(tick, look.colour("track"))
    whole = QRect(start, line.top(), max(look.px(2), end - start), line.height())
    painter.fillRect(whole, look.colour("track"))
    whole.setWidth(reached - start)
    painter.fillRect(whole, look.colour(colour))
    middle = line.top() + line.height() / 2
    if bar.went_up:
        _paint_arrow(painter, QPointF(start, middle), -look.px(6), look)
    if bar.came_down:
        _paint_arrow(painter, QPointF(end, middle), look.px(6), look)


def _paint_arrow(painter: QPainter, middle: QPointF, half: int, look: Look) -> None:
    """A triangle that points up where somebody went up, and down where they came down."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("text"))
    tip, foot = middle + QPointF(0, half), middle - QPointF(0, half)
    painter.drawPolygon(QPolygonF([tip, foot - QPointF(half, 0), foot + QPointF(half, 0)]))


def paint_shade(painter: QPainter, whole: QRect, scale: Scale, look: Look) -> None:
    """Paint the vehicle's own flight behind a row."""
    if scale.shade is None:
        return
    left, right = (_along(whole, share) for share in scale.shade)
    shade = QRect(left, whole.top(), max(1, right - left), whole.height())
    painter.fillRect(shade, look.colour("panel"))
    for along in (left, right):
        painter.fillRect(QRect(along, whole.top(), 1, whole.height()), look.colour("line"))


def paint_now(painter: QPainter, whole: QRect, now: float | None, words: QRect, look: Look) -> None:
    """Paint the line of now down a row, but not through words."""
    if now is None:
        return
    line = QRect(_along(whole, now), whole.top(), look.px(1), whole.height())
    if line.intersects(words):
        below = QRect(line)
        below.setTop(words.bottom() + 1)
        line.setBottom(words.top())
        painter.fillRect(below, look.colour("accent"))
    painter.fillRect(line, look.colour("accent"))


def paint_axis(
    painter: QPainter, whole: QRect, scale: Scale, now: float | None, look: Look
) -> None:
    """Write where now is, and the dates of the scale, the most needed first."""
    words = QRect(whole.left(), whole.top(), whole.width(), look.px(24))
    captions = [(share, text, "dim") for share, text in scale.captions]
    if now is not None:
        captions.insert(0, (now, tr("now"), "accent"))
        if whole.height() > 1.3 * words.height():
            paint_now(painter, whole.adjusted(0, words.height(), 0, 0), now, QRect(), look)
    font = look.font("caption")
    metrics = QFontMetrics(font)
    painter.setFont(font)
    taken: list[QRect] = []
    for share, text, colour in captions:
        wide = metrics.horizontalAdvance(text)
        left = min(max(whole.left(), _along(whole, share) - wide // 2), whole.right() - wide)
        place = QRect(left, words.top(), wide + 1, words.height())
        apart = place.adjusted(-look.space("small"), 0, look.space("small"), 0)
        if any(apart.intersects(other) for other in taken):
            continue
        taken.append(place)
        painter.setPen(look.colour(colour))
        painter.drawText(place, _CENTRE, text)
