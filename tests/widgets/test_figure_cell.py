"""A figure among others: chosen by a click or the arrows, painted so that it stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QWidget

from countdown.widgets.figure_cell import FigureCell
from tests.widgets.pixels import colours

if TYPE_CHECKING:
    from countdown.widgets.look import Look

WORDS = ("383", "since 15 Oct 2015, 17:53:53", "until 16 Oct 2015, 17:53:53")


def pair(look: Look, shown: list[QWidget]) -> tuple[FigureCell, FigureCell]:
    """Two cells beside each other, the first one chosen."""
    home = QWidget()
    shown.append(home)
    row, group = QHBoxLayout(home), QButtonGroup(home)
    row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    left, right = FigureCell(look, home), FigureCell(look, home)
    for cell in (left, right):
        row.addWidget(cell, 1)
        group.addButton(cell)
        cell.show_figure("Nth day", "Career", WORDS)
    home.resize(500, 120)
    left.setChecked(True)
    home.show()
    return left, right


def painted(cell: FigureCell) -> set[str]:
    return colours(cell.grab().toImage())


def test_a_cell_is_read_out_whole(look: Look, shown: list[QWidget]) -> None:
    left, _ = pair(look, shown)
    heard = QAccessible.queryAccessibleInterface(left)
    assert heard.role() is QAccessible.Role.RadioButton
    assert heard.text(QAccessible.Text.Name) == f"Career, Nth day: {', '.join(WORDS)}"


def test_a_click_anywhere_on_it_chooses_it(look: Look, shown: list[QWidget]) -> None:
    left, right = pair(look, shown)
    QTest.mouseClick(right, Qt.MouseButton.LeftButton, pos=right.rect().bottomRight() / 2)
    assert (left.isChecked(), right.isChecked()) == (False, True)


def test_arrows_lead_from_one_to_the_next(look: Look, shown: list[QWidget]) -> None:
    left, right = pair(look, shown)
    left.window().activateWindow()
    QApplication.processEvents()
    left.setFocus()
    QTest.keyClick(left, Qt.Key.Key_Right)
    assert right.isChecked()


def test_the_chosen_one_is_in_the_accent(look: Look, shown: list[QWidget]) -> None:
    left, right = pair(look, shown)
    accent = look.colour("accent").name()
    assert accent in painted(left)
    assert accent not in painted(right)


def test_a_caption_makes_it_higher(look: Look, shown: list[QWidget]) -> None:
    left, _ = pair(look, shown)
    low = left.sizeHint().height()
    left.set_captioned(True)
    assert left.sizeHint().height() > low
    assert left.minimumSizeHint().height() == left.sizeHint().height()
    left.set_look(look._replace(scale=2))
    assert left.sizeHint() == QSize(340, 196)


def test_long_words_are_painted_smaller(look: Look, shown: list[QWidget]) -> None:
    left, _ = pair(look, shown)
    days = left._fitting_font(200).pixelSize()
    left.show_figure("Calendar age", "This flight", ("1 year, 2 months, 12 days", *WORDS[1:]))
    assert left._fitting_font(200).pixelSize() < days
    assert left._fitting_font(20).pixelSize() == 12
