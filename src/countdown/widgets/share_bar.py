"""A thin bar for a share of a whole; what is more than the whole goes on past a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from countdown.widgets.look import Look

_THICK: Final = 5
_HIGH: Final = 9


class ShareBar(QWidget):
    """Decoration beside a figure that says the same: it is not read out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(_HIGH))

    def show_share(self, share: float | None) -> None:
        """Show a share of one, more than one against where one lies; or leave its room empty."""
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, share = self._look, self._share
        if share is None:
            return
        thick = look.px(_THICK)
        line = QRectF(0, (self.height() - thick) / 2, self.width(), thick)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(line, thick / 2, thick / 2)
        painter.setBrush(look.colour("bar"))
        done = QRectF(line)
        done.setWidth(line.width() * min(share, 1.0))
        if done.width() > 0:
            painter.drawRoundedRect(done, thick / 2, thick / 2)
        if share > 1:
            whole = line.width() / share
            tick = QRectF(whole - look.px(1), 0, look.px(2), self.height())
            painter.fillRect(tick.adjusted(-look.px(2), 0, look.px(2), 0), look.colour("panel"))
            painter.fillRect(tick, look.colour("text"))
        painter.end()
