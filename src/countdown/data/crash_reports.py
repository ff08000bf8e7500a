"""Errors that nobody caught, told without what is personal: no folders, nothing of own missions."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from countdown import __version__
from countdown.data.log_files import append, log_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from types import TracebackType

_OF_CODE: Final = (
    ArithmeticError, AttributeError, ImportError, IndexError, MemoryError, NameError, RuntimeError,
    TypeError,
)  # fmt: skip
"""What Python says of code, and not of data, which may be somebody's own."""
_WITHHELD: Final = "(its words may quote your own data, and are left out)"
_MOST_LINKS: Final = 8
_HOMES: Final = r"(?:/home/|/Users/|[A-Za-z]:\\Users\\)[^/\\\s\"']+"
_PACKAGE: Final = Path(__file__).resolve().parents[2]


class Crash(NamedTuple):
    """One error: ``place`` is the same whenever it comes from the same place, and names it."""

    place: str
    headline: str
    trace: str


class Fact(NamedTuple):
    """Something about this program or the machine that it runs on."""

    name: str
    value: str


def crash_of(error: BaseException, trace: TracebackType | None) -> Crash:
    """Tell of an error with where it comes from, and of those that led to it."""
    import traceback  # late: what works never needs it

    frames = traceback.extract_tb(trace)
    place = " ".join(dict.fromkeys(f"{one.filename}:{one.lineno}" for one in frames))
    told = [
        "".join(("Traceback:\n", *traceback.format_tb(one.__traceback__), _said(one)))
        for one in _chain(error)
    ]
    told[-1] = "".join(("Traceback:\n", *traceback.format_tb(trace), _said(error)))
    text = without_folders("\n\nThis led to:\n\n".join(told))
    return Crash(f"{type(error).__qualname__} {place}", text.rpartition("\n")[2], text)


def _chain(error: BaseException) -> Sequence[BaseException]:
    """What led to an error, the first first, and it itself."""
    chain = [error]
    while len(chain) < _MOST_LINKS:
        last = chain[-1]
        before = last.__cause__ or (None if last.__suppress_context__ else last.__context__)
        if before is None or before in chain:
            break
        chain.append(before)
    return chain[::-1]


def _said(error: BaseException) -> str:
    """The last line of a traceback."""
    kind = type(error)
    is_own = kind.__module__ != "builtins"
    name = f"{kind.__module__}.{kind.__qualname__}" if is_own else kind.__qualname__
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or _WITHHELD}"
    if is_own or not issubclass(kind, _OF_CODE):
        return f"{name} {_WITHHELD}"
    return f"{name}: {' '.join(str(error).split())}"


def without_folders(text: str) -> str:
    """Write ``~`` for homes, and leave out where the app itself is installed."""
    for installed in (_PACKAGE, sys.prefix, sys.base_prefix):
        text = text.replace(f"{installed}{os.sep}", "")
    with contextlib.suppress(RuntimeError):  # not everybody has a home
        home = str(Path.home())
        if len(home) > 1:
            text = text.replace(home, "~")
    return re.sub(_HOMES, "~", text)


def facts() -> tuple[Fact, ...]:
    """Return what runs, and on what."""
    import platform  # late: a tenth of a text command

    how = "package" if getattr(sys, "frozen", False) else "source"
    return (
        Fact("Mission Countdown", f"{__version__} ({how})"),
        Fact("Python", platform.python_version()),
        Fact("System", platform.platform()),
    )


def as_text(about: Sequence[Fact]) -> str:
    """Write facts as lines."""
    return "\n".join(f"{name}: {value}" for name, value in about)


def entry(crash: Crash, at: datetime, about: Sequence[Fact]) -> str:
    """Return all that is known of a crash, as it stands in the log."""
    return f"=== {stamp(at)}  {crash.headline}\n{as_text(about)}\n\n{crash.trace}\n\n"


def stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def write_down(folder: Path, error: BaseException, at: datetime) -> str:
    """Write an error that ends a command into the log, and say in one line that it is there."""
    crash = crash_of(error, error.__traceback__)
    try:
        append(folder, entry(crash, at, facts()))
    except OSError as refused:
        reason = refused.strerror or type(refused).__name__
        return f"an error that nobody expected ({crash.headline}); no log can be written: {reason}"
    where = without_folders(str(log_file(folder)))
    return f"an error that nobody expected, which is not your fault; a report is in {where}"
