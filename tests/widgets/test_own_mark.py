"""The mark of what is the user's: beside a name, and never over a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from countdown.models.countdown_list import CountdownRow, CountdownWords
from countdown.widgets.countdown_delegate import CountdownDelegate
from countdown.widgets.mission_delegate import MissionDelegate
from countdown.widgets.own_mark import mark_room, paint_mark
from tests.widgets.pixels import ink
from tests.widgets.test_delegates import LONG, countdown, mission, painted, row

if TYPE_CHECKING:
    from countdown.widgets.look import Look


def test_the_mark_keeps_to_its_room(look: Look) -> None:
    image = QImage(QSize(60, 40), QImage.Format.Format_RGB32)
    image.fill(look.colour("panel"))
    painter = QPainter(image)
    paint_mark(painter, look, 10, 20, look.colour("dim"))
    painter.end()
    found = ink(image, look.colour("panel"))
    assert QRect(11, 10, mark_room(look), 20).contains(found)
    assert found.width() >= look.px(8)


@pytest.mark.parametrize("name", ["Scott Kelly", LONG])
def test_a_mission_is_marked_beside_its_name_and_its_figure_stays(look: Look, name: str) -> None:
    missions, ground = MissionDelegate(look), look.colour("panel")
    bare = painted(missions, mission(text=name), ground)
    marked = painted(missions, mission(text=name, BY_YOU="by you"), ground)
    assert bare != marked
    figure = QFontMetrics(look.font("lead")).horizontalAdvance("340 d")
    right = QRect(300 - 20 - figure - 2, 0, figure + 22, 28)
    assert bare.copy(right) == marked.copy(right)


def test_a_countdown_is_marked_and_says_where_it_is_stated(look: Look) -> None:
    countdowns, ground = CountdownDelegate(look), look.colour("panel")
    words = CountdownWords("Party", "", "12 Apr 2030", "stated by you in “Class”")
    marked = painted(countdowns, row(ROW=CountdownRow(words, "T− 5 d", False)), ground)
    bare = painted(countdowns, countdown("Party", "", "T− 5 d", "12 Apr 2030"), ground)
    for half in (QRect(0, 0, 200, 28), QRect(0, 29, 200, 20)):
        assert bare.copy(half) != marked.copy(half)
    assert bare.copy(QRect(210, 0, 90, 56)) == marked.copy(QRect(210, 0, 90, 56))
