"""The marks in reach of a flight, with the return as known beside a supposed one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout

from countdown.core.what_if import Fate
from countdown.models import suppositions
from countdown.models.phrases import tr
from countdown.windows.dialogs import Hairline
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.what_if import Mark, Supposition
    from countdown.widgets.look import Look

_MOST: Final = 6
"""World, women and one country, each for the career and the single flight."""
_SIDE_BY_SIDE: Final = 720
_STRETCHES: Final = (7, 8, 8)


class _Pair:
    """A line, and a smaller one below it; of one height each, so that dragging moves no row."""

    def __init__(self, *, bold: bool = False) -> None:
        self.head = Text("body", bold=bold)
        self.more = Text("small", "dim")

    def show_words(self, head: str, more: str, colour: str = "text") -> None:
        self.head.setText(head)
        self.more.setText(more)
        self.head.set_colour(colour)


class _Row:
    """One mark: its name, and what becomes of it either way."""

    def __init__(self) -> None:
        self.line = Hairline()
        self.name = _Pair()
        self.known = _Pair()
        self.supposed = _Pair(bold=True)
        self.mark: Mark | None = None
        self.known_mark: Mark | None = None

    @property
    def pairs(self) -> tuple[_Pair, ...]:
        return (self.name, self.known, self.supposed)

    @property
    def parts(self) -> list[QWidget]:
        return [self.line, *(text for pair in self.pairs for text in (pair.head, pair.more))]

    def show(self, *, with_line: bool) -> None:
        """Show what there is to say; a mark of one's own has no second line."""
        shown = self.mark is not None
        self.line.setVisible(shown and with_line)
        for pair in self.pairs:
            pair.head.setVisible(shown)
            pair.more.setVisible(self.mark is not None and self.mark.fate is not Fate.OWN)


class MarksTable(Panel):
    """Shows two suppositions side by side, or, in a narrow window, one below the other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_wide: bool | None = None
        self._is_announced = True
        self._flight: Flight | None = None
        self._heads = [Text("caption", "dim", bold=True, heading=True) for _ in range(3)]
        titles = (tr("Mark"), tr("Return as known"), tr("Supposed return"))
        for head, title in zip(self._heads, titles, strict=True):
            head.setText(title)
        self.rows = [_Row() for _ in range(_MOST)]
        for part in (*self._heads, *(part for row in self.rows for part in row.parts)):
            part.setParent(self)  # none of them is ever a window, whatever is laid out
        self._grid = QGridLayout(self)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._grid.setContentsMargins(
            look.space("wide"), look.space("medium"), look.space("wide"), look.space("medium")
        )
        self._grid.setHorizontalSpacing(look.space("wide"))
        self._grid.setVerticalSpacing(look.space("hair"))
        for head in self._heads:
            head.set_look(look)
        for row in self.rows:
            for pair in row.pairs:
                pair.head.set_look(look)
                pair.more.set_look(look)
        self._is_wide = None
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._look.px(_SIDE_BY_SIDE)
        if wide == self._is_wide:
            return
        self._is_wide = wide
        while self._grid.count():
            self._grid.takeAt(0)
        for column, head in enumerate(self._heads):
            head.setVisible(wide)
            self._grid.setColumnStretch(column, _STRETCHES[column] if wide else not column)
            if wide:
                self._grid.addWidget(head, 0, column)
        below = 1
        for row in self.rows:
            self._grid.addWidget(row.line, below, 0, 1, 3 if wide else 1)
            for column, pair in enumerate(row.pairs):
                at = (below + 1, column) if wide else (below + 1 + column * 2, 0)
                self._grid.addWidget(pair.head, *at)
                self._grid.addWidget(pair.more, at[0] + 1, at[1])
            below += 3 if wide else 7
            gap = self._look.px(5)
            for pair in row.pairs:
                pair.head.setContentsMargins(0, gap if wide or pair is row.name else 0, 0, 0)
            row.show(with_line=row is not self.rows[0] or wide)
        self._show_known()

    def show_known(self, flight: Flight, known: Supposition, *, announced: bool) -> None:
        """Show what becomes of every mark with the return as known.

        Where none is announced, ``known`` has one so late that all that can fall has fallen.
        """
        self._flight, self._is_announced = flight, announced
        for number, row in enumerate(self.rows):
            row.known_mark = known.marks[number] if number < len(known.marks) else None
        self._show_known()

    def _show_known(self) -> None:
        for row in self.rows:
            if row.known_mark is None or self._flight is None:
                continue
            said = suppositions.verdict(self._flight, row.known_mark)
            if not self._is_announced and row.known_mark.fate is Fate.FALLS:
                said = tr("falls if still in orbit")
            if not self._is_wide:
                said = tr("As known: {}").format(said)
            row.known.show_words(said, suppositions.reason(row.known_mark))

    def show_supposed(self, catalogue: Catalogue, flight: Flight, found: Supposition) -> None:
        """Show what becomes of every mark; what falls is in the accent."""
        for number, row in enumerate(self.rows):
            row.mark = found.marks[number] if number < len(found.marks) else None
            if row.mark is not None:
                title = suppositions.mark_title(catalogue, row.mark)
                row.name.show_words(title, suppositions.mark_detail(row.mark))
                said, why = suppositions.verdict(flight, row.mark), suppositions.reason(row.mark)
                falls = row.mark.fate is Fate.FALLS
                row.supposed.show_words(said, why, "accent" if falls else "text")
            row.show(with_line=number > 0 or self._is_wide is True)
