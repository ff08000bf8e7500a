"""The app on a real screen with a real window manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.desktop.processes import until
from tests.desktop.screens import SIZE, Place

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.conftest import StartApp
    from tests.desktop.screens import Screen


def remember(folder: Path, *lines: str) -> None:
    """Write preferences, as if an earlier run had left them."""
    file = folder / "mission-countdown" / "settings.ini"
    file.parent.mkdir()
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_window_is_named_after_the_mission_and_its_digits_tick(start_app: StartApp) -> None:
    app = start_app()
    assert app.is_mapped()
    assert app.title == "Scott Kelly – Mission Countdown"
    assert app.ticks()
    assert app.close() == 0


def test_the_keys_of_the_window_work_from_the_field_that_has_the_cursor(
    start_app: StartApp, screen: Screen
) -> None:
    app = start_app()
    app.keys("k")  # typed into the field
    app.keys("ctrl+e")
    until(lambda: "Own missions" in screen.ask("wmctrl", "-l"), "the editor to be there")
    assert app.end() == 0


def test_it_survives_its_window_manager(start_app: StartApp, screen: Screen) -> None:
    app = start_app("--person", "anna-kikina")
    screen.stop_manager()
    screen.start_manager()
    until(app.is_mapped, "the window to be back")
    assert app.ticks()
    assert app.title.startswith("Anna Kikina")
    assert app.close() == 0


def test_it_comes_back_where_it_was(start_app: StartApp) -> None:
    app = start_app()
    app.move(Place(123, 77, 900, 600))
    place = app.place
    assert app.close() == 0
    again = start_app()
    until(lambda: again.place == place, f"the window to be at {place}")
    assert again.end() == 0


def test_the_display_covers_the_screen_exactly(start_app: StartApp) -> None:
    app = start_app("--display")
    until(lambda: app.place == (0, 0, *SIZE), "the window to cover the screen")
    assert "FULLSCREEN" in app.states
    assert app.end() == 0


def test_a_pinned_window_stays_above(start_app: StartApp) -> None:
    app = start_app("--pin")
    until(lambda: "ABOVE" in app.states, "the window to be above")
    assert app.end() == 0


def test_it_ends_well_when_asked_to_while_nothing_moves(
    start_app: StartApp, tmp_path: Path
) -> None:
    remember(tmp_path, "[clock]", "last=replay 2015-10-16T12:00:00Z 1 paused")
    app = start_app()
    app.keys("Tab")  # away from the field, whose cursor blinks
    assert app.end() == 0
    kept = (tmp_path / "mission-countdown" / "settings.ini").read_text(encoding="utf-8")
    assert "replay 2015-10-16T12:00:00Z 1 paused" in kept
    assert "geometry" in kept


def test_a_newer_catalogue_that_is_damaged_does_not_keep_it_from_opening(
    start_app: StartApp, tmp_path: Path
) -> None:
    folder = tmp_path / "mission-countdown"
    folder.mkdir()
    (folder / "catalogue.json").write_text('{"schema": 1, "path": "/nowhere"}', encoding="utf-8")
    app = start_app()
    assert "Mission Countdown" in app.title
    assert app.end() == 0
