"""Draws people beside each other: their flights as bars on one scale, under their vehicles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.crew_list import CrewRole
from countdown.models.crew_rows import RowKind
from countdown.widgets.crew_bars import (
    paint_axis,
    paint_bar,
    paint_marks,
    paint_now,
    paint_shade,
)
from countdown.widgets.crew_places import MOST_ROOM, RowMeasure
from countdown.widgets.own_mark import mark_room, paint_mark
from countdown.widgets.row_state import is_chosen, is_focused, is_hovered

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QFont

    from countdown.widgets.crew_places import Places
    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CrewDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.room = 1.0

    def set_look(self, look: Look) -> None:
        self._look = look

    def set_room(self, room: float) -> None:
        """Let rows be so many times as high as they need to be, within reason."""
        self.room = min(MOST_ROOM, max(1.0, room))

    def natural_height(self, model: QAbstractItemModel, width: int) -> int:
        """Return how high all rows of a model are at least, in a view of that width."""
        measure = RowMeasure(self._look, width)
        kinds = [model.index(row, 0).data(CrewRole.KIND) for row in range(model.rowCount())]
        return sum(measure.height(kind) for kind in kinds)

    def figure_rect(self, row: QRect, width: int) -> QRect:
        """Return where a row's figure is, which changes each second, in a view of that width."""
        measure = self._measure(width)
        return measure.places(measure.inner(row)).figure

    def _measure(self, width: int) -> RowMeasure:
        return RowMeasure(self._look, width, self.room)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, self._measure(option.widget.width()).height(index.data(CrewRole.KIND)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, measure = self._look, self._measure(option.widget.width())
        inner = measure.inner(option.rect)
        inset = inner.left()
        edge = inner.adjusted(-inset, 0, inset, 0)
        chosen = is_chosen(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or is_hovered(option):
            painter.fillRect(edge, look.colour("panel"))
        match index.data(CrewRole.KIND):
            case RowKind.AXIS:
                whole, scale = measure.places(inner).bar, index.data(CrewRole.SCALE)
                whole.setTop(inner.top())
                whole.setBottom(inner.bottom())
                if measure.is_wide:
                    paint_shade(painter, whole, scale, look)
                paint_axis(painter, whole, scale, index.data(CrewRole.NOW), look)
            case RowKind.PERSON:
                self._paint_person(painter, measure, inner, index, chosen=chosen)
            case RowKind.STATION:
                self._paint_station(painter, measure, inner, index)
            case RowKind.VEHICLE:
                title = look.font("caption", bold=True, spaced=True)
                self._paint_heading(painter, inner, (title, look.font("caption"), "dim"), index)
        if chosen:
            mark = QRect(edge.left(), edge.top(), look.px(3), edge.height())
            painter.fillRect(mark, look.colour("accent"))
        if is_focused(option):
            painter.setPen(look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(edge.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_station(
        self, painter: QPainter, measure: RowMeasure, inner: QRect, index: _Index
    ) -> None:
        """The name, with the words of the scale beside it or beneath."""
        look = self._look
        scale = index.data(CrewRole.SCALE)
        fonts = look.font("heading", bold=True), look.font("row"), "text"
        whole = measure.places(inner).bar
        if scale.length <= 1:
            self._paint_heading(painter, inner, fonts, index)
            return
        below = 0 if measure.is_wide else look.px(22)
        line = inner.adjusted(0, 0, 0, -below)
        self._paint_heading(painter, line, fonts, index, until=whole.left() if not below else 0)
        words = QRect(whole.left(), line.top() + look.px(3), whole.width(), line.height())
        if below:
            words.setTop(line.bottom() - look.px(2))
            words.setBottom(inner.bottom())
        paint_marks(painter, words, scale, look)

    def _paint_heading(
        self,
        painter: QPainter,
        line: QRect,
        dress: tuple[QFont, QFont, str],
        index: _Index,
        until: int = 0,
    ) -> None:
        """A title and its count in two fonts and a colour, and a note at the right.

        The title ends at ``until``, where it is given.
        """
        look = self._look
        title, other, colour = dress
        painter.fillRect(QRect(line.left(), line.top(), line.width(), 1), look.colour("line"))
        note, small = str(index.data(CrewRole.NOTE)), look.font("small")
        painter.setFont(small)
        painter.setPen(look.colour("dim"))
        painter.drawText(line, _RIGHT, note)
        count, gap = f"· {index.data(CrewRole.DETAIL)}", look.space("small")
        right = until or line.right() - QFontMetrics(small).horizontalAdvance(note)
        taken = QFontMetrics(other).horizontalAdvance(count) + 2 * gap
        room = QRect(line.left(), line.top(), right - line.left() - taken, line.height())
        after = self._write(painter, room, title, str(index.data()), colour)
        rest = QRect(line.left() + after + gap, line.top(), taken, line.height())
        self._write(painter, rest, other, count, "dim")

    def _paint_person(
        self, painter: QPainter, measure: RowMeasure, inner: QRect, index: _Index, *, chosen: bool
    ) -> None:
        look = self._look
        places, scale = measure.places(inner), index.data(CrewRole.SCALE)
        paint_shade(painter, places.bar, scale, look)
        name = measure.font("row", "heading", bold=chosen)
        by_you = bool(index.data(CrewRole.BY_YOU))
        room = places.name.adjusted(0, 0, -mark_room(look) if by_you else 0, 0)
        end = room.left() + self._write(painter, room, name, str(index.data()), "text")
        if by_you:
            paint_mark(painter, look, end, room.center().y(), look.colour("dim"))
        painter.setFont(measure.font("row", "heading"))
        painter.drawText(places.figure, _RIGHT, str(index.data(CrewRole.FIGURE)))
        words = self._paint_words(painter, measure, places, index)
        paint_now(painter, places.bar, index.data(CrewRole.NOW), words, look)
        thick = look.px(6 if measure.is_wide else 4)
        line = QRect(places.bar.left(), places.middle - thick // 2, places.bar.width(), thick)
        colour = "accent" if chosen else "bar"
        paint_bar(painter, line, index.data(CrewRole.BAR), scale, look, colour)

    def _paint_words(
        self, painter: QPainter, measure: RowMeasure, places: Places, index: _Index
    ) -> QRect:
        """Write both lines of words, and return what a line must not cross.

        Where they share one line, the note is the one that is whole.
        """
        font = measure.font("small", "lead")
        detail, note = str(index.data(CrewRole.DETAIL)), str(index.data(CrewRole.NOTE))
        if measure.is_wide:
            self._write(painter, places.detail, font, detail, "dim")
            wide = self._write(painter, places.note, font, note, "dim")
            return QRect(places.note.left(), places.note.top(), wide, places.note.height())
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(note, Qt.TextElideMode.ElideRight, places.note.width())
        painter.setFont(font)
        painter.setPen(self._look.colour("dim"))
        painter.drawText(places.note, _RIGHT, shown)
        taken = metrics.horizontalAdvance(shown) + self._look.space("gap")
        left = places.detail.adjusted(0, 0, -taken, 0)
        if left.width() > self._look.px(60):
            self._write(painter, left, font, detail, "dim")
        return QRect()

    def _write(self, painter: QPainter, line: QRect, font: QFont, text: str, colour: str) -> int:
        """Write at the left of a line, cut to fit, and return how wide that is."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(line, _LEFT, shown)
        return metrics.horizontalAdvance(shown)
