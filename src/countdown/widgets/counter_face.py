"""The big digits of a counter: days huge, the clock at half that height, on one baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy

from countdown.widgets.accessibility import SpokenWidget
from countdown.widgets.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look

_LINE_SHARE: Final = 1.1
"""What the line is higher than its digits' size: room for the comma of 1,111 days."""
_CLOCK_SHARE: Final = 0.55
_UNIT_SHARE: Final = 0.28
_GAP_SHARE: Final = 0.17
_LEAST_PX: Final = 20
_LEAST_UNIT_PX: Final = 9


class CounterFace(SpokenWidget):
    """Paints one figure; it reads no clock and owns no timer, and repaints what changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days, self._unit, self._clock = "0", "", ""
        self._spoken = ""
        self._ground = "ground"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all below is painted too
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._measure()

    @property
    def spoken(self) -> str:
        """The figure as a screen reader says it, when it is asked."""
        return self._spoken

    def spoken_name(self) -> str:
        return f"{self.accessibleName()}: {self._spoken}"

    def set_ground(self, colour: str) -> None:
        """Say on which of the look's colours it is painted."""
        self._ground = colour
        self._measure()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self._measure()

    def set_figure(self, days: str, unit: str, clock: str, spoken: str) -> None:
        """Show a figure; only what differs from the last one is painted again."""
        self._spoken = spoken
        if (days, unit, len(clock)) != (self._days, self._unit, len(self._clock)):
            self._days, self._unit, self._clock = days, unit, clock
            self._measure()
        elif clock != self._clock:
            place = round(self._clock_left), self._baseline
            changed = self._glyphs.changed(*place, self._clock, clock)
            self._clock = clock
            self.update(changed or self.rect())

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), round(self._look.size("digits") * _LINE_SHARE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), round(self._look.size("digits") * _LINE_SHARE * 0.8))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._measure()

    def _measure(self) -> None:
        """Find the largest digits that fit, and where each part begins."""
        size = min(self._look.size("digits"), max(_LEAST_PX, round(self.height() / _LINE_SHARE)))
        width = self._width_at(size)
        if width > self.width() > 0:
            size = max(_LEAST_PX, int(size * self.width() / width))
        self._width_at(size)
        self._baseline = round((self.height() + QFontMetricsF(self._days_font).capHeight()) / 2)
        self.update()

    def _width_at(self, size: int) -> float:
        """Set the fonts for days of ``size`` pixels, and return how wide all parts are."""
        self._days_font = self._font(size, bold=True)
        self._unit_font = self._font(max(_LEAST_UNIT_PX, size * _UNIT_SHARE))
        self._glyphs = Glyphs(
            self._font(size * _CLOCK_SHARE),
            self._look.colour("text"),
            self._look.colour(self._ground),
        )
        gap = size * _GAP_SHARE
        self._unit_left = QFontMetricsF(self._days_font).horizontalAdvance(self._days) + gap * 0.7
        unit_width = QFontMetricsF(self._unit_font).horizontalAdvance(self._unit)
        self._clock_left = self._unit_left + unit_width + gap * 1.3
        if not self._clock:
            return self._clock_left
        return self._clock_left + self._glyphs.width(self._clock)

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        return self._look.font_px(size, bold=bold)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dirty, left = event.rect(), round(self._clock_left)
        if not self._glyphs.room(left, self._baseline, self._clock).contains(dirty):
            painter.setClipRect(dirty)
            painter.fillRect(dirty, self._look.colour(self._ground))
            self._paint_days(painter)
        self._glyphs.paint(painter, left, self._baseline, self._clock, dirty)
        painter.end()

    def _paint_days(self, painter: QPainter) -> None:
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._days_font)
        painter.drawText(0, self._baseline, self._days)
        painter.setPen(self._look.colour("dim"))
        painter.setFont(self._unit_font)
        painter.drawText(round(self._unit_left), self._baseline, self._unit)
