"""A figure read somewhere, and a date: which rules of counting give it, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from countdown.core.errors import BadMomentError, OutOfRangeError
from countdown.core.explanations import explain
from countdown.core.moments import DAY, Instant, iso, parse_instant
from countdown.models import phrases, sentences
from countdown.models.phrases import tr
from countdown.windows.dialogs import wrapped
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, Person
    from countdown.widgets.look import Look

_MOST_DIGITS = 5


class FigureQuestion(QWidget):
    """Two fields and an answer; the date follows what is shown until one is typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: tuple[Catalogue, Person, Flight | None] | None = None
        self._day = Instant(0)
        self._is_own_date = False
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._heading.setText(tr("Which rule gives a figure?"))
        self._is = Text("body", "dim")
        self._is.setText(tr("days, on"))
        self._is.fit()
        self.answer = wrapped("lead")
        self.figure = QLineEdit()
        self.figure.setMaxLength(12)
        self.figure.setPlaceholderText(tr("383"))
        self.figure.setAccessibleName(tr("Figure of days"))
        self.date = QLineEdit()
        self.date.setMaxLength(40)
        self.date.setPlaceholderText(tr("2015-10-16"))
        self.date.setAccessibleName(tr("UTC date of the figure"))
        self.figure.textChanged.connect(self._answer)
        self.date.textEdited.connect(self._take_date)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._heading, 0, 0, 1, 4)
        for column, part in enumerate((self.figure, self._is, self.date)):
            self._grid.addWidget(part, 1, column)
        self._grid.addWidget(self.answer, 2, 0, 1, 4)
        self._grid.setColumnStretch(3, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.space("small"))
        self._grid.setVerticalSpacing(look.space("small"))
        for text in (self._heading, self._is, self.answer):
            text.set_look(look)
        for field, width in ((self.figure, 92), (self.date, 140)):
            field.setFont(look.font("lead"))
            field.setFixedWidth(look.px(width))

    def show_subject(
        self, catalogue: Catalogue, person: Person, flight: Flight | None, at: Instant
    ) -> None:
        """Ask about another person, or on another day."""
        about, day = (catalogue, person, flight), Instant(at // DAY * DAY)
        if self._about is None or self._about[1].id != person.id:
            self._is_own_date = False
        if about == self._about and (day == self._day or self._is_own_date):
            return
        self._about = about
        if not self._is_own_date:
            self._day = day
            self.date.setText(iso(day)[:10])
        self._answer()

    def _take_date(self) -> None:
        self._is_own_date = bool(self.date.text().strip())
        self._answer()

    def _answer(self) -> None:
        self.answer.setText("\n".join(self._lines()))

    def _lines(self) -> list[str]:
        typed = self.figure.text().strip()
        if self._about is None or not typed:
            return [tr("Type a figure that you have read or heard, and the date it was given for.")]
        if not (typed.isdecimal() and len(typed) <= _MOST_DIGITS):
            return [tr("A figure is a whole number of days.")]
        try:
            day = parse_instant(self.date.text().strip())
        except OutOfRangeError:
            return [tr("Dates go from 1900 to 2199.")]
        except BadMomentError:
            return [tr("Write the date like 2015-10-16.")]
        catalogue, person, flight = self._about
        if all(one.launch.earliest >= day // DAY * DAY + DAY for one in catalogue.career(person)):
            sentence = tr("{name} had not flown by {date}.")
            return [sentence.format(name=person.name, date=phrases.date(day))]
        matches = explain(catalogue, person, int(typed), day)
        return sentences.answers(person, int(typed), day, matches, flight)
