"""Pictures of the windows, as `countdown picture` draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from countdown.app import load_look
from countdown.shots import Shot, View, picture
from tests.fakes import at, catalogue_of
from tests.qt_fixtures import nothing_left_running, qapp

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue

__all__ = ["nothing_left_running", "qapp"]

STORY = "2015-10-16T12:00:00Z"


def drawn(catalogue: Catalogue, folder: Path, size: tuple[int, int], theme: str) -> QImage:
    shot = Shot(theme, size)
    image = QImage.fromData(picture(catalogue, at(STORY), None, shot, folder))
    assert not image.isNull()
    return image


@pytest.mark.parametrize("size", [(320, 240), (1280, 720), (3840, 2160)])
def test_a_picture_is_as_large_as_it_was_asked_for(
    catalogue: Catalogue, tmp_path: Path, size: tuple[int, int]
) -> None:
    image = drawn(catalogue, tmp_path, size, "dark")
    assert (image.width(), image.height()) == size


def test_in_a_picture_nothing_waits_for_keys(catalogue: Catalogue, tmp_path: Path) -> None:
    shot = Shot(size=(360, 132), view=View.PIN)
    drawn = QImage.fromData(picture(catalogue, at(STORY), None, shot, tmp_path))
    assert drawn.pixelColor(0, 0) == load_look("dark").colour("line")


def test_a_picture_is_the_same_every_time(catalogue: Catalogue, tmp_path: Path) -> None:
    one, other, light = (
        drawn(catalogue, tmp_path, (1280, 720), theme) for theme in ("dark", "dark", "light")
    )
    assert one == other
    assert light != one


def test_a_picture_of_an_empty_catalogue_is_drawn(tmp_path: Path) -> None:
    image = drawn(catalogue_of(), tmp_path, (800, 480), "light")
    assert not image.isNull()
