"""Keeps what a model announces, so that tests can say what it must not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex


class Change(NamedTuple):
    """Rows from ``first`` to ``last`` changed in these roles."""

    first: int
    last: int
    roles: frozenset[int]


class Announcements:
    """Listens to one model."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.changes: list[Change] = []
        self.resets = 0
        model.dataChanged.connect(self._hear_change)
        model.modelReset.connect(self._hear_reset)

    def _hear_change(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        self.changes.append(Change(first.row(), last.row(), frozenset(roles)))

    def _hear_reset(self) -> None:
        self.resets += 1

    @property
    def is_silent(self) -> bool:
        return not self.changes and not self.resets

    @property
    def roles(self) -> frozenset[int]:
        return frozenset[int]().union(*(one.roles for one in self.changes))

    @property
    def rows(self) -> set[int]:
        return {row for one in self.changes for row in range(one.first, one.last + 1)}
