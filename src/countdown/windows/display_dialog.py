"""Sets the display up: on which screen, which pages of which missions, how long each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from countdown.core.programme import MOST_SECONDS, DisplayPage, Programme
from countdown.models import mission_phrases
from countdown.models.phrases import tr
from countdown.services.memory import find_mission, mission_key
from countdown.windows.buttons import EnterButton
from countdown.windows.category_chooser import ChoiceBox
from countdown.windows.dialogs import Foot, SideDialog, over_foot, wrapped
from countdown.windows.ordered_list import OrderedList, OrderedRow
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from countdown.core.readings import Mission, Reading
    from countdown.services.settings import Settings
    from countdown.widgets.look import Look

_SIZE: Final = QSize(620, 720)


class DisplayDialog(SideDialog):
    """Nothing is kept before *Save* or *Start*, but that the app starts by itself.

    Signals:
        start_asked: the display is to be shown, as the settings say by now.
        autostart_toggled: whether it is to start by itself with the computer.
    """

    start_asked = Signal()
    autostart_toggled = Signal(bool)

    def __init__(self, settings: Settings, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Display"), _SIZE, look, parent)
        self._settings = settings
        self._current: Mission | None = None
        self._title = Text("title", bold=True)
        self._title.setText(tr("Display"))
        self._about = wrapped("body", "dim")
        self._about.setText(
            tr("Fills a screen with one page after another. Keys turn it; Escape leaves it.")
        )
        self.screens = ChoiceBox(look)
        self.screens.setAccessibleName(tr("Screen"))
        self.pages = OrderedList(tr("Pages"), has_ticks=True)
        self.missions = OrderedList(tr("Missions"), has_ticks=False)
        self.remove = EnterButton(tr("Remove"))
        self.remove.clicked.connect(self.missions.remove)
        self.missions.add_button(self.remove)
        self.add = EnterButton(tr("Add the mission that is shown"))
        self.add.clicked.connect(self._add_current)
        self.seconds = QSpinBox()
        self.seconds.setRange(0, MOST_SECONDS)
        self.seconds.setAccessibleName(tr("Seconds for each page, 0 to stay"))
        self.seconds.setSuffix(tr(" s"))
        self.seconds.setSpecialValueText(tr("0 s: stay"))
        self.autostart = QCheckBox(tr("Start by itself when this computer starts"))
        self.autostart.toggled.connect(self.autostart_toggled)
        settings.choices_changed.connect(self._show_motion)
        self.wrong = wrapped("body", "accent")
        self.reduced = QCheckBox(tr("Reduced motion: nothing fades or climbs"))
        self.start = EnterButton(tr("Start"))
        self.save = EnterButton(tr("Save"))
        self._close = EnterButton(tr("Close"))
        self.note = wrapped("body", "accent")
        self.start.clicked.connect(self._start)
        self.save.clicked.connect(self._keep)
        self._close.clicked.connect(self.close)
        for part in (self.pages, self.missions):
            part.changed.connect(self._check)
        self._lay_out()
        self.set_autostart(on=False)
        self.set_look(look)

    def _lay_out(self) -> None:
        self._page = QWidget()
        self._page.setObjectName("page")
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        labels = (tr("Screen"), tr("Pages"), tr("Missions"), "", tr("Each for"))
        parts = (self.screens, self.pages, self.missions, self.add, self.seconds)
        self._labels = [Text("caption", "dim", bold=True, heading=True) for _ in labels]
        for row, (label, words, part) in enumerate(zip(self._labels, labels, parts, strict=True)):
            label.setText(words)
            label.fit()
            self._rows.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(part, row, 1)
        self._column = QVBoxLayout(self._page)
        self._column.addWidget(self._title)
        self._column.addWidget(self._about)
        self._column.addLayout(self._rows)
        for part in (self.reduced, self.autostart, self.wrong):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._foot = Foot(self.note, self.start, self.save, self._close)
        over_foot(self, self._page, self._foot)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin, medium = look.px(28), look.space("medium")
        self._column.setContentsMargins(margin, look.space("wide"), margin, look.space("wide"))
        self._column.setSpacing(medium)
        self._rows.setHorizontalSpacing(look.space("wide"))
        self._rows.setVerticalSpacing(medium)
        self._foot.set_look(look)
        texts = (self._title, self._about, self.wrong, *self._labels)
        for text in texts:
            text.set_look(look)
        for part in (self.screens, self.pages, self.missions):
            part.set_look(look)
        self.pages.setFixedHeight(look.px(150))
        self.missions.setFixedHeight(look.px(116))
        for box in (self.seconds, self.seconds.lineEdit(), self.autostart, self.reduced):
            box.setFont(look.font("body"))
        self.seconds.setFixedWidth(look.px(120))
        self.seconds.lineEdit().setTextMargins(look.px(8), 0, 0, 0)
        self.add.setFont(look.font("body"))
        self.setMinimumSize(look.px(420), look.px(380))

    def set_autostart(self, *, on: bool, wrong: str = "") -> None:
        """Show whether the app starts by itself, and why that could not be changed."""
        with QSignalBlocker(self.autostart):
            self.autostart.setChecked(on)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def update_reading(self, mission: Mission, reading: Reading) -> None:
        """Know the mission that the main window shows; a second alone changes nothing here."""
        self._current = mission

    def _fill(self) -> None:
        """Show what is kept, or what the display shows where nothing was ever set up."""
        self._show_screens()
        kept = self._settings.programme
        pages = kept.pages or tuple(DisplayPage)
        others = [one for one in DisplayPage if one not in pages]
        names = page_titles()
        self.pages.show_rows(OrderedRow(one, names[one], one in pages) for one in (*pages, *others))
        current = [mission_key(self._current)] if self._current is not None else []
        rows = (self._row(key) for key in kept.missions or current)
        self.missions.show_rows(row for row in rows if row is not None)
        self.seconds.setValue(kept.seconds)
        self._show_motion()

    def _show_motion(self) -> None:
        self.reduced.setChecked(self._settings.reduced_motion)

    def _show_screens(self) -> None:
        """Offer the screens there are, by number, name and size."""
        self.screens.clear()
        for number, screen in enumerate(QGuiApplication.screens(), start=1):
            size = screen.size() * screen.devicePixelRatio()
            pixels = f"{size.width()} × {size.height()}"
            parts = filter(None, (str(number), screen.name(), pixels))
            self.screens.addItem(" · ".join(parts), screen.name())
        self.screens.setCurrentIndex(max(0, self.screens.findData(self._settings.display_screen)))
        self.screens.set_look(self.look)

    def _row(self, key: str) -> OrderedRow | None:
        """A mission as a row; None for one that the catalogue has no more."""
        if self._current is None or not key:
            return None
        mission = find_mission(self._current.catalogue, key)
        return OrderedRow(key, mission_phrases.named(mission)) if mission is not None else None

    def _add_current(self) -> None:
        row = self._row(mission_key(self._current)) if self._current is not None else None
        if row is not None:
            self.missions.add(row)

    @property
    def programme(self) -> Programme:
        """What is chosen."""
        pages = [DisplayPage(key) for key in self.pages.keys]
        return Programme.of_missions(self.missions.keys, pages, self.seconds.value())

    def _check(self) -> None:
        """Say what is missing."""
        nothing = ""
        if not self.missions.keys:
            nothing = tr("Add a mission.")
        elif not self.pages.keys:
            nothing = tr("Choose a page.")
        self.note.setText(nothing)
        for button in (self.start, self.save):
            button.setEnabled(not nothing)

    def _keep(self) -> None:
        self._settings.programme = self.programme
        self._settings.display_screen = self.screens.currentData() or ""
        if self.reduced.isChecked() != self._settings.reduced_motion:
            self._settings.reduced_motion = self.reduced.isChecked()
        saved = self._settings.save()
        self.note.setText("" if saved else tr("The settings could not be written."))

    def _start(self) -> None:
        self._keep()
        self.start_asked.emit()


def page_titles() -> dict[DisplayPage, str]:
    """Return what the pages are called."""
    return {
        DisplayPage.COUNTER: tr("Counter"),
        DisplayPage.RECORD: tr("Next record"),
        DisplayPage.LADDER: tr("Ladder"),
        DisplayPage.UP: tr("Who is in orbit"),
        DisplayPage.TIMELINE: tr("Time line of the flight"),
    }
