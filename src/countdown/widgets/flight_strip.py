"""A flight as one line from launch to return, with a dot where it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from countdown.widgets.look import Look


class FlightStrip(QWidget):
    """Paints a share of a line under three captions; no share where the end is not known."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[tuple[str, str, str], float | None] = (("", "", ""), None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(38))

    def show_span(self, captions: tuple[str, str, str], share: float | None) -> None:
        """Show how much lies behind, under words at the start, the middle and the end.

        It is painted again when a pixel of it moves.
        """
        if share is not None:
            share = round(share * max(1, self.width())) / max(1, self.width())
        if (captions, share) != self._shown:
            self._shown = (captions, share)
            self.setAccessibleName(", ".join(filter(None, captions)))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        captions, share = self._shown
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("dim"))
        painter.setFont(look.font("caption"))
        words = QRectF(0, 0, self.width(), look.px(18))
        side = Qt.AlignmentFlag
        for caption, where in zip(
            captions, (side.AlignLeft, side.AlignHCenter, side.AlignRight), strict=True
        ):
            painter.drawText(words, where, caption)
        thick, dot = look.px(4), look.px(7)
        middle = look.px(28)
        line = QRectF(0, middle - thick / 2, self.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(line, thick / 2, thick / 2)
        if share is not None:
            painter.setBrush(look.colour("accent"))
            line.setWidth(line.width() * share)
            painter.drawRoundedRect(line, thick / 2, thick / 2)
            centre = min(max(line.right(), dot), self.width() - dot)
            painter.drawEllipse(QPointF(centre, middle), dot, dot)
        painter.end()
