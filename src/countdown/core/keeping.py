"""What can go wrong between the user's missions and the file that they are kept in."""

from enum import StrEnum
from typing import NamedTuple


class Cause(StrEnum):
    """Why missions are not kept, or not read."""

    FULL = "full"
    FORBIDDEN = "forbidden"
    OTHER = "other"
    NEWER = "newer"
    """The file is of a newer app, which alone may write it."""
    CHANGED = "changed"
    """Another program has saved since; what it has saved is what is read now."""
    DAMAGED = "damaged"
    """The file is none; it is put aside."""
    GONE = "gone"
    """There is no file, though there was one."""


class Trouble(NamedTuple):
    """What went wrong with ``file``; ``detail`` is more of it in words of the system or the reader.

    ``kept`` is the name that a damaged file has now, and ``backup`` says how many missions the
    last good version has, None where there is none.
    """

    cause: Cause
    file: str
    detail: str = ""
    kept: str = ""
    backup: int | None = None
