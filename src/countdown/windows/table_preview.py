"""What a table of flights would do, before it does it; or all that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget

from countdown.core.errors import printable
from countdown.models import preview_words
from countdown.models.mission_draft import TITLE
from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.column_help import ColumnHelp
from countdown.windows.dialogs import scrolling, wrapped
from countdown.windows.import_dialog import ImportDialog
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.merging import Preview
    from countdown.core.own_missions import OwnMission
    from countdown.widgets.look import Look


class TablePreview(ImportDialog):
    """Opened for one table; the mission is taken in only if nothing is wrong with it."""

    def __init__(self, file: str, preview: Preview, look: Look, parent: QWidget | None) -> None:
        super().__init__(tr("A table of flights"), printable(file, 200), look, parent)
        self._preview = preview
        self._rows = preview_words.rows(preview)
        self.summary = wrapped("lead", "accent" if preview.problems else "text")
        self.summary.setText(preview_words.summary(preview))
        self._called = Text("body", "dim")
        self._called.setText(tr("It becomes the mission"))
        self._called.fit()
        self.name = QLineEdit(preview.mission.title)
        self.name.setMaxLength(TITLE.most)
        self.name.setAccessibleName(tr("Title of the mission"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What is wrong") if preview.problems else tr("What changes"))
        self.list.setWordWrap(True)
        self.list.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems(self._rows)
        self.help = ColumnHelp(look)
        self.columns = EnterButton(tr("Columns"))
        self.columns.setCheckable(True)
        self.columns.setToolTip(tr("Which columns a table has, with an example (F1)"))
        self.copy_list = EnterButton(tr("Copy the list"))
        self.copy_list.setToolTip(tr("Copy what is chosen in the list, or all of it (Ctrl+C)"))
        self._lay_out()
        self._connect()
        self.set_look(look)
        self._show()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._called)
        self._head.addWidget(self.name, 1)
        self._sheet = scrolling(self.help)
        self.column.addWidget(self.summary)
        self.column.addLayout(self._head)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._sheet, 1)
        self.column.addStretch()
        self.foot.addWidget(self.columns)
        self.foot.addWidget(self.copy_list)
        self.foot.addStretch(1)
        self.put_together(self.page)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._show)
        self.columns.toggled.connect(self._show)
        self.copy_list.clicked.connect(self.copy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.columns.toggle)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list, self.copy)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._head.setSpacing(look.space("small"))
        for part in (self.summary, self._called, self.help):
            part.set_look(look)
        for widget in (self.name, self.list, self.columns, self.copy_list):
            widget.setFont(look.font("body"))

    def _show(self) -> None:
        is_good = not self._preview.problems
        self.list.setVisible(bool(self._rows) and not self.columns.isChecked())
        self.copy_list.setEnabled(bool(self._rows))
        self._sheet.setVisible(self.columns.isChecked())
        for part in (self._called, self.name):
            part.setVisible(is_good)
        self.take.setEnabled(
            is_good and bool(self._preview.mission.flights) and bool(self._mission_title())
        )

    def _mission_title(self) -> str:
        return self.name.text().strip()

    def copy(self) -> None:
        """Put the chosen lines of the list on the clipboard, or all of them."""
        chosen = sorted(index.row() for index in self.list.selectedIndexes())
        rows = [self._rows[row] for row in chosen] or self._rows
        QGuiApplication.clipboard().setText("\n".join(rows))

    def missions(self) -> tuple[OwnMission, ...]:
        return (self._preview.mission._replace(title=self._mission_title()),)
