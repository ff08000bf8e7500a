"""Small parts that every window is made of, and the style of Qt's own widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QGuiApplication, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from countdown.models.phrases import tip
from countdown.widgets.glyphs import tail_changed
from countdown.widgets.look import LINE_OF_TIME_PX, SCROLL_BAR_PX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent, QShowEvent

    from countdown.widgets.look import Look

_MOST_ENDINGS: Final = 128
_FROM_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Text(QLabel):
    """A label that takes every text as it stands, and knows its size and colour by name."""

    def __init__(
        self,
        size: str,
        colour: str = "text",
        *,
        bold: bool = False,
        heading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._colour, self._bold, self._heading = size, colour, bold, heading
        self._look: Look | None = None
        self._text = ""
        self._is_cut_to_fit = True
        self._hugs = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        # A long name is cut by its window, never the window widened by a long name.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self.setFont(look.font(self._size, bold=self._bold, spaced=self._heading))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), look.colour(self._colour))
        self.setPalette(palette)
        self._look = look
        self._cut()

    def set_colour(self, colour: str) -> None:
        """Take another of the look's colours."""
        if colour != self._colour:
            self._colour = colour
            if self._look is not None:
                self.set_look(self._look)

    def fit(self) -> None:
        """Take the width that the text needs, and no less."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._is_cut_to_fit = False

    def hug(self) -> None:
        """Take the width that the text needs, or less where there is not so much."""
        self._hugs = True
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._hugs:
            return hint
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._hugs else hint

    def setText(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            if self._hugs:
                self.updateGeometry()
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._cut()

    def _cut(self) -> None:
        """Show as much of the text as there is room for; the tool tip has all of it."""
        if not self._is_cut_to_fit or self.wordWrap() or not self.isVisible():
            super().setText(self._text)
            return
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        super().setText(shown)
        self.setToolTip(tip(self._text) if shown != self._text else "")


class RunningText(Text):
    """A figure that changes each second: with other digits alone it keeps its place.

    A label asks all layouts above it for room whenever its text is another.
    """

    def __init__(self, size: str, colour: str = "text", *, ground: str) -> None:
        super().__init__(size, colour, bold=True)
        self._ground = ground
        self._pen, self._behind = QColor(), QColor()
        self._signs, self._room = 0, QRect()
        self._places: dict[int, QRectF] = {}
        self._endings: dict[tuple[int, str, float], QPixmap] = {}
        """Pictures of what the text ended in: most come again each minute."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it paints its own ground
        self.fit()

    def set_look(self, look: Look) -> None:
        self._pen, self._behind = look.colour(self._colour), look.colour(self._ground)
        self._forget_places()
        super().set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget_places()
        super().resizeEvent(event)

    def _forget_places(self) -> None:
        self._signs, self._room = 0, QRect()
        self._places.clear()
        self._endings.clear()

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        tail = tail_changed(self._text, text)
        if tail is None:
            self._forget_places()
            super().setText(text)
            self.update()
        elif tail:
            self._text = text
            self.setAccessibleName(text)
            signs = len(tail)
            if signs != self._signs:
                self._signs, self._room = signs, self._place(signs).toAlignedRect()
            self.update(self._room)

    def _place(self, signs: int) -> QRectF:
        """Where so many of the last signs are: all digits are as wide as each other."""
        place = self._places.get(signs)
        if place is None:
            metrics, room = QFontMetricsF(self.font()), QRectF(self.rect())
            begin = metrics.horizontalAdvance(self._text[: len(self._text) - signs])
            if self.alignment() & Qt.AlignmentFlag.AlignRight:
                begin += room.width() - metrics.horizontalAdvance(self._text)
            room.setLeft(begin)
            place = self._places[signs] = room
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dirty = event.rect()
        if dirty == self._room:
            self._paint_ending(painter)
        else:
            painter.setBackground(self._behind)
            painter.eraseRect(dirty)  # `fillRect` has PySide make gradients, before the first frame
            painter.setPen(self._pen)
            painter.drawText(self.rect(), self.alignment(), self._text)
        painter.end()

    def _paint_ending(self, painter: QPainter) -> None:
        """Paint the last signs, as a picture where that begins on a whole pixel."""
        room, signs, ratio = self._room, self._signs, self.devicePixelRatioF()
        if not ratio.is_integer():
            painter.fillRect(room, self._behind)
            self._write_ending(painter)
            return
        key = (signs, self._text[-signs - 1 :], ratio)
        picture = self._endings.get(key)
        if picture is None:
            from countdown.widgets.still import drawn

            if len(self._endings) >= _MOST_ENDINGS:
                self._endings.clear()
            picture = drawn(room, ratio, self._behind, self._write_ending)
            self._endings[key] = picture
        painter.drawPixmap(room.topLeft(), picture)

    def _write_ending(self, painter: QPainter) -> None:
        signs = min(self._signs + 1, len(self._text))  # the one before reaches into their room
        painter.setFont(self.font())
        painter.setPen(self._pen)
        painter.drawText(self._place(signs), _FROM_LEFT, self._text[-signs:])


def room_on_screen(beside: QWidget | None = None) -> QSize:
    """Return the largest first size of a window, on the screen of another or the first one.

    `QWidget.screen` is not for this: PySide lets the screen die with the widget it was asked of.
    """
    place = beside.geometry().center() if beside is not None else None
    screen = QGuiApplication.screenAt(place) if place is not None else None
    return (screen or QGuiApplication.primaryScreen()).availableGeometry().size() * 0.92


