"""One part of the mission that is typed: its head, and a few of its rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from countdown.models.draft_words import add_text, part_hint, part_title, shown_words
from countdown.models.phrases import tr
from countdown.models.row_run import AT_ONCE, Run, first_run
from countdown.windows.buttons import EnterButton, MoreButton
from countdown.windows.dialogs import Hairline
from countdown.windows.draft_row import DraftRow
from countdown.windows.form_parts import FormLine
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtCore import QAbstractItemModel

    from countdown.models.fact_finder import FactFinder
    from countdown.models.mission_draft import Draft, Part
    from countdown.widgets.look import Look

_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class _PartHead(QWidget):
    """What a part is called, and how many rows it has or what for; there one is found or added."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self.add = EnterButton(add_text(part))
        self.search = FormLine()
        self.search.setPlaceholderText(tr("Find"))
        self.search.setAccessibleName(tr("{}: find").format(part_title(part)))
        self.search.setMaxLength(120)
        self.search.setClearButtonEnabled(True)
        self._line = Hairline()
        self._caption = Text("caption", "dim", bold=True, heading=True)
        self._caption.setText(part_title(part))
        self._caption.hug()
        self._hint = Text("small", "dim")
        self._row = QHBoxLayout()
        self._row.addWidget(self._caption)
        self._row.addWidget(self._hint, 1)
        self._row.addWidget(self.search)
        self._row.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        self._column.addLayout(self._row)

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("medium"))
        self._column.setSpacing(look.space("small"))
        self._caption.set_look(look)
        self._hint.set_look(look)
        self.search.setFixedWidth(look.px(220))
        for widget in (self.search, self.add):
            widget.setFont(look.font("body"))

    def show_run(self, run: Run, among: int, total: int) -> None:
        """Say how many rows there are, and which of them follow."""
        words = shown_words(run, among, total) if total else part_hint(self._part)
        self._hint.setText(words)
        self.search.setVisible(total > AT_ONCE or bool(self.search.text()))


class DraftPart(QWidget):
    """Rows that go out of sight leave their panels to those that come.

    Signals:
        edited, made, removed: as those of a `DraftRow`.
        added: the name of the part, which is to have one more row.
        turned_to: the key of the first of the rows that were asked for.
    """

    edited = Signal(int, str, str)
    made = Signal(int, str, str, str)
    removed = Signal(int)
    added = Signal(str)
    turned_to = Signal(int)

    def __init__(
        self, part: Part, finder: FactFinder, zones: QAbstractItemModel, look: Look
    ) -> None:
        super().__init__()
        self._part, self._finder, self._zones, self._look = part, finder, zones, look
        self._draft: Draft | None = None
        self._troubles: Mapping[str, Mapping[str, str]] = {}
        self._agreed: Mapping[str, Collection[str]] = {}
        self._run = Run()
        self._found: frozenset[int] | None = None
        """The keys of the rows that were looked for; None are all."""
        self._places: Sequence[int] = ()
        """The places of what can be shown, which the run is among."""
        self.rows: dict[int, DraftRow] = {}
        """The rows that are in sight, by their keys and in order."""
        self._spare: list[DraftRow] = []
        self.head = _PartHead(part)
        self.before, self.after = MoreButton(AT_ONCE, earlier=True), MoreButton(AT_ONCE)
        for button in (self.before, self.after):
            button.setAccessibleDescription(part_title(part))
        self._box, self._column = QVBoxLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.before, 0, _LEFT)
        self._column.addLayout(self._box)
        self._column.addWidget(self.after, 0, _LEFT)
        self.head.add.clicked.connect(self._ask_to_add)
        self.head.search.textChanged.connect(self._find)
        self.before.clicked.connect(self._show_before)
        self.after.clicked.connect(self._show_after)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.head.set_look(look)
        for button in (self.before, self.after):
            button.setFont(look.font("body"))
        for box in (self._box, self._column):
            box.setSpacing(look.space("small"))
        for panel in (*self.rows.values(), *self._spare):
            panel.set_look(look)

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        rows = [stop for row in self.rows.values() for stop in row.tab_stops()]
        return [self.head.search, self.head.add, self.before, *rows, self.after]

    def _ask_to_add(self) -> None:
        self.added.emit(self._part.value)

    # Which rows are in sight

    def _find(self, typed: str) -> None:
        """Show just the rows that say so; they stay whatever is typed into them then."""
        assert self._draft is not None
        is_asked = bool(typed.strip())
        self._found = self._finder.rows_with(typed, self._part, self._draft) if is_asked else None
        self._go_to(Run())

    def _show_before(self) -> None:
        self._turn_to(self._run.first - 1)

    def _show_after(self) -> None:
        self._turn_to(self._run.last)

    def _turn_to(self, number: int) -> None:
        assert self._draft is not None
        place = self._places[number]
        self.reveal(place)
        self.turned_to.emit(self._draft.of(self._part)[place].key)

    def reveal(self, place: int) -> None:
        """Bring the row of a place into the form, whatever was looked for."""
        if place not in self._places:
            self.head.search.clear()
        run = self._run.with_place(self._places.index(place))
        if run != self._run:
            self._go_to(run)

    def _go_to(self, run: Run) -> None:
        assert self._draft is not None
        self._run = run
        self._show_rows(self._draft)
        self.show_findings(self._troubles, self._agreed)

    # What they show

    def show_draft(self, draft: Draft) -> None:
        """Show the part of a draft; rows in sight are the same widgets as before."""
        if self._draft is None or draft.key != self._draft.key:
            self._draft = draft
            self.head.search.clear()
            self._run = first_run(sum(map(bool, draft.rows.values())))
        self._draft = draft
        self._show_rows(draft)

    def show_findings(
        self,
        troubles: Mapping[str, Mapping[str, str]],
        agreed: Mapping[str, Collection[str]],
    ) -> None:
        """Say what is wrong, and what the catalogue says too, by rows and then by fields."""
        self._troubles, self._agreed = troubles, agreed
        shown = self._places[self._run.first : self._run.last]
        for place, panel in zip(shown, self.rows.values(), strict=True):
            path = f"{self._part}[{place}]"
            panel.show_findings(troubles.get(path, {}), agreed.get(path, ()))

    def _show_rows(self, draft: Draft) -> None:
        stated, found = draft.of(self._part), self._found
        self._places = range(len(stated))
        if found is not None:
            self._places = [place for place in self._places if stated[place].key in found]
        among = len(self._places)
        self._run = run = self._run.among(among)
        self.head.show_run(run, among, len(stated))
        self.before.show_left(run.first)
        self.after.show_left(among - run.last)
        shown = [stated[place] for place in self._places[run.first : run.last]]
        self._free(self.rows.keys() - {row.key for row in shown})
        panels = {}
        for index, row in enumerate(shown):
            panel = panels[row.key] = self.rows.get(row.key) or self._panel()
            if self._box.indexOf(panel) != index:
                self._box.insertWidget(index, panel)
            panel.show_row(row, draft)
            panel.show()
        self.rows = panels

    def _free(self, keys: Collection[int]) -> None:
        """Take rows out of sight: one that is typed in hands the cursor on to the next."""
        for key in keys:
            panel = self.rows.pop(key)
            panel.hide()
            self._box.removeWidget(panel)
            self._spare.append(panel)

    def _panel(self) -> DraftRow:
        if self._spare:
            return self._spare.pop()
        panel = DraftRow(self._part, self._finder, self._zones, self._look)
        panel.edited.connect(self.edited)
        panel.made.connect(self.made)
        panel.removed.connect(self.removed)
        return panel
