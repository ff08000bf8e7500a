"""A race: the flight that is shown against another's ghost, day for day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from countdown.core.moments import Instant
from countdown.core.races import default_rival, race
from countdown.core.readings import Phase
from countdown.models import race_phrases as words
from countdown.models.own_words import mark, marked
from countdown.models.phrases import tr
from countdown.widgets.race_bar import RaceBar, RacePicture
from countdown.widgets.race_lanes import Lanes
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import wrapped
from countdown.windows.pieces import Text
from countdown.windows.race_chooser import RaceChooser
from countdown.windows.section import Section

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from countdown.core.durations import Span
    from countdown.core.flights import Flight
    from countdown.core.ownership import Ownership
    from countdown.core.races import Race, Runner
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look

_THREE_WIDE: Final = 760
"""From this width on, at scale 1, the words stand in three columns."""
_SHORT: Final = 400
"""Below this width, at scale 1, a row has no room for a flight's end."""


class _Name(QWidget):
    """Who flies a lane, and when the flight ends."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Text("row", colour, bold=True)
        self.vehicle = Text("small", "dim")
        self.end = Text("small", "dim")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name.hug()
        self.end.hug()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.name)
        self._row.addWidget(self.vehicle, 1)
        self._row.addWidget(self.end)

    def set_look(self, look: Look) -> None:
        self._row.setSpacing(look.space("small"))
        for text in (self.name, self.vehicle, self.end):
            text.set_look(look)

    def show_runner(self, runner: Runner, own: Ownership, at: Instant) -> None:
        flight = runner.flight
        self.name.setText(flight.person.name)
        self.vehicle.setText(marked(flight.up.name, mark(own, flight)))
        self.end.setText(words.end_text(runner, at))


class RaceSection(Section):
    """The rival's field, one bar for both, and in words where both are on the same day."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._last: tuple[Mission, Reading] | None = None
        self._choices: dict[tuple[str, int], Flight] = {}
        self._race: Race | None = None
        self._title = Text("caption", "dim", bold=True, heading=True)
        self._title.setText(tr("Race against"))
        self._title.fit()
        self.chooser = RaceChooser()
        self.button = EnterButton(tr("Show that day"))
        self.button.setToolTip(tr("Turn to the rival's flight, on the same mission day"))
        self.note = wrapped("body", "dim")
        self.own, self.rival = _Name("text"), _Name("dim")
        self.bar = RaceBar(look)
        self.own_day, self.own_career = wrapped("lead"), Text("body", "dim")
        self.rival_day, self.rival_career = wrapped("lead"), Text("body", "dim")
        self.caption = Text("body", "dim")
        self.figure = Text("figure", bold=True)
        self.target = Text("body", "dim")
        self._texts = (
            self._title, self.note, self.own_day, self.own_career, self.rival_day,
            self.rival_career, self.caption, self.figure, self.target,
        )  # fmt: skip
        self._lay_out()
        self.chooser.rival_chosen.connect(self._choose)
        self.button.clicked.connect(self._lead_to_day)
        self.set_look(look)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self.chooser, 4)
        self._head.addWidget(self.button)
        self._head.addStretch(1)
        self._picture = QVBoxLayout()
        for part in (self.own, self.bar, self.rival):
            self._picture.addWidget(part, int(part is self.bar))
        self._cells: list[QVBoxLayout] = []
        for texts in (
            (self.own_day, self.own_career),
            (self.rival_day, self.rival_career),
            (self.caption, self.figure, self.target),
        ):
            cell = QVBoxLayout()
            for text in texts:
                cell.addWidget(text)
            cell.addStretch(1)
            self._cells.append(cell)
        self._words = QGridLayout()
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(self._picture, 3)
        below.addLayout(self._words)
        below.addStretch(1)
        self._body = below
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addLayout(self._head)
        self._all.addWidget(self.note)
        self._all.addWidget(self._below, 1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._head.setSpacing(look.space("medium"))
        self._picture.setSpacing(look.space("hair"))
        self._body.setSpacing(look.space("gap"))
        for cell in self._cells:
            cell.setSpacing(look.space("hair"))
        for part in (*self._texts, self.chooser, self.own, self.rival, self.bar):
            part.set_look(look)
        self.chooser.setMaximumWidth(look.px(560))
        self.button.setFont(look.font("small"))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self._race is not None and self._last is not None:
            self._paint(self._race, self._last[1].at)

    def _arrange(self) -> None:
        """Put the words beside each other, or the verdict above them where it is narrow."""
        look = self.look
        wide = self.width() >= look.px(_THREE_WIDE)
        places = ((0, 0), (0, 1), (0, 2)) if wide else ((1, 0), (1, 1), (0, 0))
        self._all.setSpacing(look.space("medium" if wide else "small"))
        self._body.setSpacing(look.space("gap" if wide else "tight"))
        self._words.setHorizontalSpacing(look.space("page" if wide else "gap"))
        self._words.setVerticalSpacing(look.space("tight"))
        for cell in self._cells:
            self._words.removeItem(cell)
        for number, (cell, place) in enumerate(zip(self._cells, places, strict=True)):
            across = 2 if number == 2 and not wide else 1
            self._words.addLayout(cell, *place, 1, across)
        for column in range(3):
            self._words.setColumnStretch(column, int(column < 2 or wide))
        for name in (self.own, self.rival):
            name.end.setVisible(self.width() >= look.px(_SHORT))

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        self._last = (mission, reading)
        flight = reading.flight
        rival = None if flight is None else self._rival(mission, flight, reading.at)
        self._race = None
        if flight is not None and rival is not None:
            self._race = race(mission.catalogue, flight, rival, reading.at)
        if flight is not None:
            self.chooser.show_rival(mission.catalogue, flight, rival)
        for one in (self._title, self.chooser):
            one.setVisible(flight is not None)
        for part in (self._below, self.button):
            part.setVisible(self._race is not None)
        self.note.setText(
            tr("There is a race from the launch on.")
            if flight is None
            else tr("There is no other flight to race against.")
        )
        self.note.setVisible(self._race is None)
        if self._race is not None:
            self._show(self._race, mission.catalogue.own, reading)

    def _rival(self, mission: Mission, flight: Flight, at: Instant) -> Flight | None:
        """The rival that was chosen for this flight, or else the one worth racing."""
        return self._choices.get(_key(flight)) or default_rival(mission, flight, at)

    def _show(self, shown: Race, own: Ownership, reading: Reading) -> None:
        at = reading.at
        self._title.setText(tr("Beside") if shown.is_plain else tr("Race against"))
        self.own.show_runner(shown.own, own, at)
        self.rival.show_runner(shown.rival, own, at)
        self.own_day.setText(words.own_day(shown))
        self.rival_day.setText(words.rival_day(shown, at))
        self.own_career.setText(words.career_text(shown.own))
        self.rival_career.setText(words.career_text(shown.rival))
        verdict = words.verdict(shown, at)
        is_live = verdict.is_live and reading.phase is Phase.IN_ORBIT
        self.caption.setText(verdict.caption)
        self.figure.set_colour("accent" if is_live else "text")
        self.figure.setText(verdict.figure)
        self.target.setText(verdict.target)
        self._paint(shown, at)

    def _paint(self, shown: Race, at: Instant) -> None:
        own, rival = shown.own, shown.rival
        lanes = Lanes(shown.mission_time.seconds, _seconds(own.length), _seconds(rival.length))
        self.bar.show_picture(
            RacePicture(
                lanes,
                is_live=not shown.is_plain and not shown.own.flight.has_stopped(at),
                today=words.today_text(shown),
                own_end="" if own.length is None else words.short_length(own.length),
                rival_end="" if rival.length is None else words.short_length(rival.length),
                days=tr("{} d"),
            )
        )
        if (said := words.spoken(shown, at)) != self.bar.accessibleName():
            self.bar.setAccessibleName(said)

    def _choose(self, rival: Flight | None) -> None:
        """Race against another, or against the one that is proposed."""
        if self._last is None or (flight := self._last[1].flight) is None:
            return
        if rival is None:
            self._choices.pop(_key(flight), None)
        else:
            self._choices[_key(flight)] = rival
        self.show_reading(*self._last)

    def _lead_to_day(self) -> None:
        """Turn to the rival on that day, where the race is the other way round."""
        if self._race is None:
            return
        own, rival = self._race.own.flight, self._race.rival
        self._choices[_key(rival.flight)] = own
        ending = rival.flight.known_return
        at = rival.at.earliest if ending is None else min(rival.at.earliest, ending.latest)
        self.moment_chosen.emit(rival.flight, Instant(at))


def _key(flight: Flight) -> tuple[str, int]:
    return flight.person.id, flight.number


def _seconds(length: Span | None) -> int | None:
    return None if length is None else length.seconds
