"""A line of days to drag a return along, with a tick where each record would fall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look

_MONTH: Final = 30


class ReturnSlider(QSlider):
    """Its value is a day; arrows move it by one, the page keys by a month."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._ticks: tuple[float, ...] = ()
        self._known: int | None = None
        self._share = 0.0
        self.setSingleStep(1)
        self.setPageStep(_MONTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def set_marks(self, ticks: Sequence[float], known: int | None, share: float) -> None:
        """Take the days at which records fall, and that of the return as known.

        ``share`` is how much of its day is over when a return comes.
        """
        self._ticks, self._known, self._share = tuple(ticks), known, share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(40))

    def _left(self) -> float:
        return self._look.px(12)

    def _x_of(self, day: float) -> float:
        room = max(1, self.maximum() - self.minimum())
        share = (day - self.minimum()) / room
        return self._left() + share * (self.width() - 2 * self._left())

    def day_at(self, x: float) -> int:
        """Return the day that a point of the line stands for."""
        share = (x - self._left()) / max(1, self.width() - 2 * self._left())
        share = min(1.0, max(0.0, share))
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setValue(self.day_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self.day_at(event.position().x()))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, middle = self._look, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, thick = self._x_of(self.value()), look.px(4)
        line = QRectF(self._left(), middle - thick / 2, self.width() - 2 * self._left(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(line, thick / 2, thick / 2)
        line.setRight(here)
        colour = look.colour("accent" if self.isEnabled() else "dim")
        painter.setBrush(colour)
        painter.drawRoundedRect(line, thick / 2, thick / 2)
        self._paint_marks(painter, middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(here, middle), look.px(9), look.px(9))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("text"), max(1, look.px(1.5))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(here, middle), look.px(11), look.px(11))
        painter.end()

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        """A tick for each record, in the accent once it has fallen; a ring for the known return."""
        look, high = self._look, self._look.px(11)
        for day in self._ticks:
            if self.minimum() <= day <= self.maximum():
                fallen = day < self.value() + self._share
                painter.setPen(QPen(look.colour("accent" if fallen else "dim"), look.px(2)))
                x = self._x_of(day)
                painter.drawLine(QPointF(x, middle - high), QPointF(x, middle + high))
        if self._known is not None and self.minimum() <= self._known <= self.maximum():
            painter.setPen(QPen(look.colour("text"), look.px(2)))
            painter.setBrush(look.colour("ground"))
            painter.drawEllipse(QPointF(self._x_of(self._known), middle), look.px(5), look.px(5))
