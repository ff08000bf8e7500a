"""The settings: each takes effect at once, in every window, and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, QTimeZone, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from countdown.core.durations import Rule
from countdown.models import leading, manners, phrases, sentences
from countdown.models.mission_finder import MissionFinder
from countdown.models.mission_phrases import named
from countdown.models.phrases import tr
from countdown.models.zone_finder import ZoneFinder
from countdown.services.folders import data_folder, open_folder
from countdown.services.memory import find_mission, mission_key
from countdown.services.settings import AS_LEFT, FIRST_START, LIVE, ON_THIS_DAY, Choices
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import Foot, SideDialog, over_foot, wrapped
from countdown.windows.main_menu import theme_names
from countdown.windows.pieces import Text
from countdown.windows.settings_parts import PathRow, SettingChoice, SettingGroup, SettingLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countdown.core.manner import Manner
    from countdown.core.readings import Mission, Reading
    from countdown.services.settings import Settings
    from countdown.widgets.look import Look

_SIZE: Final = QSize(680, 760)
_CHOSEN: Final = "chosen"
"""The mission at the start is the one that the line below names."""


class SettingsWindow(SideDialog):
    """Shows what is chosen, whoever chose it, and changes it.

    Signals:
        display_setup_asked: the display's set-up is wanted.
    """

    display_setup_asked = Signal()

    def __init__(
        self,
        settings: Settings,
        themes: Mapping[str, str],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Make the window; ``themes`` are the titles of all themes by name."""
        super().__init__(tr("Settings"), _SIZE, look, parent)
        self._settings = settings
        self._finder: MissionFinder | None = None
        self._zones = ZoneFinder()
        self._undone: Choices | None = None
        self._title = Text("title", bold=True)
        self._title.setText(tr("Settings"))
        self._about = wrapped("body", "dim")
        self._about.setText(tr("Each takes effect at once, in every window, and is kept."))
        self._make_start(look)
        self._make_figures(look)
        self._make_looks(look, themes)
        self._make_files()
        self.note = wrapped("body", "accent")
        self.defaults = EnterButton(tr("Back to defaults"))
        self.defaults.clicked.connect(self._go_back)
        self._close = EnterButton(tr("Close"))
        self._close.clicked.connect(self.close)
        self._lay_out()
        settings.choices_changed.connect(self._show_choices)
        self.set_look(look)

    def _make_start(self, look: Look) -> None:
        self.mission = SettingChoice(
            [
                (tr("As I left it"), AS_LEFT),
                (tr("As on the first start"), FIRST_START),
                (tr("The one chosen below"), _CHOSEN),
            ],
            look,
        )
        self.mission.chosen.connect(self._choose_mission)
        self.which = SettingLine(self._missions_for, self._key_of)
        self.which.setPlaceholderText(tr("Type a name or a vehicle"))
        self.which.chosen.connect(self._take_mission)
        self.clock = SettingChoice(
            [
                (tr("As I left it"), AS_LEFT),
                (tr("Live"), LIVE),
                (tr("On this day"), ON_THIS_DAY),
            ],
            look,
        )
        self.clock.chosen.connect(self._choose)
        group = self._start = SettingGroup(tr("At the start"))
        group.add_row(tr("Mission"), self.mission)
        group.add_row(tr("Chosen mission"), self.which)
        group.add_row(tr("Time"), self.clock)
        group.add_note().setText(tr("What the command line asks for goes before these."))

    def _make_figures(self, look: Look) -> None:
        system = tr("As the system: {}")
        miles, twelve = manners.system_has_miles(), manners.system_has_twelve_hours()
        units = {False: tr("Kilometres"), True: tr("Miles")}
        hours = {False: tr("24 hours"), True: tr("12 hours")}
        self.rule = SettingChoice([(sentences.rule_name(one), one) for one in Rule], look)
        self.units = SettingChoice(
            [(system.format(units[miles].lower()), None), *_turned(units)], look
        )
        self.hours = SettingChoice([(system.format(hours[twelve]), None), *_turned(hours)], look)
        self.zone = SettingLine(self._zones.matching, self._zones.zone)
        own = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self.zone.setPlaceholderText(system.format(own))
        for choice in (self.rule, self.units, self.hours):
            choice.chosen.connect(self._choose)
        self.zone.chosen.connect(self._take_zone)
        group = self._figures = SettingGroup(tr("Figures"))
        group.add_row(tr("Counted first"), self.rule)
        self.rule_note = group.add_note()
        group.add_row(tr("Distances"), self.units)
        group.add_row(tr("Hours"), self.hours)
        group.add_row(tr("Time zone"), self.zone)
        self.time_note = group.add_note()

    def _make_looks(self, look: Look, themes: Mapping[str, str]) -> None:
        titles = theme_names(themes)
        self.theme = SettingChoice([(title, name) for name, title in titles.items()], look)
        self.motion = SettingChoice(
            [
                (tr("As the system"), None),
                (tr("Reduced: nothing fades or climbs"), True),
                (tr("Full"), False),
            ],
            look,
        )
        self.notices = QCheckBox(tr("When a record falls"))
        for choice in (self.theme, self.motion):
            choice.chosen.connect(self._choose)
        self.notices.toggled.connect(self._choose)
        self.setup = EnterButton(tr("Display set-up…"))
        self.setup.setToolTip(tr("Screen, pages, missions and the time for each (Ctrl+F11)"))
        self.setup.clicked.connect(self.display_setup_asked)
        group = self._looks = SettingGroup(tr("Windows"))
        group.add_row(tr("Theme"), self.theme)
        group.add_row(tr("Motion"), self.motion)
        group.add_row(tr("Display"), self.setup)
        group.add_row(tr("Notices"), self.notices)

    def _make_files(self) -> None:
        self._folder, self._file = data_folder(), self._settings.file
        names = tr("Data folder"), tr("Settings file")
        self.data = PathRow(str(self._folder), names[0])
        self.file = PathRow(str(self._file), names[1])
        self.data.open_asked.connect(self._open_data)
        self.file.open_asked.connect(self._open_settings)
        group = self._files = SettingGroup(tr("Files"))
        for name, row in zip(names, (self.data, self.file), strict=True):
            group.add_row(name, row, row.line)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        self._groups = (self._start, self._figures, self._looks, self._files)
        self._column = QVBoxLayout(page)
        for part in (self._title, self._about, *self._groups):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._foot = Foot(self.note, self.defaults, self._close)
        over_foot(self, page, self._foot)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin, wide = look.px(28), look.space("wide")
        self._column.setContentsMargins(margin, wide, margin, wide)
        self._column.setSpacing(wide)
        choices = (self.mission, self.clock, self.rule, self.units, self.hours, self.theme)
        parts = (*choices, self.motion, self.which, self.zone, self.data, self.file)
        for part in (self._title, self._about, *self._groups, *parts, self._foot):
            part.set_look(look)
        for one in (self.notices, self.setup):
            one.setFont(look.font("body"))
        self.setMinimumSize(look.px(460), look.px(300))

    def update_reading(self, mission: Mission, reading: Reading) -> None:
        if self._finder is None or self._finder.catalogue is not mission.catalogue:
            self._finder = MissionFinder(mission.catalogue)
        self._show_choices()

    def _show_choices(self) -> None:
        """Show what is chosen by now."""
        choices = self._settings.choices
        start, manner = choices.start_mission, choices.manner
        is_chosen = start not in (AS_LEFT, FIRST_START)
        self.mission.show_value(_CHOSEN if is_chosen else start)
        self.which.show_value(self._label_of(start) if is_chosen else "")
        self.clock.show_value(choices.start_clock)
        self.rule.show_value(manner.rule)
        self.units.show_value(manner.in_miles)
        self.hours.show_value(manner.in_twelve_hours)
        self.zone.show_value(manner.zone)
        self.theme.show_value(choices.theme)
        self.motion.show_value(choices.reduced_motion)
        with QSignalBlocker(self.notices):
            self.notices.setChecked(choices.tells_of_records)
        undoes = choices == Choices() and self._undone is not None
        self.defaults.setText(tr("Undo") if undoes else tr("Back to defaults"))
        self.defaults.setEnabled(undoes or choices != Choices())
        self._show_notes(manner)

    def _show_notes(self, manner: Manner) -> None:
        """Show by what is on how figures read now."""
        explained = sentences.rule_explanation(manner.rule)
        explained = tr("{}.").format(explained[:1].upper() + explained[1:])
        self.rule_note.setText(explained)
        if self._reading is None:
            return
        reading = self._reading[1]
        if reading.flight is not None:
            led = leading.lead(reading.flight_counter)
            figure = " ".join((led.days, led.unit)) + (", " if led.is_apart else " ") + led.clock
            self.rule_note.setText(" ".join((explained, tr("Now: {}").format(figure))))
        time = phrases.date_and_time(reading.at)
        if not self.zone.is_understood:
            self.time_note.setText(tr("No zone is called so. Times read: {}").format(time))
        else:
            self.time_note.setText(tr("Times read: {}").format(time))

    def _choose(self) -> None:
        """Take over what is chosen from a list."""
        old = self._settings.choices
        self._take(
            old._replace(
                start_clock=self.clock.currentData(),
                manner=old.manner._replace(
                    rule=Rule(self.rule.currentData()),
                    in_miles=self.units.currentData(),
                    in_twelve_hours=self.hours.currentData(),
                ),
                theme=self.theme.currentData(),
                reduced_motion=self.motion.currentData(),
                tells_of_records=self.notices.isChecked(),
            )
        )

    def _take(self, choices: Choices) -> None:
        self._undone = None
        self._keep(choices)

    def _keep(self, choices: Choices) -> None:
        self._settings.choices = choices
        saved = self._settings.save()
        self.note.setText("" if saved else tr("The settings could not be written."))
        self._show_choices()

    def _choose_mission(self) -> None:
        chosen = self.mission.currentData()
        if chosen == _CHOSEN:
            chosen = mission_key(self._reading[0]) if self._reading is not None else AS_LEFT
        self._take(self._settings.choices._replace(start_mission=chosen))

    def _take_mission(self, key: str) -> None:
        if key or not self.which.text().strip():
            self._take(self._settings.choices._replace(start_mission=key))

    def _take_zone(self, zone: str) -> None:
        old = self._settings.choices
        if zone or not self.zone.text().strip():
            self._take(old._replace(manner=old.manner._replace(zone=zone)))
        self._show_notes(self._settings.choices.manner)

    def _missions_for(self, typed: str) -> list[str]:
        return [one.label for one in self._finder.matching(typed)] if self._finder else []

    def _key_of(self, label: str) -> str:
        mission = self._finder.mission(label) if self._finder else None
        return mission_key(mission) if mission is not None else ""

    def _label_of(self, key: str) -> str:
        mission = find_mission(self._finder.catalogue, key) if self._finder else None
        return named(mission) if mission is not None else ""

    def _go_back(self) -> None:
        """Go back to what the app comes with, or from there to what was chosen before."""
        undone, self._undone = self._undone, None
        if undone is None:
            self._undone = self._settings.choices
        self._keep(undone or Choices())

    def _open_data(self) -> None:
        self._tell_of(opened=open_folder(self._folder))

    def _open_settings(self) -> None:
        self._tell_of(opened=open_folder(self._file.parent))

    def _tell_of(self, *, opened: bool) -> None:
        self.note.setText("" if opened else tr("The folder is not there yet."))


def _turned(names: Mapping[bool, str]) -> list[tuple[str, object]]:
    return [(name, value) for value, name in names.items()]
