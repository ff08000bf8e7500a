"""Draws the rows of a record: its holders one after another, and the ranking with thin bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.change_list import ChangeRole
from countdown.models.standing_list import StandingRole
from countdown.widgets.look import SCROLL_BAR_PX
from countdown.widgets.own_mark import mark_room, paint_mark
from countdown.widgets.row_state import is_chosen, is_focused, is_hovered

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QFont

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
INSET: Final = 12
"""From the edge of a row to its texts; a view stands so far out that they meet the margin."""


class _RowDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only."""

    HEIGHT: int

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def set_look(self, look: Look) -> None:
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._look.px(self.HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        row = QRect(option.rect)
        row.setRight(option.widget.width() - look.px(SCROLL_BAR_PX))
        inner = row.adjusted(look.px(INSET), 0, -look.px(INSET), 0)
        chosen = is_chosen(option, index)
        painter.save()
        if chosen or is_hovered(option):
            painter.fillRect(row, look.colour("panel"))
        if chosen:
            mark = QRect(row.left(), row.top(), look.px(3), row.height())
            painter.fillRect(mark, look.colour("accent"))
        self.paint_row(painter, inner, index, chosen=chosen)
        if is_focused(option):
            painter.setPen(look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(0, 0, -1, -1))
        painter.restore()

    def paint_row(self, painter: QPainter, row: QRect, index: _Index, *, chosen: bool) -> None:
        """Draw the texts of a row into the room inside its insets."""
        raise NotImplementedError

    def line(self, row: QRect, top: float, height: float) -> QRect:
        look = self._look
        return QRect(row.left(), row.top() + look.px(top), row.width(), look.px(height))

    def write(self, painter: QPainter, line: QRect, font: QFont, text: str) -> int:
        """Write a text at the left of a line, cut to fit, and return how wide it is."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(font)
        painter.drawText(line, _LEFT, shown)
        return metrics.horizontalAdvance(shown)


class HolderDelegate(_RowDelegate):
    """Draws a change of holder: who and when, whom they passed, how long they held it."""

    HEIGHT = 54

    def paint_row(self, painter: QPainter, row: QRect, index: _Index, *, chosen: bool) -> None:
        look = self._look
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), look.colour("line"))
        now = bool(index.data(ChangeRole.IS_NOW))
        painter.setPen(look.colour("text"))
        above, below = self.line(row, 7, 21), self.line(row, 28, 18)
        date, held = str(index.data(ChangeRole.DATE)), str(index.data(ChangeRole.HELD))
        colour = look.colour("text")
        end = self._write_pair(
            painter, above, look.font("row", bold=chosen), str(index.data()), date, colour
        )
        if index.data(ChangeRole.BY_YOU):
            paint_mark(painter, look, end, above.center().y(), look.colour("dim"))
        painter.setPen(look.colour("dim"))
        colour = look.colour("accent" if now else "dim")
        detail = str(index.data(ChangeRole.DETAIL))
        self._write_pair(painter, below, look.font("small"), detail, held, colour)

    def _write_pair(
        self, painter: QPainter, line: QRect, font: QFont, left: str, right: str, colour: QColor
    ) -> int:
        """Write at both ends of a line; what stands right is in ``colour``, and never cut.

        It returns where what stands left ends.
        """
        taken = QFontMetrics(font).horizontalAdvance(right) + self._look.px(16)
        room = line.adjusted(0, 0, -taken - mark_room(self._look), 0)
        end = line.left() + self.write(painter, room, font, left)
        painter.setPen(colour)
        painter.drawText(line, _RIGHT, right)
        return end


class StandingDelegate(_RowDelegate):
    """Draws a place in a ranking: its number, who, which flight, how long, and a thin bar."""

    HEIGHT = 42

    def paint_row(self, painter: QPainter, row: QRect, index: _Index, *, chosen: bool) -> None:
        look = self._look
        up = bool(index.data(StandingRole.IS_UP))
        line = self.line(row, 7, 22)
        small, large = look.font("small"), look.font("row", bold=chosen)
        names = line.adjusted(look.px(50), 0, 0, 0)
        rank = QRect(line.left(), line.top(), look.px(38), line.height())
        painter.setFont(small)
        painter.setPen(look.colour("dim"))
        painter.drawText(rank, _RIGHT, str(index.data(StandingRole.RANK)))
        metrics = QFontMetrics(small)
        clock = max(map(metrics.horizontalAdvance, ("00:00:00", index.data(StandingRole.CLOCK))))
        painter.setPen(look.colour("accent" if up else "dim"))
        painter.drawText(line, _RIGHT, str(index.data(StandingRole.CLOCK)))
        days = str(index.data(StandingRole.DAYS))
        figures = line.adjusted(0, 0, -clock - look.px(12), 0)
        painter.setFont(large)
        painter.setPen(look.colour("text"))
        painter.drawText(figures, _RIGHT, days)
        taken = clock + look.px(12 + 16) + QFontMetrics(large).horizontalAdvance(days)
        names.setRight(names.right() - taken)
        after = self.write(painter, names, large, str(index.data()))
        if index.data(StandingRole.BY_YOU):
            left, middle = names.left() + after, names.center().y()
            paint_mark(painter, look, left, middle, look.colour("dim"))
            after += mark_room(look)
        after += look.px(12)
        if names.width() - after > look.px(60):
            painter.setPen(look.colour("dim"))
            rest = names.adjusted(after, 0, 0, 0)
            self.write(painter, rest, small, str(index.data(StandingRole.DETAIL)))
        self._paint_bar(painter, row.adjusted(look.px(50), 0, 0, 0), index, up=up)

    def _paint_bar(self, painter: QPainter, row: QRect, index: _Index, *, up: bool) -> None:
        look = self._look
        bar = QRect(row.left(), row.bottom() - look.px(6), row.width(), look.px(2))
        painter.fillRect(bar, look.colour("track"))
        bar.setWidth(round(bar.width() * float(index.data(StandingRole.SHARE))))
        painter.fillRect(bar, look.colour("accent" if up else "bar"))
