"""A board that fills a screen: it paints inks, and of a second only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QAbstractAnimation, QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QRegion

from countdown.widgets.accessibility import SpokenWidget
from countdown.widgets.inks import Ink, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent, QPixmap
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look

FADE_MS: Final = 250
_Placed = tuple[Ink, "QRect"]
"""An ink, and where it may paint."""


class Board(SpokenWidget):
    """It reads no clock; who listens hears ``spoken`` when they ask, and nothing by itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._placed: list[_Placed] = []
        self._spoken = ""
        self._shift = QPoint()
        self._before: QPixmap | None = None
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(FADE_MS)
        self._fading.valueChanged.connect(self.update)
        self._fading.finished.connect(self._end_fade)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all below is painted too

    @property
    def inks(self) -> list[Ink]:
        """What is painted, the lowest first; places are those before the shift."""
        return [ink for ink, _ in self._placed]

    @property
    def shift(self) -> QPoint:
        return self._shift

    def spoken_value(self) -> str:
        return self._spoken

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def set_shift(self, shift: QPoint) -> None:
        """Paint all of it so far from its place."""
        if shift != self._shift:
            self._shift = shift
            self.update()

    def show_inks(self, inks: Sequence[Ink], spoken: str) -> None:
        """Show other inks; only where they differ is it painted anew."""
        self._spoken = spoken
        before = self._placed
        if len(before) != len(inks):
            self._placed = [(ink, ink.rect) for ink in inks]
            self.update()
            return
        region = QRegion()
        for place, new in enumerate(inks):
            old, rect = before[place]
            if new != old:
                before[place] = (new, new.rect)
                region += _changed(old, rect, new)
        if not region.isEmpty():
            self.update(region.translated(self._shift))

    def fade_from_here(self) -> None:
        """Let what is shown now fade out over what is shown next."""
        self._end_fade()
        if self.isVisible():
            self._before = self.grab()
            self._fading.start()

    def stop(self) -> None:
        """End whatever moves."""
        self._end_fade()

    def _end_fade(self) -> None:
        if self._fading.state() is QAbstractAnimation.State.Running:
            self._fading.stop()
        self._before = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._shift)
        ground = self._look.colour("ground")
        boxes = cast("Iterable[QRect]", event.region().translated(-self._shift))
        for rect in boxes:  # Qt clips to one of them much faster than to all
            painter.setClipRect(rect)
            painter.fillRect(rect, ground)
            for ink, place in self._placed:
                if rect.intersects(place):
                    ink.paint(painter, self._look, rect)
        if self._before is not None:
            painter.resetTransform()
            painter.setClipping(False)
            painter.setOpacity(float(self._fading.currentValue()))
            painter.drawPixmap(0, 0, self._before)
        painter.end()


def _changed(old: Ink, rect: QRect, new: Ink) -> QRegion:
    """Return where two inks differ; of a line of digits, only the digits that do."""
    if (
        isinstance(old, Words)
        and isinstance(new, Words)
        and new == old._replace(text=new.text)
        and len(old.text) == len(new.text)
        and old.width == new.width
    ):
        return QRegion(new.changed_from(old))
    return QRegion(rect) + new.rect
