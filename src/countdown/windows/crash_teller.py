"""Tells the user of errors: one dialog at a time, and none over a display that nobody sits at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from countdown.services.crash_log import CrashLog
    from countdown.widgets.look import Look
    from countdown.windows.crash_dialog import CrashDialog


class CrashTeller(QObject):
    """Opens the dialog when there is something to tell; a dialog that fails is tried no more.

    Signals:
        restart_asked: the app is to end, and start anew.
    """

    restart_asked = Signal()

    def __init__(
        self,
        log: CrashLog,
        load_look: Callable[[], Look],
        may_tell: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._load_look = load_look
        self._may_tell = may_tell
        self._told = 0
        self._has_failed = False
        self._dialog: CrashDialog | None = None

    @property
    def dialog(self) -> CrashDialog | None:
        """What tells of them, once there was something to tell."""
        return self._dialog

    def tell(self) -> None:
        """Tell of what is new, now or, while the display is shown, when it is called again."""
        if self._has_failed or not self._may_tell():
            return
        crashes = self._log.crashes
        is_open = self._dialog is not None and self._dialog.isVisible()
        if len(crashes) == self._told and not is_open:
            return  # what was told and closed is known
        self._told = len(crashes)
        try:
            self._show()
        except Exception:
            self._has_failed = True
            raise  # into the log, and no further

    def _show(self) -> None:
        if self._dialog is None:
            from countdown.windows.crash_dialog import CrashDialog

            self._dialog = CrashDialog(self._load_look())
            self._dialog.restart_asked.connect(self.restart_asked)
        self._dialog.show_crashes(self._log)
        if not self._dialog.isVisible():
            self._dialog.present()

    def close(self) -> None:
        """Take the dialog down, as the app ends."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
