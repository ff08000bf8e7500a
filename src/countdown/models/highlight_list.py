"""What happens in a flight as rows; an ordinary second changes none of them."""

from __future__ import annotations

from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.core.highlights import Happening, HappeningKind, happenings
from countdown.core.moments import END, FIRST, Instant, Precision
from countdown.models import highlight_phrases as words
from countdown.models.phrases import tip, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.core.milestones import Prospects

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class HighlightRole(IntEnum):
    """Custom roles; the comment is the type ``data`` returns."""

    DETAIL = Qt.ItemDataRole.UserRole + 1  # str, what the title leaves out
    WHEN = Qt.ItemDataRole.UserRole + 2  # str, as closely as it is known
    DAY = Qt.ItemDataRole.UserRole + 3  # str, of the flight
    ORIGIN = Qt.ItemDataRole.UserRole + 4  # str, computed or by what kind of source
    IS_COMPUTED = Qt.ItemDataRole.UserRole + 5  # bool
    IS_PAST = Qt.ItemDataRole.UserRole + 6  # bool
    IS_NEXT = Qt.ItemDataRole.UserRole + 7  # bool
    IS_FIRST = Qt.ItemDataRole.UserRole + 8  # bool, the time line begins here
    IS_LAST = Qt.ItemDataRole.UserRole + 9  # bool
    HAPPENING = Qt.ItemDataRole.UserRole + 10  # Happening
    BY_YOU = Qt.ItemDataRole.UserRole + 11  # str, where the user states it; nothing of all others


_OF_TIME: Final = [
    HighlightRole.IS_PAST,
    HighlightRole.IS_NEXT,
    Qt.ItemDataRole.AccessibleTextRole,
]
"""What time changes."""
_Row = tuple[Happening, ...]
"""Records in several scopes that come at once, or a single happening."""


class HighlightListModel(QAbstractListModel):
    """Adapts the happenings of one flight, seen from one instant."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._flight: Flight | None = None
        self._rows: list[_Row] = []
        self._states: list[tuple[bool, bool]] = []
        self._turns: tuple[Instant, Instant] = (FIRST, FIRST)
        """From when and until before when every row stays as it is."""

    @property
    def flight(self) -> Flight | None:
        """Whose happenings these are."""
        return self._flight

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(self, index.row())

    def show(
        self,
        catalogue: Catalogue,
        flight: Flight | None,
        prospects: Callable[[Flight], Prospects],
        at: Instant,
    ) -> None:
        """Turn to a flight, None for a launch without crew, and to an instant of it.

        ``prospects`` is asked only when the flight or the catalogue is another one.
        """
        if flight == self._flight and catalogue is self._catalogue:
            self._move(at)
            return
        self.beginResetModel()
        self._catalogue, self._flight = catalogue, flight
        found = happenings(catalogue, flight, prospects(flight)) if flight else ()
        self._rows = [tuple(group) for _, group in groupby(found, key=_together)]
        self._turns = self._steady_around(at)
        self._states = self._states_at(at)
        self.endResetModel()

    def _move(self, at: Instant) -> None:
        since, until = self._turns
        if since <= at < until:
            return
        self._turns = self._steady_around(at)
        before, self._states = self._states, self._states_at(at)
        for row, (old, new) in enumerate(zip(before, self._states, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row), _OF_TIME)

    def _steady_around(self, at: Instant) -> tuple[Instant, Instant]:
        moments = [row[0].moment for row in self._rows]
        edges = {one.latest + 1 for one in moments} | {one.earliest for one in moments}
        return (
            Instant(max((one for one in edges if one <= at), default=FIRST)),
            Instant(min((one for one in edges if one > at), default=END)),
        )

    def _states_at(self, at: Instant) -> list[tuple[bool, bool]]:
        """Whether each row is past, and whether it is next."""
        past = [row[0].moment.latest < at for row in self._rows]
        following = self._following(past, at)
        return [(one, row == following) for row, one in enumerate(past)]

    def _following(self, past: list[bool], at: Instant) -> int | None:
        """The first row to come; not a month that is running, and nobody's death."""
        for row, over in enumerate(past):
            happening = self._rows[row][0]
            moment = happening.moment
            running = moment.precision > Precision.DAY and moment.earliest <= at
            if not over and not running and happening.kind is not HappeningKind.DEATH:
                return row
        return None

    @property
    def next_row(self) -> int | None:
        """The row of what comes next; None when nothing does."""
        return next((row for row, (_, coming) in enumerate(self._states) if coming), None)

    def title(self, row: int) -> str:
        assert self._catalogue is not None
        return words.joint_title(self._catalogue, self._rows[row])

    def detail(self, row: int) -> str:
        assert self._flight is not None
        return words.detail(self._rows[row][0], self._flight)

    def when(self, row: int) -> str:
        return words.when(self._rows[row][0].moment)

    def day(self, row: int) -> str:
        assert self._flight is not None
        return words.mission_day(self._flight, self._rows[row][0].moment)

    def origin(self, row: int) -> str:
        assert self._catalogue is not None
        assert self._flight is not None
        return words.origin(self._catalogue, self._rows[row][0], self._flight)

    def own(self, row: int) -> str:
        assert self._catalogue is not None
        assert self._flight is not None
        return words.stated(self._catalogue, self._rows[row][0], self._flight)

    def spoken(self, row: int) -> str:
        """All of a row in one sentence, and where it stands in time."""
        past, coming = self._states[row]
        place = tr("next") if coming else tr("past") if past else ""
        parts = (
            self.when(row), self.day(row), self.title(row), self.detail(row), self.origin(row),
            self.own(row), place,
        )  # fmt: skip
        return ", ".join(filter(None, parts))

    def tip(self, row: int) -> str:
        """All that a narrow row may have had to leave out."""
        return tip(
            self.title(row), self.detail(row), self.when(row), self.origin(row), self.own(row)
        )

    def is_past(self, row: int) -> bool:
        return self._states[row][0]

    def is_next(self, row: int) -> bool:
        return self._states[row][1]

    def happening(self, row: int) -> Happening:
        return self._rows[row][0]


def _together(happening: Happening) -> object:
    """What brings a record in several scopes at once is one row; all else stands alone."""
    if happening.kind is not HappeningKind.RECORD or happening.category is None:
        return happening
    crossing = happening.milestone.crossing if happening.milestone else None
    change = happening.change
    passes = crossing.passes if crossing else ()
    how = (change.flights, change.passes, change.stay) if change else passes
    return (happening.moment, happening.category.kind, how)


_ANSWERS: Final[Mapping[int, Callable[[HighlightListModel, int], object]]] = {
    Qt.ItemDataRole.DisplayRole: HighlightListModel.title,
    Qt.ItemDataRole.AccessibleTextRole: HighlightListModel.spoken,
    Qt.ItemDataRole.ToolTipRole: HighlightListModel.tip,
    HighlightRole.DETAIL: HighlightListModel.detail,
    HighlightRole.WHEN: HighlightListModel.when,
    HighlightRole.DAY: HighlightListModel.day,
    HighlightRole.ORIGIN: HighlightListModel.origin,
    HighlightRole.IS_COMPUTED: lambda model, row: model.happening(row).is_computed,
    HighlightRole.IS_PAST: HighlightListModel.is_past,
    HighlightRole.IS_NEXT: HighlightListModel.is_next,
    HighlightRole.IS_FIRST: lambda _, row: row == 0,
    HighlightRole.IS_LAST: lambda model, row: row == model.rowCount() - 1,
    HighlightRole.HAPPENING: HighlightListModel.happening,
    HighlightRole.BY_YOU: HighlightListModel.own,
}
