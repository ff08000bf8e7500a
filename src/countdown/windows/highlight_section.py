"""What happens in a flight, from launch to return, as a list that is a time line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QVBoxLayout

from countdown.core.flights import Flight
from countdown.core.highlights import instant_of
from countdown.models.highlight_list import HighlightListModel, HighlightRole
from countdown.models.phrases import counted, tr
from countdown.widgets.highlight_delegate import INSET, HighlightDelegate
from countdown.windows.pieces import Text
from countdown.windows.row_view import SectionRows
from countdown.windows.section import Section

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look


class _Rows(SectionRows):
    """Tells its rows how wide they are.

    Signals: ``chosen`` with the row of a click or of Enter.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, model: HighlightListModel, delegate: HighlightDelegate) -> None:
        super().__init__(tr("Highlights"), model, delegate)
        self._rows = delegate
        self.clicked.connect(self.chosen)
        self.activated.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_wide = self._rows.is_wide
        self._rows.set_width(self.width())
        if self._rows.is_wide != was_wide:
            self.doItemsLayout()
        super().resizeEvent(event)

    def shows(self, row: int) -> bool:
        """Say whether a row is in sight, at least in part."""
        place = self.visualRect(self.model().index(row, 0))
        return place.isValid() and self.viewport().rect().intersects(place)


class HighlightSection(Section):
    """A heading and the list; a row leads to its moment."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._catalogue: Catalogue | None = None
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._nothing = Text("body", "dim")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._nothing.setText(
            tr("The crew of this launch is not named yet, so there is nothing to tell.")
        )
        self._model = HighlightListModel(self)
        self._delegate = HighlightDelegate(look, self)
        self.list = _Rows(self._model, self._delegate)
        self.list.chosen.connect(self._lead)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self._heading)
        self._all.addWidget(self._nothing)
        self._all.addWidget(self.list, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._all.setSpacing(look.space("small"))
        self._heading.set_look(look)
        self._nothing.set_look(look)
        for label in (self._heading, self._nothing):
            label.setContentsMargins(look.px(INSET), 0, look.px(INSET), 0)
        self._delegate.set_look(look)
        self.list.setMinimumHeight(look.px(110))
        self.list.set_look(look)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        flight = _flight_of(reading)
        before = (self._model.flight, self._model.next_row, self._catalogue)
        self._catalogue = mission.catalogue
        self._model.show(mission.catalogue, flight, mission.prospects, reading.at)
        after = (flight, self._model.next_row, self._catalogue)
        if before == after:
            return
        if before[0] != flight or before[2] is not self._catalogue:
            self._take_rows()
        elif self.isVisible() and self.list.shows(_row(before[1], self._model)):
            index = self._model.index(_row(after[1], self._model))
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _take_rows(self) -> None:
        rows = self._model.rowCount()
        self._heading.setText(counted(rows, tr("{} event"), tr("{} events")))
        self._heading.setVisible(rows > 0)
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        if self.isVisible():
            self._turn_to_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn_to_now()

    def _turn_to_now(self) -> None:
        """Bring what comes next into sight, or else the end."""
        index = self._model.index(_row(self._model.next_row, self._model))
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _lead(self, index: QModelIndex) -> None:
        flight, happening = self._model.flight, index.data(HighlightRole.HAPPENING)
        if self._catalogue is not None and flight is not None and happening is not None:
            self.moment_chosen.emit(flight, instant_of(self._catalogue, flight, happening))


def _row(coming: int | None, model: HighlightListModel) -> int:
    return model.rowCount() - 1 if coming is None else coming


def _flight_of(reading: Reading) -> Flight | None:
    if reading.flight is not None:
        return reading.flight
    return reading.next_launch if isinstance(reading.next_launch, Flight) else None
