"""The next thing to happen, biggest of the countdowns; or how the mission ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from countdown.core.falls import fall_in, quiet_until
from countdown.core.moments import END, FIRST
from countdown.models.next_words import NextWords, counted, event_words, next_words
from countdown.windows.pieces import LIVE_EDGE_PX, Panel, RunningText, Text

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall
    from countdown.core.flights import Flight, PlannedLaunch
    from countdown.core.milestones import Milestone
    from countdown.core.moments import Instant
    from countdown.core.readings import Reading
    from countdown.widgets.look import Look


class NextPanel(Panel):
    """Live while something is still to come."""

    def __init__(self) -> None:
        super().__init__(live=True)
        self._coming: tuple[Catalogue, Milestone, Flight | PlannedLaunch | None] | None = None
        self._event = NextWords("", "")
        self._quiet: tuple[Flight | None, Instant, Instant] = (None, END, FIRST)
        self._is_live = True
        self._look: Look | None = None
        self._caption = Text("caption", "accent", bold=True, heading=True)
        self._title = Text("heading", bold=True)
        self._detail = Text("body", "dim")
        self._figure = RunningText("figure", "accent", ground="panel")
        self._target = Text("body", "dim")
        self._texts = (self._caption, self._title, self._detail, self._figure, self._target)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._target.fit()
        for text in (self._figure, self._target):
            text.setAlignment(right)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        for row, text in enumerate((self._caption, self._title)):
            self._grid.addWidget(text, row, 0, 1, 2)  # beside the figure, above a long time
        self._grid.addWidget(self._detail, 2, 0)
        self._grid.addWidget(self._figure, 0, 2, 2, 1, right)
        self._grid.addWidget(self._target, 2, 1, 1, 2, right)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._align()
        self._grid.setHorizontalSpacing(look.space("gap"))
        self._grid.setVerticalSpacing(look.space("hair"))
        for text in self._texts:
            text.set_look(look)

    def set_live(self, live: bool) -> None:
        if live != self._is_live:
            self._is_live = live
            super().set_live(live)
            self._align()

    def _align(self) -> None:
        """Let the words begin where those of the other panels do, however thick the edge is."""
        if (look := self._look) is not None:
            across, down = look.space("wide"), look.space("medium")
            edge = look.px(LIVE_EDGE_PX) - 1 if self._is_live else 0
            self._grid.setContentsMargins(across - edge, down, across, down)

    def show_reading(self, catalogue: Catalogue, reading: Reading) -> None:
        """Show what comes next; what is the same as before is not painted again."""
        for text, value in zip(self._texts, self._words(catalogue, reading), strict=True):
            text.setText(value)
        live = bool(self._figure.text())
        self._caption.set_colour("accent" if live else "dim")
        self.set_live(live)

    def _fall_in(self, reading: Reading) -> Fall | None:
        """The fall in a reading; looked for again when one may be near."""
        flight, since, until = self._quiet
        if reading.flight is flight and since <= reading.at < until:
            return None
        fall = fall_in(reading)
        ends = reading.at if fall is not None else quiet_until(reading)
        self._quiet = (reading.flight, reading.at, ends)
        return fall

    def _words(self, catalogue: Catalogue, reading: Reading) -> NextWords:
        fall, event = self._fall_in(reading), reading.next_event
        if fall is not None or event is None:
            return next_words(catalogue, reading, fall)
        about = reading.next_launch or reading.flight
        coming = (catalogue, event.milestone, about)
        if coming != self._coming:
            self._coming = coming
            self._event = event_words(catalogue, event.milestone, reading)
        return counted(self._event, event)
