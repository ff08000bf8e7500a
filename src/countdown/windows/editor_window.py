"""The user's own missions: a list of them, and the one that is typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMessageBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from countdown.models.draft_book import DraftBook
from countdown.models.draft_check import row_at
from countdown.models.fact_finder import FactFinder
from countdown.models.mission_draft import Part
from countdown.models.phrases import counted, tr
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import SideDialog, scrolling, wrapped
from countdown.windows.draft_form import DraftForm
from countdown.windows.draft_list import DraftList
from countdown.windows.file_drops import FileDrops
from countdown.windows.mission_exchange import MissionExchange
from countdown.windows.no_draft import NoDraft
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.own_missions import OwnMission
    from countdown.models.mission_draft import Draft
    from countdown.services.exchange import Exchange
    from countdown.widgets.look import Look

_SIZE: Final = QSize(1080, 780)
_TOOLS: Final = ("new", "duplicate", "delete", "import", "export", "share", "backup", "restore")
_FOOT: Final = ("mend", "show", "undo", "redo", "save")


class EditorWindow(FileDrops, SideDialog):
    """Nothing is kept before *Save*, and then all of it.

    Signals:
        saved: the tuple of every `OwnMission` that is new, or other than it was kept, and that of
            the ids of those to be kept no more; who has kept them says `mark_saved`.
        show_asked: the id of a kept mission that is wanted in the main window.
        stayed: the user was asked on closing, and wants it open still.
        quit_asked: the app is to end.
    """

    saved = Signal(object, object)
    show_asked = Signal(str)
    stayed = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        missions: Sequence[OwnMission],
        clock: Clock,
        files: Exchange,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Open with the missions that are kept; ``catalogue`` is the one without them."""
        super().__init__(tr("Own missions"), _SIZE, look, parent)
        self._given: tuple[OwnMission, ...] = ()
        self.book = DraftBook(catalogue, clock, self)
        self.history = self.book.history
        self._kept, self._ids = self.book.kept, self.book.ids
        self._stops: list[QWidget] = []
        self._trouble: tuple[int, str] | None = None
        self.exchange = MissionExchange(
            files, catalogue, self.book.stated, self.book.today, look, self
        )
        self.setAcceptDrops(True)
        self.list = DraftList()
        self.form = DraftForm(FactFinder(catalogue), look)
        self.note = wrapped("body", "accent")
        self._make_buttons()
        self._empty = NoDraft(self.buttons["columns"])
        self._lay_out()
        self._connect()
        self.set_look(look)
        self.set_missions(missions)

    def _make_buttons(self) -> None:
        deeds = {
            "new": (tr("New"), "Ctrl+N", self.new),
            "duplicate": (tr("Duplicate"), "Ctrl+D", self.book.duplicate),
            "delete": (tr("Delete"), "Ctrl+Del", self.book.delete),
            "import": (tr("Import…"), "Ctrl+O", self.exchange.choose_files),
            "columns": (tr("What may a table have?"), "F1", self.exchange.show_columns),
            "export": (tr("Export all…"), "Ctrl+Shift+E", self._export),
            "share": (tr("Share this one…"), "Ctrl+Shift+S", self._share),
            "backup": (tr("Back up…"), "Ctrl+B", self.exchange.choose_backup),
            "restore": (tr("Restore…"), "Ctrl+Shift+B", self.exchange.choose_restore),
            "show": (tr("Show"), "Ctrl+Return", self.show_mission),
            "undo": (tr("Undo"), "Ctrl+Z", self.undo),
            "redo": (tr("Redo"), "Ctrl+Shift+Z", self.redo),
            "mend": (tr("What is wrong?"), "F8", self.go_to_trouble),
            "save": (tr("Save"), "Ctrl+S", self.save),
        }
        self.buttons: dict[str, EnterButton] = {}
        for name, (text, keys, slot) in deeds.items():
            button = self.buttons[name] = EnterButton(text)
            button.setToolTip(f"{text} ({keys})")
            button.clicked.connect(slot)
            QShortcut(QKeySequence(keys), self, slot)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.quit_asked)

    def _lay_out(self) -> None:
        side, bar = QFrame(), QFrame()
        side.setObjectName("side")
        bar.setObjectName("bar")
        self._title = Text("title", bold=True)
        self._title.setText(tr("Own missions"))
        self._tools = QGridLayout()
        for place, name in enumerate(_TOOLS):
            self.buttons[name].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._tools.addWidget(self.buttons[name], place // 2, place % 2)
        self._side = QVBoxLayout(side)
        self._side.addWidget(self._title)
        self._side.addWidget(self.list, 1)
        self._side.addLayout(self._tools)
        self._foot = QHBoxLayout(bar)
        self._foot.addWidget(self.note, 1)
        for name in _FOOT:
            self._foot.addWidget(self.buttons[name])
        self._sheet = scrolling(self.form)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side, 0, 0, 2, 1)
        whole.addWidget(self._empty, 0, 1, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self._sheet, 0, 1)
        whole.addWidget(bar, 1, 1)
        whole.setColumnStretch(1, 1)
        whole.setRowStretch(0, 1)
        self._side_frame = side

    def _connect(self) -> None:
        self.list.opened.connect(self.history.open)
        self.form.headed.connect(self.book.head)
        self.form.edited.connect(self.book.edit)
        self.form.made.connect(self._make)
        self.form.removed.connect(self.book.remove)
        self.form.added.connect(self._add)
        self.form.turned_to.connect(self._focus)
        self.form.arranged.connect(self._scroll_to_focus)
        self.book.changed.connect(self._show)
        self.book.typed.connect(self._show_draft)
        self.exchange.taken.connect(self.take_missions)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        medium, small = look.space("medium"), look.space("small")
        self.exchange.set_look(look)
        self._side.setContentsMargins(medium, medium, medium, medium)
        self._side.setSpacing(small)
        self._tools.setSpacing(look.space("tight"))
        self._foot.setContentsMargins(look.px(24), small, look.px(24), small)
        self._foot.setSpacing(small)
        self._side_frame.setFixedWidth(look.px(280))
        for part in (self._title, self._empty, self.note, self.form):
            part.set_look(look)
        for widget in (self.list, *self.buttons.values()):
            widget.setFont(look.font("body"))

    # What is kept, and what is typed

    def set_missions(self, missions: Sequence[OwnMission]) -> None:
        """Begin anew with the missions that are kept."""
        self.book.start(missions)

    def take_kept(self, missions: Sequence[OwnMission]) -> None:
        """Take what another program has saved, and ask about what is typed otherwise here."""
        self.exchange.ask_about(self.book.take_kept(missions))

    @property
    def draft(self) -> Draft | None:
        """The mission that is open."""
        return self.book.draft

    def unsaved(self) -> tuple[OwnMission, ...]:
        """Return every mission that is other than it was kept, and can be stated."""
        return self.book.unsaved()

    @property
    def has_changes(self) -> bool:
        """Say whether something would be lost on closing."""
        return self.book.has_changes

    def save(self) -> bool:
        """Have everything kept, if all of it can be; say whether that is so.

        What was kept before it came to contradict the catalogue bars nothing else.
        """
        if self.book.bars_saving:
            self.go_to_trouble()
            return False
        self._given = self.book.to_keep()
        if self._given or self.book.gone():
            self.saved.emit(self._given, tuple(self.book.gone()))
        return not self.has_changes

    def mark_saved(self) -> None:
        """Take what `saved` has told of as kept."""
        self.book.mark_kept(self._given)

    # Deeds

    def new(self) -> None:
        """Begin a mission."""
        self.book.new()
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_mission(self) -> None:
        """Ask for the open mission in the main window, as it is kept."""
        own = self._ids.get(self.history.desktop.chosen or 0)
        if own in self._kept:
            self.show_asked.emit(own)

    def undo(self) -> None:
        """Take the last change back, and show where that was."""
        self._show_changed(self.book.undo())

    def redo(self) -> None:
        """Do again what was undone last, and show where that is."""
        self._show_changed(self.book.redo())

    def _show_changed(self, key: int | None) -> None:
        if key is not None and key not in self.form.rows:
            self._focus(key)

    def take_missions(self, missions: Sequence[OwnMission]) -> None:
        """Take in missions from elsewhere, unsaved; one that is here already becomes as they say.

        What it replaces comes back by *Undo*.
        """
        self.book.take(missions)

    # Files

    def take_files(self, files: list[Path]) -> None:
        self.import_files(files)

    def import_files(self, files: Iterable[Path]) -> None:
        """Take in the missions of files, unsaved; what is here already is asked about."""
        self.exchange.import_files(files)

    def _export(self) -> None:
        """Write what is typed, saved or not: what the disk has no room for can leave so."""
        if missions := self.book.to_export():
            self.exchange.write_all(tuple(missions.values()))

    def _share(self) -> None:
        mission = self.book.to_export().get(self.history.desktop.chosen or 0)
        if mission is not None:
            self.exchange.write_one(mission)

    def go_to_trouble(self) -> None:
        """Put the cursor into the next field that something is wrong with."""
        self._trouble = self.book.next_trouble(self._trouble)
        if self._trouble is None:
            return
        key, path = self._trouble
        self.history.open(key)
        draft = self.draft
        assert draft is not None
        if (place := row_at(draft, path)) is not None:
            row, name = place
            self._focus(row.key, name)
        else:
            self.form.lines[path].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self, key: int, *names: str) -> None:
        row = self.form.reveal(key)
        self._order_tabs()
        row.focus_on(names)
        self._scroll_to_focus()  # and again when a row that is new has its place

    def _scroll_to_focus(self) -> None:
        """Keep the field that is typed in, and what is said below it, in sight."""
        focused = self.focusWidget()  # also one that is not shown yet, and gets it then
        if self.form.isAncestorOf(focused):
            middle = focused.mapTo(self.form, focused.rect().center())
            self._sheet.ensureVisible(0, middle.y(), 0, self.look.px(100))

    # What the form says

    def _make(self, key: int, name: str, part: str, called: str) -> None:
        made = self.book.make(key, name, Part(part), called)
        self._focus(made, "sex" if part == Part.PEOPLE else "spacecraft")

    def _add(self, part: str) -> None:
        self._focus(self.book.add(Part(part)))

    # What is shown

    def _show(self) -> None:
        self._show_draft()
        if (draft := self.draft) is not None:
            found = self.book.findings[draft.key]
            self.form.show_findings(found.troubles, found.agreed)
        self.list.show_book(self.book)
        self._show_buttons()

    def _show_draft(self) -> None:
        """Show what is typed; what is known of it is told once it is checked."""
        draft = self.draft
        self._sheet.setVisible(draft is not None)
        self._empty.setVisible(draft is None)
        if draft is not None:
            self.form.show_draft(draft)
        self._order_tabs()

    def _show_buttons(self) -> None:
        book, buttons, draft = self.book, self.buttons, self.draft
        wrong = book.troubles
        self.note.setText(
            counted(wrong, tr("{} thing to mend"), tr("{} things to mend")) if wrong else ""
        )
        buttons["mend"].setVisible(bool(wrong))
        buttons["save"].setEnabled(book.has_changes and not book.bars_saving)
        buttons["undo"].setEnabled(self.history.can_undo)
        buttons["redo"].setEnabled(self.history.can_redo)
        for name in ("duplicate", "delete"):
            buttons[name].setEnabled(draft is not None)
        buttons["show"].setEnabled(draft is not None and book.is_kept(draft))
        leaving = book.to_export()
        buttons["share"].setEnabled(draft is not None and draft.key in leaving)
        buttons["export"].setEnabled(bool(leaving))

    def _order_tabs(self) -> None:
        """Let Tab go through everything as it stands, whatever was added or removed."""
        buttons = self.buttons
        tools = [buttons[name] for name in _TOOLS]
        foot = [buttons[name] for name in _FOOT]
        stops = [self.list, *tools, self.buttons["columns"], *self.form.tab_stops(), *foot]
        if stops != self._stops:
            self._stops = stops
            for before, after in pairwise(stops):
                self.setTabOrder(before, after)

    def reject(self) -> None:
        """Close, by Escape or by the window's button; what is not saved is asked about."""
        if self.has_changes:
            self._ask()
        else:
            super().reject()

    def _ask(self) -> None:
        buttons = QMessageBox.StandardButton
        box = QMessageBox(
            QMessageBox.Icon.Question, "", tr("There are changes that are not saved."), parent=self
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.buttonClicked.connect(self._answer)
        box.open()

    def _answer(self, _button: object) -> None:
        box = self.sender()
        assert isinstance(box, QMessageBox)
        role = box.buttonRole(box.clickedButton())
        if role is QMessageBox.ButtonRole.AcceptRole:
            if self.save():
                self.close()
        elif role is QMessageBox.ButtonRole.DestructiveRole:
            self.book.start(tuple(self._kept.values()))
            self.close()
        if self.isVisible():
            self.stayed.emit()
