"""Refusing a file from outside: the error for it, and how a message shows what stands in it."""

from countdown.core.errors import FileProblemsError, Problem


def refused(file: str, reason: str, *, value: str = "", field: str = "") -> FileProblemsError:
    """Return the error for a file that cannot be read at all."""
    return FileProblemsError((Problem(file, None, field, value, reason),))


def shown(value: object) -> str:
    """Return a value of JSON as a message shows it; of a nested one only what it is."""
    return type(value).__name__ if isinstance(value, dict | list) else str(value)[:80]
