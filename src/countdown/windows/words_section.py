"""In other words: estimates of a flight or a career as cards, each with its formula on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from countdown.core.estimates import EstimateKind, may_be_told, stays_by
from countdown.models import estimate_phrases as words
from countdown.models.phrases import tr
from countdown.widgets.share_bar import ShareBar
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import wrapped
from countdown.windows.pieces import Panel, Text
from countdown.windows.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from countdown.core.estimates import Stay
    from countdown.core.flights import Flight
    from countdown.core.readings import Mission, Reading
    from countdown.models.estimate_phrases import Card
    from countdown.widgets.look import Look

_THREE_WIDE: Final = 760
"""From this width on, at scale 1, three cards stand in a row."""
_TWO_WIDE: Final = 460
"""From this width on, at scale 1, two do."""
_MOST_HIGH: Final = 180
"""The height of a card, at scale 1, beyond which more room is left empty."""


class EstimateCard(Panel):
    """A figure, and on demand how it comes about; Escape or the button turns it back."""

    def __init__(self, kind: EstimateKind, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        label = words.label(kind)
        self._label = Text("caption", "dim", bold=True, heading=True)
        self._label.setText(label)
        self.button = EnterButton(tr("formula"), boxed=False)
        self.button.setObjectName("quiet")
        self.button.setCheckable(True)
        self.button.setAccessibleName(tr("Formula: {}").format(label))
        self.figure = Text("figure", bold=True)
        self.words = wrapped("body", "dim")
        self.bar = ShareBar(look)
        self.formula = wrapped("body")
        self.put_in = wrapped("body")
        self.sources = wrapped("caption", "dim")
        self._front = (self.figure, self.words)
        self._back = (self.formula, self.put_in, self.sources)
        for text in (*self._front, *self._back):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.button.toggled.connect(self._turn)
        self._turn(self.button.isChecked())

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._head = QHBoxLayout()
        self._head.addWidget(self._label, 1)
        self._head.addWidget(self.button)
        self._body = QVBoxLayout()
        for part in (*self._front, self.bar, *self._back):
            self._body.addWidget(part)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._head)
        self._all.addStretch(1)
        self._all.addLayout(self._body)
        self._all.addStretch(2)

    def set_look(self, look: Look) -> None:
        side, end = look.space("gap"), look.px(6)
        self._all.setContentsMargins(0, end, 0, end)
        self._all.setSpacing(0)
        self._head.setContentsMargins(side, 0, look.space("tight"), 0)  # a button has room inside
        self._body.setContentsMargins(side, 0, side, 0)
        self._body.setSpacing(look.space("hair"))
        self.setMaximumHeight(look.px(_MOST_HIGH))
        self.button.setFont(look.font("small"))
        self.bar.set_look(look)
        for text in (self._label, *self._front, *self._back):
            text.set_look(look)

    def show_card(self, card: Card) -> None:
        """Show an estimate; what is the same as before is not painted again."""
        self.figure.setText(card.figure)
        self.words.setText(card.words)
        general, put_in, *sources = card.formula
        self.formula.setText(general)
        self.put_in.setText(put_in)
        self.sources.setText("\n".join(sources))
        self.bar.show_share(card.share)

    def _turn(self, is_open: bool) -> None:
        for part in (*self._front, self.bar):
            part.setVisible(not is_open)
        for text in self._back:
            text.setVisible(is_open)

    def event(self, event: QEvent) -> bool:
        """Claim Escape while it is open, before the window's shortcuts do."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and self.button.isChecked():
            if event.type() is QEvent.Type.KeyPress:
                self.button.setChecked(False)
            event.accept()
            return True
        return super().event(event)


