"""One running app a user and settings folder: a second start hands its wish to the first.

A lock file says who is first; the lock of a process that was killed does not hold. The wish goes
through a local socket that only the same user can open, on Windows a named pipe. QtNetwork has
both; loading it costs 13 ms, after the first frame, and 1 MB of the package, which has the library
below it anyway. Python's own sockets cost neither, but cannot open a pipe, nor say who may.
"""

from __future__ import annotations

import os
import sys
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

import shiboken6
from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QTimer, Signal

from countdown.data.wish_lines import (
    MOST_BYTES,
    BadLineError,
    answer_line,
    read_answer,
    read_wish,
    wish_line,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_S: Final = 5.0
"""How long the first app may take to answer, and a second start to say its wish."""

_STEP_S: Final = 0.05
"""How often a second start knocks while the first app does not listen yet."""


class Verdict(StrEnum):
    """What became of a wish."""

    OK = "ok"
    REFUSED = "refused"
    """The first app said no; the detail is its reason."""
    NOT_UNDERSTOOD = "not-understood"
    """The two are of different versions, maybe; the detail is the field."""
    NO_ANSWER = "no-answer"
    FIRST_NOW = "first-now"
    """The first app has ended meanwhile, and this one is the first."""


class Answer(NamedTuple):
    """A verdict, with its detail where it has one."""

    verdict: Verdict
    detail: str = ""


class Request:
    """A wish that came from a second start, which waits for the answer."""

    def __init__(self, wish: Mapping[str, object], caller: _Caller) -> None:
        self.wish = wish
        self._caller = caller

    def accept(self) -> None:
        """Say that it is done."""
        self._caller.answer(Verdict.OK)

    def refuse(self, reason: str) -> None:
        """Say that it cannot be done, and why."""
        self._caller.answer(Verdict.REFUSED, reason)


class OneApp(QObject):
    """Finds out whether this is the first app, and lets a second one reach it.

    ``folder`` has the settings; apps with other settings never meet. ``kinds`` are the fields
    that a wish may have, each ``str``, ``bool`` or ``float``.

    Signals:
        wish_came: a `Request` of a second start; it is to be answered within `ANSWER_S`.
    """

    wish_came = Signal(object)

    def __init__(
        self,
        folder: Path,
        kinds: Mapping[str, type],
        place: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._place = place or _runtime_folder()
        self._key = _key_of(folder)
        self._lock = QLockFile(str(self._place / f"{self._key}.lock"))
        self._lock.setStaleLockTime(0)  # however long ago it was taken
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Say whether no other app runs with these settings; this one is the first from now on.

        Where no lock can be had, for want of room or of rights, it is: two apps are better than
        none.
        """
        if self._lock.isLocked():
            return True
        try:
            self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
            is_ours = sys.platform == "win32" or self._place.stat().st_uid == os.getuid()
        except OSError:
            return True
        if not is_ours:  # in a folder for all, somebody came before
            return True
        self._lock.tryLock(0)
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def listen(self) -> bool:
        """Be reachable for second starts; False where that cannot be. Only for the first app."""
        if not self._lock.isLocked():
            return False
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # what a killed one left: the lock says it is gone
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        return self._server.listen(self._name)

    def hand_over(self, wish: Mapping[str, object], seconds: float = ANSWER_S) -> Answer:
        """Say a wish to the first app, and return its answer; only for those who are not.

        A first app that does not listen yet is waited for.
        """
        try:
            line = wish_line(wish)
        except BadLineError as error:
            return Answer(Verdict.NOT_UNDERSTOOD, error.field)
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if heard := _ask(self._name, line, left):
                return _answer_of(heard)
            if self.is_first():
                return Answer(Verdict.FIRST_NOW)
            time.sleep(_STEP_S)
        return Answer(Verdict.NO_ANSWER)

    def close(self) -> None:
        """Let another app be the first; call it when the app ends."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    @property
    def _name(self) -> str:
        """What the socket is called: a path, or the name of a pipe."""
        if sys.platform == "win32":
            return f"mission-countdown-{self._key}"
        return str(self._place / f"{self._key}.socket")

    def _hear(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = _Caller(self._server.nextPendingConnection(), self._kinds, self._server)
            caller.asked.connect(self.wish_came)
            caller.read()


class _Caller(QObject):
    """A second start, seen from the first app.

    Signals:
        asked: its `Request`.
    """

    asked = Signal(object)

    def __init__(self, socket: QLocalSocket, kinds: Mapping[str, type], parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._kinds = kinds
        self._heard = b""
        self._has_asked = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)
        self._patience.start(int(ANSWER_S * 1_000))
        socket.setParent(self)
        socket.setReadBufferSize(MOST_BYTES)
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self.deleteLater)

    def read(self) -> None:
        """Take in what has come by now."""
        self._heard += self._socket.readAll().data()
        line, end, _ = self._heard.partition(b"\n")
        if self._has_asked or not (end or len(line) >= MOST_BYTES):
            return
        self._has_asked = True
        try:
            if len(line) >= MOST_BYTES:
                raise BadLineError("line")
            wish = read_wish(line, self._kinds)
        except BadLineError as error:
            self.answer(Verdict.NOT_UNDERSTOOD, error.field)
            return
        self.asked.emit(Request(wish, self))

    def answer(self, verdict: Verdict, detail: str = "") -> None:
        """Answer and hang up; once is enough, and too late is as good as never."""
        if shiboken6.isValid(self) and self._socket.isOpen():
            self._socket.write(answer_line(verdict, detail))
            self._socket.disconnectFromServer()  # when all is written

    def _give_up(self) -> None:
        self._socket.abort()


def _ask(name: str, line: bytes, seconds: float) -> bytes:
    """Return the line that is answered; nothing where nobody listens, or does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    until = time.monotonic() + seconds
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_ms_to(until)):
        return b""
    socket.write(line)
    heard = b""
    while b"\n" not in heard and len(heard) < MOST_BYTES and _ms_to(until):
        if not socket.waitForReadyRead(_ms_to(until)):
            break
        heard += socket.readAll().data()
    socket.abort()
    answer, end, _ = heard.partition(b"\n")
    return answer if end else b""


def _ms_to(until: float) -> int:
    return max(0, int((until - time.monotonic()) * 1_000))


def _answer_of(line: bytes) -> Answer:
    try:
        verdict, detail = read_answer(line)
        return Answer(Verdict(verdict), detail)
    except (BadLineError, ValueError):
        return Answer(Verdict.NOT_UNDERSTOOD, "answer")


def _key_of(folder: Path) -> str:
    path = os.fsencode(folder.resolve())
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.data()).hex()[:16]


def _runtime_folder() -> Path:
    """Return the folder for what lives as long as a login: of this user, on this machine.

    The settings may lie in a home that several machines share; a lock there would hold on all.
    """
    from platformdirs import user_runtime_path

    return user_runtime_path("mission-countdown", appauthor=False)
