"""What if the return came on another day: drag it or type it, and see which marks fall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from countdown.core.climbs import HORIZON_YEARS
from countdown.core.errors import BadMomentError, CountdownError
from countdown.core.moments import DAY, Instant, Moment, Precision, years_later
from countdown.core.what_if import WhatIf, day_of, days_later, first_return
from countdown.models import phrases, suppositions
from countdown.models.phrases import tr
from countdown.widgets.return_slider import ReturnSlider
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import SideDialog, scrolling, wrapped
from countdown.windows.marks_table import MarksTable
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.readings import Mission, Reading
    from countdown.core.what_if import Supposition
    from countdown.widgets.look import Look

_SIZE: Final = QSize(1040, 760)
_WIDE: Final = 640
_BEYOND: Final = 365
"""Days after the return as known to which it can be dragged; any can be typed."""
_USUAL: Final = 210
_SOON: Final = 30


class _ReturnPanel(Panel):
    """A return, and how long the flight and the career are with it."""

    def __init__(self, caption: str, *, accent: bool = False) -> None:
        super().__init__()
        self._caption = Text("caption", "accent" if accent else "dim", bold=True, heading=True)
        self._caption.setText(caption)
        self.when = Text("heading", bold=True)
        self.lengths = Text("body", "dim")
        self._column = QVBoxLayout(self)
        self._texts = (self._caption, self.when, self.lengths)
        for text in self._texts:
            self._column.addWidget(text)
        self.set_live(accent)

    def set_look(self, look: Look) -> None:
        across = look.space("wide")
        self._column.setContentsMargins(across, look.space("medium"), across, look.space("medium"))
        self._column.setSpacing(look.space("hair"))
        for text in self._texts:
            text.set_look(look)


class WhatIfDialog(SideDialog):
    """Asks about the flight that is shown; it starts with the return as known."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("What if?"), _SIZE, look, parent)
        self._catalogue: Catalogue | None = None
        self._what_if: WhatIf | None = None
        self._flight: Flight | None = None
        self._origin = Instant(0)
        self._base = Moment.exact(Instant(0))
        self._until: Instant | None = None
        self.title = Text("title", bold=True)
        self._who = Text("lead", "dim")
        self.reason = wrapped("row")
        self.known = _ReturnPanel(tr("Return as known"))
        self.supposed = _ReturnPanel(tr("Supposed return"), accent=True)
        self.slider = ReturnSlider(look)
        self.slider.setAccessibleName(tr("Supposed return, in days"))
        self._first, self._last = Text("caption", "dim"), Text("caption", "dim")
        self._last.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._ask = Text("body", "dim")
        self._ask.setText(tr("or type it"))
        self._ask.fit()
        self.field = QLineEdit()
        self.field.setMaxLength(40)
        self.field.setAccessibleName(tr("Supposed return, as a date or a time in UTC"))
        self.reset = EnterButton(tr("As known"))
        self.wrong = wrapped("body", "accent")
        self.table = MarksTable(look)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._body = QWidget()
        self._lay_out()
        self.slider.valueChanged.connect(self._drag)
        self.field.textEdited.connect(self._type)
        self.reset.clicked.connect(self._start)
        self.set_look(look)

    def _lay_out(self) -> None:
        self._returns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._returns.addWidget(self.known, 1)
        self._returns.addWidget(self.supposed, 1)
        self._line = QGridLayout()
        self._line.addWidget(self.slider, 0, 0, 1, 2)
        self._line.addWidget(self._first, 1, 0)
        self._line.addWidget(self._last, 1, 1)
        self._typed = QHBoxLayout()
        for part in (self._ask, self.field, self.reset):
            self._typed.addWidget(part)
        self._typed.addWidget(self.wrong, 1)
        self._inner = QVBoxLayout(self._body)
        self._inner.addLayout(self._returns)
        self._inner.addLayout(self._line)
        self._inner.addLayout(self._typed)
        self._inner.addWidget(self.table)
        self._column = QVBoxLayout(self._page)
        for widget in (self.title, self._who, self.reason, self._body):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(self._page))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin = look.px(28)
        self._column.setContentsMargins(margin, look.space("wide"), margin, look.space("wide"))
        self._column.setSpacing(look.space("small"))
        self._inner.setContentsMargins(0, look.space("small"), 0, 0)
        self._inner.setSpacing(look.space("medium"))
        self._returns.setSpacing(look.space("gap"))
        self._line.setVerticalSpacing(0)
        self._typed.setSpacing(look.space("small"))
        for text in (self.title, self._who, self.reason, self._first, self._last, self._ask):
            text.set_look(look)
        for part in (self.wrong, self.known, self.supposed, self.slider, self.table):
            part.set_look(look)
        self.field.setFont(look.font("lead"))
        self.field.setFixedWidth(look.px(210))
        self.reset.setFont(look.font("body"))
        self.setMinimumSize(look.px(460), look.px(420))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        direction = QBoxLayout.Direction
        wide = self.width() >= self.look.px(_WIDE)
        self._returns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def update_reading(self, mission: Mission, reading: Reading) -> None:
        """Turn to the flight that is shown; a second alone changes nothing here."""
        flight = reading.flight
        if flight is not None and mission.catalogue is self._catalogue and flight == self._flight:
            return
        self._catalogue, self._flight = mission.catalogue, flight
        reason = suppositions.why_not(flight, reading.at)
        self._who.setText(self._describe(mission, flight))
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._body.setVisible(not reason)
        title = tr("What if the return came on another day?")
        self.title.setText(tr("No other return") if reason else title)
        if flight is not None and not reason:
            self._begin(mission.catalogue, flight, reading.at)

    def _describe(self, mission: Mission, flight: Flight | None) -> str:
        if flight is None:
            return mission.name
        number = tr("{} flight").format(phrases.ordinal(flight.number))
        up = tr("up on {vehicle}, {date}").format(
            vehicle=flight.up.name, date=phrases.date(flight.launch.earliest)
        )
        return "  ·  ".join((flight.person.name, number, up))

    def _begin(self, catalogue: Catalogue, flight: Flight, at: Instant) -> None:
        """Find out what is in reach of a flight, and start with its return as known."""
        self._what_if = WhatIf(catalogue, flight)
        self._origin = first_return(flight)
        later = catalogue.next_flight(flight.person, flight.launch.earliest)
        self._until = later.launch.earliest if later else None
        known = flight.known_return
        announced = known is not None
        if known is not None and known.precision <= Precision.DAY:
            self._base = known
        elif known is not None:
            self._base = day_of(max(known.earliest, self._origin))
        else:
            usual = flight.launch.earliest + _USUAL * DAY
            self._base = day_of(Instant(max(usual, at + _SOON * DAY)))
        beyond = years_later(at, HORIZON_YEARS)
        last = Instant(known.earliest + _BEYOND * DAY) if known else beyond
        if self._until is not None:
            last = min(last, Instant(self._until - DAY))
        self._set_line(flight, last, announced=announced)
        whole = self._what_if.suppose(known or Moment.exact(beyond))
        self.known.when.setText(suppositions.known_text(flight))
        self.known.lengths.setText(suppositions.lengths(whole) if announced else "")
        self.known.lengths.setVisible(announced)
        self.table.show_known(flight, whole, announced=announced)
        self.reset.setText(tr("As known") if announced else tr("Start again"))
        self._start()

    def _set_line(self, flight: Flight, last: Instant, *, announced: bool) -> None:
        assert self._what_if is not None
        home = self._day(self._base.earliest)
        with QSignalBlocker(self.slider):
            self.slider.setRange(min(0, home), max(home, self._day(last)))
        ticks = [(one.met - self._origin) / DAY for one in self._what_if.crossings]
        share = self._base.earliest % DAY / DAY
        self.slider.set_marks(ticks, home if announced else None, share)
        launched = tr("launch {}").format(phrases.date(flight.launch.earliest))
        self._first.setText(launched)
        self._last.setText(phrases.date(last))

    def _day(self, at: Instant) -> int:
        """The number of a date on the line."""
        return (at - self._origin) // DAY

    def _start(self) -> None:
        """Go back to the return as known, or to a usual one."""
        self._suppose(self._base)
        self._write(self._base)

    def _drag(self, day: int) -> None:
        landing = days_later(self._base, day - self._day(self._base.earliest))
        self._suppose(landing)
        self._write(landing)

    def _write(self, landing: Moment) -> None:
        self.field.setText(str(landing))

    def _type(self, text: str) -> None:
        try:
            landing = Moment.parse(text.strip())
            if landing.precision > Precision.DAY:  # most likely a date half typed
                raise BadMomentError(text)
            self._suppose(landing)
        except CountdownError as error:
            self.wrong.setText(suppositions.wrong_return(error))

    def _suppose(self, landing: Moment) -> None:
        """Show what comes of a return.

        Raises:
            ReturnBeforeLaunchError: it is not after the launch.
        """
        if self._what_if is None or self._catalogue is None:
            return
        flight = self._what_if.flight
        if self._until is not None and landing.latest > self._until:
            again = tr("{name} was launched again on {date}.")
            date = phrases.date(self._until)
            self.wrong.setText(again.format(name=flight.person.name, date=date))
            return
        found = self._what_if.suppose(landing)
        self.wrong.setText("")
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._day(landing.earliest))
        self._show(flight, found)

    def _show(self, flight: Flight, found: Supposition) -> None:
        assert self._catalogue is not None
        known, landing = flight.known_return, found.landing
        when = suppositions.return_text(landing)
        if known is not None:
            when = "  ·  ".join((when, suppositions.later(landing, known)))
        self.supposed.when.setText(when)
        self.supposed.lengths.setText(suppositions.lengths(found))
        self.slider.setAccessibleDescription(when)
        self.table.show_supposed(self._catalogue, flight, found)
