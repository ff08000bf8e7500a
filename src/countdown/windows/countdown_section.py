"""All that is counted down to, but for the next, and what has passed: records, and the user's."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout

from countdown.core.readings import Phase
from countdown.models.countdown_list import CountdownListModel
from countdown.models.countdown_phrases import is_planned
from countdown.models.phrases import tr
from countdown.widgets.countdown_delegate import CountdownDelegate
from countdown.windows.countdown_rows import CountdownRows
from countdown.windows.dialogs import wrapped
from countdown.windows.pieces import Text
from countdown.windows.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from countdown.core.readings import Countdown, Mission, Reading
    from countdown.widgets.look import Look


class CountdownSection(Section):
    """A heading and the list; the next event has a panel of its own and is not repeated."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._nothing = wrapped("body", "dim")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._model = CountdownListModel(self)
        self._delegate = CountdownDelegate(look, self)
        self.list = CountdownRows(tr("Countdowns"), self._model, self._delegate)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self._heading)
        self._all.addWidget(self._nothing)
        self._all.addWidget(self.list, 1)
        self._told: tuple[bool, bool] | None = None
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._all.setSpacing(look.space("small"))
        self._heading.set_look(look)
        self._nothing.set_look(look)
        self._delegate.set_look(look)
        self.list.setMinimumHeight(look.px(110))
        self.list.set_look(look)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        event = reading.next_event
        coming = list(reading.countdowns)
        if event is not None:
            coming.remove(event)
        rows = [*coming, *_passed(reading)]
        is_over = reading.phase not in (Phase.BEFORE_LAUNCH, Phase.IN_ORBIT)
        still = bool(coming or reading.own_passed) or not is_over
        if (told := (still, bool(rows))) != self._told:
            self._told = told
            self._tell(still=still, is_any=bool(rows))
        self._model.show(
            mission.catalogue,
            rows,
            is_planned=is_planned(reading),
            about=reading.next_launch or reading.flight,
        )

    def _tell(self, *, still: bool, is_any: bool) -> None:
        """Say what is listed, or that nothing is."""
        self._heading.setText(tr("Countdowns") if still else tr("Records in this flight"))
        self._nothing.setText(
            tr("Nothing else is announced.") if still else tr("No record fell in this flight.")
        )
        self._nothing.setVisible(not is_any)
        self.list.setVisible(is_any)


def _passed(reading: Reading) -> Iterable[Countdown]:
    """What has passed, the last first."""
    records, own = reversed(reading.passed), reversed(reading.own_passed)
    return merge(records, own, key=_seconds_ago) if reading.own_passed else records


def _seconds_ago(passed: Countdown) -> int:
    return passed.seconds or 0
