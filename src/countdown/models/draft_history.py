"""Everything that was done to the missions that are typed, to be undone and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.models.mission_draft import Draft

_TYPING: Final = 1


class Desktop(NamedTuple):
    """All drafts, and the key of the one that is open; None where there is none."""

    drafts: tuple[Draft, ...] = ()
    chosen: int | None = None

    @property
    def draft(self) -> Draft | None:
        return next((one for one in self.drafts if one.key == self.chosen), None)

    def with_draft(self, draft: Draft) -> Desktop:
        """Return it with another state of a draft, which is opened."""
        drafts = tuple(draft if one.key == draft.key else one for one in self.drafts)
        return Desktop(drafts, draft.key)


class _Change(QUndoCommand):
    """From one desktop to another; letters typed into one field are one change."""

    def __init__(
        self, take: Callable[[Desktop], None], before: Desktop, after: Desktop, field: str
    ) -> None:
        super().__init__()
        self._take, self._before, self.after, self.field = take, before, after, field

    def id(self) -> int:
        return _TYPING if self.field else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.field != self.field:
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._take(self._before)

    def redo(self) -> None:
        self._take(self.after)


class DraftHistory(QObject):
    """Signals: ``changed`` after every change, done, undone or done again."""

    changed = Signal()

    def __init__(self, desktop: Desktop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desktop = desktop
        self._stack = QUndoStack(self)
        self._stack.indexChanged.connect(self._tell)
        self.undo, self.redo = self._stack.undo, self._stack.redo

    @property
    def can_undo(self) -> bool:
        return self._stack.canUndo()

    @property
    def can_redo(self) -> bool:
        return self._stack.canRedo()

    def change(self, desktop: Desktop, field: str = "") -> None:
        """Take another state; changes of one ``field``, one after another, are one."""
        if desktop != self.desktop:
            self._stack.push(_Change(self._take, self.desktop, desktop, field))

    def open(self, key: int) -> None:
        """Open another draft, which is nothing to undo."""
        self._take(self.desktop._replace(chosen=key))
        self.changed.emit()

    def start(self, desktop: Desktop) -> None:
        """Begin anew with other drafts."""
        self._take(desktop)
        self._stack.clear()
        self.changed.emit()

    def _take(self, desktop: Desktop) -> None:
        self.desktop = desktop

    def _tell(self, _index: int) -> None:
        """Only now the stack knows what can be undone."""
        self.changed.emit()
