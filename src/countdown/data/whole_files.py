"""Writing a file whole: after a crash the old one is there or the new one, never a part."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIX: Final = ".tmp"
_LOCK: Final = ".lock"


def write_whole(target: Path, content: str | bytes) -> None:
    """Replace ``target`` by ``content``, through a temporary file beside it.

    Text is written as UTF-8, and its lines end as they do in it; the file may be read by whom the
    old one was for, or by whom any new one is.

    Raises:
        OSError: no room, or no right to write there; the old file is untouched.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    import tempfile  # a command that only reads should not pay for it

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode_of(target))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def sweep(target: Path) -> None:
    """Remove what a crash while writing ``target`` has left beside it; only for who is alone."""
    for left in target.parent.glob(f"{target.name}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            left.unlink()


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes that ask for the same out of a folder; wait for who is in it.

    The lock ends with the process, whatever becomes of it. Where a file system has none, the
    folder is entered all the same.

    Raises:
        OSError: the folder is not there, and cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = _lock(folder)
    try:
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _lock(folder: Path) -> int:
        """A folder cannot be opened here: a file in it stands for it."""
        import msvcrt

        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT)
        with contextlib.suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        return handle

else:

    def _lock(folder: Path) -> int:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        return handle


def _mode_of(target: Path) -> int:
    """Return the rights of the old file, or those that any new file gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder, and needs no such sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
