"""The theme files, as they come with the app."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from countdown.data import themes
from countdown.data.resources import resources_folder
from countdown.data.themes import theme_titles, theme_tokens

if TYPE_CHECKING:
    import pytest


def test_dark_and_light_come_first_and_each_file_is_a_theme() -> None:
    names = list(theme_titles())
    assert names[:2] == ["dark", "light"]
    assert set(names) == {file.stem for file in (resources_folder() / "themes").glob("*.json")}


def test_all_themes_share_the_measures() -> None:
    sizes = {json.dumps(theme_tokens(name)["sizes"]) for name in theme_titles()}
    assert len(sizes) == 1


def test_a_theme_is_just_one_more_file(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("resources")
    (folder / "themes").mkdir()
    (folder / "measures.json").write_text('{"sizes": {"small": 13}, "spaces": {"gap": 16}}')
    (folder / "themes" / "dark.json").write_text('{"title": "Dark"}')
    (folder / "themes" / "amber.json").write_text('{"title": "Amber", "sizes": {"small": 20}}')
    monkeypatch.setattr(themes, "resources_folder", lambda: folder)
    assert theme_titles() == {"dark": "Dark", "amber": "Amber"}
    assert theme_tokens("amber")["sizes"] == {"small": 20}
    assert theme_tokens("amber")["spaces"] == theme_tokens("dark")["spaces"] == {"gap": 16}
