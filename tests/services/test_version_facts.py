"""What runs, and whose facts it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import qVersion

from countdown.data.catalogue_files import load_catalogue
from countdown.data.chosen_catalogue import choose
from countdown.data.resources import bundled_catalogue
from countdown.services.version_facts import is_bundled, runtime_facts
from tests.data.small import as_bytes, write

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication


def test_qt_and_what_shows_the_windows_are_named(qapp: QApplication) -> None:
    told = dict(runtime_facts())
    assert told["Qt"] == f"{qVersion()} (PySide6 {PySide6.__version__})"
    assert told["Window system"].startswith(qapp.platformName())


def test_the_catalogue_came_with_the_app_unless_another_is_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    own = load_catalogue(bundled_catalogue())
    assert is_bundled(own)
    other = choose(str(write(tmp_path / "newer", as_bytes())))
    assert not is_bundled(other)
    assert is_bundled(own)  # when the other could not be read
