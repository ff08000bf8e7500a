"""Where the app keeps what is the user's, as the platform has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

MISSIONS: Final = "missions.mission"
"""The file of the user's missions, in the `data_folder`."""

RESTORING: Final = "restoring"
"""In the `data_folder` while a backup is being restored, and after a crash meanwhile."""

_APP: Final = "mission-countdown"


def preferences_folder() -> Path:
    """Return the user's folder for the app's preferences."""
    from platformdirs import user_config_path

    return user_config_path(_APP, appauthor=False)


def data_folder() -> Path:
    """Return the user's folder for what the app keeps."""
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False)


def log_folder() -> Path:
    """Return the user's folder for the app's log, as the platform has it."""
    from platformdirs import user_log_path

    return user_log_path(_APP, appauthor=False)
