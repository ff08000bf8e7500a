"""A list of painted rows, as all pages have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex
    from PySide6.QtWidgets import QStyledItemDelegate


class RowView(QListView):
    """Its rows are as wide as it is, all of one height, and cannot be edited."""

    def __init__(self, name: str, model: QAbstractItemModel, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def shows(self, index: QModelIndex) -> bool:
        """Say whether the whole row is in sight.

        The viewport is not asked: for a widget that was not made in Python, PySide makes all its
        classes, to find the one it is of.
        """
        row = self.visualRect(index)
        height = self.maximumViewportSize().height()
        return row.isValid() and row.top() >= 0 and row.bottom() < height


class SectionRows(RowView):
    """Asks for no room of its own, and takes what it is given."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
