"""The themes: one file each, beside the measures that they share."""

from __future__ import annotations

import json
from typing import Any

from countdown.data.resources import resources_folder


def theme_titles() -> dict[str, str]:
    """Return the names of all themes with their English titles: dark, light, then the others."""
    titles = {}
    for file in (resources_folder() / "themes").glob("*.json"):
        titles[file.stem] = str(_read("themes", file.name).get("title", file.stem))
    return dict(sorted(titles.items(), key=lambda one: (one[0] not in ("dark", "light"), one[0])))


def theme_tokens(name: str) -> dict[str, Any]:
    """Return a theme's tokens; sizes and distances of its own go before the shared ones."""
    return _read("measures.json") | _read("themes", f"{name}.json")


def _read(*path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        resources_folder().joinpath(*path).read_text(encoding="utf-8")
    )
    return found
