"""Calls that may have to wait for another program, kept off the thread that paints."""

from __future__ import annotations

import gc
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Job: TypeAlias = Callable[[], Callable[[], None]]

T = TypeVar("T")


class _Collector:
    """Python's garbage collector, which rests as long as anybody works in the background.

    It runs in whichever thread happens to make objects; what it finds may be Qt's, and a timer or
    a widget that is deleted in another thread than its own can bring down the app. Told from Qt's
    thread only.
    """

    def __init__(self) -> None:
        self._workers = 0
        self._was_on = False

    def rest(self) -> None:
        if self._workers == 0:
            self._was_on = gc.isenabled()
            gc.disable()
        self._workers += 1

    def resume(self) -> None:
        self._workers -= 1
        if self._workers == 0 and self._was_on:
            gc.enable()


_COLLECTOR: Final = _Collector()


class Background(QObject):
    """Does jobs one after another in a thread of its own, and tells each result in Qt's thread.

    The thread starts with the first job, and never keeps the process from ending.
    """

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._telling = Lock()
        self._is_over = False
        self._untold = 0
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def do(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call ``job`` in the background, which must not raise, and ``then`` with its result."""
        if self._is_over:
            return
        self._untold += 1
        _COLLECTOR.rest()
        if self._thread is None:
            self._thread = Thread(target=self._work, daemon=True)
            self._thread.start()

        def work() -> Callable[[], None]:
            result = job()
            return lambda: then(result)

        self._jobs.put(work)

    def stop(self, seconds: float) -> bool:
        """Take no more jobs, and give those under way some seconds; say whether they are done.

        Nothing is told any more. Must be called before this object goes.
        """
        with self._telling:
            self._is_over = True
        if self._thread is None:
            return True
        self._untold += 1
        _COLLECTOR.rest()  # the thread makes objects even to end
        self._jobs.put(None)
        self._thread.join(seconds)
        if self._thread.is_alive():
            return False
        self._thread = None
        while self._untold:
            self._untold -= 1
            _COLLECTOR.resume()
        return True

    def _work(self) -> None:
        while job := self._jobs.get():
            told = job()
            with self._telling:
                if not self._is_over:
                    self._done.emit(told)

    def _tell(self, told: Callable[[], None]) -> None:
        if not self._is_over:
            self._untold -= 1
            _COLLECTOR.resume()
            told()
