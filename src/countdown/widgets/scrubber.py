"""A flight as one line from launch to return, with its milestones, to be dragged along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from countdown.core.moments import DAY, FIRST, HOUR, MINUTE, Instant
from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.widgets.scrubber_plot import Line, labels, step

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from countdown.models.time_marks import Mark
    from countdown.widgets.look import Look
    from countdown.widgets.scrubber_plot import Label

FRAME_MS: Final = 16
_SNAP_PX: Final = 6
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}


class Scrubber(QWidget):
    """It reads no clock; where there is no flight it is an empty line that cannot be dragged.

    Signals:
        scrub_began, scrub_ended: around a drag.
        scrubbed: an `Instant` of a drag, at most one a frame.
        chosen: an `Instant` taken by a key, or by a click on a mark.
    """

    scrub_began = Signal()
    scrub_ended = Signal()
    scrubbed = Signal(object)
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._span: tuple[Instant, Instant] | None = None
        self._marks: tuple[Mark, ...] = ()
        self._labels: tuple[Label, ...] | None = None
        self._at: Instant = FIRST
        self._painted_x = -1
        self._pending: Instant | None = None
        self._is_dragged = False
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Flight time line"))

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    @property
    def spoken(self) -> str:
        """The instant as a screen reader says it, when it is asked."""
        when = phrases.date_and_time(self._at)
        if self._span is None:
            return when
        day = max(0, self._at - self._span[0]) // DAY + 1
        return tr("day {day}, {when}").format(day=phrases.number(day), when=when)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._labels = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(54))

    def show_span(self, span: tuple[Instant, Instant] | None, marks: tuple[Mark, ...]) -> None:
        """Show a flight's stretch of time with what happens in it; None for no flight."""
        if (span, marks) != (self._span, self._marks):
            self._span, self._marks, self._labels = span, marks, None
            self.update()

    def show_instant(self, at: Instant) -> None:
        """Move the dot; it is painted again when it moves a pixel."""
        self._at = at
        if self._span is not None and round(self._line.x_of(at)) != self._painted_x:
            self.update()

    @property
    def _line(self) -> Line:
        begin, end = self._span or (FIRST, FIRST)
        return Line(begin, end, max(1, self.width() - 2 * self._pad))

    @property
    def _pad(self) -> int:
        return self._look.px(7)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._labels = None

    def _mark_at(self, x: float) -> Mark | None:
        line, reach = self._line, self._look.px(_SNAP_PX)
        near = [one for one in self._marks if abs(line.x_of(one.goes_to) - x) <= reach]
        return min(near, key=lambda one: abs(line.x_of(one.goes_to) - x), default=None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._span is None:
            return
        x = event.position().x() - self._pad
        self._is_dragged = True
        self.scrub_began.emit()
        mark = self._mark_at(x)
        self._scrub(mark.goes_to if mark else Instant(self._line.at_x(x)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._span is None:
            return
        x = event.position().x() - self._pad
        if self._is_dragged:
            self._scrub(Instant(self._line.at_x(x)))
            return
        mark = self._mark_at(x)
        at = mark.goes_to if mark else Instant(self._line.at_x(x))
        words = [mark.words] if mark else []
        place = self.mapToGlobal(event.position().toPoint())
        QToolTip.showText(place, "\n".join([*words, phrases.date_and_time(at)]), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._is_dragged:
            self._is_dragged = False
            self._frame.stop()
            self._tell()
            self.scrub_ended.emit()

    def _scrub(self, at: Instant) -> None:
        self._pending = at
        if not self._frame.isActive():
            self._tell()
            self._frame.start()

    def _tell(self) -> None:
        if self._pending is not None:
            at, self._pending = self._pending, None
            self.scrubbed.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days, with Ctrl by hours, with Shift by minutes; Page by milestones."""
        target = self._target(event) if self._span is not None else None
        if target is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(target)

    def _target(self, event: QKeyEvent) -> Instant | None:
        assert self._span is not None
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _STEPS:
            by = DAY
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                by = HOUR
            elif modifiers & Qt.KeyboardModifier.ShiftModifier:
                by = MINUTE
            at = self._at + _STEPS[key] * by
            return Instant(min(max(at, self._span[0]), self._span[1]))
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return step(self._marks, self._at, 1 if key == Qt.Key.Key_PageUp else -1)
        return {Qt.Key.Key_Home: self._span[0], Qt.Key.Key_End: self._span[1]}.get(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, line = self._look, self._line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._pad, 0)
        thick, middle = look.px(4), self.height() / 2
        track = QRectF(0, middle - thick / 2, line.width, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(track, thick / 2, thick / 2)
        if self._span is not None:
            now = line.x_of(self._at)
            self._painted_x = round(now)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(
                QRectF(track.topLeft(), track.bottomRight()).adjusted(0, 0, now - line.width, 0),
                thick / 2,
                thick / 2,
            )
            self._paint_marks(painter, line, middle)
            self._paint_words(painter, line)
            painter.setBrush(look.colour("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(now, middle), look.px(7), look.px(7))
            if self.hasFocus():
                painter.setPen(look.colour("text"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(now, middle), look.px(10), look.px(10))
        painter.end()

    def _paint_marks(self, painter: QPainter, line: Line, middle: float) -> None:
        """A tick for what is exactly known, a stretch for what is known to the day or month."""
        look, half = self._look, self._look.px(7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("bar"))
        for mark in self._marks:
            left, right = line.x_of(mark.at), line.x_of(mark.at_latest)
            if right - left > look.px(6):
                painter.drawRect(QRectF(left, middle - half, right - left, look.px(2)))
            else:
                painter.drawRect(QRectF((left + right) / 2 - 0.5, middle - half, 1, 2 * half))

    def _paint_words(self, painter: QPainter, line: Line) -> None:
        look = self._look
        font = look.font("caption")
        if self._labels is None:
            width_of = QFontMetricsF(font).horizontalAdvance
            self._labels = labels(line, self._marks, width_of, look.px(14))
        painter.setFont(font)
        height = look.px(16)
        for label in self._labels:
            top = 0 if label.row == 0 else self.height() - height
            past = label.mark.at_latest <= self._at
            painter.setPen(look.colour("text" if past else "dim"))
            place = QRectF(label.left, top, label.width + 2, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label.mark.words)
