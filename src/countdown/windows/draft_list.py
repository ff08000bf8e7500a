"""The user's missions by title, each with what is to be known of it; one of them is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from countdown.models.phrases import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.models.draft_book import DraftBook
    from countdown.models.mission_draft import Draft


class DraftList(QListWidget):
    """Signals: ``opened`` with the key of the mission that is turned to."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Own missions"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._open)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.opened.emit(int(item.data(Qt.ItemDataRole.UserRole)))

    def show_book(self, book: DraftBook) -> None:
        """Show all missions; a line that stays is the same as before, and may call this itself."""
        with QSignalBlocker(self):
            while self.count() > len(book.drafts):
                self.takeItem(self.count() - 1)
            while self.count() < len(book.drafts):
                self.addItem("")
            for place, draft in enumerate(book.drafts):
                item = self.item(place)
                item.setText(_listed(draft, book))
                item.setData(Qt.ItemDataRole.UserRole, draft.key)
                if draft is book.draft:
                    self.setCurrentItem(item)


def _listed(draft: Draft, book: DraftBook) -> str:
    found = book.findings[draft.key]
    marks = []
    if found.troubles:
        marks.append(tr("to mend"))
    elif book.is_other(draft):
        marks.append(tr("not saved"))
    if found.agreed:
        marks.append(tr("the catalogue says so too"))
    title = draft.title.strip() or tr("Without a title")
    return "\n".join(filter(None, (title, " · ".join(marks))))
