"""A career beside the record through the years, to be zoomed and moved along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from countdown.core.careers import height_at
from countdown.core.moments import FIRST, Instant
from countdown.core.ownership import NOTHING_OWN, Ownership
from countdown.core.records import Kind
from countdown.models import own_words, phrases
from countdown.models.phrases import tr
from countdown.widgets.axes import date_marks, length_marks
from countdown.widgets.career_plot import Frame, View, career_view, top_of, whole_view

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from countdown.core.careers import Curves, Points
    from countdown.widgets.look import Look

_SIZE: Final = "caption"
_STEP: Final = 0.8
"""How much shorter the stretch in view is after zooming in once."""
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CareerChart(QWidget):
    """Wheel or + and − zoom, dragging or arrows move, 0 shows all, Enter leads to the instant.

    Signals:
        pointed: what the chart says of the place that is pointed at; empty when of none.
        chosen: an `Instant`, by Enter or a double click.
    """

    pointed = Signal(str)
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._curves: Curves | None = None
        self._own = NOTHING_OWN
        self._at: Instant = FIRST
        self._view: View | None = None
        self._cursor: Instant | None = None
        self._grip: tuple[float, View] | None = None
        self._record: Points = ()
        self._frame_kept: Frame | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Days in space over the years"))

    @property
    def view(self) -> View | None:
        """The stretch of time in view."""
        return self._view

    def set_look(self, look: Look) -> None:
        self._look = look
        self._again()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(640), self._look.px(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(170))

    def show_curves(self, curves: Curves, at: Instant, own: Ownership = NOTHING_OWN) -> None:
        """Show a person's career in a category; another one is fitted into view."""
        before = self._curves
        other = before is None or (before.person, before.category) != (
            curves.person,
            curves.category,
        )
        self._curves, self._at, self._own = curves, at, own
        if other or self._view is None:
            self._view = career_view(curves)
            self._point(None)
        self._again()

    def show_instant(self, at: Instant) -> None:
        """Move the line of now; the chart is painted again when it moves a pixel."""
        frame = self._frame
        if frame is None or round(frame.x_of(at)) != round(frame.x_of(self._at)):
            self._at = at
            self._again()
        self._at = at

    def fit(self) -> None:
        """Show the person's own years."""
        if self._curves is not None:
            self._look_at(career_view(self._curves))

    def show_all(self) -> None:
        """Show all years since the record's first holder."""
        if self._curves is not None:
            self._look_at(whole_view(self._curves))

    def zoom(self, steps: float, x: float | None = None) -> None:
        """Zoom in, or out for negative steps, about a place, the middle where none is given."""
        frame = self._frame
        if frame is not None and self._curves is not None:
            about = frame.at_x(frame.area.center().x() if x is None else x)
            whole = whole_view(self._curves)
            self._look_at(frame.view.zoomed(_STEP**steps, about, whole))

    def zoom_in(self) -> None:
        self.zoom(1)

    def zoom_out(self) -> None:
        self.zoom(-1)

    def move_by(self, share: float) -> None:
        """Move the view by a share of its length."""
        if self._view is not None and self._curves is not None:
            by = share * self._view.length
            self._look_at(self._view.moved(by, whole_view(self._curves)))

    def _look_at(self, view: View) -> None:
        self._view = view
        self._again()

    def _again(self) -> None:
        self._frame_kept = None
        self.update()

    @property
    def _frame(self) -> Frame | None:
        if self._curves is None or self._view is None:
            return None
        if self._frame_kept is None or self._frame_kept.area.width() != self._area().width():
            self._record = self._curves.record_line(self._at)
            top = top_of(self._curves, self._view, self._record)
            self._frame_kept = Frame(self._area(), self._view, top)
        return self._frame_kept._replace(area=self._area())

    def _area(self) -> QRectF:
        look = self._look
        metrics = QFontMetricsF(look.font(_SIZE))
        left = metrics.horizontalAdvance(tr("{} d").format(phrases.number(1_000))) + look.px(10)
        below = metrics.height() + look.px(8)
        return QRectF(
            left, look.px(10), self.width() - left - look.px(8), self.height() - below - look.px(12)
        )

    def said_at(self, at: Instant) -> str:
        """Say both figures at an instant, and whether either counts what is the user's."""
        curves = self._curves
        if curves is None:
            return ""
        days = phrases.number(curves.seconds_at(at) // 86_400)
        parts = [phrases.date(at), tr("{name} {days} d").format(name=curves.person.name, days=days)]
        reign = curves.reign_at(at)
        if reign is not None and at <= self._at:
            names = phrases.listed([one.person.name for one in reign.change.flights])
            held = phrases.number(reign.seconds(at) // 86_400)
            parts.append(tr("record {names} {days} d").format(names=names, days=held))
            parts.append(own_words.mark(self._own, *reign.change.flights))
        begun = [one for one in curves.flights if one.has_begun(at)]
        parts.insert(2, own_words.mark(self._own, *begun))
        return "  ·  ".join(filter(None, parts))

    def _point(self, at: Instant | None) -> None:
        if at != self._cursor:
            self._cursor = at
            self.pointed.emit("" if at is None else self.said_at(at))
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(event.angleDelta().y() / 120, event.position().x())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._view is not None:
            self._grip = (event.position().x(), self._view)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame = self._frame
        if frame is None or self._curves is None:
            return
        x = event.position().x()
        if self._grip is not None:
            began, view = self._grip
            by = (began - x) / max(1.0, frame.area.width()) * view.length
            self._look_at(view.moved(by, whole_view(self._curves)))
        elif frame.area.left() <= x <= frame.area.right():
            self._point(frame.at_x(x))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (frame := self._frame) is not None:
            self.chosen.emit(frame.at_x(event.position().x()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the pointer along, with Shift the view."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Up:
                self.zoom_in()
            case Qt.Key.Key_Minus | Qt.Key.Key_Down:
                self.zoom_out()
            case Qt.Key.Key_0 | Qt.Key.Key_Home:
                self.fit()
            case Qt.Key.Key_End:
                self.show_all()
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                self._go(-1 if key == Qt.Key.Key_Left else 1, shifted=shifted)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._cursor is not None:
                self.chosen.emit(self._cursor)
            case _:
                super().keyPressEvent(event)

    def _go(self, side: int, *, shifted: bool) -> None:
        view = self._view
        if view is None:
            return
        if shifted:
            self.move_by(side * 0.1)
            return
        start = self._cursor if self._cursor is not None else self._at
        at = min(max(start + side * view.length / 100, view.begin), view.end)
        self._point(Instant(round(at)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        frame, curves = self._frame, self._curves
        if frame is None or curves is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, frame)
        painter.setClipRect(frame.area.adjusted(-1, -4, 1, 1))
        self._paint_record(painter, frame)
        self._paint_career(painter, frame, curves)
        self._paint_now(painter, frame)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(self._look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_axes(self, painter: QPainter, frame: Frame) -> None:
        look, area = self._look, frame.area
        painter.setFont(look.font(_SIZE))
        height = QFontMetricsF(look.font(_SIZE)).height()
        for mark in length_marks(round(frame.top), max(1, int(area.height() / (2.6 * height)))):
            y = round(frame.y_of(mark.at)) + 0.5
            painter.setPen(look.colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.colour("dim"))
            place = QRectF(0, y - height / 2, area.left() - look.px(8), height)
            painter.drawText(place, _RIGHT, mark.text)
        most = max(2, int(area.width() / look.px(90)))
        view = frame.view
        for mark in date_marks(Instant(round(view.begin)), Instant(round(view.end)), most):
            x = round(frame.x_of(mark.at)) + 0.5
            half = look.px(45)
            place = QRectF(x - half, area.bottom() + look.px(5), 2 * half, height)
            if place.right() <= self.width() and place.left() >= 0:
                painter.setPen(look.colour("dim"))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark.text)

    def _paint_record(self, painter: QPainter, frame: Frame) -> None:
        """The record as steps, and the holders' names where their step has room for them."""
        look, curves = self._look, self._curves
        assert curves is not None
        painter.setPen(QPen(look.colour("dim"), look.px(1.5)))
        painter.drawPolyline(QPolygonF(frame.polyline(self._record)))
        font = look.font(_SIZE)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        taken = -1e9
        for reign in curves.reigns:
            if reign.change.at > self._at:
                break
            name = reign.change.flights[0].person.name
            left = max(frame.x_of(reign.change.at), frame.area.left()) + look.px(4)
            right = min(frame.x_of(reign.until(self._at)), frame.area.right())
            width = metrics.horizontalAdvance(name)
            if right - left > width + look.px(6) and left > taken:
                end = Instant(min(reign.until(self._at), round(frame.view.end)))
                y = frame.y_of(reign.seconds(end)) - look.px(5)
                x = right - width - look.px(6)
                ground = QRectF(x, y - metrics.ascent(), width, metrics.ascent())
                painter.fillRect(ground, look.colour("ground"))
                painter.drawText(QPointF(x, y), name)
                taken = right

    def _paint_career(self, painter: QPainter, frame: Frame, curves: Curves) -> None:
        """What has been as a full line, what is to come as a broken one."""
        look, now = self._look, self._at
        live = any(one.is_up(now) for one in curves.flights)
        for line in curves.lines:
            at_now = height_at(line, now)
            past = [one for one in line if one[0] <= now]
            coming = [one for one in line if one[0] > now]
            if at_now is not None:
                past, coming = [*past, (now, at_now)], [(now, at_now), *coming]
            colour = look.colour("accent" if live else "text")
            dashed = QPen(colour, look.px(1.5), Qt.PenStyle.DashLine)
            painter.setPen(dashed)
            painter.drawPolyline(QPolygonF(frame.polyline(tuple(coming))))
            painter.setPen(QPen(colour, look.px(3)))
            painter.drawPolyline(QPolygonF(frame.polyline(tuple(past))))
        if self._cursor is not None:
            x = frame.x_of(self._cursor)
            painter.setPen(QPen(look.colour("dim"), 1))
            painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))
            painter.setBrush(look.colour("text"))
            y = frame.y_of(curves.seconds_at(self._cursor))
            painter.drawEllipse(QPointF(x, y), look.px(4), look.px(4))
        if curves.category.kind is Kind.CAREER or live:
            y = frame.y_of(curves.seconds_at(now))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent" if live else "text"))
            painter.drawEllipse(QPointF(frame.x_of(now), y), look.px(5), look.px(5))

    def _paint_now(self, painter: QPainter, frame: Frame) -> None:
        look, x = self._look, frame.x_of(self._at)
        painter.setPen(QPen(look.colour("accent"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))
        painter.setFont(look.font(_SIZE, bold=True))
        words = tr("now")
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        has_room = x + width + look.px(8) < frame.area.right()
        left = x + look.px(5) if has_room else x - width - look.px(5)
        painter.setPen(look.colour("accent"))
        painter.drawText(QPointF(left, frame.area.bottom() - look.px(6)), words)
