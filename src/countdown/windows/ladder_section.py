"""The ladder: rank by rank, who is ahead of a flight and who was just passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QGridLayout

from countdown.core.ladders import ladder, moved
from countdown.core.moments import END, FIRST, MINUTE, Instant
from countdown.core.records import Category, Kind
from countdown.models.ladder_list import LadderListModel, LadderRole
from countdown.models.phrases import tr
from countdown.widgets.rung_delegate import HEIGHT, RungDelegate
from countdown.windows.category_chooser import CategoryChooser
from countdown.windows.dialogs import wrapped
from countdown.windows.pieces import Text
from countdown.windows.row_view import SectionRows
from countdown.windows.section import Section

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.flights import Flight
    from countdown.core.ladders import Ladder
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look

_FEWEST: Final = 4
_NEVER: Final = (END, FIRST, 0)


class LadderSection(Section):
    """Shows as many rungs as there is room for; Enter or a double click leads to the flight."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shown: tuple[Mission, Flight] | None = None
        self._last: tuple[Mission, Reading] | None = None
        self._ladder: Ladder | None = None
        self._asked: tuple[Flight, Category, int] | None = None
        self._since = FIRST
        self._minute = 0
        self._steady = _NEVER
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._heading.setText(tr("Ladder"))
        self._nothing = wrapped("body", "dim")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setText(tr("Nobody of this launch stands in a ranking yet."))
        self.chooser = CategoryChooser(None, look)
        self.chooser.category_changed.connect(self._again)
        self._model = LadderListModel(self)
        self._delegate = RungDelegate(look, self)
        self.list = SectionRows(tr("Ladder"), self._model, self._delegate)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._choose)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        # Level with the heading beside it, not with the choices.
        self._grid.addWidget(self._heading, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.chooser, 0, 1)
        self._grid.addWidget(self._nothing, 1, 0, 1, 2)
        self._grid.addWidget(self.list, 2, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(2, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._steady = _NEVER  # as many rungs as there is room for
        self._grid.setVerticalSpacing(look.space("tight"))
        for part in (self._heading, self._nothing, self.chooser):
            part.set_look(look)
        self._delegate.set_look(look)
        self.list.setMinimumHeight(look.px(HEIGHT * _FEWEST))
        self.list.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._ladder is not None:  # the first time, the size it is given asks for the rungs
            self._again()

    def _again(self) -> None:
        if self._last is not None and self.isVisible():
            self._show(*self._last)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        before, self._last = self._last, (mission, reading)
        if before is None or not self._has_shown(mission, reading, before):
            self._show(mission, reading)

    def _has_shown(
        self, mission: Mission, reading: Reading, before: tuple[Mission, Reading]
    ) -> bool:
        """Say whether a reading has the ladder that was shown for the one before it."""
        since, until, height = self._steady
        return (
            mission is before[0]
            and reading.flight is before[1].flight
            and since <= reading.at < until
            and height == self.list.height()
        )

    def _show(self, mission: Mission, reading: Reading) -> None:
        self._steady = _NEVER
        if not self.isVisible():  # how many rungs there is room for is not known yet
            return
        flight = reading.flight
        self.chooser.setVisible(flight is not None)
        self.list.setVisible(flight is not None)
        self._nothing.setVisible(flight is None)
        if flight is None:
            self._shown, self._ladder, self._asked = None, None, None
            self._model.show(None)
            return
        if self._shown != (mission, flight):
            self._shown = (mission, flight)
            self._offer(mission, reading, flight)
        room = max(_FEWEST, self.list.height() // self.look.px(HEIGHT))
        asked = (flight, self.chooser.category, room)
        found = self._ladder
        if found is None or asked != self._asked or not self._since <= reading.at < found.until:
            found = ladder(mission.catalogue, *asked[:2], reading.at, room)
            self._since = reading.at
        elif reading.at // MINUTE != self._minute:  # gaps are told to the minute
            found = moved(found, flight, reading.at)
        self._minute = reading.at // MINUTE
        if found is not None:
            since, until = max(self._since, self._minute * MINUTE), (self._minute + 1) * MINUTE
            self._steady = (Instant(since), min(Instant(until), found.until), self.list.height())
        if found is self._ladder:
            return
        self._ladder, self._asked = found, asked
        self._model.show(found, mission.catalogue.own)

    def _offer(self, mission: Mission, reading: Reading, flight: Flight) -> None:
        """Offer the scopes this person stands in, and turn to that of the next record."""
        career = mission.catalogue.career(flight.person)
        crossings = (one.milestone.crossing for one in reading.countdowns)
        coming = next((one.category for one in crossings if one and one.is_record), None)
        own = Category(Kind.FLIGHT, flight.country.records_with)
        begun = (one for one in career if one.has_begun(reading.at))
        self.chooser.offer(mission.catalogue, begun, coming or own)

    def _choose(self, index: QModelIndex) -> None:
        self.subject_chosen.emit(index.data(LadderRole.FLIGHT))
