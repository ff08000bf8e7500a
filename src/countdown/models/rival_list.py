"""Flights to race against, found by typing."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from countdown.core.catalogue import fold, matches_typed
from countdown.core.moments import DAY
from countdown.core.ownership import NOTHING_OWN
from countdown.core.races import length_of
from countdown.models.own_words import mark, marked
from countdown.models.race_phrases import flight_text

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

_ROOT: Final = QModelIndex()
_MOST: Final = 60
"""As many are offered; who looks for another types another letter."""


class RivalRole(IntEnum):
    """What a row knows beside its text."""

    FLIGHT = Qt.ItemDataRole.UserRole
    """The `Flight`."""


class RivalListModel(QAbstractListModel):
    """The flights that match what is typed, the longest first; all but one's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._own: Flight | None = None
        self._all: list[tuple[str, Flight]] | None = None
        self._found: list[Flight] = []

    def show_flights(self, catalogue: Catalogue, own: Flight) -> None:
        """Offer the flights of a catalogue to be raced by ``own``."""
        if catalogue is not self._catalogue:
            self._all = None
        if (catalogue, own) != (self._catalogue, self._own):
            self._catalogue, self._own = catalogue, own
            self._take([])

    def find(self, typed: str) -> None:
        """Offer what matches, in names, other spellings, vehicles and days."""
        self._take(
            [
                flight
                for text, flight in self._texts()
                if matches_typed(typed, text) and flight is not self._own
            ][:_MOST]
        )

    @property
    def first(self) -> Flight | None:
        """The first that matches."""
        return self._found[0] if self._found else None

    def _texts(self) -> list[tuple[str, Flight]]:
        """What each flight is found by, the longest first; made when it is first typed."""
        if self._all is None and self._catalogue is not None:
            catalogue = self._catalogue
            self._all = [
                (f"{catalogue.spellings(one.person)} {fold(one.up.name)} {_days(one)}", one)
                for one in sorted(catalogue.flights, key=_seconds, reverse=True)
            ]
        return self._all or []

    def _take(self, found: list[Flight]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        flight = self._found[index.row()]
        if role == RivalRole.FLIGHT:
            return flight
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            own = self._catalogue.own if self._catalogue is not None else NOTHING_OWN
            return marked(flight_text(flight), mark(own, flight))
        return None


def _seconds(flight: Flight) -> int:
    length = length_of(flight)
    return 0 if length is None else length.seconds


def _days(flight: Flight) -> str:
    return str(_seconds(flight) // DAY)
