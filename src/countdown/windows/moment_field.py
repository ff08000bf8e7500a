"""A moment typed in one line: what was understood stands beneath it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from countdown.core.errors import CountdownError
from countdown.core.typed_moments import Doubtful
from countdown.models.moment_words import doubt_words, read_moment, understood
from countdown.models.phrases import tr
from countdown.windows.dialogs import wrapped
from countdown.windows.form_parts import FormChoice, FormLine

if TYPE_CHECKING:
    from PySide6.QtCore import QStringListModel

    from countdown.widgets.look import Look


class MomentField(QWidget):
    """Asks which one is meant of a time at a clock change, and never guesses.

    Signals:
        text_edited, zone_chosen, reading_chosen: the text, the zone's name, or ``0`` or ``1``.
    """

    text_edited = Signal(str)
    zone_chosen = Signal(str)
    reading_chosen = Signal(str)

    def __init__(
        self, name: str, zones: QStringListModel, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = FormLine()
        self.line.setMaxLength(60)
        self.line.setAccessibleName(name)
        self.zone = FormChoice(look)
        self.zone.setModel(zones)
        self.zone.setMaxVisibleItems(16)
        self.zone.setAccessibleName(tr("{}: time zone").format(name))
        self.said = wrapped("small", "dim")
        self.doubt = wrapped("small", "accent")
        self.readings = (QRadioButton(), QRadioButton())
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.line, 3)
        self._row.addWidget(self.zone, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        for number, part in enumerate(self.readings):
            self._group.addButton(part, number)
        for label in (self.said, self.doubt, *self.readings):
            self._column.addWidget(label)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.text_edited)
        self.zone.textActivated.connect(self.zone_chosen)
        self._group.idClicked.connect(self._choose)
        self.set_look(look)

    def _choose(self, number: int) -> None:
        self.reading_chosen.emit(str(number))

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("small"))
        self._column.setSpacing(look.space("hair"))
        for part in (self.said, self.doubt, self.zone):
            part.set_look(look)
        for box in (self.line, *self.readings):
            box.setFont(look.font("body"))

    def show_values(self, text: str, zone: str, reading: str) -> None:
        """Show what is typed and chosen, and what it is taken for."""
        zone = zone or "UTC"
        if text != self.line.text():
            self.line.setText(text)
        with QSignalBlocker(self.zone):
            self.zone.setCurrentText(zone)
        try:
            found = read_moment(text, zone) if text.strip() else None
        except CountdownError:
            found = None  # its trouble stands beneath, as that of every field
        is_doubtful = isinstance(found, Doubtful)
        for part in (self.doubt, *self.readings):
            part.setVisible(is_doubtful)
        self.said.setVisible(found is not None and not is_doubtful)
        if isinstance(found, Doubtful):
            self.doubt.setText(doubt_words(found))
            self._group.setExclusive(False)
            for number, (button, one) in enumerate(zip(self.readings, found.readings, strict=True)):
                button.setText(understood(one, zone))
                button.setChecked(reading == str(number))
            self._group.setExclusive(True)
        elif found is not None:
            self.said.setText(understood(found, zone))
