"""Draws people beside each other: their flights as bars on one scale, under their vehicles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from countdown.models.crew_list import CrewRole, RowKind
from countdown.models.phrases import tr
from countdown.widgets.axes import length_marks

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QColor, QFont

    from countdown.models.crew_list import Bar, Scale
    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
INSET: Final = 12
"""From the edge of a row to its texts; a view stands so far out that they meet the margin."""
SCROLL_BAR: Final = 10
"""What is kept clear at the right edge of a view, whether it scrolls or not."""
WIDE: Final = 740
"""From this width on, at scale 1, the bar stands beside the name and not beneath it."""
MOST_ROOM: Final = 1.6
"""How much higher than they need to be rows become where there is room."""
_LARGE: Final = 1.4
"""From this on, the types are larger too."""
_LONGEST: Final = "9,999 d 00:00:00"
_HEIGHTS: Final = {
    RowKind.AXIS: (36, 36),
    RowKind.STATION: (48, 64),
    RowKind.VEHICLE: (32, 32),
    RowKind.PERSON: (54, 66),
}
"""Of each kind of row at scale 1: where the bar stands beside the name, and where beneath it."""


class _Places(NamedTuple):
    """Where the parts of a row are; ``middle`` is the height at which the bar lies."""

    name: QRect
    figure: QRect
    detail: QRect
    note: QRect
    bar: QRect
    middle: int


class CrewDelegate(QStyledItemDelegate):
    """Reads roles and ``option`` only."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._room = 1.0

    def set_look(self, look: Look) -> None:
        self._look = look

    def set_room(self, room: float) -> None:
        """Let rows be so many times as high as they need to be, at most `MOST_ROOM`."""
        self._room = min(MOST_ROOM, max(1.0, room))

    def natural_height(self, model: QAbstractItemModel, width: int) -> int:
        """Return how high all rows of a model are at least, in a view of that width."""
        kinds = [model.index(row, 0).data(CrewRole.KIND) for row in range(model.rowCount())]
        return sum(self._natural(kind, width) for kind in kinds)

    def _natural(self, kind: RowKind, width: int) -> int:
        return self._look.px(_HEIGHTS[kind][0 if self._is_wide(width) else 1])

    def _is_wide(self, width: int) -> bool:
        return width >= self._look.px(WIDE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        kind = index.data(CrewRole.KIND)
        room = self._room if kind is RowKind.PERSON else min(self._room, 1.25)
        return QSize(0, int(self._natural(kind, option.widget.width()) * room))

    def figure_rect(self, row: QRect, width: int) -> QRect:
        """Return where a row's figure is, which changes each second, in a view of that width."""
        return self._places(self._inner(row, width), width).figure

    def _inner(self, row: QRect, width: int) -> QRect:
        look = self._look
        inset = look.px(INSET)
        return QRect(inset, row.top(), width - look.px(SCROLL_BAR) - 2 * inset, row.height())

    def _font(self, size: str, large: str, *, bold: bool = False) -> QFont:
        return self._look.font(large if self._room >= _LARGE else size, bold=bold)

    def _places(self, inner: QRect, width: int) -> _Places:
        look = self._look
        figure = QFontMetrics(self._figure_font).horizontalAdvance(_LONGEST)
        line = look.px(30 if self._room >= _LARGE else 22)
        small = look.px(20 if self._room >= _LARGE else 18)
        if not self._is_wide(width):
            free = max(0, inner.height() - line - small - look.px(13)) // 2
            top = QRect(inner.left(), inner.top() + free, inner.width(), line)
            below = QRect(inner.left(), top.bottom() + look.px(13), inner.width(), small)
            name = top.adjusted(0, 0, -figure - look.space("small"), 0)
            bar = QRect(inner.left(), inner.top(), inner.width(), inner.height())
            half = below.adjusted(0, 0, -below.width() // 2, 0)
            return _Places(
                name,
                QRect(inner.right() - figure + 1, top.top(), figure, line),
                half,
                below.adjusted(half.width(), 0, 0, 0),
                bar,
                top.bottom() + look.px(6),
            )
        free = max(0, inner.height() - line - small) // 2
        top = QRect(inner.left(), inner.top() + free, inner.width(), line)
        below = QRect(inner.left(), top.bottom() + 1, inner.width(), small)
        texts = min(look.px(340), max(look.px(250), round(inner.width() * 0.3)))
        gap = look.px(24)
        bar = QRect(
            inner.left() + texts, inner.top(),
            inner.width() - texts - figure - gap, inner.height(),
        )  # fmt: skip
        return _Places(
            QRect(top.left(), top.top(), texts - gap, line),
            QRect(inner.right() - figure + 1, top.top(), figure, line),
            QRect(below.left(), below.top(), texts - gap, small),
            QRect(bar.left(), below.top(), inner.right() - bar.left(), small),
            bar,
            top.center().y(),
        )

    @property
    def _figure_font(self) -> QFont:
        return self._font("row", "heading")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        width = option.widget.width()
        inner = self._inner(option.rect, width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        kind = index.data(CrewRole.KIND)
        inset = self._look.px(INSET)
        edge = inner.adjusted(-inset, 0, inset, 0)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(edge, self._look.colour("panel"))
        if kind in (RowKind.AXIS, RowKind.PERSON):
            self._paint_shade(painter, self._places(inner, width).bar, index)
        if kind is RowKind.AXIS:
            self._paint_axis(painter, self._places(inner, width).bar, index)
        elif kind is RowKind.PERSON:
            self._paint_person(painter, inner, width, index, chosen=chosen)
        else:
            self._paint_heading(painter, inner, width, index)
        if chosen:
            painter.fillRect(
                QRect(edge.left(), edge.top(), self._look.px(3), edge.height()),
                self._look.colour("accent"),
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(edge.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_heading(self, painter: QPainter, inner: QRect, width: int, index: _Index) -> None:
        """A station or a vehicle; the words of the scale stand beside or beneath a station's."""
        look = self._look
        is_station = index.data(CrewRole.KIND) is RowKind.STATION
        wide = self._is_wide(width)
        title = (
            look.font("heading", bold=True)
            if is_station
            else look.font("caption", bold=True, spaced=True)
        )
        painter.fillRect(QRect(inner.left(), inner.top(), inner.width(), 1), look.colour("line"))
        line = QRect(inner)
        if is_station:
            line.setHeight(look.px(44))
            line.moveBottom(inner.bottom() - (0 if wide else look.px(18)))
        count, note = str(index.data(CrewRole.DETAIL)), str(index.data(CrewRole.NOTE))
        places = self._places(inner, width)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("dim"))
        painter.drawText(line, _RIGHT, note)
        taken = QFontMetrics(look.font("small")).horizontalAdvance(note) + look.space("gap")
        has_scale = is_station and index.data(CrewRole.SCALE).length > 1
        if has_scale and wide:
            taken = inner.width() - (places.bar.left() - inner.left()) + look.space("gap")
        after = self._write(
            painter,
            line.adjusted(0, 0, -taken, 0),
            title,
            str(index.data()),
            "text" if is_station else "dim",
        )
        count_font = look.font("heading" if is_station else "caption")
        self._write(
            painter, line.adjusted(after + look.space("small"), 0, 0, 0), count_font, count, "dim"
        )
        if has_scale:
            words = QRect(places.bar)
            words.setTop(line.top() + look.px(2) if wide else inner.bottom() - look.px(20))
            self._paint_marks(painter, words, index.data(CrewRole.SCALE))

    def _write(self, painter: QPainter, line: QRect, font: QFont, text: str, colour: str) -> int:
        """Write at the left of a line, cut to fit, and return how wide that is."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(line, _LEFT, shown)
        return metrics.horizontalAdvance(shown)

    def _paint_marks(self, painter: QPainter, words: QRect, scale: Scale) -> None:
        """Write the round lengths of the scale."""
        look = self._look
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("dim"))
        metrics = painter.fontMetrics()
        for mark in length_marks(scale.length, max(1, words.width() // look.px(90))):
            along = words.left() + round(words.width() * mark.at / scale.length)
            wide = metrics.horizontalAdvance(mark.text)
            left = min(max(words.left(), along - wide // 2), words.right() - wide)
            painter.drawText(QRect(left, words.top(), wide + 1, words.height()), _CENTRE, mark.text)

    def _paint_person(
        self, painter: QPainter, inner: QRect, width: int, index: _Index, *, chosen: bool
    ) -> None:
        look = self._look
        places = self._places(inner, width)
        painter.setFont(self._figure_font)
        painter.setPen(look.colour("text"))
        painter.drawText(places.figure, _RIGHT, str(index.data(CrewRole.FIGURE)))
        name = self._font("row", "heading", bold=chosen)
        self._write(painter, places.name, name, str(index.data()), "text")
        small = self._font("small", "lead")
        note = str(index.data(CrewRole.NOTE))
        if self._is_wide(width):
            self._write(painter, places.detail, small, str(index.data(CrewRole.DETAIL)), "dim")
            self._write(painter, places.note, small, note, "dim")
        else:
            self._paint_both(painter, places, small, str(index.data(CrewRole.DETAIL)), note)
        self._paint_bar(painter, places, index, chosen=chosen)

    def _paint_both(
        self, painter: QPainter, places: _Places, font: QFont, detail: str, note: str
    ) -> None:
        """Write at both ends of one line; the note is the one that is whole."""
        line = places.detail.united(places.note)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(note, Qt.TextElideMode.ElideRight, line.width())
        taken = metrics.horizontalAdvance(shown)
        painter.setFont(font)
        painter.setPen(self._look.colour("dim"))
        painter.drawText(line, _RIGHT, shown)
        left = line.adjusted(0, 0, -taken - self._look.space("gap"), 0)
        if left.width() > self._look.px(60):
            self._write(painter, left, font, detail, "dim")

    def _paint_bar(
        self, painter: QPainter, places: _Places, index: _Index, *, chosen: bool
    ) -> None:
        bar: Bar | None = index.data(CrewRole.BAR)
        if bar is None:
            return
        look, whole = self._look, places.bar
        thick = look.px(6 if self._room >= _LARGE or self._is_wide(whole.width() * 2) else 4)
        top = places.middle - thick // 2
        ends = [whole.left() + round(whole.width() * one) for one in bar[:3]]
        scale: Scale = index.data(CrewRole.SCALE)
        if scale.first is None:
            self._paint_ticks(painter, whole, top + thick, scale)
        painter.fillRect(
            QRect(ends[0], top, max(1, ends[2] - ends[0]), thick), look.colour("track")
        )
        done = look.colour("accent" if chosen else "bar")
        painter.fillRect(QRect(ends[0], top, ends[1] - ends[0], thick), done)
        for along, is_on, points_up in (
            (ends[0], bar.went_up, True),
            (ends[2], bar.came_down, False),
        ):
            if is_on:
                self._paint_arrow(painter, QPointF(along, top + thick / 2), points_up=points_up)
        if (now := index.data(CrewRole.NOW)) is not None:
            self._paint_now(painter, whole, now, look.colour("accent"))

    def _paint_ticks(self, painter: QPainter, whole: QRect, top: int, scale: Scale) -> None:
        look = self._look
        for mark in length_marks(scale.length, max(1, whole.width() // look.px(90))):
            along = whole.left() + round(whole.width() * mark.at / scale.length)
            painter.fillRect(QRect(along, top, 1, look.px(4)), look.colour("track"))

    def _paint_arrow(self, painter: QPainter, tip: QPointF, *, points_up: bool) -> None:
        """A triangle that points up where somebody went up, and down where they came down."""
        half = self._look.px(6)
        way = -half if points_up else half
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text"))
        foot = tip.y() - way
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(tip.x(), tip.y() + way),
                    QPointF(tip.x() - half, foot),
                    QPointF(tip.x() + half, foot),
                ]
            )
        )

    def _paint_shade(self, painter: QPainter, whole: QRect, index: _Index) -> None:
        """The vehicle's own flight, behind all rows."""
        scale: Scale = index.data(CrewRole.SCALE)
        if scale.shade is None:
            return
        look = self._look
        left, right = (whole.left() + round(whole.width() * one) for one in scale.shade)
        painter.fillRect(
            QRect(left, whole.top(), max(1, right - left), whole.height()), look.colour("panel")
        )
        for along in (left, right):
            painter.fillRect(QRect(along, whole.top(), 1, whole.height()), look.colour("line"))

    def _paint_now(self, painter: QPainter, whole: QRect, now: float, colour: QColor) -> None:
        along = whole.left() + round(whole.width() * now)
        painter.fillRect(QRect(along, whole.top(), self._look.px(1), whole.height()), colour)

    def _paint_axis(self, painter: QPainter, whole: QRect, index: _Index) -> None:
        """Write the dates of the scale and where now is, the most needed first."""
        look = self._look
        scale: Scale = index.data(CrewRole.SCALE)
        captions = [(share, text, "dim") for share, text in scale.captions]
        if (now := index.data(CrewRole.NOW)) is not None:
            captions.insert(0, (now, tr("now"), "accent"))
            self._paint_now(
                painter, whole.adjusted(0, look.px(24), 0, 0), now, look.colour("accent")
            )
        font = look.font("caption")
        metrics = QFontMetrics(font)
        taken: list[tuple[int, int]] = []
        painter.setFont(font)
        for share, text, colour in captions:
            wide = metrics.horizontalAdvance(text)
            along = whole.left() + round(whole.width() * share)
            left = min(max(whole.left(), along - wide // 2), whole.right() - wide)
            ends = left - look.space("small"), left + wide + look.space("small")
            if any(ends[0] < other[1] and other[0] < ends[1] for other in taken):
                continue
            taken.append(ends)
            painter.setPen(look.colour(colour))
            painter.drawText(QRect(left, whole.top(), wide + 1, look.px(24)), _CENTRE, text)
