"""One counter of a mission: its name, its digits, and the same figure in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from countdown.models.leading import lead, spoken
from countdown.models.phrases import tr
from countdown.widgets.counter_face import CounterFace
from countdown.windows.buttons import EnterButton
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from countdown.core.readings import Counter
    from countdown.widgets.look import Look


_LOW_FACE: Final = 64
"""How high digits are at most, at scale 1, where there is little height."""
QWIDGETSIZE_MAX: Final = (1 << 24) - 1
"""Qt's own value for no limit, which PySide does not export."""


class CounterPanel(Panel):
    """Signals: ``explain_asked`` on a click anywhere, or a key on *how counted?*."""

    explain_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_low = False
        self.title = Text("caption", "dim", bold=True, heading=True)
        self.asking = EnterButton(tr("how counted?"), boxed=False)
        self.asking.setObjectName("quiet")
        self.asking.setToolTip(tr("Every way of counting this figure, side by side (F2)"))
        self.asking.clicked.connect(self.explain_asked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.face = CounterFace(look)
        self.face.set_ground("panel")
        self.words = Text("lead", "dim")
        self.places = Text("small", "dim")
        self._top = QHBoxLayout()
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.asking)
        self._parts = QVBoxLayout(self)
        self._parts.addLayout(self._top)
        for part in (self.face, self.words, self.places):
            self._parts.addWidget(part)

    def set_low(self, *, low: bool) -> None:
        """Take little height: smaller digits, and no places in the rankings."""
        self._is_low = low
        self.places.setVisible(not low)
        self.face.setMaximumHeight(self._look.px(_LOW_FACE) if low else QWIDGETSIZE_MAX)
        above, below = ("small", "small") if low else ("medium", "gap")
        self._parts.setContentsMargins(
            self._look.space("wide"),
            self._look.space(above),
            self._look.space("gap"),
            self._look.space(below),
        )

    def set_look(self, look: Look) -> None:
        self._look = look
        self.set_low(low=self._is_low)
        self._parts.setSpacing(look.space("tight"))
        for part in (self.title, self.face, self.words, self.places):
            part.set_look(look)
        self.asking.setFont(look.font("small"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            event.accept()  # so that the release comes here
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.explain_asked.emit()
        else:
            super().mouseReleaseEvent(event)

    def set_name(self, name: str) -> None:
        """Say what is counted."""
        self.title.setText(name)
        self.asking.setAccessibleName(tr("{}: how counted?").format(name))
        self.face.setAccessibleName(name)

    def show_counter(self, counter: Counter, *, running: bool) -> None:
        """Show a figure; only what differs from the last one is painted again."""
        led = lead(counter, beat=running)
        said = partial(spoken, led, counter.span)
        self.face.set_figure(led.days, led.unit, led.clock, said, is_apart=led.is_apart)
