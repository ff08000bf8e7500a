"""A session bus of its own, and a desktop on it that keeps account of what it is asked."""

from __future__ import annotations

import subprocess
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from pathlib import Path

    from jeepney import Message

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"
POWER = "org.freedesktop.PowerManagement"
NOTIFICATIONS = "org.freedesktop.Notifications"

_CONFIG = """<busconfig>
  <type>session</type>
  <listen>unix:dir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_STOP = "tests.Stop"
_ERRORS = {
    "cross": "tests.Error.Cross",
    "ill": "org.freedesktop.DBus.Error.Spawn.ChildExited",  # what a bus says that starts it in vain
}


class Bus:
    """A bus that starts no services by itself."""

    def __init__(self, folder: Path) -> None:
        config = folder / "bus.conf"
        config.write_text(_CONFIG, encoding="utf-8")
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()

    def stop(self) -> None:
        """End it; once is enough."""
        if self._daemon.poll() is not None:
            return
        self._daemon.terminate()
        self._daemon.wait(10)
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()


class Inhibition(NamedTuple):
    service: str
    sender: str
    body: tuple[object, ...]


class Desktop:
    """Owns the names it is given, at least one, and answers what is asked of them.

    Its ``mood`` is "kind", or "silent", or one of those who answer with an error.
    """

    def __init__(
        self,
        bus: Bus,
        *names: str,
        mood: str = "kind",
        capabilities: tuple[str, ...] = ("body", "body-markup"),
    ) -> None:
        self.inhibitions: dict[int, Inhibition] = {}
        self.notices: list[tuple[object, ...]] = []
        self.senders: list[str] = []
        self._mood = mood
        self._capabilities = capabilities
        self._cookies = 0
        self._connection = open_dbus_connection(bus.address)
        gone = MatchRule(type=MessageType.signal, member="NameOwnerChanged")
        for request in (message_bus.AddMatch(gone), *map(message_bus.RequestName, names)):
            self._connection.send_and_get_reply(request, timeout=10)
        self._address = bus.address
        self._name = names[0]
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        """Leave the bus; once is enough."""
        if not self._thread.is_alive():
            return
        with open_dbus_connection(self._address) as other:
            other.send(new_method_call(DBusAddress("/", self._name, _STOP), "Stop"))
            self._thread.join(10)
        self._connection.close()

    def held_by(self, service: str) -> list[tuple[object, ...]]:
        """Return what those who hold this service's inhibition said of themselves."""
        return [one.body for one in self.inhibitions.values() if one.service == service]

    def _serve(self) -> None:
        while True:
            message = self._connection.receive()
            fields = message.header.fields
            if fields.get(HeaderFields.member) == "NameOwnerChanged":
                self._forget(message)
            elif fields.get(HeaderFields.interface) == _STOP:
                return
            elif message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _forget(self, message: Message) -> None:
        name, _, owner = message.body
        if not owner:
            for cookie, held in list(self.inhibitions.items()):
                if held.sender == name:
                    del self.inhibitions[cookie]

    def _answer(self, call: Message) -> None:
        self.senders.append(call.header.fields[HeaderFields.sender])
        if self._mood in _ERRORS:
            self._connection.send(new_error(call, _ERRORS[self._mood]))
        elif self._mood == "kind":
            signature, body = self._did(call)
            self._connection.send(new_method_return(call, signature, body))

    def _did(self, call: Message) -> tuple[str | None, tuple[object, ...]]:
        fields = call.header.fields
        match fields[HeaderFields.member]:
            case "Inhibit":
                self._cookies += 1
                service = fields[HeaderFields.interface].removesuffix(".Inhibit")
                sender = fields[HeaderFields.sender]
                self.inhibitions[self._cookies] = Inhibition(service, sender, call.body)
                return "u", (self._cookies,)
            case "UnInhibit" | "Uninhibit":
                del self.inhibitions[call.body[0]]
                return None, ()
            case "GetCapabilities":
                return "as", ([*self._capabilities],)
            case "Notify":
                self.notices.append(call.body)
                return "u", (len(self.notices),)
        raise AssertionError(fields)
