"""What is counted down to, as rows; a second changes one role of each."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.models import own_words, phrases
from countdown.models.countdown_phrases import sureness

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight, PlannedLaunch
    from countdown.core.milestones import Milestone
    from countdown.core.readings import Countdown

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class CountdownRole(IntEnum):
    """Custom roles; the comment is the type ``data`` returns."""

    DETAIL = Qt.ItemDataRole.UserRole + 1  # str, below the title
    TO_GO = Qt.ItemDataRole.UserRole + 2  # str, the running figure
    TARGET = Qt.ItemDataRole.UserRole + 3  # str, when it comes
    IS_PAST = Qt.ItemDataRole.UserRole + 4  # bool
    ROW = Qt.ItemDataRole.UserRole + 5  # CountdownRow, all of these in one, for who paints


_A_SECOND: Final = [CountdownRole.TO_GO]
_A_TURN: Final = [CountdownRole.TO_GO, CountdownRole.IS_PAST]


class CountdownWords(NamedTuple):
    """What a second does not change; ``own`` says where the user states it."""

    title: str
    detail: str
    target: str
    own: str = ""


class CountdownRow(NamedTuple):
    """All that is painted of a countdown; of one by the month, the month is not repeated."""

    words: CountdownWords
    to_go: str
    is_past: bool


class CountdownListModel(QAbstractListModel):
    """Adapts countdowns in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Countdown] = []
        self._words: dict[int, CountdownWords] = {}
        self._still: list[tuple[Milestone, bool]] = []
        """What no second changes of the rows: what is counted down to, and whether it is past."""
        self._facts: tuple[Catalogue | None, bool, Flight | PlannedLaunch | None]
        self._facts = None, False, None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        answer = _ANSWERS.get(role)
        row = index.row()
        return None if answer is None else answer(self._rows[row], self._words_of(row))

    def rows(self, first: int, end: int) -> list[CountdownRow]:
        """Return what the role of all gives, of several rows, and not by way of Qt."""
        return [
            _row(one, self._words_of(place))
            for place, one in enumerate(self._rows[first:end], start=first)
        ]

    def figures(self, first: int, end: int) -> list[str]:
        """Return the running figures of several rows."""
        return [phrases.to_go(one) for one in self._rows[first:end]]

    def _words_of(self, row: int) -> CountdownWords:
        """The words of a row, found once."""
        if row not in self._words:
            catalogue, is_planned, about = self._facts
            assert catalogue is not None
            milestone = self._rows[row].milestone
            sure = sureness(milestone, is_planned=is_planned)
            self._words[row] = CountdownWords(
                phrases.milestone_title(catalogue, milestone),
                _joined(phrases.milestone_detail(milestone), sure),
                phrases.target_time(milestone),
                own_words.milestone(catalogue, about, milestone),
            )
        return self._words[row]

    def show(
        self,
        catalogue: Catalogue,
        rows: list[Countdown],
        *,
        is_planned: bool,
        about: Flight | PlannedLaunch | None = None,
    ) -> None:
        """Take over countdowns; rows are made anew only when others are counted down to.

        ``is_planned`` says that the launch or return among them is planned, not a fact; ``about``
        is whose they are.
        """
        still = [(one.milestone, one.is_past) for one in rows]
        facts, before = (catalogue, is_planned, about), self._rows
        is_same = facts == self._facts
        if is_same and still == self._still:
            self._rows = rows
            self._announce(before, _A_SECOND)
        elif is_same and [one for one, _ in still] == [one for one, _ in self._still]:
            self._rows, self._still = rows, still
            self._announce(before, _A_TURN)
        else:
            self.beginResetModel()
            self._rows, self._still, self._facts = rows, still, facts
            self._words.clear()
            self.endResetModel()

    def _announce(self, before: list[Countdown], roles: list[CountdownRole]) -> None:
        """Announce rows that changed, those below each other at once."""
        changed = [old != new for old, new in zip(before, self._rows, strict=True)]
        end = 0
        while True in changed[end:]:
            first = changed.index(True, end)
            end = changed.index(False, first) if False in changed[first:] else len(changed)
            # Made here: `index` asks first how many rows there are.
            self.dataChanged.emit(self.createIndex(first, 0), self.createIndex(end - 1, 0), roles)


def _row(countdown: Countdown, words: CountdownWords) -> CountdownRow:
    to_go = phrases.to_go(countdown)
    if words.target == to_go:
        words = words._replace(target="")
    return CountdownRow(words, to_go, countdown.is_past)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _tip(_countdown: Countdown, words: CountdownWords) -> str:
    return phrases.tip(*words)


def _spoken(countdown: Countdown, words: CountdownWords) -> str:
    return _joined(words.title, phrases.to_go(countdown), words.target, words.own)


_ANSWERS: Final[Mapping[int, Callable[[Countdown, CountdownWords], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda _, words: words.title,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
    CountdownRole.DETAIL: lambda _, words: words.detail,
    CountdownRole.TO_GO: lambda countdown, _: phrases.to_go(countdown),
    CountdownRole.TARGET: lambda _, words: words.target,
    CountdownRole.IS_PAST: lambda countdown, _: countdown.is_past,
    CountdownRole.ROW: _row,
}
