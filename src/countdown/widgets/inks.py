"""What a board is painted with: words and bars, each with its place, as plain values."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF

from countdown.models.phrases import NO_COLON
from countdown.widgets.glyphs import shape_of
from countdown.widgets.look import type_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from countdown.core.boxes import Box
    from countdown.widgets.look import Look

CAP: Final = 0.75
"""How high capitals and digits of the app's font are, as a share of its size."""
ASCENT: Final = 0.98
DESCENT: Final = 0.36
_LARGE: Final = 64
"""From this size on Qt paints letters as shapes, which takes its time."""
_FIGURE: Final = frozenset(f"0123456789:,.{NO_COLON}")


class Words(NamedTuple):
    """One line of text on its baseline, ``pixels`` high; ``spaced`` are headings in capitals."""

    left: int
    baseline: int
    text: str
    pixels: int
    colour: str = "text"
    bold: bool = False
    spaced: bool = False

    @property
    def font(self) -> QFont:
        return _font(self.pixels, self.bold, self.spaced)

    @property
    def width(self) -> int:
        return width_of(self.text, self.pixels, bold=self.bold, spaced=self.spaced)

    @property
    def rect(self) -> QRect:
        """All that may be painted."""
        top = self.baseline - ceil(self.pixels * ASCENT)
        height = ceil(self.pixels * (ASCENT + DESCENT))
        return QRect(self.left - 2, top, self.width + 4, height)

    def changed_from(self, before: Words) -> QRect:
        """Return what must be painted anew where ``before`` stood with other text of its width."""
        first = next(n for n, sign in enumerate(self.text) if sign != before.text[n])
        last = next(
            n for n in range(len(self.text), 0, -1) if self.text[n - 1] != before.text[n - 1]
        )
        start, end = (
            width_of(self.text[:n], self.pixels, bold=self.bold, spaced=self.spaced)
            for n in (first, last)
        )
        rect = self.rect
        return QRect(self.left + start - 2, rect.top(), end - start + 4, rect.height())

    def paint(self, painter: QPainter, look: Look, within: QRect) -> None:
        """Paint what lies within a box; of large digits only those that do."""
        painter.setFont(self.font)
        painter.setPen(look.colour(self.colour))
        by_signs = self.pixels >= _LARGE or NO_COLON in self.text
        if not by_signs or not _FIGURE.issuperset(self.text):
            painter.drawText(self.left, self.baseline, self.text)
            return
        left = self.left
        for sign in self.text:
            wide = width_of(sign, self.pixels, bold=self.bold)
            seen = left - 2 < within.right() and left + wide + 2 > within.left()
            if seen and sign != NO_COLON:
                painter.drawText(left, self.baseline, sign)
            left += wide


class Bar(NamedTuple):
    """A box filled with a colour; round with a ``radius``, hollow with an ``edge`` in pixels."""

    box: Box
    colour: str
    radius: float = 0
    edge: int = 0

    @property
    def rect(self) -> QRect:
        return QRect(*self.box).adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, look: Look, _within: QRect) -> None:
        colour = look.colour(self.colour)
        rect = QRect(*self.box)
        if not self.radius and not self.edge:
            painter.fillRect(rect, colour)
            return
        if self.edge:
            pen = painter.pen()
            pen.setColor(colour)
            pen.setWidth(self.edge)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = ceil(self.edge / 2)
            rect.adjust(half, half, -half, -half)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        painter.drawRoundedRect(rect, self.radius, self.radius)


Ink = Words | Bar


@lru_cache(maxsize=512)
def _font(pixels: int, bold: bool, spaced: bool) -> QFont:
    return type_of(pixels, bold=bold, spaced=spaced)


@lru_cache(maxsize=4096)
def _width(text: str, pixels: int, bold: bool, spaced: bool) -> int:
    return ceil(QFontMetricsF(_font(pixels, bold, spaced)).horizontalAdvance(text))


def width_of(text: str, pixels: int, *, bold: bool = False, spaced: bool = False) -> int:
    """Return how wide a line is; all digits are as wide, so that a second measures nothing."""
    return _width(shape_of(text), pixels, bold, spaced)


class Fit(NamedTuple):
    """A text as it fits a width: cut where it must be, its size, and how wide it is then."""

    text: str
    pixels: int
    width: int


def fitted(
    text: str, width: int, pixels: int, least: int, *, bold: bool = False, spaced: bool = False
) -> Fit:
    """Fit a text into a width: its size shrinks, but not below ``least``, where it is cut."""
    size, wide = _fitting(shape_of(text), width, pixels, least, bold, spaced)
    if wide <= width:
        return Fit(text, size, wide)
    metrics = QFontMetricsF(_font(size, bold, spaced))
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return Fit(cut, size, width_of(cut, size, bold=bold, spaced=spaced))


@lru_cache(maxsize=1024)
def _fitting(
    text: str, width: int, pixels: int, least: int, bold: bool, spaced: bool
) -> tuple[int, int]:
    """Return the size that fits best, and how wide the text is at it."""
    size, wide = pixels, _width(text, pixels, bold, spaced)
    while size > least and wide > width:
        size = max(least, min(size - 1, floor(size * width / wide)))
        wide = _width(text, size, bold, spaced)
    return size, wide
