"""The whole mission that is typed: its title, then part after part."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from countdown.models.draft_words import add_text, part_hint, part_title
from countdown.models.mission_draft import FORMS, TITLE, Draft, Part
from countdown.models.moment_words import zone_names
from countdown.models.phrases import tr
from countdown.windows.dialogs import EnterButton, Hairline, wrapped
from countdown.windows.draft_row import DraftRow
from countdown.windows.form_parts import FormLine, NoteBox
from countdown.windows.moment_field import ZoneModel
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from countdown.models.fact_finder import FactFinder
    from countdown.widgets.look import Look


class _PartHead(QWidget):
    """What a part is called and, as long as it is empty, what for; with the button that adds."""

    def __init__(self, part: Part, look: Look) -> None:
        super().__init__()
        self.add = EnterButton(add_text(part))
        self._line = Hairline()
        self._caption = _caption(part_title(part))
        self._caption.hug()
        self._hint = Text("small", "dim")
        self._hint.setText(part_hint(part))
        self._row = QHBoxLayout()
        self._row.addWidget(self._caption)
        self._row.addWidget(self._hint, 1)
        self._row.addStretch()
        self._row.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        self._column.addLayout(self._row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("medium"))
        self._column.setSpacing(look.space("small"))
        self._caption.set_look(look)
        self._hint.set_look(look)
        self.add.setFont(look.font("body"))

    def show_count(self, count: int) -> None:
        """Say how many rows follow."""
        self._hint.setVisible(not count)


class DraftForm(QWidget):
    """Shows one draft; what is typed goes to whoever keeps it.

    Signals:
        headed: ``title`` or ``note``, and its text.
        edited, made, removed: as those of a `DraftRow`.
        added: the name of the part that is to have one more row.
        arranged: its parts may have other places by now.
    """

    headed = Signal(str, str)
    edited = Signal(int, str, str)
    made = Signal(int, str, str, str)
    removed = Signal(int)
    added = Signal(str)
    arranged = Signal()

    def __init__(self, finder: FactFinder, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._finder, self._look = finder, look
        self._zones = ZoneModel(zone_names(), self)
        self.rows: dict[int, DraftRow] = {}
        self._shown: dict[Part, list[DraftRow]] = {}
        self.title, self.note = FormLine(), NoteBox(tr("Note"), look)
        self.lines: dict[str, QWidget] = {"title": self.title, "note": self.note}
        self._captions: list[Text] = []
        self._troubles = {name: wrapped("small", "accent", bold=True) for name in self.lines}
        self._boxes: dict[Part, QVBoxLayout] = {}
        self.heads = {part: _PartHead(part, look) for part in Part}
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
        for part, head in self.heads.items():
            self._boxes[part] = QVBoxLayout()
            self._column.addWidget(head)
            self._column.addLayout(self._boxes[part])
            head.add.clicked.connect(partial(self._ask_to_add, part))
        self._column.addStretch(1)
        self.set_look(look)

    def _head(self, name: str, text: str) -> None:
        self.headed.emit(name, text)

    def _ask_to_add(self, part: Part) -> None:
        self.added.emit(part.value)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.arranged.emit()
        return handled

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        stops: list[QWidget] = [self.title, self.note]
        for part, head in self.heads.items():
            stops.append(head.add)
            for row in self._shown.get(part, ()):
                stops += row.tab_stops()
        return stops

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
        for head in self.heads.values():
            head.set_look(look)
        for row in self.rows.values():
            row.set_look(look)
        for box in self._boxes.values():
            box.setSpacing(look.space("small"))

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; the rows that stay are the same widgets as before."""
        self.title.show_text(draft.title)
        self.note.show_text(draft.note)
        keys = {row.key for rows in draft.rows.values() for row in rows}
        for gone in self.rows.keys() - keys:
            panel = self.rows.pop(gone)
            panel.hide()
            panel.deleteLater()
        for part, box in self._boxes.items():
            self._shown[part] = []
            self.heads[part].show_count(len(draft.of(part)))
            for index, row in enumerate(draft.of(part)):
                panel = self.rows.get(row.key) or self._make_row(part, row.key)
                self._shown[part].append(panel)
                if box.indexOf(panel) != index:
                    box.insertWidget(index, panel)
                panel.show_row(row, draft)

    def _make_row(self, part: Part, key: int) -> DraftRow:
        panel = self.rows[key] = DraftRow(part, key, self._finder, self._zones, self._look)
        panel.edited.connect(self.edited)
        panel.made.connect(self.made)
        panel.removed.connect(self.removed)
        return panel

    def show_findings(
        self, draft: Draft, troubles: Mapping[str, str], agreed: Collection[str]
    ) -> None:
        """Say what is wrong beside each field, by its path, and what the catalogue says too."""
        for name, label in self._troubles.items():
            label.setText(troubles.get(name, ""))
            label.setVisible(name in troubles)
            self.lines[name].setAccessibleDescription(label.text())
        for part in Part:
            names = {field.name for field in FORMS[part]}
            for index, row in enumerate(draft.of(part)):
                path = f"{part}[{index}]"
                mine = {
                    one.removeprefix(path).lstrip("."): text
                    for one, text in troubles.items()
                    if one == path or one.startswith(f"{path}.")
                }
                fields = {name: text for name, text in mine.items() if name in names}
                rest = " ".join(text for name, text in mine.items() if name not in fields)
                theirs = {
                    one.removeprefix(path).lstrip(".") for one in agreed if one.startswith(path)
                }
                self.rows[row.key].show_findings({**fields, "": rest}, theirs)


def _caption(words: str) -> Text:
    caption = Text("caption", "dim", bold=True, heading=True)
    caption.setText(words)
    return caption
