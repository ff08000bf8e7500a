"""The strip of time below the page: the flight from launch to return, and the clock's controls."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
)

from countdown.core.clocks import OnThisDayClock, ReplayClock
from countdown.core.errors import CountdownError, OutOfRangeError
from countdown.core.flights import Flight
from countdown.core.moments import FIRST, Instant
from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.models.speed_phrases import SPEEDS, speed_name
from countdown.widgets.scrubber import PAD_PX, Scrubber
from countdown.widgets.scrubber_plot import step
from countdown.windows.pieces import Text, bar_height
from countdown.windows.window_keys import WindowLine

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.clocks import Clock
    from countdown.core.flights import PlannedLaunch
    from countdown.core.moments import Moment
    from countdown.core.readings import Mission, Reading
    from countdown.models.time_marks import Mark
    from countdown.widgets.look import Look

_SIDE_BY_SIDE: Final = 1000
"""From this width on, at scale 1, every speed has a button, and a date a field."""
_SLACK: Final = 2.0
"""Real seconds after a milestone within which a step back leads to the one before."""


class TimeBar(QFrame):
    """Signals: what is chosen, by their names; ``instant_chosen`` and ``scrubbed`` an `Instant`."""

    live_chosen = Signal()
    on_this_day_chosen = Signal()
    pause_toggled = Signal()
    speed_chosen = Signal(float)
    instant_chosen = Signal(object)
    scrub_began = Signal()
    scrubbed = Signal(object)
    scrub_ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._look = look
        self._flight: Flight | None = None
        self._shown: tuple[Mission, Flight] | None = None
        self._at: Instant = FIRST
        self._data_date: Moment | None = None
        self._known = ""
        self._rate = 1.0
        self._is_asking = False
        self._was_painted = False
        self.scrubber = Scrubber(look)
        self.scrubber.scrub_began.connect(self.scrub_began)
        self.scrubber.scrubbed.connect(self.scrubbed)
        self.scrubber.scrub_ended.connect(self.scrub_ended)
        self.scrubber.chosen.connect(self.instant_chosen)
        self._speeds = QButtonGroup(self)
        self._row = QHBoxLayout()
        self.pause = self._button("", self.pause_toggled)
        self.pause.setObjectName("boxed")
        self._make_speeds()
        self._steps = (
            self._button(tr("‹ Back"), self.step_back, tr("Previous milestone (Ctrl+Left)")),
            self._button(tr("Next ›"), self.step_on, tr("Next milestone (Ctrl+Right)")),
        )
        self._on_this_day = self._button(tr("On this day"), self.on_this_day_chosen)
        self._live = self._button(tr("Live"), self.live_chosen)
        for button in (self._on_this_day, self._live):
            button.setCheckable(True)
        self.date = WindowLine()
        self.date.setPlaceholderText(tr("date, or day 203"))
        self.date.setAccessibleName(tr("Go to a date, or a day of the flight"))
        self.date.setMaxLength(60)
        self.date.returnPressed.connect(self._take_date)
        self.date.editingFinished.connect(self._end_typing)
        self._row.addWidget(self.date)
        self._facts = Text("caption", "dim")
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._facts, 1)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.scrubber)
        self._layout.addLayout(self._row)
        self.set_look(look)

    def _button(self, text: str, slot: object, name: str = "") -> QToolButton:
        button = QToolButton()
        button.setText(text)
        if name:
            button.setAccessibleName(name)
            button.setToolTip(name)
        button.clicked.connect(slot)
        self._row.addWidget(button)
        return button

    def _make_speeds(self) -> None:
        """A button for each speed, and one with a menu for where there is no room for them."""
        menu = QMenu(self)
        for number, name in enumerate(map(speed_name, SPEEDS)):
            button = QToolButton()
            button.setText(name)
            button.setAccessibleName(tr("Replay at {} speed").format(name))
            button.setCheckable(True)
            self._speeds.addButton(button, number)
            self._row.addWidget(button)
            menu.addAction(name).setData(number)
        self._speeds.idClicked.connect(self._choose_speed)
        menu.triggered.connect(self._choose_listed)
        self._speed = QToolButton()
        self._speed.setMenu(menu)
        self._speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._row.addWidget(self._speed)

    def set_look(self, look: Look) -> None:
        self._look = look
        pad, edge = look.px(PAD_PX), look.space("small")  # the line itself keeps to the margin
        margin = look.space("page") - pad
        self._layout.setContentsMargins(margin, edge, margin, edge)
        self._row.setContentsMargins(pad, 0, pad, 0)
        self._layout.setSpacing(look.space("tight"))
        self.setFixedHeight(bar_height(look))
        self._row.setSpacing(look.space("hair"))
        for button in self.findChildren(QToolButton):
            button.setFont(look.font("body"))
        self.date.setFont(look.font("small"))
        self.date.setFixedWidth(look.px(140))
        self.scrubber.set_look(look)
        self._facts.set_look(look)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._look.px(_SIDE_BY_SIDE)
        for button in self._speeds.buttons():
            button.setVisible(wide)
        self._speed.setVisible(not wide)
        self.date.setVisible(wide or self._is_asking)
        for button in (self._on_this_day, self._live):
            button.setVisible(wide or not self._is_asking)

    def show_clock(self, clock: Clock) -> None:
        """Say which clock runs, and how fast."""
        paused = isinstance(clock, ReplayClock) and clock.is_paused
        self._rate = clock.rate
        self.pause.setText(tr("Play") if paused else tr("Pause"))
        self._live.setChecked(clock.is_live)
        self._on_this_day.setChecked(isinstance(clock, OnThisDayClock))
        speed = clock.speed if isinstance(clock, ReplayClock) else 1.0
        for number, value in enumerate(SPEEDS):
            self._speeds.button(number).setChecked(value == speed)
        shown = speed_name(speed)
        self._speed.setText(tr("{} ▾").format(shown))
        self._speed.setAccessibleName(tr("Speed: {}").format(shown))

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Move along the flight; the catalogue's date is always in sight."""
        self._at = at = reading.at
        if reading.data_date != self._data_date:
            self._data_date = reading.data_date
            self._known = tr("facts as of {}").format(phrases.moment(reading.data_date))
            self._say_facts()
        coming = reading.next_launch
        flight = reading.flight or (coming if isinstance(coming, Flight) else None)
        if flight is None:
            self._flight = self._shown = None
            self._wait_for(mission, coming)
        elif self._shown is None or self._shown[1] is not flight:
            self._flight, self._shown = flight, (mission, flight)
            self.scrubber.show_span(None, ())
            if self._was_painted:
                self._soon.start()
        self.scrubber.show_instant(at)

    @cached_property
    def _soon(self) -> QTimer:
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(self._find_marks)
        return soon

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:  # the first frame does not wait for what stands on the line
            self._was_painted = True
            self._soon.start()

    def _wait_for(self, mission: Mission, coming: Flight | PlannedLaunch | None) -> None:
        if isinstance(coming, Flight) or coming is None:
            self.scrubber.show_span(None, ())
            return
        from countdown.models.time_marks import waiting_marks

        self.scrubber.show_span(None, waiting_marks(mission.catalogue, coming))

    def _find_marks(self) -> None:
        from countdown.models.time_marks import flight_span, time_marks

        if self._shown is not None:
            mission, flight = self._shown
            marks = time_marks(mission.catalogue, flight, mission.prospects(flight))
            self.scrubber.show_span(flight_span(mission.catalogue, flight), marks)
            self.scrubber.show_instant(self._at)

    def _say_facts(self) -> None:
        """Say how far facts are known, unless what was typed is complained of there."""
        if not self._is_asking:
            self._facts.set_colour("dim")
            self._facts.setText(self._known)

    @property
    def _marks(self) -> tuple[Mark, ...]:
        return self.scrubber.marks

    def step_on(self) -> None:
        """Choose the instant of the milestone to come."""
        self._choose(step(self._marks, self._at, 1))

    def step_back(self) -> None:
        """Choose the instant of the milestone before."""
        self._choose(step(self._marks, self._at, -1, round(self._rate * _SLACK)))

    def _choose(self, at: Instant | None) -> None:
        if at is not None:
            self.instant_chosen.emit(at)

    def start_typing(self) -> None:
        """Put the cursor into the field for a date."""
        self._is_asking = True
        self._arrange()
        self.date.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.date.selectAll()

    def _end_typing(self) -> None:
        if self._is_asking and not self.date.hasFocus():
            self._end_asking()

    def _end_asking(self) -> None:
        self._is_asking = False
        self._say_facts()
        self._arrange()

    def _take_date(self) -> None:
        """Go to what was typed, or say what it is not."""
        from countdown.core.typed_moments import typed_instant

        place, typed = QLocale(), self.date.text()
        day_first = place.dateFormat(QLocale.FormatType.ShortFormat).lower().startswith("d")
        months = [place.standaloneMonthName(number) for number in range(1, 13)]
        try:
            at = typed_instant(typed, self._at, self._flight, day_first=day_first, months=months)
        except OutOfRangeError:
            self._complain(tr("{} is not between 1900 and 2200").format(typed.strip()))
        except CountdownError:
            self._complain(self._not_understood(typed.strip()))
        else:
            self._end_asking()
            self.instant_chosen.emit(at)

    def _not_understood(self, typed: str) -> str:
        example = phrases.date(self._at)
        if not typed:
            return tr("type a date like {}").format(example)
        return tr("no date: {typed}; try {example}").format(typed=typed, example=example)

    def _complain(self, text: str) -> None:
        self._is_asking = True
        self._facts.set_colour("text")
        self._facts.setText(text)
        self.date.selectAll()

    def _choose_speed(self, number: int) -> None:
        self.speed_chosen.emit(SPEEDS[number])

    def _choose_listed(self, action: QAction) -> None:
        self._choose_speed(int(action.data()))
