"""The small pencil beside what the user has stated; words say so too, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from countdown.widgets.look import Look

_GAP: Final = 7
_SIZE: Final = 11
_SHAFT: Final = ((0.24, 0.56), (0.70, 0.10), (0.90, 0.30), (0.44, 0.76))
_TIP: Final = ((0.16, 0.64), (0.36, 0.84), (0.06, 0.94))
"""Both as shares of the mark's square."""


def mark_room(look: Look) -> int:
    """Return how wide the mark is, with the gap before it."""
    return look.px(_GAP) + look.px(_SIZE)


def paint_mark(painter: QPainter, look: Look, left: float, middle: float, colour: QColor) -> None:
    """Paint the mark behind a text that ends at ``left``, around the height ``middle``."""
    paint_pencil(painter, left + look.px(_GAP), middle, look.px(_SIZE), colour)


def paint_pencil(
    painter: QPainter, left: float, middle: float, size: float, colour: QColor
) -> None:
    """Paint a pencil into a square of ``size``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, middle - size / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for shape in (_SHAFT, _TIP):
        painter.drawPolygon(QPolygonF([QPointF(x * size, y * size) for x, y in shape]))
    painter.restore()


class OwnMark(QWidget):
    """The mark beside a label, which says what it means."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        size = self._look.px(_SIZE)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._look.px(_SIZE)
        paint_pencil(painter, 0, size / 2, size, self._look.colour("dim"))
        painter.end()
