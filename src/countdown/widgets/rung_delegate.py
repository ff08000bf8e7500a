"""Draws a rung: its rank, whose it is, the figure, a bar on the common scale, and the gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.ladder_list import LadderRole
from countdown.widgets.own_mark import mark_room, paint_mark
from countdown.widgets.row_state import is_focused, is_hovered

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HEIGHT = 46
"""Of a rung, at scale 1."""


class _Places(NamedTuple):
    rank: QRect
    line: QRect
    bar: QRect
    below: QRect


class RungDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def set_look(self, look: Look) -> None:
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._look.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        places = self._places(option.rect)
        own = bool(index.data(LadderRole.IS_OWN))
        live = own and bool(index.data(LadderRole.IS_LIVE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_hovered(option):
            painter.fillRect(option.rect, look.colour("raised"))
        if index.data(LadderRole.SKIPS):
            painter.setPen(QPen(look.colour("dim"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        name_font = look.font("lead", bold=own)
        figure = str(index.data(LadderRole.FIGURE))
        painter.setPen(look.colour("dim"))
        painter.setFont(look.font("small"))
        painter.drawText(places.rank, _LEFT, str(index.data(LadderRole.RANK)))
        painter.setPen(look.colour("accent" if live else "text"))
        painter.setFont(name_font)
        painter.drawText(places.line, _RIGHT, figure)
        painter.setPen(look.colour("text"))
        taken = QFontMetrics(name_font).horizontalAdvance(figure)
        by_you = bool(index.data(LadderRole.BY_YOU))
        line = places.line.adjusted(0, 0, -mark_room(look) if by_you else 0, 0)
        end = line.left() + self._write(painter, line, name_font, str(index.data()), taken)
        if by_you:
            paint_mark(painter, look, end, line.center().y(), look.colour("dim"))
        painter.setPen(look.colour("dim"))
        gap_font = look.font("caption")
        painter.setFont(gap_font)
        self._write(painter, places.below, gap_font, str(index.data(LadderRole.GAP)), 0)
        self._paint_bar(painter, places.bar, float(index.data(LadderRole.SHARE)), live=live)
        if is_focused(option):
            painter.setPen(look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _places(self, row: QRect) -> _Places:
        look = self._look
        left = row.left() + look.px(38)
        width = row.right() - look.px(14) - left
        top = row.top() + look.px(3)
        line = QRect(left, top, width, look.px(20))
        bar = QRect(left, line.bottom() + look.px(2), width, look.px(4))
        below = QRect(left, bar.bottom() + look.px(1), width, look.px(15))
        return _Places(
            QRect(row.left() + look.px(4), top, look.px(34), line.height()), line, bar, below
        )

    def _write(self, painter: QPainter, line: QRect, font: QFont, text: str, taken: int) -> int:
        """Write ``text`` into what ``taken`` pixels at the right leave of the line."""
        metrics = QFontMetrics(font)
        room = line.width() - (taken + self._look.px(12) if taken else 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, _LEFT, shown)
        return metrics.horizontalAdvance(shown)

    def _paint_bar(self, painter: QPainter, bar: QRect, share: float, *, live: bool) -> None:
        look = self._look
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setBrush(look.colour("accent" if live else "bar"))
        filled = QRectF(bar)
        filled.setWidth(max(bar.height(), bar.width() * share))
        painter.drawRoundedRect(filled, radius, radius)