class _Head(QWidget):
    """The heading, which time is put in other words, and a button to copy all.

    Signals: ``scope_chosen`` when the flight or the career is wanted.
    """

    scope_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("caption", "dim", bold=True, heading=True)
        self._title.setText(tr("Estimates"))
        self._title.fit()
        self.basis = Text("small", "dim")
        self.flight = EnterButton(tr("This flight"), boxed=False)
        self.career = EnterButton(tr("Career"), boxed=False)
        for button in (self.flight, self.career):
            button.setObjectName("tab")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self.scope_chosen)
        self.flight.setChecked(True)
        self.copy = EnterButton(tr("copy"), boxed=False)
        self.copy.setObjectName("quiet")
        self.copy.setAccessibleName(tr("Copy the estimates as text"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title)
        self._row.addWidget(self.basis, 1)
        for button in (self.flight, self.career, self.copy):
            self._row.addWidget(button)

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("medium"))
        for text in (self._title, self.basis):
            text.set_look(look)
        for button in (self.flight, self.career, self.copy):
            button.setFont(look.font("small"))

    def offer(self, *, career: bool, any_at_all: bool) -> None:
        """Offer the choice where there is one."""
        for button in (self.flight, self.career):
            button.setVisible(career)
        self.copy.setVisible(any_at_all)
        self.basis.setVisible(any_at_all)


class WordsSection(Section):
    """The cards of one flight or, where it is another, of the career."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._last: tuple[Mission, Reading] | None = None
        self._made: tuple[Card, ...] = ()
        self._title = ""
        self.head = _Head()
        self.note = wrapped("body", "dim")
        self.cards = {kind: EstimateCard(kind, look) for kind in EstimateKind}
        self._grid = QGridLayout()
        for card in self.cards.values():
            card.setParent(self)
            card.hide()
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self.head)
        self._all.addWidget(self.note)
        self._all.addLayout(self._grid, 1)
        self.head.scope_chosen.connect(self._again)
        self.head.copy.clicked.connect(self.copy)
        self._placed: tuple[int, tuple[EstimateKind, ...]] = (0, ())
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._all.setSpacing(look.space("small"))
        self.head.set_look(look)
        self.note.set_look(look)
        for card in self.cards.values():
            card.set_look(look)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards that are there into as many columns as there is room for."""
        width, px = self.width(), self.look.px
        self._grid.setSpacing(self.look.space("medium" if width >= px(_THREE_WIDE) else "small"))
        columns = 3 if width >= px(_THREE_WIDE) else 2 if width >= px(_TWO_WIDE) else 1
        kinds = tuple(one.kind for one in self._made)
        if len(kinds) < 3:
            columns = min(columns, 2)
        if (columns, kinds) == self._placed:
            return
        self._placed = (columns, kinds)
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.hide()
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, kind in enumerate(kinds):
            self._grid.addWidget(self.cards[kind], *divmod(place, columns))
            self.cards[kind].show()
        rows = -(-len(kinds) // columns)
        for row in range(len(EstimateKind) + 1):
            self._grid.setRowStretch(row, 100 if row < rows else int(row == rows))

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        self._last = (mission, reading)
        flight = reading.flight
        if flight is None or not may_be_told((flight,)):
            self._show_none(
                tr("Estimates begin with the launch.")
                if flight is None
                else tr("No estimates are made for this flight.")
            )
            return
        stays = stays_by((flight,), reading.at)
        whole = stays_by(_career(mission), reading.at)
        has_career = _is_another(whole)
        is_career = has_career and self.head.career.isChecked()
        if is_career:
            stays = whole
        self._made = words.cards(stays)
        self._title = _title(flight, is_career=is_career)
        self.head.offer(career=has_career, any_at_all=True)
        self.head.basis.setText(words.basis(stays))
        self._say(words.left_out(stays))
        for card in self._made:
            self.cards[card.kind].show_card(card)
        self._arrange()

    def _show_none(self, why: str) -> None:
        self._made = ()
        self.head.offer(career=False, any_at_all=False)
        self._say(why)
        self._arrange()

    def _say(self, note: str) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _again(self) -> None:
        if self._last is not None:
            self.show_reading(*self._last)

    def copy(self) -> None:
        """Copy all estimates in sight as lines of text."""
        QGuiApplication.clipboard().setText(words.as_text(self._title, self._made))


def _career(mission: Mission) -> tuple[Flight, ...]:
    return mission.catalogue.career(mission.person) if mission.person else ()


def _is_another(whole: Sequence[Stay]) -> bool:
    """Say whether a career is more than one flight, and all of it may be told."""
    return (
        len(whole) > 1
        and all(one.orbit is not None for one in whole)
        and may_be_told(one.flight for one in whole)
    )


def _title(flight: Flight, *, is_career: bool) -> str:
    if is_career:
        return tr("{}, all flights by then").format(flight.person.name)
    return tr("{name}, {vehicle}").format(name=flight.person.name, vehicle=flight.up.name)
