"""A mission on one page: who, the two counters, what comes next, and the sections below them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from countdown.core.durations import ceil_days
from countdown.core.flights import Flight
from countdown.core.readings import Phase
from countdown.core.records import Kind
from countdown.models import leading, mission_phrases, own_words, phrases
from countdown.models.phrases import tip, tr
from countdown.widgets.look import SCROLL_BAR_PX
from countdown.windows.buttons import EnterButton
from countdown.windows.clock_mark import ClockMark
from countdown.windows.counter_panel import CounterPanel
from countdown.windows.next_panel import NextPanel
from countdown.windows.pieces import Text, put_in_turn

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Vehicle
    from countdown.core.readings import Counter, Mission, Reading
    from countdown.core.records import Rank
    from countdown.widgets.look import Look
    from countdown.windows.own_line import OwnLine
    from countdown.windows.section_stack import SectionStack

_HIGH: Final = 520
"""From this height on, at scale 1, the counters have their full size, and their places below."""
_SIDE_BY_SIDE: Final = 610
"""From this width on, at scale 1, the counters stand beside each other."""


class MissionPage(QWidget):
    """Shows readings of one mission after another; it reads no clock.

    Signals:
        explain_asked: what a figure counts, a `Counts`, when it is to be explained.
        moment_chosen, subject_chosen: as those of a `Section`.
        section_turned: as a `SectionStack` has it.
    """

    explain_asked = Signal(object)
    moment_chosen = Signal(object, object)
    subject_chosen = Signal(object)
    section_turned = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._vehicle: Vehicle | None = None
        self._still: tuple[object, ...] = ()
        self._ranks: tuple[Catalogue, tuple[Rank, ...]] | None = None
        self._counted: tuple[object, ...] = ()
        self._room = 0
        self._name = Text("name", bold=True)
        self._who = Text("lead", "dim")
        self._crew = EnterButton(tr("whole crew"), boxed=False)
        self._crew.setObjectName("quiet")
        self._crew.clicked.connect(self.show_crew)
        self._own: OwnLine | None = None
        self._warning = Text("body", "accent", bold=True)
        self.mark = ClockMark(look)
        self._flight = CounterPanel(look)
        self._career = CounterPanel(look)
        self._flight.explain_asked.connect(self._explain_flight)
        self._career.explain_asked.connect(self._explain_career)
        self._next = NextPanel()
        self._below = QWidget()
        self._below.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # to have a turn, for the sections'
        self._last: tuple[Mission, Reading] | None = None
        self._lay_out()
        self.set_look(look)

    def _lay_out(self) -> None:
        self._head = QGridLayout()
        self._head.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._line = QHBoxLayout()
        self._who.hug()
        self._line.addWidget(self._who)
        self._line.addWidget(self._crew)
        self._line.addStretch(1)
        self._head.addWidget(self._name, 0, 0, top)
        self._head.addLayout(self._line, 1, 0, top)
        self._head.addWidget(self._warning, 3, 0, top)
        self._head.addWidget(self.mark, 0, 1, 4, 1, top)
        self._head.setRowStretch(4, 1)
        self._counters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._counters.addWidget(self._flight, 1)
        self._counters.addWidget(self._career, 1)
        self._all = QVBoxLayout(self)
        self._all.addLayout(self._head)
        self._all.addLayout(self._counters)
        self._all.addWidget(self._next)
        self._all.addWidget(self._below, 1)

    @cached_property
    def sections(self) -> SectionStack:
        """What is below the counters, made when it is asked for: no first frame waits for it."""
        from countdown.windows.section_stack import SectionStack

        sections = SectionStack(self._look)
        sections.moment_chosen.connect(self.moment_chosen)
        sections.subject_chosen.connect(self.subject_chosen)
        sections.turned.connect(self.section_turned)
        self._all.removeWidget(self._below)
        self._all.addWidget(sections, 1)
        put_in_turn(self._below, sections.tabs)
        self._below.hide()
        self._below.deleteLater()
        if self._last is not None:
            sections.show_reading(*self._last)
        return sections

    @property
    def _has_sections(self) -> bool:
        return "sections" in self.__dict__

    def set_look(self, look: Look) -> None:
        self._look = look
        self._head.setHorizontalSpacing(look.space("wide"))
        self._head.setVerticalSpacing(look.space("hair"))
        self._line.setSpacing(look.space("small"))
        self._counters.setSpacing(look.space("wide"))
        for part in (
            self._name, self._who, self._warning, self.mark, self._flight, self._career,
        ):  # fmt: skip
            part.set_look(look)
        if self._own is not None:
            self._own.set_look(look)
        self._crew.setFont(look.font("small"))
        self._next.set_look(look)
        if self._has_sections:
            self.sections.set_look(look)
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def set_room(self, height: int) -> None:
        """Say how much of the page is in sight: where it is little, all stands closer."""
        self._room = height
        self._arrange()

    def _arrange(self) -> None:
        look = self._look
        low = self._room < look.px(_HIGH)
        margin, above = look.space("page"), look.space("small" if low else "wide")
        right = margin - look.px(SCROLL_BAR_PX)  # which stands in the margin
        self._all.setContentsMargins(margin, above, right, look.space("small"))
        self._all.setSpacing(look.space("small" if low else "gap"))
        for panel in (self._flight, self._career):
            panel.set_low(low=low)
        wide = self.width() >= self._look.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._counters.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _explain_flight(self) -> None:
        from countdown.core.explanations import Counts

        self.explain_asked.emit(Counts.FLIGHT)

    def _explain_career(self) -> None:
        from countdown.core.explanations import Counts

        self.explain_asked.emit(Counts.CAREER)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Show everything about a mission at one instant; on most seconds the counters alone."""
        flight, coming = reading.flight, reading.next_launch
        still = (mission, reading.phase, flight, coming, reading.as_of, reading.unconfirmed)
        if still != self._still:
            self._still = still
            self._show_still(mission, reading)
        if mission.planned is None:
            self._show_counters(mission, reading)
        self._next.show_reading(mission.catalogue, reading)
        self._last = (mission, reading)
        if self._has_sections:
            self.sections.show_reading(mission, reading)

    def _show_still(self, mission: Mission, reading: Reading) -> None:
        """Show who it is, on what, and how sure that is."""
        self._name.setText(mission_phrases.title(mission, reading))
        self._who.setText(self._description(reading))
        about = reading.flight or reading.next_launch
        self._show_own(own_words.told(mission.catalogue, about) if about else ())
        warning = mission_phrases.doubt(reading)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        flown = mission.planned is None
        self._flight.setVisible(flown)
        self._career.setVisible(flown)
        self._offer_crew(reading)

    def _show_own(self, lines: tuple[str, ...]) -> None:
        """Say what of it is the user's; of most missions nothing is."""
        if self._own is None:
            if not lines:
                return
            from countdown.windows.own_line import OwnLine

            self._own = OwnLine(self._look)
            self._head.addWidget(self._own, 2, 0, Qt.AlignmentFlag.AlignTop)
        self._own.show_lines(lines)

    def _offer_crew(self, reading: Reading) -> None:
        flight = reading.flight or reading.next_launch
        self._vehicle = flight.up if isinstance(flight, Flight) else None
        self._crew.setVisible(self._vehicle is not None)
        if self._vehicle is not None:
            self._crew.setToolTip(tip(tr("Who flew on {} (Ctrl+K)").format(self._vehicle.name)))
            self._crew.setAccessibleName(tr("Whole crew of {}").format(self._vehicle.name))

    def show_crew(self) -> None:
        """Turn to the vehicle, with all who flew on it."""
        if self._vehicle is not None:
            self.subject_chosen.emit(self._vehicle)

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
            phrases.phase_name(reading.phase),
            flight.country.name,
            tr("{} flight").format(phrases.ordinal(flight.number)),
            tr("up on {vehicle}, {date}").format(
                vehicle=flight.up.name, date=phrases.date(flight.launch.earliest)
            ),
        ]
        return "  ·  ".join(parts)

    def _show_counters(self, mission: Mission, reading: Reading) -> None:
        running = reading.phase is Phase.IN_ORBIT
        flight, career = reading.flight_counter, reading.career_counter
        flown = sum([one.launch.earliest <= reading.at for one in mission.career])
        figures = (*flight.span[:2], *career.span[:2])
        counted = (flown, flight.age, *[ceil_days(one) for one in figures])
        if counted != self._counted:
            self._counted = counted
            self._show_words(flown, flight, career)
        self._flight.show_counter(flight, running=running)
        self._career.show_counter(career, running=running)
        if (ranks := (mission.catalogue, reading.ranks)) != self._ranks:
            self._ranks = ranks
            self._show_places(*ranks)

    def _show_words(self, flown: int, flight: Counter, career: Counter) -> None:
        """Show what a turn of a day changes beside the digits."""
        self._flight.set_name(leading.name_of(flight, tr("This flight")))
        one, many = tr("Career · {} flight"), tr("Career · {} flights")
        self._career.set_name(leading.name_of(career, phrases.counted(flown, one, many)))
        self._flight.words.setText(_spaced(*leading.others(flight)))
        self._career.words.setText(_spaced(*leading.others(career)))

    def _show_places(self, catalogue: Catalogue, ranks: tuple[Rank, ...]) -> None:
        for panel, kind in ((self._flight, Kind.FLIGHT), (self._career, Kind.CAREER)):
            places = [
                phrases.place(catalogue, rank) for rank in ranks if rank.category.kind is kind
            ]
            panel.places.setText(_spaced(*places))


def _spaced(*parts: str) -> str:
    return "  ·  ".join(filter(None, parts))
