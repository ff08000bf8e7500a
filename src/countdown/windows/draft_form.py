"""The whole mission that is typed: its title, then part after part."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from countdown.models.mission_draft import TITLE, Draft, Part
from countdown.models.moment_words import zone_names
from countdown.models.phrases import tr
from countdown.windows.dialogs import wrapped
from countdown.windows.draft_part import DraftPart
from countdown.windows.form_parts import FormLine, NoteBox
from countdown.windows.moment_field import ZoneModel
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from countdown.models.fact_finder import FactFinder
    from countdown.widgets.look import Look
    from countdown.windows.draft_row import DraftRow


class DraftForm(QWidget):
    """Shows one draft; what is typed goes to whoever keeps it.

    Signals:
        headed: ``title`` or ``note``, and its text.
        edited, made, removed: as those of a `DraftRow`.
        added, turned_to: as those of a `DraftPart`.
        arranged: its parts may have other places by now.
    """

    headed = Signal(str, str)
    edited = Signal(int, str, str)
    made = Signal(int, str, str, str)
    removed = Signal(int)
    added = Signal(str)
    turned_to = Signal(int)
    arranged = Signal()

    def __init__(self, finder: FactFinder, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._draft: Draft | None = None
        self.title, self.note = FormLine(), NoteBox(tr("Note"), look)
        self.lines: dict[str, QWidget] = {"title": self.title, "note": self.note}
        self._captions: list[Text] = []
        self._troubles = {name: wrapped("small", "accent", bold=True) for name in self.lines}
        zones = ZoneModel(zone_names(), self)
        self.parts = {part: DraftPart(part, finder, zones, look) for part in Part}
        self._column = QVBoxLayout(self)
        self.title.setAccessibleName(tr("Title"))
        self.title.setMaxLength(TITLE.most)
        self.title.textEdited.connect(partial(self._head, "title"))
        self.note.text_edited.connect(partial(self._head, "note"))
        for name, words in (("title", tr("Title")), ("note", tr("Note"))):
            caption = _caption(words)
            self._captions.append(caption)
            for widget in (caption, self.lines[name], self._troubles[name]):
                self._column.addWidget(widget)
        for part in self.parts.values():
            self._column.addWidget(part)
            part.edited.connect(self.edited)
            part.made.connect(self.made)
            part.removed.connect(self.removed)
            part.added.connect(self.added)
            part.turned_to.connect(self.turned_to)
        self._column.addStretch(1)
        self.set_look(look)

    def _head(self, name: str, text: str) -> None:
        self.headed.emit(name, text)

    @property
    def rows(self) -> dict[int, DraftRow]:
        """The rows that are in the form, by their keys: a few of each part."""
        return {key: row for part in self.parts.values() for key, row in part.rows.items()}

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.arranged.emit()
        return handled

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        parts = [stop for part in self.parts.values() for stop in part.tab_stops()]
        return [self.title, self.note, *parts]

    def set_look(self, look: Look) -> None:
        self._look = look
        margin = look.px(24)
        self.setMaximumWidth(look.px(1180))
        self._column.setContentsMargins(margin, look.space("medium"), margin, look.space("wide"))
        self._column.setSpacing(look.space("small"))
        self.title.setFont(look.font("body"))
        for text in (*self._captions, *self._troubles.values()):
            text.set_look(look)
        self.note.set_look(look)
        for part in self.parts.values():
            part.set_look(look)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; the rows that stay are the same widgets as before."""
        self._draft = draft
        self.title.show_text(draft.title)
        self.note.show_text(draft.note)
        for part in self.parts.values():
            part.show_draft(draft)

    def reveal(self, key: int) -> DraftRow:
        """Return a row of the draft, which is brought into the form where it is not yet."""
        assert self._draft is not None
        part, place, _ = self._draft.row(key)
        self.parts[part].reveal(place)
        return self.parts[part].rows[key]

    def show_findings(self, troubles: Mapping[str, str], agreed: Iterable[str]) -> None:
        """Say what is wrong beside each field, by its path, and what the catalogue says too."""
        for name, label in self._troubles.items():
            label.setText(troubles.get(name, ""))
            label.setVisible(name in troubles)
            self.lines[name].setAccessibleDescription(label.text())
        wrong: dict[str, dict[str, str]] = {}
        for path, text in troubles.items():
            row, _, name = path.partition(".")
            wrong.setdefault(row, {})[name] = text
        known: dict[str, set[str]] = {}
        for path in agreed:
            row, _, name = path.partition(".")
            known.setdefault(row, set()).add(name)
        for part in self.parts.values():
            part.show_findings(wrong, known)


def _caption(words: str) -> Text:
    caption = Text("caption", "dim", bold=True, heading=True)
    caption.setText(words)
    return caption
