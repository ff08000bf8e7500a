"""The icon in the sizes of every desktop, read back by Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageReader

from tests.qt_fixtures import qapp
from tools.icons import HICOLOR, ICNS, ICO, hicolor, icns, ico

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["qapp"]

pytestmark = pytest.mark.usefixtures("qapp")


def sizes(data: bytes, kind: str) -> set[int]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    found = set()
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        image = reader.read()
        assert image.width() == image.height()
        assert image.pixelColor(image.rect().center()) == QColor("#e8eef4")
        assert image.pixelColor(0, 0).alpha() == 0
        found.add(image.width())
    return found


def test_windows_finds_every_size_in_one_file() -> None:
    assert sizes(ico(), "ico") == set(ICO)


def test_so_does_macos() -> None:
    assert sizes(icns(), "icns") == set(ICNS.values())


def test_freedesktop_has_a_folder_a_size(tmp_path: Path) -> None:
    hicolor(tmp_path)
    for size in HICOLOR:
        image = QImage(str(tmp_path / f"{size}x{size}" / "apps" / "mission-countdown.png"))
        assert image.width() == image.height() == size
    scalable = tmp_path / "scalable"
    assert (scalable / "apps" / "mission-countdown.svg").is_file()
    assert (scalable / "mimetypes" / "application-x-mission-countdown.svg").is_file()
