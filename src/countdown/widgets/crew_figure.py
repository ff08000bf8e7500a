"""A figure that ticks: painted, so that no listener is told of each second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from countdown.widgets.look import Look

_WIDEST: Final = "T\N{MINUS SIGN} 9,999 d 00:00:00"


class TickingFigure(QWidget):
    """One line of digits under a caption that stands beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("figure", bold=True))
        return QSize(metrics.horizontalAdvance(_WIDEST), metrics.height())

    def show_figure(self, text: str, spoken: str) -> None:
        """Show digits; ``spoken`` is what a listener is told, without what changes each second."""
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
        if text != self.text:
            self.text = text
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._look.font("figure", bold=True))
        painter.setPen(self._look.colour("text"))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text
        )
        painter.end()
