"""The career chart with its category and its zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from countdown.core.careers import curves
from countdown.core.moments import DAY
from countdown.core.records import Category, Kind
from countdown.models.phrases import tr
from countdown.widgets.career_chart import CareerChart
from countdown.windows.buttons import EnterButton
from countdown.windows.category_chooser import CategoryChooser
from countdown.windows.pieces import Text
from countdown.windows.section import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.careers import Curves
    from countdown.core.flights import Flight
    from countdown.core.moments import Instant
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look


class ChartSection(Section):
    """A career in each category that its flyer stands in; Enter in a flight leads there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shown: tuple[Mission, Flight] | None = None
        self._last: tuple[Mission, Reading] | None = None
        self._curves: Curves | None = None
        self._day = 0
        self.chooser = CategoryChooser(None, look)
        self.chooser.category_changed.connect(self._again)
        self._said = Text("small", "dim")
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._nothing = Text("body", "dim")
        self._nothing.setText(tr("There is nothing to draw before the first launch."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.chart = CareerChart(look)
        self.chart.setToolTip(
            tr("Wheel or + and −: zoom · drag or Shift+arrows: move · double click: go there")
        )
        self.chart.pointed.connect(self._say)
        self.chart.chosen.connect(self._lead)
        self._buttons = []
        self._row = QHBoxLayout()
        self._row.addWidget(self.chooser)
        self._row.addWidget(self._said, 1)
        for text, name, slot in (
            ("+", tr("Zoom in"), self.chart.zoom_in),
            ("−", tr("Zoom out"), self.chart.zoom_out),
            (tr("Career"), tr("Show this career"), self.chart.fit),
            (tr("All years"), tr("Show all years of the record"), self.chart.show_all),
        ):
            button = EnterButton(text, boxed=False)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(slot)
            self._buttons.append(button)
            self._row.addWidget(button)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._row)
        self._all.addWidget(self._nothing)
        self._all.addWidget(self.chart, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._all.setSpacing(look.space("small"))
        self._row.setSpacing(look.space("tight"))
        for part in (self.chooser, self._said, self._nothing, self.chart):
            part.set_look(look)
        for button in self._buttons:
            button.setFont(look.font("small"))

    def _again(self) -> None:
        if self._last is not None and self.isVisible():
            self._curves = None
            self.show_reading(*self._last)

    def _say(self, words: str) -> None:
        self._said.setText(words)

    def _lead(self, at: Instant) -> None:
        """Go to an instant, if it is in one of the flights."""
        if self._curves is not None:
            for flight in self._curves.flights:
                if flight.is_up(at):
                    self.moment_chosen.emit(flight, at)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        self._last = (mission, reading)
        flight = reading.flight
        for part in (self.chooser, self.chart, *self._buttons):
            part.setVisible(flight is not None)
        self._nothing.setVisible(flight is None)
        if flight is None:
            self._shown = None
            return
        if self._shown != (mission, flight):
            self._shown = (mission, flight)
            career = mission.catalogue.career(flight.person)
            own = Category(Kind.CAREER, flight.country.records_with)
            self.chooser.offer(mission.catalogue, career, own)
            self._curves = None
        day = reading.at // DAY if not flight.is_over else 0
        known = self._curves
        if known is None or day != self._day or reading.at > known.last:
            self._day = day
            category = self.chooser.category
            self._curves = curves(mission.catalogue, flight.person, category, reading.at)
            self.chart.show_curves(self._curves, reading.at, mission.catalogue.own)
        else:
            self.chart.show_instant(reading.at)
