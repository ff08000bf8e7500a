"""What went wrong, in plain words, with a report for who can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import SideDialog, wrapped
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.services.crash_log import CrashLog
    from countdown.widgets.look import Look

_SIZE: Final = QSize(680, 460)


class CrashDialog(SideDialog):
    """Tells all errors of a run, however many; closing it ends nothing.

    Signals:
        restart_asked: the app is to end, and start anew.
    """

    restart_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(tr("Error"), _SIZE, look)
        # The last window in sight it may be, while the app goes on in the tray.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._folder: Path | None = None
        self._title = Text("heading", bold=True)
        self._title.setText(tr("Something went wrong"))
        self._said = wrapped("body")
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("The report"))
        self._where = Text("small", "dim")
        self.copy_button = EnterButton(tr("Copy the report"))
        self.copy_button.clicked.connect(self.copy)
        self.folder_button = EnterButton(tr("Show the log's folder"))
        self.folder_button.clicked.connect(self._open_folder)
        self.restart_button = EnterButton(tr("Restart"))
        self.restart_button.clicked.connect(self.restart_asked)
        self.close_button = EnterButton(tr("Close"))
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self.close_button.setFocus()
        self.set_look(look)

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.copy_button)
        self._buttons.addWidget(self.folder_button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.restart_button)
        self._buttons.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        for part in (self._title, self._said, self.report, self._where):
            self._column.addWidget(part)
        self._column.setStretchFactor(self.report, 1)
        self._column.addLayout(self._buttons)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.setMinimumSize(look.px(480), look.px(300))
        margin = look.space("wide")
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.space("medium"))
        self._buttons.setSpacing(look.space("small"))
        for text in (self._title, self._said, self._where):
            text.set_look(look)
        for button in (
            self.copy_button, self.folder_button, self.restart_button, self.close_button,
        ):  # fmt: skip
            button.setFont(look.font("body"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(look.size("small"))
        self.report.setFont(fixed)
        self.report.document().setDocumentMargin(look.px(10))

    def show_crashes(self, log: CrashLog) -> None:
        """Tell what went wrong so far, and whether it is over with."""
        self._folder = log.folder
        self._said.setText(_sentence(log))
        self.report.setPlainText(log.report())
        self._where.setText(tr("The log: {file}").format(file=log.place))

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _sentence(log: CrashLog) -> str:
    happened = tr("Mission Countdown met an error that nobody expected.")
    state = tr("The clock goes on. If something looks wrong, restart.")
    if log.ended_before:
        happened = tr("The last time, Mission Countdown ended all of a sudden.")
        state = tr("Now the clock goes on.")
    if log.comes_often:
        state = tr("It comes again and again, so what you see may be wrong: better restart.")
    return " ".join((
        happened,
        state,
        tr("Nothing that was saved is lost."),
        tr("The report says what the program did, and nothing about you or your missions."),
    ))  # fmt: skip
