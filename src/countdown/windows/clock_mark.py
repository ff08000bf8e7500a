"""What time is shown: quiet when it is now, unmissable when it is not, one action from live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton

from countdown.models import clock_phrases
from countdown.models.phrases import tr
from countdown.windows.pieces import REPLAY_EDGE_PX, RunningText, Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.clocks import Clock
    from countdown.core.moments import Instant
    from countdown.widgets.look import Look


class ClockMark(QFrame):
    """Signals: ``live_chosen`` when the way back to now is taken."""

    live_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mark")
        self.setProperty("replay", False)
        self._replay = Text("small", "on_accent", bold=True, heading=True)
        self._replay.setObjectName("replay")
        self._live = Text("small", "dim", bold=True, heading=True)
        self._when = RunningText("row", ground="panel")
        for text in (self._replay, self._live):
            text.fit()
        self._button = QToolButton()
        self._button.setText(tr("Go live"))
        self._button.setToolTip(tr("Show what is happening now (Ctrl+L)"))
        self._button.clicked.connect(self.live_chosen)
        self._layout = QGridLayout(self)
        self._layout.addWidget(self._replay, 0, 0)
        self._layout.addWidget(self._live, 0, 0)
        self._layout.addWidget(self._button, 0, 1)
        self._layout.addWidget(self._when, 1, 0, 1, 2)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._align()
        self._layout.setHorizontalSpacing(look.px(20))
        self._layout.setVerticalSpacing(0)
        for text in (self._replay, self._live, self._when):
            text.set_look(look)
        self.setStyleSheet(
            f"#replay {{ background: {look.colours['accent']}; color: {look.colours['on_accent']};"
            f" border-radius: {look.px(4)}px; padding: {look.px(1)}px {look.px(7)}px; }}"
        )
        self._button.setFont(look.font("small"))

    def _align(self) -> None:
        """Leave the words in their places, however thick the edge is."""
        look = self._look
        edge = look.px(REPLAY_EDGE_PX) - 1 if self.property("replay") else 0
        across = look.px(16) - edge
        self._layout.setContentsMargins(across, look.px(8) - edge, across, look.px(11) - edge)

    def show_clock(self, clock: Clock) -> None:
        """Say which clock it is."""
        words = clock_phrases.kind(clock)
        self._live.setText(words)
        self._live.setVisible(clock.is_live)
        self._replay.setVisible(not clock.is_live)
        self._button.setVisible(not clock.is_live)
        self._replay.setText(words)
        if self.property("replay") is clock.is_live:
            self.setProperty("replay", not clock.is_live)
            self.setStyleSheet(self.styleSheet())  # its colours follow, by no slow class of Qt
            self._align()

    def show_instant(self, at: Instant) -> None:
        """Write the instant, to the second, in UTC."""
        self._when.setText(clock_phrases.second(at))
