"""Started where there is no screen, the app says what it would have shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desktop.processes import run_app

if TYPE_CHECKING:
    from pathlib import Path

NOWHERE = ":98765"


@pytest.mark.parametrize("display", [{}, {"DISPLAY": NOWHERE}], ids=["none", "not there"])
def test_it_prints_the_status_and_ends_well(tmp_path: Path, display: dict[str, str]) -> None:
    done = run_app(tmp_path, "--person", "scott-kelly", "--at", "2015-10-16T12:00:00Z", **display)
    assert done.returncode == 0
    assert "202d 16:17:03" in done.stdout
    assert "there is no screen to open a window on; this is the status as text" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_name_it_prints_who_is_in_orbit(tmp_path: Path) -> None:
    done = run_app(tmp_path, "--at", "2015-10-16T12:00:00Z")
    assert done.returncode == 0
    assert "Scott Kelly" in done.stdout
    assert "Mikhail Kornienko" in done.stdout


@pytest.mark.parametrize("wish", ["--display", "--pin"])
@pytest.mark.parametrize("display", [{}, {"DISPLAY": NOWHERE}], ids=["none", "not there"])
def test_what_needs_a_screen_fails_without_one(
    tmp_path: Path, wish: str, display: dict[str, str]
) -> None:
    done = run_app(tmp_path, wish, **display)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "there is no screen" in done.stderr


def test_nothing_is_remembered_of_a_start_without_a_screen(tmp_path: Path) -> None:
    run_app(tmp_path)
    assert list(tmp_path.iterdir()) == []
