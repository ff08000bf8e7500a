"""A small window that stays above all others, in a corner, all day."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from countdown.core.boxes import Box, corner, nearest, next_edge
from countdown.core.falls import Stage
from countdown.models.phrases import tip, tr
from countdown.models.pin_words import PinReader, banner_words
from countdown.services.memory import mission_key
from countdown.widgets.pin_face import FIRST_SIZE, LEAST_SIZE, PinFace
from countdown.windows.in_sight import InSight
from countdown.windows.pinning import keep_aside

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QContextMenuEvent,
        QEnterEvent,
        QKeyEvent,
        QMouseEvent,
        QMoveEvent,
        QResizeEvent,
        QShowEvent,
    )

    from countdown.core.falls import Fall
    from countdown.core.readings import Mission
    from countdown.services.places import Places
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.widgets.look import Look
    from countdown.windows.pin_menu import PinMenu

_EDGE: Final = 6
"""How near to an edge a press takes hold of it, in pixels."""
_STEP, _FINE_STEP = 10, 1
_SETTLED_MS: Final = 400
"""After so long without a change, a window or the screens are where they will be."""
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_GROWS: Final = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
}
_SHAPES: Final = {
    Qt.Edge.LeftEdge: Qt.CursorShape.SizeHorCursor,
    Qt.Edge.RightEdge: Qt.CursorShape.SizeHorCursor,
    Qt.Edge.TopEdge: Qt.CursorShape.SizeVerCursor,
    Qt.Edge.BottomEdge: Qt.CursorShape.SizeVerCursor,
    Qt.Edge.TopEdge | Qt.Edge.LeftEdge: Qt.CursorShape.SizeFDiagCursor,
    Qt.Edge.BottomEdge | Qt.Edge.RightEdge: Qt.CursorShape.SizeFDiagCursor,
    Qt.Edge.TopEdge | Qt.Edge.RightEdge: Qt.CursorShape.SizeBDiagCursor,
    Qt.Edge.BottomEdge | Qt.Edge.LeftEdge: Qt.CursorShape.SizeBDiagCursor,
}


def _flags() -> Qt.WindowType:
    """A window without frame, above the others.

    On Windows only a tool has no button in the task bar. On macOS a tool would vanish with the
    app's other windows, and some X11 desktops hide it with them; there `keep_aside` serves.
    """
    kind = Qt.WindowType.Tool if sys.platform == "win32" else Qt.WindowType.Window
    return kind | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class PinnedWindow(InSight, QWidget):
    """Shows one mission's counter and what comes next; only where `is_supported` says so.

    Signals:
        main_asked: the `Mission` that the main window should show.
        click_through_changed: whether clicks reach what lies below.
        closed: the `Mission` that is pinned no more.
    """

    main_asked = Signal(object)
    click_through_changed = Signal(bool)
    closed = Signal(object)

    def __init__(
        self,
        mission: Mission,
        ticker: Ticker,
        settings: Settings,
        places: Places,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _flags())
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)  # though a tool, it may be the last
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mission = mission
        self._reader = PinReader(mission)
        self._name = ""
        self._key = mission_key(mission)
        self._ticker = ticker
        self._settings = settings
        self._places = places
        self._look = look
        self._told: Fall | None = None
        self._pressed: QPoint | None = None
        self._face = PinFace(look)
        self.setFocusProxy(self._face)
        self._face.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._face)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._settle)
        self._have_screens_changed = False
        self.setMinimumSize(*LEAST_SIZE)
        self._put = places.find(self._key, FIRST_SIZE)
        self.setGeometry(*self._put)
        self._show_opacity(settings.pin_opacity)
        settings.pin_opacity_changed.connect(self._show_opacity)
        places.screens_changed.connect(self._return)
        ticker.ticked.connect(self._tick)
        ticker.clock_changed.connect(self._show_clock)
        self._show_clock()
        self._show_reading()

    @property
    def mission(self) -> Mission:
        return self._mission

    def take_facts(self, mission: Mission) -> None:
        """Show the same mission as another catalogue has it."""
        self._mission = mission
        self._reader = PinReader(mission)
        self._show_reading()

    @property
    def face(self) -> PinFace:
        """What it shows."""
        return self._face

    @property
    def is_click_through(self) -> bool:
        return bool(self.windowFlags() & Qt.WindowType.WindowTransparentForInput)

    @cached_property
    def _menu(self) -> PinMenu:
        from countdown.windows.pin_menu import PinMenu

        return PinMenu(self)

    def set_look(self, look: Look) -> None:
        """Take another theme; the scale is that of its own size."""
        self._look = look
        self._face.set_look(look)

    def show_fall(self, fall: Fall | None) -> None:
        """Tell of a record in its minute, whoever's it is; None when that is over."""
        self._told = fall
        self._show_reading()

    def set_opacity(self, percent: int) -> None:
        """Be so opaque, as all pinned windows, from now on."""
        self._settings.pin_opacity = percent

    def set_click_through(self, through: bool) -> None:
        """Let clicks reach what lies below, or no longer; the window is not made anew for it."""
        if through == self.is_click_through:
            return
        flag = Qt.WindowType.WindowTransparentForInput
        if (handle := self.windowHandle()) is not None:
            handle.setFlag(flag, through)
        flags = self.windowFlags() & ~flag
        self.overrideWindowFlags(flags | flag if through else flags)
        self.click_through_changed.emit(through)

    def ask_main(self) -> None:
        """Ask for the main window, with this mission."""
        self.main_asked.emit(self._mission)

    def move_to_corner(self, *, right: bool, bottom: bool) -> None:
        """Move into a corner of the screen that it is on."""
        box = self._box()
        self.setGeometry(*corner(box[2:], self._area(box), right=right, bottom=bottom))

    def _tick(self) -> None:
        if self.isVisible():
            self._show_reading()

    def _show_reading(self) -> None:
        words = self._reader.words(self._ticker.now())
        fall = self._reader.fall
        self._face.show_words(words)
        told = fall if fall is not None and fall.stage is Stage.FALLS else self._told
        self._face.show_banner(banner_words(self._mission.catalogue, told) if told else None)
        if self.underMouse():
            self._show_tip()
        if words.name != self._name:
            self._name = words.name
            self.setWindowTitle(" – ".join((words.name, tr("Mission Countdown"))))

    def _show_clock(self) -> None:
        clock = self._ticker.clock
        self._face.set_mark("" if clock.is_live else tr("Replay"))

    def _show_opacity(self, percent: int) -> None:
        if percent != round(self.windowOpacity() * 100):
            self.setWindowOpacity(percent / 100)

    def _box(self) -> Box:
        at = self.geometry()
        return Box(at.x(), at.y(), at.width(), at.height())

    def _area(self, box: Box) -> Box:
        areas = self._places.areas()
        return areas[nearest(box, areas)]

    def _return(self) -> None:
        """Go where it belongs on the screens that there are now, at once and when all is still."""
        self._have_screens_changed = True
        self._put = self._places.find(self._key, self._box()[2:])
        self.setGeometry(*self._put)
        self._settling.start()

    def _settle(self) -> None:
        """Remember where it is; what the window manager moved with the screens goes back first."""
        if self._have_screens_changed:
            self._put = self._places.find(self._key, self._box()[2:])
            self.setGeometry(*self._put)
            self._have_screens_changed = False
        else:
            self._places.write(self._key)

    def _was_placed(self) -> None:
        """Take in where somebody has put it; where it was put for the screens is not that."""
        box = self._box()
        if not self.isVisible() or self._have_screens_changed or box == self._put:
            return
        self._put = box
        self._places.keep(self._key, box)
        self._settling.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._was_placed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._was_placed()

    def _edges(self, at: QPoint) -> Qt.Edge:
        edges = Qt.Edge(0)
        if at.x() < _EDGE:
            edges |= Qt.Edge.LeftEdge
        elif at.x() >= self.width() - _EDGE:
            edges |= Qt.Edge.RightEdge
        if at.y() < _EDGE:
            edges |= Qt.Edge.TopEdge
        elif at.y() >= self.height() - _EDGE:
            edges |= Qt.Edge.BottomEdge
        return edges

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed = None
            self.setCursor(_SHAPES.get(self._edges(at), Qt.CursorShape.ArrowCursor))
            return
        pressed, handle = self._pressed, self.windowHandle()
        if pressed is None or handle is None:
            return
        if (at - pressed).manhattanLength() < QApplication.startDragDistance():
            return
        edges = self._edges(pressed)
        if handle.startSystemResize(edges) if edges else handle.startSystemMove():
            self._pressed = None  # from now on the window manager has the mouse
        elif not edges:
            self.move(self.pos() + at - pressed)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.ask_main()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Close):
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_main()
        elif key is Qt.Key.Key_F10 and held is Qt.KeyboardModifier.ShiftModifier:
            self._open_menu(self.mapToGlobal(self.rect().center()))
        elif key in _GROWS:
            self._grow(_GROWS[key], _GROWS[key], _STEP)
        elif key in _WAYS:
            self._take_way(*_WAYS[key], held)
        else:
            super().keyPressEvent(event)

    def _take_way(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        box, keys = self._box(), Qt.KeyboardModifier
        step = _FINE_STEP if held & keys.ShiftModifier else _STEP
        if held & keys.AltModifier:
            self._grow(across, down, step)
        elif held & keys.ControlModifier:
            self.setGeometry(*next_edge(box, across, down, self._places.areas()))
        else:
            self.setGeometry(*box.moved(across * step, down * step).within(self._area(box)))

    def _grow(self, across: int, down: int, step: int) -> None:
        box = self._box()
        grown = box.grown(across * step, down * step, LEAST_SIZE)
        self.setGeometry(*grown.within(self._area(box)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def _open_menu(self, at: QPoint) -> None:
        self._menu.set_look(self._look)
        self._menu.show_state(self._settings.pin_opacity, click_through=self.is_click_through)
        self._menu.popup(at)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_tip()

    def _show_tip(self) -> None:
        """Have at hand what to tell who points here, or Python would be asked about each event."""
        self.setToolTip(tip(self._face.told()))

    def watch(self) -> None:
        self._ticker.set_visible(self, self.is_in_sight())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        keep_aside(int(self.winId()))
        self._show_reading()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settling.isActive():
            self._settling.stop()
            self._settle()
        self._places.let_go(self._key)
        super().closeEvent(event)
        self.closed.emit(self._mission)
