"""Draws a countdown: what happens and whom it passes, how far it is, when it comes."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.countdown_list import CountdownRole, CountdownRow
from countdown.models.own_words import marked
from countdown.widgets.own_mark import mark_room, paint_mark
from countdown.widgets.row_state import is_focused
from countdown.widgets.still import Still

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountdownDelegate(QStyledItemDelegate):
    """Reads one role and ``option`` only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._still = Still()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._still.forget()
        self._beside = look.px(14)  # clear of the scroll bar
        self._line = look.px(7), look.px(21)
        self._height = look.px(54)
        self._font = look.font("row")
        self._colour, self._past_colour = look.colour("text"), look.colour("dim")

    @property
    def height(self) -> int:
        """How high each row is."""
        return self._height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(CountdownRole.ROW)
        self.paint_still(painter, option.rect, row)
        self.paint_figures((self.figure_place(option.rect),), (row,), (row.to_go,), painter)
        if is_focused(option):
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -self._beside - 1, -1))

    def paint_still(self, painter: QPainter, rect: QRect, row: CountdownRow) -> None:
        """Paint all of a row but its running figure and its focus."""
        rect = rect.adjusted(0, 0, -self._beside, 0)
        key = (row.words, len(row.to_go), row.is_past)
        self._still.paint(painter, rect, key, partial(self._paint_words, row))

    def paint_figures(
        self,
        places: Iterable[QRect],
        rows: Iterable[CountdownRow],
        figures: Iterable[str],
        painter: QPainter,
    ) -> None:
        """Paint running figures, or what they end in, each in its `figure_place`."""
        painter.setFont(self._font)
        inked = None
        for place, row, figure in zip(places, rows, figures, strict=True):
            if row.is_past is not inked:
                inked = row.is_past
                painter.setPen(self._past_colour if inked else self._colour)
            painter.drawText(place, _RIGHT, figure)

    def figure_place(self, rect: QRect) -> QRect:
        """Return what the running figure of a row stands at the right of."""
        return self._above(rect.adjusted(0, 0, -self._beside, 0))

    def room(self, rect: QRect, tail: str) -> QRect:
        """Return where the last signs of a row's running figure are painted."""
        width = ceil(QFontMetricsF(self._font).horizontalAdvance(tail)) + 2
        place = self.figure_place(rect)
        place.setLeft(place.right() + 1 - width)
        return place

    def _above(self, rect: QRect) -> QRect:
        down, height = self._line
        return QRect(rect.left(), rect.top() + down, rect.width(), height)

    def _paint_words(self, row: CountdownRow, painter: QPainter, rect: QRect) -> None:
        """Paint all but the running figure."""
        look, words = self._look, row.words
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        above = self._above(rect)
        below = QRect(rect.left(), above.bottom() + 1, rect.width(), look.px(18))
        painter.setPen(self._past_colour if row.is_past else self._colour)
        figure = "0" * len(row.to_go)  # all digits have one width
        room = mark_room(look) if words.own else 0
        title = above.adjusted(0, 0, -room, 0)
        end = self._paint_rest(painter, title, self._font, words.title, figure)
        dim = look.colour("dim")
        if words.own:
            paint_mark(painter, look, end, above.center().y(), dim)
        painter.setPen(dim)
        small = look.font("small")
        self._paint_rest(painter, below, small, marked(words.detail, words.own), words.target)
        painter.drawText(below, _RIGHT, words.target)

    def _paint_rest(
        self, painter: QPainter, line: QRect, font: QFont, text: str, taken: str
    ) -> int:
        """Write ``text`` into what ``taken`` leaves of the line, and return where it ends."""
        metrics = QFontMetrics(font)
        painter.setFont(font)
        room = line.width() - metrics.horizontalAdvance(taken) - self._look.px(16)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, _LEFT, shown)
        return line.left() + metrics.horizontalAdvance(shown)
