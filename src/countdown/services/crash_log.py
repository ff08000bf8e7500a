"""Hears of every error that nobody caught, so that none ends the app or fills a terminal."""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType
    from typing import TextIO

    from PySide6.QtCore import QMessageLogContext

    from countdown.core.clocks import Clock
    from countdown.data.crash_reports import Crash, Fact

OFTEN: Final = 3
"""An error that comes so many times is not over with."""
MOST_KINDS: Final = 50
"""So many different errors are written down in one run, and as many of Qt's warnings; who has more
has said enough."""

_HARD: Final = "last-words.txt"
_WORTH_A_LINE: Final = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class CrashLog(QObject):
    """Writes each error into the log when it comes first, and at the end how often it came.

    Signals:
        told_changed: there is a new error to tell of, or one that came `OFTEN`; from any thread.
    """

    told_changed = Signal()

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        about: Callable[[], tuple[Fact, ...]],
        parent: QObject | None = None,
    ) -> None:
        """Make it deaf; ``about`` says in each report what runs, and on what."""
        super().__init__(parent)
        self.folder = folder
        self._clock = clock
        self._about = about
        self._counts: dict[str, int] = {}
        self._headlines: dict[str, str] = {}
        self._crashes: list[Crash] = []
        self._lock = threading.RLock()
        self._is_writing = False
        self._last_words: TextIO | None = None

    @property
    def crashes(self) -> tuple[Crash, ...]:
        """What is to be told to the user: each error once, the first first."""
        return tuple(self._crashes)

    @property
    def comes_often(self) -> bool:
        """Whether one of them comes again and again."""
        return any(self._counts.get(one.place, 0) >= OFTEN for one in self._crashes)

    @property
    def ended_before(self) -> bool:
        """Whether the app died in its last run, and one of them tells of it."""
        return _HARD in self._counts

    @property
    def place(self) -> str:
        """Where the log is, as it may be shown."""
        from countdown.data.crash_reports import without_folders
        from countdown.data.log_files import log_file

        return without_folders(str(log_file(self.folder)))

    def report(self) -> str:
        """Return all crashes of this run, to be sent to who can mend them."""
        from countdown.data.crash_reports import as_text

        counts = (self._counts.get(one.place, 1) for one in self._crashes)
        told = [
            f"{one.trace}\n({count} times)" if count > 1 else one.trace
            for one, count in zip(self._crashes, counts, strict=True)
        ]
        return "\n\n".join((as_text(self._about()), *told))

    def listen(self) -> None:
        """Hear from now on of errors in slots and events, in threads, and of Qt's own warnings."""
        self._excepthook = sys.excepthook
        self._unraisablehook = sys.unraisablehook
        self._threadhook = threading.excepthook
        sys.excepthook = self._take
        sys.unraisablehook = self._take_unraisable
        threading.excepthook = self._take_from_thread
        self._message_handler = qInstallMessageHandler(self._take_message)
        self._keep_last_words()

    def stop(self) -> None:
        """Leave errors to whom they belonged before, and write down how often each came."""
        sys.excepthook = self._excepthook
        sys.unraisablehook = self._unraisablehook
        threading.excepthook = self._threadhook
        qInstallMessageHandler(self._message_handler)
        self._drop_last_words()
        for place, count in self._counts.items():
            if count > 1:
                self._write_count(self._headlines[place], count)

    def _write_count(self, headline: str, count: int) -> None:
        from countdown.data.crash_reports import stamp

        at = stamp(self._clock.now())
        self._write(f"=== {at}  {count} times in all: {headline}\n\n")

    def note_error(self, error: BaseException, trace: TracebackType | None) -> None:
        """Take in what nobody caught."""
        from countdown.data.crash_reports import Crash, crash_of  # what works never needs it

        try:
            crash = crash_of(error, trace)
        except Exception:
            name = type(error).__qualname__
            crash = Crash(name, name, name)  # better than nothing
        self.note(crash)

    def note(self, crash: Crash, *, is_told: bool = True) -> None:
        """Take one error in; what goes wrong meanwhile is lost, lest it goes round in circles."""
        with self._lock:
            if self._is_writing:
                return
            self._is_writing, is_news = True, False
            with contextlib.suppress(Exception):
                is_news = self._count(crash, is_told=is_told)
            self._is_writing = False
        if is_news and is_told:
            self.told_changed.emit()

    def _count(self, crash: Crash, *, is_told: bool) -> bool:
        """Write the error down if it is new; say whether there is something to tell."""
        from countdown.data.crash_reports import entry

        count = self._counts.get(crash.place, 0) + 1
        told = len(self._crashes)
        if count == 1 and (told if is_told else len(self._counts) - told) >= MOST_KINDS:
            return False
        self._counts[crash.place] = count
        if count == 1:
            self._headlines[crash.place] = crash.headline
            if is_told:
                self._crashes.append(crash)
            self._write(entry(crash, self._clock.now(), self._about()))
        return count in (1, OFTEN)

    def _write(self, text: str) -> None:
        from countdown.data.log_files import append

        try:
            append(self.folder, text)
        except OSError:
            return  # the report can still be copied

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            self._excepthook(kind, error, trace)
            return
        self.note_error(error, trace)
        if self._excepthook is not sys.__excepthook__:  # somebody else listens as well
            self._excepthook(kind, error, trace)

    def _take_unraisable(self, what: sys.UnraisableHookArgs) -> None:
        if what.exc_value is not None:
            self.note_error(what.exc_value, what.exc_traceback)
        if self._unraisablehook is not sys.__unraisablehook__:
            self._unraisablehook(what)

    def _take_from_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self.note_error(what.exc_value, what.exc_traceback)
        if self._threadhook is not threading.__excepthook__:
            self._threadhook(what)

    def _take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Qt's warnings are for the log alone: what the user can do nothing about."""
        if kind in _WORTH_A_LINE:
            from countdown.data.crash_reports import Crash, without_folders

            told = without_folders(f"Qt: {message}")
            self.note(Crash(told, told, trace=""), is_told=False)
        if self._message_handler is not None:
            self._message_handler(kind, context, message)

    def _keep_last_words(self) -> None:
        """Have Python write where it is when the process dies; find what it wrote the last time."""
        if faulthandler.is_enabled():
            return  # by who looks for crashes, and wants to see them
        file = self.folder / _HARD
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            before = file.read_text("utf-8", "replace") if file.exists() else ""
            self._last_words = file.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._last_words)
        if before.strip():
            from countdown.data.crash_reports import Crash, without_folders

            told = without_folders(before.strip())
            self.note(Crash(_HARD, told.partition("\n")[0], told))

    def _drop_last_words(self) -> None:
        if self._last_words is not None:
            faulthandler.disable()
            self._last_words.close()
            self._last_words = None
            (self.folder / _HARD).unlink(missing_ok=True)
