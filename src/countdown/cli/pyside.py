"""What PySide would cost each start without need, and how it is spared."""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Final

UNPACKED: Final = Path(sys.prefix, "unpacked")
"""Where ``make`` has tools/shiboken_support.py put its copy of Shiboken."""


def take_unpacked_shiboken(unpacked: Path = UNPACKED) -> None:
    """Have Shiboken, PySide's base, come from where its own Python code is compiled already.

    The installed one compiles it anew at each start, which takes a fifth of that. A copy of
    another version than the installed one is left alone, and so is all where there is none.
    """
    if "shiboken6" in sys.modules or not unpacked.is_dir():
        return
    spec = PathFinder.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        return
    installed = Path(spec.origin)  # it states the version
    try:
        copied = (unpacked / "shiboken6" / installed.name).read_bytes()
        is_same = copied == installed.read_bytes()
    except OSError:
        return
    if is_same:
        sys.path.insert(0, str(unpacked))


def import_plainly() -> None:
    """Take PySide's own way to import out again.

    It reads the source of every module, to find those that want other names of Qt's functions
    (its ``__feature__``); none here does, and it costs a tenth of the start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
