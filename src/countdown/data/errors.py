"""What can be wrong with a file: always which file, where in it, what stands there, and why."""

from typing import NamedTuple

from countdown.core.errors import CountdownError


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


def refused(file: str, reason: str, *, value: str = "", field: str = "") -> FileProblemsError:
    """Return the error for a file that cannot be read at all."""
    return FileProblemsError((Problem(file, None, field, value, reason),))


def shown(value: object) -> str:
    """Return a value of JSON as a message shows it; of a nested one only what it is."""
    return type(value).__name__ if isinstance(value, dict | list) else str(value)[:80]
