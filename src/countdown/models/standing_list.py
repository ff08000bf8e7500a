"""A ranking as rows: who, how long, who is up. Between two turns of a day nothing changes."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.core.flights import End
from countdown.core.moments import DAY, FIRST, Instant
from countdown.core.standings import Standings
from countdown.models import own_words, phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.records import Category, Row
    from countdown.core.standings import Standing

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_SHARES: Final = 1_000


class StandingRole(IntEnum):
    """Custom roles; the comment is the type ``data`` returns."""

    RANK = Qt.ItemDataRole.UserRole + 1  # str
    DETAIL = Qt.ItemDataRole.UserRole + 2  # str, which flight; nothing for a career
    DAYS = Qt.ItemDataRole.UserRole + 3  # str
    CLOCK = Qt.ItemDataRole.UserRole + 4  # str, below the days; of who is up, that they are
    IS_UP = Qt.ItemDataRole.UserRole + 5  # bool
    SHARE = Qt.ItemDataRole.UserRole + 6  # float from 0 to 1, of the longest time
    STANDING = Qt.ItemDataRole.UserRole + 7  # Standing
    BY_YOU = Qt.ItemDataRole.UserRole + 8  # str, that it counts what is the user's; or nothing


_CHANGING: Final = [
    StandingRole.RANK,
    StandingRole.DETAIL,
    StandingRole.DAYS,
    StandingRole.CLOCK,
    StandingRole.IS_UP,
    StandingRole.SHARE,
    StandingRole.STANDING,
    Qt.ItemDataRole.AccessibleTextRole,
]
_Face = tuple[int, int, int, bool, bool, float]
"""All that a row shows and that may become another with time: the rank, the least and the most
complete days, whether it is up, whether it is uncertain, and its share of the longest time."""


class StandingListModel(QAbstractListModel):
    """Adapts the ranking of one category at one instant."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._category: Category | None = None
        self._standings = Standings([], FIRST, single=False)
        self._faces: list[_Face] = []
        self._steady = (FIRST, FIRST)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._standings)

    def choose(self, catalogue: Catalogue, category: Category, at: Instant) -> None:
        """Turn to another category, or to other facts."""
        self.beginResetModel()
        self._catalogue, self._category = catalogue, category
        self._take(catalogue.records.standings(category, at), at)
        self.endResetModel()

    def show(self, at: Instant) -> bool:
        """Move to another instant, and say whether that changed anything."""
        if self._catalogue is None or self._category is None:
            return False
        if self._steady[0] <= at < self._steady[1]:
            return False
        standings = self._catalogue.records.standings(self._category, at)
        before, after = self._standings.rows, standings.rows
        if before == after:
            self._announce(standings, at)
        elif len(before) < len(after) and after[: len(before)] == before:
            self._append(standings, at)
        elif len(before) == len(after) and set(before) == set(after):
            self._rearrange(standings, at, after)
        else:
            self.beginResetModel()
            self._take(standings, at)
            self.endResetModel()
        return True

    def _take(self, standings: Standings, at: Instant) -> None:
        assert self._catalogue is not None
        self._standings, self._faces = standings, _faces(standings)
        self._steady = (at, _steady_until(self._catalogue, standings, at))

    def _announce(self, standings: Standings, at: Instant) -> None:
        before = self._faces
        self._take(standings, at)
        for row, (old, new) in enumerate(zip(before, self._faces, strict=False)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row), _CHANGING)

    def _append(self, standings: Standings, at: Instant) -> None:
        """Somebody is launched, and stands at the end of the ranking."""
        known = len(self._standings)
        self._announce(standings.first(known), at)
        self.beginInsertRows(_ROOT, known, len(standings) - 1)
        self._take(standings, at)
        self.endInsertRows()

    def _rearrange(self, standings: Standings, at: Instant, rows: list[Row]) -> None:
        """The same people in another order; who is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        before, places = self._standings.rows, {row: place for place, row in enumerate(rows)}
        moved = [self.index(places[before[one.row()]]) for one in kept]
        self._take(standings, at)
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._standings):
            return None
        if role == StandingRole.SHARE:
            return self._faces[index.row()][-1]
        if role in _MARKED:
            return self._marked(index.row(), role)
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(self._standings[index.row()])

    def _marked(self, row: int, role: int) -> str:
        """Answer for a role that says what is the user's."""
        assert self._catalogue is not None
        mark = own_words.mark(self._catalogue.own, *self._standings.rows[row].flights)
        if role == StandingRole.BY_YOU:
            return mark
        standing = self._standings[row]
        if role == StandingRole.DETAIL:
            return own_words.marked(_detail(standing), mark)
        return ", ".join(filter(None, (_spoken(standing), mark)))


def _faces(standings: Standings) -> list[_Face]:
    up, doubtful = standings.up, standings.doubtful
    longest = max(1, standings.figures[0][0]) if standings.figures else 1
    return [
        (
            rank,
            least // DAY,
            most // DAY,
            place in up,
            place in doubtful,
            round(min(1.0, least / longest) * _SHARES) / _SHARES,
        )
        for place, (rank, (least, most, _, _)) in enumerate(
            zip(standings.ranks, standings.figures, strict=True)
        )
    ]


def _detail(one: Standing) -> str:
    flight = one.flight
    if flight is None:
        return ""
    detail = f"{flight.up.name}, {phrases.year(flight.launch.earliest)}"
    if flight.end is End.DIED and not one.in_orbit:
        return tr("{}, died in flight").format(detail)
    return detail


def _rank(one: Standing) -> str:
    figure = phrases.number(one.rank)
    return f"\N{ALMOST EQUAL TO}{figure}" if one.uncertain else figure


def _clock(one: Standing) -> str:
    if one.in_orbit:
        return tr("in orbit")
    return phrases.clock_figure(one.span.seconds, one.span.precision)


def _spoken(one: Standing) -> str:
    place = phrases.ordinal(one.rank)
    if one.uncertain:
        place = tr("about {}").format(place)
    up = tr("in orbit") if one.in_orbit else ""
    parts = (place, one.person.name, _detail(one), phrases.spoken(one.span), up)
    return ", ".join(filter(None, parts))


_ANSWERS: Final[Mapping[int, Callable[[Standing], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda one: one.person.name,
    StandingRole.RANK: _rank,
    StandingRole.DAYS: lambda one: tr("{} d").format(phrases.days_figure(one.span)),
    StandingRole.CLOCK: _clock,
    StandingRole.IS_UP: lambda one: one.in_orbit,
    StandingRole.STANDING: lambda one: one,
}


_MARKED: Final = frozenset(
    (StandingRole.DETAIL, StandingRole.BY_YOU, Qt.ItemDataRole.AccessibleTextRole)
)


def _steady_until(catalogue: Catalogue, standings: Standings, at: Instant) -> Instant:
    """The next instant at which a day is complete, a place changes, or somebody goes or comes."""
    until = int(catalogue.steady_around(at)[1])
    for flight in catalogue.in_orbit(at):
        if flight.is_uncertain(at):
            return Instant(at + 1)
        if flight.stop.earliest > at:
            until = min(until, flight.stop.earliest)
    up = standings.up
    final = sorted(
        {
            seconds
            for place, figures in enumerate(standings.figures)
            if place not in up
            for seconds in figures[:2]
        }
    )
    for place in up:
        for seconds in standings.figures[place][:2]:
            until = min(until, at + DAY - seconds % DAY)
            if (above := bisect_left(final, seconds)) < len(final):
                until = min(until, at + max(1, final[above] - seconds))
    return Instant(until)
