"""A vehicle with its whole crew: who went up on it, who came down, and all on one axis of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from countdown.core.crews import (
    VehiclePhase,
    crew_of,
    vehicle_phase,
    vehicle_span,
)
from countdown.core.durations import Span
from countdown.core.moments import FIRST
from countdown.models import crew_phrases, phrases
from countdown.models.crew_list import CrewListModel
from countdown.models.phrases import tr
from countdown.widgets.crew_delegate import INSET, SCROLL_BAR
from countdown.widgets.crew_figure import TickingFigure
from countdown.widgets.crew_view import CrewView
from countdown.windows.pieces import Text
from countdown.windows.section import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from countdown.core.catalogue import Catalogue
    from countdown.core.crews import Crew
    from countdown.core.flights import Vehicle
    from countdown.core.moments import Instant
    from countdown.widgets.look import Look

_BESIDE: Final = 820
"""From this width on, at scale 1, the facts stand beside each other."""
_HIGH: Final = 480
"""From this height on, at scale 1, the page breathes."""
_WITH_MARK: Final = 610
"""From this width on, at scale 1, the clock's mark stands beside the name."""


class _Facts(QWidget):
    """The time a vehicle has flown, its launch and its landing, each under its caption."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.figure = TickingFigure(look)
        self.captions = tuple(Text("caption", "dim", bold=True, heading=True) for _ in range(3))
        self.launch, self.landing = Text("row"), Text("row")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._beside: bool | None = None

    def set_look(self, look: Look) -> None:
        for text in (*self.captions, self.launch, self.landing):
            text.set_look(look)
        self.figure.set_look(look)
        self._grid.setHorizontalSpacing(look.space("page"))
        self._grid.setVerticalSpacing(look.space("hair"))

    def arrange(self, *, beside: bool) -> None:
        """Put launch and landing beside the figure, or beneath it."""
        if beside == self._beside:
            return
        self._beside = beside
        places = ((0, 0), (0, 1), (0, 2)) if beside else ((0, 0), (2, 0), (2, 1))
        values = (self.figure, self.launch, self.landing)
        for caption, value, (row, column) in zip(self.captions, values, places, strict=True):
            span = 1 if beside or row else 2
            self._grid.addWidget(caption, row, column, 1, span)
            self._grid.addWidget(
                value, row + 1, column, 1, span, Qt.AlignmentFlag.AlignVCenter
            ) if value is self.figure else self._grid.addWidget(value, row + 1, column, 1, span)
        for column in range(3):
            self._grid.setColumnStretch(column, 0 if beside and not column else 1)
        self._grid.setColumnStretch(2, 1 if beside else 0)


class VehiclePage(Page):
    """Shows one vehicle at one instant; while it is hidden it does nothing.

    A row leads to that person's flight.
    """

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(catalogue, look, parent)
        self.setObjectName("page")
        self._at: Instant = FIRST
        self._vehicle: Vehicle | None = None
        self._crew: Crew | None = None
        self._model = CrewListModel(self)
        self._name = Text("name", bold=True)
        self._craft = Text("row", "dim")
        self._state = Text("row")
        self._facts = _Facts(look)
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._heading.hug()
        self._heading.setText(tr("Crew"))
        self._counts = Text("caption", "dim")
        self.view = CrewView(self._model, tr("Crew"), look)
        self.view.subject_chosen.connect(self.subject_chosen)
        self._lay_out()
        self.set_look(look)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._head = QGridLayout()
        self._head.setColumnStretch(0, 1)
        self._head.setRowStretch(3, 1)
        for row, text in enumerate((self._name, self._craft, self._state)):
            self._head.addWidget(text, row, 0, top)
        self._head.addWidget(self.mark, 0, 1, 4, 1, top)
        self._crew_head = QGridLayout()
        self._crew_head.addWidget(self._heading, 0, 0)
        self._crew_head.addWidget(self._counts, 0, 1)
        self._crew_head.setColumnStretch(1, 1)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self._facts)
        self._middle.addLayout(self._crew_head)
        self._rows = QVBoxLayout()
        self._rows.addWidget(self.view, 1)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._head)
        self._all.addLayout(self._middle)
        self._all.addLayout(self._rows, 1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin, inset = look.space("page"), look.px(INSET)
        for layout in (self._head, self._middle):
            layout.setContentsMargins(margin, 0, margin, 0)
        self._rows.setContentsMargins(margin - inset, 0, margin - inset - look.px(SCROLL_BAR), 0)
        self._head.setHorizontalSpacing(look.space("wide"))
        self._head.setVerticalSpacing(look.space("tight"))
        self._crew_head.setHorizontalSpacing(look.space("medium"))
        for part in (
            self._name, self._craft, self._state, self._facts, self._heading, self._counts,
            self.mark, self.view,
        ):  # fmt: skip
            part.set_look(look)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _arrange(self) -> None:
        look = self.look
        high = self.height() >= look.px(_HIGH)
        above, between = (24, 20) if high else (12, 8)
        self._all.setContentsMargins(0, look.px(above), 0, look.space("small"))
        self._all.setSpacing(look.px(4 if not high else 8))
        self._middle.setSpacing(look.px(between))
        self._middle.setContentsMargins(
            look.space("page"), look.px(between // 2), look.space("page"), 0
        )
        self.mark.setVisible(self.width() >= look.px(_WITH_MARK))
        self._facts.arrange(beside=self.width() >= look.px(_BESIDE))
        self._give_room()

    def _give_room(self) -> None:
        """Let the rows be as high as there is room for."""
        self._all.activate()
        needed = self.view.natural_height
        self.view.set_room(self.view.height() / needed if needed else 1.0)

    def show_vehicle(self, vehicle: Vehicle) -> None:
        """Turn to a vehicle."""
        self._vehicle = vehicle
        self._crew = crew_of(self.catalogue, vehicle)
        self._follow()
        self._give_room()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Turn to other facts; a vehicle that they do not have stays as it was."""
        super().show_catalogue(catalogue)
        if self._vehicle is not None and self._vehicle.id in catalogue.vehicles:
            self.show_vehicle(catalogue.vehicles[self._vehicle.id])

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
        self._describe(self._crew)
        had = self._model.rowCount()
        self._model.show_crew(self._crew, self._at)
        if had != self._model.rowCount():
            self._give_room()

    def _describe(self, crew: Crew) -> None:
        """Write what only some seconds change; the figure is the one that ticks."""
        at, vehicle = self._at, crew.vehicle
        self._name.setText(vehicle.name)
        self._craft.setText(crew_phrases.craft(vehicle))
        self._state.setText(crew_phrases.vehicle_state(crew, at))
        self._counts.setText(crew_phrases.crew_counts(crew))
        elapsed, launch, landing = self._facts.captions
        ending, ended = crew_phrases.landing_fact(crew, at)
        launch.setText(tr("Launch"))
        self._facts.launch.setText(phrases.moment(vehicle.launch))
        landing.setText(ending)
        self._facts.landing.setText(ended)
        caption, figure, spoken = _elapsed(crew, at)
        elapsed.setText(caption)
        self._facts.figure.show_figure(figure, spoken)


def _elapsed(crew: Crew, at: Instant) -> tuple[str, str, str]:
    """Return the caption of a vehicle's time, its figure, and that in words, to the minute."""
    phase = vehicle_phase(crew, at)
    launch = crew.vehicle.launch
    if phase is VehiclePhase.UNRECORDED:
        return tr("Time of flight"), "\N{EM DASH}", tr("not recorded")
    if phase is VehiclePhase.BEFORE_LAUNCH:
        left = Span(launch.earliest - at, launch.latest - at, launch.precision)
        caption = tr("Launches in")
        figure = tr("T− {}").format(phrases.length(*left))
        return caption, figure, f"{caption} {phrases.spoken(left)}"
    span = vehicle_span(crew, at)
    caption = tr("Mission elapsed time") if phase is VehiclePhase.UP else tr("Time of flight")
    return caption, phrases.length(*span), f"{caption}, {phrases.spoken(span)}"
