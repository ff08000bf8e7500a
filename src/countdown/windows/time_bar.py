"""The strip of time below the page: the flight from launch to return, and the clock's controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
)

from countdown.core.clocks import OnThisDayClock, ReplayClock
from countdown.core.flights import End
from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.widgets.flight_strip import FlightStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.clocks import Clock
    from countdown.core.flights import Flight
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look

SPEEDS: Final = (1.0, 60.0, 3600.0, 86400.0)
"""Seconds shown per second."""


class TimeBar(QFrame):
    """Signals: ``live_chosen``, ``on_this_day_chosen``, ``pause_toggled``, ``speed_chosen``."""

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
        self._strip = FlightStrip(look)
        self.pause = QToolButton()
        self.pause.setObjectName("boxed")
        self.pause.clicked.connect(self.pause_toggled)
        self._speeds = QButtonGroup(self)
        self._buttons = [self.pause]
        names = (tr("1×"), tr("60×"), tr("1 h/s"), tr("1 d/s"))
        for number, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setAccessibleName(tr("Replay at {} speed").format(name))
            button.setCheckable(True)
            self._speeds.addButton(button, number)
            self._buttons.append(button)
        self._speeds.idClicked.connect(self._choose_speed)
        self._on_this_day = self._kind_button(tr("On this day"))
        self._on_this_day.clicked.connect(self.on_this_day_chosen)
        self._live = self._kind_button(tr("Live"))
        self._live.clicked.connect(self.live_chosen)
        self._row = QHBoxLayout()
        for button in self._buttons:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._strip)
        self._layout.addLayout(self._row)
        self.set_look(look)

    def start_typing(self) -> None:
        """Put the cursor into the field for a date."""

    def step_back(self) -> None:
        """Choose the instant of the milestone before."""

    def step_on(self) -> None:
        """Choose the instant of the milestone to come."""

    def _kind_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(name)
        button.setCheckable(True)
        self._buttons.append(button)
        return button

    def set_look(self, look: Look) -> None:
        margin = look.px(32)
        self._layout.setContentsMargins(margin, look.px(12), margin, look.px(10))
        self._layout.setSpacing(look.px(4))
        self._row.setSpacing(look.px(4))
        for button in self._buttons:
            button.setFont(look.font("body"))
        self._strip.set_look(look)

    def show_clock(self, clock: Clock) -> None:
        """Say which clock runs, and how fast."""
        paused = isinstance(clock, ReplayClock) and clock.is_paused
        self.pause.setText(tr("Play") if paused else tr("Pause"))
        self._live.setChecked(clock.is_live)
        self._on_this_day.setChecked(isinstance(clock, OnThisDayClock))
        speed = clock.speed if isinstance(clock, ReplayClock) else 1.0
        for number, value in enumerate(SPEEDS):
            self._speeds.button(number).setChecked(value == speed)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Move along the flight; the catalogue's date is always in sight."""
        facts = tr("facts as of {}").format(phrases.moment(reading.data_date))
        flight = reading.flight
        if flight is None:
            coming = reading.next_launch
            launch = phrases.moment(coming.launch) if coming else ""
            self._strip.show_span((launch, facts, ""), None)
            return
        ends = flight.known_return
        progress = None
        if ends is not None:
            whole = ends.latest - flight.launch.earliest
            progress = min(1.0, max(0.0, (reading.at - flight.launch.earliest) / whole))
        launched = tr("launch {}").format(phrases.date(flight.launch.earliest))
        self._strip.show_span((launched, facts, self._end(flight)), progress)

    def _end(self, flight: Flight) -> str:
        ends = flight.known_return
        if ends is None:
            return tr("return not announced")
        date = phrases.date(ends.earliest)
        return date if flight.end is End.DIED else tr("return {}").format(date)

    def _choose_speed(self, number: int) -> None:
        self.speed_chosen.emit(SPEEDS[number])
