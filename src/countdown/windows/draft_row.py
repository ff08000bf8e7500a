"""One statement of a mission that is typed: its fields one below the other, with their troubles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from countdown.models.draft_words import (
    catalogue_says,
    choices,
    field_label,
    part_title,
    says_so_too,
)
from countdown.models.mission_draft import (
    FORMS,
    KNOWN,
    MOMENTS,
    OWN,
    READING,
    ZONE,
    Draft,
    Holds,
    Part,
    Row,
)
from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.form_parts import FormChoice, FormLine, NoteBox, Remark
from countdown.windows.found_field import FoundField
from countdown.windows.moment_field import MomentField
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from PySide6.QtCore import QAbstractItemModel

    from countdown.core.flights import Flight, PlannedLaunch, Vehicle
    from countdown.models.fact_finder import FactFinder
    from countdown.models.mission_draft import Field
    from countdown.widgets.look import Look

_FOUND: Final = (Holds.PERSON, Holds.VEHICLE, Holds.FLIGHT)
_CHOSEN: Final = (Holds.COUNTRY, Holds.SEX, Holds.WHETHER, Holds.COUNTS)
_MADE: Final = {Holds.PERSON: Part.PEOPLE, Holds.VEHICLE: Part.VEHICLES}


class DraftRow(Panel):
    """Shows a row, and says what is typed into it; it keeps nothing.

    Signals:
        edited: the row's key, a value's name, and the value.
        made: the row's key, a field's name, the part and the name of what it is to refer to.
        removed: the row's key.
    """

    edited = Signal(int, str, str)
    made = Signal(int, str, str, str)
    removed = Signal(int)

    def __init__(
        self,
        part: Part,
        finder: FactFinder,
        zones: QAbstractItemModel,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._part, self._finder = part, finder
        self._key = 0
        self._zones, self._look = zones, look
        self.inputs: dict[str, QWidget] = {}
        self._labels: list[Text] = []
        self._cells: list[QVBoxLayout] = []
        self.offers: dict[str, EnterButton] = {}
        self._typed: dict[str, str] = {}
        self._says: Mapping[str, str] = {}
        self._empty: set[str] = set()
        self._known = {field.name: Remark("dim") for field in FORMS[part]}
        self._troubles = {field.name: Remark("accent", bold=True) for field in FORMS[part]}
        self.trouble, self.agreed = Remark("accent", bold=True), Remark("dim")
        self.remove = EnterButton(tr("Remove"))
        self.remove.setAccessibleName(tr("{}: remove").format(part_title(part)))
        self.remove.clicked.connect(self._remove)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        for number, field in enumerate(FORMS[part]):
            self._add(field, number)
        for number, remark in enumerate((self.trouble, self.agreed), len(FORMS[part])):
            self._grid.addLayout(remark, number, 1)
        self._grid.addWidget(self.remove, len(FORMS[part]) + 2, 1, Qt.AlignmentFlag.AlignLeft)
        self.set_look(look)

    def _add(self, field: Field, line: int) -> None:
        words = field_label(self._part, field.name)
        label = Text("body", "dim")
        label.setText(words if field.holds is not Holds.YES else "")
        self._labels.append(label)
        self.inputs[field.name] = made = self._input(field, words)
        label.setBuddy(made)  # which is what a choice is called by, for who does not see it
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        cell = QVBoxLayout()
        self._cells.append(cell)
        self._grid.addLayout(cell, line, 1)
        cell.addWidget(made)
        for remark in (self._known[field.name], self._troubles[field.name]):
            cell.addLayout(remark)
        if field.holds in _MADE and not field.known:
            is_person = field.holds is Holds.PERSON
            words = tr("Add as a new person") if is_person else tr("Add as a launch of your own")
            offer = self.offers[field.name] = EnterButton(words)
            offer.clicked.connect(partial(self._make, field))
            cell.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)

    def _input(self, field: Field, words: str) -> QWidget:
        edit = partial(self._edit, field.name)
        if field.holds in MOMENTS:
            moment = MomentField(words, self._zones, self._look)
            moment.text_edited.connect(edit)
            moment.zone_chosen.connect(partial(self._edit, field.name + ZONE))
            moment.reading_chosen.connect(partial(self._edit, field.name + READING))
            return moment
        if field.holds in _FOUND:
            found = FoundField(words, field, self._finder)
            found.value_edited.connect(edit)
            return found
        if field.holds is Holds.YES:
            box = QCheckBox(words)
            box.toggled.connect(partial(self._tick, field.name))
            return box
        if field.holds in _CHOSEN:
            return self._choice(field, words)
        if field.holds is Holds.NOTE:
            note = NoteBox(words, self._look)
            note.text_edited.connect(edit)
            return note
        line = FormLine()
        line.setMaxLength(field.most)
        line.setAccessibleName(words)
        line.textEdited.connect(edit)
        return line

    def _choice(self, field: Field, words: str) -> FormChoice:
        chooser = FormChoice(self._look)
        if field.holds is not Holds.COUNTRY:
            for value, text in choices(field.holds):
                chooser.addItem(text, value)
        chooser.setAccessibleName(words)
        chooser.activated.connect(partial(self._pick, field.name))
        return chooser

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        stops: list[QWidget] = []
        for name, part in self.inputs.items():
            stops += part.tab_stops() if isinstance(part, MomentField) else [part]
            stops += [self.offers[name]] if name in self.offers else []
        return [*stops, self.remove]

    def _edit(self, name: str, value: str) -> None:
        self.edited.emit(self._key, name, value)

    def _tick(self, name: str, on: bool) -> None:
        self._edit(name, "yes" if on else "")

    def _pick(self, name: str, index: int) -> None:
        chooser = self.inputs[name]
        assert isinstance(chooser, FormChoice)
        self._edit(name, str(chooser.itemData(index)))

    def _make(self, field: Field) -> None:
        self.made.emit(self._key, field.name, _MADE[field.holds].value, self._typed[field.name])

    def _remove(self) -> None:
        self.removed.emit(self._key)

    def set_look(self, look: Look) -> None:
        self._look = look
        medium = look.space("medium")
        self._grid.setContentsMargins(medium, medium, medium, medium)
        self._grid.setHorizontalSpacing(look.space("small"))
        self._grid.setVerticalSpacing(look.space("small"))
        for cell in self._cells:
            cell.setSpacing(look.space("hair"))
        self._grid.setColumnMinimumWidth(0, look.px(130))
        remarks = (*self._known.values(), *self._troubles.values(), self.trouble, self.agreed)
        for remark in remarks:
            remark.set_look(look)
        for label in self._labels:
            label.set_look(look)
            label.setContentsMargins(0, look.px(8), 0, 0)
        for part in self.inputs.values():
            if isinstance(part, MomentField | FoundField | FormChoice | NoteBox):
                part.set_look(look)
            else:
                part.setFont(look.font("body"))
        for button in (self.remove, *self.offers.values()):
            button.setFont(look.font("body"))

    def show_row(self, row: Row, draft: Draft) -> None:
        """Show what is typed by now, of the row that was here or of another."""
        self._key = row.key
        self._says = self._catalogue_says(row)
        self._empty = {field.name for field in FORMS[self._part] if not row.value(field.name)}
        for field in FORMS[self._part]:
            value = row.value(field.name)
            self._show_value(field, row, value, draft)
            if field.name in self.offers:
                self._offer(field, value)

    def _show_value(self, field: Field, row: Row, value: str, draft: Draft) -> None:
        part = self.inputs[field.name]
        with QSignalBlocker(part):
            match part:
                case MomentField():
                    zone, reading = row.value(field.name + ZONE), row.value(field.name + READING)
                    part.show_values(value, zone, reading)
                case FoundField():
                    part.show_value(value, draft)
                case QCheckBox():
                    part.setChecked(value == "yes")
                case FormChoice():
                    if field.holds is Holds.COUNTRY:
                        self._offer_countries(part, value, draft)
                    part.setCurrentIndex(part.findData(value))
                case FormLine() | NoteBox():
                    part.show_text(value)

    def _offer_countries(self, chooser: FormChoice, value: str, draft: Draft) -> None:
        """Offer what the draft has by now, and what was chosen even if it is no more."""
        offered = [("", "–"), *self._finder.countries(draft)]
        if value not in dict(offered):
            offered.append((value, value))
        if offered != [(chooser.itemData(n), chooser.itemText(n)) for n in range(chooser.count())]:
            chooser.clear()
            for code, name in offered:
                chooser.addItem(name, code)

    def _offer(self, field: Field, value: str) -> None:
        """Offer to make a person or a launch of what is not found."""
        offer = self.offers[field.name]
        self._typed[field.name] = value
        offer.setVisible(bool(value) and value[0] not in KNOWN + OWN)
        offer.setAccessibleDescription(value)

    def _catalogue_says(self, row: Row) -> Mapping[str, str]:
        match self._part:
            case Part.FLIGHT_CORRECTIONS:
                one: Flight | Vehicle | PlannedLaunch | None
                one = self._finder.flight(row.value("flight"))
            case Part.VEHICLE_CORRECTIONS:
                one = self._finder.vehicle(row.value("vehicle"))
            case _:
                return {}
        return catalogue_says(one) if one is not None else {}

    def show_findings(self, troubles: Mapping[str, str], agreed: Collection[str]) -> None:
        """Say what is wrong and what the catalogue says too, by the names of fields.

        What is said of anything else is of the row as a whole.
        """
        for name, part in self.inputs.items():
            text = troubles.get(name, "")
            trouble, known = self._troubles[name], self._known[name]
            trouble.set_colour("dim" if name in self._empty else "accent")
            asked = part.question if isinstance(part, MomentField) else ""
            trouble.say(text if text != asked else "")
            known.say(says_so_too() if name in agreed else self._says_of(name))
            said = part.said.text() if isinstance(part, MomentField) else ""
            stop = part.line if isinstance(part, MomentField) else part
            stop.setAccessibleDescription(" ".join(filter(None, (text, said, known.text()))))
        rest = (text for name, text in troubles.items() if name not in self.inputs)
        self.trouble.say(" ".join(rest))
        self.agreed.say(says_so_too() if "" in agreed else "")

    def _says_of(self, name: str) -> str:
        says = self._says.get(name)
        return tr("The catalogue says: {}").format(says) if says is not None else ""

    def focus_on(self, names: Iterable[str]) -> None:
        """Put the cursor into the first of these fields, or of all."""
        wanted = next((one for one in names if one in self.inputs), next(iter(self.inputs)))
        self.inputs[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
