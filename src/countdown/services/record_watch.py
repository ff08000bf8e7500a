"""Watches the missions that are shown for records that fall, whatever window is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from countdown.core.falls import Fall, Lookout, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.core.readings import Mission
    from countdown.services.ticker import Ticker


class RecordWatch(QObject):
    """Has a lookout for each mission.

    Signals:
        told_changed: the `Fall` that is in its minute, or None when that is over.
        fell: a `Fall` within an hour of its crossing, the first time that a clock comes to it.
    """

    told_changed = Signal(object)
    fell = Signal(object)

    def __init__(self, ticker: Ticker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticker = ticker
        self._lookouts: dict[Mission, Lookout] = {}
        self._told: Fall | None = None
        self._seen: set[str] = set()
        ticker.beat.connect(self._look)
        ticker.clock_changed.connect(self._forget)

    @property
    def told(self) -> Fall | None:
        """What is in its minute."""
        return self._told

    def watch(self, missions: Iterable[Mission]) -> None:
        """Watch these missions, and no others."""
        self._lookouts = {one: self._lookouts.get(one) or Lookout(one) for one in missions}
        self._look()

    def _forget(self) -> None:
        """What was seen in a replay, of what is to come maybe, is news when it happens."""
        self._seen.clear()

    def _look(self) -> None:
        at = self._ticker.now()
        lookouts = self._lookouts.values()
        near = [fall for one in lookouts if (fall := one.fall(at)) is not None]
        for fall in near:
            if fall.stage is not Stage.LAST_MINUTE and fall.key not in self._seen:
                self._seen.add(fall.key)
                self.fell.emit(fall)
        told = next((one for one in near if one.stage is Stage.FALLS), None)
        if (told and told.key) != (self._told and self._told.key):
            self._told = told
            self.told_changed.emit(told)
