"""The one finder of bundled files: in a checkout, in a wheel, in a frozen package."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """Return the folder of the catalogue, fonts, help pages, icons and themes."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent.parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"


def bundled_catalogue() -> Path:
    """Return the folder of the catalogue that came with the app."""
    return resources_folder() / "catalogue"


def icon_file() -> Path:
    """Return the app's icon; it stays sharp at every size."""
    return resources_folder() / "icons" / "mission-countdown.svg"
