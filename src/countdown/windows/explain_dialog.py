"""The panel behind a figure of days: every rule of counting, at the instant that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from countdown.models import phrases, sentences
from countdown.models.figure_table import FigureTable
from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import Foot, SideDialog, over_foot, wrapped
from countdown.windows.figure_grid import FigureGrid
from countdown.windows.figure_question import FigureQuestion
from countdown.windows.pieces import Text
from countdown.windows.press_list import PressList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from countdown.core.explanations import Counts
    from countdown.core.flights import Flight
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look

_SIZE: Final = QSize(1040, 760)
_WIDE: Final = 760
"""From this width on, at scale 1, who and when share a line."""


class ExplainDialog(SideDialog):
    """Follows the second; figures are looked into when they turn."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("How many days?"), _SIZE, look, parent)
        self._table: FigureTable | None = None
        self._title = Text("title", bold=True)
        self._title.setText(tr("How many days?"))
        self._who = Text("lead", "dim")
        self._when = Text("lead", bold=True)
        self._when.fit()
        self.grid = FigureGrid(look)
        self.question = FigureQuestion(look)
        self.press = PressList(look)
        self.sentence = wrapped("body")
        self.copy_button = EnterButton(tr("Copy this sentence"))
        self.copy_button.setToolTip(tr("Copy the chosen figure as a sentence (Ctrl+C)"))
        self._page = QWidget()
        self._page.setObjectName("page")
        self._lay_out()
        self.grid.place_chosen.connect(self._choose)
        self.copy_button.clicked.connect(self.copy)
        self.press.copied.connect(self._put)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        self.set_look(look)

    def _lay_out(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._who, 1)
        self._head.addWidget(self._when)
        self._column = QVBoxLayout(self._page)
        self._column.addWidget(self._title)
        self._column.addLayout(self._head)
        for part in (self.grid, self.question, self.press):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._bar = Foot(self.sentence, self.copy_button)
        over_foot(self, self._page, self._bar)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin = look.px(28)
        self._column.setContentsMargins(margin, look.space("wide"), margin, look.space("wide"))
        self._column.setSpacing(look.space("wide"))
        self._head.setSpacing(look.space("tight"))
        self._bar.set_look(look)
        for text in (self._title, self._who, self._when):
            text.set_look(look)
        for part in (self.grid, self.question, self.press):
            part.set_look(look)
        self.setMinimumSize(look.px(460), look.px(420))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self.look.px(_WIDE)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def choose(self, counts: Counts) -> None:
        """Turn to what was asked for: this flight's figure, or the career's."""
        self.grid.choose(counts)

    def update_reading(self, mission: Mission, reading: Reading) -> None:
        flight = reading.flight
        self._who.setText(self._describe(mission, flight))
        self._when.setText(tr("{} UTC").format(sentences.instant_text(reading.at)))
        for part in (self.grid, self._bar):
            part.setVisible(flight is not None)
        self.question.setVisible(mission.person is not None)
        if mission.person is not None:
            self.question.show_subject(mission.catalogue, mission.person, flight, reading.at)
        if flight is None:
            self._table = None
            self.press.hide()
            return
        if not self._is_of(mission, flight):
            self._table = FigureTable(mission.catalogue, flight)
        self.press.show_flight(mission.catalogue, flight)
        self._show_figures()

    def _is_of(self, mission: Mission, flight: Flight) -> bool:
        table = self._table
        return table is not None and table.catalogue is mission.catalogue and table.flight == flight

    def _describe(self, mission: Mission, flight: Flight | None) -> str:
        if flight is not None:
            number = tr("{} flight").format(phrases.ordinal(flight.number))
            up = tr("up on {vehicle}, {date}").format(
                vehicle=flight.up.name, date=phrases.date(flight.launch.earliest)
            )
            return "  ·  ".join((flight.person.name, number, up))
        return tr("{}: not launched, so there is nothing to count yet").format(mission.name)

    def _show_figures(self) -> None:
        if self._table is not None and self._reading is not None:
            at = self._reading[1].at
            self.grid.show_table(self._table, at)
            self.sentence.setText(self._table.sentence(self.grid.chosen, at))

    def _choose(self) -> None:
        self.copy_button.setText(tr("Copy this sentence"))
        self._show_figures()

    def copy(self) -> None:
        """Put a sentence on the clipboard: that of the focused figure, else of the chosen one."""
        focused = self.press.focused_sentence()
        if focused is not None:
            self._put(focused)
        elif self._table is not None:
            self._put(self.sentence.text())
            self.copy_button.setText(tr("Copied"))

    def _put(self, sentence: str) -> None:
        QGuiApplication.clipboard().setText(sentence)
