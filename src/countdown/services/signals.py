"""The system's wish that the app ends, heard even while no timer runs."""

from __future__ import annotations

import os
import signal
import sys
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NUMBERS: Final = (signal.SIGINT, signal.SIGTERM)


class EndSignals(QObject):
    """Turns SIGINT and SIGTERM into a Qt signal, between two events.

    Python runs its handlers only when Python runs at all, and a window that stands still runs
    none; so each signal writes a byte to a pipe that Qt watches.

    Signals:
        came: the app should end.
    """

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = _pipe()
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._wakeup = signal.set_wakeup_fd(self._writer)
        self._handlers = [signal.signal(number, _leave_it_to_qt) for number in _NUMBERS]

    def stop(self) -> None:
        """Leave the signals to whom they belonged before."""
        for number, handler in zip(_NUMBERS, self._handlers, strict=True):
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        _close(self._reader, self._writer)

    def _hear(self) -> None:
        _empty(self._reader)
        self.came.emit()


if sys.platform == "win32":  # not tried; there sockets alone can be watched

    def _pipe() -> tuple[int, int]:
        import socket

        ends = socket.socketpair()
        for end in ends:
            end.setblocking(False)
        return ends[0].detach(), ends[1].detach()

    def _empty(end: int) -> None:
        import socket

        with socket.socket(fileno=end) as reader:
            reader.recv(16)
            reader.detach()

    def _close(*ends: int) -> None:
        import socket

        for end in ends:
            socket.close(end)

else:

    def _pipe() -> tuple[int, int]:
        ends = os.pipe()
        for end in ends:
            os.set_blocking(end, False)
        return ends

    def _empty(end: int) -> None:
        os.read(end, 16)

    def _close(*ends: int) -> None:
        for end in ends:
            os.close(end)


def _leave_it_to_qt(_number: int, _frame: object) -> None:
    """Stand in for the default, which ends the process at once."""
