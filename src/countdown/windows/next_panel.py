"""The next thing to happen, biggest of the countdowns; or how the mission ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from countdown.core.falls import fall_in
from countdown.core.readings import Phase
from countdown.models import fall_phrases, phrases
from countdown.models.countdown_phrases import is_planned, sureness
from countdown.models.phrases import tr
from countdown.windows.pieces import LIVE_EDGE_PX, Panel, RunningText, Text

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall
    from countdown.core.milestones import Milestone
    from countdown.core.readings import Reading
    from countdown.widgets.look import Look


class _Words(NamedTuple):
    caption: str
    title: str
    detail: str = ""
    figure: str = ""
    target: str = ""


class NextPanel(Panel):
    """Live while something is still to come."""

    def __init__(self) -> None:
        super().__init__(live=True)
        self._coming: tuple[Catalogue, Milestone, bool] | None = None
        self._event = _Words("", "")
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
        for row, text in enumerate((self._caption, self._title, self._detail)):
            self._grid.addWidget(text, row, 0)
        self._grid.addWidget(self._figure, 0, 1, 2, 1, right)
        self._grid.addWidget(self._target, 2, 1, right)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._align()
        self._grid.setHorizontalSpacing(look.space("gap"))
        self._grid.setVerticalSpacing(look.space("hair"))
        for text in self._texts:
            text.set_look(look)

    def set_live(self, live: bool) -> None:
        super().set_live(live)
        self._align()

    def _align(self) -> None:
        """Let the words begin where those of the other panels do, however thick the edge is."""
        if (look := self._look) is not None:
            across, down = look.space("wide"), look.space("medium")
            edge = look.px(LIVE_EDGE_PX) - 1 if self.property("live") else 0
            self._grid.setContentsMargins(across - edge, down, across, down)

    def show_reading(self, catalogue: Catalogue, reading: Reading) -> None:
        """Show what comes next; what is the same as before is not painted again."""
        words = self._words(catalogue, reading)
        for text, value in zip(self._texts, words, strict=True):
            text.setText(value)
        live = bool(words.figure)
        self._caption.set_colour("accent" if live else "dim")
        self.set_live(live)

    def _words(self, catalogue: Catalogue, reading: Reading) -> _Words:
        fall = fall_in(reading)
        if fall is not None:
            return _record_words(catalogue, fall)
        event = reading.next_event
        if event is None:
            return _ended_words(reading)
        coming = (catalogue, event.milestone, is_planned(reading))
        if coming != self._coming:
            self._coming = coming
            self._event = _event_words(*coming)
        figure = phrases.to_go(event)
        target = "" if self._event.target == figure else self._event.target
        return self._event._replace(figure=figure, target=target)


def _ended_words(reading: Reading) -> _Words:
    """What is said where nothing is counted down to."""
    flight = reading.flight
    if flight is None:
        return _Words(tr("Next"), tr("Nothing announced"))
    if reading.phase is Phase.IN_ORBIT:
        return _Words(tr("Next"), tr("Return"), figure=tr("not announced"))
    caption = phrases.phase_name(reading.phase)
    vehicle = flight.down.name if flight.down else flight.up.name
    if reading.phase is Phase.LANDING_UNCONFIRMED:
        known = tr("facts as of {}").format(phrases.moment(reading.data_date))
        return _Words(caption, vehicle, known)
    ended = phrases.moment(flight.landing) if flight.landing else ""
    return _Words(caption, vehicle, ended)


def _record_words(catalogue: Catalogue, fall: Fall) -> _Words:
    milestone = fall.countdown.milestone
    return _Words(
        tr("Record") if fall.countdown.is_past else tr("Next"),
        phrases.milestone_title(catalogue, milestone),
        fall_phrases.detail(fall),
        fall_phrases.figure(fall),
        phrases.target_time(milestone),
    )


def _event_words(catalogue: Catalogue, milestone: Milestone, planned: bool) -> _Words:
    """What is said of a milestone to come, whatever the time is."""
    detail = phrases.milestone_detail(milestone)
    doubt = sureness(milestone, is_planned=planned)
    return _Words(
        tr("Next"),
        phrases.milestone_title(catalogue, milestone),
        "  ·  ".join(filter(None, (detail, doubt))),
        target=phrases.target_time(milestone),
    )
