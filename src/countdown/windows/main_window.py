"""The main window: the missions, the one that is shown, and the time it is shown at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QMainWindow,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from countdown.core.clocks import OnThisDayClock, ReplayClock, years_back_into
from countdown.core.explanations import Counts
from countdown.core.flights import Flight, PlannedLaunch
from countdown.core.moments import as_datetime, instant
from countdown.core.readings import Mission, read
from countdown.models.phrases import tr
from countdown.services.memory import clock_line, mission_key
from countdown.services.settings import SYSTEM_THEME
from countdown.windows.companions import Companions
from countdown.windows.mission_page import MissionPage
from countdown.windows.pieces import room_on_screen, style_sheet
from countdown.windows.side_panel import SidePanel
from countdown.windows.time_bar import TimeBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent, QShowEvent

    from countdown.core.clocks import Clock
    from countdown.core.moments import Instant
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.widgets.look import Look
    from countdown.windows.records_page import RecordsPage

_DESIGN: Final = (1440, 900)
_FIRST_SIZE: Final = QSize(1180, 760)
_ROOM_FOR_RECORDS: Final = 1080
"""From this width on, at scale 1, the records have a button; below it they are in the menu."""
_SCALES: Final = (0.85, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)


class MainWindow(QMainWindow):
    """Shows one reading each second: the ticker says when, the clock which."""

    def __init__(
        self,
        mission: Mission,
        ticker: Ticker,
        system_clock: Clock,
        settings: Settings,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mission = mission
        self._ticker = ticker
        self._system_clock = system_clock
        self._settings = settings
        self._look = look
        self._side = SidePanel(mission.catalogue, ticker.now(), look)
        self._page = MissionPage(mission.catalogue, look)
        self._records: RecordsPage | None = None
        self._pages = QStackedWidget()
        self._bar = TimeBar(look)
        self._records_button = QToolButton()
        self._menu_button = QToolButton()
        self._companions = Companions(self, look)
        self._build()
        self._make_actions()
        self._connect()
        self.resize(_FIRST_SIZE.boundedTo(room_on_screen()))
        self.set_look(look)
        self._show_mission()
        self._show_clock()

    def _build(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self._page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        centre = QWidget()
        grid = QGridLayout(centre)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._side, 0, 0, 2, 1)
        self._pages.addWidget(scroll)
        grid.addWidget(self._pages, 0, 1)
        grid.addWidget(self._bar, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        self.setCentralWidget(centre)
        self.setMinimumSize(800, 400)  # narrower, and the clock's buttons would be cut

    def _connect(self) -> None:
        self._side.subject_chosen.connect(self._choose)
        self._page.mark.live_chosen.connect(self.go_live)
        self._page.explain_asked.connect(self._companions.explain)
        self._bar.live_chosen.connect(self.go_live)
        self._bar.on_this_day_chosen.connect(self.go_on_this_day)
        self._bar.pause_toggled.connect(self.toggle_pause)
        self._bar.speed_chosen.connect(self.set_speed)
        self._ticker.ticked.connect(self._tick)
        self._ticker.clock_changed.connect(self._show_clock)

    def _make_actions(self) -> None:
        menu = QMenu(self)
        self._action(menu, tr("Find"), "Ctrl+F", self._side.start_finding)
        self._action(menu, tr("Live"), "Ctrl+L", self.go_live)
        self._action(menu, tr("On this day"), "Ctrl+D", self.go_on_this_day)
        self._action(menu, tr("Pause or play"), "Ctrl+Space", self.toggle_pause)
        menu.addSeparator()
        self._action(menu, tr("Records"), "Ctrl+R", self.toggle_records)
        self._action(menu, tr("How many days?"), "F2", self.explain_career)
        self._action(menu, tr("What if?"), "Ctrl+I", self._companions.what_if)
        self._action(menu, tr("Glossary"), "F1", self._companions.glossary)
        menu.addSeparator()
        self._full_screen = self._action(menu, tr("Full screen"), "F11", self.toggle_full_screen)
        self._above = self._action(menu, tr("Keep above"), "Ctrl+T", self.toggle_above)
        self._above.setCheckable(True)
        if QGuiApplication.platformName().startswith("wayland"):
            self._above.setEnabled(False)
            self._above.setText(tr("Keep above (on Wayland: the window's own menu)"))
        themes = menu.addMenu(tr("Theme"))
        group = QActionGroup(self)
        names = ((SYSTEM_THEME, tr("As the system")), ("dark", tr("Dark")), ("light", tr("Light")))
        for name, text in names:
            action = themes.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == self._settings.theme)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(self._choose_theme)
        menu.addSeparator()
        self._action(menu, tr("Quit"), "Ctrl+Q", self.close)
        self._menu_button.setText(tr("Menu"))
        self._menu_button.setMenu(menu)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._records_button.setText(tr("Records"))
        self._records_button.setToolTip(tr("Who held the records, and who does (Ctrl+R)"))
        self._records_button.setCheckable(True)
        self._records_button.clicked.connect(self.toggle_records)
        for button in (self._records_button, self._menu_button):
            self._bar.add_right(button)
        leave = QAction(self)
        leave.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        leave.triggered.connect(self._leave)
        self.addAction(leave)

    def _action(self, menu: QMenu, text: str, shortcut: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def set_look(self, look: Look) -> None:
        """Take another theme, at the scale that fits this window."""
        self._look = look
        self._apply(look._replace(scale=self._fitting_scale()))

    def _fitting_scale(self) -> float:
        wide, high = self.width() / _DESIGN[0], self.height() / _DESIGN[1]
        return max((one for one in _SCALES if one <= min(wide, high)), default=_SCALES[0])

    def _apply(self, look: Look) -> None:
        self._applied = look
        self.setPalette(look.palette())
        self.setStyleSheet(style_sheet(look))
        for button in (self._records_button, self._menu_button):
            button.setFont(look.font(14))
        for part in (self._side, self._page, self._bar, self._companions):
            part.set_look(look)
        if self._records is not None:
            self._records.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting_scale() != self._applied.scale:
            self.set_look(self._look)
        self._records_button.setVisible(self.width() >= self._applied.px(_ROOM_FOR_RECORDS))

    def show_mission(self, mission: Mission) -> None:
        """Turn to another mission."""
        self._mission = mission
        self._settings.mission = mission_key(mission)
        self._show_page(0)
        self._show_mission()

    def _choose(self, subject: Flight | PlannedLaunch) -> None:
        catalogue = self._mission.catalogue
        if isinstance(subject, Flight):
            self.show_mission(Mission.of_flight(catalogue, subject))
        else:
            self.show_mission(Mission.of_plan(catalogue, subject))

    def _show_mission(self) -> None:
        person = self._mission.person
        planned = self._mission.planned
        name = person.name if person else planned.name if planned else ""
        self.setWindowTitle(" – ".join(filter(None, (name, tr("Mission Countdown")))))
        self._tick()

    def _tick(self) -> None:
        """Read the mission once, and let every part show that reading."""
        at = self._ticker.now()
        reading = read(self._mission, at)
        self._side.show_instant(at)
        self._side.show_subject(self._mission.planned or self._mission.flight or reading.flight)
        self._page.show_reading(self._mission, reading)
        self._page.mark.show_instant(at)
        self._bar.show_reading(reading)
        self._companions.show_reading(self._mission, reading)
        if self._records is not None:
            self._records.show_instant(at)

    def _show_clock(self) -> None:
        clock = self._ticker.clock
        self._settings.clock = clock_line(clock)
        self._page.mark.show_clock(clock)
        self._bar.show_clock(clock)
        if self._records is not None:
            self._records.mark.show_clock(clock)

    def toggle_records(self) -> None:
        """Turn to the records, or back to the mission."""
        if self._records is None:
            from countdown.windows.records_page import RecordsPage

            self._records = RecordsPage(self._mission.catalogue, self._applied)
            self._records.moment_chosen.connect(self.replay)
            self._records.mark.live_chosen.connect(self.go_live)
            self._pages.addWidget(self._records)
            self._show_clock()
        self._show_page(1 - self._pages.currentIndex())

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._records_button.setChecked(page > 0)
        if self._records is not None:
            self._records.show_instant(self._ticker.now())

    def replay(self, flight: Flight, at: Instant) -> None:
        """Show a flight at one moment of it."""
        self.show_mission(Mission.of_flight(self._mission.catalogue, flight))
        self._ticker.set_clock(ReplayClock(as_datetime(at)))

    def explain_career(self) -> None:
        """Open the rules of counting behind the career's figure."""
        self._companions.explain(Counts.CAREER)

    def go_live(self) -> None:
        """Show what is happening now."""
        self._ticker.set_clock(self._system_clock)

    def go_on_this_day(self) -> None:
        """Show the same day and time of day in the mission's flight, as far back as it takes."""
        flight = self._flight()
        now = self._system_clock.now()
        years = years_back_into(flight, instant(now)) if flight else None
        if years is not None:
            self._ticker.set_clock(OnThisDayClock(years, self._system_clock))
        elif flight is not None and flight.is_over:  # today's date never came while it was up
            self._ticker.set_clock(ReplayClock(as_datetime(flight.launch.latest)))
        else:
            self._show_clock()

    def toggle_pause(self) -> None:
        """Stop the time that is shown, or let it go on; a stopped live clock is a replay."""
        replay = self._as_replay()
        if replay.is_paused:
            replay.resume()
        else:
            replay.pause()
        self._run(replay)

    def set_speed(self, speed: float) -> None:
        """Replay from the instant that is shown, at another pace."""
        replay = self._as_replay()
        replay.set_speed(speed)
        replay.resume()
        self._run(replay)

    def _as_replay(self) -> ReplayClock:
        clock = self._ticker.clock
        return clock if isinstance(clock, ReplayClock) else ReplayClock(clock.now())

    def _run(self, clock: ReplayClock) -> None:
        if clock is self._ticker.clock:
            self._ticker.touch()
        else:
            self._ticker.set_clock(clock)

    def _flight(self) -> Flight | None:
        mission = self._mission
        if mission.flight is not None or mission.person is None:
            return mission.flight
        return mission.catalogue.flight_at(mission.person, self._ticker.now())

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def toggle_above(self) -> None:
        """Stay above other windows, or no longer; the window is not made anew for it."""
        handle = self.windowHandle()
        above = not bool(self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, above)
        flags = self.windowFlags() & ~Qt.WindowType.WindowStaysOnTopHint
        self.overrideWindowFlags(flags | Qt.WindowType.WindowStaysOnTopHint if above else flags)
        self._above.setChecked(above)

    def _choose_theme(self, action: QAction) -> None:
        self._settings.theme = str(action.data())

    def _leave(self) -> None:
        """Escape goes back one step: out of the search, else out of the full screen."""
        if self._side.field.text():
            self._side.field.clear()
        elif self.isFullScreen():
            self.showNormal()

    def _watch(self) -> None:
        self._ticker.set_visible(self.isVisible() and not self.isMinimized())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._watch()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.mission = mission_key(self._mission)
        self._settings.clock = clock_line(self._ticker.clock)
        if not self.isFullScreen():  # a display is asked for anew each time
            self._settings.geometry = self.saveGeometry()
        self._settings.save()
        super().closeEvent(event)
