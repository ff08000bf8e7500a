"""Draws a row of the mission list: a heading, or a name, its flight, its days and a thin bar.

The bar leads from the launch to the next record, where a diamond stands at its end, a hollow one
if the flight must go on for it, else to the return; it is dotted where nothing is known to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from countdown.core.milestones import MilestoneKind
from countdown.models.mission_list import MissionRole, Section
from countdown.widgets.own_mark import mark_room, paint_mark
from countdown.widgets.row_state import is_chosen, is_focused, is_hovered

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MissionDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def set_look(self, look: Look) -> None:
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._look.px(56))  # one height for all, so that a long list is cheap

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(MissionRole.IS_HEADING):
            self._paint_heading(painter, option.rect, index)
        else:
            self._paint_mission(painter, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        look = self._look
        line = rect.adjusted(look.px(20), look.px(22), -look.px(20), -look.px(2))
        painter.setPen(look.colour("dim"))
        painter.setFont(look.font("caption", bold=True, spaced=True))
        painter.drawText(line, _LEFT, str(index.data()))
        painter.setFont(look.font("caption"))
        painter.drawText(line, _RIGHT, str(index.data(MissionRole.DETAIL)))

    def _paint_mission(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        look, rect = self._look, option.rect
        chosen = is_chosen(option, index)
        if chosen:
            painter.fillRect(rect, look.colour("raised"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), look.px(3), rect.height()), look.colour("accent")
            )
        elif is_hovered(option):
            painter.fillRect(rect, look.colour("raised"))
        inner = rect.adjusted(look.px(20), look.px(7), -look.px(20), -look.px(10))
        name_font = look.font("lead", bold=chosen)
        line = QRect(inner.left(), inner.top(), inner.width(), look.px(20))
        figure = str(index.data(MissionRole.FIGURE))
        painter.setFont(name_font)
        painter.setPen(look.colour("accent" if chosen else "text"))
        painter.drawText(line, _RIGHT, figure)
        painter.setPen(look.colour("text"))
        room = line.width() - QFontMetrics(name_font).horizontalAdvance(figure) - look.px(10)
        is_own = bool(index.data(MissionRole.BY_YOU))
        room -= mark_room(look) if is_own else 0
        name = QFontMetrics(name_font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(line, _LEFT, name)
        if is_own:
            end = line.left() + QFontMetrics(name_font).horizontalAdvance(name)
            paint_mark(painter, look, end, line.center().y(), look.colour("dim"))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("dim"))
        below = QRect(inner.left(), line.bottom() + 1, inner.width(), look.px(17))
        detail = QFontMetrics(painter.font()).elidedText(
            str(index.data(MissionRole.DETAIL)), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, _LEFT, detail)
        if index.data(MissionRole.SECTION) is Section.IN_ORBIT:
            self._paint_bar(painter, rect, index, chosen=chosen)
        if is_focused(option):
            painter.setPen(look.colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_bar(self, painter: QPainter, rect: QRect, index: _Index, *, chosen: bool) -> None:
        """The way to the next record or home so far."""
        look = self._look
        bar = QRect(
            rect.left() + look.px(20),
            rect.bottom() - look.px(6),
            rect.width() - look.px(40),
            look.px(2),
        )
        middle = bar.top() + bar.height() / 2
        progress = index.data(MissionRole.PROGRESS)
        if progress is None:
            painter.setPen(QPen(look.colour("track"), bar.height(), Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(bar.left(), middle), QPointF(bar.right(), middle))
            return
        colour = look.colour("accent" if chosen else "bar")
        if index.data(MissionRole.GOAL) == MilestoneKind.RECORD:
            half = look.px(4)
            end = QPointF(bar.right() - half, middle)
            bar.setRight(bar.right() - 3 * half)
            is_hollow = bool(index.data(MissionRole.IS_SUPPOSED))
            painter.setPen(QPen(colour, look.px(1)) if is_hollow else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else colour)
            painter.drawPolygon(_diamond(end, half))
        painter.fillRect(bar, look.colour("track"))
        bar.setWidth(round(bar.width() * progress))
        painter.fillRect(bar, colour)


def _diamond(middle: QPointF, half: float) -> QPolygonF:
    across, down = QPointF(half, 0), QPointF(0, half)
    return QPolygonF([middle - down, middle + across, middle + down, middle - across])
