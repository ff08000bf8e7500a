"""The licences of all that the app brings along, with their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from countdown.data.resources import resources_folder

if TYPE_CHECKING:
    from pathlib import Path

_INDEX: Final = "index.tsv"


class Licence(NamedTuple):
    """What is licensed, by the name of its licence, and the file with the licence's text."""

    name: str
    version: str
    licence: str
    file: Path

    @property
    def text(self) -> str:
        """The licence in full; where its file is gone, that it is."""
        try:
            return self.file.read_text("utf-8", "replace")
        except OSError as error:
            return f"{self.file.name}: {error.strerror}"


def licences(folder: Path | None = None) -> tuple[Licence, ...]:
    """Return all that is listed in ``folder``, by default what came with the app, in its order."""
    folder = folder or resources_folder() / "licences"
    try:
        rows = (folder / _INDEX).read_text("utf-8").splitlines()[1:]
    except OSError:
        return ()
    found = []
    for row in filter(str.strip, rows):
        name, version, licence, file = row.split("\t")
        found.append(Licence(name, version, licence, folder / file))
    return tuple(found)
