"""The page of a mission: the figures of the story, and every way a mission can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QLabel

from countdown.core.flights import PlannedLaunch
from countdown.core.moments import Moment
from countdown.data.wishes import Wish
from countdown.widgets.look import FAMILY
from countdown.windows.next_panel import NextPanel
from tests.fakes import US, at, catalogue_of, person, trip, vehicle
from tests.windows.sight import choose, clocks, countdown_rows, press, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from countdown.app import App
    from countdown.core.catalogue import Catalogue
    from countdown.windows.main_window import MainWindow
    from tests.qt_fixtures import OpenApp


def kelly_at(open_app: OpenApp, catalogue: Catalogue, now: str) -> App:
    """Show Kelly at an instant, in a replay that stands still."""
    wish = Wish(person=catalogue.people["scott-kelly"], at=at(now))
    app = open_app(wish=wish)
    press(app.window, "Pause")
    return app


def next_panel(window: MainWindow) -> tuple[list[str], bool]:
    """Return the texts of the panel of the next event, and whether it has the accent's edge."""
    panels = [one for one in window.findChildren(QFrame, "panel") if one.isVisible()]
    return texts(panels[-1]), bool(panels[-1].property("live"))


def test_kelly_on_16_october_2015_is_the_story_this_grew_from(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    window = kelly_at(open_app, catalogue, "2015-10-16T12:00:00Z").window
    assert clocks(window) == ["202 days 16:17:03", "382 days 18:06:07"]
    said = texts(window)
    assert "203rd day  ·  6 months, 18 days" in said
    assert "383rd day" in said
    assert any("1st United States" in one for one in said)
    assert any("2nd United States" in one for one in said)
    assert next_panel(window) == (
        [
            "Next",
            "Longest flight · United States",
            "passes Michael López-Alegría, 215 d 08:22:22",
            "T− 12 d 16:05:19",
            "29 Oct 2015, 04:05 UTC",
        ],
        True,
    )


def test_the_record_he_had_just_taken_stands_below_as_passed(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    window = kelly_at(open_app, catalogue, "2015-10-16T12:00:00Z").window
    listed = countdown_rows(window)
    assert "Return, T− 137 d 16:25:51, 2 Mar 2016, 04:25 UTC" in listed
    assert listed[-1] == (
        "Most time in all · United States, T+ 1 d 02:57:59, 15 Oct 2015, 09:02 UTC"
    )


def test_the_next_event_does_not_stand_twice(open_app: OpenApp, catalogue: Catalogue) -> None:
    window = kelly_at(open_app, catalogue, "2015-10-16T12:00:00Z").window
    assert not any(one.startswith("Longest flight · United") for one in countdown_rows(window))


def test_once_landed_nothing_is_counted_down_and_no_edge_is_lit(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    window = kelly_at(open_app, catalogue, "2016-03-02T04:25:51Z").window
    assert clocks(window) == ["340 days 08:42:54", "520 days 10:31:58"]
    assert next_panel(window) == (["Landed", "Soyuz TMA-18M", "2 Mar 2016, 04:25 UTC"], False)
    assert "Records in this flight" in texts(window)
    assert all("T+" in one for one in countdown_rows(window))


def test_a_day_after_landing_the_figures_are_the_same(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    window = kelly_at(open_app, catalogue, "2016-03-03T12:00:00Z").window
    assert clocks(window) == ["340 days 08:42:54", "520 days 10:31:58"]


def test_before_his_first_launch_all_stands_at_zero(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    window = kelly_at(open_app, catalogue, "1999-12-20T00:49:59Z").window
    assert clocks(window) == ["0 days 00:00:00", "0 days 00:00:00"]
    panel, live = next_panel(window)
    assert panel[:3] == ["Next", "Launch", "T− 0 d 00:00:01"]
    assert live


def test_between_two_flights_the_next_launch_is_counted_down_to(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    window = kelly_at(open_app, catalogue, "2010-10-01").window
    assert next_panel(window)[0][1] == "Launch"
    assert clocks(window)[0].startswith("12 days")  # STS-118, landed


def test_who_died_in_flight_is_shown_without_countdown_or_edge(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    clark = next(one for one in catalogue.people.values() if "Laurel" in one.name)
    window = open_app(wish=Wish(person=clark, at=at("2003-02-02"))).window
    panel, live = next_panel(window)
    assert panel[0] == "Died in flight"
    assert not live
    assert not any("T−" in one for one in texts(window))
    assert not any("T−" in one for one in countdown_rows(window))


def test_unconfirmed_people_say_since_when(open_app: OpenApp, catalogue: Catalogue) -> None:
    kikina = catalogue.people["anna-kikina"]
    window = open_app("2026-11-22T09:30:15Z", Wish(person=kikina)).window
    assert "Unconfirmed since 8 Oct 2026" in texts(window)
    assert "if still in orbit" in "".join(texts(window))
    assert any(one.startswith("Return, return not announced") for one in countdown_rows(window))


def test_within_a_month_of_the_facts_nothing_is_in_doubt(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    kikina = catalogue.people["anna-kikina"]
    window = open_app("2026-11-07T00:00:00Z", Wish(person=kikina)).window
    assert not any("Unconfirmed" in one for one in texts(window))


def test_a_year_after_the_facts_the_counters_stand_still(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    kikina = catalogue.people["anna-kikina"]
    window = open_app("2028-01-01T00:00:00Z", Wish(person=kikina)).window
    assert "The counters stand still as of 8 Oct 2027" in texts(window)
    panel, live = next_panel(window)
    assert panel == ["Landing not confirmed", "Soyuz MS-29", "facts as of 8 Oct 2026"]
    assert not live
    assert clocks(window)[0] == "450 days 09:12:17"


def test_a_launch_without_crew_has_no_counters(open_app: OpenApp) -> None:
    window = open_app("2026-11-22T09:30:15Z").window
    press(window, "Go live")
    choose(window, "Soyuz MS-30")
    assert clocks(window) == []
    assert window.windowTitle() == "Soyuz MS-30 – Mission Countdown"
    assert "Soyuz MS  ·  planned for March 2027" in texts(window)
    assert next_panel(window) == (["Next", "Launch", "as planned", "March 2027"], True)


def test_a_planned_launch_to_the_day_shows_between_which_days_it_is(open_app: OpenApp) -> None:
    plan = PlannedLaunch("demo", "Demo 1", "Testcraft", Moment.parse("2020-05-10"))
    facts = catalogue_of(planned=[plan], data_date="2020-04-20")
    window = open_app("2020-05-01T12:00:00Z", facts=facts).window
    choose(window, "Demo 1")
    assert next_panel(window)[0] == ["Next", "Launch", "as planned", "T− 8–9 d", "10 May 2020"]
    assert "Testcraft  ·  crew not named" in texts(window)


@pytest.mark.parametrize("now", ["1900-01-01T00:00:00Z", "2026-11-22T09:30:15Z", "2199-12-31"])
def test_an_empty_catalogue_still_opens(open_app: OpenApp, now: str) -> None:
    window = open_app(now, facts=catalogue_of(data_date="2026-10-08")).window
    assert window.windowTitle() == "Mission Countdown"
    assert "No mission" in texts(window)
    assert "Nothing announced" in texts(window)


def test_a_catalogue_without_kelly_starts_with_who_is_up(open_app: OpenApp) -> None:
    ann = trip(person("Ann"), vehicle("Test 1", "2026-10-01T00:00:00Z"))
    window = open_app(
        "2026-11-01T00:00:01Z", facts=catalogue_of(ann, data_date="2026-10-20")
    ).window
    assert window.windowTitle() == "Ann – Mission Countdown"
    assert clocks(window) == ["31 days 00:00:01", "31 days 00:00:01"]
    assert "Live" in texts(window)


def test_a_span_known_to_the_minute_shows_no_seconds_and_beats(open_app: OpenApp) -> None:
    ann = trip(person("Ann"), vehicle("Test 1", "2026-10-01T00:00Z"))
    facts = catalogue_of(ann, data_date="2026-10-20")
    window = open_app("2026-10-20T05:30:00Z", facts=facts).window
    assert clocks(window)[0] in ("19 days 05:29", "19 days 05\N{FIGURE SPACE}29")


def test_names_are_never_taken_for_markup(open_app: OpenApp) -> None:
    name = "<b>Bo</b> & <img src=x> <i>Ng</i>"
    craft = vehicle("<u>Test</u>", "2026-10-01T00:00:00Z")
    facts = catalogue_of(
        trip(person("Ann"), vehicle("Test 0", "2026-01-01T00:00:00Z", "2026-01-15T00:00:00Z")),
        trip(person(name)._replace(id="bo"), craft, None, US),
        data_date="2026-10-20",
    )
    window = open_app("2026-10-21T00:00:00Z", facts=facts).window
    assert name in texts(window)
    labels = window.findChildren(QLabel)
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}
    assert not any("<b>" in one.toolTip() for one in labels)


def test_a_long_name_is_cut_and_told_whole_by_its_tool_tip(open_app: OpenApp) -> None:
    name = " ".join(["Heidemarie O'Connor & <b>Stefanyshyn</b>-Piper"] * 3)
    ann = trip(person(name)._replace(id="ann"), vehicle("Test 1", "2026-10-01T00:00:00Z"))
    window = open_app(
        "2026-10-21T00:00:00Z", facts=catalogue_of(ann, data_date="2026-10-20")
    ).window
    cut = [one for one in window.findChildren(QLabel) if one.toolTip()]
    assert [QTextDocumentFragment.fromHtml(one.toolTip()).toPlainText() for one in cut] == [name]
    assert cut[0].text().endswith("…")
    assert cut[0].accessibleName() == name
    assert window.width() == 1180


def test_what_comes_next_is_told_whole_above_the_time_of_a_place_with_a_long_name(
    open_app: OpenApp, catalogue: Catalogue, qapp: QApplication
) -> None:
    kelly = catalogue.people["scott-kelly"]
    app = open_app(wish=Wish(person=kelly, at=at("2015-11-28T19:10:00Z")), size=(800, 480))
    chosen = app._settings.choices
    manner = chosen.manner._replace(in_twelve_hours=True, zone="America/Argentina/Buenos_Aires")
    app._settings.choices = chosen._replace(manner=manner)
    qapp.processEvents()
    (panel,) = (one for one in app.window.findChildren(NextPanel) if one.isVisible())
    title = panel._title
    assert title.text() == "300 days in this flight"
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())


def test_every_word_is_in_the_apps_own_font(open_app: OpenApp) -> None:
    window = open_app().window
    assert {QFontInfo(one.font()).family() for one in window.findChildren(QLabel)} == {FAMILY}


def test_of_who_died_in_flight_nothing_is_counted_down_or_missed(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    wish = Wish(person=catalogue.people["laurel-b-clark"], at=at("2003-03-01"))
    window = open_app(wish=wish).window
    said = texts(window)
    assert "Died in flight" in said
    assert not {"Countdowns", "Records in this flight", "No record fell in this flight."} & set(
        said
    )


def test_the_headings_of_countdowns_and_ladder_are_level(
    open_app: OpenApp, catalogue: Catalogue
) -> None:
    window = kelly_at(open_app, catalogue, "2015-10-16T12:00:00Z").window
    window.resize(1366, 768)
    window.grab()
    tops = {
        label.text(): label.mapTo(window, label.rect().topLeft()).y()
        for label in window.findChildren(QLabel)
        if label.isVisible()
    }
    assert tops["Ladder"] == tops["Countdowns"]
