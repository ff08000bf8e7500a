"""The big digits: painted again only where they changed, never cut, and told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QFontInfo, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QWidget

from countdown.models.phrases import NO_COLON
from countdown.widgets import speaking
from countdown.widgets.counter_face import CounterFace
from tests.widgets.pixels import ink

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage, QPaintEvent
    from PySide6.QtWidgets import QApplication

    from countdown.widgets.look import Look

SPOKEN = "202 days, 16 hours, 17 minutes"


def spoken() -> str:
    return SPOKEN


class WatchedFace(CounterFace):
    """Notes which part of it was painted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.painted.append(event.rect())
        super().paintEvent(event)


@pytest.fixture
def face(look: Look, shown: list[QWidget], qapp: QApplication) -> WatchedFace:
    window = QWidget()
    window.setPalette(look.palette())
    face = WatchedFace(look)
    face.setParent(window)
    shown.append(window)
    window.resize(460, 100)
    face.setGeometry(10, 8, 440, 84)
    face.set_figure("202", "days", "16:17:03", spoken)
    window.show()
    qapp.processEvents()
    face.painted.clear()
    return face


def ground_of(face: CounterFace) -> QColor:
    return face.window().palette().window().color()


def on_screen(face: CounterFace) -> QImage:
    """Return what stands in the window, without having it painted anew."""
    picture = QGuiApplication.primaryScreen().grabWindow(face.window().winId())
    return picture.copy(face.geometry()).toImage()


def test_a_second_paints_only_the_digits_that_changed(
    face: WatchedFace, qapp: QApplication
) -> None:
    face.set_figure("202", "days", "16:17:04", spoken)
    qapp.processEvents()
    assert len(face.painted) == 1
    painted = face.painted[0]
    inked = ink(face.grab().toImage(), ground_of(face))
    assert painted.left() <= inked.right() <= painted.right() + 1
    assert painted.width() < face.width() / 12


@pytest.mark.parametrize("clock", ["16:17:04", "16:17:10", "16:20:00", "20:00:00", "11:11:11"])
def test_what_stands_on_the_screen_is_as_if_painted_whole(
    face: WatchedFace, qapp: QApplication, clock: str
) -> None:
    face.set_figure("202", "days", clock, spoken)
    qapp.processEvents()
    partly = on_screen(face)
    face.update()
    qapp.processEvents()
    assert partly == on_screen(face)


def test_the_same_figure_again_paints_nothing(face: WatchedFace, qapp: QApplication) -> None:
    face.set_figure("202", "days", "16:17:03", spoken)
    qapp.processEvents()
    assert face.painted == []


def test_another_day_paints_all_of_it(face: WatchedFace, qapp: QApplication) -> None:
    face.set_figure("203", "days", "00:00:00", spoken)
    qapp.processEvents()
    assert face.painted == [face.rect()]


def test_a_clock_that_disappears_leaves_nothing_behind(
    face: WatchedFace, qapp: QApplication
) -> None:
    with_clock = ink(on_screen(face), ground_of(face))
    face.set_figure("202", "days", "", spoken)
    qapp.processEvents()
    assert ink(on_screen(face), ground_of(face)).right() < with_clock.right() / 1.5


def test_a_hidden_face_paints_nothing(face: WatchedFace, qapp: QApplication) -> None:
    face.window().hide()
    face.painted.clear()
    face.set_figure("202", "days", "16:17:04", spoken)
    qapp.processEvents()
    assert face.painted == []


@pytest.mark.parametrize("width", [180, 240, 320, 441, 900])
@pytest.mark.parametrize("scale", [0.85, 1.0, 3.0])
@pytest.mark.parametrize(
    ("days", "clock"), [("0", "00:00:00"), ("1,111", "08:38:08"), ("236–237", ""), ("12", "08:38")]
)
def test_the_digits_fit_the_width(
    look: Look, shown: list[QWidget], width: int, scale: float, days: str, clock: str
) -> None:
    scaled = look._replace(scale=scale)
    face = CounterFace(scaled)
    shown.append(face)
    face.setPalette(look.palette())
    width = max(width, face.minimumSizeHint().width())
    face.resize(width, face.sizeHint().height())
    face.set_figure(days, "days", clock, spoken)
    ground = look.colour("ground")
    image = face.grab().toImage()
    last = image.width() - 1
    assert not ink(image, ground).isEmpty()
    assert ink(image, ground, QRect(last, 0, 1, image.height())).isEmpty()
    assert ink(image, ground, QRect(0, 0, image.width(), 1)).isEmpty()
    assert ink(image, ground, QRect(0, image.height() - 1, image.width(), 1)).isEmpty()


