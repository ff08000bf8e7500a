"""A flight as one line from launch to return, with its milestones, to be dragged along."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from countdown.core.moments import DAY, FIRST, HOUR, MINUTE, Instant
from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.widgets.accessibility import SpokenWidget
from countdown.widgets.look import LINE_OF_TIME_PX
from countdown.widgets.scrubber_picture import TOLD_PX, WORDS_PX, ScrubberPicture
from countdown.widgets.scrubber_plot import Line, labels, near, step

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.models.time_marks import Mark
    from countdown.widgets.look import Look
    from countdown.widgets.scrubber_plot import Label

FRAME_MS: Final = 16
PAD_PX: Final = 8
"""How far inside the widget, at scale 1, the line begins: room for the dot."""
_SNAP_PX: Final = 6
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
_HAND: Final = Qt.CursorShape.PointingHandCursor
_MOST_WORDS: Final = 3
"""How many marks are named at once where they lie on each other."""


class Scrubber(SpokenWidget):
    """It reads no clock; where there is no flight it is an empty line that cannot be dragged.

    Signals:
        scrub_began, scrub_ended: around a drag.
        scrubbed: an `Instant` of a drag, at most one a frame.
        chosen: an `Instant` taken by a key.
    """

    role = "Slider"
    scrub_began = Signal()
    scrub_ended = Signal()
    scrubbed = Signal(object)
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._span: tuple[Instant, Instant] | None = None
        self._marks: tuple[Mark, ...] = ()
        self._on_line: tuple[Mark, ...] = ()
        self._ends: list[Instant] = []
        self._labels: tuple[Label, ...] | None = None
        self._at: Instant = FIRST
        self._still: tuple[int, int] = (FIRST, FIRST)
        """From when until when the line stands as it was painted last."""
        self._told_x: float | None = None
        self._pending: Instant | None = None
        self._is_dragged = False
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self._next_frame)
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
        return self._words_of(self._at)

    def spoken_value(self) -> str:
        return self.spoken

    def _words_of(self, at: Instant) -> str:
        when = phrases.date_and_time(at)
        if self._span is None or not self._span[0] <= at <= self._span[1]:
            return when
        day = (at - self._span[0]) // DAY + 1
        return tr("day {day}, {when}").format(day=phrases.number(day), when=when)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._labels, self._still = None, (FIRST, FIRST)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(LINE_OF_TIME_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_span(self, span: tuple[Instant, Instant] | None, marks: tuple[Mark, ...]) -> None:
        """Show a flight's stretch of time with what happens in it.

        None stands for no flight: marks then lie at the end of a line that cannot be dragged.
        """
        if (span, marks) != (self._span, self._marks):
            self._span, self._marks, self._labels = span, marks, None
            self._still = (FIRST, FIRST)
            self._on_line = tuple(one for one in marks if one.on_line)
            self._ends = sorted([one.at_latest for one in self._on_line])
            self.setCursor(Qt.CursorShape.ArrowCursor if span is None else _HAND)
            self.update()

    def show_instant(self, at: Instant) -> None:
        """Move the dot; only what lies between two of its places is painted again."""
        before, self._at = self._at, at
        since, until = self._still
        if since <= at < until or self._span is None:
            return
        line = self._line
        self._still = self._still_around(line, at)
        old, new = round(line.x_of(before)), round(line.x_of(at))
        if self._stage(before) != self._stage(at):
            self.update()
        elif old != new:
            reach = self._look.px(12)
            left = self._pad + min(old, new) - reach
            self.update(left, self._middle - reach, abs(old - new) + 2 * reach, 2 * reach)

    def _still_around(self, line: Line, at: Instant) -> tuple[int, int]:
        """From an instant on, until the dot may reach another pixel, or the stage turns."""
        moves = line.at_x(round(line.x_of(at)) + 0.5) - 1  # for places are rounded, and instants
        turns = (one for one in (*self._ends, line.begin, line.end + 1) if one > at)
        return at, min((moves, *turns))

    def _stage(self, at: Instant) -> tuple[int, bool, bool]:
        """What is told apart by shape: the marks gone by, and whether the flight is on."""
        begin, end = self._span or (FIRST, FIRST)
        return bisect_right(self._ends, at), at < begin, at > end

    @property
    def _line(self) -> Line:
        begin, end = self._span or (FIRST, FIRST)
        return Line(begin, end, max(1, self.width() - 2 * self._pad))

    @property
    def _pad(self) -> int:
        return self._look.px(PAD_PX)

    @property
    def _middle(self) -> int:
        return self.height() // 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._labels, self._still = None, (FIRST, FIRST)

    def _near(self, x: float) -> list[Mark]:
        return near(self._line, self._on_line, x, self._look.px(_SNAP_PX))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._span is None:
            return
        x = event.position().x() - self._pad
        self._is_dragged = True
        self.scrub_began.emit()
        found = self._near(x)
        self._scrub(found[0].goes_to if found else Instant(self._line.at_x(x)))
        self._tell_at(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._span is None:
            return
        x = event.position().x() - self._pad
        self._tell_at(x)
        if self._is_dragged:
            self._scrub(Instant(self._line.at_x(x)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._is_dragged:
            self._is_dragged = False
            self._frame.stop()
            self._tell()
            self.scrub_ended.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tell_at(None)

    def _tell_at(self, x: float | None) -> None:
        """Tell what lies at a place, beside it; nowhere for None."""
        before = self._told_rect()
        self._told_x = x
        self.update(before.united(self._told_rect()))

    def _told(self) -> str:
        if self._told_x is None:
            return ""
        found = self._near(self._told_x)
        if not found:
            return self._words_of(Instant(self._line.at_x(self._told_x)))
        return "  ·  ".join(one.told for one in found[:_MOST_WORDS])

    def _told_rect(self) -> QRect:
        """The box above the line for what is told."""
        told = self._told()
        if not told or self._told_x is None:
            return QRect()
        look = self._look
        advance = QFontMetricsF(look.font("caption")).horizontalAdvance(told)
        width = min(self.width(), round(advance) + 2 * look.space("small"))
        left = round(self._told_x + self._pad - width / 2)
        return QRect(min(max(0, left), self.width() - width), 0, width, look.px(TOLD_PX))

    def _scrub(self, at: Instant) -> None:
        self._pending = at
        if not self._frame.isActive():
            self._next_frame()

    def _next_frame(self) -> None:
        if self._pending is not None:
            self._tell()
            self._frame.start()

    def _tell(self) -> None:
        if self._pending is not None:
            at, self._pending = self._pending, None
            self.scrubbed.emit(at)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl with an arrow: an hour here, a milestone in the rest of the window."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _STEPS
            and self._span is not None
        ):
            event.accept()
            return True
        return super().event(event)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if self._labels is None:
            width_of = QFontMetricsF(look.font("caption")).horizontalAdvance
            self._labels = labels(self._line, self._on_line, width_of, look.px(14))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.translate(self._pad, 0)
        picture = ScrubberPicture(look, self._line, self._middle, self._at)
        picture.paint_track(painter, filled=self._span is not None)
        picture.paint_marks(painter, self._on_line)
        if event.rect().top() < look.px(WORDS_PX):
            picture.paint_words(painter, self._labels)
        if self._span is not None:
            picture.paint_dot(painter, has_focus=self.hasFocus())
        painter.resetTransform()
        picture.paint_told(painter, self._told_rect(), self._told())
        painter.end()
