"""The bar of a race: painted when something of it moves, the ghost told apart by its pattern."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from countdown.core.moments import DAY
from countdown.widgets.race_bar import RaceBar, RacePicture
from countdown.widgets.race_lanes import Lanes
from countdown.widgets.share_bar import ShareBar
from tests.widgets.pixels import colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return False


def picture(now: int, *, is_live: bool = True, today: str = "day 203") -> RacePicture:
    return RacePicture(Lanes(now, 340 * DAY, 215 * DAY), is_live, today, "340 d", "215 d", "{} d")


def bar_of(look: Look, shown: list[QWidget]) -> RaceBar:
    bar = RaceBar(look)
    shown.append(bar)
    bar.resize(800, 110)
    bar.show()
    bar.show_picture(picture(202 * DAY))
    QApplication.processEvents()
    return bar


def test_an_ordinary_second_paints_nothing(look: Look, shown: list[QWidget]) -> None:
    bar = bar_of(look, shown)
    paints = Paints(bar)
    bar.show_picture(picture(202 * DAY + 1))
    QApplication.processEvents()
    assert paints.count == 0
    bar.show_picture(picture(203 * DAY, today="day 204"))
    QApplication.processEvents()
    assert paints.count == 1


def test_the_accent_is_for_a_flight_that_goes_on(look: Look, shown: list[QWidget]) -> None:
    bar = bar_of(look, shown)
    accent = look.colours["accent"]
    assert accent in colours(bar.grab().toImage())
    bar.show_picture(picture(202 * DAY, is_live=False))
    assert accent not in colours(bar.grab().toImage())


def test_the_ghost_is_hatched_and_the_own_lane_is_not(look: Look, shown: list[QWidget]) -> None:
    bar = bar_of(look, shown)
    image = bar.grab().toImage()
    middle = bar.height() // 2

    def turns(y: int) -> int:
        row = [image.pixelColor(x, y) for x in range(100, 400)]
        return sum(one != other for one, other in pairwise(row))

    assert turns(middle - 12) == 0
    assert turns(middle + 12) > 50


def test_a_share_above_one_is_marked_where_one_lies(look: Look, shown: list[QWidget]) -> None:
    bar = ShareBar(look)
    shown.append(bar)
    bar.resize(200, 9)
    bar.show_share(0.5)
    bar.show()
    half = bar.grab().toImage()
    assert look.colours["text"] not in colours(half)
    bar.show_share(2.0)
    double = bar.grab().toImage()
    assert double.pixelColor(100, 0).name() == look.colours["text"]
    bar.show_share(0.0)
    assert look.colours["bar"] not in colours(bar.grab().toImage())
