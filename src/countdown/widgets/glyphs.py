"""Running figures painted sign by sign from pictures: a second paints only the signs it changed."""

from __future__ import annotations

from bisect import bisect_left
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEngine, QPainter, QPixmap

from countdown.models.phrases import NO_COLON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont

_MOST: Final = 256
_DIGITS: Final = "0123456789"
_SHAPE: Final = str.maketrans("123456789" + NO_COLON, "000000000:")
"""All digits are as wide as each other, and a clock without its colon as wide as with it."""


def shape_of(text: str) -> str:
    """Return what all texts of the same signs look like: as wide, whatever their digits."""
    return text.translate(_SHAPE)


def tail_changed(before: str, after: str) -> str | None:
    """Return what ``after`` ends in, from the first sign that differs; None for another shape."""
    start = len(after)
    if len(before) != start:
        return None
    while before[:start] != after[:start]:
        start -= 1
    tail = after[start:]
    return tail if not tail or _are_alike(before[start:], tail) else None


def longest_tail(before: Sequence[str], after: Sequence[str]) -> str | None:
    """Return the longest `tail_changed` of texts, each with its own; None for other shapes."""
    if [len(one) for one in before] != [len(one) for one in after]:
        return None
    longest, signs = "", 0
    for old, new in zip(before, after, strict=True):
        while old[: len(new) - signs] != new[: len(new) - signs]:
            signs += 1
            longest = new[-signs:]
    ends = ["".join([one[-signs:] for one in texts]) for texts in (before, after)]
    return longest if not signs or _are_alike(*ends) else None


def _are_alike(one: str, other: str) -> bool:
    """Say whether two texts are of one shape; nearly always all of their signs are digits."""
    both = one + other
    return (both.isdecimal() and both.isascii()) or shape_of(one) == shape_of(other)


class Glyphs:
    """The signs of one font in one colour on one ground; a clock has no ``letters``."""

    def __init__(
        self, font: QFont, colour: QColor, ground: QColor, *, letters: bool = True
    ) -> None:
        self._font, self._colour, self._ground = font, colour, ground
        self._metrics = QFontMetricsF(font)
        above, below = self._metrics.ascent(), self._metrics.descent()
        if not letters:
            above, below = self._metrics.capHeight() + 1, 1
        self._above = ceil(above)
        self._height = self._above + ceil(below)
        self._lefts: dict[str, list[float]] = {}
        self._placed: tuple[str, list[float]] = ("", [0.0])
        """The last text that was asked for, and its places."""
        self._strips: dict[tuple[str, float, float], QPixmap] = {}
        self._cells: dict[tuple[float, float, int, str, float], tuple[QRect, QPixmap, QRect]] = {}
        self._digit = ceil(self._metrics.horizontalAdvance("0")) + 1

    def width(self, text: str) -> float:
        """Return how wide a text is, before it is rounded to pixels."""
        return self._places(text)[-1]

    def room(self, left: float, baseline: int, text: str) -> QRect:
        """Return all that is painted of a text."""
        return self._cell(left, baseline, self._places(text), 0, len(text))

    def changed(self, left: float, baseline: int, before: str, after: str) -> QRect | None:
        """Return what differs between two texts at a place; None where they differ in shape."""
        tail = tail_changed(before, after)
        if tail is None:
            return None
        if not tail:
            return QRect()
        end = len(after)
        first = end - len(tail)
        while before[end - 1] == after[end - 1]:
            end -= 1
        places = self._places(before)  # those of the other as well
        self._placed = after, places
        return self._cell(left, baseline, places, first, end)

    def paint(self, painter: QPainter, at: QPointF, text: str, dirty: QRect) -> None:
        """Paint those signs of a text that are in ``dirty``, with the ground behind them.

        It begins ``at`` a place on the baseline. Where lines are kept as lines, as on paper, it is
        written, without a ground.
        """
        if painter.paintEngine().type() is QPaintEngine.Type.Raster:
            self.paint_signs(painter, at, text, dirty, painter.device().devicePixelRatioF())
        else:
            left, baseline, places = at.x(), round(at.y()), self._places(text)
            painter.setFont(self._font)
            painter.setPen(self._colour)
            start = 0
            for part in text.split(NO_COLON):
                painter.drawText(QPointF(left + places[start], baseline), part)
                start += len(part) + 1

    def paint_signs(
        self, painter: QPainter, at: QPointF, text: str, dirty: QRect, ratio: float
    ) -> None:
        """Paint as `paint` does, on a screen or picture of so many pixels to one of the look."""
        left, baseline, places = at.x(), round(at.y()), self._places(text)
        # A cell begins at the pixel that its place is in, so it may begin before the place.
        first = max(0, bisect_left(places, dirty.left() + 1 - left) - 1)
        end = bisect_left(places, dirty.right() + 1 - left)
        for number, sign in enumerate(text[first:end], start=first):
            key = (left + places[number], left + places[number + 1], baseline, sign, ratio)
            kept = self._cells.get(key)
            if kept is None:
                if len(self._cells) >= _MOST:
                    self._cells.clear()
                kept = self._cells[key] = self._picture(*key)
            painter.drawPixmap(*kept)

    def _picture(
        self, left: float, right: float, baseline: int, sign: str, ratio: float
    ) -> tuple[QRect, QPixmap, QRect]:
        """Return where a sign is painted, and the picture and the part of it that has it."""
        cell = QRect(floor(left), baseline - self._above, floor(right) - floor(left), self._height)
        strip, step = self._strip(sign, round((left - cell.left()) * 4) / 4, ratio)
        shift = step * _DIGITS.index(sign) if sign in _DIGITS else 0
        return cell, strip, QRect(QPoint(shift, 0), cell.size() * ratio)

    def _cell(self, left: float, baseline: int, places: list[float], first: int, end: int) -> QRect:
        start = floor(left + places[first])
        return QRect(start, baseline - self._above, floor(left + places[end]) - start, self._height)

    def _places(self, text: str) -> list[float]:
        """Where each sign begins, and where the last one ends."""
        if text == self._placed[0]:
            return self._placed[1]
        shape = shape_of(text)
        places = self._lefts.get(shape)
        if places is None:
            if len(self._lefts) >= _MOST:
                self._lefts.clear()
            ends = range(len(shape) + 1)
            places = [self._metrics.horizontalAdvance(shape[:end]) for end in ends]
            self._lefts[shape] = places
        self._placed = text, places
        return places

    def _strip(self, sign: str, offset: float, ratio: float) -> tuple[QPixmap, int]:
        """Return a picture of a sign, of a digit with all digits, and how far apart they are."""
        signs = _DIGITS if sign in _DIGITS else sign
        width = self._digit if signs is _DIGITS else ceil(self._metrics.horizontalAdvance(sign)) + 1
        key = (signs, offset, ratio)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _MOST:
                self._strips.clear()
            strip = QPixmap(QSize(width * len(signs), self._height) * ratio)
            strip.setDevicePixelRatio(ratio)
            strip.fill(self._ground)
            painter = QPainter(strip)
            painter.setFont(self._font)
            painter.setPen(self._colour)
            for number, one in enumerate(signs):
                painter.drawText(QPointF(width * number + offset, self._above), one)
            painter.end()
            self._strips[key] = strip
        return strip, round(width * ratio)
