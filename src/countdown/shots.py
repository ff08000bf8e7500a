"""Pictures of the app's windows, drawn without a screen."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication

from countdown.app import App
from countdown.core.clocks import ReplayClock
from countdown.core.moments import as_datetime
from countdown.data.wishes import Wish
from countdown.services.own_facts import OwnFacts
from countdown.services.settings import Settings
from countdown.windows.page_stack import PageKey
from countdown.windows.pictures import encoded
from countdown.windows.sections import SectionKey

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Person
    from countdown.core.moments import Instant
    from countdown.windows.desk import Desk


class View(StrEnum):
    """The kinds of window."""

    MAIN = "main"
    DISPLAY = "display"
    PIN = "pin"


class Shot(NamedTuple):
    """What a picture shows: a theme, a size in pixels, a window, and one of its pages by name."""

    theme: str = "dark"
    size: tuple[int, int] = (1440, 900)
    view: View = View.MAIN
    page: str = ""


def page_names(view: View) -> tuple[str, ...]:
    """Return the names of all pages that a picture of such a window can show, the first first."""
    match view:
        case View.MAIN:
            return (*PageKey, *(key for key in SectionKey if key is not SectionKey.NOW))
        case View.DISPLAY:
            from countdown.windows.display_window import page_names as display_pages

            return display_pages()
        case View.PIN:
            return ()


def picture(
    catalogue: Catalogue,
    at: Instant,
    person: Person | None,
    shot: Shot,
    folder: Path,
    suffix: str = ".png",
) -> bytes:
    """Draw a window at one instant, as a PNG or SVG file; ``folder`` is for settings."""
    clock = ReplayClock(as_datetime(at))
    clock.pause()
    settings = Settings(folder / "settings.ini")
    own = OwnFacts(catalogue, folder, clock)
    app = App(own, clock, settings, Wish(person=person, at=at, theme=shot.theme))
    app.ticker.set_clock(clock)
    window, show_page = _window_for(app.desk, shot.view)
    window.setFixedSize(*shot.size)  # smaller, too, than a user can make it
    window.show()
    QCursor.setPos(-1, -1)  # nothing is pointed at
    for _ in range(2):  # layouts settle when their events are through
        QApplication.processEvents()
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()  # nor does anything wait for keys
    if show_page is not None:
        show_page(shot.page or page_names(shot.view)[0])
    for _ in range(2):
        QApplication.processEvents()
    for view in window.findChildren(QAbstractItemView):  # its rows moved under the pointer
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    drawn = encoded(window, suffix)
    app.desk.close()
    return drawn


def _window_for(desk: Desk, view: View) -> tuple[QWidget, Callable[[str], None] | None]:
    """Return a window that is not shown yet, and what turns it to a page."""
    match view:
        case View.MAIN:
            return desk.main, desk.main.show_page
        case View.DISPLAY:
            display = desk.make_display()
            return display, display.show_page
        case View.PIN:
            return desk.make_pin(desk.mission), None
