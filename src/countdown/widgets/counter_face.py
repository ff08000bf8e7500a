"""A widget with the big digits of a counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from countdown.widgets.accessibility import SpokenWidget
from countdown.widgets.digits import LINE_SHARE, Digits, Figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look


class CounterFace(SpokenWidget):
    """Paints one figure; it reads no clock and owns no timer, and repaints what changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._digits = Digits(look)
        self._spoken: Callable[[], str] = str
        self._ground = "ground"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all below is painted too
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    @property
    def figure(self) -> Figure:
        """What it shows."""
        return self._digits.figure

    @property
    def spoken(self) -> str:
        """The figure as a screen reader says it, when it is asked."""
        return self._spoken()

    def spoken_name(self) -> str:
        return f"{self.accessibleName()}: {self.spoken}"

    def set_ground(self, colour: str) -> None:
        """Say on which of the look's colours it is painted."""
        self._ground = colour
        self._lay_out()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self._lay_out()

    def set_figure(
        self,
        days: str,
        unit: str,
        clock: str,
        spoken: Callable[[], str],
        *,
        is_apart: bool = False,
    ) -> None:
        """Show a figure; only what differs from the last one is painted again."""
        self._spoken = spoken
        changed = self._digits.set_figure(Figure(days, unit, clock, is_apart))
        if not changed.isEmpty():
            self.update(changed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), round(self._look.size("digits") * LINE_SHARE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), round(self._look.size("digits") * LINE_SHARE * 0.8))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        self._digits.lay_out(self._look, self._ground, self.rect())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dirty, digits = event.rect(), self._digits
        if digits.clock_room.contains(dirty):  # on paper it is never painted by parts
            digits.paint_seconds(painter, dirty, self.devicePixelRatioF())
        else:
            painter.setClipRect(dirty)
            painter.setBackground(self._look.colour(self._ground))
            painter.eraseRect(dirty)
            digits.paint(painter, dirty)
        painter.end()
