"""Keeps what does not move as a picture, so that a second paints only what does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_MOST: Final = 64


class Still:
    """Pictures of the still parts of rows, by what they say; the oldest are let go."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}

    def forget(self) -> None:
        """Let all go: colours or sizes are others."""
        self._kept.clear()

    def paint(
        self, painter: QPainter, rect: QRect, key: Hashable, draw: Callable[[QPainter, QRect], None]
    ) -> None:
        """Paint by ``draw`` into ``rect``, or the picture of the last time with the same ``key``.

        Where lines are kept as lines, as on paper, ``draw`` paints each time.
        """
        if painter.paintEngine().type() is not QPaintEngine.Type.Raster or rect.isEmpty():
            draw(painter, rect)
            return
        ratio = painter.device().devicePixelRatioF()
        key = (key, rect.width(), rect.height(), ratio)
        picture = self._kept.pop(key, None)
        if picture is None:
            picture = self._drawn(painter, rect, ratio, draw)
        self._kept[key] = picture
        if len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        painter.drawPixmap(rect.topLeft(), picture)

    def _drawn(
        self,
        painter: QPainter,
        rect: QRect,
        ratio: float,
        draw: Callable[[QPainter, QRect], None],
    ) -> QPixmap:
        def draw_inside(inner: QPainter) -> None:
            inner.setRenderHints(painter.renderHints())
            draw(inner, rect)

        return drawn(rect, ratio, QColor(Qt.GlobalColor.transparent), draw_inside)


def drawn(room: QRect, ratio: float, ground: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
    """Return a picture of what ``draw`` paints in a room on a ground, for such a screen."""
    picture = QPixmap(room.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = QPainter(picture)
    painter.translate(-room.topLeft())
    draw(painter)
    painter.end()
    return picture