def test_the_digits_grow_with_the_window(look: Look, shown: list[QWidget]) -> None:
    heights = []
    for scale in (1.0, 2.0):
        face = CounterFace(look._replace(scale=scale))
        shown.append(face)
        face.setPalette(look.palette())
        face.resize(1_200, face.sizeHint().height())
        face.set_figure("202", "days", "16:17:03", spoken)
        heights.append(ink(face.grab().toImage(), look.colour("ground")).height())
    assert heights[1] >= 1.9 * heights[0]


def test_all_digits_have_one_width_so_that_nothing_jitters(look: Look) -> None:
    for bold in (False, True):
        font = look.font_px(40, bold=bold)
        assert QFontInfo(font).family() == "B612"
        metrics = QFontMetricsF(font)
        assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_a_colon_that_beats_the_seconds_moves_no_digit(
    face: WatchedFace, look: Look, qapp: QApplication
) -> None:
    ground = look.colour("ground")
    inked = []
    for clock in ("08:38", f"08{NO_COLON}38", f"08{NO_COLON}39", "08:39"):
        face.set_figure("202", "days", clock, spoken)
        qapp.processEvents()
        inked.append((ink(on_screen(face), ground), on_screen(face)))
    assert len({(area.left(), area.right()) for area, _ in inked}) == 1
    face.update()
    qapp.processEvents()
    assert inked[-1][1] == on_screen(face)  # nothing was left over


def test_a_screen_reader_hears_the_whole_figure(look: Look, shown: list[QWidget]) -> None:
    face = CounterFace(look)
    shown.append(face)
    face.setAccessibleName("This flight")
    face.set_figure("202", "days", "16:17:03", spoken)
    heard = QAccessible.queryAccessibleInterface(face)
    assert heard.text(QAccessible.Text.Name) == f"This flight: {SPOKEN}"
    assert heard.role() is QAccessible.Role.StaticText
    face.set_figure("203", "days", "00:00:00", lambda: "203 days, 0 hours, 0 minutes")
    assert heard.text(QAccessible.Text.Name) == "This flight: 203 days, 0 hours, 0 minutes"


def test_faces_that_are_gone_are_not_kept_for_who_listens(look: Look) -> None:
    for _ in range(20):
        face = CounterFace(look)
        assert QAccessible.queryAccessibleInterface(face) is not None
        shiboken6.delete(face)
    assert sum(1 for one in speaking._kept if not shiboken6.isValid(one)) <= 1


def test_another_look_changes_the_colour_of_the_digits(
    face: WatchedFace, look: Look, qapp: QApplication
) -> None:
    before = on_screen(face)
    face.set_look(look._replace(colours={**look.colours, "text": "#00ff00"}))
    qapp.processEvents()
    assert on_screen(face) != before


@pytest.mark.parametrize("size", [(420, 90), (180, 40), (300, 60)])
def test_a_clock_that_counts_otherwise_runs_below_the_figure(
    face: WatchedFace, qapp: QApplication, size: tuple[int, int]
) -> None:
    face.resize(*size)
    figure = "6 months, 18 days", "calendar age"
    face.set_figure(*figure, "elapsed 202 d 16:17:03", spoken, is_apart=True)
    qapp.processEvents()
    painted = ink(face.grab().toImage(), face._look.colour("ground"))
    assert face.rect().adjusted(0, 1, -1, -1).contains(painted)  # nothing is cut
    face.painted.clear()
    face.set_figure(*figure, "elapsed 202 d 16:17:04", spoken, is_apart=True)
    qapp.processEvents()
    (second,) = face.painted
    assert second.top() > face.height() // 2
    assert second.width() < face.width() // 8  # the last digit alone
