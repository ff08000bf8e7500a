"""A list of people that repaints, on an ordinary second, its figures alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from countdown.models.crew_list import CrewRole
from countdown.widgets.crew_delegate import CrewDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look

_Index = QModelIndex | QPersistentModelIndex


class CrewView(QListView):
    """Signals: ``subject_chosen`` with the flight, vehicle or launch of a click or of Enter."""

    subject_chosen = Signal(object)

    def __init__(
        self, model: QAbstractItemModel, name: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = CrewDelegate(look, self)
        self._kept: object = None
        self.setAccessibleName(name)
        self.setItemDelegate(self._rows)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        model.modelReset.connect(self._restore)  # after the selection's own, which forgets

    def set_look(self, look: Look) -> None:
        self._rows.set_look(look)
        self.doItemsLayout()

    @property
    def natural_height(self) -> int:
        """How high all rows are at least."""
        return self._rows.natural_height(self.model(), self.width())

    def set_room(self, room: float) -> None:
        """Let rows be so many times as high as they need to be."""
        self._rows.set_room(room)
        self.doItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        subject = index.data(CrewRole.SUBJECT)
        if subject is not None:
            self.subject_chosen.emit(subject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._kept = current.data(CrewRole.SUBJECT)

    def _restore(self) -> None:
        """Who was current among other rows stays so where they are still there."""
        if self._kept is None:
            return
        rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        for index in rows:
            if index.data(CrewRole.SUBJECT) == self._kept:
                self.setCurrentIndex(index)
                return

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        if list(roles) != [CrewRole.FIGURE]:
            super().dataChanged(first, last, roles)
            return
        for row in range(first.row(), last.row() + 1):
            place = self.visualRect(self.model().index(row, 0))
            self.viewport().update(self._rows.figure_rect(place, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
