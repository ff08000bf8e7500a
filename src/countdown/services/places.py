"""Remembers where windows are, screen by screen, and says where they belong now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication

from countdown.core.boxes import Anchor, Box, anchor, free_place, nearest

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from countdown.services.settings import Settings

_MOST: Final = 8
"""As many screens are remembered for one window, the last ones."""
_FARTHEST: Final = 100_000
"""No screen is larger, in pixels."""


class Place(NamedTuple):
    """Where a window was on one screen."""

    screen: str
    anchor: Anchor


class Places(QObject):
    """Knows screens by make, model and serial number, so that they may come back elsewhere.

    Signals:
        screens_changed: a screen came, went, or has another work area.
    """

    screens_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._open: dict[str, Box] = {}
        self._known: dict[str, list[Place]] = {}
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self._hear)
        application.primaryScreenChanged.connect(self._hear)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def find(self, key: str, size: tuple[int, int]) -> Box:
        """Return where a window belongs: on the last of its screens that is there.

        Where none of them is, it is as it was on the last one, on the first screen; a window that
        nobody has placed, of this size, is put where none of the others is.
        """
        screens = _areas()
        places = self._places(key)
        for place in places:
            if place.screen in screens:
                return self._opened(key, place.anchor.box(screens[place.screen]))
        first = _box(QGuiApplication.primaryScreen().availableGeometry())
        if places:
            return self._opened(key, places[0].anchor.box(first))
        others = [box for name, box in self._open.items() if name != key]
        return self._opened(key, free_place(size, first, others))

    def keep(self, key: str, box: Box) -> None:
        """Take in where a window is, until `write`: while it is dragged that is often."""
        screens = _areas()
        names, areas = list(screens), list(screens.values())
        number = nearest(box, areas)
        place = Place(names[number], anchor(box, areas[number]))
        others = (one for one in self._places(key) if one.screen != place.screen)
        self._known[key] = [place, *others][:_MOST]
        self._opened(key, box)

    def write(self, key: str) -> None:
        """Remember where a window is for the next start."""
        self._settings.set_places(key, "\n".join(map(place_line, self._places(key))))

    def let_go(self, key: str) -> None:
        """Say that a window is closed; it stays remembered."""
        self._open.pop(key, None)

    def areas(self) -> list[Box]:
        """Return the work areas of all screens, the first screen's first."""
        return list(_areas().values())

    def _opened(self, key: str, box: Box) -> Box:
        self._open[key] = box
        return box

    def _places(self, key: str) -> list[Place]:
        if key not in self._known:
            lines = self._settings.places(key).splitlines()
            self._known[key] = [place for line in lines if (place := find_place(line)) is not None]
        return self._known[key]

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._hear)
        self._hear()

    def _hear(self, _what: object = None) -> None:
        self.screens_changed.emit()


def place_line(place: Place) -> str:
    """Return the line that `find_place` reads: ``right 24 bottom 24 360 132 LG|27UK|123``."""
    at = place.anchor
    across = "right" if at.from_right else "left"
    down = "bottom" if at.from_bottom else "top"
    return f"{across} {at.across} {down} {at.down} {at.width} {at.height} {place.screen}"


def find_place(line: str) -> Place | None:
    """Return the place of a remembered line; None for nonsense."""
    try:
        across, x, down, y, width, height, screen = line.split(" ", 6)
        figures = int(x), int(y), int(width), int(height)
    except ValueError:
        return None
    if across not in ("left", "right") or down not in ("top", "bottom"):
        return None
    if max(map(abs, figures)) > _FARTHEST or min(figures[2:]) < 1:
        return None
    at = Anchor(across == "right", figures[0], down == "bottom", *figures[1:])
    return Place(screen, at)


def screen_key(screen: QScreen) -> str:
    """Return what a screen is known by; one that has no serial number, by its plug as well."""
    known = (screen.manufacturer(), screen.model(), screen.serialNumber() or screen.name())
    return "|".join(known).replace("\n", " ")


def _areas() -> dict[str, Box]:
    """The work areas of all screens by what they are known by, the first screen's first."""
    return {screen_key(one): _box(one.availableGeometry()) for one in QGuiApplication.screens()}


def _box(rect: QRect) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())
