"""The main window: the missions, the one that is shown, and the time it is shown at."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QMainWindow, QToolButton, QWidget

from countdown.core.clocks import ReplayClock
from countdown.core.flights import Flight, Vehicle
from countdown.core.moments import as_datetime
from countdown.core.readings import Mission
from countdown.core.steady import Reader
from countdown.models.phrases import tip, tr
from countdown.services.memory import clock_line, mission_key
from countdown.windows.companions import Companions
from countdown.windows.file_drops import MISSION_FILTER, FileDrops
from countdown.windows.ground import Ground
from countdown.windows.in_sight import SOON_MS, InSight
from countdown.windows.page_stack import PageKey, PageStack
from countdown.windows.pieces import (
    bar_height,
    put_in_turn,
    room_on_screen,
    side_width,
    style_sheet,
)
from countdown.windows.pinning import is_supported, why_not
from countdown.windows.sections import SectionKey
from countdown.windows.time_control import TimeControl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from countdown.core.clocks import Clock
    from countdown.core.falls import Fall
    from countdown.core.flights import PlannedLaunch
    from countdown.core.moments import Instant
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.widgets.look import Look
    from countdown.windows.keepsakes import Keepsakes
    from countdown.windows.main_menu import Deed
    from countdown.windows.record_banner import RecordBanner
    from countdown.windows.side_panel import SidePanel
    from countdown.windows.time_bar import TimeBar

_DESIGN: Final = (1440, 900)
_FIRST_SIZE: Final = QSize(1180, 760)
_SCALES: Final = (0.85, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
_PIN: Final = "Ctrl+T"
_CLICKS: Final = "Ctrl+Shift+T"
_QUIT: Final = "Ctrl+Q"


class MainWindow(InSight, FileDrops, QMainWindow):
    """Shows one reading each second: the ticker says when, the clock which.

    Its first frame has the mission, the counters and the time; the list of missions, the strip of
    time and the menu are made right after it, or when they are needed before: by `complete`.

    Signals:
        mission_changed: the `Mission` that is shown from now on.
        pin_asked: the `Mission` that is wanted in a small window.
        click_through_asked: whether clicks are wanted to go through the pinned windows.
        own_missions_asked: the editor of the user's missions is wanted, with what a list of files
            has.
        display_asked, display_setup_asked: the display, or its set-up, is wanted.
        settings_asked: the settings are wanted.
        quit_asked: the app is to end, whatever windows it has.
    """

    mission_changed = Signal(object)
    pin_asked = Signal(object)
    click_through_asked = Signal(bool)
    own_missions_asked = Signal(object)
    display_asked = Signal()
    display_setup_asked = Signal()
    settings_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        mission: Mission,
        ticker: Ticker,
        system_clock: Clock,
        settings: Settings,
        look: Look,
        theme_titles: Callable[[], Mapping[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Make the window; ``theme_titles`` tells what `set_look` may be given, by name."""
        super().__init__(parent)
        self._mission = mission
        self._reader: Reader | None = None
        self._ticker = ticker
        self._system_clock = system_clock
        self._settings = settings
        self._theme_titles = theme_titles
        self._is_behind = False
        self._is_complete = False
        self._lets_clicks_through = False
        self._take_place()
        self._dress(look)
        look = self._applied
        self.time = TimeControl(ticker, system_clock, self)
        self._side_ground, self._bar_ground = Ground("side"), Ground("bar")
        self._side_ground.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages = PageStack(mission.catalogue, look)
        self._companions = Companions(self, look)
        self._banner: RecordBanner | None = None
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self._show_title()
        self._show_clock()

    def setVisible(self, visible: bool) -> None:
        """Show or hide the window; it reads its mission while it is being put on the screen."""
        super().setVisible(visible)
        if visible and self._reader is None:
            self._tick()

    def complete(self) -> None:
        """Make at once what the first frame does without, if that is still to come."""
        if self._is_complete:
            return
        self._is_complete = True
        from countdown.windows.main_menu import MainMenu

        was_focused = self.focusWidget() is self._side_ground
        self._side = self._make_side()
        self._bar = self._make_bar()
        for ground in (self._side_ground, self._bar_ground):
            self._grid.removeWidget(ground)
        self._grid.addWidget(self._side, 0, 0, 3, 1)
        self._grid.addWidget(self._bar, 2, 1)
        put_in_turn(self._side_ground, self._side.parts)
        self._side.lower()  # the first among its like, as who listens to the window meets it
        for part in (self._side, self._bar):
            part.show()
        self._menu = MainMenu(self._deeds(), self._settings, self)
        self._make_tools(self._theme_titles())
        self._pages.mission.sections  # noqa: B018
        if was_focused:
            self._side.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        for ground in (self._side_ground, self._bar_ground):
            ground.hide()
            ground.deleteLater()
        self._tick()
        self._show_clock()
        self._check_tools()

    def _make_side(self) -> SidePanel:
        from countdown.windows.side_panel import SidePanel

        side = SidePanel(self._mission.catalogue, self._ticker.now(), self._applied)
        side.subject_chosen.connect(self.show_subject)
        return side

    def _make_bar(self) -> TimeBar:
        from countdown.windows.time_bar import TimeBar

        bar = TimeBar(self._applied)
        bar.live_chosen.connect(self.time.go_live)
        bar.on_this_day_chosen.connect(self.go_on_this_day)
        bar.pause_toggled.connect(self.time.toggle_pause)
        bar.speed_chosen.connect(self.time.set_speed)
        bar.instant_chosen.connect(self.time.go_to)
        bar.scrub_began.connect(self.time.begin_scrub)
        bar.scrubbed.connect(self.time.scrub)
        bar.scrub_ended.connect(self.time.end_scrub)
        return bar

    def _place_parts(self) -> None:
        self._grid.addWidget(self._side, 0, 0, 3, 1)
        self._grid.addWidget(self._pages, 1, 1)

    def _connect_parts(self) -> None:
        pages = self._pages
        pages.moment_chosen.connect(self.replay)
        pages.subject_chosen.connect(self.show_subject)
        pages.live_chosen.connect(self.time.go_live)
        pages.turned.connect(self._check_tools)
        pages.mission.explain_asked.connect(self._companions.explain)

    def take_facts(self, mission: Mission) -> None:
        """Show a mission of another catalogue in the page and section that are in sight.

        What shows the whole catalogue is made anew within the window, which stays where it is.
        """
        self.complete()
        self._mission = mission
        page, section = self._pages.key, self._pages.mission.sections.key
        vehicle = self._pages.vehicle
        side, pages = self._side, self._pages
        self.setUpdatesEnabled(False)
        self._side = self._make_side()
        self._pages = PageStack(mission.catalogue, self._applied)
        for button in (*self._tools.values(), self._menu_button):
            self._side.add_tool(button)
        for old in (side, pages):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._place_parts()
        for new in (self._side, self._pages):
            new.show()  # at once, for the layout would only do it by and by
        self._connect_parts()
        self._pages.show_clock(self._ticker.clock)
        self._pages.mission.sections.choose(section)
        self._show_mission()
        known = mission.catalogue.vehicles.get(vehicle.id) if vehicle is not None else None
        if page is PageKey.VEHICLE and known is not None:
            self._pages.show_vehicle(known)
        else:
            self._pages.turn_to(page if page is not PageKey.VEHICLE else PageKey.MISSION)
        self.setUpdatesEnabled(True)

    def _take_place(self) -> None:
        """Be where the window was the last time; its size decides the scale of all parts."""
        self.setMinimumSize(800, 400)  # narrower, and the clock's buttons would be cut
        self.resize(_FIRST_SIZE.boundedTo(room_on_screen()))
        if not self._settings.geometry.isEmpty():
            self.restoreGeometry(self._settings.geometry)

    def _build(self) -> None:
        centre = QWidget()
        grid = self._grid = QGridLayout(centre)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._side_ground, 0, 0, 3, 1)  # keys go from part to part in this order
        grid.addWidget(self._pages, 1, 1)
        grid.addWidget(self._bar_ground, 2, 1)
        self._size_grounds()
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.setCentralWidget(centre)

    def _size_grounds(self) -> None:
        self._side_ground.setFixedWidth(side_width(self._applied))
        self._bar_ground.setFixedHeight(bar_height(self._applied))

    @cached_property
    def _keepsakes(self) -> Keepsakes:
        from countdown.windows.keepsakes import Keepsakes

        return Keepsakes(self._system_clock, self)

    def _deeds(self) -> Iterable[Iterable[Deed]]:
        """All that the menu offers, in groups."""
        from countdown.windows.main_menu import Deed

        keepsakes = self._keepsakes
        yield (
            Deed(tr("Find"), "Ctrl+F", self._start_finding),
            Deed(tr("Live"), "Ctrl+L", self.time.go_live),
            Deed(tr("On this day"), "Ctrl+D", self.go_on_this_day),
            Deed(tr("Pause or play"), "Ctrl+Space", self.time.toggle_pause),
            Deed(tr("Go to a date"), "Ctrl+G", self._bar.start_typing),
            Deed(tr("Previous milestone"), "Ctrl+Left", self._bar.step_back),
            Deed(tr("Next milestone"), "Ctrl+Right", self._bar.step_on),
        )
        yield (
            Deed(tr("Who is up"), "Ctrl+U", self.toggle_up),
            Deed(tr("Records"), "Ctrl+R", self.toggle_records),
            Deed(tr("Whole crew"), "Ctrl+K", self._show_crew),
            Deed(tr("How many days?"), "F2", self.explain_career),
            Deed(tr("What if?"), "Ctrl+I", self._companions.what_if),
            Deed(tr("Glossary"), "F1", self._companions.glossary),
            Deed(tr("About Mission Countdown"), "Shift+F1", self._companions.about),
        )
        yield (
            Deed(tr("Own missions…"), "Ctrl+E", self._ask_for_own),
            Deed(tr("Open a mission file…"), "Ctrl+O", self._ask_for_files),
        )
        yield (
            Deed(tr("Copy a picture"), "Ctrl+Shift+C", keepsakes.copy_picture),
            Deed(tr("Save a picture…"), "Ctrl+Shift+S", keepsakes.save_picture),
            Deed(tr("Print…"), "Ctrl+P", keepsakes.print),
            Deed(tr("Save as a calendar…"), "Ctrl+Shift+K", keepsakes.save_calendar),
        )
        yield (
            Deed(tr("Display"), "F11", self._ask_for_display),
            Deed(tr("Display set-up…"), "Ctrl+F11", self._ask_for_display_setup),
            Deed(tr("Pin a small window"), _PIN, self._ask_for_pin),
            Deed(tr("Let clicks through pinned windows"), _CLICKS, self._ask_for_click_through),
        )
        yield (Deed(tr("Settings…"), "Ctrl+,", self._ask_for_settings),)
        yield (Deed(tr("Quit"), _QUIT, self._ask_to_quit),)

    def _make_tools(self, themes: Mapping[str, str]) -> None:
        from PySide6.QtGui import QAction, QKeySequence

        self._tools = {PageKey.UP: QToolButton(), PageKey.RECORDS: QToolButton()}
        self._menu_button = QToolButton()
        clicks = self._menu.action_of(_CLICKS)
        clicks.setCheckable(True)
        clicks.setChecked(self._lets_clicks_through)
        if not is_supported():
            pin = self._menu.action_of(_PIN)
            pin.setEnabled(False)
            pin.setText(tr("{pin} ({reason})").format(pin=pin.text(), reason=tr("not on Wayland")))
            pin.setToolTip(tip(why_not()))
            self._menu.setToolTipsVisible(True)
        self._menu.add_themes(themes, _QUIT)
        up, records = self._tools[PageKey.UP], self._tools[PageKey.RECORDS]
        up.setText(tr("Who is up"))
        up.setToolTip(tr("Everyone in orbit (Ctrl+U)"))
        up.clicked.connect(self.toggle_up)
        records.setText(tr("Records"))
        records.setToolTip(tr("Who held the records, and who does (Ctrl+R)"))
        records.clicked.connect(self.toggle_records)
        self._menu_button.setText(tr("Menu"))
        self._menu_button.setMenu(self._menu)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for tool in self._tools.values():
            tool.setCheckable(True)
        for button in (*self._tools.values(), self._menu_button):
            button.setFont(self._applied.font("body"))
            self._side.add_tool(button)
        leave = QAction(self)
        leave.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        leave.triggered.connect(self._leave)
        self.addAction(leave)

    def _connect(self) -> None:
        soon = QTimer(self, singleShot=True, interval=SOON_MS)
        soon.timeout.connect(self.complete)
        self._side_ground.painted.connect(soon.start)
        for ground in (self._side_ground, self._bar_ground):
            ground.wanted.connect(self.complete)
        self._connect_parts()
        self._ticker.ticked.connect(self._follow)
        self._ticker.clock_changed.connect(self._show_clock)

    @property
    def look(self) -> Look:
        """The theme at the scale of this window."""
        return self._applied

    def set_look(self, look: Look) -> None:
        """Take another theme, at the scale that fits this window."""
        self._dress(look)
        for part in (self._pages, self._companions, self._banner):
            if part is not None:
                part.set_look(self._applied)
        if not self._is_complete:
            self._size_grounds()
            return
        self._side.set_look(self._applied)
        self._bar.set_look(self._applied)
        for button in (*self._tools.values(), self._menu_button):
            button.setFont(self._applied.font("body"))

    def _dress(self, look: Look) -> None:
        self._look = look
        self._applied = look._replace(scale=self._fitting_scale())
        self.setPalette(self._applied.palette())
        self.setStyleSheet(style_sheet(self._applied))

    def _fitting_scale(self) -> float:
        wide, high = self.width() / _DESIGN[0], self.height() / _DESIGN[1]
        return max((one for one in _SCALES if one <= min(wide, high)), default=_SCALES[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.centralWidget() is not None and self._fitting_scale() != self._applied.scale:
            self.set_look(self._look)

    def show_mission(self, mission: Mission) -> None:
        """Turn to another mission."""
        self._mission = mission
        self._settings.mission = mission_key(mission)
        self.mission_changed.emit(mission)
        self._pages.turn_to(PageKey.MISSION)
        self._show_mission()

    def show_subject(self, subject: Flight | PlannedLaunch | Vehicle) -> None:
        """Turn to a flight, a launch that is planned, or a vehicle with its crew."""
        catalogue = self._mission.catalogue
        if isinstance(subject, Vehicle):
            self._pages.show_vehicle(subject)
        elif isinstance(subject, Flight):
            self.show_mission(Mission.of_flight(catalogue, subject))
        else:
            self.show_mission(Mission.of_plan(catalogue, subject))

    def _show_mission(self) -> None:
        self._show_title()
        self._tick()

    def _show_title(self) -> None:
        titles = (self._mission.name, tr("Mission Countdown"))
        self.setWindowTitle(" – ".join(filter(None, titles)))

    def _follow(self) -> None:
        """Keep pace while in sight; a pinned window may need the ticker while this one is not."""
        is_behind = not self.is_in_sight()
        if is_behind is not self._is_behind:
            self._is_behind = is_behind
        if not is_behind:
            self._tick()

    def _tick(self) -> None:
        """Read the mission once, and let every part show that reading."""
        at, mission, reader = self._ticker.now(), self._mission, self._reader
        if reader is None or reader.mission is not mission:
            reader = self._reader = Reader(mission)
        reading = reader.read(at)
        if self._is_complete:
            side = self._side
            side.show_instant(at)
            side.show_subject(mission.planned or mission.flight or reading.flight)
            self._keepsakes.show_reading(mission, reading)
            self._bar.show_reading(mission, reading)
        self._pages.show_reading(mission, reading)
        self._companions.show_reading(mission, reading)

    def show_fall(self, fall: Fall | None) -> None:
        """Tell of a record in its minute, whoever's it is; None when that is over."""
        if self._banner is None:
            if fall is None:
                return
            from countdown.windows.record_banner import RecordBanner

            self._banner = RecordBanner(self._applied)
            self._grid.addWidget(self._banner, 0, 1)
        self._banner.show_fall(self._mission.catalogue, fall)

    def show_note(self, note: str) -> None:
        """Say beside the record that is told what could not be done."""
        if self._banner is not None:
            self._banner.show_note(note)

    def _show_clock(self) -> None:
        clock = self._ticker.clock
        self._settings.clock = clock_line(clock)
        self._pages.show_clock(clock)
        if self._is_complete:
            self._bar.show_clock(clock)

    def _check_tools(self) -> None:
        if not self._is_complete:
            return
        for key, tool in self._tools.items():
            tool.setChecked(key is self._pages.key)

    def toggle_up(self) -> None:
        """Turn to everyone in orbit, or back to the mission."""
        self._pages.toggle(PageKey.UP)

    def toggle_records(self) -> None:
        """Turn to the records, or back to the mission."""
        self._pages.toggle(PageKey.RECORDS)

    def show_page(self, name: str) -> None:
        """Turn to a page or a section of the mission's page, by name; the vehicle is the mission's.

        Raises:
            ValueError: nothing is called so.
        """
        if name == PageKey.VEHICLE:
            self._pages.mission.show_crew()
        elif name in tuple(PageKey):
            self._pages.turn_to(PageKey(name))
        else:
            self._pages.mission.sections.choose(SectionKey(name))

    def replay(self, flight: Flight, at: Instant) -> None:
        """Show a flight at one moment of it."""
        self.show_mission(Mission.of_flight(self._mission.catalogue, flight))
        self._ticker.set_clock(ReplayClock(as_datetime(at)))

    def _start_finding(self) -> None:
        self._side.start_finding()

    def _show_crew(self) -> None:
        self._pages.mission.show_crew()

    def explain_career(self) -> None:
        """Open the rules of counting behind the career's figure."""
        from countdown.core.explanations import Counts

        self._companions.explain(Counts.CAREER)

    def go_on_this_day(self) -> None:
        """Show the same day and time of day in the mission's flight, as far back as it takes."""
        self.time.go_on_this_day(self._flight())

    def _flight(self) -> Flight | None:
        mission = self._mission
        if mission.flight is not None or mission.person is None:
            return mission.flight
        return mission.catalogue.flight_at(mission.person, self._ticker.now())

    def _ask_for_own(self) -> None:
        self.own_missions_asked.emit(())

    def _ask_for_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(self, tr("Open missions"), "", MISSION_FILTER)
        self.take_files([Path(name) for name in names])

    def take_files(self, files: list[Path]) -> None:
        """Have files of missions opened."""
        if files:
            self.own_missions_asked.emit(tuple(files))

    def _ask_for_display(self) -> None:
        self.display_asked.emit()

    def _ask_for_display_setup(self) -> None:
        self.display_setup_asked.emit()

    def _ask_for_settings(self) -> None:
        self.settings_asked.emit()

    def _ask_for_pin(self) -> None:
        self.pin_asked.emit(self._mission)

    def _ask_for_click_through(self) -> None:
        self.click_through_asked.emit(self._menu.action_of(_CLICKS).isChecked())

    def show_click_through(self, lets_through: bool) -> None:
        """Say whether clicks go through the pinned windows."""
        self._lets_clicks_through = lets_through
        if self._is_complete:
            self._menu.action_of(_CLICKS).setChecked(lets_through)

    def _ask_to_quit(self) -> None:
        self.quit_asked.emit()

    def _leave(self) -> None:
        """Escape goes back one step: out of the search, or to the mission."""
        if self._side.is_asked:
            self._side.clear()
        elif self._pages.key is not PageKey.MISSION:
            self._pages.turn_to(PageKey.MISSION)

    def watch(self) -> None:
        in_sight = self.is_in_sight()
        self._ticker.set_visible(self, in_sight)
        if in_sight and self._is_behind:
            self._follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        from PySide6.QtWidgets import QDialog

        self._settings.mission = mission_key(self._mission)
        self._settings.clock = clock_line(self._ticker.clock)
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        for dialog in self.findChildren(QDialog):  # else a pinned window would keep them alone
            dialog.close()
        super().closeEvent(event)
