"""How many people were in orbit, from the first flight to the last known: one line of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.widgets.axes import date_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from countdown.core.moments import Instant
    from countdown.widgets.look import Look


class CrowdStrip(QWidget):
    """What lies behind the instant that is shown is darker than what it does not know yet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: Sequence[tuple[Instant, int]] = ()
        self._at = 0
        self._now = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(180))

    def show_steps(self, steps: Sequence[tuple[Instant, int]]) -> None:
        """Show how many people were up from each of these instants on."""
        self._steps = steps
        most = max((count for _, count in steps), default=0)
        self.setAccessibleName(
            tr("People in orbit through the years, at most {}").format(phrases.number(most))
        )
        self.update()

    def show_instant(self, at: Instant) -> None:
        """Move to another instant; it is painted again when a pixel of it moves."""
        self._at = at
        if self._steps and self._along(at) != self._now:
            self._now = self._along(at)
            self.update()

    def _plot(self) -> QRect:
        look = self._look
        return self.rect().adjusted(look.px(34), look.px(30), -look.px(2), -look.px(24))

    def _along(self, at: int) -> int:
        first, last = self._steps[0][0], self._steps[-1][0]
        plot = self._plot()
        share = (at - first) / max(1, last - first)
        return plot.left() + round(plot.width() * min(1.0, max(0.0, share)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        plot, look = self._plot(), self._look
        self._paint_words(painter, plot)
        most = max(count for _, count in self._steps)
        now = self._along(self._at)
        highest: dict[int, int] = {}
        last, before = plot.left(), 0
        for at, count in self._steps:
            along = self._along(at)
            for place in range(last, along):
                highest[place] = max(highest.get(place, 0), before)
            highest[along] = max(highest.get(along, 0), before, count)
            last, before = along, count
        for along, count in highest.items():
            high = round(plot.height() * count / most)
            colour = look.colour("bar" if along <= now else "track")
            painter.fillRect(QRect(along, plot.bottom() - high + 1, 1, high), colour)
        painter.fillRect(QRect(now, plot.top(), look.px(2), plot.height()), look.colour("accent"))
        painter.end()

    def _paint_words(self, painter: QPainter, plot: QRect) -> None:
        look = self._look
        painter.setPen(look.colour("dim"))
        painter.setFont(look.font("caption", bold=True, spaced=True))
        painter.drawText(0, QFontMetrics(painter.font()).ascent(), tr("People in orbit"))
        font = look.font("caption")
        painter.setFont(font)
        high = QFontMetrics(font).height()
        most = max(count for _, count in self._steps)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for count in range(0, most + 1, max(5, -(-most // 20) * 5)):
            level = plot.bottom() - round(plot.height() * count / most)
            painter.fillRect(QRect(plot.left(), level, plot.width(), 1), look.colour("line"))
            words = QRect(0, level - high // 2, plot.left() - look.space("small"), high)
            painter.drawText(words, side, phrases.number(count))
        first, last = self._steps[0][0], self._steps[-1][0]
        for mark in date_marks(first, last, max(2, plot.width() // look.px(110))):
            wide = QFontMetrics(font).horizontalAdvance(mark.text)
            left = min(self._along(mark.at) - wide // 2, plot.right() - wide)
            painter.drawText(QRect(left, plot.bottom(), wide + 1, look.px(24)), side, mark.text)
