"""What if: a return dragged or typed, the marks with it, and the return as known beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from countdown.core.readings import Mission, read
from countdown.windows.what_if_dialog import WhatIfDialog
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.windows.sight import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look

NOON = "2015-10-16T12:00:00Z"


@pytest.fixture
def asking(look: Look, shown: list[QWidget]) -> WhatIfDialog:
    dialog = WhatIfDialog(look)
    shown.append(dialog)
    dialog.resize(1040, 760)
    return dialog


def show(asking: WhatIfDialog, facts: Catalogue, who: str, when: str, number: int = 0) -> None:
    flight = facts.career(facts.people[who])[number - 1]
    mission = Mission.of_flight(facts, flight)
    asking.show_reading(mission, read(mission, at(when)))
    if not asking.isVisible():
        asking.present()
    settle()


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def marks(asking: WhatIfDialog) -> dict[str, tuple[str, str]]:
    """What is said of each mark as known, and as supposed."""
    return {
        row.name.head.accessibleName(): (
            row.known.head.accessibleName(),
            row.supposed.head.accessibleName(),
        )
        for row in asking.table.rows
        if row.mark is not None
    }


def type_return(asking: WhatIfDialog, text: str) -> None:
    asking.field.clear()
    QTest.keyClicks(asking.field, text)


def test_it_starts_with_the_return_as_known(asking: WhatIfDialog, catalogue: Catalogue) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    assert asking.field.text() == "2016-03-02T04:25:51Z"
    assert asking.supposed.when.accessibleName() == "2 Mar 2016, 04:25 UTC  ·  as known"
    known, supposed = marks(asking)["Longest flight · world"]
    assert known == supposed == "lands 97 days short of Valeri Polyakov"
    assert asking.known.lengths.accessibleName() == (
        "340 d 08:42:54 in this flight · 520 d 10:31:58 in all"
    )


def test_a_typed_return_fells_a_mark_beside_the_known_one(
    asking: WhatIfDialog, catalogue: Catalogue
) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    type_return(asking, "2016-06-09T04:26Z")
    assert marks(asking)["Longest flight · world"] == (
        "lands 97 days short of Valeri Polyakov",
        "falls, by 1 day",
    )
    assert asking.supposed.when.accessibleName() == "9 Jun 2016, 04:26 UTC  ·  99 days later"
    assert asking.slider.value() == asking.slider.day_at(asking.slider._x_of(asking.slider.value()))
    QTest.mouseClick(asking.reset, Qt.MouseButton.LeftButton)
    assert asking.field.text() == "2016-03-02T04:25:51Z"


def test_dragging_moves_the_return_day_by_day(asking: WhatIfDialog, catalogue: Catalogue) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    QTest.keyClick(asking.slider, Qt.Key.Key_Right)
    assert asking.field.text() == "2016-03-03T04:25:51Z"
    QTest.keyClick(asking.slider, Qt.Key.Key_Home)
    assert asking.field.text() == "2015-03-28T04:25:51Z"
    assert marks(asking)["Longest flight · United States"] == (
        "falls, by 125 days",
        "lands 214 days short of Michael López-Alegría",
    )
    QTest.keyClick(asking.slider, Qt.Key.Key_End)
    assert asking.field.text() == "2017-03-02T04:25:51Z"
    assert marks(asking)["Most time in all · world"][1] == "falls, by 6 days"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "Write a date like 2016-06-07"),
        ("2016-06-07T04:26", "needs its zone"),
        ("2500-01-01", "1900 to 2199"),
        ("2016-06", "Write a date like 2016-06-07"),
        ("2015-03-01", "not after the launch"),
    ],
)
def test_a_wrong_return_is_named_and_the_last_one_stays(
    asking: WhatIfDialog, catalogue: Catalogue, typed: str, said: str
) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    before = marks(asking)
    asking.field.setText(typed)
    asking.field.textEdited.emit(typed)
    assert said in asking.wrong.accessibleName()
    assert marks(asking) == before
    type_return(asking, "2016-06-09")
    assert asking.wrong.accessibleName() == ""


def test_a_second_more_changes_nothing(asking: WhatIfDialog, catalogue: Catalogue) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    type_return(asking, "2016-06-09T04:26Z")
    show(asking, catalogue, "scott-kelly", "2015-10-16T12:00:01Z")
    assert asking.field.text() == "2016-06-09T04:26Z"


def test_another_flight_starts_anew(asking: WhatIfDialog, catalogue: Catalogue) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    type_return(asking, "2016-06-09T04:26Z")
    show(asking, catalogue, "jessica-meir", "2026-10-09T00:00:00Z")
    assert asking.field.text() == "2026-10-08"
    assert len(marks(asking)) == 6
    type_return(asking, "2027-02-15T00:00:00Z")
    assert marks(asking)["Longest flight · United States"] == (
        "lands 134 days short of Frank Rubio",
        "lands 4 days short of Frank Rubio",
    )


def test_where_no_return_is_known_marks_fall_if_still_in_orbit(asking: WhatIfDialog) -> None:
    ada, bea = person("Ada"), person("Bea")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2020-01-01T00:00:00Z", "2020-12-31T00:00:00Z")),
        trip(bea, vehicle("Two", "2029-12-01T00:00:00Z")),
        data_date="2030-01-01",
    )
    show(asking, facts, "bea", "2030-01-01T00:00:00Z")
    assert asking.known.when.accessibleName() == "not announced"
    assert marks(asking)["Longest flight · world"] == (
        "falls if still in orbit",
        "lands 155 days short of Ada",
    )
    assert asking.field.text() == "2030-06-29"
    assert asking.reset.text() == "Start again"
    QTest.keyClick(asking.slider, Qt.Key.Key_End)
    assert marks(asking)["Longest flight · world"][1] == "falls, by 396 days"


def test_a_return_planned_for_a_month_is_moved_by_days(asking: WhatIfDialog) -> None:
    bea = person("Bea")
    facts = catalogue_of(
        trip(bea, vehicle("Two", "2029-12-01T00:00:00Z"), planned="2030-03"),
        data_date="2030-01-01",
    )
    show(asking, facts, "bea", "2030-01-01T00:00:00Z")
    assert asking.known.when.accessibleName() == "planned for March 2030"
    assert asking.field.text() == "2030-03-01"


def test_a_flight_ends_before_the_next_one_begins(
    asking: WhatIfDialog, catalogue: Catalogue
) -> None:
    show(asking, catalogue, "scott-kelly", "2000-01-10T00:00:00Z", number=1)
    before = marks(asking)
    asking.field.setText("2009-01-01")
    asking.field.textEdited.emit("2009-01-01")
    assert asking.wrong.accessibleName() == "Scott Kelly was launched again on 8 Aug 2007."
    assert marks(asking) == before


def test_a_flight_of_hours_can_be_asked_about(asking: WhatIfDialog, catalogue: Catalogue) -> None:
    show(asking, catalogue, "yuri-gagarin", "1961-04-12T07:00:00Z")
    assert asking.slider.value() == asking.slider.minimum() == -1
    assert set(marks(asking).values()) == {("nobody is ahead of him",) * 2}
    QTest.keyClick(asking.slider, Qt.Key.Key_Right)
    assert asking.field.text() == "1961-04-13T07:55Z"


@pytest.mark.parametrize("who", ["kalpana-chawla", "vladimir-komarov", "georgy-dobrovolsky"])
def test_of_who_died_in_flight_nothing_is_supposed(
    asking: WhatIfDialog, catalogue: Catalogue, who: str
) -> None:
    show(asking, catalogue, who, "2003-03-01T00:00:00Z")
    name = catalogue.people[who].name
    said = f"{name} died in this flight. It is shown as it was; no other end is supposed."
    assert said in texts(asking)
    assert not asking.slider.isVisible()
    assert not asking.table.isVisible()
    assert "What if the return came on another day?" not in texts(asking)


def test_before_the_launch_there_is_no_return_to_move(
    asking: WhatIfDialog, catalogue: Catalogue
) -> None:
    show(asking, catalogue, "scott-kelly", "2015-01-01T00:00:00Z")
    assert "The flight has not begun: there is no return to move." in texts(asking)
    show(asking, catalogue, "scott-kelly", NOON)
    assert asking.slider.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen takes no hints once shown
def test_narrow_it_says_both_returns_one_below_the_other(
    asking: WhatIfDialog, catalogue: Catalogue, look: Look
) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    asking.resize(520, 700)
    settle()
    known, _ = marks(asking)["Longest flight · world"]
    assert known == "As known: lands 97 days short of Valeri Polyakov"
    rows = [row for row in asking.table.rows if row.mark is not None]
    assert all(row.known.head.y() > row.name.more.y() for row in rows)
    assert all(row.supposed.head.y() > row.known.more.y() for row in rows)
    asking.resize(1040, 700)
    settle()
    assert all(row.supposed.head.y() == row.name.head.y() for row in rows)
    asking.set_look(look._replace(scale=1.25))
    assert asking.minimumWidth() == 575


def test_escape_closes_it(asking: WhatIfDialog, catalogue: Catalogue) -> None:
    show(asking, catalogue, "scott-kelly", NOON)
    QTest.keyClick(asking.slider, Qt.Key.Key_Escape)
    assert not asking.isVisible()
