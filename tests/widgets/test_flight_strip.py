"""The line from launch to return."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.widgets.flight_strip import FlightStrip
from tests.widgets.pixels import colours, ink

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.widgets.look import Look

WORDS = ("launch 27 Mar 2015", "facts as of 8 Oct 2026", "return 2 Mar 2016")


class WatchedStrip(FlightStrip):
    """Counts how often it was painted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.painted += 1
        super().paintEvent(event)


@pytest.fixture
def strip(look: Look, shown: list[QWidget], qapp: QApplication) -> WatchedStrip:
    strip = WatchedStrip(look)
    shown.append(strip)
    strip.setPalette(look.palette())
    strip.resize(600, strip.sizeHint().height())
    strip.show()
    qapp.processEvents()
    strip.painted = 0
    return strip


def test_it_is_painted_again_when_a_pixel_moves(strip: WatchedStrip, qapp: QApplication) -> None:
    year = 340 * 86_400
    for second in range(60):  # of a year in space, a pixel is fourteen hours
        strip.show_span(WORDS, 0.5 + second / year)
        qapp.processEvents()
    assert strip.painted == 1
    strip.show_span(WORDS, 0.5 + 1 / 500)
    qapp.processEvents()
    assert strip.painted == 2


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999, 1.0])
def test_the_dot_stays_on_the_line(strip: WatchedStrip, look: Look, share: float) -> None:
    strip.show_span(("", "", ""), share)
    image = strip.grab().toImage()
    inked = ink(image, look.colour("ground"))
    assert look.colours["accent"] in colours(image)
    assert inked.bottom() < strip.height() - 1
    assert 13 <= inked.height() <= 16  # the dot is whole


def test_without_a_known_return_there_is_a_line_and_no_dot(strip: WatchedStrip, look: Look) -> None:
    strip.show_span(("launch 24 May 2026", "", "return not announced"), None)
    seen = colours(strip.grab().toImage())
    assert look.colours["track"] in seen
    assert look.colours["accent"] not in seen


def test_a_screen_reader_hears_the_three_captions(strip: WatchedStrip) -> None:
    strip.show_span(WORDS, 0.5)
    assert strip.accessibleName() == "launch 27 Mar 2015, facts as of 8 Oct 2026, return 2 Mar 2016"
    strip.show_span(("", "facts as of 8 Oct 2026", ""), None)
    assert strip.accessibleName() == "facts as of 8 Oct 2026"
