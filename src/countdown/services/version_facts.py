"""What runs, and on what: for the About window, and for whoever reads a report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from countdown.data.chosen_catalogue import remembered
from countdown.data.crash_reports import Fact, as_text, facts

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

__all__ = ["Fact", "as_text", "is_bundled", "runtime_facts"]


def runtime_facts() -> tuple[Fact, ...]:
    """Return the versions of all that the app stands on, and what shows its windows."""
    shown_by = [QGuiApplication.platformName(), os.environ.get("XDG_CURRENT_DESKTOP", "")]
    return (
        *facts(),
        Fact("Qt", f"{qVersion()} (PySide6 {PySide6.__version__})"),
        Fact("Window system", ", ".join(filter(None, shown_by))),
    )


def is_bundled(catalogue: Catalogue) -> bool:
    """Say whether a catalogue is the one that came with the app."""
    if remembered() is None:
        return True
    from countdown.data.catalogue_files import load_catalogue
    from countdown.data.resources import bundled_catalogue

    bundled = load_catalogue(bundled_catalogue())  # the one remembered may not have been readable
    return (catalogue.title, catalogue.data_date) == (bundled.title, bundled.data_date)
