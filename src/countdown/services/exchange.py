"""Everything between the app and files that the user names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.data.mission_files import load_missions, mission_text
from countdown.data.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from countdown.core.own_missions import OwnMission


class Exchange:
    """What cannot be done is an OSError or a FileProblemsError, and has changed nothing."""

    def read(self, file: Path) -> tuple[OwnMission, ...]:
        """Return the missions of a file."""
        return load_missions(file).missions

    def write(self, file: Path, missions: Sequence[OwnMission]) -> None:
        """Write missions into a file of their own."""
        write_whole(file, mission_text(tuple(missions)))
