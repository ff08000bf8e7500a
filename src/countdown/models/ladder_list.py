"""The rungs of a ladder as rows; a second changes the figures and bars that moved."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.core.ladders import Gap
from countdown.core.ownership import NOTHING_OWN, Ownership
from countdown.models import ladder_phrases, own_words, phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from countdown.core.ladders import Ladder, Rung

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_PARTS: Final = 2_000
"""Into how many parts a bar can be told: finer than any screen shows."""


class LadderRole(IntEnum):
    """Custom roles; the comment is the type ``data`` returns."""

    RANK = Qt.ItemDataRole.UserRole + 1  # str
    FIGURE = Qt.ItemDataRole.UserRole + 2  # str
    GAP = Qt.ItemDataRole.UserRole + 3  # str
    SHARE = Qt.ItemDataRole.UserRole + 4  # float from 0 to 1, of the longest shown
    IS_OWN = Qt.ItemDataRole.UserRole + 5  # bool
    IS_LIVE = Qt.ItemDataRole.UserRole + 6  # bool, its figure runs
    SKIPS = Qt.ItemDataRole.UserRole + 7  # bool, ranks above it are left out
    FLIGHT = Qt.ItemDataRole.UserRole + 8  # Flight, the one that Enter leads to
    BY_YOU = Qt.ItemDataRole.UserRole + 9  # str, that it counts what is the user's; or nothing


class RungRow(NamedTuple):
    """What a rung shows; ``share`` is that of the longest figure shown."""

    rank: str
    name: str
    figure: str
    gap: str
    share: float
    is_own: bool
    is_live: bool
    skips: bool
    by_you: str = ""


_FIELDS: Final = {
    int(Qt.ItemDataRole.DisplayRole): "name",
    int(LadderRole.RANK): "rank",
    int(LadderRole.FIGURE): "figure",
    int(LadderRole.GAP): "gap",
    int(LadderRole.SHARE): "share",
    int(LadderRole.IS_OWN): "is_own",
    int(LadderRole.IS_LIVE): "is_live",
    int(LadderRole.SKIPS): "skips",
    int(LadderRole.BY_YOU): "by_you",
}
_MOVING: Final = (LadderRole.FIGURE, LadderRole.GAP, LadderRole.SHARE)


class LadderListModel(QAbstractListModel):
    """Adapts one ladder after another; rows are made anew when others stand in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rungs: tuple[Rung, ...] = ()
        self._rows: list[RungRow] = []

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if (field := _FIELDS.get(role)) is not None:
            return getattr(row, field)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.rank, row.name, row.figure, row.gap)))
        if role == LadderRole.FLIGHT:
            return self._rungs[index.row()].flights[-1]
        return None

    def show(self, ladder: Ladder | None, own: Ownership = NOTHING_OWN) -> None:
        """Take over a ladder; None empties the list."""
        rungs = ladder.rungs if ladder is not None else ()
        running = ladder is not None and ladder.is_running
        rows = rung_rows(rungs, own, is_running=running)
        if [_lasting(one) for one in rows] != [_lasting(one) for one in self._rows]:
            self.beginResetModel()
            self._rungs, self._rows = rungs, rows
            self.endResetModel()
            return
        before, self._rungs, self._rows = self._rows, rungs, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(place)
                self.dataChanged.emit(index, index, list(_MOVING))


def _lasting(row: RungRow) -> tuple[str | bool, ...]:
    """What makes a row another one."""
    return row.rank, row.name, row.is_own, row.is_live, row.by_you


def rung_rows(rungs: tuple[Rung, ...], own: Ownership, *, is_running: bool) -> list[RungRow]:
    """Say what stands on each rung; ``is_running`` is whether the ladder's own flight is up."""
    longest = max((one.span.seconds_max for one in rungs), default=0) or 1
    rows = []
    for place, rung in enumerate(rungs):
        rank = phrases.number(rung.rank)
        is_own = rung.gap is Gap.OWN
        by_you = own_words.mark(own, *rung.flights)
        rows.append(
            RungRow(
                tr("about {}").format(rank) if rung.uncertain else rank,
                rung.person.name,
                ladder_phrases.figure(rung.span),
                own_words.marked(ladder_phrases.gap(rung), by_you),
                round(rung.span.seconds_max / longest * _PARTS) / _PARTS,
                is_own,
                rung.in_orbit or (is_own and is_running),
                place == 1 and rung.rank > rungs[0].rank + 1,
                by_you,
            )
        )
    return rows
