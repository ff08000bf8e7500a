"""The list of countdowns: of an ordinary second it paints the column of signs that changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAccessible, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from countdown.models.countdown_list import CountdownRole
from countdown.widgets.glyphs import longest_tail
from countdown.widgets.still import drawn
from countdown.windows.row_view import SectionRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent, QPixmap

    from countdown.models.countdown_list import CountdownListModel, CountdownRow
    from countdown.widgets.countdown_delegate import CountdownDelegate

    _Index = QModelIndex | QPersistentModelIndex

_RUNNING: Final = [CountdownRole.TO_GO]
_SECONDS: Final = len(":59")
"""The signs that are painted anew where no minute turns: the colon may reach into their room."""


class CountdownRows(SectionRows):
    """All figures end below each other, so what a second changes of them is one narrow column.

    The column is painted past `QListView`, which asks its style and, by way of Qt, its delegate
    for each row: that costs more than all else in a second.
    """

    def __init__(self, name: str, model: CountdownListModel, delegate: CountdownDelegate) -> None:
        self._shown: list[CountdownRow] = []
        """What stands still in the rows in sight, once it is asked for."""
        self._running: list[str] = []
        """Their figures."""
        self._span = (0, 0)
        """The first of them, and the end."""
        self._places: list[QRect] = []
        self._figures: list[QRect] = []
        self._placed: tuple[int, int, QSize, int] | None = None
        self._column, self._signs = QRect(), 0
        self._columns: dict[int, QRect] = {}
        self._still: QPixmap | None = None
        """What stands still in the column of seconds, once it is painted."""
        self._endings: dict[tuple[str, bool], QPixmap] = {}
        """Their seconds, in the colour of what passed or of what is to come."""
        super().__init__(name, model, delegate)
        self._model, self._delegate = model, delegate
        self._ground_place = QWidget()  # made in Python: `has_in_sight` tells why
        self._ground_place.setBackgroundRole(QPalette.ColorRole.Base)
        self._ground_place.setAutoFillBackground(True)
        self._ground_place.setMouseTracking(True)
        self.setViewport(self._ground_place)

    def reset(self) -> None:
        self._running, self._column = [], QRect()  # the rows may be others
        super().reset()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        changed = None
        if roles == _RUNNING:
            changed = self._take_over()
        else:
            self._running = []
        column = QRect() if changed is None else changed
        if column is not self._column:
            self._column = column
        if changed is None or QAccessible.isActive():
            super().dataChanged(first, last, roles)
        if changed is not None:
            self._ground_place.update(changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        if event.rect() != self._column or self.hasFocus():
            self._forget_still()  # words, colours or the screen may be others
            super().paintEvent(event)
            return
        if not self._shown:
            self._shown = self._model.rows(*self._span)
        ratio = self._ground_place.devicePixelRatioF()
        painter = QPainter(self._ground_place)
        # A picture may begin between two pixels, and where a minute turns it comes seldom again.
        if ratio.is_integer() and self._signs == _SECONDS:
            self._paint_column(painter, ratio)
        else:
            self._paint_still(painter)
            tails = [one[-self._signs :] for one in self._running]
            self._delegate.paint_figures(self._figures, self._shown, tails, painter)
        painter.end()

    def _forget_still(self) -> None:
        self._shown = []
        self._columns.clear()
        self._still = None
        self._endings.clear()

    def _paint_still(self, painter: QPainter) -> None:
        for place, row in zip(self._places, self._shown, strict=True):
            self._delegate.paint_still(painter, place, row)

    def _paint_column(self, painter: QPainter, ratio: float) -> None:
        """Paint the seconds, as pictures: the next minute has the same."""
        column, endings = self._column, self._endings
        left = column.left()
        if self._still is None:
            self._still = self._drawn(column, ratio, self._paint_still)
        painter.drawPixmap(left, column.top(), self._still)
        for place, row, figure in zip(self._figures, self._shown, self._running, strict=True):
            ending = figure[-_SECONDS:]
            picture = endings.get((ending, row.is_past))
            if picture is None:
                room = QRect(left, place.top(), column.width(), place.height())
                write = partial(self._delegate.paint_figures, (place,), (row,), (ending,))
                picture = endings[ending, row.is_past] = self._drawn(room, ratio, write)
            painter.drawPixmap(left, place.top(), picture)

    def _drawn(self, room: QRect, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
        return drawn(room, ratio, self.palette().color(QPalette.ColorRole.Base), draw)

    def _take_over(self) -> QRect | None:
        """Take the figures in sight over, and return the column that changed; None for more."""
        is_placed = self._has_placed()
        before, self._running = self._running, self._model.figures(*self._span)
        tail = longest_tail(before, self._running) if is_placed else None
        if tail is None:
            return None
        if not tail:
            return QRect()
        # The sign before them may reach into their room.
        signs = max(len(tail) + 1, _SECONDS)
        if signs != self._signs:
            self._signs = signs
        column = self._columns.get(signs)
        if column is None:
            column = self._delegate.room(self._places[0], tail.rjust(signs - 1, "0"))
            column.setBottom(self._places[-1].bottom())
            column = self._columns[signs] = column & self._ground_place.rect()
        return column

    def _has_placed(self) -> bool:
        """Say whether the rows in sight are where they were; else find where they are."""
        high, above, room = self._delegate.height, self.verticalOffset(), self._ground_place.size()
        placed = (high, above, room, self._model.rowCount())
        if placed == self._placed:
            return True
        self._placed = placed
        self._forget_still()
        end = min(self._model.rowCount(), -(-(above + room.height()) // high))
        self._span = above // high, end
        self._places = [
            QRect(0, place * high - above, room.width(), high) for place in range(*self._span)
        ]
        self._figures = [self._delegate.figure_place(one) for one in self._places]
        return False
