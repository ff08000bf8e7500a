"""A list of painted rows, as all pages have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex
    from PySide6.QtWidgets import QStyledItemDelegate

    from countdown.widgets.look import Look


class RowView(QListView):
    """Its rows are as wide as it is, all of one height, and cannot be edited.

    It has a ``ground`` of its own, one of the look's colours: what lies below a row that changes
    is not painted again.
    """

    def __init__(
        self,
        name: str,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        ground: str = "ground",
    ) -> None:
        super().__init__()
        self._ground = ground
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def set_look(self, look: Look) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, look.colour(self._ground))
        self.setPalette(palette)
        self.doItemsLayout()

    def has_in_sight(self, index: QModelIndex) -> bool:
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
