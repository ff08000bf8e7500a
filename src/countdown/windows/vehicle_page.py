"""A vehicle with its whole crew: who went up on it, who came down, and all on one axis of time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from countdown.core.crews import VehiclePhase, crew_of, vehicle_phase, vehicle_span
from countdown.core.durations import Span
from countdown.core.moments import FIRST
from countdown.models import crew_phrases, own_words, phrases
from countdown.models.crew_list import CrewListModel
from countdown.models.phrases import tr
from countdown.widgets.counter_face import CounterFace
from countdown.widgets.crew_places import INSET
from countdown.widgets.crew_view import CrewView
from countdown.windows.page_head import PageHead
from countdown.windows.pieces import Panel, Text
from countdown.windows.section import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.crews import Crew
    from countdown.core.flights import Vehicle
    from countdown.core.moments import Instant
    from countdown.widgets.look import Look

_HIGH: Final = 480
"""From this height on, at scale 1, the page breathes."""
_WITH_MARK: Final = 610
"""From this width on, at scale 1, the clock's mark stands beside the name."""


class _Facts(Panel):
    """The time a vehicle has flown, and its launch and landing, each under its caption."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._clock = Text("caption", "dim", bold=True, heading=True)
        self._face = CounterFace(look)
        self._face.set_ground("panel")
        self._ends = [(Text("caption", "dim", bold=True, heading=True), Text("lead")) for _ in "12"]
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._clock, 0, 0)
        self._grid.addWidget(self._face, 1, 0, 4, 1)
        for row, (caption, words) in zip((0, 3), self._ends, strict=True):
            self._grid.addWidget(caption, row, 1)
            self._grid.addWidget(words, row + 1, 1)
        self._grid.setRowStretch(2, 1)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)

    def set_look(self, look: Look) -> None:
        across, above = look.space("wide"), look.space("medium")
        self._grid.setContentsMargins(across, above, across, above)
        self._grid.setHorizontalSpacing(across)
        self._grid.setVerticalSpacing(look.space("hair"))
        self._face.set_look(look)
        for text in (self._clock, *(text for texts in self._ends for text in texts)):
            text.set_look(look)

    def set_digits(self, height: int) -> None:
        """Give the figure so many pixels."""
        self._face.setFixedHeight(height)

    def show_crew(self, crew: Crew, at: Instant) -> None:
        """Show the times of a crew's vehicle; only what differs is painted again."""
        caption, span, running = _clock(crew, at)
        self._clock.setText(caption)
        self._face.setAccessibleName(caption)
        if span is None:
            self._face.set_figure("\N{EN DASH}", "", "", partial(str, tr("not recorded")))
        else:
            clock = phrases.clock_figure(span.seconds, span.precision, beat=running)
            days, unit = phrases.days_figure(span), phrases.days_unit(span)
            self._face.set_figure(days, unit, clock, partial(phrases.spoken, span))
        facts = (
            (tr("Launch"), phrases.moment(crew.vehicle.launch)),
            crew_phrases.landing_fact(crew, at),
        )
        for texts, words in zip(self._ends, facts, strict=True):
            for text, word in zip(texts, words, strict=True):
                text.setText(word)


def _clock(crew: Crew, at: Instant) -> tuple[str, Span | None, bool]:
    """Return what a vehicle's clock is called, what it shows, and whether it runs."""
    phase, launch = vehicle_phase(crew, at), crew.vehicle.launch
    if phase is VehiclePhase.BEFORE_LAUNCH:
        to_go = Span(launch.earliest - at, launch.latest - at, launch.precision)
        return tr("Launches in"), to_go, True
    if phase is VehiclePhase.UNRECORDED:
        return tr("Time of flight"), None, False
    running = phase is VehiclePhase.UP
    caption = tr("Mission elapsed time") if running else tr("Time of flight")
    return caption, vehicle_span(crew, at), running


class VehiclePage(Page):
    """Shows one vehicle at one instant; while it is hidden it does nothing.

    A row leads to that person's flight.
    """

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(catalogue, look, parent)
        self.setObjectName("page")
        self._at: Instant = FIRST
        self._crew: Crew | None = None
        self._model = CrewListModel(self)
        self._head = PageHead(self.mark, look)
        self._facts = _Facts(look)
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._heading.fit()
        self._heading.setText(tr("Crew"))
        self._counts = Text("caption", "dim")
        self.view = CrewView(self._model, tr("Crew"), look)
        self.view.subject_chosen.connect(self.subject_chosen)
        self._above = QHBoxLayout()
        self._above.addWidget(self._heading)
        self._above.addWidget(self._counts, 1)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self._head)
        self._middle.addWidget(self._facts)
        self._middle.addLayout(self._above)
        self._rows = QVBoxLayout()
        self._rows.addWidget(self.view, 1)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._middle)
        self._all.addLayout(self._rows, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.line_up(self._rows, INSET)
        self._above.setSpacing(look.space("medium"))
        for part in (self._head, self._facts, self._heading, self._counts, self.view):
            part.set_look(look)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()
        self._arrange()

    def _arrange(self) -> None:
        look = self.look
        is_high = self.height() >= look.px(_HIGH)
        above, between, digits = (24, 20, 68) if is_high else (12, 8, 44)
        margin = look.space("page")
        self._middle.setContentsMargins(margin, 0, margin, 0)
        self._middle.setSpacing(look.px(between))
        self._all.setContentsMargins(0, look.px(above), 0, look.space("small"))
        self._all.setSpacing(look.space("tight"))
        self._facts.set_digits(look.px(digits))
        self.mark.setVisible(self.width() >= look.px(_WITH_MARK))
        self._give_room()

    def _give_room(self) -> None:
        """Let the rows be as high as there is room for."""
        self._all.activate()
        needed = self.view.natural_height
        self.view.set_room(self.view.height() / needed if needed else 1.0)

    def show_vehicle(self, vehicle: Vehicle) -> None:
        """Turn to a vehicle."""
        self._crew = crew_of(self.catalogue, vehicle)
        self._follow()

    def show_instant(self, at: Instant) -> None:
        self._at = at
        self._follow()

    def _follow(self) -> None:
        """Show the vehicle at the instant, if anybody sees it."""
        if not self.isVisible():
            return
        self.mark.show_instant(self._at)
        if self._crew is None:
            return
        crew, at = self._crew, self._at
        self._head.title.setText(crew.vehicle.name)
        self._head.about.setText(crew_phrases.craft(crew.vehicle))
        self._head.state.setText(crew_phrases.vehicle_state(crew, at))
        self._facts.show_crew(crew, at)
        self._head.own.show_lines(own_words.told(self.catalogue, crew.vehicle))
        self._counts.setText(crew_phrases.crew_counts(crew))
        had = self._model.rowCount()
        self._model.show_crew(crew, at, self.catalogue.own)
        if had != self._model.rowCount():
            self._give_room()
