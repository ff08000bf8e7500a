"""What can go wrong in the domain. Errors carry fields; the floors above make sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from countdown.core.flights import Flight, Person, PlannedLaunch


class CountdownError(Exception):
    """Base of everything the app says about its input; never a bug in the app."""


class BadMomentError(CountdownError):
    """A text that is no moment: nonsense, or a time of day without its zone."""

    def __init__(self, text: str, *, zoneless: bool = False) -> None:
        super().__init__(text)
        self.text = text
        self.zoneless = zoneless


class OutOfRangeError(CountdownError):
    """A moment outside 1900 to 2200."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class UnknownZoneError(CountdownError):
    """No time zone is called that, or several are."""

    def __init__(self, zone: str) -> None:
        super().__init__(zone)
        self.zone = zone


class UnknownPersonError(CountdownError):
    """Nobody is called that; ``candidates`` are the nearest names, best first, maybe none."""

    def __init__(self, query: str, candidates: tuple[Person, ...]) -> None:
        super().__init__(query)
        self.query = query
        self.candidates = candidates


class AmbiguousPersonError(CountdownError):
    """Several people are called that."""

    def __init__(self, query: str, candidates: tuple[Person, ...]) -> None:
        super().__init__(query)
        self.query = query
        self.candidates = candidates


class UnknownLaunchError(CountdownError):
    """No launch without crew is called that; ``crew`` are those of the one that is, maybe none."""

    def __init__(self, query: str, crew: tuple[Flight, ...]) -> None:
        super().__init__(query)
        self.query = query
        self.crew = crew


class AmbiguousLaunchError(CountdownError):
    """Several launches without crew are called that."""

    def __init__(self, query: str, candidates: tuple[PlannedLaunch, ...]) -> None:
        super().__init__(query)
        self.query = query
        self.candidates = candidates


class UnknownScopeError(CountdownError):
    """A scope of records that is neither ``world``, ``women`` nor a country somebody flew for."""

    def __init__(self, scope: str) -> None:
        super().__init__(scope)
        self.scope = scope


class ReturnBeforeLaunchError(CountdownError):
    """A return, supposed or typed, that does not come after its launch."""

    def __init__(self, text: str, launch: str) -> None:
        super().__init__(text)
        self.text = text
        self.launch = launch


class Problem(NamedTuple):
    """One thing wrong; ``line`` and ``field`` are empty where the whole file is meant."""

    file: str
    line: int | None
    field: str
    value: str
    reason: str


class FileProblemsError(CountdownError):
    """A file or folder from outside was refused, whole; ``problems`` has at least one entry."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].reason)
        self.problems = problems


def printable(text: str, most: int = 60) -> str:
    """Return a text from outside so that it stays on its line and shows what it hides."""
    shown = text if len(text) <= most else text[:most] + "…"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape", "replace").decode()
        for letter in shown
    )
