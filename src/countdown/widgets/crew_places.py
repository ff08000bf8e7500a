"""Where the parts of a row of people are: name, figure, bar and words, wide or narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from countdown.models.crew_rows import RowKind
from countdown.widgets.look import SCROLL_BAR_PX

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from countdown.widgets.look import Look

INSET: Final = 12
"""From the edge of a row to its texts; a view stands so far out that they meet the margin."""
MOST_ROOM: Final = 1.6
"""How much higher than they need to be rows become where there is room."""
_WIDE: Final = 740
"""From this width on, at scale 1, the bar stands beside the name and not beneath it."""
_LARGE: Final = 1.4
"""From so much room on, the types are larger too."""
_LONGEST: Final = "9,999 d 00:00:00"
_HEIGHTS: Final = {
    RowKind.AXIS: (36, 26),
    RowKind.STATION: (48, 64),
    RowKind.VEHICLE: (32, 32),
    RowKind.PERSON: (54, 66),
}
"""Of each kind of row at scale 1: where the bar stands beside the name, and where beneath it."""
_HEADING_ROOM: Final = 1.25


class Places(NamedTuple):
    """The parts of a person's row; ``middle`` is the height at which the bar lies."""

    name: QRect
    figure: QRect
    detail: QRect
    note: QRect
    bar: QRect
    middle: int


class RowMeasure(NamedTuple):
    """What decides about the places of a row: a look, the view's width, and the room there is."""

    look: Look
    width: int
    room: float = 1.0

    @property
    def is_wide(self) -> bool:
        """Whether the bar stands beside the name."""
        return self.width >= self.look.px(_WIDE)

    @property
    def is_large(self) -> bool:
        """Whether there is room for larger types."""
        return self.room >= _LARGE

    def height(self, kind: RowKind) -> int:
        """Return how high a row is; headings grow less than rows of people."""
        room = self.room if kind is RowKind.PERSON else min(self.room, _HEADING_ROOM)
        return int(self.look.px(_HEIGHTS[kind][0 if self.is_wide else 1]) * room)

    def font(self, size: str, large: str, *, bold: bool = False) -> QFont:
        """Return one of two sizes, the larger where there is room for it."""
        return self.look.font(large if self.is_large else size, bold=bold)

    def inner(self, row: QRect) -> QRect:
        """Return a row inside its insets."""
        inset = self.look.px(INSET)
        across = self.width - self.look.px(SCROLL_BAR_PX) - 2 * inset
        return QRect(inset, row.top(), across, row.height())

    def places(self, inner: QRect) -> Places:
        """Return where the parts of a row are."""
        figure = QFontMetrics(self.font("row", "heading")).horizontalAdvance(_LONGEST)
        return self._wide(inner, figure) if self.is_wide else self._narrow(inner, figure)

    def _lines(self) -> tuple[int, int]:
        """The heights of the name's line and of the words below."""
        heights = (30, 20) if self.is_large else (22, 17)
        return self.look.px(heights[0]), self.look.px(heights[1])

    def _wide(self, inner: QRect, figure: int) -> Places:
        look = self.look
        line, small = self._lines()
        top = inner.top() + max(0, inner.height() - line - small) // 2
        below, gap = top + line, look.px(24)
        texts = min(look.px(340), max(look.px(250), round(inner.width() * 0.3)))
        left, right = inner.left() + texts, inner.right() + 1
        return Places(
            QRect(inner.left(), top, texts - gap, line),
            QRect(right - figure, top, figure, line),
            QRect(inner.left(), below, texts - gap, small),
            QRect(left, below, right - left, small),
            QRect(left, inner.top(), right - left - figure - gap, inner.height()),
            top + line // 2,
        )

    def _narrow(self, inner: QRect, figure: int) -> Places:
        """The words share the line below the bar."""
        look = self.look
        line, small = self._lines()
        bar = look.px(12)
        top = inner.top() + max(0, inner.height() - line - bar - small) // 2
        below = QRect(inner.left(), top + line + bar, inner.width(), small)
        return Places(
            QRect(inner.left(), top, inner.width() - figure - look.space("small"), line),
            QRect(inner.right() + 1 - figure, top, figure, line),
            below,
            below,
            QRect(inner.left(), top + line - look.px(1), inner.width(), bar),
            top + line - look.px(1) + bar // 2,
        )
