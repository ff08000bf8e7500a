"""Asks about every mission of a file that clashes with one that is there: nothing goes unasked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from countdown.core.errors import printable
from countdown.core.merging import Choice
from countdown.models.clash_words import differences, parts_in_words
from countdown.models.phrases import counted, tr
from countdown.windows.dialogs import EnterButton, SideDialog, scrolling, wrapped
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.merging import Clash, Merge
    from countdown.widgets.look import Look

_SIZE: Final = QSize(860, 640)
_MOST: Final = 8
"""So many differences of two missions are told; who wants all of them keeps both."""


def choice_words(choice: Choice) -> str:
    return {
        Choice.MINE: tr("Keep mine"),
        Choice.THEIRS: tr("Take theirs"),
        Choice.BOTH: tr("Keep both"),
    }[choice]


def new_and_same(merge: Merge) -> str:
    """Say how many missions of a file are new, and how many are here already."""
    new, same = len(merge.added), len(merge.same)
    parts = (
        (new, counted(new, tr("{} mission is new"), tr("{} missions are new"))),
        (same, counted(same, tr("{} is here already"), tr("{} are here already"))),
    )
    return " · ".join(text for count, text in parts if count)


class ClashPanel(Panel):
    """Two missions that clash, in what they differ, and which is kept.

    Signals:
        chosen: a choice was made.
    """

    chosen = Signal()

    def __init__(self, clash: Clash, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._title = wrapped("lead")
        self._title.setText(printable(clash.mine.title, 200))
        self._parts = wrapped("small", "dim")
        self._parts.setText(tr("They differ in: {}").format(parts_in_words(clash)))
        self._heads = [Text("caption", "dim", bold=True, heading=True) for _ in range(2)]
        for head, words in zip(self._heads, (tr("Mine"), tr("Theirs")), strict=True):
            head.setText(words)
        self._cells: list[Text] = []
        self.buttons: dict[Choice, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        for choice in Choice:
            button = self.buttons[choice] = QRadioButton(choice_words(choice))
            button.setAccessibleDescription(self._title.text())
            self._group.addButton(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._group.buttonClicked.connect(self._tell)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._title, 0, 0, 1, 3)
        self._grid.addWidget(self._parts, 1, 0, 1, 3)
        for column, head in enumerate(self._heads, start=1):
            self._grid.addWidget(head, 2, column)
        self._fill(clash, catalogue)
        for column, stretch in enumerate((3, 4, 4)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.addLayout(self._row, self._grid.rowCount(), 0, 1, 3)
        self.set_look(look)

    def _fill(self, clash: Clash, catalogue: Catalogue) -> None:
        found = differences(clash, catalogue)
        rows = [tuple(one) for one in found[:_MOST]]
        if more := len(found) - len(rows):
            rows.append((counted(more, tr("and {} more"), tr("and {} more")),))
        for row, texts in enumerate(rows, start=3):
            for column, words in enumerate(texts):
                cell = wrapped("body", "text" if column else "dim")
                cell.setAlignment(Qt.AlignmentFlag.AlignTop)
                cell.setText(words)
                self._cells.append(cell)
                self._grid.addWidget(cell, row, column)

    @property
    def choice(self) -> Choice | None:
        """What is chosen; None as long as nothing is."""
        return next((one for one, button in self.buttons.items() if button.isChecked()), None)

    def _tell(self) -> None:
        self.chosen.emit()

    def set_look(self, look: Look) -> None:
        wide, medium = look.space("wide"), look.space("medium")
        self._grid.setContentsMargins(wide, medium, wide, medium)
        self._grid.setHorizontalSpacing(look.space("medium"))
        self._grid.setVerticalSpacing(look.space("small"))
        self._row.setSpacing(look.space("wide"))
        self._row.setContentsMargins(0, look.space("small"), 0, 0)
        for text in (self._title, self._parts, *self._heads, *self._cells):
            text.set_look(look)
        for button in self.buttons.values():
            button.setFont(look.font("body"))


class MergeDialog(SideDialog):
    """Opened for one file; as long as a choice is missing, nothing can be taken in.

    Signals:
        settled: the tuple of every `OwnMission` that is new, or other than it was here.
    """

    settled = Signal(object)

    def __init__(
        self, file: str, merge: Merge, catalogue: Catalogue, look: Look, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Missions that are here already"), _SIZE, look, parent)
        self._merge = merge
        self._title = wrapped("title")
        clashing = counted(
            len(merge.clashes),
            tr("{} mission is here already, and says something else"),
            tr("{} missions are here already, and say something else"),
        )
        self._title.setText(clashing)
        self._file = wrapped("body", "dim")
        told = (printable(file, 200), new_and_same(merge))
        self._file.setText(" · ".join(filter(None, told)))
        self.panels = {one.id: ClashPanel(one, catalogue, look) for one in merge.clashes}
        self.same_for_all = {choice: EnterButton(choice_words(choice)) for choice in Choice}
        self._same = Text("body", "dim")
        self._same.setText(tr("The same for all:"))
        self._same.fit()
        self._hint = wrapped("small", "dim")
        self._hint.setText(tr("Nothing is saved before you save it, and all of it can be undone."))
        self.take = EnterButton(tr("Import"))
        self.cancel = EnterButton(tr("Cancel"))
        self._lay_out()
        for panel in self.panels.values():
            panel.chosen.connect(self._show)
        for choice, button in self.same_for_all.items():
            button.clicked.connect(partial(self.choose, choice))
        self.take.clicked.connect(self._settle)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take.click)
        self.set_look(look)
        self._show()

    def _lay_out(self) -> None:
        page, bar = QWidget(), QFrame()
        page.setObjectName("page")
        bar.setObjectName("bar")
        self._all = QHBoxLayout()
        self._all.addWidget(self._same)
        for button in self.same_for_all.values():
            self._all.addWidget(button)
        self._all.addStretch(1)
        for part in (self._same, *self.same_for_all.values()):
            part.setVisible(len(self.panels) > 1)
        self._column = QVBoxLayout(page)
        self._column.addWidget(self._title)
        self._column.addWidget(self._file)
        self._column.addLayout(self._all)
        for panel in self.panels.values():
            self._column.addWidget(panel)
        self._column.addStretch(1)
        self._foot = QHBoxLayout(bar)
        self._foot.addWidget(self._hint, 1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._sheet = scrolling(page)
        whole.addWidget(self._sheet, 1)
        whole.addWidget(bar)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin, small = look.px(24), look.space("small")
        self._column.setContentsMargins(margin, look.space("wide"), margin, look.space("wide"))
        self._column.setSpacing(look.space("medium"))
        self._all.setSpacing(small)
        self._foot.setContentsMargins(margin, look.space("medium"), margin, look.space("medium"))
        self._foot.setSpacing(small)
        for text in (self._title, self._file, self._same, self._hint):
            text.set_look(look)
        for panel in self.panels.values():
            panel.set_look(look)
        for button in (*self.same_for_all.values(), self.take, self.cancel):
            button.setFont(look.font("body"))
        self.setMinimumSize(look.px(460), look.px(320))

    def choose(self, choice: Choice, *_checked: bool) -> None:
        """Choose the same of every two that clash."""
        for panel in self.panels.values():
            panel.buttons[choice].setChecked(True)
        self._show()

    def _show(self) -> None:
        self.take.setEnabled(all(one.choice is not None for one in self.panels.values()))

    def _settle(self) -> None:
        choices = {key: one.choice for key, one in self.panels.items() if one.choice is not None}
        here = set(self._merge.mine)
        merged = self._merge.merged(choices)
        self.settled.emit(tuple(one for one in merged if one not in here))
        self.accept()
