"""A record through time, painted: each holder's reign at the height of the mark they set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from countdown.core.moments import FIRST
from countdown.models.change_list import ChangeRole
from countdown.models.phrases import tr
from countdown.widgets.record_plot import Drawing, Measures, draw

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from countdown.core.moments import Instant
    from countdown.models.change_list import ChangeListModel
    from countdown.widgets.look import Look

_SIZE: Final = "caption"
_REACH_PX: Final = 12
PAD_PX: Final = 10
"""From the frame that shows the focus to the axes, at the left and the right."""
_LATER: Final = (Qt.Key.Key_Right, Qt.Key.Key_Up)
_EARLIER: Final = (Qt.Key.Key_Left, Qt.Key.Key_Down)
_TAKE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordLine(QWidget):
    """Shows the rows of a `ChangeListModel`, and shares its selection with a list of them.

    Signals: ``named_changed`` when it names another reign, ``activated`` with the index of the
    one that was clicked or taken by Enter.
    """

    named_changed = Signal()
    activated = Signal(QModelIndex)

    def __init__(
        self,
        model: ChangeListModel,
        selection: QItemSelectionModel,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._look = look
        self._at = FIRST
        self._drawing: Drawing | None = None
        self._pointed = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._forget)
        selection.currentChanged.connect(self._rename)
        self._rename()

    @property
    def named_row(self) -> int:
        """The row that is pointed at, else the selected one, else that of the holder now."""
        if 0 <= self._pointed < self._model.rowCount():
            return self._pointed
        return max(0, self._selection.currentIndex().row())

    @property
    def drawing(self) -> Drawing | None:
        """What is painted; None while nobody holds the record."""
        if self._drawing is None and self._model.rowCount():
            rows = [self._model.index(row) for row in range(self._model.rowCount())]
            self._drawing = draw(
                [row.data(ChangeRole.REIGN) for row in rows],
                [row.data(ChangeRole.LABEL) for row in rows],
                self._at,
                QSizeF(self.width() - 2 * self._pad.x(), self.height() - 2 * self._pad.y()),
                self._measures(),
            )
        return self._drawing

    @property
    def _pad(self) -> QPointF:
        """Where what is drawn begins."""
        return QPointF(self._look.px(PAD_PX), self._look.px(PAD_PX / 2))

    def _measures(self) -> Measures:
        plain = QFontMetricsF(self._look.font(_SIZE))
        bold = QFontMetricsF(self._look.font(_SIZE, bold=True))
        return Measures(
            plain.height(), self._look.px(6), plain.horizontalAdvance, bold.horizontalAdvance
        )

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(230))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(110))

    def show_until(self, at: Instant) -> None:
        """Let the line end at ``at``; it is drawn anew when that moves a pixel."""
        drawing = self._drawing
        if drawing is None or abs(at - self._at) >= drawing.seconds_per_pixel / 2:
            self._at = at
            self._redraw()

    def _redraw(self) -> None:
        self._drawing = None
        self.update()

    def _forget(self) -> None:
        """The rows are others: nothing is pointed at until the mouse moves."""
        self._pointed = -1
        self._redraw()
        self._rename()

    def _rename(self) -> None:
        self.update()
        index = self._model.index(self.named_row)
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or ""
        name = tr("Time line of the record")
        self.setAccessibleName(f"{name}: {spoken}" if spoken else name)
        self.named_changed.emit()

    def row_at(self, position: QPointF) -> int:
        """Return the row of the change next to a position, else of the reign below it; or -1."""
        drawing = self.drawing
        if drawing is None:
            return -1
        position = position - self._pad
        starts = [course[0] for course in drawing.courses]
        distances = [(start - position).manhattanLength() for start in starts]
        nearest = min(range(len(starts)), key=distances.__getitem__)
        if distances[nearest] <= self._look.px(_REACH_PX):
            return nearest
        if not drawing.area.left() <= position.x() <= drawing.area.right() + self._look.px(8):
            return -1
        later = (row for row, start in enumerate(starts) if start.x() <= position.x())
        return next(later, -1)

    def _point(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            shape = Qt.CursorShape.ArrowCursor if row < 0 else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            self._rename()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.row_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._point(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            self._select(row)
            self.activated.emit(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from change to change, Enter leads to the one that is named."""
        last = self._model.rowCount() - 1
        key, row = event.key(), self._selection.currentIndex().row()
        if last < 0:
            super().keyPressEvent(event)
        elif key in _LATER:
            self._select(max(0, row - 1))
        elif key in _EARLIER:
            self._select(min(last, max(0, row) + 1) if row >= 0 else min(last, 1))
        elif key == Qt.Key.Key_Home:
            self._select(last)
        elif key == Qt.Key.Key_End:
            self._select(0)
        elif key in _TAKE:
            self.activated.emit(self._model.index(self.named_row))
        else:
            super().keyPressEvent(event)

    def _select(self, row: int) -> None:
        self._pointed = -1
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._selection.setCurrentIndex(self._model.index(row), flag)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing = self.drawing
        if drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(self._look.colour("accent"))
            radius = self._look.px(6)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, radius, radius)
        painter.translate(self._pad)
        self._paint_axes(painter, drawing)
        self._paint_courses(painter, drawing)
        self._paint_labels(painter, drawing)
        painter.end()

    def _paint_axes(self, painter: QPainter, drawing: Drawing) -> None:
        look, area = self._look, drawing.area
        painter.setFont(look.font(_SIZE))
        for tick in drawing.lengths:
            height = round(tick.along) + 0.5
            painter.setPen(look.colour("line" if tick is not drawing.lengths[0] else "track"))
            painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
            painter.setPen(look.colour("dim"))
            painter.drawText(tick.words, _RIGHT, tick.text)
        for tick in drawing.times:
            along = round(tick.along) + 0.5
            painter.setPen(look.colour("track"))
            foot = area.bottom() + look.px(4)
            painter.drawLine(QPointF(along, area.bottom()), QPointF(along, foot))
            painter.setPen(look.colour("dim"))
            painter.drawText(tick.words, Qt.AlignmentFlag.AlignCenter, tick.text)

    def _is_marked(self, row: int) -> bool:
        """Say whether a reign is chosen or pointed at, not just the one that is held now."""
        marked = self._pointed if self._pointed >= 0 else self._selection.currentIndex().row()
        return row == marked

    def _paint_courses(self, painter: QPainter, drawing: Drawing) -> None:
        look = self._look
        round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        marked = [row for row in range(len(drawing.courses)) if row and self._is_marked(row)]
        others = [row for row in range(len(drawing.courses) - 1, -1, -1) if row not in marked]
        for row in (*others, *marked):  # what is marked lies on top
            course = drawing.courses[row]
            is_marked = self._is_marked(row)
            colour = self._colour_of(row)
            self._paint_ground(painter, drawing, row, is_marked=is_marked)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            thick = look.px(3 if is_marked or row == 0 else 2)
            painter.setPen(QPen(colour, thick, *round_ends))
            painter.drawPolyline(QPolygonF(course))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            dot = look.px(5) if is_marked else look.px(3)
            painter.drawEllipse(course[0], dot, dot)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(drawing.courses[0][-1], look.px(5), look.px(5))

    def _colour_of(self, row: int) -> QColor:
        if row == 0:
            return self._look.colour("accent")
        return self._look.colour("text" if self._is_marked(row) else "bar")

    def _paint_ground(
        self, painter: QPainter, drawing: Drawing, row: int, *, is_marked: bool
    ) -> None:
        """Shade what is below a course, the more so where it is marked."""
        course, floor = drawing.courses[row], drawing.area.bottom()
        below = QPolygonF([QPointF(course[0].x(), floor), *course, QPointF(course[-1].x(), floor)])
        shade = QColor(self._colour_of(row))
        shade.setAlphaF(0.2 if is_marked else 0.10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawPolygon(below)

    def _paint_labels(self, painter: QPainter, drawing: Drawing) -> None:
        look = self._look
        ground = look.colour("ground")
        for label in drawing.labels:
            painter.fillRect(label.rect, ground)
            now = label.row == 0
            painter.setFont(look.font(_SIZE, bold=now))
            marked = self._is_marked(label.row)
            painter.setPen(look.colour("accent" if now else "text" if marked else "dim"))
            painter.drawText(label.rect, _LEFT | Qt.TextFlag.TextDontClip, label.text)
