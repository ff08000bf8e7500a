"""Draws what happens in a flight as one row of a time line: date, day, a dot on a line, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.highlight_list import HighlightRole
from countdown.models.phrases import tr
from countdown.widgets.look import SCROLL_BAR_PX
from countdown.widgets.own_mark import mark_room, paint_mark
from countdown.widgets.row_state import is_chosen, is_focused, is_hovered

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ONE_LINE: Final = 760
"""From this width on, at scale 1, a row has one line; narrower ones have two."""
INSET: Final = 10
"""From the edge of a row to its texts."""
_RAIL: Final = 40
"""The room of the line with its dots."""


class HighlightDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only.

    A full dot is computed, a ring is told by a source; the word beside it says so too.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._width = 0

    def set_look(self, look: Look) -> None:
        self._look = look

    def set_width(self, width: int) -> None:
        """Take the width of the view, in pixels: it decides how high the rows are."""
        self._width = width

    @property
    def is_wide(self) -> bool:
        """Whether rows have one line."""
        return self._width >= self._look.px(_ONE_LINE)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._look.px(36 if self.is_wide else 50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = self._look
        row = option.rect.adjusted(0, 0, -look.px(SCROLL_BAR_PX), 0)
        inner = row.adjusted(look.px(INSET), 0, -look.px(INSET), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen(option, index) or is_hovered(option):
            painter.fillRect(row, look.colour("panel"))
        if self.is_wide:
            self._paint_wide(painter, inner, index)
        else:
            self._paint_narrow(painter, inner, index)
        if is_focused(option):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("accent"))
            painter.drawRect(row.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_wide(self, painter: QPainter, row: QRect, index: _Index) -> None:
        look = self._look
        small, dim = look.font("small"), look.colour("dim")
        dates = QFontMetrics(small).horizontalAdvance("00 MMM 0000 – 00 MMM 0000") + look.px(12)
        days = QFontMetrics(small).horizontalAdvance("day 000–000")
        painter.setPen(look.colour(_tone(index)))
        when = QRect(row.left(), row.top(), dates, row.height())
        day = QRect(when.right() + 1, row.top(), days, row.height())
        self._write(painter, when, small, str(index.data(HighlightRole.WHEN)))
        painter.setPen(dim)
        painter.setFont(small)
        painter.drawText(day, _RIGHT, str(index.data(HighlightRole.DAY)))
        rail = QRect(day.right() + 1, row.top(), look.px(_RAIL), row.height())
        self._paint_rail(painter, rail, row.center().y(), index)
        rest = QRect(rail.right() + 1, row.top(), row.right() - rail.right(), row.height())
        rest.setWidth(rest.width() - self._write_origin(painter, rest, index))
        painter.setPen(look.colour(_tone(index)))
        title = look.font("lead", bold=bool(index.data(HighlightRole.IS_NEXT)))
        taken = self._write(painter, rest, title, str(index.data())) + look.px(14)
        if rest.width() - taken > look.px(80):
            painter.setPen(dim)
            detail = rest.adjusted(taken, 0, 0, 0)
            self._write(painter, detail, small, str(index.data(HighlightRole.DETAIL)))

    def _paint_narrow(self, painter: QPainter, row: QRect, index: _Index) -> None:
        look = self._look
        small, dim = look.font("small"), look.colour("dim")
        above = QRect(row.left(), row.top() + look.px(6), row.width(), look.px(20))
        rail = QRect(row.left() - look.px(INSET), row.top(), look.px(_RAIL), row.height())
        self._paint_rail(painter, rail, above.center().y(), index)
        above.setLeft(rail.right() + 1)
        below = above.translated(0, above.height())
        painter.setPen(look.colour(_tone(index)))
        title = look.font("lead", bold=bool(index.data(HighlightRole.IS_NEXT)))
        self._write(painter, above, title, str(index.data()))
        below.setWidth(below.width() - self._write_origin(painter, below, index))
        painter.setPen(dim)
        parts = (index.data(HighlightRole.WHEN), index.data(HighlightRole.DAY))
        self._write(painter, below, small, " · ".join(str(part) for part in parts if part))

    def _paint_rail(self, painter: QPainter, rail: QRect, height: int, index: _Index) -> None:
        """Draw the piece of the line that belongs to this row, and its dot."""
        look = self._look
        past, coming = index.data(HighlightRole.IS_PAST), index.data(HighlightRole.IS_NEXT)
        middle = rail.center().x()
        top = height if index.data(HighlightRole.IS_FIRST) else rail.top()
        end = height if index.data(HighlightRole.IS_LAST) else rail.bottom() + 1
        width = look.px(1)
        line = look.colour("track")
        painter.fillRect(QRect(middle - width // 2, top, width, end - top), line)
        colour = look.colour("accent" if coming else "bar" if past else "text")
        computed = bool(index.data(HighlightRole.IS_COMPUTED))
        radius = look.px(5 if coming else 4) - (0 if computed else look.px(1) / 2)
        painter.setPen(Qt.PenStyle.NoPen if computed else QPen(colour, look.px(1.6)))
        painter.setBrush(colour if computed else look.colour("ground"))
        painter.drawEllipse(QPointF(middle + 0.5, height + 0.5), radius, radius)

    def _write_origin(self, painter: QPainter, line: QRect, index: _Index) -> int:
        """Write at the right where it is known from, and "next"; return the width it takes."""
        look = self._look
        caption = look.font("caption")
        origin = str(index.data(HighlightRole.ORIGIN))
        painter.setFont(caption)
        painter.setPen(look.colour("dim"))
        painter.drawText(line, _RIGHT, origin)
        width = QFontMetrics(caption).horizontalAdvance(origin)
        taken = width + look.px(16)
        if index.data(HighlightRole.BY_YOU):
            room = mark_room(look)
            left = line.right() + 1 - width - room - look.px(6)
            paint_mark(painter, look, left, line.center().y(), look.colour("dim"))
            taken += room
        if index.data(HighlightRole.IS_NEXT):
            bold = look.font("caption", bold=True)
            painter.setFont(bold)
            painter.setPen(look.colour("accent"))
            painter.drawText(line.adjusted(0, 0, look.px(4) - taken, 0), _RIGHT, tr("next"))
            taken += QFontMetrics(bold).horizontalAdvance(tr("next")) + look.px(12)
        return taken

    def _write(self, painter: QPainter, line: QRect, font: QFont, text: str) -> int:
        """Write a text at the left of a line, cut to fit, and return how wide it is."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(font)
        painter.drawText(line, _LEFT, shown)
        return metrics.horizontalAdvance(shown)


def _tone(index: _Index) -> str:
    if index.data(HighlightRole.IS_NEXT):
        return "accent"
    return "dim" if index.data(HighlightRole.IS_PAST) else "text"
