"""The list of missions, and the field to find one by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
)

from countdown.core.catalogue import fold
from countdown.core.flights import Vehicle
from countdown.core.moments import as_datetime
from countdown.models.mission_filter import MissionFilter
from countdown.models.mission_list import MissionListModel, MissionRole
from countdown.models.mission_search import Query
from countdown.models.phrases import countries_by_name, tr
from countdown.widgets.mission_delegate import MissionDelegate
from countdown.windows.category_chooser import ChoiceBox
from countdown.windows.pieces import Text, side_width
from countdown.windows.row_view import RowView
from countdown.windows.window_keys import WindowLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Instant
    from countdown.models.mission_search import Subject
    from countdown.widgets.look import Look

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class SidePanel(QFrame):
    """Signals: ``subject_chosen`` with the `Flight`, `PlannedLaunch` or `Vehicle` picked."""

    subject_chosen = Signal(object)

    def __init__(
        self, catalogue: Catalogue, at: Instant, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._subject: Subject | None = None
        self._is_following = False
        self._was_in_sight = False
        self.field = WindowLine()
        self.field.setPlaceholderText(tr("Find a person or a flight"))
        self.field.setAccessibleName(tr("Find a person or a flight"))
        self.field.setMaxLength(100)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._choose_best)
        self.field.installEventFilter(self)
        self._model = MissionListModel(catalogue, at, self)
        self._filter = MissionFilter(self)
        self._filter.setSourceModel(self._model)
        self._delegate = MissionDelegate(look, self)
        self.list = self._make_list()
        self.country, self.decade = ChoiceBox(look), ChoiceBox(look)
        self._fill_filters(catalogue)
        self._make_notes()
        self._lay_out()
        self.set_look(look)

    def _make_list(self) -> RowView:
        listed = RowView(tr("Missions"), self._filter, self._delegate, "panel")
        listed.selectionModel().currentChanged.connect(self._choose)
        self._filter.layoutAboutToBeChanged.connect(self._note_sight)
        self._filter.layoutChanged.connect(self._keep_sight)
        return listed

    def _make_notes(self) -> None:
        """What is said where nothing is found, and the way out."""
        self._nothing = Text("body", "dim")
        self._nothing.setWordWrap(True)
        self._nothing.setText(tr("Nobody and nothing in orbit is called that."))
        self._clear = QToolButton()
        self._clear.setText(tr("Show everyone"))
        self._clear.setAccessibleName(tr("Show everyone: clear the search and the filters"))
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self._nothing.hide()

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._field_row = QHBoxLayout()
        self._field_row.addWidget(self.field)
        self._layout.addLayout(self._field_row)
        self._filter_row = QHBoxLayout()
        for box in (self.country, self.decade):
            self._filter_row.addWidget(box, 1)
        self._layout.addLayout(self._filter_row)
        self._layout.addWidget(self._nothing)
        self._layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addWidget(self.list, 1)
        self._tools = QHBoxLayout()
        self._layout.addLayout(self._tools)

    def set_look(self, look: Look) -> None:
        self.setFixedWidth(side_width(look))
        margin = look.px(18)
        self._layout.setContentsMargins(0, margin, 0, 0)
        self._layout.setSpacing(look.px(6))
        self.field.setFont(look.font("body"))
        self._clear.setFont(look.font("body"))
        for box in (self.country, self.decade):
            box.set_look(look)
        self._filter_row.setContentsMargins(margin, 0, margin, 0)
        self._filter_row.setSpacing(look.space("tight"))
        tight = look.space("tight")
        self._tools.setContentsMargins(tight, tight, tight, look.space("small"))
        self._tools.setSpacing(0)
        self._field_row.setContentsMargins(margin, 0, margin, 0)
        self._nothing.setContentsMargins(margin, margin, margin, 0)
        self._nothing.set_look(look)
        self._delegate.set_look(look)
        self.list.set_look(look)

    def _fill_filters(self, catalogue: Catalogue) -> None:
        """Offer every country by name, and every decade since the first flight."""
        self.country.setAccessibleName(tr("Only flyers of a country"))
        self.decade.setAccessibleName(tr("Only launches of a decade"))
        self.country.addItem(tr("Country"), "")
        for code, name in countries_by_name(catalogue):
            self.country.addItem(name, code)
        self.decade.addItem(tr("Decade"), None)
        years = [as_datetime(one.launch.earliest).year for one in catalogue.flights[:1]]
        years += [as_datetime(one.launch.earliest).year for one in catalogue.flights[-1:]]
        for decade in range(min(years, default=0) // 10, max(years, default=-1) // 10 + 1):
            self.decade.addItem(tr("{}s").format(decade * 10), decade * 10)
        for box in (self.country, self.decade):
            box.currentIndexChanged.connect(self._ask)

    def clear(self) -> None:
        """Show all missions again."""
        self.country.setCurrentIndex(0)
        self.decade.setCurrentIndex(0)
        self.field.clear()

    @property
    def is_asked(self) -> bool:
        """Something is typed, or a filter is set."""
        return self._filter.query != Query()

    def _ask(self) -> None:
        self._find(self.field.text())

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What the keys go through, in order."""
        return (self.field, self.country, self.decade, self._clear, self.list)

    def add_tool(self, button: QToolButton) -> None:
        """Put one more button into the row at the bottom."""
        self._tools.addWidget(button)

    def show_instant(self, at: Instant) -> None:
        """Move the list to another instant."""
        self._is_following = True  # as in `_find`
        moved = self._model.show(at)
        self._is_following = False
        if moved and self.list.currentIndex().data(MissionRole.SUBJECT) is not self._subject:
            self._follow()

    def _note_sight(self) -> None:
        """Somebody goes or comes: remember whether the mission that is shown was in sight."""
        self._was_in_sight = self.list.has_in_sight(self.list.currentIndex())

    def _keep_sight(self) -> None:
        """Scroll after a mission that has gone to another heading, if it was in sight before."""
        current = self.list.currentIndex()
        if self._was_in_sight and current.isValid() and not self.list.has_in_sight(current):
            self.list.scrollTo(current, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_subject(self, subject: Subject | None) -> None:
        """Mark a mission as the one that is shown, wherever it stands in the list."""
        if subject is not self._subject:  # else the list would not let itself be scrolled
            self._subject = subject
            self._follow()

    def start_finding(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _find(self, typed: str) -> None:
        self.field.setClearButtonEnabled(True)  # not before: its icon takes long to be found
        self._is_following = True  # a row that goes makes another current; nobody chose that one
        country, decade = str(self.country.currentData()), self.decade.currentData()
        self._filter.ask(Query(fold(typed), country, decade))
        nobody = self._filter.rowCount() == 0
        self._nothing.setVisible(nobody)
        self._clear.setVisible(nobody)
        self._follow()
        if typed.strip():
            self.list.scrollToTop()

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        subject = current.data(MissionRole.SUBJECT)
        if subject is not None and not self._is_following:
            self._subject = subject
            self.subject_chosen.emit(subject)

    def _choose_best(self) -> None:
        """Enter takes a vehicle by its whole name, else the first of the list."""
        typed = fold(self.field.text())
        for row in reversed(range(self._filter.rowCount())):
            index = self._filter.index(row, 0)
            subject = index.data(MissionRole.SUBJECT)
            if not isinstance(subject, Vehicle):
                break
            if typed in _names(subject):
                self.list.setCurrentIndex(index)
                return
        self._choose_first()

    def _choose_first(self) -> None:
        """Take who is up, else who goes up next, else who landed last."""
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
            if not self.list.has_in_sight(index):
                self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            selection.clear()
        self._is_following = False

    def _index_of(self, subject: Subject | None) -> QModelIndex | None:
        place = self._model.row_of(subject)
        if place is None:
            return None
        index = self._filter.mapFromSource(self._model.index(place))
        return index if index.isValid() else None

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


def _names(vehicle: Vehicle) -> tuple[str, str]:
    """A vehicle's name, and what is left of it without the craft's: TMA-16M."""
    name = fold(vehicle.name)
    return name, name.partition(" ")[2]
