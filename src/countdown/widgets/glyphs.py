"""Running figures painted sign by sign from pictures: a second paints only the signs it changed."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetricsF, QPaintEngine, QPainter, QPixmap

from countdown.models.phrases import NO_COLON

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont

_MOST: Final = 256
_SHAPE: Final = str.maketrans("123456789" + NO_COLON, "000000000:")
"""All digits are as wide as each other, and a clock without its colon as wide as with it."""


def shape_of(text: str) -> str:
    """Return what all texts of the same signs look like: as wide, whatever their digits."""
    return text.translate(_SHAPE)


class Glyphs:
    """The signs of one font in one colour on one ground."""

    def __init__(self, font: QFont, colour: QColor, ground: QColor) -> None:
        self._font, self._colour, self._ground = font, colour, ground
        self._metrics = QFontMetricsF(font)
        self._above = ceil(self._metrics.ascent())
        self._height = self._above + ceil(self._metrics.descent())
        self._lefts: dict[str, list[float]] = {}
        self._kept: dict[tuple[str, float, float], QPixmap] = {}

    def width(self, text: str) -> float:
        """Return how wide a text is, before it is rounded to pixels."""
        return self._places(text)[-1]

    def room(self, left: float, baseline: int, text: str) -> QRect:
        """Return all that is painted of a text."""
        return self._cell(left, baseline, self._places(text), 0, len(text))

    def changed(self, left: float, baseline: int, before: str, after: str) -> QRect | None:
        """Return what differs between two texts at a place; None where they differ in shape."""
        if shape_of(before) != shape_of(after):
            return None
        differ = [one for one, sign in enumerate(after) if sign != before[one]]
        if not differ:
            return QRect()
        return self._cell(left, baseline, self._places(after), differ[0], differ[-1] + 1)

    def paint(self, painter: QPainter, left: float, baseline: int, text: str, dirty: QRect) -> None:
        """Paint those signs of a text that are in ``dirty``, with the ground behind them.

        Where lines are kept as lines, as on paper, they are written, without a ground.
        """
        places = self._places(text)
        if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
            painter.setFont(self._font)
            painter.setPen(self._colour)
            start = 0
            for part in text.split(NO_COLON):
                painter.drawText(QPointF(left + places[start], baseline), part)
                start += len(part) + 1
            return
        ratio = painter.device().devicePixelRatioF()
        for number, sign in enumerate(text):
            cell = self._cell(left, baseline, places, number, number + 1)
            if cell.intersects(dirty):
                offset = round(left + places[number] - cell.left(), 2)
                painter.drawPixmap(cell.topLeft(), self._picture(sign, offset, cell, ratio))

    def _cell(self, left: float, baseline: int, places: list[float], first: int, end: int) -> QRect:
        start = floor(left + places[first])
        return QRect(start, baseline - self._above, floor(left + places[end]) - start, self._height)

    def _places(self, text: str) -> list[float]:
        """Where each sign begins, and where the last one ends."""
        shape = shape_of(text)
        places = self._lefts.get(shape)
        if places is None:
            if len(self._lefts) >= _MOST:
                self._lefts.clear()
            ends = range(len(shape) + 1)
            places = [self._metrics.horizontalAdvance(shape[:end]) for end in ends]
            self._lefts[shape] = places
        return places

    def _picture(self, sign: str, offset: float, cell: QRect, ratio: float) -> QPixmap:
        key = (sign, offset, ratio)
        picture = self._kept.get(key)
        if picture is None or picture.width() != round(cell.width() * ratio):
            if len(self._kept) >= _MOST:
                self._kept.clear()
            picture = QPixmap(cell.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._ground)
            painter = QPainter(picture)
            painter.setFont(self._font)
            painter.setPen(self._colour)
            painter.drawText(QPointF(offset, self._above), sign)
            painter.end()
            self._kept[key] = picture
        return picture
