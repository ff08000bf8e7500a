"""A person, a vehicle or a flight, found by typing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from countdown.models.mission_draft import OWN
from countdown.windows.form_parts import FormLine, dress, offer

if TYPE_CHECKING:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QWidget

    from countdown.models.fact_finder import FactFinder
    from countdown.models.mission_draft import Draft, Field
    from countdown.widgets.look import Look


class FoundField(FormLine):
    """Offers what may be meant with each letter.

    Signals:
        value_edited: the value by now, as a draft has it.
    """

    value_edited = Signal(str)

    def __init__(
        self, name: str, field: Field, finder: FactFinder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._finder = finder
        self._draft: Draft | None = None
        self._shown = ""
        self._look: Look | None = None
        self.setAccessibleName(name)
        self.setMaxLength(120)
        self.textEdited.connect(self._edit)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font("body"))
        if self.completer() is not None:
            dress(self, look)

    @cached_property
    def _choices(self) -> QStringListModel:
        """What is offered; with the list below, most of which are never typed for."""
        choices = offer(self)
        self.completer().activated.connect(self._edit)
        if self._look is not None:
            dress(self, self._look)
        return choices

    def show_value(self, value: str, draft: Draft) -> None:
        """Show what a value refers to, but leave what is being typed as it is."""
        self._draft = draft
        if value == self._shown and (self.hasFocus() or not value.startswith(OWN)):
            return
        self._shown = value
        self.show_text(self._finder.label(self._field.holds, value, draft))

    def _value(self, typed: str) -> str:
        assert self._draft is not None
        holds, known = self._field.holds, self._field.known
        return self._finder.value(holds, typed, self._draft, known=known)

    def _edit(self, typed: str) -> None:
        if self._draft is None:
            return
        holds, known = self._field.holds, self._field.known
        found = self._finder.matching(holds, typed, self._draft, known=known)
        self._choices.setStringList([one.label for one in found])
        self._shown = self._value(typed)
        self.value_edited.emit(self._shown)
