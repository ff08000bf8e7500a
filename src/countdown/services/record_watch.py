"""Watches the missions that are shown for records that fall, whatever window is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from countdown.core.falls import Fall, Stage, fall_in, quiet_until
from countdown.core.readings import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from countdown.core.moments import Instant
    from countdown.core.readings import Mission
    from countdown.services.ticker import Ticker


class RecordWatch(QObject):
    """Reads each mission only where one of its records may be near.

    Signals:
        told_changed: the `Fall` that is in its minute, or None when that is over.
        fell: a `Fall` within an hour of its crossing, the first time that it is seen.
    """

    told_changed = Signal(object)
    fell = Signal(object)

    def __init__(self, ticker: Ticker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticker = ticker
        self._quiet: dict[Mission, tuple[Instant, Instant] | None] = {}
        self._told: Fall | None = None
        self._seen: set[str] = set()
        ticker.beat.connect(self._look)

    @property
    def told(self) -> Fall | None:
        """What is in its minute."""
        return self._told

    def watch(self, missions: Iterable[Mission]) -> None:
        """Watch these missions, and no others."""
        self._quiet = {one: self._quiet.get(one) for one in missions}
        self._look()

    def _look(self) -> None:
        at = self._ticker.now()
        near = [fall for mission in self._quiet if (fall := self._fall(mission, at)) is not None]
        for fall in near:
            if fall.stage is not Stage.LAST_MINUTE and fall.key not in self._seen:
                self._seen.add(fall.key)
                self.fell.emit(fall)
        told = next((one for one in near if one.stage is Stage.FALLS), None)
        if (told and told.key) != (self._told and self._told.key):
            self._told = told
            self.told_changed.emit(told)

    def _fall(self, mission: Mission, at: Instant) -> Fall | None:
        quiet = self._quiet[mission]
        if quiet is not None and quiet[0] <= at < quiet[1]:
            return None
        reading = read(mission, at, with_ranks=False)
        fall = fall_in(reading)
        self._quiet[mission] = None if fall is not None else (at, quiet_until(reading))
        return fall
