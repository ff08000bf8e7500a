"""The rows of the time line of highlights as they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from countdown.models.highlight_list import HighlightRole
from countdown.widgets.highlight_delegate import HighlightDelegate
from tests.widgets.pixels import colours, ink

if TYPE_CHECKING:
    from countdown.widgets.look import Look

LONG = "Talks with Heidemarie Martha Stefanyshyn-Piper-Long " * 3
WIDE, NARROW = 1_000, 500


def row(text: str = "Lettuce", **values: object) -> QStandardItemModel:
    given = {
        "DETAIL": "", "WHEN": "10 Aug 2015", "DAY": "day 136–137", "ORIGIN": "press",
        "IS_COMPUTED": False, "IS_PAST": False, "IS_NEXT": False, "IS_FIRST": False,
        "IS_LAST": False,
    }  # fmt: skip
    item = QStandardItem(text)
    for name, value in {**given, **values}.items():
        item.setData(value, HighlightRole[name])
    model = QStandardItemModel()
    model.appendRow(item)
    return model


class Easel:
    """Paints rows of either width on the page's ground."""

    def __init__(self, look: Look) -> None:
        self.delegate = HighlightDelegate(look)
        self.ground = look.colour("ground")

    def height(self, width: int) -> int:
        self.delegate.set_width(width)
        return self.delegate.sizeHint(QStyleOptionViewItem(), row().index(0, 0)).height()

    def paint(
        self,
        model: QStandardItemModel,
        width: int = WIDE,
        state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
    ) -> QImage:
        size = QSize(width, self.height(width))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(self.ground)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, size.width(), size.height())
        option.state = QStyle.StateFlag.State_Enabled | state
        painter = QPainter(image)
        self.delegate.paint(painter, option, model.index(0, 0))
        painter.end()
        return image


@pytest.fixture
def easel(look: Look) -> Easel:
    return Easel(look)


def test_a_narrow_row_has_two_lines_and_a_wide_one_has_one(easel: Easel) -> None:
    assert easel.height(NARROW) > easel.height(WIDE)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_long_words_leave_the_origin_alone(easel: Easel, look: Look, width: int) -> None:
    origin = QFontMetrics(look.font("caption")).horizontalAdvance("press caption")
    right = width - 20
    half = 0 if width == WIDE else 26
    room = QRect(right - origin - 6, half, origin + 26, easel.height(width) - half)
    long = easel.paint(row(LONG, ORIGIN="press caption", DETAIL=LONG), width)
    empty = easel.paint(row("", ORIGIN="press caption"), width)
    assert long.copy(room) == empty.copy(room)
    assert ink(long, easel.ground, room).width() > 40


def test_the_two_longest_dates_keep_clear_of_the_day(easel: Easel) -> None:
    dated = easel.paint(row(WHEN="29 Nov 2026 – 28 Dec 2027", DAY=""))
    day = easel.paint(row(WHEN="", DAY="day 365–366"))
    rail = 320  # the line and the words are to the right of it
    left = ink(dated, easel.ground, QRect(0, 0, rail, 36))
    right = ink(day, easel.ground, QRect(0, 0, rail, 36))
    assert left.right() < right.left()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_only_what_is_next_is_in_the_accent_and_says_so_in_a_word(
    easel: Easel, look: Look, width: int
) -> None:
    accent = look.colours["accent"]
    coming = easel.paint(row(IS_NEXT=True), width)
    assert accent in colours(coming)
    for other in (row(), row(IS_PAST=True)):
        assert accent not in colours(easel.paint(other, width))
    word = QRect(width - 100, 0, 50, coming.height())
    later = easel.paint(row(), width)
    assert coming.copy(word) != later.copy(word)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_past_is_dim(easel: Easel, look: Look, width: int) -> None:
    assert look.colours["text"] in colours(easel.paint(row(), width))
    assert look.colours["text"] not in colours(easel.paint(row(IS_PAST=True), width))


def rail(image: QImage, look: Look) -> list[int]:
    """Return the heights at which the line of the rail is seen, in the column that has most."""
    track = look.colour("track")
    columns = [
        [y for y in range(image.height()) if image.pixelColor(x, y) == track]
        for x in range(image.width())
    ]
    return max(columns, key=len)


def test_the_line_begins_at_the_first_dot_and_ends_at_the_last(easel: Easel, look: Look) -> None:
    between = rail(easel.paint(row()), look)
    first = rail(easel.paint(row(IS_FIRST=True)), look)
    last = rail(easel.paint(row(IS_LAST=True)), look)
    assert (between[0], between[-1]) == (0, 35)
    assert first[0] > 18
    assert first[-1] == 35
    assert last[0] == 0
    assert last[-1] < 18


def test_a_fact_is_a_ring_and_what_is_computed_a_dot(easel: Easel, look: Look) -> None:
    quiet = {"WHEN": "", "DAY": "", "ORIGIN": "", "IS_FIRST": True, "IS_LAST": True}
    middle = {}
    for computed in (True, False):
        image = easel.paint(row("", IS_COMPUTED=computed, **quiet))
        dot = ink(image, easel.ground)
        assert 7 <= dot.width() <= 11
        assert dot.width() == dot.height()
        middle[computed] = image.pixelColor(dot.center())
    assert middle == {True: look.colour("text"), False: easel.ground}


def test_focus_and_the_pointer_are_seen(easel: Easel, look: Look) -> None:
    plain = easel.paint(row())
    focused = easel.paint(row(), state=QStyle.StateFlag.State_HasFocus)
    pointed = easel.paint(row(), state=QStyle.StateFlag.State_MouseOver)
    assert plain.pixelColor(500, 0) == easel.ground
    assert focused.pixelColor(500, 0) == look.colour("accent")
    assert pointed.pixelColor(500, 0) == look.colour("panel")
