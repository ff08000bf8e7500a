"""The composition root: the one module that knows every floor and puts them together."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from countdown import __version__
from countdown.core.clocks import ReplayClock
from countdown.core.moments import as_datetime, instant
from countdown.core.readings import Mission
from countdown.data.resources import icon_file, resources_folder
from countdown.data.themes import theme_names, theme_titles, theme_tokens
from countdown.data.user_folders import RESTORING, data_folder, log_folder, preferences_folder
from countdown.data.wishes import KINDS, BadWishError, Wish, as_fields, from_fields
from countdown.models.manners import take_manner
from countdown.services.crash_log import CrashLog
from countdown.services.memory import clock_at_start, first_clock, mission_at_start, on_this_day
from countdown.services.one_app import OneApp, Verdict
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from countdown.widgets.look import Look, look_of
from countdown.windows.attendants import Attendants
from countdown.windows.desk import Desk
from countdown.windows.in_sight import SOON_MS
from countdown.windows.pinning import why_not

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.manner import Manner
    from countdown.data.crash_reports import Fact
    from countdown.data.own_layer import Laid
    from countdown.services.one_app import Answer, Request
    from countdown.windows.crash_teller import CrashTeller
    from countdown.windows.main_window import MainWindow


_SETTLED_MS: Final = 300
"""So long after the start the first frame is there, and what it did not need may come."""


class NoSuchScreenError(Exception):
    """The screen that was asked for is not there; ``names`` are those that are."""

    def __init__(self, asked: str, names: list[str]) -> None:
        super().__init__(asked)
        self.asked = asked
        self.names = names


def make_application() -> QApplication:
    """Start Qt, with the fonts that the app brings along.

    There is one application a process; a second call returns the first.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QGuiApplication.setDesktopFileName("mission-countdown")
    # Else a list keeps the ground of the theme before: parts of what has a style sheet take no
    # palette over.
    QGuiApplication.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    # By this option, since `setStyle` returns the style, whose class is slow to make.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("mission-countdown")
    application.setApplicationDisplayName("Mission Countdown")
    application.setApplicationVersion(__version__)
    # A cursor that blinks has its field, and the window below it, painted twice a second.
    application.setCursorFlashTime(0)
    for file in sorted((resources_folder() / "fonts").glob("B612-*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    return application


def let_widgets_speak() -> None:
    """Have painted widgets say what they show to who asks; it is loaded here, after the windows."""
    from countdown.widgets import speaking

    speaking.let_widgets_speak()


def why_not_pinned() -> str:
    """Say why a window cannot be pinned on this window system; nothing where it can."""
    return why_not()


def load_look(name: str) -> Look:
    """Return a theme by name; any other, like ``system``, as the desktop is: dark or light."""
    if name not in theme_names():
        scheme = QGuiApplication.styleHints().colorScheme()
        name = "light" if scheme is Qt.ColorScheme.Light else "dark"
    return look_of(theme_tokens(name))


def about_this() -> tuple[Fact, ...]:
    """Return what runs, and on what, for a report of an error."""
    from countdown.services.version_facts import runtime_facts

    return runtime_facts()


class App(QObject):
    """The running app: its settings, its second hand and its windows."""

    def __init__(
        self,
        own: OwnFacts,
        system_clock: Clock,
        settings: Settings,
        wish: Wish,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        own.setParent(self)
        self._settings = settings
        self._system_clock = system_clock
        self.wants_restart = False
        if wish.theme is not None:
            settings.theme = wish.theme
        mission = self._mission(own.catalogue, wish)
        chosen = settings.choices
        last = clock_at_start(chosen.start_clock, settings.clock, mission, system_clock)
        take_manner(chosen.manner)
        self.ticker = Ticker(self._clock(mission, wish, last), self)
        self.desk = Desk(
            mission,
            own,
            self.ticker,
            system_clock,
            settings,
            self._load_look,
            theme_titles,
            monotonic,
            self,
        )
        self.attendants = Attendants(self.desk, self.ticker, settings, icon_file())
        settings.manner_changed.connect(self._take_manner)
        settings.theme_changed.connect(self._take_theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_theme)
        self.ticker.tick()

    @property
    def _catalogue(self) -> Catalogue:
        """The facts that all windows show by now."""
        return self.desk.mission.catalogue

    @property
    def window(self) -> MainWindow:
        """The main window, made when it is first asked for."""
        return self.desk.main

    def show(self, wish: Wish) -> None:
        """Show the windows that were asked for.

        Raises:
            NoSuchScreenError: there is no such screen.
        """
        screen = None if wish.screen is None else find_screen(wish.screen)
        if wish.display:
            asked = None if wish.person is None else self._mission(self._catalogue, wish)
            self.desk.show_display(screen, asked)
        if wish.pin and wish.person is not None:
            self.desk.pin(self._mission(self._catalogue, wish))
        elif wish.pin:
            self.desk.pin_again()
        if wish.files:
            self.desk.open_files(Path(name) for name in wish.files)
        if wish.display or wish.pin or wish.files:
            return
        if screen is not None:
            self.window.setScreen(screen)
            self.window.setGeometry(screen.geometry())
        self.desk.show_main()

    def take(self, wish: Wish) -> None:
        """Do what a second start asks for.

        Raises:
            NoSuchScreenError: there is no such screen; then nothing has changed.
        """
        if wish.screen is not None:
            find_screen(wish.screen)
        if wish.theme is not None:
            self._settings.theme = wish.theme
        mission = self.desk.mission
        if wish.person is not None:
            mission = self._mission(self._catalogue, wish)
        if wish.asks_for_time:
            self.ticker.set_clock(self._clock(mission, wish, self.ticker.clock))
        if wish.person is not None and not (wish.display or wish.pin or wish.files):
            self.desk.show_main(mission)
        self.show(wish)

    def open_file(self, name: str) -> None:
        """Open a mission file that the desktop names."""
        self.desk.open_files([Path(name)])

    def answer(self, request: Request) -> None:
        """Do what a second start asks for, or say why not."""
        try:
            self.take(from_fields(self._catalogue, request.wish))
        except BadWishError as error:
            request.refuse(str(error))
        except NoSuchScreenError as error:
            names = ", ".join(error.names)
            request.refuse(f"there is no screen '{error.asked}'; there are {names}")
        else:
            request.accept()

    def tell_of(self, crashes: CrashLog) -> CrashTeller:
        """Have the user told of errors that nobody caught, but not over a display."""
        from countdown.windows.crash_teller import CrashTeller

        teller = CrashTeller(crashes, self._load_look, self._is_attended, self)
        teller.restart_asked.connect(self._restart)
        self.desk.stayed.connect(self._forget_restart)
        queued = Qt.ConnectionType.QueuedConnection
        crashes.told_changed.connect(teller.tell, queued)
        self.desk.display_shown.connect(teller.tell, queued)
        return teller

    def _is_attended(self) -> bool:
        return self.desk.display is None

    def _restart(self) -> None:
        self.wants_restart = True
        self.desk.close()

    def _forget_restart(self) -> None:
        self.wants_restart = False

    def _mission(self, catalogue: Catalogue, wish: Wish) -> Mission:
        if wish.person is not None:
            return Mission.of_person(catalogue, wish.person)
        chosen, last = self._settings.choices.start_mission, self._settings.mission
        return mission_at_start(catalogue, chosen, last, instant(self._system_clock.now()))

    def _clock(self, mission: Mission, wish: Wish, last: Clock | None) -> Clock:
        """The clock that was asked for, else the last one, else that of a first start."""
        if wish.at is not None:
            return ReplayClock(as_datetime(wish.at), wish.speed or 1.0)
        if wish.on_this_day:
            return on_this_day(mission, self._system_clock)
        if last is None or (wish.person is not None and wish.speed is None):
            last = self._system_clock if wish.person else first_clock(mission, self._system_clock)
        if wish.speed is not None:
            return ReplayClock(last.now(), wish.speed)
        return last

    def take_down(self) -> None:
        """Let go of all windows and of the app itself, once they are closed.

        Python's search for waste would take their parts down in an order that Qt does not survive.
        """
        self.attendants.stop()
        self.ticker.stop()
        for window in (*self.desk.windows(), self.desk.editor):
            if window is not None:
                shiboken6.delete(window)
        shiboken6.delete(self)

    def _load_look(self) -> Look:
        return load_look(self._settings.theme)

    def _take_manner(self, manner: Manner) -> None:
        """Write all that is shown anew."""
        take_manner(manner)
        self.desk.set_catalogue(self._catalogue)

    def _take_theme(self, _what: object = None) -> None:
        self.desk.set_look()


class NotHandedOverError(Exception):
    """Another app runs with these settings, but it did not do what was wished for."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.detail)
        self.answer = answer


def finish_restoring(kept: Path, settings: Path, clock: Clock) -> None:
    """Finish the restoring of a backup that a crash has interrupted, before anything is read."""
    from countdown.data.backups import Backups
    from countdown.data.mission_store import MissionStore, StoreError

    with contextlib.suppress(StoreError):  # the next start tries again
        Backups(MissionStore(kept, clock), settings).settle()


def run(
    application: QApplication,
    below: Catalogue,
    laid: Laid,
    clock: Clock,
    wish: Wish,
    notice: str,
    late: Callable[[], None],
) -> int:
    """Open the windows and run until they are closed; ``notice`` is told when they are open.

    ``late`` is called once the first frame is there.
    ``laid`` has the user's missions over the catalogue ``below``. Where an app runs with the same
    settings, it gets the wish instead.

    Raises:
        NoSuchScreenError: a window was wanted on a screen that is not there.
        NotHandedOverError: the app that runs did not take the wish.
    """
    folder = preferences_folder()
    alone = OneApp(folder, KINDS)
    if not alone.is_first():
        answer = alone.hand_over(as_fields(wish))
        if answer.verdict is Verdict.OK:
            return 0
        if answer.verdict is not Verdict.FIRST_NOW:
            raise NotHandedOverError(answer)
    kept = data_folder()
    if (kept / RESTORING).exists():
        finish_restoring(kept, folder / "settings.ini", clock)
    crashes = CrashLog(log_folder(), clock, about_this, application)
    crashes.listen()
    try:
        own = OwnFacts(below, kept, clock, laid)
        app = App(own, clock, Settings(folder / "settings.ini"), wish)
        status = _run_first(application, app, alone, crashes, wish, notice, late)
    finally:
        alone.close()
        crashes.stop()
    if app.wants_restart:
        start_again()
    return status


def _run_first(
    application: QApplication,
    app: App,
    alone: OneApp,
    crashes: CrashLog,
    wish: Wish,
    notice: str,
    late: Callable[[], None],
) -> int:
    teller = app.tell_of(crashes)
    from countdown.services.signals import EndSignals

    signals = EndSignals(app)  # before anything is seen, and so could be ended
    signals.came.connect(app.desk.end)
    alone.wish_came.connect(app.answer)
    if sys.platform == "darwin":  # not tried
        from countdown.services.opened_files import OpenedFiles

        OpenedFiles(application, app).opened.connect(app.open_file)
    shown = QTimer(app, singleShot=True, interval=SOON_MS)
    shown.timeout.connect(let_widgets_speak)
    settled = QTimer(app, singleShot=True, interval=_SETTLED_MS)
    for settle in (alone.listen, app.attendants.settle, app.desk.settle, teller.tell):
        settled.timeout.connect(settle)
    settled.timeout.connect(late)
    try:
        app.show(wish)
        shown.start()
        settled.start()
        if notice:
            from PySide6.QtWidgets import QMessageBox

            box = QMessageBox(QMessageBox.Icon.Warning, "", notice, parent=app.window)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
        return application.exec()
    finally:
        signals.stop()
        shown.stop()
        settled.stop()
        teller.close()
        app.take_down()


def start_again() -> None:
    """Start the app as it was started, for one that has ended."""
    from PySide6.QtCore import QProcess

    from countdown.services.autostart import running_program

    program, *words = running_program()
    QProcess.startDetached(program, [*words, *sys.argv[1:]])


def find_screen(asked: str | None) -> QScreen:
    """Return a screen by number, from 1, or by name; the first one where none is asked for.

    Raises:
        NoSuchScreenError: there is none.
    """
    screens = QGuiApplication.screens()
    if asked is None:
        return QGuiApplication.primaryScreen()
    if asked.isdecimal() and 0 < int(asked) <= len(screens):
        return screens[int(asked) - 1]
    for screen in screens:
        if screen.name() == asked:
            return screen
    raise NoSuchScreenError(asked, [screen.name() for screen in screens])
