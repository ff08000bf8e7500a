"""The race, as a user sees and changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from countdown.core.moments import Instant, iso
from countdown.core.readings import Mission, read
from countdown.windows.race_section import RaceSection
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.widgets.test_race_bar import Paints
from tests.windows.sight import press, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.widgets.look import Look

# offscreen takes no hints once shown, and its popups are not raised
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NOON = at("2015-10-16T12:00:00Z")


@pytest.fixture
def section(look: Look, shown: list[QWidget]) -> RaceSection:
    made = RaceSection(look)
    shown.append(made)
    made.resize(1040, 330)
    made.show()
    made.activateWindow()
    return made


def kelly(catalogue: Catalogue) -> Flight:
    return catalogue.career(catalogue.people["scott-kelly"])[3]


def show(section: RaceSection, facts: Catalogue, flight: Flight, when: Instant) -> None:
    mission = Mission.of_flight(facts, flight)
    section.show_reading(mission, read(mission, when))
    QApplication.processEvents()


def type_in(section: RaceSection, text: str) -> None:
    """Type, and wave the list away that opens."""
    QTest.keyClicks(section.chooser, text)
    popup = section.chooser.choices.popup()
    assert popup is not None
    popup.hide()


def test_kelly_races_lopez_alegrias_ghost(section: RaceSection, catalogue: Catalogue) -> None:
    show(section, catalogue, kelly(catalogue), NOON)
    assert section.chooser.text() == "Michael López-Alegría · Soyuz TMA-9 · 215 d"
    said = texts(section)
    assert "Scott Kelly's day 203 is 16 Oct 2015" in said
    assert "12 d 16:05:19" in said
    assert "landed 21 Apr 2007  ·  215 d 08:22:22" in said
    assert "day 203 is 16 Oct 2015" in section.bar.accessibleName()


def test_on_an_ordinary_second_only_the_figure_is_painted(
    section: RaceSection, catalogue: Catalogue
) -> None:
    mission = Mission.of_flight(catalogue, kelly(catalogue))
    section.show_reading(mission, read(mission, NOON))
    QApplication.processEvents()
    painted = {
        part: Paints(part)
        for part in (section.bar, section.own_day, section.rival_day, section.target)
    }
    figure = Paints(section.figure)
    heard = section.bar.accessibleName()
    section.show_reading(mission, read(mission, Instant(NOON + 1)))
    QApplication.processEvents()
    assert figure.count == 1
    assert [one.count for one in painted.values()] == [0] * len(painted)
    assert section.bar.accessibleName() == heard


def test_another_rival_is_found_by_typing(section: RaceSection, catalogue: Catalogue) -> None:
    show(section, catalogue, kelly(catalogue), NOON)
    section.chooser.setFocus()
    section.chooser.selectAll()
    type_in(section, "polyakov tm-18")
    QTest.keyClick(section.chooser, Qt.Key.Key_Return)
    assert section.chooser.text().startswith("Valeri Polyakov · Soyuz TM-18 · 437 d")
    assert "Ends earlier than Valeri Polyakov by" in texts(section)
    section.chooser.clear()
    section.chooser.setModified(True)
    QTest.keyClick(section.chooser, Qt.Key.Key_Return)
    assert section.chooser.text().startswith("Michael López-Alegría")


def test_escape_gives_the_typing_up(section: RaceSection, catalogue: Catalogue) -> None:
    show(section, catalogue, kelly(catalogue), NOON)
    section.chooser.setFocus()
    section.chooser.selectAll()
    type_in(section, "zzz")
    QTest.keyClick(section.chooser, Qt.Key.Key_Return)
    assert "12 d 16:05:19" in texts(section)
    QTest.keyClick(section.chooser, Qt.Key.Key_Escape)
    assert section.chooser.text().startswith("Michael López-Alegría")


def test_that_day_leads_to_the_rival_and_the_race_is_the_other_way_round(
    section: RaceSection, catalogue: Catalogue
) -> None:
    chosen: list[tuple[Flight, Instant]] = []
    section.moment_chosen.connect(lambda flight, when: chosen.append((flight, when)))
    show(section, catalogue, kelly(catalogue), NOON)
    press(section, "Show that day")
    ((rival, when),) = chosen
    assert rival.person.name == "Michael López-Alegría"
    assert iso(when).startswith("2007-04-08")
    show(section, catalogue, rival, when)
    assert section.chooser.text().startswith("Scott Kelly · Soyuz TMA-16M")
    press(section, "Show that day")
    assert chosen[1] == (kelly(catalogue), NOON)


def test_a_rival_that_has_landed_is_shown_at_the_landing(
    section: RaceSection, catalogue: Catalogue
) -> None:
    chosen: list[Instant] = []
    section.moment_chosen.connect(lambda _flight, when: chosen.append(when))
    show(section, catalogue, kelly(catalogue), at("2017-01-01"))
    press(section, "Show that day")
    assert iso(chosen[0]).startswith("2007-04-21")


def test_before_the_launch_and_alone_there_is_no_race(
    section: RaceSection, catalogue: Catalogue
) -> None:
    show(section, catalogue, kelly(catalogue), NOON)
    show(section, catalogue, catalogue.flights[0], at("1960-01-01"))
    assert texts(section) == ["There is a race from the launch on."]
    facts = catalogue_of(
        trip(person("Ada"), vehicle("One", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"))
    )
    show(section, facts, facts.flights[0], at("2020-01-05"))
    assert "There is no other flight to race against." in texts(section)


def test_a_flight_that_ended_in_death_stands_beside_another_without_accent(
    section: RaceSection, catalogue: Catalogue
) -> None:
    columbia = next(one for one in catalogue.flights if one.up.name == "STS-107")
    show(section, catalogue, columbia, at("2003-01-25"))
    said = texts(section)
    assert "Beside" in said
    assert "The flights differ by" in said
    assert not any("landed 1 Feb 2003" in one or "Passes" in one for one in said)


@pytest.mark.parametrize(("width", "side_by_side"), [(1040, True), (540, False)])
def test_words_make_room_for_each_other(
    section: RaceSection, catalogue: Catalogue, width: int, side_by_side: bool
) -> None:
    show(section, catalogue, kelly(catalogue), NOON)
    section.resize(width, 330)
    QApplication.processEvents()
    assert (section.caption.x() > section.rival_day.x()) == side_by_side
