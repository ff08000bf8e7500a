"""The editor of the user's missions, and the file behind it: what was typed is kept, or why not.

Everything here is made late: when the editor is wanted, or there is a file to tell something of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from countdown.core.keeping import Cause
from countdown.models import keeping_words
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from countdown.core.clocks import Clock
    from countdown.core.keeping import Trouble
    from countdown.core.own_missions import OwnMission
    from countdown.services.own_facts import OwnFacts
    from countdown.widgets.look import Look
    from countdown.windows.editor_window import EditorWindow

_TO_TYPE_ANEW: Final = (Cause.CHANGED, Cause.DAMAGED, Cause.GONE)
"""What another program did: its missions are read, and ours come beside them."""


class OwnDesk(QObject):
    """Belongs to one desk.

    Signals:
        show_asked: the id of a mission that is wanted in the main window.
        closed: the editor has closed.
        stayed: it was to be closed, but its user wants it open still.
        restored: a backup is in the place of what was there, and its settings on disk.
    """

    show_asked = Signal(str)
    closed = Signal()
    stayed = Signal()
    restored = Signal()

    def __init__(
        self,
        own: OwnFacts,
        settings: Path,
        clock: Clock,
        load_look: Callable[[], Look],
        window: Callable[[], QWidget | None],
        parent: QObject | None = None,
    ) -> None:
        """``settings`` is their file; ``window`` returns that beside which something is told."""
        super().__init__(parent)
        self.facts = own
        self._settings = settings
        self._clock = clock
        self._load_look = load_look
        self._window = window
        self._editor: EditorWindow | None = None
        own.found_changed.connect(self._offer_what_is_there)

    @property
    def editor(self) -> EditorWindow | None:
        """The editor, once it was wanted."""
        return self._editor

    def settle(self) -> None:
        """Open the file, and tell what is wrong with it."""
        self._tell_of(self.facts.open())

    def present(self, files: Iterable[Path] = ()) -> None:
        """Show the editor, and let it take in files of missions."""
        if self._editor is None:
            from countdown.services.exchange import Exchange
            from countdown.windows.editor_window import EditorWindow

            self._tell_of(self.facts.open())
            exchange = Exchange(self.facts.store, self._settings)
            self._editor = EditorWindow(
                self.facts.below, self.facts.missions, self._clock, exchange, self._load_look()
            )
            self._editor.exchange.restored.connect(self._take_restored)
            self._editor.saved.connect(self._keep)
            self._editor.show_asked.connect(self.show_asked)
            self._editor.finished.connect(self.closed)
            self._editor.stayed.connect(self.stayed)
        self._editor.present()
        if names := tuple(files):
            self._editor.import_files(names)

    def set_look(self, look: Look) -> None:
        """Take another theme."""
        if self._editor is not None:
            self._editor.set_look(look)

    def close(self) -> bool:
        """Close the editor; False where it asks first what becomes of what is not saved."""
        return self._editor is None or self._editor.close()

    def abandon(self) -> None:
        """Close the editor without a question: the system ends the app."""
        if self._editor is not None:
            self._editor.set_missions(self.facts.missions)
            self._editor.close()

    def _keep(self, changed: tuple[OwnMission, ...], gone: tuple[str, ...]) -> None:
        """Save what the editor has, and let go of what it has no more."""
        editor = self._editor
        assert editor is not None
        new = {one.id: one for one in changed}
        kept = [new.pop(one.id, one) for one in self.facts.missions if one.id not in gone]
        trouble = self.facts.save((*kept, *new.values()))
        if trouble is None:
            editor.mark_saved()
            return
        if trouble.cause in _TO_TYPE_ANEW:
            editor.take_kept(self.facts.missions)
        self._say(keeping_words.not_kept(trouble))

    def _offer_what_is_there(self) -> None:
        box = self._question(keeping_words.changed_elsewhere())
        show = box.addButton(tr("Show it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Not now"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(show)
        box.accepted.connect(self._take_over)
        box.open()

    def _take_over(self) -> None:
        """Show what another program has written; what is typed and not saved stays typed."""
        trouble = self.facts.take_over()
        self._show_kept()
        self._tell_of(trouble)

    def _take_restored(self) -> None:
        trouble = self.facts.take_over()
        assert self._editor is not None
        self._editor.set_missions(self.facts.missions)
        self._tell_of(trouble)
        self.restored.emit()

    def _tell_of(self, trouble: Trouble | None) -> None:
        """Say what was found instead of missions, and offer the last good version."""
        if trouble is None:
            return
        text = keeping_words.not_read(trouble)
        if not trouble.backup:
            self._say(text)
            return
        box = self._question(text)
        restore = box.addButton(tr("Use the last good version"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Go on without"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(restore)
        box.accepted.connect(self._restore)
        box.open()

    def _restore(self) -> None:
        trouble = self.facts.restore_backup()
        if trouble is not None:
            self._say(keeping_words.not_kept(trouble))
        else:
            self._show_kept()

    def _show_kept(self) -> None:
        """Show in the editor what is kept now; what is typed and not saved stays typed."""
        if self._editor is not None:
            self._editor.take_kept(self.facts.missions)

    def _say(self, text: str) -> None:
        self._question(text, QMessageBox.Icon.Warning).open()

    def _question(
        self, text: str, icon: QMessageBox.Icon = QMessageBox.Icon.Question
    ) -> QMessageBox:
        """Return a box that closes itself for good, beside the window the user looks at."""
        editor = self._editor
        beside = editor if editor is not None and editor.isVisible() else self._window()
        box = QMessageBox(icon, "", text, parent=beside)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box
