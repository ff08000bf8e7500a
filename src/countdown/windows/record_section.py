"""One of the two lists of a record, with its heading, and the ways to take it out as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from countdown.models.phrases import tr
from countdown.windows.pieces import Text
from countdown.windows.row_view import RowView
from countdown.windows.saving import save_or_say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QStyledItemDelegate

    from countdown.services.export import Table
    from countdown.widgets.look import Look


class TableTools(QWidget):
    """Signals: ``copy_chosen`` and ``save_chosen``, from two quiet buttons."""

    copy_chosen = Signal()
    save_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = QToolButton()
        self.copy.setText(tr("Copy"))
        self.copy.setAccessibleName(tr("Copy the list as CSV"))
        self.copy.setToolTip(tr("Copy the list as CSV (Ctrl+C)"))
        self.copy.clicked.connect(self.copy_chosen)
        self.save = QToolButton()
        self.save.setText(tr("Save…"))
        self.save.setAccessibleName(tr("Save the list as a CSV file"))
        self.save.setToolTip(tr("Save the list as a CSV file (Ctrl+S)"))
        self.save.clicked.connect(self.save_chosen)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.copy)
        self._row.addWidget(self.save)

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("hair"))
        for button in (self.copy, self.save):
            button.setFont(look.font("small"))


class TableKeeper(QObject):
    """Copies and saves a table that is made when it is asked for.

    Signals: ``told`` with what has been done.
    """

    told = Signal(str)

    def __init__(self, table: Callable[[], Table], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._table = table

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QGuiApplication.clipboard().setText(self._table().text)
        self.told.emit(tr("copied"))

    def save(self) -> None:
        """Ask for a file, and write the table as it is when the file is chosen."""
        dialog = QFileDialog(self._window, tr("Save the list as a CSV file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self._table().file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def save_as(self, name: str) -> None:
        """Write the table into a file, or say why that cannot be."""
        target = Path(name)
        if save_or_say(target, self._table().text, self._window):
            self.told.emit(tr("saved as {}").format(target.name))


class RecordSection(QWidget):
    """A list under a heading, with a note beside it.

    Signals: ``activated`` with the row of Enter or a double click, ``said_changed`` when the note
    is another.
    """

    activated = Signal(QModelIndex)
    said_changed = Signal()

    def __init__(
        self,
        title: str,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        keeper: TableKeeper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.keeper = keeper
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._heading.fit()
        self._heading.setText(title)
        self._note = Text("caption", "dim")
        self.said = ""
        self.tools = TableTools()
        self.tools.copy_chosen.connect(keeper.copy)
        self.tools.save_chosen.connect(keeper.save)
        keeper.told.connect(self.say)
        self.list = RowView(title, model, delegate)
        self.list.activated.connect(self.activated)
        self.head = QWidget()
        self._head = QHBoxLayout(self.head)
        self._head.addWidget(self._heading)
        self._head.addWidget(self._note, 1)
        self._head.addWidget(self.tools)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self.head)
        self._all.addWidget(self.list, 1)

    def say(self, text: str) -> None:
        """Write a note beside the heading."""
        self.said = text
        self._note.setText(text)
        self.said_changed.emit()

    def set_look(self, look: Look, inset: int, inset_right: int) -> None:
        """Take a look; the texts of rows begin and end the insets, in pixels, inside the list."""
        self._all.setSpacing(look.space("tight"))
        self._head.setContentsMargins(inset, 0, inset_right - look.space("small"), 0)
        self._head.setSpacing(look.space("medium"))
        for part in (self._heading, self._note, self.tools):
            part.set_look(look)
        self.list.set_look(look)
