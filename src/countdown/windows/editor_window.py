"""The user's own missions: a list of them, and the one that is typed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from countdown.core.moments import Moment, as_datetime, instant
from countdown.core.overlays import with_sound
from countdown.models.draft_words import conflict_words
from countdown.models.fact_finder import FactFinder
from countdown.models.mission_draft import KNOWN, OWN, Draft, Part, Row, copied, draft_of
from countdown.models.mission_stating import free_id, state
from countdown.models.phrases import counted, tr
from countdown.windows.dialogs import EnterButton, SideDialog, scrolling, wrapped
from countdown.windows.draft_form import DraftForm
from countdown.windows.draft_history import Desktop, DraftHistory
from countdown.windows.file_drops import FileDrops
from countdown.windows.mission_exchange import MissionExchange
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.clocks import Clock
    from countdown.core.own_missions import OwnMission
    from countdown.services.exchange import Exchange
    from countdown.widgets.look import Look

_SIZE: Final = QSize(1080, 780)


class _Findings(NamedTuple):
    """What is known of one draft: the mission that it states, its troubles and agreements."""

    mission: OwnMission | None
    troubles: dict[str, str]
    agreed: frozenset[str] = frozenset()


class EditorWindow(FileDrops, SideDialog):
    """Nothing is kept before *Save*, and then all of it.

    Signals:
        saved: the tuple of every `OwnMission` that is new, or other than it was kept, and that of
            the ids of those to be kept no more; who has kept them says `mark_saved`.
        show_asked: the id of a kept mission that is wanted in the main window.
        stayed: the user was asked on closing, and wants it open still.
    """

    saved = Signal(object, object)
    show_asked = Signal(str)
    stayed = Signal()

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
        self._catalogue, self._clock = catalogue, clock
        self._keys = count(1)
        self._kept: dict[str, OwnMission] = {}
        self._ids: dict[int, str] = {}
        self._found: dict[int, _Findings] = {}
        self._given: tuple[OwnMission, ...] = ()
        self.history = DraftHistory(Desktop(), self)
        self.exchange = MissionExchange(files, catalogue, self._here, self._today, look, self)
        self.setAcceptDrops(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Own missions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = DraftForm(FactFinder(catalogue), look)
        self._empty = wrapped("lead", "dim")
        self._empty.setText(tr("No missions of your own yet. “New” begins one."))
        self.note = wrapped("body", "accent")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.set_look(look)
        self.set_missions(missions)

    def _make_buttons(self) -> None:
        deeds = {
            "new": (tr("New"), "Ctrl+N", self.new),
            "duplicate": (tr("Duplicate"), "Ctrl+D", self.duplicate),
            "delete": (tr("Delete"), "Ctrl+Del", self.delete),
            "import": (tr("Import…"), "Ctrl+O", self.exchange.choose_files),
            "export": (tr("Export all…"), "Ctrl+Shift+E", self._export),
            "share": (tr("Share this one…"), "Ctrl+Shift+S", self._share),
            "backup": (tr("Back up…"), "Ctrl+B", self.exchange.choose_backup),
            "restore": (tr("Restore…"), "Ctrl+Shift+B", self.exchange.choose_restore),
            "show": (tr("Show"), "Ctrl+Return", self.show_mission),
            "undo": (tr("Undo"), "Ctrl+Z", self._undo),
            "redo": (tr("Redo"), "Ctrl+Shift+Z", self._redo),
            "mend": (tr("What is wrong?"), "F8", self.go_to_trouble),
            "save": (tr("Save"), "Ctrl+S", self.save),
        }
        self.buttons: dict[str, EnterButton] = {}
        for name, (text, keys, slot) in deeds.items():
            button = self.buttons[name] = EnterButton(text)
            button.setToolTip(f"{text} ({keys})")
            button.clicked.connect(slot)
            QShortcut(QKeySequence(keys), self, slot)

    def _lay_out(self) -> None:
        side, bar = QFrame(), QFrame()
        side.setObjectName("side")
        bar.setObjectName("bar")
        self._title = Text("title", bold=True)
        self._title.setText(tr("Own missions"))
        self._tools = QGridLayout()
        tools = (
            "new", "duplicate", "delete", "import", "export", "share", "backup", "restore",
        )  # fmt: skip
        for place, name in enumerate(tools):
            self._tools.addWidget(self.buttons[name], place // 2, place % 2)
        self._side = QVBoxLayout(side)
        self._side.addWidget(self._title)
        self._side.addWidget(self.list, 1)
        self._side.addLayout(self._tools)
        self._foot = QHBoxLayout(bar)
        self._foot.addWidget(self.note, 1)
        for name in ("mend", "show", "undo", "redo", "save"):
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
        self._side_frame = side

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._open)
        self.form.headed.connect(self._head)
        self.form.edited.connect(self._edit)
        self.form.made.connect(self._make)
        self.form.removed.connect(self._remove)
        self.form.added.connect(self._add)
        self.history.changed.connect(self._show)
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
        self._empty.setContentsMargins(look.px(24), look.px(24), look.px(24), 0)
        for part in (self._title, self._empty, self.note, self.form):
            part.set_look(look)
        for widget in (self.list, *self.buttons.values()):
            widget.setFont(look.font("body"))

    # What is kept, and what is typed

    def set_missions(self, missions: Sequence[OwnMission]) -> None:
        """Begin anew with the missions that are kept."""
        drafts = tuple(draft_of(one, self._keys) for one in missions)
        self._kept = {one.id: one for one in missions}
        self._ids = {draft.key: one.id for draft, one in zip(drafts, missions, strict=True)}
        self.history.start(Desktop(drafts, drafts[0].key if drafts else None))

    @property
    def draft(self) -> Draft | None:
        """The mission that is open."""
        return self.history.desktop.draft

    def _today(self) -> Moment:
        return Moment.parse(as_datetime(instant(self._clock.now())).date().isoformat())

    def check(self) -> None:
        """State every draft, and lay those that can be stated over the catalogue."""
        drafts = self.history.desktop.drafts
        taken = {*self._kept, *self._ids.values()}
        found = {}
        for draft in drafts:
            own = self._ids.get(draft.key) or free_id(draft.title, taken)
            taken.add(own)
            stated = state(draft, own, self._today())
            found[draft.key] = _Findings(stated.mission, dict(stated.troubles))
        sound = [(key, one.mission) for key, one in found.items() if one.mission is not None]
        overlay, conflicts = with_sound(self._catalogue, [mission for _, mission in sound])
        laid = [key for key, _ in sound]
        for conflict in conflicts:
            found[laid[conflict.mission]].troubles[conflict.path] = conflict_words(conflict)
        wrong = {one.mission for one in conflicts}
        laid = [key for number, key in enumerate(laid) if number not in wrong]
        for agreement in overlay.agreements:
            key = laid[agreement.mission]
            agreed = found[key].agreed | {agreement.path}
            found[key] = found[key]._replace(agreed=agreed)
        self._found = found
        self._show_findings()

    def unsaved(self) -> tuple[OwnMission, ...]:
        """Return every mission that is other than it was kept, and can be stated."""
        missions = (one.mission for one in self._found.values())
        return tuple(one for one in missions if one is not None and self._is_other(one))

    def _is_other(self, mission: OwnMission) -> bool:
        kept = self._kept.get(mission.id)
        return kept is None or mission._replace(stated_on=kept.stated_on) != kept

    def _gone(self) -> list[str]:
        here = {self._ids.get(draft.key) for draft in self.history.desktop.drafts}
        return [one for one in self._kept if one not in here]

    @property
    def has_changes(self) -> bool:
        """Say whether something would be lost on closing."""
        new_or_wrong = any(one.mission is None or one.troubles for one in self._found.values())
        return bool(new_or_wrong or self.unsaved() or self._gone())

    def save(self) -> bool:
        """Have everything kept, if all of it can be; say whether that is so."""
        if any(one.troubles for one in self._found.values()):
            self.go_to_trouble()
            return False
        self._given = tuple(one._replace(stated_on=self._today()) for one in self.unsaved())
        if self._given or self._gone():
            self.saved.emit(self._given, tuple(self._gone()))
        return not self.has_changes

    def mark_saved(self) -> None:
        """Take what `saved` has told of as kept."""
        for gone in self._gone():
            del self._kept[gone]
        for key, one in self._found.items():
            if one.mission is not None:
                self._ids[key] = one.mission.id
        self._kept |= {one.id: one for one in self._given}
        self._show_findings()

    # Deeds

    def new(self) -> None:
        """Begin a mission."""
        self._take_in([Draft(next(self._keys), "", "", {})])
        self.form.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def duplicate(self) -> None:
        """Begin a mission with what the open one says."""
        if (draft := self.draft) is not None:
            title = tr("{} (copy)").format(draft.title)
            self._take_in([copied(draft, title, self._keys)])

    def _take_in(self, drafts: Iterable[Draft]) -> None:
        new = tuple(drafts)
        if new:
            self.history.change(Desktop((*self.history.desktop.drafts, *new), new[0].key))

    def delete(self) -> None:
        """Take the open mission away; that can be undone, even after it is saved."""
        desktop = self.history.desktop
        left = tuple(one for one in desktop.drafts if one.key != desktop.chosen)
        self.history.change(Desktop(left, left[0].key if left else None))

    def show_mission(self) -> None:
        """Ask for the open mission in the main window, as it is kept."""
        own = self._ids.get(self.history.desktop.chosen or 0)
        if own in self._kept:
            self.show_asked.emit(own)

    def _undo(self) -> None:
        self.history.undo()

    def _redo(self) -> None:
        self.history.redo()

    def take_missions(self, missions: Sequence[OwnMission]) -> None:
        """Take in missions from elsewhere, unsaved; one that is here already becomes as they say.

        What it replaces comes back by *Undo*.
        """
        desktop = self.history.desktop
        typed = {one.key: self._as_typed(one) for one in desktop.drafts}
        here = {one.id: key for key, one in typed.items() if one is not None}
        drafts, chosen = list(desktop.drafts), desktop.chosen
        for mission in missions:
            draft = draft_of(mission, self._keys)
            if (key := here.get(mission.id)) is not None:
                draft = draft._replace(key=key)
                drafts = [draft if one.key == key else one for one in drafts]
            else:
                drafts.append(draft)
            self._ids[draft.key] = mission.id
            chosen = draft.key
        self.history.change(Desktop(tuple(drafts), chosen))

    # Files

    def _here(self) -> tuple[OwnMission, ...]:
        drafts = self.history.desktop.drafts
        return tuple(one for draft in drafts if (one := self._as_typed(draft)) is not None)

    def _as_typed(self, draft: Draft) -> OwnMission | None:
        """What a draft states, or where that makes no sense yet what it was made from."""
        return self._found[draft.key].mission or draft.origin

    def take_files(self, files: list[Path]) -> None:
        self.import_files(files)

    def import_files(self, files: Iterable[Path]) -> None:
        """Take in the missions of files, unsaved; what is here already is asked about."""
        self.exchange.import_files(files)

    def _export(self) -> None:
        """Write what is kept; what is not saved yet does not leave the house."""
        if self._kept:
            self.exchange.write_all(tuple(self._kept.values()))

    def _share(self) -> None:
        own = self._ids.get(self.history.desktop.chosen or 0)
        if own in self._kept:
            self.exchange.write_one(self._kept[own])

    def go_to_trouble(self) -> None:
        """Put the cursor into the next field that something is wrong with."""
        chosen = self.history.desktop.chosen
        keys = sorted(self._found, key=lambda key: key != chosen)
        wrong = next((key for key in keys if self._found[key].troubles), None)
        if wrong is None:
            return
        self.history.open(wrong)
        path = next(iter(self._found[wrong].troubles))
        place, _, name = path.partition(".")
        if place in self.form.lines:
            self.form.lines[place].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        part, _, index = place.rstrip("]").partition("[")
        draft = self.draft
        assert draft is not None
        self._focus(draft.of(Part(part))[int(index)].key, name)

    def _focus(self, key: int, *names: str) -> None:
        self.form.rows[key].focus_on(names)
        self._sheet.ensureWidgetVisible(self.form.rows[key])

    # What the form says

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.history.open(int(item.data(Qt.ItemDataRole.UserRole)))

    def _change(self, draft: Draft, field: str = "") -> None:
        self.history.change(self.history.desktop.with_draft(draft), field)

    def _head(self, name: str, text: str) -> None:
        if (draft := self.draft) is not None:
            changed = draft._replace(title=text) if name == "title" else draft._replace(note=text)
            self._change(changed, f"{draft.key} {name}")

    def _edit(self, key: int, name: str, value: str) -> None:
        if (draft := self.draft) is None:
            return
        changed = draft.with_value(key, name, value)
        part, _, row = changed.row(key)
        if part is Part.FLIGHTS and name == "person" and value.startswith(KNOWN):
            changed = self._with_country(changed, row)
        self._change(changed, f"{key} {name}")

    def _with_country(self, draft: Draft, row: Row) -> Draft:
        """Fill in whom somebody flew for the last time, where nothing is said yet."""
        person = self._catalogue.people.get(row.value("person").removeprefix(KNOWN))
        career = self._catalogue.career(person) if person is not None else ()
        if not career or row.value("country"):
            return draft
        return draft.with_value(row.key, "country", career[-1].country.code)

    def _make(self, key: int, name: str, part: str, called: str) -> None:
        """Make a person or a launch of what was typed, and let the field refer to it."""
        if (draft := self.draft) is not None:
            row = Row(next(self._keys), {"name": called})
            self._change(draft.with_row(Part(part), row).with_value(key, name, f"{OWN}{row.key}"))
            self._focus(row.key, "sex" if part == Part.PEOPLE else "spacecraft")

    def _add(self, part: str) -> None:
        if (draft := self.draft) is not None:
            row = Row(next(self._keys), {})
            self._change(draft.with_row(Part(part), row))
            self._focus(row.key)

    def _remove(self, key: int) -> None:
        if (draft := self.draft) is not None:
            self._change(draft.without_row(key))

    # What is shown

    def _show(self) -> None:
        draft = self.draft
        self._sheet.setVisible(draft is not None)
        self._empty.setVisible(draft is None)
        if draft is not None:
            self.form.show_draft(draft)
        self.check()

    def _show_findings(self) -> None:
        desktop = self.history.desktop
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in desktop.drafts:
                item = QListWidgetItem(self._listed(one), self.list)
                item.setData(Qt.ItemDataRole.UserRole, one.key)
                if one.key == desktop.chosen:
                    self.list.setCurrentItem(item)
        draft = desktop.draft
        found = self._found.get(draft.key) if draft is not None else None
        if draft is not None and found is not None:
            self.form.show_troubles(draft, found.troubles, found.agreed)
        wrong = sum(len(one.troubles) for one in self._found.values())
        self.note.setText(
            counted(wrong, tr("{} thing to mend"), tr("{} things to mend")) if wrong else ""
        )
        self.buttons["mend"].setVisible(bool(wrong))
        self.buttons["save"].setEnabled(not wrong and bool(self.unsaved() or self._gone()))
        self.buttons["undo"].setEnabled(self.history.can_undo)
        self.buttons["redo"].setEnabled(self.history.can_redo)
        for name in ("duplicate", "delete"):
            self.buttons[name].setEnabled(draft is not None)
        is_kept = draft is not None and self._ids.get(draft.key) in self._kept
        for name in ("share", "show"):
            self.buttons[name].setEnabled(is_kept)
        self.buttons["export"].setEnabled(bool(self._kept))

    def _listed(self, draft: Draft) -> str:
        """The title of a draft, and in words what is to be known of it."""
        marks = []
        found = self._found.get(draft.key)
        if found is not None and found.troubles:
            marks.append(tr("to mend"))
        elif found is not None and found.mission is not None and self._is_other(found.mission):
            marks.append(tr("not saved"))
        if found is not None and found.agreed:
            marks.append(tr("the catalogue says so too"))
        title = draft.title.strip() or tr("Without a title")
        return "\n".join(filter(None, (title, " · ".join(marks))))

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
            self.set_missions(tuple(self._kept.values()))
            self.close()
        if self.isVisible():
            self.stayed.emit()
