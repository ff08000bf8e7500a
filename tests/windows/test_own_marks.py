"""What is the user's is seen to be theirs: on pages, in rows, in pins, and told to who listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel

from countdown.core.readings import Mission, read
from countdown.data.wishes import Wish
from countdown.models.pin_words import pin_words
from countdown.widgets.own_mark import OwnMark
from countdown.widgets.pin_face import PinFace
from countdown.windows.chart_section import ChartSection
from countdown.windows.press_list import PressList
from countdown.windows.race_section import RaceSection
from countdown.windows.vehicle_page import VehiclePage
from tests.fakes import at
from tests.own import with_a_class
from tests.windows.sight import action, countdown_rows, mark, press, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from countdown.widgets.look import Look
    from countdown.windows.section import Section
    from tests.qt_fixtures import OpenApp

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NOW = "2026-11-28T12:00:00Z"
BY_CLASS = "stated by you in “Class of 2026”"


@pytest.fixture
def laid(catalogue: Catalogue) -> Catalogue:
    return with_a_class(catalogue)


def opened(open_app: OpenApp, facts: Catalogue, who: str, qapp: QApplication) -> App:
    app = open_app(wish=Wish(person=facts.people[who], at=at(NOW)), facts=facts)
    press(app.window, "Pause")
    qapp.processEvents()  # the marks come after the first frame
    return app


def marks(window: QWidget) -> int:
    return sum(one.isVisible() for one in window.findChildren(OwnMark))


def test_the_page_of_an_own_flight_says_so_below_the_name(
    open_app: OpenApp, laid: Catalogue, qapp: QApplication
) -> None:
    window = opened(open_app, laid, "pia-pupil", qapp).window
    assert BY_CLASS in texts(window)
    assert marks(window) == 1
    assert f"Science fair, March 2027, March 2027, {BY_CLASS}" in countdown_rows(window)


def test_a_corrected_landing_stands_with_that_of_the_catalogue(
    open_app: OpenApp, laid: Catalogue, qapp: QApplication
) -> None:
    window = opened(open_app, laid, "scott-kelly", qapp).window
    said = "landing by you in “My corrections”; the catalogue has 2 Mar 2016, 04:25 UTC"
    assert said in texts(window)
    assert "Book signing" in texts(window)


def test_the_catalogues_own_pages_have_no_mark(
    open_app: OpenApp, catalogue: Catalogue, qapp: QApplication
) -> None:
    window = opened(open_app, catalogue, "scott-kelly", qapp).window
    assert marks(window) == 0
    assert not [one for one in texts(window) if "by you" in one]


def test_steps_lead_to_own_milestones_and_beyond_the_landing(
    open_app: OpenApp, laid: Catalogue, qapp: QApplication
) -> None:
    window = opened(open_app, laid, "pia-pupil", qapp).window
    seen = []
    for _ in range(6):
        action(window, "Next milestone").trigger()
        seen.append(mark(window)[1])
    assert seen[0] == "4 Dec 2026  14:30:00 UTC"
    assert "12 Feb 2027  12:00:00 UTC" in seen
    assert seen[-1] == "20 Jun 2027  12:00:00 UTC"


def test_a_vehicles_page_tells_of_its_corrected_landing(
    laid: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    page = VehiclePage(laid, look)
    shown.append(page)
    page.resize(1140, 790)
    page.show()
    page.show_vehicle(laid.vehicles["soyuz-ms-29"])
    page.show_instant(at(NOW))
    qapp.processEvents()
    assert "landing by you in “My corrections”; the catalogue has none" in texts(page)
    page.show_vehicle(laid.vehicles["spacex-crew-13"])
    qapp.processEvents()
    assert marks(page) == 0


def with_pia(section: Section, facts: Catalogue, shown: list[QWidget], qapp: QApplication) -> None:
    shown.append(section)
    section.resize(1_040, 500)
    section.show()
    mission = Mission.of_person(facts, facts.people["pia-pupil"])
    section.show_reading(mission, read(mission, at(NOW)))
    qapp.processEvents()


def test_a_race_says_whose_flight_is_by_you(
    laid: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    section = RaceSection(look)
    with_pia(section, laid, shown, qapp)
    assert "Class 1 · by you" in texts(section)


def test_a_figure_of_the_press_says_who_stated_it(
    laid: Catalogue, look: Look, shown: list[QWidget]
) -> None:
    told = PressList(look)
    shown.append(told)
    told.show_flight(laid, laid.career(laid.people["pia-pupil"])[0])
    said = [one.text() for one in told.findChildren(QLabel)]
    assert f"The School Times: 20 days in space · {BY_CLASS}" in said


def test_the_chart_says_what_counts_an_own_flight(
    laid: Catalogue, look: Look, shown: list[QWidget], qapp: QApplication
) -> None:
    section = ChartSection(look)
    with_pia(section, laid, shown, qapp)
    assert "Pia Pupil 27 d  ·  by you" in section.chart.said_at(at(NOW))
    assert "by you" not in section.chart.said_at(at("2026-10-20"))


@pytest.mark.parametrize("size", [(180, 64), (360, 132)])
def test_a_pin_has_the_mark_at_every_size(
    laid: Catalogue, look: Look, shown: list[QWidget], size: tuple[int, int]
) -> None:
    mission = Mission.of_person(laid, laid.people["pia-pupil"])
    words = pin_words(mission, read(mission, at(NOW)), None)
    face = PinFace(look)
    shown.append(face)
    face.resize(*size)
    face.show_words(words)
    assert "Pia Pupil, by you" in face.told()
    head = QRect(0, 0, size[0], size[1] // 4)
    marked = face.grab(head).toImage()
    face.show_words(words._replace(by_you=""))
    assert face.grab(head).toImage() != marked
