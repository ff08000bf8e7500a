"""Rows of a record as they are painted: figures are never cut, and meet the page's margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView

from countdown.models.change_list import ChangeRole
from countdown.models.standing_list import StandingRole
from countdown.widgets.record_delegate import HolderDelegate, StandingDelegate
from tests.widgets.pixels import colours, ink

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QWidget

    from countdown.widgets.look import Look

LONG = "Heidemarie Martha Stefanyshyn-Piper and Edward Higgins White the Second"
WIDTH = 420
EDGE = WIDTH - 10 - 12
"""Where figures end, whether the list scrolls or not."""


def holder(text: str = "Gennady Padalka", **values: object) -> dict[int, object]:
    given: dict[str, object] = {
        "DETAIL": "passes Sergei Krikalev, 803 d 09:38:30",
        "DATE": "28 Jun 2015",
        "HELD": "held 8 years, 7 months",
        "IS_NOW": False,
        **values,
    }
    roles = {int(ChangeRole[name]): value for name, value in given.items()}
    return {int(Qt.ItemDataRole.DisplayRole): text, **roles}


def standing(text: str = "Mike Fincke", **values: object) -> dict[int, object]:
    given: dict[str, object] = {
        "RANK": "2",
        "DETAIL": "",
        "DAYS": "381 d",
        "CLOCK": "15:08:08",
        "IS_UP": False,
        "SHARE": 0.5,
        **values,
    }
    roles = {int(StandingRole[name]): value for name, value in given.items()}
    return {int(Qt.ItemDataRole.DisplayRole): text, **roles}


class Painter:
    """Paints rows in a list, as the page does."""

    def __init__(self, look: Look, shown: list[QWidget], qapp: QApplication) -> None:
        self.look = look
        self._shown = shown
        self._qapp = qapp

    @property
    def ground(self) -> QColor:
        return self.look.colour("ground")

    def view(self, delegate: QStyledItemDelegate, *rows: dict[int, object]) -> QListView:
        view = QListView()
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else it makes its first row the current one
        self._shown.append(view)
        model = QStandardItemModel(view)
        for values in rows:
            item = QStandardItem()
            for role, value in values.items():
                item.setData(value, role)
            model.appendRow(item)
        view.setStyleSheet(
            f"QListView {{ background: {self.look.colours['ground']}; border: none }}"
        )
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.resize(WIDTH, 60)
        view.show()
        self._qapp.processEvents()
        return view

    def paint(self, delegate: QStyledItemDelegate, *rows: dict[int, object]) -> QImage:
        return self.view(delegate, *rows).grab().toImage()


@pytest.fixture
def painter(look: Look, shown: list[QWidget], qapp: QApplication) -> Painter:
    return Painter(look, shown, qapp)


def test_long_names_leave_the_date_alone(painter: Painter) -> None:
    rows = HolderDelegate(painter.look)
    date = QFontMetrics(painter.look.font("row")).horizontalAdvance("28 Jun 2015")
    right = QRect(EDGE - date - 8, 0, date + 20, 27)
    long, nameless = painter.paint(rows, holder(LONG)), painter.paint(rows, holder(""))
    assert long.copy(right) == nameless.copy(right)
    name = ink(long, painter.ground, QRect(0, 0, right.left(), 27))
    assert name.left() >= 12
    assert name.width() > 150


def test_a_long_mark_leaves_the_time_held_alone(painter: Painter) -> None:
    rows = HolderDelegate(painter.look)
    held = QFontMetrics(painter.look.font("small")).horizontalAdvance("held 8 years, 7 months")
    right = QRect(EDGE - held - 8, 28, held + 20, 18)
    long = painter.paint(rows, holder(DETAIL=f"passes {LONG}, 803 d"))
    assert long.copy(right) == painter.paint(rows, holder(DETAIL="")).copy(right)


def test_figures_end_at_the_same_edge_whether_the_list_scrolls_or_not(painter: Painter) -> None:
    for rows, values in (
        (HolderDelegate(painter.look), holder()),
        (StandingDelegate(painter.look), standing()),
    ):
        short = painter.paint(rows, values).copy(0, 0, EDGE + 1, 30)
        long = painter.paint(rows, *([values] * 30)).copy(0, 0, EDGE + 1, 30)
        assert ink(short, painter.ground).right() == pytest.approx(EDGE, abs=2)
        assert short == long


def test_only_who_holds_it_now_is_in_the_accent(painter: Painter) -> None:
    rows, accent = HolderDelegate(painter.look), painter.look.colours["accent"]
    assert accent in colours(painter.paint(rows, holder(IS_NOW=True, HELD="holder now")))
    assert accent not in colours(painter.paint(rows, holder()))


def test_only_who_is_up_is_in_the_accent(painter: Painter) -> None:
    rows, accent = StandingDelegate(painter.look), painter.look.colours["accent"]
    assert accent in colours(painter.paint(rows, standing(IS_UP=True, CLOCK="in orbit")))
    assert accent not in colours(painter.paint(rows, standing()))


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_the_bar_is_as_long_as_the_share_of_the_longest(painter: Painter, share: float) -> None:
    image = painter.paint(StandingDelegate(painter.look), standing(SHARE=share))
    line = [image.pixelColor(x, 36) for x in range(WIDTH)]
    whole = EDGE - 12 - 50
    assert line.count(painter.look.colour("bar")) == pytest.approx(whole * share, abs=2)
    assert line.count(painter.look.colour("track")) == pytest.approx(whole * (1 - share), abs=2)


def test_a_long_name_in_a_ranking_leaves_its_figures_alone(painter: Painter) -> None:
    rows = StandingDelegate(painter.look)
    figures = QFontMetrics(painter.look.font("row")).horizontalAdvance("381 d") + 75
    right = QRect(EDGE - figures, 0, figures + 12, 34)
    long = painter.paint(rows, standing(LONG, DETAIL="Soyuz TMA-16M, 2015"))
    assert long.copy(right) == painter.paint(rows, standing("")).copy(right)


def test_a_flight_is_named_where_there_is_room_for_it(painter: Painter) -> None:
    rows = StandingDelegate(painter.look)
    short = painter.paint(rows, standing(DETAIL="Soyuz TMA-9, 2006"))
    assert short != painter.paint(rows, standing())
    cut = painter.paint(rows, standing(LONG, DETAIL="Soyuz TMA-9, 2006"))
    assert cut == painter.paint(rows, standing(LONG))


def test_a_chosen_row_is_marked_at_its_edge(painter: Painter) -> None:
    for rows, values in (
        (HolderDelegate(painter.look), holder()),
        (StandingDelegate(painter.look), standing()),
    ):
        view = painter.view(rows, values)
        plain = view.grab().toImage()
        view.setCurrentIndex(view.model().index(0, 0))
        chosen = view.grab().toImage()
        assert plain.pixelColor(1, 20) == painter.ground
        assert chosen.pixelColor(1, 20) == painter.look.colour("accent")
        assert chosen.pixelColor(8, 20) == painter.look.colour("panel")


def test_rows_follow_the_scale(painter: Painter) -> None:
    for rows, height in ((HolderDelegate(painter.look), 54), (StandingDelegate(painter.look), 42)):
        view = painter.view(rows, holder() if height == 54 else standing())
        index = view.model().index(0, 0)
        assert view.visualRect(index).height() == height
        rows.set_look(painter.look._replace(scale=2.0))
        view.doItemsLayout()
        assert view.visualRect(index).height() == 2 * height
        assert view.sizeHintForIndex(index) == QSize(0, 2 * height)
