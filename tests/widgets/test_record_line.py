"""The time line as it is used: pointed at, clicked, walked along with the keys, and heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from countdown.core.moments import DAY, Instant
from countdown.core.records import WORLD, Category, Kind
from countdown.models.change_list import ChangeListModel
from countdown.widgets.record_line import PAD_PX, RecordLine
from tests.chains import FIRST_LAUNCH, chain_of
from tests.fakes import at
from tests.widgets.pixels import colours

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

CAREER = Category(Kind.CAREER, WORLD)
NOW = at("2026-11-22T09:30:15Z")


class WatchedLine(RecordLine):
    """Counts how often it is painted."""

    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.paints += 1
        super().paintEvent(event)


class Shown(NamedTuple):
    line: WatchedLine
    model: ChangeListModel
    selection: QItemSelectionModel
    taken: list[int]

    def place(self, row: int) -> QPoint:
        """Where the change of a row is painted."""
        drawing = self.line.drawing
        assert drawing is not None
        return (drawing.courses[row][0] + QPointF(PAD_PX, PAD_PX / 2)).toPoint()

    def point(self, position: QPoint) -> None:
        QTest.mouseMove(self.line, position)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.line, key)


@pytest.fixture
def world(catalogue: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication) -> Shown:
    return show(catalogue, look, shown, qapp)


def show(
    facts: Catalogue,
    look: Look,
    shown: list[QWidget],
    qapp: QApplication,
    when: Instant = NOW,
) -> Shown:
    window = QWidget()
    window.setPalette(look.palette())
    model = ChangeListModel(window)
    model.choose(facts, CAREER, when)
    selection = QItemSelectionModel(model, window)
    line = WatchedLine(model, selection, look, window)
    line.show_until(when)
    line.setGeometry(0, 0, 900, 260)
    window.resize(900, 260)
    shown.append(window)
    taken: list[int] = []
    line.activated.connect(lambda index: taken.append(index.row()))
    window.show()
    qapp.processEvents()
    line.clearFocus()
    qapp.processEvents()
    return Shown(line, model, selection, taken)


def test_it_names_the_holder_now_until_something_else_is_chosen(world: Shown) -> None:
    assert world.line.named_row == 0
    assert world.line.accessibleName().startswith("Time line of the record: Oleg Kononenko, 4 Feb")


def test_the_mouse_names_the_change_it_is_next_to_and_the_reign_it_is_in(world: Shown) -> None:
    named: list[int] = []
    world.line.named_changed.connect(lambda: named.append(world.line.named_row))
    world.point(world.place(2))
    assert world.line.named_row == 2
    assert "Sergei Krikalev" in world.line.accessibleName()
    world.point(world.place(1) + QPoint(40, 60))
    assert world.line.named_row == 1
    world.point(QPoint(2, 100))
    assert world.line.named_row == 0
    assert named == [2, 1, 0]


def test_a_click_leads_to_the_change(world: Shown) -> None:
    QTest.mouseClick(world.line, Qt.MouseButton.LeftButton, pos=world.place(3))
    assert world.taken == [3]
    assert world.selection.currentIndex().row() == 3
    QTest.mouseClick(world.line, Qt.MouseButton.RightButton, pos=world.place(1))
    QTest.mouseClick(world.line, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert world.taken == [3]


def test_the_keys_walk_from_change_to_change_and_enter_leads_there(world: Shown) -> None:
    last = world.model.rowCount() - 1
    world.press(Qt.Key.Key_Left)
    assert world.line.named_row == 1
    world.press(Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert world.line.named_row == 2
    world.press(Qt.Key.Key_Home)
    assert world.line.named_row == last
    assert "Yuri Gagarin" in world.line.accessibleName()
    world.press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert world.taken == [last]
    world.press(Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert world.taken == [last, 0]


def test_a_row_chosen_elsewhere_is_named_here(world: Shown) -> None:
    world.selection.setCurrentIndex(
        world.model.index(4), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    assert world.line.named_row == 4
    world.selection.setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
    assert world.line.named_row == 0


def test_only_the_reign_now_is_in_the_accent(world: Shown, look: Look) -> None:
    drawing = world.line.drawing
    assert drawing is not None
    picture = world.line.grab().toImage()
    begins = world.place(0).x()
    before = picture.copy(0, 0, int(drawing.labels[0].rect.left()), 260)
    assert look.colours["accent"] not in colours(before)
    assert look.colours["accent"] in colours(picture.copy(begins, 0, 900 - begins, 260))


def test_keyboard_focus_is_seen(world: Shown) -> None:
    plain = world.line.grab().toImage()
    world.line.setFocus()
    focused = world.line.grab().toImage()
    assert plain.pixelColor(450, 0) != focused.pixelColor(450, 0)
    world.line.clearFocus()
    assert world.line.grab().toImage() == plain


def test_a_second_paints_nothing_and_a_month_a_pixel(world: Shown, qapp: QApplication) -> None:
    painted = world.line.paints
    for second in range(100):
        world.line.show_until(Instant(NOW + second))
        qapp.processEvents()
    assert world.line.paints == painted
    world.line.show_until(Instant(NOW + 60 * DAY))
    qapp.processEvents()
    assert world.line.paints == painted + 1


def test_before_anybody_flew_nothing_is_drawn_and_nothing_happens(
    look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    empty = show(chain_of(2), look, shown, qapp, Instant(FIRST_LAUNCH - DAY))
    assert empty.line.drawing is None
    empty.point(QPoint(100, 100))
    empty.press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    QTest.mouseClick(empty.line, Qt.MouseButton.LeftButton)
    assert empty.taken == []
    assert empty.line.accessibleName() == "Time line of the record"


def test_a_new_holder_is_drawn_as_soon_as_there_is_one(
    look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    met = Instant(FIRST_LAUNCH + 405 * DAY)
    two = show(chain_of(2), look, shown, qapp, Instant(met - 1))
    before = two.line.drawing
    two.model.show(met)
    two.line.show_until(met)
    after = two.line.drawing
    assert before is not None
    assert after is not None
    assert (len(before.courses), len(after.courses)) == (1, 2)
    assert "Flyer Number 2" in two.line.accessibleName()


@pytest.mark.parametrize("scale", [0.85, 1.0, 2.0, 3.0])
def test_it_is_drawn_at_every_scale(world: Shown, look: Look, scale: float) -> None:
    world.line.set_look(look._replace(scale=scale))
    drawing = world.line.drawing
    assert drawing is not None
    assert drawing.area.height() > 0
    assert not world.line.grab().isNull()
