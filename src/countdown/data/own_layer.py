"""The user's missions laid over the catalogue that is used, at each start; nothing is written."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from countdown.core.errors import FileProblemsError

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue
    from countdown.core.errors import Problem
    from countdown.core.own_missions import OwnMission


class Laid(NamedTuple):
    """A catalogue with the user's missions in it, and why some of them, or all, are left out."""

    catalogue: Catalogue
    missions: tuple[OwnMission, ...] = ()
    problems: tuple[Problem, ...] = ()


def lay_own(below: Catalogue, file: Path) -> Laid:
    """Lay the missions of a file over a catalogue; where there is no file, it is the result."""
    with contextlib.suppress(PermissionError):  # it is there, and reading it will say so
        if not file.exists():
            return Laid(below)
    from countdown.core.overlays import with_sound
    from countdown.data.mission_files import conflict_problem, load_missions

    try:
        missions = load_missions(file).missions
    except FileProblemsError as error:
        return Laid(below, (), error.problems)
    overlay, conflicts = with_sound(below, missions)
    problems = tuple(conflict_problem(str(file), one) for one in conflicts)
    return Laid(overlay.catalogue, missions, problems)
