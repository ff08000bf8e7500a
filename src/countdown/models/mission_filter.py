"""The missions that are asked for, out of all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from countdown.models import phrases
from countdown.models.mission_list import MissionListModel, MissionRole, Query, Section

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_Index = QModelIndex | QPersistentModelIndex


class MissionFilter(QSortFilterProxyModel):
    """Keeps the missions that are asked for, and the headings that still have some."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setFilterRole(MissionRole.IS_FAR)
        self._query = Query()
        self._found: set[int] = set()
        self._counts: Counter[Section] = Counter()

    @property
    def query(self) -> Query:
        return self._query

    def ask(self, query: Query) -> None:
        """Show only what is asked for."""
        self.beginFilterChange()
        self._query = query
        self._count()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def setSourceModel(self, source: Any) -> None:
        source.modelReset.connect(self._count)  # before the proxy's own, which filters anew
        super().setSourceModel(source)

    def _count(self) -> None:
        source = self.sourceModel()
        assert isinstance(source, MissionListModel)
        self._found.clear()
        self._counts.clear()
        if self._query == Query():
            return
        self._found = source.found(self._query)
        self._counts.update(source.sections_of(self._found))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Add to a heading how many of its missions were found."""
        if (
            role == MissionRole.DETAIL
            and self._query != Query()
            and index.data(MissionRole.IS_HEADING)
        ):
            return phrases.number(self._counts[index.data(MissionRole.SECTION)])
        return super().data(index, role)

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        source = self.sourceModel()
        assert isinstance(source, MissionListModel)
        section = source.heading_at(source_row)
        if self._query == Query():
            if section is not None:
                return section is not Section.VEHICLES
            return not source.is_far(source_row)
        return source_row in self._found if section is None else self._counts[section] > 0
