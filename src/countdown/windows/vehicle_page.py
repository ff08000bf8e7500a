"""A vehicle with its whole crew: who went up on it, who came down, and how long they flew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from countdown.core.crews import Crew, VehiclePhase, crew_of, vehicle_phase, vehicle_span
from countdown.core.moments import FIRST, Instant
from countdown.models import crew_phrases, phrases
from countdown.models.crew_list import CrewListModel
from countdown.models.phrases import tr
from countdown.widgets.counter_face import CounterFace
from countdown.widgets.crew_view import CrewView
from countdown.windows.page_head import PageHead
from countdown.windows.pieces import Panel, Text
from countdown.windows.section import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Vehicle
    from countdown.widgets.look import Look

_MOST_ROOM: Final = 1.5


class VehiclePage(Page):
    """The vehicle's own clock over a list of its crew; hidden, it does nothing."""

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(catalogue, look, parent)
        self._at: Instant = FIRST
        self._crew: Crew | None = None
        self._head = PageHead(self.mark, look)
        self._panel = Panel()
        self._clock_name = Text("caption", "dim", bold=True, heading=True)
        self._clock_name.setText(tr("Mission elapsed time"))
        self.face = CounterFace(look)
        self.face.setAccessibleName(tr("Mission elapsed time"))
        self._facts = [
            (Text("caption", "dim", bold=True, heading=True), Text("lead")) for _ in "12"
        ]
        self._inner = QGridLayout(self._panel)
        self._inner.addWidget(self._clock_name, 0, 0)
        self._inner.addWidget(self.face, 1, 0, 4, 1)
        for row, (name, fact) in enumerate(self._facts):
            self._inner.addWidget(name, 2 * row + (row > 0), 1, Qt.AlignmentFlag.AlignBottom)
            self._inner.addWidget(fact, 2 * row + 1 + (row > 0), 1, Qt.AlignmentFlag.AlignTop)
        self._inner.setColumnStretch(0, 3)
        self._inner.setColumnStretch(1, 2)
        self._counts = Text("caption", "dim", bold=True, heading=True)
        self._model = CrewListModel(self)
        self._view = CrewView(self._model, tr("Crew"), look)
        self._view.subject_chosen.connect(self.subject_chosen)
        self._all = QVBoxLayout(self)
        for part in (self._head, self._panel, self._counts):
            self._all.addWidget(part)
        self._all.addWidget(self._view, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin, across = look.space("page"), look.space("wide")
        self._all.setContentsMargins(margin, across, margin, look.space("small"))
        self._all.setSpacing(look.space("gap"))
        self._inner.setContentsMargins(across, look.space("medium"), across, look.space("medium"))
        self._inner.setHorizontalSpacing(across)
        self._inner.setVerticalSpacing(look.space("hair"))
        for name, fact in self._facts:
            name.set_look(look)
            fact.set_look(look)
        for part in (self._head, self._clock_name, self.face, self._counts, self._view):
            part.set_look(look)
        self._follow()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        super().show_catalogue(catalogue)
        if self._crew is not None:
            self.show_vehicle(self._crew.vehicle)

    def show_vehicle(self, vehicle: Vehicle) -> None:
        """Turn to a vehicle."""
        self._crew = crew_of(self.catalogue, vehicle)
        self._follow()

    def show_instant(self, at: Instant) -> None:
        self._at = at
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        crew, at = self._crew, self._at
        if crew is None or not self.isVisible():
            return
        self.mark.show_instant(at)
        vehicle = crew.vehicle
        self._head.title.setText(vehicle.name)
        self._head.about.setText(crew_phrases.craft(vehicle))
        self._head.state.setText(crew_phrases.vehicle_state(crew, at))
        span = vehicle_span(crew, at)
        running = vehicle_phase(crew, at) is VehiclePhase.UP
        self.face.set_figure(
            phrases.days_figure(span),
            phrases.days_unit(span),
            phrases.clock_figure(span.seconds, span.precision, beat=running),
            phrases.spoken(span),
        )
        facts = (
            (tr("Launch"), phrases.moment(vehicle.launch)),
            crew_phrases.landing_fact(crew, at),
        )
        for texts, words in zip(self._facts, facts, strict=True):
            for text, word in zip(texts, words, strict=True):
                text.setText(word)
        self._counts.setText(crew_phrases.crew_counts(crew))
        self._model.show_crew(crew, at)
        if needed := self._view.natural_height:
            room = self._view.viewport().height() / needed
            self._view.set_room(min(max(1.0, room), _MOST_ROOM))
