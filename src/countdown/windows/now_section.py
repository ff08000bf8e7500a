"""What is to come and who is ahead: the countdowns, and the ladder beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout

from countdown.core.readings import Phase
from countdown.windows.countdown_section import CountdownSection
from countdown.windows.ladder_section import LadderSection
from countdown.windows.section import Section

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look

_SIDE_BY_SIDE: Final = 760
"""From this width on, at scale 1, the ladder stands beside the countdowns."""


class NowSection(Section):
    """Both side by side, or one below the other where it is narrow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.countdowns = CountdownSection(look)
        self.ladder = LadderSection(look)
        self._parts = (self.countdowns, self.ladder)
        self._all = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._all.setContentsMargins(0, 0, 0, 0)
        for part in self._parts:
            self._all.addWidget(part, 1)
            part.moment_chosen.connect(self.moment_chosen)
            part.subject_chosen.connect(self.subject_chosen)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for part in self._parts:
            part.set_look(look)
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self.look.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._all.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._all.setSpacing(self.look.space("page" if wide else "gap"))

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        died = reading.phase is Phase.DIED_IN_FLIGHT  # then no more is said than there is
        told = reading.passed or reading.own_passed or reading.countdowns[1:]
        self.countdowns.setVisible(bool(told) or not died)
        for part in self._parts:
            part.show_reading(mission, reading)
