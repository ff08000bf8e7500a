"""The list of countdowns: of an ordinary second it paints the column of signs that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from countdown.models.countdown_list import CountdownRole
from countdown.widgets.glyphs import tail_changed
from countdown.windows.row_view import SectionRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent

    from countdown.models.countdown_list import CountdownListModel, CountdownRow
    from countdown.widgets.countdown_delegate import CountdownDelegate

    _Index = QModelIndex | QPersistentModelIndex

_RUNNING: Final = [CountdownRole.TO_GO]


class CountdownRows(SectionRows):
    """All figures end below each other, so what a second changes of them is one narrow column.

    The column is painted past `QListView`, which asks its style and, by way of Qt, its delegate
    for each row: that costs more than all else in a second.
    """

    def __init__(self, name: str, model: CountdownListModel, delegate: CountdownDelegate) -> None:
        self._shown: list[CountdownRow] = []
        self._places: list[QRect] = []
        self._figures: list[QRect] = []
        self._placed: tuple[int, ...] = ()
        self._column, self._signs = QRect(), 0
        self._still: QPixmap | None = None
        """What stands still in the column, once it is painted."""
        super().__init__(name, model, delegate)
        self._model, self._delegate = model, delegate
        self._ground_place = QWidget()  # made in Python: `has_in_sight` tells why
        self._ground_place.setBackgroundRole(QPalette.ColorRole.Base)
        self._ground_place.setAutoFillBackground(True)
        self._ground_place.setMouseTracking(True)
        self.setViewport(self._ground_place)

    def reset(self) -> None:
        self._shown, self._column = [], QRect()  # the rows may be others
        super().reset()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        changed = None
        if roles == _RUNNING:
            changed = self._take_over()
        else:
            self._shown = []
        if changed != self._column:
            self._column, self._still = changed or QRect(), None
        if changed is None or QAccessible.isActive():
            super().dataChanged(first, last, roles)
        if changed is not None:
            self._ground_place.update(changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        if event.rect() != self._column or self.hasFocus():
            self._still = None  # colours or the screen may be others
            super().paintEvent(event)
            return
        painter = QPainter(self._ground_place)
        if self._still is None:
            self._still = self._still_column(self._ground_place.devicePixelRatioF())
        if self._still.isNull():
            self._paint_still(painter)
        else:
            painter.drawPixmap(self._column.topLeft(), self._still)
        self._delegate.paint_figures(painter, self._figures, self._shown, self._signs)
        painter.end()

    def _paint_still(self, painter: QPainter) -> None:
        for place, row in zip(self._places, self._shown, strict=True):
            self._delegate.paint_still(painter, place, row)

    def _still_column(self, ratio: float) -> QPixmap:
        """Paint what stands still; nothing where a column may begin between two pixels."""
        if not ratio.is_integer():
            return QPixmap()
        still = QPixmap(self._column.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(self.palette().color(QPalette.ColorRole.Base))
        painter = QPainter(still)
        painter.translate(-self._column.topLeft())
        self._paint_still(painter)
        painter.end()
        return still

    def _take_over(self) -> QRect | None:
        """Take the rows in sight over, and return the column that changed; None for more."""
        is_placed = self._has_placed()
        first = self._placed[1] // self._placed[0]
        before = self._shown
        self._shown = [self._model.row(first + place) for place in range(len(self._places))]
        if not is_placed or len(before) != len(self._shown):
            return None
        longest = ""
        for old, new in zip(before, self._shown, strict=True):
            tail = tail_changed(old.to_go, new.to_go)
            if tail is None:
                return None
            if len(tail) > len(longest):
                longest = tail
        if not longest:
            return QRect()
        self._signs = len(longest) + 1  # the sign before them may reach into their room
        column = self._delegate.room(self._places[0], longest)
        column.setBottom(self._places[-1].bottom())
        return column & self._ground_place.rect()

    def _has_placed(self) -> bool:
        """Say whether the rows in sight are where they were; else find where they are."""
        high, above, room = self._delegate.height, self.verticalOffset(), self._ground_place.size()
        placed = (high, above, room.width(), room.height(), self._model.rowCount())
        if placed == self._placed:
            return True
        self._placed = placed
        end = min(self._model.rowCount(), -(-(above + room.height()) // high))
        self._places = [
            QRect(0, place * high - above, room.width(), high)
            for place in range(above // high, end)
        ]
        self._figures = [self._delegate.figure_place(one) for one in self._places]
        return False