def side_width(look: Look) -> int:
    """Return how wide the list of missions is, made or not."""
    return look.px(300 if look.scale >= 1 else 260)


FIELD_PAD_PX: Final = 7
"""What is above a field's line and below it, at scale 1."""
_FIELD_EDGES_PX: Final = 4
"""What a field has beside that: a border and Qt's own margin, each above and below."""


def bar_height(look: Look) -> int:
    """Return how high the strip of time is, made or not: its line above a row with a field."""
    field = QFontMetrics(look.font("small")).height() + 2 * look.px(FIELD_PAD_PX) + _FIELD_EDGES_PX
    return look.px(LINE_OF_TIME_PX) + look.space("tight") + field + 2 * look.space("small")


def put_in_turn(before: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let the keys that go from part to part come to ``widgets`` after ``before``, in order."""
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


LIVE_EDGE_PX: Final = 4
"""How thick the edge of a live panel is, at scale 1, where others have a line of one pixel."""
REPLAY_EDGE_PX: Final = 2
"""The same of the mark of a clock that is not live."""


class Panel(QFrame):
    """A quiet box; a live one has an edge in the accent."""

    def __init__(self, parent: QWidget | None = None, *, live: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setProperty("live", live)

    def set_live(self, live: bool) -> None:
        """Say whether what it shows is still to come."""
        if live != bool(self.property("live")):
            self.setProperty("live", live)
            self.style().polish(self)


def style_sheet(look: Look) -> str:
    """Return the style of panels, buttons, fields and scroll bars."""
    colour, px = look.colours, look.px
    return f"""
QMainWindow, QScrollArea, #page {{ background: {colour["ground"]}; border: none; }}
#side, #bar {{ background: {colour["panel"]}; }}
#side {{ border-right: 1px solid {colour["line"]}; }}
#bar {{ border-top: 1px solid {colour["line"]}; }}
#panel, #mark {{ background: {colour["panel"]}; border: 1px solid {colour["line"]};
  border-radius: {px(8)}px; }}
#panel[live="true"] {{ border-left: {px(LIVE_EDGE_PX)}px solid {colour["accent"]}; }}
#mark[replay="true"] {{ border: {px(REPLAY_EDGE_PX)}px solid {colour["accent"]}; }}
CrewView {{ background: transparent; border: none; outline: none; }}
QLineEdit {{ background: {colour["ground"]}; color: {colour["text"]};
  border: 1px solid {colour["line"]}; border-radius: {px(6)}px;
  padding: {px(FIELD_PAD_PX)}px {px(10)}px;
  selection-background-color: {colour["accent"]}; selection-color: {colour["on_accent"]}; }}
QLineEdit:focus {{ border-color: {colour["accent"]}; }}
QComboBox {{ background: {colour["panel"]}; color: {colour["text"]};
  border: 1px solid {colour["line"]}; border-radius: {px(6)}px; padding: {px(5)}px {px(10)}px;
  combobox-popup: 0; }}
QComboBox:hover {{ background: {colour["raised"]}; }}
QComboBox:focus {{ border-color: {colour["accent"]}; }}
QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
QComboBox QAbstractItemView {{ background: {colour["panel"]}; color: {colour["text"]};
  border: 1px solid {colour["line"]}; outline: none;
  selection-background-color: {colour["accent"]}; selection-color: {colour["on_accent"]}; }}
QToolButton {{ color: {colour["text"]}; background: transparent; border: 1px solid transparent;
  border-radius: {px(6)}px; padding: {px(5)}px {px(9)}px; }}
QToolButton:hover {{ background: {colour["raised"]}; }}
QToolButton:focus {{ border-color: {colour["accent"]}; }}
QToolButton:checked {{ color: {colour["accent"]}; font-weight: bold; }}
QToolButton:disabled {{ color: {colour["dim"]}; }}
QToolButton#quiet {{ color: {colour["dim"]}; padding: {px(1)}px {px(4)}px; }}
QToolButton#quiet:hover, QToolButton#quiet:focus {{ color: {colour["text"]}; }}
QToolButton#tab {{ color: {colour["dim"]}; border: none; border-radius: 0; font-weight: normal;
  border-bottom: {px(2)}px solid transparent; padding: {px(6)}px {px(1)}px {px(4)}px {px(1)}px; }}
QToolButton#tab:hover {{ color: {colour["text"]}; background: transparent; }}
QToolButton#tab:checked {{ color: {colour["text"]}; border-bottom-color: {colour["accent"]}; }}
QToolButton#tab:focus {{ color: {colour["accent"]}; border-bottom-color: {colour["accent"]}; }}
QToolButton#boxed {{ border-color: {colour["line"]}; }}
QToolButton#boxed:focus {{ border-color: {colour["accent"]}; }}
#side QToolButton {{ padding: {px(5)}px {px(4)}px; }}
QToolButton::menu-indicator {{ image: none; }}
QMenu {{ background: {colour["panel"]}; color: {colour["text"]};
  border: 1px solid {colour["line"]}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px; }}
QMenu::item:selected {{ background: {colour["accent"]}; color: {colour["on_accent"]}; }}
QMenu::item:disabled {{ color: {colour["dim"]}; }}
QToolTip {{ background: {colour["panel"]}; color: {colour["text"]};
  border: 1px solid {colour["line"]}; }}
QScrollBar:vertical {{ background: transparent; width: {px(SCROLL_BAR_PX)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {colour["track"]}; border-radius: {px(4)}px;
  min-height: {px(30)}px; margin: {px(1)}px; }}
QScrollBar::handle:vertical:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
