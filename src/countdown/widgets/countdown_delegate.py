"""Draws a countdown: what happens and whom it passes, how far it is, when it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.countdown_list import CountdownRole
from countdown.widgets.row_state import is_focused
from countdown.widgets.still import Still

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Row(NamedTuple):
    figure: str
    target: str
    title: str
    detail: str
    is_past: bool


class CountdownDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._still = Still()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._still.forget()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._look.px(54))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        rect = option.rect.adjusted(0, 0, -look.px(14), 0)  # clear of the scroll bar
        figure = str(index.data(CountdownRole.TO_GO))
        target = str(index.data(CountdownRole.TARGET))
        if target == figure:  # a month is its own countdown
            target = ""
        row = _Row(
            "0" * len(figure),  # all digits have one width
            target,
            str(index.data()),
            str(index.data(CountdownRole.DETAIL)),
            bool(index.data(CountdownRole.IS_PAST)),
        )
        painter.save()
        self._still.paint(painter, rect, row, partial(self._paint_words, row))
        painter.setPen(look.colour("dim" if row.is_past else "text"))
        painter.setFont(look.font("row"))
        painter.drawText(self._above(rect), _RIGHT, figure)
        if is_focused(option):
            painter.setPen(look.colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _above(self, rect: QRect) -> QRect:
        look = self._look
        return QRect(rect.left(), rect.top() + look.px(7), rect.width(), look.px(21))

    def _paint_words(self, row: _Row, painter: QPainter, rect: QRect) -> None:
        """Paint all but the running figure."""
        look = self._look
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        above = self._above(rect)
        below = QRect(rect.left(), above.bottom() + 1, rect.width(), look.px(18))
        painter.setPen(look.colour("dim" if row.is_past else "text"))
        self._paint_rest(painter, above, look.font("row"), row.title, row.figure)
        painter.setPen(look.colour("dim"))
        small = look.font("small")
        self._paint_rest(painter, below, small, row.detail, row.target)
        painter.drawText(below, _RIGHT, row.target)

    def _paint_rest(
        self, painter: QPainter, line: QRect, font: QFont, text: str, taken: str
    ) -> None:
        """Write ``text`` into what ``taken`` leaves of the line."""
        metrics = QFontMetrics(font)
        painter.setFont(font)
        room = line.width() - metrics.horizontalAdvance(taken) - self._look.px(16)
        painter.drawText(line, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
