"""A ranking as rows: who, how long, who is up. Between two turns of a day nothing changes."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from countdown.core.flights import End
from countdown.core.moments import DAY, FIRST, Instant
from countdown.models import phrases
from countdown.models.flat_list import FlatListModel
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.records import Category, Standing

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
_Key = tuple[str, int]
"""Whose row it is: a person, and the number of the flight or 0 for all of them."""


class _Face(NamedTuple):
    """All that a row shows and that may become another with time."""

    rank: int
    days: tuple[int, int]
    in_orbit: bool
    uncertain: bool
    share: float


class StandingListModel(FlatListModel):
    """Adapts the ranking of one category at one instant."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._category: Category | None = None
        self._standings: tuple[Standing, ...] = ()
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
        before, after = _keys(self._standings), _keys(standings)
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

    def _take(self, standings: tuple[Standing, ...], at: Instant) -> None:
        assert self._catalogue is not None
        self._standings, self._faces = standings, _faces(standings)
        self._steady = (at, _steady_until(self._catalogue, standings, at))

    def _announce(self, standings: tuple[Standing, ...], at: Instant) -> None:
        before = self._faces
        self._take(standings, at)
        for row, (old, new) in enumerate(zip(before, self._faces, strict=False)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row), _CHANGING)

    def _append(self, standings: tuple[Standing, ...], at: Instant) -> None:
        """Somebody is launched, and stands at the end of the ranking."""
        known = len(self._standings)
        self._announce(standings[:known], at)
        self.beginInsertRows(_ROOT, known, len(standings) - 1)
        self._take(standings, at)
        self.endInsertRows()

    def _rearrange(self, standings: tuple[Standing, ...], at: Instant, keys: list[_Key]) -> None:
        """The same people in another order; who is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        places = {key: row for row, key in enumerate(keys)}
        moved = [self.index(places[_key(self._standings[one.row()])]) for one in kept]
        self._take(standings, at)
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._standings):
            return None
        if role == StandingRole.SHARE:
            return self._faces[index.row()].share
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(self._standings[index.row()])


def _key(one: Standing) -> _Key:
    return one.person.id, one.flight.number if one.flight else 0


def _keys(standings: Iterable[Standing]) -> list[_Key]:
    return [_key(one) for one in standings]


def _faces(standings: Sequence[Standing]) -> list[_Face]:
    most = max(1, standings[0].span.seconds) if standings else 1
    return [
        _Face(
            one.rank,
            (one.span.days, one.span.days_max),
            one.in_orbit,
            one.uncertain,
            round(min(1.0, one.span.seconds / most) * _SHARES) / _SHARES,
        )
        for one in standings
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
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    StandingRole.RANK: _rank,
    StandingRole.DETAIL: _detail,
    StandingRole.DAYS: lambda one: tr("{} d").format(phrases.days_figure(one.span)),
    StandingRole.CLOCK: _clock,
    StandingRole.IS_UP: lambda one: one.in_orbit,
    StandingRole.STANDING: lambda one: one,
}


def _steady_until(catalogue: Catalogue, standings: Sequence[Standing], at: Instant) -> Instant:
    """The next instant at which a day is complete, a place changes, or somebody goes or comes."""
    until = int(catalogue.steady_around(at)[1])
    for flight in catalogue.in_orbit(at):
        if flight.is_uncertain(at):
            return Instant(at + 1)
        if flight.stop.earliest > at:
            until = min(until, flight.stop.earliest)
    final = sorted({figure for one in standings if not one.in_orbit for figure in one.span[:2]})
    for one in standings:
        for figure in one.span[:2] if one.in_orbit else ():
            until = min(until, at + DAY - figure % DAY)
            if (above := bisect_left(final, figure)) < len(final):
                until = min(until, at + max(1, final[above] - figure))
    return Instant(until)
