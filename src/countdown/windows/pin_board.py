"""The pinned windows: one a mission, each made when it is wanted, and remembered by its mission."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from countdown.services.memory import find_missions, mission_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall
    from countdown.core.readings import Mission
    from countdown.services.places import Places
    from countdown.services.settings import Settings
    from countdown.services.ticker import Ticker
    from countdown.widgets.look import Look
    from countdown.windows.pinned_window import PinnedWindow


class PinBoard(QObject):
    """Belongs to one desk.

    Signals:
        changed: other missions are pinned.
        made: a new `PinnedWindow`, before it is shown.
        click_through_changed: whether clicks go through the windows.
    """

    changed = Signal()
    made = Signal(object)
    click_through_changed = Signal(bool)

    def __init__(
        self,
        ticker: Ticker,
        settings: Settings,
        load_look: Callable[[], Look],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ticker = ticker
        self._settings = settings
        self._load_look = load_look
        self._pins: dict[str, PinnedWindow] = {}
        self.lets_clicks_through = False
        self._is_ending = False

    @property
    def windows(self) -> tuple[PinnedWindow, ...]:
        """All of them, the oldest first."""
        return tuple(self._pins.values())

    @cached_property
    def places(self) -> Places:
        """Where small windows, and the display, are on each screen."""
        from countdown.services.places import Places

        return Places(self._settings, self)

    def window(self, mission: Mission) -> PinnedWindow:
        """Return the window of a mission, shown or not."""
        key = mission_key(mission)
        if key not in self._pins:
            from countdown.windows.pinned_window import PinnedWindow

            window = self._pins[key] = PinnedWindow(
                mission, self._ticker, self._settings, self.places, self._load_look()
            )
            window.click_through_changed.connect(self._hear_click_through)
            window.closed.connect(self._unpin)
            self.made.emit(window)
            self.changed.emit()
        return self._pins[key]

    def remember(self) -> None:
        """Have these windows again the next time."""
        self._settings.pins = tuple(self._pins)

    def remembered(self, catalogue: Catalogue) -> tuple[Mission, ...]:
        """Return the missions that were pinned the last time, those that are known still."""
        return tuple(find_missions(catalogue, self._settings.pins).values())

    def set_click_through(self, through: bool) -> None:
        """Let clicks through all windows, or through none."""
        for window in self._pins.values():
            window.set_click_through(through)
        self._tell_click_through(through)

    def _hear_click_through(self) -> None:
        """Know it of a window that was asked by its own menu; its way back leads over us."""
        self._tell_click_through(any(window.is_click_through for window in self._pins.values()))

    def _tell_click_through(self, through: bool) -> None:
        if through != self.lets_clicks_through:
            self.lets_clicks_through = through
            self.click_through_changed.emit(through)

    def take_facts(self, catalogue: Catalogue) -> None:
        """Turn the windows to other facts, and close those whose mission is gone from them."""
        found = find_missions(catalogue, self._pins)
        for key, window in tuple(self._pins.items()):
            if key in found:
                self._turn(key, found[key])
            else:
                window.close()

    def _turn(self, key: str, mission: Mission) -> None:
        """Show other facts in a window; once a launch has a crew, it has another key."""
        window, now = self._pins[key], mission_key(mission)
        if now != key and now in self._pins:
            window.close()
            return
        window.take_facts(mission)
        if now != key:
            self._pins = {now if one == key else one: pin for one, pin in self._pins.items()}
            self.remember()

    def set_look(self, look: Look) -> None:
        """Take another theme."""
        for window in self._pins.values():
            window.set_look(look)

    def show_fall(self, fall: Fall | None) -> None:
        """Tell of a record in its minute; None when that is over."""
        for window in self._pins.values():
            window.show_fall(fall)

    def close(self) -> None:
        """Close the windows; they stay remembered."""
        self._is_ending = True
        for window in self.windows:
            window.close()
        self._is_ending = False

    def _unpin(self, mission: Mission) -> None:
        if not self._is_ending:
            self._pins.pop(mission_key(mission)).deleteLater()
            self.remember()
            self.changed.emit()
