"""The missions that are asked for, out of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

from countdown.models.mission_list import MissionListModel, MissionRole
from countdown.models.mission_search import Query

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_Index = QModelIndex | QPersistentModelIndex


class MissionFilter(QSortFilterProxyModel):
    """Keeps the missions that are asked for, and the headings that still have some."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setFilterRole(MissionRole.IS_FAR)
        self._query = Query()
        self._kept: set[int] = set()

    @property
    def query(self) -> Query:
        return self._query

    def ask(self, query: Query) -> None:
        """Show only what is asked for."""
        self.beginFilterChange()
        self._query = query
        self._find()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def setSourceModel(self, source: Any) -> None:
        source.layoutChanged.connect(self._find)  # before the proxy's own, which filters anew
        source.dataChanged.connect(self._find_near)
        self._kept = source.ask(self._query)
        super().setSourceModel(source)

    def _find(self) -> None:
        source = self.sourceModel()
        assert isinstance(source, MissionListModel)
        self._kept = source.ask(self._query)

    def _find_near(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if MissionRole.IS_FAR in roles:
            self._find()

    def filterAcceptsRow(self, source_row: int, _source_parent: _Index) -> bool:
        return source_row in self._kept
