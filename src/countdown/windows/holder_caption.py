"""Says in words what the time line shows: one holder of a record, from when, and at what mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from countdown.core.durations import floor_days
from countdown.models import phrases
from countdown.models.change_list import ChangeRole
from countdown.models.phrases import tr
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from countdown.core.moments import Instant
    from countdown.core.reigns import Reign
    from countdown.widgets.look import Look


_ALL_IN_WORDS: Final = 600
"""From this width on, at scale 1, there is room for the time of day and how long it lasted."""


class HolderCaption(QWidget):
    """The holder now in the accent; any other in quiet colours."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caption = Text("caption", "accent", bold=True, heading=True)
        self._name = Text("heading", bold=True)
        self._detail = Text("body", "dim")
        self._figure = Text("figure", "accent", bold=True)
        self._when = Text("body", "dim")
        self._texts = (self._caption, self._name, self._detail, self._figure, self._when)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for text in (self._figure, self._when):
            text.fit()
            text.setAlignment(right)
        self._above = QGridLayout()
        self._above.setColumnStretch(0, 1)
        self._above.addWidget(self._caption, 0, 0)
        self._above.addWidget(self._name, 1, 0)
        self._above.addWidget(self._figure, 0, 1, 2, 1, right)
        self._below = QHBoxLayout()
        self._below.addWidget(self._detail, 1)
        self._below.addWidget(self._when)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._above)
        self._all.addLayout(self._below)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._all.setSpacing(look.space("hair"))
        self._above.setVerticalSpacing(look.space("hair"))
        self._above.setHorizontalSpacing(look.space("gap"))
        self._below.setSpacing(look.space("gap"))
        for text in self._texts:
            text.set_look(look)

    def show_reign(self, index: QModelIndex, at: Instant) -> None:
        """Describe a row of a `ChangeListModel` as it is at ``at``."""
        reign: Reign = index.data(ChangeRole.REIGN)
        now = bool(index.data(ChangeRole.IS_NOW))
        count = phrases.number(index.model().rowCount())
        when, held = str(index.data(ChangeRole.WHEN)), str(index.data(ChangeRole.HELD))
        place = tr("{place} of {count} holders").format(
            place=phrases.ordinal(reign.number), count=count
        )
        self._caption.set_colour("accent" if now else "dim")
        self._figure.set_colour("accent" if now else "text")
        self._caption.setText(tr("Holder now") if now else place)
        self._name.setText(str(index.data()))
        self._detail.setText(str(index.data(ChangeRole.DETAIL)))
        self._figure.setText(_figure(reign, at if now else reign.until(at)))
        roomy = self.width() >= self._look.px(_ALL_IN_WORDS)
        if not roomy:
            when = str(index.data(ChangeRole.DATE))
        if now:
            when = tr("since {}").format(when)
        elif roomy:
            when = f"{when}  ·  {held}"
        self._when.setText(when)


def _figure(reign: Reign, at: Instant) -> str:
    """The record by then: to the second where it stands, in days while it runs."""
    least, most = reign.figures(at)
    if reign.is_growing(at) and at != reign.ends:
        days = floor_days(least)
        if not days:
            return tr("{} day").format(phrases.ordinal(1))
        return tr("{} d").format(phrases.number(days))
    return phrases.mark(least, most)
