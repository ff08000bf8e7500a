"""The line of days: a point of it is a day, arrows move by one, ticks turn as records fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from countdown.widgets.return_slider import ReturnSlider
from tests.widgets.pixels import colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look


@pytest.fixture
def slider(look: Look, shown: list[QWidget]) -> ReturnSlider:
    line = ReturnSlider(look)
    shown.append(line)
    line.setRange(0, 400)
    line.resize(424, 40)
    line.show()
    return line


def at_tick(slider: ReturnSlider, day: int) -> set[str]:
    """The colours a tick is painted with, clear of the line."""
    image = slider.grab().toImage()
    return colours(image.copy(QRect(12 + day - 1, 10, 3, 6)))


def test_a_point_of_the_line_is_a_day(slider: ReturnSlider) -> None:
    assert [slider.day_at(x) for x in (-50, 12, 212, 412, 900)] == [0, 0, 200, 400, 400]


def test_a_press_goes_there_and_a_drag_follows(slider: ReturnSlider) -> None:
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(112, 20))
    assert slider.value() == 100
    QTest.mouseMove(slider, QPoint(162, 20))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(162, 20))
    assert slider.value() == 150
    QTest.mouseMove(slider, QPoint(300, 20))
    QTest.mousePress(slider, Qt.MouseButton.RightButton, pos=QPoint(300, 20))
    assert slider.value() == 150


def test_arrows_move_a_day_and_page_keys_a_month(slider: ReturnSlider) -> None:
    slider.setValue(100)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 101
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert slider.value() == 71
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.value() == 400


def test_a_tick_takes_the_accent_once_its_record_has_fallen(
    look: Look, slider: ReturnSlider
) -> None:
    accent = look.colour("accent").name()
    slider.set_marks([200.5, 600], known=300, share=0.25)
    slider.setValue(150)
    assert accent not in at_tick(slider, 201)
    slider.setValue(300)
    assert accent in at_tick(slider, 201)


def test_it_grows_with_the_scale_and_is_dim_when_off(look: Look, slider: ReturnSlider) -> None:
    slider.set_look(look._replace(scale=2))
    assert slider.sizeHint().height() == slider.minimumSizeHint().height() == 80
    slider.setEnabled(False)
    assert look.colour("accent").name() not in colours(slider.grab().toImage())
