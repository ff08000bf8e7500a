"""Rows as they are painted: long names are cut, figures never."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from countdown.core.milestones import MilestoneKind
from countdown.models.countdown_list import CountdownRole, CountdownRow, CountdownWords
from countdown.models.mission_list import MissionRole, Section
from countdown.widgets.countdown_delegate import CountdownDelegate
from countdown.widgets.mission_delegate import MissionDelegate
from tests.widgets.pixels import colours, ink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.widgets.look import Look

LONG = "Heidemarie Martha Stefanyshyn-Piper-Long"
SIZE = QSize(300, 56)
assert len(LONG) == 40


def row(**values: object) -> QStandardItemModel:
    """Make a model of one row; ``text`` is its name, the others are roles by name."""
    item = QStandardItem(str(values.pop("text", "")))
    for name, value in values.items():
        role = MissionRole[name] if name in MissionRole.__members__ else CountdownRole[name]
        item.setData(value, role)
    model = QStandardItemModel()
    model.appendRow(item)
    return model


def mission(**values: object) -> QStandardItemModel:
    given = {
        "text": "Scott Kelly", "FIGURE": "340 d", "DETAIL": "US   Soyuz TMA-16M",
        "SECTION": Section.IN_ORBIT, "GOAL": MilestoneKind.RETURN,
    }  # fmt: skip
    return row(IS_HEADING=False, **{**given, **values})


def countdown(
    title: str = "Return",
    detail: str = "",
    to_go: str = "T− 137 d 16:25:51",
    target: str = "2 Mar 2016, 04:25 UTC",
    *,
    is_past: bool = False,
) -> QStandardItemModel:
    return row(ROW=CountdownRow(CountdownWords(title, detail, target), to_go, is_past))


def painted(
    delegate: QStyledItemDelegate,
    model: QStandardItemModel,
    ground: QColor,
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
    size: QSize = SIZE,
) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(ground)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, size.width(), size.height())
    option.state = QStyle.StateFlag.State_Enabled | state
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


@pytest.fixture
def ground(look: Look) -> QColor:
    return look.colour("panel")


@pytest.fixture
def missions(look: Look) -> MissionDelegate:
    return MissionDelegate(look)


@pytest.fixture
def countdowns(look: Look) -> CountdownDelegate:
    return CountdownDelegate(look)


def test_a_name_of_forty_letters_leaves_the_days_alone(
    missions: MissionDelegate, look: Look, ground: QColor
) -> None:
    figure = QFontMetrics(look.font("lead")).horizontalAdvance("340 d")
    right = QRect(300 - 20 - figure - 4, 0, figure + 24, 28)
    long = painted(missions, mission(text=LONG), ground)
    nameless = painted(missions, mission(text=""), ground)
    assert long.copy(right) == nameless.copy(right)
    name = ink(long, ground, QRect(0, 0, right.left(), 28))
    assert name.left() >= 20
    assert name.width() > 150


def test_a_chosen_mission_is_marked_and_a_pointed_at_one_lies_on_another_ground(
    missions: MissionDelegate, look: Look, ground: QColor
) -> None:
    plain = painted(missions, mission(), ground)
    chosen = painted(missions, mission(), ground, QStyle.StateFlag.State_Selected)
    pointed = painted(missions, mission(), ground, QStyle.StateFlag.State_MouseOver)
    assert plain.pixelColor(299, 0) == ground
    assert chosen.pixelColor(299, 0) == look.colour("raised")
    assert chosen.pixelColor(0, 0) == look.colour("accent")
    assert pointed.pixelColor(299, 0) == look.colour("raised")
    assert pointed.pixelColor(0, 0) == look.colour("raised")


@pytest.mark.parametrize(("progress", "bar"), [(0.0, 0), (0.5, 130), (1.0, 260)])
def test_the_bar_is_as_long_as_the_flight_so_far(
    missions: MissionDelegate, look: Look, ground: QColor, progress: float, bar: int
) -> None:
    image = painted(missions, mission(PROGRESS=progress), ground)
    line = [image.pixelColor(x, 49) for x in range(300)]
    assert line.count(look.colour("bar")) == bar
    assert line.count(look.colour("track")) == 260 - bar


def test_the_bar_of_a_flight_without_any_goal_is_dotted(
    missions: MissionDelegate, look: Look, ground: QColor
) -> None:
    image = painted(missions, mission(PROGRESS=None, GOAL=None), ground)
    line = [image.pixelColor(x, 49) for x in range(300)]
    assert ground in line[30:-30]
    assert 60 < sum(one != ground for one in line) < 200
    assert look.colour("bar") not in line


def test_the_bar_towards_a_record_ends_in_a_diamond_hollow_if_it_depends_on_going_on(
    missions: MissionDelegate, look: Look, ground: QColor
) -> None:
    record = {"PROGRESS": 0.5, "GOAL": MilestoneKind.RECORD}
    end = QRect(268, 44, 12, 12)
    home = painted(missions, mission(PROGRESS=0.5), ground).copy(end)
    sure = painted(missions, mission(**record, IS_SUPPOSED=False), ground).copy(end)
    supposed = painted(missions, mission(**record, IS_SUPPOSED=True), ground).copy(end)
    assert ink(home, ground, home.rect()).height() == look.px(2)
    assert ink(sure, ground, sure.rect()).height() >= 7
    assert sure.pixelColor(8, 5) == look.colour("bar")
    assert supposed.pixelColor(8, 5) == ground
    assert ink(supposed, ground, supposed.rect()).height() >= 7


def test_who_is_not_in_orbit_has_no_bar(
    missions: MissionDelegate, look: Look, ground: QColor
) -> None:
    for section in (Section.UPCOMING, Section.LANDED, Section.VEHICLES):
        image = painted(missions, mission(PROGRESS=None, SECTION=section), ground)
        assert look.colours["track"] not in colours(image)


def test_keyboard_focus_is_seen(missions: MissionDelegate, ground: QColor) -> None:
    focused = painted(missions, mission(), ground, QStyle.StateFlag.State_HasFocus)
    assert focused.pixelColor(150, 0) != ground
    assert focused.pixelColor(150, 55) != ground or focused.pixelColor(150, 54) != ground


def test_a_heading_is_as_high_as_a_row_and_says_how_many(
    missions: MissionDelegate, ground: QColor
) -> None:
    heading = row(text="In orbit", IS_HEADING=True, DETAIL="6")
    assert missions.sizeHint(QStyleOptionViewItem(), heading.index(0, 0)).height() == 56
    assert missions.sizeHint(QStyleOptionViewItem(), mission().index(0, 0)).height() == 56
    image = painted(missions, heading, ground, size=QSize(300, 56))
    inked = ink(image, ground)
    assert inked.left() >= 20
    assert inked.right() == pytest.approx(279, abs=3)


def test_a_long_countdown_title_leaves_the_figure_alone(
    countdowns: CountdownDelegate, look: Look, ground: QColor
) -> None:
    figure = QFontMetrics(look.font("row")).horizontalAdvance("T− 137 d 16:25:51")
    size = QSize(400, 54)
    right = QRect(400 - 14 - figure - 8, 0, figure + 22, 27)
    long = painted(countdowns, countdown(LONG * 2), ground, size=size)
    untitled = painted(countdowns, countdown(""), ground, size=size)
    assert long.copy(right) == untitled.copy(right)
    assert ink(long, ground, QRect(0, 0, right.left(), 27)).width() > 150


def test_a_long_detail_leaves_the_date_alone(
    countdowns: CountdownDelegate, look: Look, ground: QColor
) -> None:
    date = QFontMetrics(look.font("small")).horizontalAdvance("2 Mar 2016, 04:25 UTC")
    size = QSize(400, 54)
    right = QRect(400 - 14 - date - 8, 28, date + 22, 18)
    long = painted(countdowns, countdown(detail=f"passes {LONG} and {LONG}"), ground, size=size)
    without = painted(countdowns, countdown(detail=""), ground, size=size)
    assert long.copy(right) == without.copy(right)


def test_what_is_past_is_dim(countdowns: CountdownDelegate, look: Look, ground: QColor) -> None:
    coming = colours(painted(countdowns, countdown(target=""), ground))
    past = colours(painted(countdowns, countdown(target="", is_past=True), ground))
    assert look.colours["text"] in coming
    assert look.colours["text"] not in past


def test_rows_in_a_list_follow_another_theme(
    missions: MissionDelegate, look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    model = mission()
    view = QListView()
    shown.append(view)
    view.setModel(model)
    view.setItemDelegate(missions)
    view.resize(320, 80)
    view.show()
    qapp.processEvents()
    before = view.grab().toImage()
    missions.set_look(look._replace(colours={**look.colours, "text": "#00ff00"}))
    view.viewport().update()
    assert view.grab().toImage() != before
    assert view.visualRect(model.index(0, 0)).height() == 56
    assert model.index(0, 0).data(Qt.ItemDataRole.DisplayRole) == "Scott Kelly"
