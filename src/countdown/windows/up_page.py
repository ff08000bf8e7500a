"""Everyone in orbit in one picture, by station and vehicle, on one scale of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from countdown.core.crews import StationCrew, common_length, emptiness, who_is_up
from countdown.core.moments import FIRST, Instant
from countdown.models import crew_phrases
from countdown.models.crew_list import UpListModel
from countdown.models.phrases import tr
from countdown.widgets.crew_view import CrewView
from countdown.windows.page_head import PageHead
from countdown.windows.section import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

_SIDE_BY_SIDE: Final = 900
"""From this width on, at scale 1, stations stand in two columns."""
_MOST_ROOM: Final = 1.5


class UpPage(Page):
    """One column of stations, or two that are as even as can be; hidden, it does nothing."""

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(catalogue, look, parent)
        self._at: Instant = FIRST
        self._stations: tuple[StationCrew, ...] = ()
        self._steady = (FIRST, FIRST)
        self._head = PageHead(self.mark, look)
        self._models = (UpListModel(self), UpListModel(self))
        self._views = tuple(CrewView(one, tr("In orbit"), look) for one in self._models)
        self._columns = QHBoxLayout()
        for view in self._views:
            self._columns.addWidget(view, 1)
            view.subject_chosen.connect(self.subject_chosen)
        self._all = QVBoxLayout(self)
        self._all.addWidget(self._head)
        self._all.addLayout(self._columns, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin = look.space("page")
        self._all.setContentsMargins(margin, look.space("wide"), margin, look.space("small"))
        self._all.setSpacing(look.space("gap"))
        self._columns.setSpacing(look.space("page"))
        self._head.set_look(look)
        for view in self._views:
            view.set_look(look)
        self._follow()

    def show_catalogue(self, catalogue: Catalogue) -> None:
        super().show_catalogue(catalogue)
        self._steady = (FIRST, FIRST)
        self._follow()

    def show_instant(self, at: Instant) -> None:
        self._at = at
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        at = self._at
        self.mark.show_instant(at)
        since, until = self._steady
        if not since <= at < until:
            self._stations = who_is_up(self.catalogue, at)
            self._steady = self.catalogue.steady_around(at)
        flights = [flight for station in self._stations for flight in station.flights]
        self._head.title.setText(crew_phrases.heads(len(flights)))
        if not flights:
            found = emptiness(self.catalogue, at)
            self._head.about.setText(crew_phrases.nobody(found))
            self._models[0].show_nobody(found, at)
            self._views[1].hide()
            return
        self._head.about.setText(crew_phrases.about_all(self.catalogue, self._stations, at))
        length = common_length(flights, at)
        columns = self._split()
        self._views[1].setVisible(len(columns) > 1)
        for model, stations in zip(self._models, columns, strict=False):
            model.show_stations(stations, length, at)
        self._fill()

    def _split(self) -> list[tuple[StationCrew, ...]]:
        """The largest station in one column and the others beside it, where there is room."""
        if len(self._stations) < 2 or self.width() < self.look.px(_SIDE_BY_SIDE):
            return [self._stations]
        return [self._stations[:1], self._stations[1:]]

    def _fill(self) -> None:
        """Give the rows the room there is, up to a measure, so that a page is not a desert."""
        shown = [view for view in self._views if not view.isHidden()]
        needed = max(view.natural_height for view in shown)
        for view in shown:
            room = view.viewport().height() / needed if needed else 1.0
            view.set_room(min(max(1.0, room), _MOST_ROOM))
