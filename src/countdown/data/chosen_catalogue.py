"""Which catalogue is used: the bundled one, or one put in its place and remembered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from countdown.core.errors import FileProblemsError
from countdown.data.catalogue_files import load_catalogue
from countdown.data.errors import refused
from countdown.data.resources import bundled_catalogue
from countdown.data.user_folders import preferences_folder

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

BUNDLED: Final = "bundled"
"""What is typed to go back to the catalogue that came with the app."""

_SCHEMA: Final = 1


def _pointer() -> Path:
    return preferences_folder() / "catalogue.json"


def remembered() -> Path | None:
    """Return the catalogue that was put in place of the bundled one, if any."""
    try:
        chosen = json.loads(_pointer().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    path = chosen.get("path") if isinstance(chosen, dict) else None
    return Path(path) if isinstance(path, str) and path else None


def choose(name: str) -> Catalogue:
    """Check a catalogue, and use it from now on; `BUNDLED` goes back to the app's own.

    Raises:
        FileProblemsError: it is wrong, or the choice cannot be written down; nothing changed.
    """
    from countdown.data.whole_files import write_whole

    path = bundled_catalogue() if name == BUNDLED else Path(name).absolute()
    catalogue = load_catalogue(path)
    pointer = _pointer()
    try:
        if name != BUNDLED:
            write_whole(pointer, json.dumps({"schema": _SCHEMA, "path": str(path)}) + "\n")
        elif pointer.exists():
            pointer.unlink()
    except OSError as error:
        raise refused(str(pointer), f"cannot be written: {error.strerror or error}") from None
    return catalogue


def load_chosen() -> tuple[Catalogue, FileProblemsError | None]:
    """Return the remembered catalogue, or the bundled one and what is wrong with the other."""
    path = remembered()
    if path is not None:
        try:
            return load_catalogue(path), None
        except FileProblemsError as error:
            return load_catalogue(bundled_catalogue()), error
    return load_catalogue(bundled_catalogue()), None
