"""What the press has counted about a flight, each figure with the rules that give it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from countdown.core.press import answer, told_with
from countdown.models import own_words, phrases, sentences
from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import Hairline, wrapped
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.press import PressAnswer
    from countdown.widgets.look import Look


class PressRow(QWidget):
    """One figure: as it was printed, and what gives it."""

    def __init__(self, catalogue: Catalogue, found: PressAnswer, flight: Flight) -> None:
        super().__init__()
        press = found.press
        self._figure = Text("heading", bold=True)
        self._title = wrapped("lead")
        self._said = wrapped("small", "dim")
        self.answer = wrapped("body")
        self.copy_button = EnterButton(tr("Copy"))
        self._figure.setText(phrases.number(press.figure))
        self._title.setText(sentences.press_title(press))
        stated = own_words.fact(catalogue, press)
        self._said.setText(own_words.marked(sentences.press_said(press), stated))
        self.answer.setText("\n".join(sentences.press_answers(found, flight)))
        name = tr("Copy: {}").format(sentences.press_title(press))
        self.copy_button.setAccessibleName(name)
        top = Qt.AlignmentFlag.AlignTop
        self._grid = QGridLayout(self)
        self._grid.addWidget(Hairline(), 0, 0, 1, 3)
        self._grid.addWidget(self._figure, 1, 0, 3, 1, top)
        for row, text in enumerate((self._title, self._said, self.answer), start=1):
            self._grid.addWidget(text, row, 1)
        self._grid.addWidget(self.copy_button, 1, 2, 3, 1, top)
        self._grid.setColumnStretch(1, 1)

    def set_look(self, look: Look) -> None:
        self._grid.setContentsMargins(0, 0, 0, look.space("small"))
        self._grid.setHorizontalSpacing(look.space("medium"))
        self._grid.setVerticalSpacing(look.space("tight"))
        self._grid.setColumnMinimumWidth(0, look.px(64))
        self._figure.setFixedWidth(look.px(64))
        for text in (self._figure, self._title, self._said, self.answer):
            text.set_look(look)
        self.copy_button.setFont(look.font("small"))


class PressList(QWidget):
    """Signals: ``copied`` with the sentence about one figure."""

    copied = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._about: tuple[Catalogue, Flight] | None = None
        self.rows: list[PressRow] = []
        self._sentences: list[str] = []
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._heading.setText(tr("As the press counted"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("small"))
        self._heading.set_look(look)
        for row in self.rows:
            row.set_look(look)

    def show_flight(self, catalogue: Catalogue, flight: Flight) -> None:
        """List what is told on this flight's page; most have none."""
        if self._about is not None and self._about[0] is catalogue and self._about[1] == flight:
            return
        self._about = (catalogue, flight)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        found = [answer(catalogue, one) for one in told_with(catalogue, flight)]
        self.rows = [PressRow(catalogue, one, flight) for one in found]
        self._sentences = [sentences.press_sentence(catalogue, one) for one in found]
        for number, row in enumerate(self.rows):
            row.copy_button.clicked.connect(partial(self._copy, number))
            row.set_look(self._look)
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))

    def focused_sentence(self) -> str | None:
        """Return the sentence of the figure that has the focus, if one has."""
        for row, sentence in zip(self.rows, self._sentences, strict=True):
            if row.copy_button.hasFocus():
                return sentence
        return None

    def _copy(self, number: int) -> None:
        self.copied.emit(self._sentences[number])
