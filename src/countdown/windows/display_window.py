"""The display: a window that fills a screen in a classroom or a museum for months."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from countdown.core.falls import Fall, Lookout, Stage, fall_in
from countdown.core.moments import instant
from countdown.core.programme import DisplayPage, Programme, Slide
from countdown.core.readings import Mission, read
from countdown.core.wandering import wander
from countdown.models import mission_phrases
from countdown.models.phrases import tr
from countdown.services.memory import find_mission, find_missions, first_mission, mission_key
from countdown.services.page_turner import PageTurner
from countdown.widgets.board import Board
from countdown.widgets.climbing import Climbing
from countdown.widgets.display_pages import FALL, News, Painter, Place, has_something, news
from countdown.widgets.sheet import WANDERS
from countdown.windows.idle_cursor import IdleCursor
from countdown.windows.in_sight import InSight

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.readings import Reading
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.widgets.look import Look

_WATCHABLE: Final = 10.0
"""A replay that runs faster breaks into no page: a record's minute would be over in a flash."""
_MINUTE_S: Final = 60

_KEYS: Final = Qt.Key
_ON: Final = frozenset((
    _KEYS.Key_Right, _KEYS.Key_Down, _KEYS.Key_Space, _KEYS.Key_PageDown, _KEYS.Key_Return,
    _KEYS.Key_Enter,
))  # fmt: skip
_BACK: Final = frozenset((_KEYS.Key_Left, _KEYS.Key_Up, _KEYS.Key_PageUp, _KEYS.Key_Backspace))
_LEAVE: Final = frozenset((_KEYS.Key_Escape, _KEYS.Key_F11))


class _Scene(NamedTuple):
    """What is on: a page of a mission, and the record that it is about, if one falls."""

    page: str
    mission: str
    fall: Fall | None = None


