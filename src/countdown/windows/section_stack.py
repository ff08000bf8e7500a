"""The lower part of the mission's page: one section at a time, chosen from a row of names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from countdown.models.phrases import tr
from countdown.windows.sections import SectionKey, make_section, section_title

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QAbstractButton

    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look
    from countdown.windows.section import Section


class SectionStack(QWidget):
    """Makes each section when it is first chosen, and shows readings to the one in sight.

    Signals:
        moment_chosen, subject_chosen: as those of a `Section`.
        turned: a section was asked for, even the one that is shown.
    """

    moment_chosen = Signal(object, object)
    subject_chosen = Signal(object)
    turned = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = SectionKey.NOW
        self._made: dict[SectionKey, Section] = {}
        self._last: tuple[Mission, Reading] | None = None
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        for number, key in enumerate(SectionKey, start=1):
            button = QToolButton()
            button.setObjectName("tab")
            button.setText(section_title(key))
            button.setToolTip(
                tr("{section} (Ctrl+{number})").format(section=section_title(key), number=number)
            )
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(partial(self._choose, number))
            button.setCheckable(True)
            self._group.addButton(button, number)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._group.idClicked.connect(self._choose)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._row)
        self.set_look(look)

    @property
    def tabs(self) -> list[QAbstractButton]:
        """The names of the sections, to choose one by."""
        return self._group.buttons()

    @property
    def key(self) -> SectionKey:
        """The section in sight."""
        return self._key

    @property
    def section(self) -> Section | None:
        """The one in sight; None before the first reading."""
        return self._made.get(self._key)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.space("wide"))
        self._all.setSpacing(look.space("small"))
        for button in self.tabs:
            button.setFont(look.font("body"))
        for section in self._made.values():
            section.set_look(look)

    def _choose(self, number: int) -> None:
        self.choose(list(SectionKey)[number - 1])

    def choose(self, key: SectionKey) -> None:
        """Put a section into sight."""
        self._key = key
        if self._last is not None:
            self._show(*self._last)
        self.turned.emit()

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Show a mission at one instant, in the section that is in sight."""
        self._last = (mission, reading)
        self._show(mission, reading)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._last is not None:
            self._show(*self._last)

    def _show(self, mission: Mission, reading: Reading) -> None:
        shown = self._made.get(self._key)
        if shown is None:
            shown = make_section(self._key, self._look)
            self._add(shown)
        shown.show_reading(mission, reading)
        if shown.isHidden():
            for key, section in self._made.items():
                section.setVisible(key is self._key)
            self.tabs[list(SectionKey).index(self._key)].setChecked(True)

    def _add(self, section: Section) -> None:
        section.hide()
        section.moment_chosen.connect(self.moment_chosen)
        section.subject_chosen.connect(self.subject_chosen)
        self._made[self._key] = section
        self._all.addWidget(section, 1)
