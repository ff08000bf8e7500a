"""A moment typed in one line: what was understood stands beneath it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from countdown.core.errors import CountdownError
from countdown.core.typed_moments import Doubtful, Understood
from countdown.models.moment_words import doubt_words, read_moment, understood, zone_label
from countdown.models.phrases import tr
from countdown.windows.form_parts import FormChoice, FormLine, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QAbstractItemModel

    from countdown.widgets.look import Look


class ZoneModel(QStandardItemModel):
    """All zones, each as people call it, which is what it is found by when typed."""

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name in names:
            item = QStandardItem(zone_label(name))
            item.setData(name, Qt.ItemDataRole.UserRole)
            self.appendRow(item)


class MomentField(QWidget):
    """Asks which one is meant of a time at a clock change, and never guesses.

    Signals:
        text_edited, zone_chosen, reading_chosen: the text, the zone's name, or ``0`` or ``1``.
    """

    text_edited = Signal(str)
    zone_chosen = Signal(str)
    reading_chosen = Signal(str)

    def __init__(
        self, name: str, zones: QAbstractItemModel, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = FormLine()
        self.line.setMaxLength(60)
        self.line.setAccessibleName(name)
        self.zone = FormChoice(look)
        self.zone.setModel(zones)
        self.zone.setMaxVisibleItems(16)
        self.zone.setAccessibleName(tr("{}: time zone").format(name))
        self.zone.setAccessibleDescription(self.zone.accessibleName())  # its name is its choice
        self.said, self.doubt = Remark("dim"), Remark("accent", bold=True)
        self.question = ""
        """What is asked about the clock change that the text falls into."""
        self.readings: tuple[QRadioButton, ...] = ()
        """What it may be, once that was asked."""
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.line, 3)
        self._row.addWidget(self.zone, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        for remark in (self.said, self.doubt):
            self._column.addLayout(remark)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.text_edited)
        self.zone.activated.connect(self._choose_zone)
        self._group.idClicked.connect(self._choose)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in order."""
        return self.line, self.zone, *self.readings

    def _choose(self, number: int) -> None:
        self.reading_chosen.emit(str(number))

    def _choose_zone(self, index: int) -> None:
        self.zone_chosen.emit(str(self.zone.itemData(index)))

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
        self.line.show_text(text)
        if self.zone.currentData() != zone:
            with QSignalBlocker(self.zone):
                self.zone.setCurrentIndex(self.zone.findData(zone))
        try:
            found = read_moment(text, zone) if text.strip() else None
        except CountdownError:
            found = None  # its trouble stands beneath, as that of every field
        self.question = doubt_words(found) if isinstance(found, Doubtful) else ""
        if isinstance(found, Doubtful):
            self._ask(found, zone, reading)
        self.doubt.say(self.question)
        for button in self.readings:
            button.setVisible(bool(self.question))
        self.said.say(understood(found, zone) if isinstance(found, Understood) else "")

    def _make_readings(self) -> None:
        self.readings = (QRadioButton(), QRadioButton())
        for number, button in enumerate(self.readings):
            button.setFont(self.line.font())
            self._group.addButton(button, number)
            self._column.addWidget(button)

    def _ask(self, found: Doubtful, zone: str, reading: str) -> None:
        if not self.readings:
            self._make_readings()
        self.doubt.set_colour("dim" if reading else "accent")
        self._group.setExclusive(False)  # else the last chosen one could not be let go
        for number, (button, one) in enumerate(zip(self.readings, found.readings, strict=True)):
            button.setText(understood(one, zone))
            button.setAccessibleDescription(self.question)
            button.setChecked(reading == str(number))
        self._group.setExclusive(True)
