"""The composition root: the one module that knows every floor and puts them together."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QCursor, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from countdown import __version__
from countdown.core.clocks import OnThisDayClock, ReplayClock, years_back_into
from countdown.core.moments import as_datetime, instant
from countdown.core.readings import Mission
from countdown.data.chosen_catalogue import preferences_folder
from countdown.data.resources import resources_folder
from countdown.data.themes import theme_titles, theme_tokens
from countdown.data.wishes import Wish
from countdown.services.memory import find_clock, find_mission, first_clock, first_mission
from countdown.services.settings import Settings
from countdown.services.ticker import Ticker
from countdown.widgets.accessibility import make_accessible
from countdown.widgets.look import Look, look_of
from countdown.windows.main_window import MainWindow
from countdown.windows.page_stack import PageKey
from countdown.windows.sections import SectionKey

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QScreen

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.flights import Person
    from countdown.core.moments import Instant


WHY_NOT_ABOVE: Final = (
    "--pin: on Wayland no program can keep its own window above; use the window's menu, "
    "or start with QT_QPA_PLATFORM=xcb"
)


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
    # By this option, since `setStyle` returns the style, whose class is slow to make.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("mission-countdown")
    application.setApplicationDisplayName("Mission Countdown")
    application.setApplicationVersion(__version__)
    for file in sorted((resources_folder() / "fonts").glob("B612-*.otf")):
        QFontDatabase.addApplicationFont(str(file))
    QAccessible.installFactory(make_accessible)
    return application


def load_look(name: str) -> Look:
    """Return a theme by name; any other, like ``system``, as the desktop is: dark or light."""
    if name not in theme_titles():
        scheme = QGuiApplication.styleHints().colorScheme()
        name = "light" if scheme is Qt.ColorScheme.Light else "dark"
    return look_of(theme_tokens(name))


class App(QObject):
    """The running app: its settings, its second hand and its window."""

    def __init__(
        self,
        catalogue: Catalogue,
        system_clock: Clock,
        settings: Settings,
        wish: Wish,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._system_clock = system_clock
        if wish.theme is not None:
            settings.theme = wish.theme
        mission = self._mission(catalogue, wish)
        self.ticker = Ticker(self._clock(mission, wish), self)
        self.window = MainWindow(
            mission,
            self.ticker,
            system_clock,
            settings,
            load_look(settings.theme),
            theme_titles(),
        )
        settings.theme_changed.connect(self._take_theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_theme)
        self.ticker.tick()

    def show(self, wish: Wish) -> None:
        """Show the window as it was asked for.

        Raises:
            NoSuchScreenError: there is no such screen.
        """
        if wish.display or wish.screen is not None:
            screen = find_screen(wish.screen)
            self.window.setScreen(screen)
            self.window.setGeometry(screen.geometry())
        if wish.display:
            self.window.showFullScreen()
        else:
            self.window.show()
        if wish.pin:
            self.window.toggle_above()

    def _mission(self, catalogue: Catalogue, wish: Wish) -> Mission:
        if wish.person is not None:
            return Mission.of_person(catalogue, wish.person)
        remembered = find_mission(catalogue, self._settings.mission)
        return remembered or first_mission(catalogue, instant(self._system_clock.now()))

    def _clock(self, mission: Mission, wish: Wish) -> Clock:
        """The clock that was asked for, else the last one, else that of a first start."""
        if wish.at is not None:
            return ReplayClock(as_datetime(wish.at), wish.speed or 1.0)
        if wish.on_this_day:
            return self._on_this_day(mission)
        clock = find_clock(self._settings.clock, self._system_clock)
        if clock is None or (wish.person is not None and wish.speed is None):
            clock = self._system_clock if wish.person else first_clock(mission, self._system_clock)
        if wish.speed is not None:
            return ReplayClock(clock.now(), wish.speed)
        return clock

    def _on_this_day(self, mission: Mission) -> Clock:
        now = self._system_clock.now()
        career = mission.catalogue.career(mission.person) if mission.person else ()
        for flight in (mission.flight,) if mission.flight else reversed(career):
            years = years_back_into(flight, instant(now))
            if years is not None:
                return OnThisDayClock(years, self._system_clock)
        return first_clock(mission, self._system_clock)

    def _take_theme(self, _what: object = None) -> None:
        self.window.set_look(load_look(self._settings.theme))


def can_stay_above() -> bool:
    """Say whether this window system lets a client keep its window above the others."""
    return not QGuiApplication.platformName().startswith("wayland")


def run(
    application: QApplication, catalogue: Catalogue, clock: Clock, wish: Wish, notice: str
) -> int:
    """Open the window and run until it is closed; ``notice`` is told when it is open.

    Raises:
        NoSuchScreenError: the window was wanted on a screen that is not there.
    """
    settings = Settings(preferences_folder() / "settings.ini")
    app = App(catalogue, clock, settings, wish)
    app.show(wish)
    from countdown.services.signals import EndSignals

    signals = EndSignals(app)
    signals.came.connect(app.window.close)
    try:
        if notice:
            from PySide6.QtWidgets import QMessageBox

            box = QMessageBox(QMessageBox.Icon.Warning, "", notice, parent=app.window)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
        return application.exec()
    finally:
        signals.stop()


class Shot(NamedTuple):
    """What a picture shows: a theme, a size in pixels, and a page or a section by name."""

    theme: str = "dark"
    size: tuple[int, int] = (1440, 900)
    page: str = "mission"


def page_names() -> tuple[str, ...]:
    """Return the names of all that a picture can show: the pages, then the sections."""
    return (*PageKey, *(key for key in SectionKey if key is not SectionKey.NOW))


def picture(
    catalogue: Catalogue,
    at: Instant,
    person: Person | None,
    shot: Shot,
    folder: Path,
    suffix: str = ".png",
) -> bytes:
    """Draw the main window at one instant, as a PNG or SVG file; ``folder`` is for settings."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QAbstractItemView

    from countdown.windows.pictures import encoded

    clock = ReplayClock(as_datetime(at))
    clock.pause()
    settings = Settings(folder / "settings.ini")
    app = App(catalogue, clock, settings, Wish(person=person, at=at, theme=shot.theme))
    app.ticker.set_clock(clock)
    app.window.setFixedSize(*shot.size)  # smaller, too, than a user can make it
    app.window.show()
    QCursor.setPos(-1, -1)  # nothing is pointed at
    QApplication.processEvents()  # layouts settle when their events are through
    app.window.show_page(shot.page)
    for _ in range(2):
        QApplication.processEvents()
    for view in app.window.findChildren(QAbstractItemView):  # its rows moved under the pointer
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    drawn = encoded(app.window, suffix)
    app.window.close()
    return drawn


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
