"""Draws the app's icon in the sizes and files that desktops want, from its one SVG.

    python tools/icons.py hicolor|ico|icns TARGET

`hicolor` is a folder of PNG files in freedesktop's layout, `ico` is for Windows, `icns` for macOS.
"""

from __future__ import annotations

import os
import shutil
import struct
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE: Final = (
    Path(__file__).resolve().parents[1] / "resources" / "icons" / "mission-countdown.svg"
)
HICOLOR: Final = (16, 22, 24, 32, 36, 48, 64, 72, 96, 128, 192, 256, 512)
ICO: Final = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS: Final = {
    "icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256,
    "ic14": 512, "ic09": 512, "ic10": 1024,
}  # fmt: skip
"""Apple's names; 11 to 14 and 10 are of the doubled sizes."""


def png(size: int) -> bytes:
    """Draw it as a square PNG of that many pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Make a Windows icon: a directory of sixteen bytes a picture, then the pictures."""
    pictures = {size: png(size) for size in ICO}
    head = struct.pack("<3H", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + b"".join(pictures.values())


def icns() -> bytes:
    """Make a macOS icon: pictures, each after its name and length."""
    body = b""
    for name, size in ICNS.items():
        data = png(size)
        body += name.encode("ascii") + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def hicolor(folder: Path) -> None:
    """Write every size, and the source for all others, as the icon of the app and of its files."""
    for size in HICOLOR:
        _write_twice(folder / f"{size}x{size}", png(size), ".png")
    _write_twice(folder / "scalable", SOURCE.read_bytes(), ".svg")


def _write_twice(folder: Path, data: bytes, suffix: str) -> None:
    app = folder / "apps" / f"mission-countdown{suffix}"
    document = folder / "mimetypes" / f"application-x-mission-countdown{suffix}"
    for file in (app, document):
        file.parent.mkdir(parents=True, exist_ok=True)
    app.write_bytes(data)
    shutil.copyfile(app, document)


def main(kind: str, target: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    if kind == "hicolor":
        hicolor(target)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes({"ico": ico, "icns": icns}[kind]())
    del application


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
