"""Draws a countdown: what happens and whom it passes, how far it is, when it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.countdown_list import CountdownRole

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountdownDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def set_look(self, look: Look) -> None:
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._look.px(54))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        rect = option.rect.adjusted(0, 0, -look.px(14), 0)  # clear of the scroll bar
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        past = bool(index.data(CountdownRole.IS_PAST))
        figure_font = look.font("row")
        small = look.font("small")
        above = QRect(rect.left(), rect.top() + look.px(7), rect.width(), look.px(21))
        below = QRect(rect.left(), above.bottom() + 1, rect.width(), look.px(18))
        figure, target = str(index.data(CountdownRole.TO_GO)), str(index.data(CountdownRole.TARGET))
        if target == figure:  # a month is its own countdown
            target = ""
        painter.setPen(look.colour("dim" if past else "text"))
        painter.setFont(figure_font)
        painter.drawText(above, _RIGHT, figure)
        self._paint_rest(painter, above, figure_font, str(index.data()), figure)
        painter.setPen(look.colour("dim"))
        painter.setFont(small)
        painter.drawText(below, _RIGHT, target)
        self._paint_rest(painter, below, small, str(index.data(CountdownRole.DETAIL)), target)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_rest(
        self, painter: QPainter, line: QRect, font: QFont, text: str, taken: str
    ) -> None:
        """Write ``text`` into what ``taken`` leaves of the line."""
        metrics = QFontMetrics(font)
        room = line.width() - metrics.horizontalAdvance(taken) - self._look.px(16)
        painter.drawText(line, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
