"""The rules of counting side by side: a table where there is room, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout

from countdown.core.durations import Rule
from countdown.core.explanations import Counts
from countdown.models import sentences
from countdown.models.figure_table import PLACES, Place
from countdown.models.phrases import tr
from countdown.widgets.figure_cell import FigureCell
from countdown.windows.dialogs import Hairline, wrapped
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.moments import Instant
    from countdown.models.figure_table import FigureTable
    from countdown.widgets.look import Look

_SIDE_BY_SIDE: Final = 800
"""From this width on, at scale 1, each rule has a column."""
_HEAD: Final = 150
"""How wide the names of the rows are."""
_FIRST: Final = Place(Counts.FLIGHT, Rule.ELAPSED)


class FigureGrid(Panel):
    """Signals: ``place_chosen`` when another figure is the chosen one."""

    place_chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_wide: bool | None = None
        self._rules = {rule: (Text("small", bold=True), wrapped("caption", "dim")) for rule in Rule}
        self._rows = {
            counts: (Text("body", bold=True), wrapped("caption", "dim")) for counts in Counts
        }
        self._lines = [Hairline(self) for _ in (*Counts, "meanings")]
        self._no_dates = wrapped("caption", "dim")
        self._no_dates.setText(tr("a sum of flights has no dates of its own"))
        self.cells = {place: FigureCell(look, self) for place in PLACES}
        self._group = QButtonGroup(self)
        for cell in self.cells.values():
            self._group.addButton(cell)
        self.cells[_FIRST].setChecked(True)
        self._group.buttonClicked.connect(self.place_chosen)
        for text in self._texts():
            text.setParent(self)  # none of them is ever a window, whatever is laid out
        for rule, (name, line) in self._rules.items():
            name.setText(sentences.rule_name(rule))
            line.setText(sentences.rule_explanation(rule))
        self._grid = QGridLayout(self)
        self.set_look(look)

    def _texts(self) -> list[Text]:
        pairs = (*self._rules.values(), *self._rows.values())
        return [self._no_dates, *(text for pair in pairs for text in pair)]

    def set_look(self, look: Look) -> None:
        self._look = look
        self._grid.setContentsMargins(
            look.space("wide"), look.space("medium"), look.space("small"), look.space("medium")
        )
        self._grid.setHorizontalSpacing(look.space("small"))
        self._grid.setVerticalSpacing(look.space("tight"))
        for text in self._texts():
            text.set_look(look)
        for cell in self.cells.values():
            cell.set_look(look)
        self._is_wide = None
        self._arrange()

    @property
    def chosen(self) -> Place:
        """Where the figure stands whose sentence is shown."""
        return next(place for place, cell in self.cells.items() if cell.isChecked())

    def choose(self, counts: Counts) -> None:
        """Turn to the figure that the main window shows of a flight or a career."""
        cell = self.cells[Place(counts, Rule.ELAPSED)]
        cell.setChecked(True)
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_chosen.emit()

    def show_table(self, table: FigureTable, at: Instant) -> None:
        """Show all figures at one instant."""
        for counts, (title, note) in self._rows.items():
            title.setText(table.title(counts))
            note.setText(table.note(counts, at))
        for place, words in table.words(at).items():
            rule = sentences.rule_name(place.rule)
            self.cells[place].show_figure(rule, table.title(place.counts), words)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._look.px(_SIDE_BY_SIDE)
        if wide == self._is_wide:
            return
        self._is_wide = wide
        while self._grid.count():
            self._grid.takeAt(0)
        self._no_dates.setVisible(wide)
        self._lines[0].setVisible(wide)
        self._lines[-1].setVisible(not wide)
        for cell in self.cells.values():
            cell.set_captioned(not wide)
        if wide:
            self._arrange_table()
        else:
            self._arrange_list()

    def _arrange_table(self) -> None:
        """One column a rule, under its name and what it means."""
        top = Qt.AlignmentFlag.AlignTop
        margin = self._look.space("small")
        for column, (name, line) in enumerate(self._rules.values(), start=1):
            for row, text in enumerate((name, line)):
                text.setContentsMargins(margin, 0, 0, 0)
                self._grid.addWidget(text, row, column, top)
        for place, (counts, (title, note)) in enumerate(self._rows.items()):
            row = 2 + place * 3
            self._grid.addWidget(self._lines[place], row, 0, 1, 5)
            self._grid.addWidget(title, row + 1, 0, top)
            self._grid.addWidget(note, row + 2, 0, top)
            for column, rule in enumerate(Rule, start=1):
                if (cell := self.cells.get(Place(counts, rule))) is not None:
                    self._grid.addWidget(cell, row + 1, column, 2, 1)
            if counts is Counts.CAREER:
                self._no_dates.setContentsMargins(margin, 0, 0, 0)
                self._grid.addWidget(self._no_dates, row + 1, 3, 2, 1)
            title.setContentsMargins(0, self._look.space("medium"), 0, 0)
            self._grid.setRowStretch(row + 2, 1)
        self._grid.setColumnMinimumWidth(0, self._look.px(_HEAD))
        for column in range(5):
            self._grid.setColumnStretch(column, 1 if column else 0)

    def _arrange_list(self) -> None:
        """Two figures beside each other, each with its rule's name; what it means stands below."""
        row = 0
        for line, (counts, (title, note)) in zip(self._lines, self._rows.items(), strict=False):
            title.setContentsMargins(0, self._look.space("small"), 0, 0)
            self._grid.addWidget(line, row, 0, 1, 5)
            self._grid.addWidget(title, row + 1, 0, 1, 5)
            self._grid.addWidget(note, row + 2, 0, 1, 5)
            row += 3
            cells = [cell for place, cell in self.cells.items() if place.counts is counts]
            for number, cell in enumerate(cells):
                self._grid.addWidget(cell, row + number // 2, number % 2)
            row += (len(cells) + 1) // 2
        self._grid.addWidget(self._lines[-1], row, 0, 1, 5)
        for pair in self._rules.values():
            for text in pair:
                row += 1
                text.setContentsMargins(0, 0, 0, 0)
                self._grid.addWidget(text, row, 0, 1, 5)
        self._grid.setColumnMinimumWidth(0, 0)
        for column in range(5):
            self._grid.setColumnStretch(column, 1 if column < 2 else 0)
