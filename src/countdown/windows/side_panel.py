"""The list of missions, and the field to find one by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
)

from countdown.models.mission_list import MissionFilter, MissionListModel, MissionRole
from countdown.models.phrases import tr
from countdown.widgets.mission_delegate import MissionDelegate
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, PlannedLaunch
    from countdown.core.moments import Instant
    from countdown.widgets.look import Look

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SidePanel(QFrame):
    """Signals: ``subject_chosen`` with the `Flight` or `PlannedLaunch` that was picked."""

    subject_chosen = Signal(object)

    def __init__(
        self, catalogue: Catalogue, at: Instant, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._subject: Flight | PlannedLaunch | None = None
        self._is_following = False
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a person or a flight"))
        self.field.setAccessibleName(tr("Find a person or a flight"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(100)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._choose_first)
        self.field.installEventFilter(self)
        self._model = MissionListModel(catalogue, at, self)
        self._filter = MissionFilter(self)
        self._filter.setSourceModel(self._model)
        self._delegate = MissionDelegate(look, self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Missions"))
        self.list.setModel(self._filter)
        self.list.setItemDelegate(self._delegate)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self._filter.modelReset.connect(self._follow)
        self._nothing = Text("body", "dim")
        self._nothing.setWordWrap(True)
        self._nothing.setText(tr("Nobody and nothing in orbit is called that."))
        self._nothing.hide()
        self._layout = QVBoxLayout(self)
        self._field_row = QHBoxLayout()
        self._field_row.addWidget(self.field)
        self._layout.addLayout(self._field_row)
        self._layout.addWidget(self._nothing)
        self._layout.addWidget(self.list, 1)
        self._tools = QHBoxLayout()
        self._layout.addLayout(self._tools)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self.setFixedWidth(look.px(300 if look.scale >= 1 else 260))
        margin = look.px(18)
        self._layout.setContentsMargins(0, margin, 0, 0)
        self._layout.setSpacing(look.px(6))
        self.field.setFont(look.font("body"))
        self._field_row.setContentsMargins(margin, 0, margin, 0)
        self._nothing.setContentsMargins(margin, margin, margin, 0)
        self._nothing.set_look(look)
        self._delegate.set_look(look)
        self.list.doItemsLayout()

    def add_tool(self, button: QToolButton) -> None:
        """Put one more button into the row at the bottom."""
        self._tools.addWidget(button)

    def show_instant(self, at: Instant) -> None:
        """Move the list to another instant."""
        before = self._filter.rowCount()
        self._is_following = True  # as in `_find`
        self._model.show(at)
        self._is_following = False
        if self._filter.rowCount() != before:
            self._follow()

    def show_subject(self, subject: Flight | PlannedLaunch | None) -> None:
        """Mark a mission as the one that is shown, wherever it stands in the list."""
        if subject is not self._subject:  # else the list would not let itself be scrolled
            self._subject = subject
            self._follow()

    def start_finding(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _find(self, typed: str) -> None:
        self._is_following = True  # a row that goes makes another current; nobody chose that one
        self._filter.find(typed)
        self._nothing.setVisible(self._filter.rowCount() == 0)
        self._follow()
        if typed.strip():
            self.list.scrollToTop()

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        subject = current.data(MissionRole.SUBJECT)
        if subject is not None and not self._is_following:
            self._subject = subject
            self.subject_chosen.emit(subject)

    def _choose_first(self) -> None:
        """Enter takes the best match: who is up, else who goes up next, else who landed last."""
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if index.data(MissionRole.SUBJECT) is not None:
                self.list.setCurrentIndex(index)
                return

    def _follow(self) -> None:
        """Select the row of the mission that is shown, without choosing it again."""
        self._is_following = True
        selection = self.list.selectionModel()
        if (index := self._index_of(self._subject)) is not None:
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if not self.list.viewport().rect().contains(self.list.visualRect(index)):
                self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            selection.clear()
        self._is_following = False

    def _index_of(self, subject: Flight | PlannedLaunch | None) -> QModelIndex | None:
        if subject is not None:
            for row in range(self._filter.rowCount()):
                index = self._filter.index(row, 0)
                if index.data(MissionRole.SUBJECT) == subject:
                    return index
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows lead from the field into the list."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _TO_LIST
        ):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self._choose_first()
            return True
        return super().eventFilter(watched, event)
