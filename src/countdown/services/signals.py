"""The system's wish that the app ends, heard even while no timer runs."""

from __future__ import annotations

import signal
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NUMBERS: Final = (signal.SIGINT, signal.SIGTERM)


class EndSignals(QObject):
    """Turns SIGINT and SIGTERM into a Qt signal, between two events.

    Python runs its handlers only when Python runs at all, and a window that stands still runs
    none; so each signal writes a byte to a socket that Qt watches.

    Signals:
        came: the app should end.
    """

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._wakeup = signal.set_wakeup_fd(self._writer.fileno())
        self._handlers = [signal.signal(number, _leave_it_to_qt) for number in _NUMBERS]

    def stop(self) -> None:
        """Leave the signals to whom they belonged before."""
        for number, handler in zip(_NUMBERS, self._handlers, strict=True):
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _hear(self) -> None:
        self._reader.recv(16)
        self.came.emit()


def _leave_it_to_qt(_number: int, _frame: object) -> None:
    """Stand in for the default, which ends the process at once."""
