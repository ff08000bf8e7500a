"""The app's log: what went wrong, newest last, in two files of bounded size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 256 * 1024
"""A log that would grow beyond this makes room: it becomes the old one, in place of that."""

_NAME: Final = "mission-countdown.log"


def log_file(folder: Path) -> Path:
    """Return the log that is written to."""
    return folder / _NAME


def append(folder: Path, text: str) -> None:
    """Write at the end of the log.

    `logging` has handlers that do this, and takes longer to load than a text command to run; where
    the disk is full they print a traceback.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file, added = log_file(folder), text.encode("utf-8", "backslashreplace")
    if file.exists() and file.stat().st_size + len(added) > MOST_BYTES:
        file.replace(file.with_suffix(".old.log"))
    with file.open("ab") as log:
        log.write(added)
