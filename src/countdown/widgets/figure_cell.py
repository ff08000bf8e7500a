"""One figure among others that count the same time: chosen, its sentence can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from countdown.models.phrases import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureCell(QRadioButton):
    """Paints a figure above since when and until when it stands; arrows lead to the others."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figure, self._since, self._until = "", "", ""
        self._caption = ""
        self._is_captioned = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def set_captioned(self, captioned: bool) -> None:
        """Write the caption into the cell, where no heading stands above it."""
        if captioned != self._is_captioned:
            self._is_captioned = captioned
            self.updateGeometry()
            self.update()

    def show_figure(self, caption: str, title: str, words: tuple[str, str, str]) -> None:
        """Show figure, since and until; ``title`` and ``caption`` are what it counts, and how."""
        if (caption, words) == (self._caption, (self._figure, self._since, self._until)):
            return
        self._caption = caption
        self._figure, self._since, self._until = words
        self.setAccessibleName(f"{title}, {caption}: {', '.join(words)}")
        self.setToolTip(tip(", ".join(words[1:])))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(170), self._look.px(98 if self._is_captioned else 82))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, rect = self._look, self.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left, width = look.px(10), rect.width() - look.px(16)
        top = look.px(8)
        if self._is_captioned:
            painter.setPen(look.colour("dim"))
            painter.setFont(look.font("caption", bold=True))
            painter.drawText(QRect(left, top, width, look.px(16)), _LEFT, self._caption)
            top += look.px(16)
        painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        painter.setFont(self._fitting_font(width))
        painter.drawText(QRect(left, top, width, look.px(34)), _LEFT, self._figure)
        top += look.px(34)
        painter.setPen(look.colour("dim"))
        font = look.font("caption")
        painter.setFont(font)
        metrics = QFontMetrics(font)
        for text in (self._since, self._until):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, look.px(16)), _LEFT, shown)
            top += look.px(16)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look = self._look
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = look.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(look.colour("raised"))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), max(1, look.px(1.5))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)

    def _fitting_font(self, width: int) -> QFont:
        """The figure's font, smaller where words are long."""
        largest, smallest = self._look.size("figure"), self._look.size("caption")
        for pixels in range(largest, smallest, -self._look.px(2)):
            font = self._look.font_px(pixels, bold=True)
            if QFontMetrics(font).horizontalAdvance(self._figure) <= width:
                return font
        return self._look.font("caption", bold=True)
