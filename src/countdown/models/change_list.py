"""The chain of a record's holders as rows, the latest first; a new holder is one new row."""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.core.flights import End
from countdown.core.moments import FIRST, Instant
from countdown.core.ownership import NOTHING_OWN
from countdown.core.reigns import Reign, reigns
from countdown.models import own_words, phrases
from countdown.models.change_phrases import came_by
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.records import Category

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


class ChangeRole(IntEnum):
    """Custom roles; the comment is the type ``data`` returns."""

    DETAIL = Qt.ItemDataRole.UserRole + 1  # str, whom they passed and at what mark
    DATE = Qt.ItemDataRole.UserRole + 2  # str
    WHEN = Qt.ItemDataRole.UserRole + 3  # str, to the minute
    HELD = Qt.ItemDataRole.UserRole + 4  # str, for how long, or that it is held now
    IS_NOW = Qt.ItemDataRole.UserRole + 5  # bool
    LABEL = Qt.ItemDataRole.UserRole + 6  # str, the holders in few letters
    REIGN = Qt.ItemDataRole.UserRole + 7  # Reign
    BY_YOU = Qt.ItemDataRole.UserRole + 8  # str, that it counts what is the user's; or nothing


_OF_THE_LATEST: Final = [
    ChangeRole.HELD,
    ChangeRole.IS_NOW,
    ChangeRole.DETAIL,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
]
"""What is no longer the same of a holder who has been passed."""


class ChangeListModel(QAbstractListModel):
    """Adapts the changes of holder in one category that came by one instant."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._doubtful_from = FIRST
        self._own = NOTHING_OWN
        self._reigns: tuple[Reign, ...] = ()
        self._starts: list[Instant] = []
        self._come = 0
        self._at = FIRST

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._come

    def choose(self, catalogue: Catalogue, category: Category, at: Instant) -> None:
        """Turn to another category, or to other facts."""
        self.beginResetModel()
        self._at = at
        self._doubtful_from = catalogue.unconfirmed_from
        self._own = catalogue.own
        self._reigns = reigns(catalogue, category)
        self._starts = [reign.change.at for reign in self._reigns]
        self._come = bisect_right(self._starts, at)
        self.endResetModel()

    def show(self, at: Instant) -> bool:
        """Move to another instant, and say whether that changed anything."""
        come = bisect_right(self._starts, at)
        before, self._at = self._at, at
        if come > self._come:
            was_first = come - self._come
            self.beginInsertRows(_ROOT, 0, was_first - 1)
            self._come = come
            self.endInsertRows()
            self._announce(was_first)
        elif come < self._come:
            self.beginRemoveRows(_ROOT, 0, self._come - come - 1)
            self._come = come
            self.endRemoveRows()
            self._announce(0)
        elif self._has_ended(before) != self._has_ended(at):
            self._announce(0)
        else:
            return False
        return True

    def _announce(self, row: int) -> None:
        if row < self._come:
            self.dataChanged.emit(self.index(row), self.index(row), _OF_THE_LATEST)

    def _has_ended(self, at: Instant) -> bool:
        return bool(self._come) and _died(self._reigns[self._come - 1], at)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < self._come:
            return None
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(self, self._reigns[self._come - 1 - index.row()])

    def is_now(self, reign: Reign) -> bool:
        """Say whether nobody had come after by the instant that is shown."""
        return reign.number == self._come

    def by_you(self, reign: Reign) -> str:
        """Say whether a flight that brought the record is the user's, or corrected."""
        return own_words.mark(self._own, *reign.change.flights)

    def held(self, reign: Reign) -> str:
        """Say for how long it was held, or that it is held still."""
        if reign.ends is None or self.is_now(reign):
            return tr("holder now")
        return tr("held {}").format(phrases.lasted(reign.change.at, reign.ends))

    def detail(self, reign: Reign) -> str:
        """Say whom they passed and at what mark, and what else must be known."""
        change = reign.change
        detail = own_words.marked(came_by(change), self.by_you(reign))
        if _died(reign, self._at):
            return tr("{}, died in flight").format(detail)
        if change.at > self._doubtful_from:
            return tr("{}, not confirmed").format(detail)
        return detail


def _holders(reign: Reign) -> str:
    return phrases.listed([person.name for person in reign.change.persons])


def _when(reign: Reign) -> str:
    return phrases.between(reign.change.at, reign.change.at_latest)


def _label(reign: Reign) -> str:
    persons = reign.change.persons
    if len(persons) == 1:
        return persons[0].name
    others = phrases.number(len(persons) - 1)
    return tr("{name} +{others}").format(name=persons[0].name, others=others)


def _died(reign: Reign, at: Instant) -> bool:
    """Say whether all holders had died on the flight that brought them the record."""
    return all(one.end is End.DIED and one.has_stopped(at) for one in reign.change.flights)


def _spoken(model: ChangeListModel, reign: Reign) -> str:
    return ", ".join((_holders(reign), _when(reign), model.detail(reign), model.held(reign)))


def _tip(model: ChangeListModel, reign: Reign) -> str:
    """All that a narrow row may have had to leave out."""
    return phrases.tip(_holders(reign), model.detail(reign), _when(reign))


_ANSWERS: Final[Mapping[int, Callable[[ChangeListModel, Reign], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda _, reign: _holders(reign),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
    ChangeRole.DETAIL: ChangeListModel.detail,
    ChangeRole.DATE: lambda _, reign: phrases.date(reign.change.at),
    ChangeRole.WHEN: lambda _, reign: _when(reign),
    ChangeRole.HELD: ChangeListModel.held,
    ChangeRole.IS_NOW: ChangeListModel.is_now,
    ChangeRole.LABEL: lambda _, reign: _label(reign),
    ChangeRole.REIGN: lambda _, reign: reign,
    ChangeRole.BY_YOU: ChangeListModel.by_you,
}
