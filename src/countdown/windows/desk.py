"""All windows of the app: the main one, pinned ones, the display; each is made when asked for."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from countdown.core.falls import Stage
from countdown.core.readings import read
from countdown.models import fall_phrases
from countdown.services.memory import (
    find_mission,
    find_missions,
    first_mission,
    mission_about,
    mission_key,
)
from countdown.services.record_watch import RecordWatch
from countdown.widgets.accessibility import announce
from countdown.windows.pin_board import PinBoard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.falls import Fall
    from countdown.core.programme import Programme
    from countdown.core.readings import Mission
    from countdown.services.own_facts import OwnFacts
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.widgets.look import Look
    from countdown.windows.display_setup import DisplaySetup
    from countdown.windows.display_window import DisplayWindow
    from countdown.windows.editor_window import EditorWindow
    from countdown.windows.main_window import MainWindow
    from countdown.windows.own_desk import OwnDesk
    from countdown.windows.pinned_window import PinnedWindow
    from countdown.windows.screen_keeper import ScreenKeeper
    from countdown.windows.settings_window import SettingsWindow

_QUIT: Final = "Ctrl+Q"


class Desk(QObject):
    """Shows and closes windows, and tells all of them of a record in its minute.

    Signals:
        record_fell: the `Fall` of a mission that some window shows, once.
        display_shown: whether a display fills a screen.
        mission_changed: the `Mission` that the main window is about from now on.
        click_through_changed: whether clicks go through the pinned windows.
        stayed: the app was asked to end, and goes on.
    """

    record_fell = Signal(object)
    display_shown = Signal(bool)
    mission_changed = Signal(object)
    click_through_changed = Signal(bool)
    stayed = Signal()

    def __init__(
        self,
        mission: Mission,
        own: OwnFacts,
        ticker: Ticker,
        system_clock: Clock,
        settings: Settings,
        load_look: Callable[[], Look],
        theme_titles: Callable[[], Mapping[str, str]],
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Begin with nothing shown; ``mission`` is what the main window will be about."""
        super().__init__(parent)
        self._mission = mission
        self._own = own
        own.changed.connect(self.set_catalogue)
        self._ticker = ticker
        self._system_clock = system_clock
        self._settings = settings
        self._load_look = load_look
        self._theme_titles = theme_titles
        self._monotonic = monotonic
        self._main: MainWindow | None = None
        self._pins = PinBoard(ticker, settings, load_look, self)
        self._pins.made.connect(self._take_pin)
        self._pins.changed.connect(self._watch_missions)
        self._pins.click_through_changed.connect(self.click_through_changed)
        self._display: DisplayWindow | None = None
        self._keeper: ScreenKeeper | None = None
        self._note = ""
        self._setup: DisplaySetup | None = None
        self._preferences: SettingsWindow | None = None
        self._is_ending = False
        self._is_to_end = False
        self._watch = RecordWatch(ticker, self)
        self._watch.told_changed.connect(self._tell)
        self._watch.fell.connect(self._announce)
        self._watch.fell.connect(self.record_fell)

    @property
    def mission(self) -> Mission:
        """What the main window is about, or would be."""
        return self._mission

    @property
    def main(self) -> MainWindow:
        """The main window with all that is in it, made when it is first asked for."""
        is_new = self._main is None
        main = self._first_of_main()
        main.complete()
        if is_new:
            self._watch_missions()
        return main

    def _first_of_main(self) -> MainWindow:
        """Return the main window, perhaps with no more in it than its first frame has."""
        if self._main is None:
            from countdown.windows.main_window import MainWindow

            main = MainWindow(
                self._mission,
                self._ticker,
                self._system_clock,
                self._settings,
                self._load_look(),
                self._theme_titles,
            )
            main.mission_changed.connect(self._take_mission)
            main.pin_asked.connect(self.pin)
            main.click_through_asked.connect(self.set_click_through)
            main.display_asked.connect(self.show_display)
            main.display_setup_asked.connect(self.set_up_display)
            main.own_missions_asked.connect(self.open_files)
            main.settings_asked.connect(self.show_settings)
            main.quit_asked.connect(self.close)
            self.click_through_changed.connect(main.show_click_through)
            main.show_click_through(self._pins.lets_clicks_through)
            main.show_fall(self._watch.told)
            self._main = main
        return self._main

    @property
    def pins(self) -> tuple[PinnedWindow, ...]:
        """The pinned windows, the oldest first."""
        return self._pins.windows

    @property
    def display(self) -> DisplayWindow | None:
        """The display, while there is one."""
        return self._display

    def windows(self) -> Iterator[QWidget]:
        """Yield all that are made."""
        if self._main is not None:
            yield self._main
        yield from self._pins.windows
        if self._display is not None:
            yield self._display

    @cached_property
    def own(self) -> OwnDesk:
        """What is done with the user's missions."""
        from countdown.windows.own_desk import OwnDesk

        own = OwnDesk(
            self._own,
            self._settings.file,
            self._system_clock,
            self._load_look,
            self._seen,
            self,
        )
        own.show_asked.connect(self._show_own)
        own.restored.connect(self._settings.read_again)
        own.closed.connect(self._go_on_ending)
        own.stayed.connect(self._stay)
        own.quit_asked.connect(self.close)
        return own

    def settle(self) -> None:
        """Do what may wait until the windows are there: look after the user's missions, if any."""
        if self._own.exist:
            self.own.settle()

    @property
    def editor(self) -> EditorWindow | None:
        """The editor of the user's missions, once it was wanted."""
        return self.own.editor if self._has_own else None

    @property
    def _has_own(self) -> bool:
        return "own" in self.__dict__

    def open_files(self, files: Iterable[Path] = ()) -> None:
        """Open the editor of the user's missions, with what files have."""
        self.own.present(files)

    def _show_own(self, identity: str) -> None:
        """Turn the main window to what a mission of the user's is about, today."""
        for one in self._own.missions:
            if one.id == identity:
                self._ticker.set_clock(self._system_clock)
                self.show_main(mission_about(self._own.catalogue, one))

    def _seen(self) -> QWidget | None:
        """The window that something is told beside."""
        return next((window for window in self.windows() if window.isVisible()), None)

    def show_main(self, mission: Mission | None = None) -> None:
        """Bring the main window to the front, turned to ``mission`` where one is given."""
        if mission is not None and mission is not self._mission:
            if self._main is not None:
                self._main.show_mission(mission)
            else:
                self._take_mission(mission)
        _present(self._first_of_main())
        self._watch_missions()

    def pin(self, mission: Mission) -> None:
        """Pin a mission in a window of its own, or bring that to the front."""
        _present(self.make_pin(mission))
        self._pins.remember()
        self.set_click_through(False)  # who pins wants to take hold of it

    def make_pin(self, mission: Mission) -> PinnedWindow:
        """Return the pinned window of a mission, shown or not."""
        return self._pins.window(mission)

    def _take_pin(self, window: PinnedWindow) -> None:
        window.main_asked.connect(self.show_main)
        self._let_quit(window)
        window.show_fall(self._watch.told)

    def pin_again(self) -> None:
        """Pin what was pinned the last time, or else the mission that is shown."""
        for mission in self._pins.remembered(self._mission.catalogue) or (self._mission,):
            self.pin(mission)

    def set_click_through(self, through: bool) -> None:
        """Let clicks through all pinned windows, or through none."""
        self._pins.set_click_through(through)

    def show_display(self, screen: QScreen | None = None, mission: Mission | None = None) -> None:
        """Fill a screen: the one given, else the one that was chosen, else the first.

        A mission that is given is shown instead of the programme.
        """
        display = self.make_display()
        was_seen = display.isVisible()
        if mission is not None:
            display.show_programme(mission.catalogue, self._all_pages_of(mission))
            self._watch_missions()
        if self._keeper is not None:
            self._keeper.show_on(screen.name() if screen else self._settings.display_screen)
        if was_seen:
            display.raise_()
        display.activateWindow()
        self.display_shown.emit(True)

    def make_display(self) -> DisplayWindow:
        """Return the display, shown or not."""
        if self._display is None:
            from countdown.windows.display_window import DisplayWindow
            from countdown.windows.screen_keeper import ScreenKeeper

            display = self._display = DisplayWindow(
                self._mission.catalogue,
                self._programme(),
                self._ticker,
                self._system_clock,
                self._settings,
                self._load_look(),
                self._monotonic,
            )
            display.left.connect(self._leave_display)
            display.show_fall(self._watch.told)
            display.show_note(self._note)
            self._keeper = ScreenKeeper(display, self._pins.places)
            self._let_quit(display)
            self._watch_missions()
        return self._display

    def set_up_display(self) -> None:
        """Open the display's set-up, over the main window."""
        if self._setup is None:
            from countdown.windows.display_setup import DisplaySetup

            self._setup = DisplaySetup(self._settings, self._load_look(), self.main)
            self._setup.start_asked.connect(self._start_display)
        reading = read(self._mission, self._ticker.now(), with_ranks=False)
        self._setup.present(self._mission, reading)

    def show_settings(self) -> None:
        """Open the settings, over the main window."""
        if self._preferences is None:
            from countdown.windows.settings_window import SettingsWindow

            self._preferences = SettingsWindow(
                self._settings, self._theme_titles(), self.main.look, self.main
            )
            self._preferences.display_setup_asked.connect(self.set_up_display)
            self._ticker.ticked.connect(self._tick_settings)
        self._preferences.set_look(self.main.look)
        self._show_in(self._preferences)
        self._preferences.present()

    def _tick_settings(self) -> None:
        """Let the figures that show what a choice does run while they are seen."""
        if self._preferences is not None and self._preferences.isVisible():
            self._show_in(self._preferences)

    def _show_in(self, dialog: SettingsWindow | DisplaySetup) -> None:
        reading = read(self._mission, self._ticker.now(), with_ranks=False)
        dialog.show_reading(self._mission, reading)

    def _start_display(self) -> None:
        """Show the display as it is set up now, even where one is shown already."""
        self._begin_anew()
        self.show_display()

    def _begin_anew(self) -> None:
        if self._display is not None:
            self._display.show_programme(self._mission.catalogue, self._programme())
            self._watch_missions()

    def _programme(self) -> Programme:
        """What was set up, or all pages of the mission that is shown."""
        programme = self._settings.programme
        return programme if programme.slides else self._all_pages_of(self._mission)

    def _all_pages_of(self, mission: Mission) -> Programme:
        from countdown.core.programme import Programme

        seconds = self._settings.programme.seconds
        return Programme.of_missions([mission_key(mission)], seconds=seconds)

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Turn every window to other facts, at once; what is gone from them is shown no more."""
        now = self._ticker.now()
        key = mission_key(self._mission)
        self._mission = find_mission(catalogue, key) or first_mission(catalogue, now)
        if self._main is not None:
            self._main.take_facts(self._mission)
        self._pins.take_facts(catalogue)
        if self._display is not None:
            self._show_again(self._display, catalogue)
        for dialog in (self._preferences, self._setup):
            if dialog is not None:
                self._show_in(dialog)
        self._watch_missions()
        self.mission_changed.emit(self._mission)

    def _show_again(self, display: DisplayWindow, catalogue: Catalogue) -> None:
        """Go on with the display; where one of its missions is gone, as if it were started now."""
        keys = [mission_key(one) for one in display.missions]
        found = find_missions(catalogue, keys)
        if len(found) == len(keys):
            display.take_facts(found)
        else:
            self._begin_anew()

    def set_look(self) -> None:
        """Take another theme, everywhere."""
        look = self._load_look()
        own = self.own if self._has_own else None
        for part in (self._main, self._pins, self._display, self._setup, own):
            if part is not None:
                part.set_look(look)
        if self._preferences is not None:
            self._preferences.set_look(self.main.look)

    def tell(self, note: str) -> None:
        """Say in the display, and in the main window, what could not be done."""
        self._note = note
        for window in (self._main, self._display):
            if window is not None:
                window.show_note(note)

    def close(self) -> None:
        """Close all windows; what is pinned is pinned again the next time.

        Where missions are typed and not saved, that is asked about first, and may end it.
        """
        self._is_to_end = True
        if not self._has_own or self.own.close():
            self.end()

    def _go_on_ending(self) -> None:
        """The editor has closed; so may all others, where that was meant."""
        if self._is_to_end:
            self.end()

    def _stay(self) -> None:
        self._is_to_end = False
        self.stayed.emit()

    def end(self) -> None:
        """Close all windows without a question."""
        if self._has_own:
            self.own.abandon()
        self._is_to_end = False
        self._is_ending = True
        for part in (self._main, self._pins, self._display):
            if part is not None:
                part.close()
        self._is_ending = False

    def _take_mission(self, mission: Mission) -> None:
        self._mission = mission
        self.mission_changed.emit(mission)
        self._watch_missions()

    def _leave_display(self) -> None:
        self.display_shown.emit(False)
        if self._display is not None and not self._is_ending:
            self._display.deleteLater()
            self._display = self._keeper = None
            self._watch_missions()
            if not any(window.isVisible() for window in self.windows()):
                self.show_main()  # Escape leads to a window, not out of the app

    def _let_quit(self, window: QWidget) -> None:
        """Let a window end the app by the keys that the main window has for it."""
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence(_QUIT), window).activated.connect(self.close)

    def _watch_missions(self) -> None:
        missions = [window.mission for window in self._pins.windows]
        if self._main is not None:
            missions.append(self._mission)
        if self._display is not None:
            missions.extend(self._display.missions)
        self._watch.watch(missions)

    def _announce(self, fall: Fall) -> None:
        """Say to who listens that a record falls: once, however many windows tell of it."""
        seen = self._seen()
        if seen is not None and fall.stage is Stage.FALLS:
            headline = fall_phrases.headline(self._mission.catalogue, fall)
            announce(seen, ". ".join((headline, fall_phrases.detail(fall))))

    def _tell(self, fall: Fall | None) -> None:
        for part in (self._main, self._pins, self._display):
            if part is not None:
                part.show_fall(fall)


def _present(window: QWidget) -> None:
    """Open a window, or bring it to the front."""
    if window.isMinimized():
        window.showNormal()
    elif window.isVisible():
        window.raise_()
    window.show()
    window.activateWindow()
