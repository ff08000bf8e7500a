"""Everyone in orbit in one picture, by station and vehicle, their flights on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from countdown.core.crews import common_length, crowd, emptiness, who_is_up
from countdown.core.moments import FIRST
from countdown.models import crew_phrases
from countdown.models.crew_list import UpListModel
from countdown.models.phrases import listed, tr
from countdown.widgets.crew_columns import parted
from countdown.widgets.crew_places import INSET, MOST_ROOM
from countdown.widgets.crew_view import CrewView
from countdown.widgets.crowd_strip import CrowdStrip
from countdown.windows.page_head import PageHead
from countdown.windows.section import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.crews import StationCrew
    from countdown.core.moments import Instant
    from countdown.widgets.crew_columns import Column
    from countdown.widgets.look import Look

_COMFORTABLE: Final = 470
"""From this width on, at scale 1, a station likes to have a column of its own."""
_NARROWEST: Final = 330
"""The least width of a column, at scale 1, where many are up."""
_MOST: Final = 4
_CROWD: Final = 190
"""From so much spare height on, at scale 1, the years are shown below the rows."""
_ALL_AT_ONCE: Final = 480
"""From this height on, at scale 1, there is room for the countries."""
_WITH_MARK: Final = 610
"""From this width on, at scale 1, the clock's mark stands beside the title."""


class UpPage(Page):
    """Shows all who are up at one instant; while it is hidden it does nothing.

    A person leads to the flight, the name of a vehicle to its crew.
    """

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(catalogue, look, parent)
        self.setObjectName("page")
        self._at: Instant = FIRST
        self._stations: tuple[StationCrew, ...] = ()
        self._steady = (FIRST, FIRST)
        self._columns: list[Column] = []
        self._said: object = None
        self._head = PageHead(self.mark, look)
        self._models: list[UpListModel] = []
        self.views: list[CrewView] = []
        self._lists = QHBoxLayout()
        self._all = QVBoxLayout(self)
        self._all.addWidget(self._head)
        self._all.addLayout(self._lists, 1)
        self.crowd = CrowdStrip(look)
        self._below = QVBoxLayout()
        self._below.addWidget(self.crowd)
        self._all.addLayout(self._below)
        self._add_view()
        self._show_crowd()
        self.set_look(look)

    def _add_view(self) -> None:
        model = UpListModel(self)
        view = CrewView(model, tr("In orbit"), self.look)
        view.subject_chosen.connect(self.subject_chosen)
        self._models.append(model)
        self.views.append(view)
        self._lists.addWidget(view, 1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin = look.space("page")
        self._head.setContentsMargins(margin, 0, margin, 0)
        self.line_up(self._lists, INSET)
        self._lists.setSpacing(look.space("gap"))
        self._below.setContentsMargins(margin, 0, margin, look.space("small"))
        self._head.set_look(look)
        self.crowd.set_look(look)
        for view in self.views:
            view.set_look(look)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def show_instant(self, at: Instant) -> None:
        self._at = at
        self._follow()

    def _follow(self) -> None:
        """Show the instant, if anybody sees it; who is up is asked when somebody goes or comes."""
        if not self.isVisible():
            return
        self.mark.show_instant(self._at)
        if not self._steady[0] <= self._at < self._steady[1]:
            self._steady = self.catalogue.steady_around(self._at)
            stations = who_is_up(self.catalogue, self._at)
            if stations != self._stations or not self._columns:
                self._stations = stations
                self._arrange()
        self._fill()
        self._describe()
        if not self.crowd.isHidden():
            self.crowd.show_instant(self._at)

    def _show_crowd(self) -> None:
        self.crowd.show_steps(crowd(self.catalogue))

    def _describe(self) -> None:
        """Say how many are up, which no second changes."""
        count = sum(len(one.flights) for one in self._stations)
        self._head.title.setText(crew_phrases.heads(count))
        if count:
            about = crew_phrases.about_all(self.catalogue, self._stations, self._at)
        else:
            about = crew_phrases.nobody(emptiness(self.catalogue, self._at))
        self._head.about.setText(about)

    def _fill(self) -> None:
        if not self._stations:
            self._models[0].show_nobody(emptiness(self.catalogue, self._at), self._at)
            return
        flights = [flight for one in self._stations for flight in one.flights]
        length = common_length(flights, self._at)
        for model, column in zip(self._models, self._columns, strict=False):
            model.show_stations(column, length, self._at, self._stations, self.catalogue.own)

    def _arrange(self) -> None:
        """Part all into columns, and give their rows the room there is."""
        look = self.look
        high = self.height() >= look.px(_ALL_AT_ONCE)
        above, between = (24, 20) if high else (12, 8)
        self._all.setContentsMargins(0, look.px(above), 0, look.space("small"))
        self._all.setSpacing(look.px(between))
        self.mark.setVisible(self.width() >= look.px(_WITH_MARK))
        width = self.width() - 2 * look.space("page")
        height = self.height() - self._head.sizeHint().height() - look.px(above + between + 8)
        most = min(_MOST, max(1, width // look.px(_NARROWEST)))
        fewest = min(max(1, len(self._stations)), max(1, width // look.px(_COMFORTABLE)))
        natural = max(1, round(height / look.scale))
        columns = parted(self._stations, fewest, most, natural)
        self._columns = columns
        while len(self.views) < len(columns):
            self._add_view()
        for place, view in enumerate(self.views):
            shown = place < max(1, len(columns))
            view.setVisible(shown)
            self._lists.setStretchFactor(view, 1 if shown else 0)
            if place < len(columns):
                names = [one.station or one.vehicles[0].vehicle.name for one in columns[place]]
                view.setAccessibleName(tr("In orbit: {}").format(listed(names)))
        if self.isVisible():
            self._fill()
        self._give_room(height)

    def _give_room(self, height: int) -> None:
        """Let all rows be as high as the highest column allows; few leave room for the years."""
        shown = self.views[: max(1, len(self._columns))]
        self._all.activate()
        needed = max(view.natural_height for view in shown)
        spare = height - round(needed * MOST_ROOM)
        self.crowd.setVisible(spare >= self.look.px(_CROWD))
        self._all.setStretchFactor(self._lists, height - spare)
        self._all.setStretchFactor(self._below, max(0, spare) if not self.crowd.isHidden() else 0)
        room = min(MOST_ROOM, height / needed) if needed else 1.0
        for view in shown:
            view.set_room(room)
