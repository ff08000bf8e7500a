"""The desktop's session bus, by which programs on Linux speak to their desktop."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

ANSWER_S: Final = 2.0
"""How long an answer is waited for."""

_ADDRESS: Final = "DBUS_SESSION_BUS_ADDRESS"
_ABSENT: Final = (
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.NameHasNoOwner",
)
_NOT_STARTED: Final = "org.freedesktop.DBus.Error.Spawn."
_SILENT: Final = ("org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.TimedOut")


class Trouble(StrEnum):
    """Why the desktop did not do what it was asked to."""

    NO_BUS = "no-bus"
    """This system, or this session, has no bus that could be asked."""
    NO_SERVICE = "no-service"
    """Nobody there does such things."""
    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    """It was answered with an error, or with what makes no sense."""


class TroubleError(Exception):
    """A call that was not answered as it should be."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class Service(NamedTuple):
    """Who is spoken to."""

    name: str
    path: str
    interface: str


_BUS: Final = Service("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class SessionBus:
    """A connection that is made when it is needed, and then kept; for one thread.

    It stays open between calls because desktops take back what a program asked for, a notice as
    well as an inhibition, when its connection ends.
    """

    def __init__(self) -> None:
        self._connection: DBusConnection | None = None
        self._connections = 0

    @property
    def connections(self) -> int:
        """How many there were; with another one, what was asked for before is forgotten."""
        return self._connections

    def call(
        self, service: Service, method: str, signature: str | None = None, *body: object
    ) -> tuple[object, ...]:
        """Return what is answered; a service that is not running is started by the bus.

        Raises:
            TroubleError: no answer came, or an error.
        """
        from jeepney import DBusAddress, MessageType, new_method_call

        address = DBusAddress(service.path, service.name, service.interface)
        answer = self._ask(new_method_call(address, method, signature, body))
        if answer.header.message_type is MessageType.error:
            raise TroubleError(_trouble_of(answer))
        return tuple(answer.body)

    def owner_of(self, name: str) -> str | None:
        """Return who has the name now; None where nobody has, and nobody is started for it.

        Raises:
            TroubleError: there is no bus, or it does not answer.
        """
        try:
            (owner,) = self.call(_BUS, "GetNameOwner", "s", name)
        except TroubleError as error:
            if error.trouble is Trouble.NO_SERVICE:
                return None
            raise
        return str(owner)

    def close(self) -> None:
        """End the connection, if there is one; the next call makes another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ask(self, message: Message) -> Message:
        was_open = self._connection is not None
        try:
            return self._connected().send_and_get_reply(message, timeout=ANSWER_S)
        except TimeoutError:
            self.close()  # an answer that comes late must not be taken for another one's
            raise TroubleError(Trouble.NO_ANSWER) from None
        except OSError:
            self.close()
            if was_open:  # that bus has ended; there may be another by now
                return self._ask(message)
            raise TroubleError(Trouble.NO_BUS) from None
        except ValueError:  # a text that cannot be sent, or bytes that cannot be read
            self.close()
            raise TroubleError(Trouble.REFUSED) from None

    def _connected(self) -> DBusConnection:
        if self._connection is None:
            if not os.environ.get(_ADDRESS):
                raise TroubleError(Trouble.NO_BUS)
            from jeepney import AuthenticationError
            from jeepney.io.blocking import open_dbus_connection

            try:
                self._connection = open_dbus_connection()
            except (AuthenticationError, RuntimeError, ValueError):
                raise TroubleError(Trouble.NO_BUS) from None
            self._connections += 1
        return self._connection


def _trouble_of(error: Message) -> Trouble:
    from jeepney import HeaderFields

    name = str(error.header.fields.get(HeaderFields.error_name))
    if name in _ABSENT or name.startswith(_NOT_STARTED):
        return Trouble.NO_SERVICE
    return Trouble.NO_ANSWER if name in _SILENT else Trouble.REFUSED
