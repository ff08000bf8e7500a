"""Asks about every mission of a file that clashes with one that is there: nothing goes unasked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
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
from countdown.windows.buttons import EnterButton, MoreButton
from countdown.windows.dialogs import scrolling, wrapped
from countdown.windows.import_dialog import ImportDialog
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.merging import Clash, Merge
    from countdown.core.own_missions import OwnMission
    from countdown.widgets.look import Look

_MOST: Final = 8
"""So many differences of two missions are told; who wants all of them keeps both."""
_AT_ONCE: Final = 20
"""So many panels are made at a time: each takes a while."""


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


class MergeDialog(ImportDialog):
    """Opened for one file; as long as a choice is missing, nothing can be taken in.

    What is taken in is every mission that is new, or other than it was here.
    """

    def __init__(
        self, file: str, merge: Merge, catalogue: Catalogue, look: Look, parent: QWidget | None
    ) -> None:
        clashing = counted(
            len(merge.clashes),
            tr("{} mission is here already, and says something else"),
            tr("{} missions are here already, and say something else"),
        )
        super().__init__(tr("Missions that are here already"), clashing, look, parent)
        self._merge = merge
        self._file = wrapped("body", "dim")
        told = (printable(file, 200), new_and_same(merge))
        self._file.setText(" · ".join(filter(None, told)))
        self._catalogue = catalogue
        self._hidden = list(merge.clashes)
        self._for_hidden: Choice | None = None
        self.panels: dict[str, ClashPanel] = {}
        self.more = MoreButton(_AT_ONCE)
        self.same_for_all = {choice: EnterButton(choice_words(choice)) for choice in Choice}
        self._same = Text("body", "dim")
        self._same.setText(tr("The same for all:"))
        self._same.fit()
        self._hint = wrapped("small", "dim")
        self._hint.setText(tr("Nothing is saved before you save it, and all of it can be undone."))
        self._lay_out()
        self.more.clicked.connect(self.show_more)
        for choice, button in self.same_for_all.items():
            button.clicked.connect(partial(self.choose, choice))
        self.set_look(look)
        self.show_more()

    def _lay_out(self) -> None:
        self._all = QHBoxLayout()
        for part in (self._same, *self.same_for_all.values()):
            self._all.addWidget(part)
            part.setVisible(len(self._merge.clashes) > 1)
        self._all.addStretch(1)
        self.column.addWidget(self._file)
        self.column.addLayout(self._all)
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.foot.addWidget(self._hint, 1)
        self.put_together(scrolling(self.page))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._all.setSpacing(look.space("small"))
        self._list.setSpacing(look.space("medium"))
        for text in (self._file, self._same, self._hint):
            text.set_look(look)
        for panel in self.panels.values():
            panel.set_look(look)
        for button in (self.more, *self.same_for_all.values()):
            button.setFont(look.font("body"))

    def show_more(self) -> None:
        """Show the next few missions that clash."""
        shown, self._hidden = self._hidden[:_AT_ONCE], self._hidden[_AT_ONCE:]
        for clash in shown:
            panel = self.panels[clash.id] = ClashPanel(clash, self._catalogue, self.look)
            if self._for_hidden is not None:
                panel.buttons[self._for_hidden].setChecked(True)
            panel.chosen.connect(self._show)
            self._list.addWidget(panel)
        self.more.show_left(len(self._hidden))
        self._show()

    def choose(self, choice: Choice, *_checked: bool) -> None:
        """Choose the same of every two that clash."""
        self._for_hidden = choice
        for panel in self.panels.values():
            panel.buttons[choice].setChecked(True)
        self._show()

    def _choices(self) -> dict[str, Choice | None]:
        shown = {key: panel.choice for key, panel in self.panels.items()}
        return dict.fromkeys((one.id for one in self._hidden), self._for_hidden) | shown

    def _show(self) -> None:
        self.take.setEnabled(None not in self._choices().values())

    def missions(self) -> tuple[OwnMission, ...]:
        choices = {key: one for key, one in self._choices().items() if one is not None}
        here = set(self._merge.mine)
        return tuple(one for one in self._merge.merged(choices) if one not in here)
