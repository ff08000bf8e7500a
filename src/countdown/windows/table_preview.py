"""What a table of flights would do, before it does it; or all that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from countdown.core.errors import printable
from countdown.models import preview_words
from countdown.models.phrases import tr
from countdown.windows.column_help import ColumnHelp
from countdown.windows.dialogs import EnterButton, SideDialog, scrolling, wrapped
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from countdown.core.merging import Preview
    from countdown.widgets.look import Look

_SIZE: Final = QSize(860, 640)
_LONGEST_TITLE: Final = 200


class TablePreview(SideDialog):
    """Opened for one table; it can be taken in only if nothing is wrong with it.

    Signals:
        settled: a tuple of the one `OwnMission` that the table makes.
    """

    settled = Signal(object)

    def __init__(self, file: str, preview: Preview, look: Look, parent: QWidget | None) -> None:
        super().__init__(tr("A table of flights"), _SIZE, look, parent)
        self._preview = preview
        self._rows = preview_words.rows(preview)
        self._title = wrapped("title")
        self._title.setText(printable(file, 200))
        self.summary = wrapped("lead", "accent" if preview.problems else "text")
        self.summary.setText(preview_words.summary(preview))
        self._called = Text("body", "dim")
        self._called.setText(tr("It becomes the mission"))
        self._called.fit()
        self.name = QLineEdit(preview.mission.title)
        self.name.setMaxLength(_LONGEST_TITLE)
        self.name.setAccessibleName(tr("Title of the mission"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What is wrong") if preview.problems else tr("What changes"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems(self._rows)
        self.help = ColumnHelp(look)
        self.columns = EnterButton(tr("Columns"))
        self.columns.setCheckable(True)
        self.columns.setToolTip(tr("Which columns a table has, with an example (F1)"))
        self.copy_list = EnterButton(tr("Copy the list"))
        self.copy_list.setToolTip(tr("Copy what is chosen in the list, or all of it (Ctrl+C)"))
        self.take = EnterButton(tr("Import"))
        self.cancel = EnterButton(tr("Cancel"))
        self._lay_out()
        self._connect()
        self.set_look(look)
        self._show()

    def _lay_out(self) -> None:
        page, bar = QWidget(), QFrame()
        page.setObjectName("page")
        bar.setObjectName("bar")
        self._head = QHBoxLayout()
        self._head.addWidget(self._called)
        self._head.addWidget(self.name, 1)
        self._sheet = scrolling(self.help)
        self._column = QVBoxLayout(page)
        self._column.addWidget(self._title)
        self._column.addWidget(self.summary)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._sheet, 1)
        self._foot = QHBoxLayout(bar)
        self._foot.addWidget(self.columns)
        self._foot.addWidget(self.copy_list)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addWidget(bar)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._show)
        self.columns.toggled.connect(self._show)
        self.copy_list.clicked.connect(self.copy)
        self.take.clicked.connect(self._settle)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self, self.columns.toggle)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take.click)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list, self.copy)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin, small = look.px(24), look.space("small")
        self._column.setContentsMargins(margin, look.space("wide"), margin, look.space("medium"))
        self._column.setSpacing(look.space("medium"))
        self._head.setSpacing(small)
        self._foot.setContentsMargins(margin, look.space("medium"), margin, look.space("medium"))
        self._foot.setSpacing(small)
        for part in (self._title, self.summary, self._called, self.help):
            part.set_look(look)
        for widget in (
            self.name, self.list, self.columns, self.copy_list, self.take, self.cancel
        ):  # fmt: skip
            widget.setFont(look.font("body"))
        self.setMinimumSize(look.px(460), look.px(320))

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

    def _settle(self) -> None:
        self.settled.emit((self._preview.mission._replace(title=self._mission_title()),))
        self.accept()
