"""What the window is put together from: sections of the mission's page, and whole pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from countdown.widgets.look import SCROLL_BAR_PX
from countdown.windows.clock_mark import ClockMark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Instant
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look


class Section(QWidget):
    """One part of the mission's page; it is shown readings only while it is in sight.

    Signals:
        moment_chosen: a flight, and an instant in it to replay.
        subject_chosen: a `Flight`, `PlannedLaunch` or `Vehicle` to turn to, at the time shown.
    """

    moment_chosen = Signal(object, object)
    subject_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def set_look(self, look: Look) -> None:
        """Take another theme or scale."""
        self.look = look

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Show a mission at one instant."""
        raise NotImplementedError


class Page(QWidget):
    """A page of its own, with the clock's ``mark``; while it is hidden it does nothing.

    Signals: as those of a `Section`.
    """

    moment_chosen = Signal(object, object)
    subject_chosen = Signal(object)

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.look = look
        self.mark = ClockMark(look)

    def set_look(self, look: Look) -> None:
        """Take another theme or scale."""
        self.look = look

    def line_up(self, rows: QLayout, inset: int) -> None:
        """Let the texts of lists, set so far into their rows, meet the page's margins.

        The scroll bar stands in the margin.
        """
        side = self.look.space("page") - self.look.px(inset)
        rows.setContentsMargins(side, 0, side - self.look.px(SCROLL_BAR_PX), 0)

    def show_instant(self, at: Instant) -> None:
        """Move to another instant."""
        raise NotImplementedError
