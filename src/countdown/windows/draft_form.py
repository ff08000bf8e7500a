"""The whole mission that is typed: its title, then part after part."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from countdown.models.draft_words import add_text, part_title
from countdown.models.mission_draft import Draft, Part
from countdown.models.moment_words import zone_names
from countdown.models.phrases import tr
from countdown.windows.dialogs import EnterButton, wrapped
from countdown.windows.draft_row import DraftRow
from countdown.windows.form_parts import FormLine
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from countdown.models.fact_finder import FactFinder
    from countdown.widgets.look import Look


class DraftForm(QWidget):
    """Shows one draft; what is typed goes to whoever keeps it.

    Signals:
        headed: ``title`` or ``note``, and its text.
        edited, made, removed: as those of a `DraftRow`.
        added: the name of the part that is to have one more row.
    """

    headed = Signal(str, str)
    edited = Signal(int, str, str)
    made = Signal(int, str, str, str)
    removed = Signal(int)
    added = Signal(str)

    def __init__(self, finder: FactFinder, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._finder, self._look = finder, look
        self._zones = QStringListModel(zone_names(), self)
        self.rows: dict[int, DraftRow] = {}
        self.lines = {"title": FormLine(), "note": FormLine()}
        self._captions: list[Text] = []
        self._trouble = wrapped("small", "accent")
        self._boxes: dict[Part, QVBoxLayout] = {}
        self._adds: dict[Part, EnterButton] = {}
        self._column = QVBoxLayout(self)
        for name, words in (("title", tr("Title")), ("note", tr("Note"))):
            self._caption(words)
            self.lines[name].setAccessibleName(words)
            self.lines[name].setMaxLength(2000 if name == "note" else 200)
            self.lines[name].textEdited.connect(partial(self._head, name))
            self._column.addWidget(self.lines[name])
            if name == "title":
                self._column.addWidget(self._trouble)
        for part in Part:
            self._add_part(part)
        self._column.addStretch(1)
        self.set_look(look)

    def _caption(self, words: str) -> None:
        caption = Text("caption", "dim", bold=True, heading=True)
        caption.setText(words)
        self._captions.append(caption)
        self._column.addWidget(caption)

    def _add_part(self, part: Part) -> None:
        self._caption(part_title(part))
        self._boxes[part] = box = QVBoxLayout()
        self._column.addLayout(box)
        add = self._adds[part] = EnterButton(add_text(part))
        add.clicked.connect(partial(self._ask_to_add, part))
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self, name: str, text: str) -> None:
        self.headed.emit(name, text)

    def _ask_to_add(self, part: Part) -> None:
        self.added.emit(part.value)

    def set_look(self, look: Look) -> None:
        self._look = look
        margin = look.px(24)
        self.setMaximumWidth(look.px(960))
        self._column.setContentsMargins(margin, look.space("medium"), margin, look.space("wide"))
        self._column.setSpacing(look.space("small"))
        for text in (*self._captions, self._trouble):
            text.set_look(look)
        for widget in (*self.lines.values(), *self._adds.values()):
            widget.setFont(look.font("body"))
        for box in self._boxes.values():
            box.setSpacing(look.space("small"))
        for row in self.rows.values():
            row.set_look(look)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; the rows that stay are the same widgets as before."""
        for name, text in (("title", draft.title), ("note", draft.note)):
            if self.lines[name].text() != text:
                self.lines[name].setText(text)
        keys = {row.key for rows in draft.rows.values() for row in rows}
        for gone in self.rows.keys() - keys:
            panel = self.rows.pop(gone)
            panel.hide()
            panel.deleteLater()
        for part, box in self._boxes.items():
            for index, row in enumerate(draft.of(part)):
                panel = self.rows.get(row.key) or self._make_row(part, row.key)
                if box.indexOf(panel) != index:
                    box.insertWidget(index, panel)
                panel.show_row(row, draft)

    def _make_row(self, part: Part, key: int) -> DraftRow:
        panel = self.rows[key] = DraftRow(part, key, self._finder, self._zones, self._look)
        panel.edited.connect(self.edited)
        panel.made.connect(self.made)
        panel.removed.connect(self.removed)
        return panel

    def show_troubles(
        self, draft: Draft, troubles: Mapping[str, str], agreed: Collection[str]
    ) -> None:
        """Say what is wrong beside each field, by its path, and what the catalogue says too."""
        self._trouble.setText(troubles.get("title", ""))
        self._trouble.setVisible("title" in troubles)
        for part in Part:
            for index, row in enumerate(draft.of(part)):
                path = f"{part}[{index}]"
                mine = {
                    one.removeprefix(path).lstrip("."): text
                    for one, text in troubles.items()
                    if one == path or one.startswith(f"{path}.")
                }
                fields = {name: text for name, text in mine.items() if name in _names(part)}
                rest = " ".join(text for name, text in mine.items() if name not in fields)
                agrees = any(one == path or one.startswith(f"{path}.") for one in agreed)
                self.rows[row.key].show_troubles({**fields, "": rest}, agrees=agrees)


def _names(part: Part) -> set[str]:
    from countdown.models.mission_draft import FORMS

    return {field.name for field in FORMS[part]}
