"""Missions out of files and into files, as the user asks for it; nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from countdown.core.errors import FileProblemsError, printable
from countdown.core.merging import merge
from countdown.core.own_missions import OwnMission, id_for
from countdown.models import phrases
from countdown.models.mission_draft import TITLE
from countdown.models.phrases import counted, tr
from countdown.models.problem_words import problems_words
from countdown.windows.column_help import ColumnWindow
from countdown.windows.file_drops import MISSION_FILTER
from countdown.windows.merge_dialog import MergeDialog
from countdown.windows.saving import say
from countdown.windows.table_preview import TablePreview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.moments import Moment
    from countdown.services.exchange import Exchange, FoundBackup
    from countdown.widgets.look import Look
    from countdown.windows.import_dialog import ImportDialog

_MISSIONS: Final = "mission"
_TABLES: Final = "csv"
_BACKUPS: Final = "zip"
_MOST_NAMED: Final = 5
_LONGEST: Final = 60


class MissionExchange(QObject):
    """Belongs to one window, in front of which it asks and tells.

    Signals:
        taken: a tuple of every `OwnMission` that came from a file, and is new or replaces another.
        restored: a backup is in the place of everything that was there.
    """

    taken = Signal(object)
    restored = Signal()

    def __init__(
        self,
        files: Exchange,
        catalogue: Catalogue,
        here: Callable[[], tuple[OwnMission, ...]],
        today: Callable[[], Moment],
        look: Look,
        window: QWidget,
    ) -> None:
        """Compare files with the missions that are ``here``, over a catalogue without them."""
        super().__init__(window)
        self._files, self._catalogue = files, catalogue
        self._here, self._today = here, today
        self._look, self._window = look, window
        self._waiting: list[Path] = []
        self._told: list[str] = []
        self._asking: ImportDialog | None = None
        self._leaving: tuple[OwnMission, ...] = ()
        self._found: FoundBackup | None = None
        self.columns: ColumnWindow | None = None
        """What a table may have, once that was asked."""

    def set_look(self, look: Look) -> None:
        self._look = look
        for dialog in (self._asking, self.columns):
            if dialog is not None:
                dialog.set_look(look)

    # In

    def choose_files(self) -> None:
        """Ask which files to take missions from."""
        filters = (
            tr("Missions and tables ({})").format(MISSION_FILTER),
            tr("Missions (*.mission)"),
            tr("Tables of flights (*.csv)"),
            tr("All files (*)"),
        )
        dialog = QFileDialog(self._window, tr("Import missions"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(filters)
        dialog.filesSelected.connect(self._import_named)
        _open(dialog)

    def show_columns(self) -> None:
        """Say what a table may have."""
        if self.columns is None:
            self.columns = ColumnWindow(self._look, self._window)
        self.columns.present()

    def _import_named(self, names: list[str]) -> None:
        self.import_files(map(Path, names))

    def import_files(self, files: Iterable[Path]) -> None:
        """Take in files, one after another: each is asked about before the next one is read."""
        self._waiting += files
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._asking is None:
            file = self._waiting.pop(0)
            if file.suffix.lower() == f".{_TABLES}":
                self._preview(file)
            else:
                self._merge(file)
        if self._told and self._asking is None:
            lines, self._told = self._told, []
            if len(lines) > _MOST_NAMED:
                more = len(lines) - _MOST_NAMED
                lines[_MOST_NAMED:] = [
                    counted(more, tr("and {} more file"), tr("and {} more files"))
                ]
            say("\n\n".join(lines), self._window)

    def _preview(self, file: Path) -> None:
        here = self._here()
        title = "".join(filter(str.isprintable, file.stem))[: TITLE.most].strip()
        title = title or tr("Flights")
        about = OwnMission(id_for(title, {one.id for one in here}), title, self._today())
        found = self._files.preview(file, self._catalogue, about, here)
        self._ask(TablePreview(file.name, found, self._look, self._window))

    def _merge(self, file: Path) -> None:
        try:
            found = merge(self._here(), self._files.read(file))
        except FileProblemsError as error:
            self._told.append(_trouble(tr("{} cannot be read.").format(_name(file)), error))
            return
        if found.clashes:
            self._ask(MergeDialog(file.name, found, self._catalogue, self._look, self._window))
        elif found.added:
            self.taken.emit(found.added)
        else:
            same = tr("Everything in {} is here already.") if found.same else tr("{} is empty.")
            self._told.append(same.format(_name(file)))

    def ask_about(self, missions: Sequence[OwnMission]) -> None:
        """Ask about missions that another program has saved, where they say something else."""
        found = merge(self._here(), tuple(missions))
        if found.clashes:
            name = tr("Saved by another program")
            self._ask(MergeDialog(name, found, self._catalogue, self._look, self._window))

    def _ask(self, dialog: ImportDialog) -> None:
        self._asking = dialog
        dialog.settled.connect(self.taken)
        dialog.finished.connect(self._let_go)
        _open(dialog)

    def _let_go(self, _result: int) -> None:
        self._asking = None
        self._go_on()

    # Out

    def write_all(self, missions: Sequence[OwnMission]) -> None:
        """Ask for a file, and write all of these into it."""
        self._leaving = tuple(missions)
        self._ask_for_name(tr("Export all missions"), "missions", _MISSIONS, self.write)

    def write_one(self, mission: OwnMission) -> None:
        """Ask for a file, and write one mission into it."""
        self._leaving = (mission,)
        self._ask_for_name(tr("Share a mission"), mission.id, _MISSIONS, self.write)

    def write(self, name: str) -> None:
        """Write the missions that are to leave into a file, or say why that cannot be."""
        try:
            self._files.write(Path(name), self._leaving)
        except FileProblemsError as error:
            self._tell(tr("{} cannot be written.").format(_name(Path(name))), error)

    # All of it

    def choose_backup(self) -> None:
        """Ask for a file, and write everything of the user's into it."""
        name = f"mission-countdown-{self._today()}"
        self._ask_for_name(tr("Back up everything"), name, _BACKUPS, self.back_up)

    def back_up(self, name: str) -> None:
        """Write everything into one file, or say why that cannot be."""
        try:
            self._files.back_up(Path(name))
        except FileProblemsError as error:
            self._tell(tr("{} cannot be written.").format(_name(Path(name))), error)

    def choose_restore(self) -> None:
        """Ask which backup to restore."""
        dialog = QFileDialog(self._window, tr("Restore a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Backups (*.zip)"), tr("All files (*)")])
        dialog.fileSelected.connect(self.ask_to_restore)
        _open(dialog)

    def ask_to_restore(self, name: str) -> None:
        """Say what is in a backup, and what its return would replace; or why it is none."""
        file = Path(name)
        try:
            self._found = self._files.read_backup(file)
        except FileProblemsError as error:
            self._tell(tr("{} cannot be restored.").format(_name(file)), error)
            return
        box = QMessageBox(QMessageBox.Icon.Question, "", self._backed_up(file), parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self._replaced())
        restore = box.addButton(tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        restore.clicked.connect(self._restore)
        _open(box)

    def _backed_up(self, file: Path) -> str:
        assert self._found is not None
        missions = self._found.content.missions
        has = counted(len(missions), tr("{} mission"), tr("{} missions")) if missions else ""
        titles = [printable(one.title, _LONGEST) for one in missions[:_MOST_NAMED]]
        if more := len(missions) - len(titles):
            titles.append(counted(more, tr("and {} more"), tr("and {} more")))
        head = tr("{file} of {date} has {missions}.").format(
            file=_name(file),
            date=phrases.date_and_time(self._found.written),
            missions=has or tr("no missions"),
        )
        return "\n".join((head, "", *titles)).rstrip()

    def _replaced(self) -> str:
        here = len(self._here())
        what = counted(here, tr("{} mission"), tr("{} missions")) if here else tr("no missions")
        return "\n".join(
            (
                tr("It comes in the place of all that is here now ({}), with its settings.").format(
                    what
                ),
                tr("What is not saved yet is lost; what is saved is kept as {}.").format(
                    printable(str(self._files.previous), 200)
                ),
            )
        )

    def _restore(self) -> None:
        assert self._found is not None
        try:
            self._files.restore(self._found)
        except FileProblemsError as error:
            say(
                "\n".join((tr("Nothing was restored."), problems_words(error.problems))),
                self._window,
            )
        else:
            self.restored.emit()

    # What it asks and tells with

    def _ask_for_name(
        self, title: str, name: str, suffix: str, write: Callable[[str], None]
    ) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*.{suffix}")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.fileSelected.connect(write)
        _open(dialog)

    def _tell(self, what: str, error: FileProblemsError) -> None:
        say(_trouble(what, error), self._window)


def _trouble(what: str, error: FileProblemsError) -> str:
    return "\n".join((what, problems_words(error.problems)))


def _name(file: Path) -> str:
    return printable(file.name, _LONGEST)


def _open(dialog: QDialog) -> None:
    """Open before the window; it is not there any more once it is answered."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
