"""The themes: one file each, beside the measures that they share."""

from __future__ import annotations

import json
from typing import Any

from countdown.data.resources import resources_folder


def theme_names() -> list[str]:
    """Return the names of all themes: dark, light, then the others."""
    files = (resources_folder() / "themes").iterdir()
    names = [file.stem for file in files if file.suffix == ".json"]
    return sorted(names, key=lambda one: (one not in ("dark", "light"), one))


def theme_titles() -> dict[str, str]:
    """Return the same with their English titles."""
    return {one: str(_read("themes", f"{one}.json").get("title", one)) for one in theme_names()}


def theme_tokens(name: str) -> dict[str, Any]:
    """Return a theme's tokens; sizes and distances of its own go before the shared ones."""
    return _read("measures.json") | _read("themes", f"{name}.json")


def _read(*path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        resources_folder().joinpath(*path).read_text(encoding="utf-8")
    )
    return found
