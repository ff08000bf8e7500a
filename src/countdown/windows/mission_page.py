"""A mission on one page: who, the two counters, what comes next, and all that is counted down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QGridLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from countdown.core.explanations import Counts
from countdown.core.flights import Flight
from countdown.core.readings import Phase
from countdown.core.records import Kind
from countdown.models import phrases
from countdown.models.countdown_list import CountdownListModel
from countdown.models.phrases import tr
from countdown.widgets.countdown_delegate import CountdownDelegate
from countdown.windows.clock_mark import ClockMark
from countdown.windows.counter_panel import CounterPanel
from countdown.windows.pieces import Panel, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Countdown, Mission, Reading
    from countdown.widgets.look import Look

_SIDE_BY_SIDE: Final = 620
"""From this width on, at scale 1, the counters stand beside each other."""


class _NextWords(NamedTuple):
    """What stands in the panel of the next event."""

    caption: str
    title: str
    detail: str = ""
    figure: str = ""
    target: str = ""


class _NextPanel(Panel):
    """The next thing to happen, biggest of the countdowns; or how the mission ended."""

    def __init__(self) -> None:
        super().__init__()
        self._caption = Text(12, "accent", bold=True, heading=True)
        self._title = Text(21, bold=True)
        self._detail = Text(14, "dim")
        self._figure = Text(28, "accent", bold=True)
        self._target = Text(14, "dim")
        self._texts = (self._caption, self._title, self._detail, self._figure, self._target)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for text in (self._figure, self._target):
            text.fit()
            text.setAlignment(right)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        for row, text in enumerate((self._caption, self._title, self._detail)):
            self._grid.addWidget(text, row, 0)
        self._grid.addWidget(self._figure, 0, 1, 2, 1, right)
        self._grid.addWidget(self._target, 2, 1, right)

    def set_look(self, look: Look) -> None:
        across = look.px(22)
        self._grid.setContentsMargins(across, look.px(13), across, look.px(13))
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(2))
        for text in self._texts:
            text.set_look(look)

    def show_words(self, words: _NextWords) -> None:
        for text, value in zip(self._texts, words, strict=True):
            text.setText(value)
        live = bool(words.figure)
        self._caption.set_colour("accent" if live else "dim")
        self.set_live(live)


class MissionPage(QWidget):
    """Shows readings of one mission after another; it reads no clock.

    Signals: ``explain_asked`` with what a figure counts, a `Counts`, when it is to be explained.
    """

    explain_asked = Signal(object)

    def __init__(self, catalogue: Catalogue, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._catalogue = catalogue
        self._look = look
        self._name = Text(32, bold=True)
        self._who = Text(15, "dim")
        self._warning = Text(14, "accent", bold=True)
        self.mark = ClockMark(look)
        self._flight = CounterPanel(look)
        self._career = CounterPanel(look)
        self._flight.explain_asked.connect(self._explain_flight)
        self._career.explain_asked.connect(self._explain_career)
        self._next = _NextPanel()
        self._heading = Text(12, "dim", bold=True, heading=True)
        self._model = CountdownListModel(catalogue, self)
        self._delegate = CountdownDelegate(look, self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Countdowns"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.set_look(look)

    def _lay_out(self) -> None:
        self._head = QGridLayout()
        self._head.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, text in enumerate((self._name, self._who, self._warning)):
            self._head.addWidget(text, row, 0, top)
        self._head.addWidget(self.mark, 0, 1, 3, 1, top)
        self._head.setRowStretch(3, 1)
        self._counters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._counters.addWidget(self._flight, 1)
        self._counters.addWidget(self._career, 1)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._head)
        self._all.addLayout(self._counters)
        self._all.addWidget(self._next)
        self._all.addWidget(self._heading)
        self._all.addWidget(self.list, 1)

    def set_look(self, look: Look) -> None:
        self._look = look
        margin = look.px(32)
        self._all.setContentsMargins(margin, look.px(24), margin, look.px(8))
        self._all.setSpacing(look.px(16))
        self._head.setHorizontalSpacing(look.px(20))
        self._head.setVerticalSpacing(look.px(3))
        self._counters.setSpacing(look.px(20))
        for part in (self._name, self._who, self._warning, self.mark, self._flight, self._career):
            part.set_look(look)
        self._next.set_look(look)
        self._heading.set_look(look)
        self._delegate.set_look(look)
        self.list.setMinimumHeight(look.px(110))
        self.list.doItemsLayout()
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._look.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._counters.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _explain_flight(self) -> None:
        self.explain_asked.emit(Counts.FLIGHT)

    def _explain_career(self) -> None:
        self.explain_asked.emit(Counts.CAREER)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Show everything about a mission at one instant."""
        self._catalogue = mission.catalogue
        self._name.setText(self._title(mission, reading))
        self._who.setText(self._description(reading))
        warning = self._doubt(reading)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        flown = mission.planned is None
        self._flight.setVisible(flown)
        self._career.setVisible(flown)
        if flown:
            self._show_counters(mission, reading)
        self._next.show_words(self._next_words(reading))
        coming = [one for one in reading.countdowns if one is not reading.next_event]
        rows = [*coming, *reversed(reading.passed)]
        self._heading.setText(tr("Countdowns") if coming else tr("Records in this flight"))
        self._heading.setVisible(bool(rows))
        self._model.show(self._catalogue, rows)

    def _title(self, mission: Mission, reading: Reading) -> str:
        if mission.person is not None:
            return mission.person.name
        return (
            reading.next_launch.up.name
            if isinstance(reading.next_launch, Flight)
            else (mission.planned.name if mission.planned else tr("No mission"))
        )

    def _description(self, reading: Reading) -> str:
        flight = reading.flight
        coming = reading.next_launch
        if flight is None:
            if isinstance(coming, Flight):
                flight = coming
            elif coming is not None:
                return f"{coming.spacecraft}  ·  {coming.note or tr('crew not named')}"
            else:
                return ""
        parts = [
            flight.country.name,
            tr("{} flight").format(phrases.ordinal(flight.number)),
            tr("up on {vehicle}, {date}").format(
                vehicle=flight.up.name, date=phrases.date(flight.launch.earliest)
            ),
        ]
        return "  ·  ".join(parts)

    def _doubt(self, reading: Reading) -> str:
        """Say that what is shown may be out of date, while it counts somebody as up."""
        if reading.phase is Phase.LANDING_UNCONFIRMED and reading.as_of is not None:
            return tr("The counters stand still as of {}").format(phrases.date(reading.as_of))
        if reading.phase is Phase.IN_ORBIT and reading.unconfirmed:
            return tr("Unconfirmed since {}").format(phrases.moment(reading.data_date))
        return ""

    def _show_counters(self, mission: Mission, reading: Reading) -> None:
        running = reading.phase is Phase.IN_ORBIT
        flight, career = reading.flight_counter, reading.career_counter
        self._flight.show_counter(tr("This flight"), flight, running=running)
        flown = (
            [one for one in mission.catalogue.career(mission.person) if one.has_begun(reading.at)]
            if mission.person
            else []
        )
        name = phrases.counted(len(flown), tr("Career · {} flight"), tr("Career · {} flights"))
        self._career.show_counter(name, career, running=running)
        age = phrases.age(flight.age) if flight.age is not None else ""
        self._flight.words.setText(_spaced(phrases.nth_day(flight.span), age))
        self._career.words.setText(phrases.nth_day(career.span))
        for panel, kind in ((self._flight, Kind.FLIGHT), (self._career, Kind.CAREER)):
            places = [
                phrases.place(self._catalogue, rank)
                for rank in reading.ranks
                if rank.category.kind is kind
            ]
            panel.places.setText(_spaced(*places))

    def _next_words(self, reading: Reading) -> _NextWords:
        flight = reading.flight
        event = reading.next_event
        if event is not None:
            return self._event_words(tr("Next"), event)
        if flight is None:
            return _NextWords(tr("Next"), tr("Nothing announced"))
        if reading.phase is Phase.IN_ORBIT:
            return _NextWords(tr("Next"), tr("Return"), figure=tr("not announced"))
        caption = phrases.phase_name(reading.phase)
        vehicle = flight.down.name if flight.down else flight.up.name
        if reading.phase is Phase.LANDING_UNCONFIRMED:
            known = tr("facts as of {}").format(phrases.moment(reading.data_date))
            return _NextWords(caption, vehicle, known)
        ended = phrases.moment(flight.landing) if flight.landing else ""
        return _NextWords(caption, vehicle, ended)

    def _event_words(self, caption: str, event: Countdown) -> _NextWords:
        milestone = event.milestone
        detail = phrases.milestone_detail(milestone)
        doubt = tr("if still in orbit") if milestone.if_still_in_orbit else ""
        figure, target = phrases.to_go(event), phrases.target_time(milestone)
        return _NextWords(
            caption,
            phrases.milestone_title(self._catalogue, milestone),
            _spaced(detail, doubt),
            figure,
            "" if target == figure else target,
        )


def _spaced(*parts: str) -> str:
    return "  ·  ".join(filter(None, parts))
