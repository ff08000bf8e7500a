"""Reading what was painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


def ink(image: QImage, ground: QColor, within: QRect | None = None) -> QRect:
    """Return the smallest rectangle around all that is not the ground's colour."""
    area = within or image.rect()
    found = [
        (x, y)
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
        if image.pixelColor(x, y) != ground
    ]
    if not found:
        return QRect()
    across, down = [x for x, _ in found], [y for _, y in found]
    return QRect(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)


def colours(image: QImage) -> set[str]:
    """Return all colours in a picture, as ``#rrggbb``."""
    return {
        QColor(image.pixelColor(x, y)).name()
        for y in range(image.height())
        for x in range(image.width())
    }
