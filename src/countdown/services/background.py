"""Calls that may have to wait for another program, kept off the thread that paints."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Job: TypeAlias = Callable[[], Callable[[], None]]

T = TypeVar("T")


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
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def do(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call ``job`` in the background, which must not raise, and ``then`` with its result."""
        if self._is_over:
            return
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
        self._jobs.put(None)
        if self._thread is None:
            return True
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while job := self._jobs.get():
            told = job()
            with self._telling:
                if not self._is_over:
                    self._done.emit(told)

    def _tell(self, told: Callable[[], None]) -> None:
        if not self._is_over:
            told()
