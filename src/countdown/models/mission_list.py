"""All missions as rows under headings: in orbit, upcoming, landed, and vehicles to be found."""

from __future__ import annotations

from collections import Counter
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from countdown.core.flights import End, Flight, Vehicle
from countdown.core.goals import Goals
from countdown.core.moments import DAY, Instant
from countdown.models import goal_phrases, own_words, phrases
from countdown.models.mission_search import MissionSearch, Query, Subject
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.milestones import Milestone

SOON: Final = 180 * DAY
"""Launches of a replay that are nearer than this are listed as upcoming; typing finds all."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class Section(Enum):
    """The headings, in order."""

    IN_ORBIT = 0
    UPCOMING = 1
    LANDED = 2
    VEHICLES = 3
    """Shown only while something is typed."""


class MissionRole(IntEnum):
    """Custom roles; the comment is the type ``data`` returns."""

    IS_HEADING = Qt.ItemDataRole.UserRole + 1  # bool
    SECTION = Qt.ItemDataRole.UserRole + 2  # Section
    DETAIL = Qt.ItemDataRole.UserRole + 3  # str, below the name; of a heading, its count
    FIGURE = Qt.ItemDataRole.UserRole + 4  # str, right of the name
    PROGRESS = Qt.ItemDataRole.UserRole + 5  # float from 0 to 1 on the way to the goal, or None
    GOAL = Qt.ItemDataRole.UserRole + 6  # str, a MilestoneKind: a record or the return; or None
    IS_SUPPOSED = Qt.ItemDataRole.UserRole + 7  # bool, its goal is one if it is still in orbit
    IS_FAR = Qt.ItemDataRole.UserRole + 8  # bool, hidden unless it is searched for
    SUBJECT = Qt.ItemDataRole.UserRole + 9  # Flight | PlannedLaunch | Vehicle; None: a heading
    BY_YOU = Qt.ItemDataRole.UserRole + 10  # str, that it is the user's, or corrected; or nothing


_OF_TIME: Final = (
    MissionRole.FIGURE,
    MissionRole.PROGRESS,
    MissionRole.GOAL,
    MissionRole.IS_SUPPOSED,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
"""What a turn of a day changes, and a record that falls."""
_OF_PLACE: Final = (MissionRole.SECTION, MissionRole.DETAIL, *_OF_TIME)
"""What a launch or a landing changes; a filter asks anew at the change of layout by itself."""


class _Row(NamedTuple):
    section: Section
    subject: Subject | None = None

    @property
    def key(self) -> int | Section:
        """The row it is, wherever it stands: there is one of each subject and of each heading."""
        return self.section if self.subject is None else id(self.subject)

    def is_far(self, at: Instant) -> bool:
        """Say whether it is shown only when it is searched for."""
        if self.section is Section.VEHICLES:
            return True
        return self.subject is not None and self.subject.launch.earliest > at + SOON


class MissionListModel(QAbstractListModel):
    """Adapts the catalogue's flights at one instant.

    Its rows are always the same: who goes or comes takes them to another heading.
    """

    def __init__(self, catalogue: Catalogue, at: Instant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._at = at
        self._found: Counter[Section] | None = None
        self._search = MissionSearch(catalogue)
        self._goals: dict[int | Section, Goals] = {}
        self._vehicles = sorted(
            catalogue.vehicles.values(), key=lambda one: one.launch.earliest, reverse=True
        )
        self._rows, self._counts = self._arrange()
        self._places = {row.key: place for place, row in enumerate(self._rows)}
        self._steady = self._steadiness()
        self._quiet = (at, at)
        """From when to when no row changes; asked for on the first move."""

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].subject is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case MissionRole.SECTION:
                return row.section
            case MissionRole.IS_HEADING:
                return row.subject is None
            case MissionRole.SUBJECT:
                return row.subject
        if row.subject is None:
            return self._heading_data(row.section, role)
        return self._mission_data(row, row.subject, role)

    def _heading_data(self, section: Section, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return {
                    Section.IN_ORBIT: tr("In orbit"),
                    Section.UPCOMING: tr("Upcoming"),
                    Section.LANDED: tr("Landed"),
                    Section.VEHICLES: tr("Vehicles"),
                }[section]
            case MissionRole.DETAIL:
                counts = self._counts if self._found is None else self._found
                return phrases.number(counts[section])
        return None

    def _mission_data(self, row: _Row, subject: Subject, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return subject.person.name if isinstance(subject, Flight) else subject.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                text = self._spoken(row, subject)
                return phrases.tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
            case MissionRole.DETAIL:
                return own_words.marked(self._detail(subject), self._mark(subject))
            case MissionRole.BY_YOU:
                return self._mark(subject)
            case MissionRole.FIGURE:
                return self._figure(row.section, subject)
            case MissionRole.PROGRESS | MissionRole.GOAL | MissionRole.IS_SUPPOSED:
                return self._goal_data(row, subject, role)
            case MissionRole.IS_FAR:
                return row.is_far(self._at)
        return None

    def _spoken(self, row: _Row, subject: Subject) -> str:
        """All of a row, and what its bar leads to."""
        name = subject.person.name if isinstance(subject, Flight) else subject.name
        leads_to = ""
        if row.section is Section.IN_ORBIT and isinstance(subject, Flight):
            leads_to = goal_phrases.goal(self._catalogue, subject, self._goal(row))
        own = own_words.told(self._catalogue, subject)
        parts = (name, self._detail(subject), self._figure(row.section, subject), leads_to, *own)
        return ", ".join(filter(None, parts))

    def _mark(self, subject: Subject) -> str:
        return own_words.mark(self._catalogue.own, subject)

    def _detail(self, subject: Subject) -> str:
        if isinstance(subject, Vehicle):
            up, down = self._catalogue.crew_up(subject), self._catalogue.crew_down(subject)
            return tr("{spacecraft} · {up} up, {down} down").format(
                spacecraft=subject.spacecraft,
                up=phrases.number(len(up)),
                down=phrases.number(sum(one.end is not End.DIED for one in down)),
            )
        if not isinstance(subject, Flight):
            return tr("crew not named")
        detail = f"{subject.country.code}   {subject.up.name}"
        if subject.has_stopped(self._at) and not subject.is_over:
            return tr("{flight}, not confirmed").format(flight=detail)
        return detail

    def _figure(self, section: Section, subject: Subject) -> str:
        """Days up, days to go, or days flown; of a vehicle the year it flew."""
        if section is Section.VEHICLES:
            return phrases.year(subject.launch.earliest)
        if section is Section.UPCOMING:
            launch = subject.launch
            if launch.no_earlier_than or launch.precision > launch.precision.DAY:
                return phrases.month(launch.earliest)
            if self._at >= launch.latest:  # a plan that no flight has come of
                return tr("T+{} d").format(phrases.number((self._at - launch.earliest) // DAY))
            days = max(0, launch.earliest - self._at) // DAY
            return tr("T−{} d").format(phrases.number(days))
        assert isinstance(subject, Flight)
        return tr("{} d").format(phrases.days_figure(subject.span(self._at)))

    def _goal(self, row: _Row) -> Milestone | None:
        """What a flight in orbit leads to next; found for a flight when its row is first seen."""
        flight = row.subject
        if row.section is not Section.IN_ORBIT or not isinstance(flight, Flight):
            return None
        if row.key not in self._goals:
            self._goals[row.key] = Goals(self._catalogue, flight)
            self._quiet = (self._at, self._at)
        return self._goals[row.key].next(self._at)

    def _goal_data(self, row: _Row, subject: Subject, role: int) -> Any:
        milestone = self._goal(row)
        if milestone is None or milestone.at_latest is None:
            return None
        match role:
            case MissionRole.GOAL:
                return milestone.kind
            case MissionRole.IS_SUPPOSED:
                return milestone.if_still_in_orbit
        launch = subject.launch.earliest
        return min(1.0, max(0.0, (self._at - launch) / max(1, milestone.at_latest - launch)))

    def ask(self, query: Query) -> set[int]:
        """Return the rows that are asked for, with their headings, which then count them."""
        rows = self._rows
        if query == Query():
            self._found = None
            return {place for place, row in enumerate(rows) if not row.is_far(self._at)}
        found = self._search.matching(query, [row.subject for row in rows])
        self._found = Counter(rows[place].section for place in found)
        headings = (place for place, row in enumerate(rows) if row.subject is None)
        return {*found, *(place for place in headings if self._found[rows[place].section])}

    def row_of(self, subject: Subject | None) -> int | None:
        """Return the row of a mission, if it is in the list."""
        return None if subject is None else self._places.get(id(subject))

    def show(self, at: Instant) -> bool:
        """Move to another instant, and say whether rows went, came near or went far.

        Only what changed is announced.
        """
        before, self._at = self._at, at
        if self._quiet[0] <= at < self._quiet[1]:
            return False
        is_steady = self._steady[0] <= at < self._steady[1]
        if not is_steady:
            rows, counts = self._arrange()
            self._steady = self._steadiness()
            self._quiet = (at, at)
            if rows != self._rows:
                self._rearrange(rows, counts)
                return True
            self._counts = counts
            self._announce_near()
        self._announce(before)
        self._quiet = (at, self._quiet_until())
        return not is_steady

    def _rearrange(self, rows: list[_Row], counts: dict[Section, int]) -> None:
        """Put the rows in another order, and take along what is chosen and where a list stands.

        That is one change of layout: a filter makes one of each single move anyway.
        """
        self.layoutAboutToBeChanged.emit()
        before, kept = self._rows, self.persistentIndexList()
        self._rows, self._counts = rows, counts
        self._places = {row.key: place for place, row in enumerate(rows)}
        moved = [self.index(self._places[before[one.row()].key]) for one in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
        self.dataChanged.emit(self.index(0), self.index(len(rows) - 1), list(_OF_PLACE))

    def _announce_near(self) -> None:
        """A launch has come near enough to be listed, or, back in time, is no longer."""
        coming = [place for place, row in enumerate(self._rows) if row.section is Section.UPCOMING]
        first, last = self.index(coming[0]), self.index(coming[-1])
        self.dataChanged.emit(first, last, [MissionRole.IS_FAR, MissionRole.DETAIL])

    def _changing(self) -> Iterable[tuple[int, _Row, Subject]]:
        """The rows that time changes, with their places and whose they are."""
        for place, row in enumerate(self._rows[1:], start=1):
            subject = row.subject
            if subject is None:
                if row.section is Section.LANDED:
                    return
            elif subject.launch.earliest > self._at + SOON:
                return  # the others are launched later, and hidden
            else:
                yield place, row, subject

    def _announce(self, before: Instant) -> None:
        """Days are counted from each launch, so on most seconds no figure changes."""
        for place, row, subject in self._changing():
            if self._has_turned(row, subject, before):
                index = self.index(place)
                self.dataChanged.emit(index, index, list(_OF_TIME))

    def _quiet_until(self) -> Instant:
        """The first instant to come in which a day turns, a goal is reached, or rows may move."""
        at, until = self._at, self._steady[1]
        for _, row, subject in self._changing():
            for edge in (subject.launch.earliest, subject.launch.latest):
                until = min(until, Instant(at + DAY - (at - edge) % DAY))
            goal = self._goals[row.key].next(at) if row.key in self._goals else None
            if goal is not None and goal.at_latest is not None:
                until = min(until, Instant(goal.at_latest + 1))
        return until

    def _has_turned(self, row: _Row, subject: Subject, before: Instant) -> bool:
        """Say whether another day is counted, or a goal that was seen has been reached."""
        edges = (subject.launch.earliest, subject.launch.latest)
        if any((before - edge) // DAY != (self._at - edge) // DAY for edge in edges):
            return True
        goals = self._goals.get(row.key) if row.section is Section.IN_ORBIT else None
        return goals is not None and goals.next(before) is not goals.next(self._at)

    def _arrange(self) -> tuple[list[_Row], dict[Section, int]]:
        at = self._at
        up = self._catalogue.in_orbit(at)
        coming: list[Subject] = [
            *self._catalogue.launched_after(at),
            *self._catalogue.planned,
        ]
        coming.sort(key=lambda one: one.launch.earliest)
        landed = [one for one in self._catalogue.launched_by(at) if one.has_stopped(at)]
        landed.sort(key=lambda one: one.stop.latest, reverse=True)
        near = sum(one.launch.earliest <= at + SOON for one in coming)
        rows = [
            *self._section(Section.IN_ORBIT, up),
            *self._section(Section.UPCOMING, coming),
            *self._section(Section.LANDED, landed),
            *self._section(Section.VEHICLES, self._vehicles),
        ]
        counts = {
            Section.IN_ORBIT: len(up),
            Section.UPCOMING: near,
            Section.LANDED: len(landed),
            Section.VEHICLES: len(self._vehicles),
        }
        return rows, counts

    def _section(self, section: Section, subjects: Iterable[Subject]) -> Iterable[_Row]:
        yield _Row(section)
        for subject in subjects:
            yield _Row(section, subject)

    def _steadiness(self) -> tuple[Instant, Instant]:
        """From when to when the same missions are in each section, and the same are near."""
        since, until = self._catalogue.steady_around(self._at)
        near_since, near_until = self._catalogue.steady_around(Instant(self._at + SOON))
        return Instant(max(since, near_since - SOON)), Instant(min(until, near_until - SOON))