class DisplayWindow(InSight, QWidget):
    """Shows one page after another; a record that falls comes before all of them.

    Signals:
        left: it was closed, by Escape, F11 or the window system.
    """

    left = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        programme: Programme,
        ticker: Ticker,
        system_clock: Clock,
        settings: Settings,
        look: Look,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        """Make the window; a programme without a mission that is known shows the last one."""
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._catalogue = catalogue
        self._ticker = ticker
        self._system_clock = system_clock
        self._settings = settings
        self._look = look
        self._missions, self._programme = self._found(programme)
        self._lookouts = {key: Lookout(mission) for key, mission in self._missions.items()}
        self._readings: dict[str, Reading] = {}
        self._scene: _Scene | None = None
        self._news: News | None = None
        self._news_key = ""
        self._note = ""
        self._is_still = False
        self._place = Place(0, len(self._programme.slides), held=False)
        self.board = Board(look, self)
        self._cursor = IdleCursor(self.board)
        self.turner = PageTurner(self._programme, self._has_something, monotonic, self)
        self.turner.turned.connect(self._show)
        self._climbing = Climbing(self)
        self._climbing.valueChanged.connect(self._draw)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._wander)
        self.setWindowTitle(" – ".join((tr("Display"), tr("Mission Countdown"))))
        ticker.ticked.connect(self._show)
        ticker.clock_changed.connect(self._show)

    def _found(self, programme: Programme) -> tuple[Mapping[str, Mission], Programme]:
        """The missions of a programme, and what it shows of them; else of the last mission."""
        catalogue = self._catalogue
        missions = find_missions(catalogue, programme.missions)
        slides = tuple(one for one in programme.slides if one.mission in missions)
        if slides:
            return missions, programme._replace(slides=slides)
        last = find_mission(catalogue, self._settings.mission)
        mission = last or first_mission(catalogue, instant(self._system_clock.now()))
        key = mission_key(mission)
        return {key: mission}, Programme.of_missions([key], seconds=programme.seconds)

    @property
    def programme(self) -> Programme:
        """What is shown: that which was asked for, as far as its missions are known."""
        return self._programme

    @property
    def missions(self) -> tuple[Mission, ...]:
        """The missions of the programme."""
        return tuple(self._missions.values())

    def show_programme(self, catalogue: Catalogue, programme: Programme) -> None:
        """Begin another programme, with the facts of a catalogue."""
        self._catalogue = catalogue
        self._missions, self._programme = self._found(programme)
        self._lookouts = {key: Lookout(mission) for key, mission in self._missions.items()}
        self._readings.clear()
        self._scene = None
        self.turner.set_programme(self._programme)
        self.watch()

    def take_facts(self, missions: Mapping[str, Mission]) -> None:
        """Show the same missions, by their keys, as another catalogue has them."""
        self._missions = missions
        self._catalogue = next(iter(missions.values())).catalogue
        self._lookouts = {key: Lookout(mission) for key, mission in missions.items()}
        self._readings.clear()
        self._show()

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def set_look(self, look: Look) -> None:
        """Take another theme."""
        self._look = look
        self.board.set_look(look)
        self._show()

    def show_fall(self, fall: Fall | None) -> None:
        """Tell of another mission's record in a band above the page; None takes it away.

        One that the display tells by itself gets no band.
        """
        self._news = news(fall, self._catalogue) if fall is not None else None
        self._news_key = fall.key if fall is not None else ""
        self._show()

    def show_note(self, note: str) -> None:
        """Say at the foot of each page what could not be done; nothing takes it away."""
        self._note = note
        self._show()

    def show_page(self, name: str) -> None:
        """Stand still on a page, for a picture: no timer runs and nothing moves.

        Raises:
            ValueError: there is no page of that name.
        """
        if name not in page_names():
            raise ValueError(name)
        self._is_still = True
        self._stop()
        slides = self._programme.slides
        index = next((n for n, one in enumerate(slides) if one.page == name), 0)
        key = slides[index].mission
        fall = fall_in(self._read(key))
        if name == FALL and (fall is None or fall.stage is Stage.LAST_MINUTE):
            fall = self._last_record(key)
        self._scene = _Scene(name, key, fall)
        self._place = Place(index, len(slides), held=False)
        self._draw()

    def _last_record(self, key: str) -> Fall | None:
        """The last record that the flight has taken, told as if it fell now."""
        reading = self._read(key)
        if reading.flight is None or not reading.passed:
            return None
        return Fall(Stage.FALLS, reading.flight.person, reading.passed[-1])

    def _has_something(self, slide: Slide) -> bool:
        return has_something(slide.page, self._read(slide.mission))

    def _read(self, key: str) -> Reading:
        """Read a mission, once a second."""
        at = self._ticker.now()
        known = self._readings.get(key)
        if known is None or known.at != at:
            known = self._readings[key] = read(self._missions[key], at)
        return known

    def _show(self) -> None:
        """Show another second, or another slide."""
        if not self.isVisible() or self._is_still:
            return
        before, scene = self._scene, self._chosen()
        self._scene = scene
        if before is not None and before[:2] != scene[:2]:
            self._turn(scene)
        slides = len(self._programme.slides)
        self._place = Place(self.turner.index, slides, self.turner.is_touched, self._note)
        self._draw()

    def _chosen(self) -> _Scene:
        """What is to be on: the slide, or before it a record that falls or is about to."""
        slide, at = self.turner.slide, self._ticker.now()
        falls = {key: one.fall(at) for key, one in self._lookouts.items()}
        near = {key: fall for key, fall in falls.items() if fall is not None}
        for key, fall in sorted(near.items(), key=lambda one: one[1].urgency)[:1]:
            if self._ticker.clock.rate <= _WATCHABLE and fall.stage is not Stage.FALLEN:
                page = FALL if fall.stage is Stage.FALLS else DisplayPage.RECORD
                return _Scene(page, key, fall)
        return _Scene(slide.page, slide.mission, near.get(slide.mission))

    def _turn(self, scene: _Scene) -> None:
        """Go over to another page; one of a record lets its ladder be climbed."""
        moves = not self._settings.reduced_motion
        self._climbing.stop()
        if moves:
            self.board.fade_from_here()
        if scene.page == FALL and moves:
            self._climbing.start()

    def _draw(self) -> None:
        scene = self._scene
        if scene is None:
            return
        mission = self._missions[scene.mission]
        reading = self._read(scene.mission)
        own = scene.fall is not None and scene.fall.key == self._news_key
        size = self.width(), self.height()
        painter = Painter(self._look, size, None if own else self._news)
        spoken = painter.draw(
            scene.page, mission, reading, scene.fall, self._ticker.clock, self._place,
            self._climbing.share,
        )  # fmt: skip
        self.board.show_inks(painter.sheet.inks, spoken)
        self.board.setAccessibleName(mission_phrases.title(mission, reading))

    def _wander(self) -> None:
        """Stand a little elsewhere from one minute to the next, so that nothing burns in."""
        self._shift()
        self._minute.start((_MINUTE_S - self._system_clock.now().second) * 1_000)

    def _shift(self) -> None:
        """Stand where the world's minute says."""
        across, down = wander(instant(self._system_clock.now()) // _MINUTE_S)
        most = int(self.width() * WANDERS), int(self.height() * WANDERS)
        self.board.set_shift(QPoint(round(across * most[0]), round(down * most[1])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        digit = key - Qt.Key.Key_1
        if key in _LEAVE or event.matches(QKeySequence.StandardKey.Close):
            self.close()
        elif key in _ON:
            self.turner.turn(1)
        elif key in _BACK:
            self.turner.turn(-1)
        elif key == Qt.Key.Key_Home:
            self.turner.turn_to(0)
        elif 0 <= digit < len(self._programme.slides) and digit < 9:
            self.turner.turn_to(digit)
        else:
            super().keyPressEvent(event)
            return
        self._show()

    def watch(self) -> None:
        """Run while it can be seen, and rest otherwise."""
        seen = self.is_in_sight()
        self._ticker.set_visible(self, seen)
        if not seen or self._is_still:
            self._stop()
            return
        self.turner.start()
        self._cursor.start()
        self._wander()
        self._show()

    def _stop(self) -> None:
        self.turner.stop()
        self._cursor.stop()
        self._minute.stop()
        self._climbing.stop()
        self.board.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.setGeometry(self.rect())
        self._shift()
        self._draw()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()


def page_names() -> tuple[str, ...]:
    """Return the names of the pages that a picture can show."""
    return (*DisplayPage, FALL)
