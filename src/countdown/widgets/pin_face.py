"""The face of a pinned window: one counter, and below it what comes next."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from countdown.models.own_words import marked
from countdown.models.phrases import tr
from countdown.widgets.accessibility import SpokenWidget
from countdown.widgets.digits import Digits, Figure
from countdown.widgets.glyphs import Glyphs
from countdown.widgets.own_mark import mark_room, paint_mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QFont, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.models.pin_words import BannerWords, PinWords
    from countdown.widgets.look import Look

FIRST_SIZE: Final = (360, 132)
"""What it is drawn for, at scale 1."""
LEAST_SIZE: Final = (180, 64)

_LEAST_SCALE, _MOST_SCALE = 0.9, 6.0
_WIDE: Final = 260
"""From this width on, at scale 1, things have names."""
_HIGH: Final = 88
"""From this height on, at scale 1, there is room below the digits."""
_HEAD, _FOOT = 31, 36
_LEAST_DIGITS: Final = 26
"""How high digits are at least, at scale 1, above a record that falls."""
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PinFace(SpokenWidget):
    """Paints words that it is given, and of a second only what changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = self._theme = look
        self._words: PinWords | None = None
        self._banner: BannerWords | None = None
        self._mark = ""
        self._has_digits = True
        self._digits = Digits(look)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._head, self._foot, self._figure = QRect(), QRect(), QRect()
        self._shown, self._figure_at = "", QPointF()
        self._place_figure()

    def set_look(self, look: Look) -> None:
        """Take another theme; its scale comes from the size that the face has."""
        self._theme = look
        self._lay_out()

    def set_mark(self, mark: str) -> None:
        """Say at the top right what kind of time is shown; nothing where it is now."""
        if mark != self._mark:
            self._mark = mark
            self.update(self._head)

    def show_words(self, words: PinWords) -> None:
        """Show other words; only where they differ is it painted anew."""
        before, self._words = self._words, words
        changed = self._digits.set_figure(
            Figure(words.days, words.unit, words.clock, words.is_apart)
        )
        if self._has_digits:
            self.update(changed)
        if before is None or (before.title, before.is_live) != (words.title, words.is_live):
            self._place_figure()
            self.update(self._foot)
        elif before.figure != words.figure and self._has_foot:
            self.update(self._changed_figure())
        if before is None or _head(before) != _head(words):
            self.update(self._head)

    def show_banner(self, banner: BannerWords | None) -> None:
        """Tell of a record in its minute instead of what comes next; None when that is over."""
        if banner != self._banner:
            self._banner = banner
            self._lay_out()

    def told(self) -> str:
        """Return all that it shows and stands for, in one sentence after the other."""
        words = self._words
        if words is None:
            return ""
        head = (words.name, words.by_you, self._mark, words.doubt, words.career)
        named = ", ".join(filter(None, head))
        coming = ", ".join(filter(None, (words.title, words.figure, words.detail)))
        banner = ", ".join(self._banner) if self._banner else ""
        return ". ".join(filter(None, (named, banner, words.spoken, coming)))

    def spoken_name(self) -> str:
        return self.told()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= _WIDE * self._look.scale

    @property
    def _has_foot(self) -> bool:
        return self._banner is None and self._foot.height() >= self._look.px(20)

    def _lay_out(self) -> None:
        """Find the scale for this size, and a place for each part."""
        wide, high = self.width() / FIRST_SIZE[0], self.height() / FIRST_SIZE[1]
        scale = min(max(_LEAST_SCALE, min(wide, high)), _MOST_SCALE)
        look = self._look = self._theme._replace(scale=scale)
        is_high = self.height() >= look.px(_HIGH)
        side, edge = look.px(16 if self._is_wide else 10), look.px(1)
        inner = self.rect().adjusted(side, look.px(7 if is_high else 4), -side, 0)
        head = QRect(inner.left(), inner.top(), inner.width(), look.px(22))
        foot = look.px(_FOOT) if is_high else look.px(4)
        top = head.bottom() + 1
        if self._banner is not None:
            foot = min(self._banner_height(self._banner, inner.width()), self.height() - top)
        digits = QRect(inner.left(), top, inner.width(), self.height() - top - foot)
        self._head = head
        self._foot = QRect(inner.left(), self.height() - foot, inner.width(), foot - edge)
        self._has_digits = self._banner is None or digits.height() >= look.px(_LEAST_DIGITS)
        if not self._has_digits:
            self._foot.setTop(top)
        self._digits.lay_out(look, "panel", digits)
        self._place_figure()
        self.update()

    def _banner_height(self, banner: BannerWords, width: int) -> int:
        font = self._look.font("small", bold=True)
        lines = len(_two_lines(banner.headline, font, width)) + 1
        return QFontMetrics(font).height() * lines + self._look.px(12)

    def _place_figure(self) -> None:
        """Give the figure the room it needs; the title takes what it leaves."""
        look, words, text = self._look, self._words, self._foot_text()
        self._figure, self._shown = QRect(), ""
        is_live = words is not None and words.is_live
        font = look.font("small", bold=is_live)
        self._glyphs = Glyphs(
            font, look.colour("accent" if is_live else "text"), look.colour("panel")
        )
        if not self._has_foot:
            return
        if self._glyphs.width(text) > self._foot.width():
            text = _cut(text, font, self._foot.width())
        self._shown = text
        wide = ceil(self._glyphs.width(text))
        left = self._foot.right() + 1 - wide if self._is_wide else self._foot.left()
        metrics = QFontMetrics(font)
        above = (self._foot.height() - metrics.height()) // 2
        baseline = self._foot.top() + above + metrics.ascent()
        self._figure = self._glyphs.room(left, baseline, text)
        self._figure_at = QPointF(self._figure.left(), baseline)

    def _foot_text(self) -> str:
        """The figure; where there is no room for titles, what is over says so itself."""
        words = self._words
        if words is None or self._is_wide or (words.is_live and words.figure):
            return words.figure if words else ""
        return " · ".join(filter(None, (words.title, words.figure)))

    def _changed_figure(self) -> QRect:
        """Take the figure over; return what must be painted: of as wide a one its last digits."""
        text = self._foot_text()
        left, baseline = self._figure.left(), round(self._figure_at.y())
        changed = self._glyphs.changed(left, baseline, self._shown, text)
        if changed is None:
            self._place_figure()
            return self._foot
        self._shown = text
        return changed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        clock = self._digits.clock_room if self._has_digits else QRect()
        ratio = self.devicePixelRatioF()
        for dirty in cast("Iterable[QRect]", event.region()):  # PySide's stubs do not know that
            if clock.contains(dirty):  # what runs is painted by itself on a screen alone
                self._digits.paint_seconds(painter, dirty, ratio)
            elif self._figure.contains(dirty):
                self._glyphs.paint_signs(painter, self._figure_at, self._shown, dirty, ratio)
            else:
                painter.setClipRect(dirty)
                self._paint_all(painter, dirty)
                painter.setClipping(False)
        painter.end()

    def _paint_all(self, painter: QPainter, dirty: QRect) -> None:
        self._paint_ground(painter, dirty)
        if self._has_digits and dirty.top() <= self._digits.clock_room.bottom():
            self._digits.paint(painter, dirty)
        if self._banner is None and dirty.bottom() >= self._figure.top() and self._shown:
            self._glyphs.paint(painter, self._figure_at, self._shown, dirty)

    def _paint_ground(self, painter: QPainter, dirty: QRect) -> None:
        look, words = self._look, self._words
        painter.fillRect(dirty, look.colour("panel"))
        if words is not None:
            self._paint_head(painter, words)
        if self._banner is not None:
            self._paint_banner(painter, self._banner)
        elif words is not None:
            self._paint_title(painter, words)
        painter.setPen(look.colour("accent" if self.hasFocus() else "line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_head(self, painter: QPainter, words: PinWords) -> None:
        look, room = self._look, QRect(self._head)
        marks = [one for one in (self._mark, tr("Unconfirmed") if words.doubt else "") if one]
        if marks:
            font = look.font("caption", bold=True, spaced=True)
            mark = " · ".join(marks)
            if _width(mark, font) > room.width() * 2 // 3:
                mark = marks[0]  # the tool tip has both
            _write(painter, room, mark, font, look.colour("accent"), _RIGHT)
            room.setRight(room.right() - _width(mark, font) - look.px(10))
        font = look.font("body", bold=True)
        taken = mark_room(look) if words.by_you else 0
        name = _cut(words.name, font, room.width() - taken)
        _write(painter, room, name, font, look.colour("text"))
        room.setLeft(room.left() + _width(name, font))
        if words.by_you:
            paint_mark(painter, look, room.left(), room.center().y(), look.colour("dim"))
        room.setLeft(room.left() + taken + look.px(10))
        font = look.font("small")
        for about in (marked(words.career, words.by_you), words.career or words.by_you):
            if about and _width(about, font) <= room.width():
                _write(painter, room, about, font, look.colour("dim"))
                break

    def _paint_title(self, painter: QPainter, words: PinWords) -> None:
        if not self._is_wide or self._figure.isNull():
            return
        look, room = self._look, QRect(self._foot)
        painter.fillRect(QRect(room.topLeft(), QSize(room.width(), 1)), look.colour("line"))
        if self._shown:
            room.setRight(self._figure.left() - look.px(12))
        font = look.font("small")
        _write(painter, room, _cut(words.title, font, room.width()), font, look.colour("dim"))

    def _paint_banner(self, painter: QPainter, banner: BannerWords) -> None:
        look = self._look
        band = QRect(0, self._foot.top(), self.width(), self.height() - self._foot.top())
        painter.fillRect(band, look.colour("accent"))
        ink = look.colour("on_accent")
        bold, small = look.font("small", bold=True), look.font("caption")
        lines = [(one, bold) for one in _two_lines(banner.headline, bold, self._foot.width())]
        high = QFontMetrics(bold).height()
        if band.height() >= high * (len(lines) + 1):
            lines.append((_cut(banner.mark, small, self._foot.width()), small))
        top = band.top() + max(0, (band.height() - high * len(lines)) // 2)
        for number, (text, font) in enumerate(lines):
            line = QRect(self._foot.left(), top + number * high, self._foot.width(), high)
            _write(painter, line, text, font, ink)


def _head(words: PinWords) -> tuple[str, ...]:
    return words.name, words.career, words.doubt, words.by_you


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


def _cut(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _two_lines(text: str, font: QFont, width: int) -> list[str]:
    """Break a text between two words into lines that fit; the second is cut."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        if _width(first, font) <= width or count == 1:
            rest = " ".join(words[count:])
            return [_cut(one, font, width) for one in (first, rest) if one]
    return []


def _write(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    how: Qt.AlignmentFlag = _LEFT,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, how, text)
