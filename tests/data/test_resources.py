"""The bundled files are found, and the bundled catalogue is right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue, resources_folder

if TYPE_CHECKING:
    import pytest


def test_the_bundled_catalogue_is_found_and_loads() -> None:
    folder = bundled_catalogue()
    assert (folder / "catalogue.json").is_file()
    assert load_catalogue(folder).title


def test_a_frozen_package_has_its_files_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    resources_folder.cache_clear()
    try:
        assert bundled_catalogue() == tmp_path / "resources" / "catalogue"
    finally:
        resources_folder.cache_clear()


def test_core_and_data_do_without_qt() -> None:
    """Read from the source, since another test may have imported it already."""
    package = Path(load_catalogue.__code__.co_filename).parents[1]
    for floor in ("core", "data"):
        for module in (package / floor).glob("*.py"):
            assert "PySide6" not in module.read_text(encoding="utf-8")
