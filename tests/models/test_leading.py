"""Which rule of counting leads a counter, and what elapsed time does beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from countdown.core.durations import Rule
from countdown.core.falls import fall_in
from countdown.core.manner import Manner
from countdown.core.readings import Mission, read
from countdown.models import leading, phrases
from countdown.models.display_words import LargeFigure, counter
from countdown.models.leading import Lead, lead
from countdown.models.manners import take_manner
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Reading

STORY = "2015-10-16T12:00:00Z"
ELAPSED = "elapsed 202 d 16:17:03"


def year_in_space(catalogue: Catalogue, when: str = STORY) -> tuple[Mission, Reading]:
    mission = Mission.of_flight(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])
    return mission, read(mission, at(when))


@pytest.mark.parametrize(
    ("rule", "led"),
    [
        (Rule.ELAPSED, Lead("202", "days", "16:17:03")),
        (Rule.NTH_DAY, Lead("203rd", "day", ELAPSED, Rule.NTH_DAY)),
        (Rule.CALENDAR_DATES, Lead("204", "calendar dates", ELAPSED, Rule.CALENDAR_DATES)),
        (Rule.CALENDAR_AGE, Lead("6 months, 18 days", "calendar age", ELAPSED, Rule.CALENDAR_AGE)),
    ],
)
def test_kellys_flight_by_each_rule(catalogue: Catalogue, rule: Rule, led: Lead) -> None:
    take_manner(Manner(rule))
    assert lead(year_in_space(catalogue)[1].flight_counter) == led


@pytest.mark.parametrize("rule", [Rule.CALENDAR_DATES, Rule.CALENDAR_AGE])
def test_a_career_has_no_calendar_count_and_says_so(catalogue: Catalogue, rule: Rule) -> None:
    take_manner(Manner(rule))
    career = year_in_space(catalogue)[1].career_counter
    assert lead(career) == Lead("382", "days", "18:06:07")
    assert leading.others(career) == ["383rd day", "a sum of flights has no calendar count"]
    assert leading.name_of(career, "Career") == "Career · elapsed"


def test_a_career_has_its_nth_day(catalogue: Catalogue) -> None:
    take_manner(Manner(Rule.NTH_DAY))
    career = year_in_space(catalogue)[1].career_counter
    assert lead(career)[:3] == ("383rd", "day", "elapsed 382 d 18:06:07")
    assert leading.others(career) == []


def test_what_leads_is_not_said_twice_and_named(catalogue: Catalogue) -> None:
    flight = year_in_space(catalogue)[1].flight_counter
    assert leading.others(flight) == ["203rd day", "6 months, 18 days"]
    assert leading.name_of(flight, "This flight") == "This flight"
    take_manner(Manner(Rule.NTH_DAY))
    assert leading.others(flight) == ["6 months, 18 days"]
    assert leading.name_of(flight, "This flight") == "This flight · nth day"
    take_manner(Manner(Rule.CALENDAR_AGE))
    assert leading.others(flight) == ["203rd day"]


@pytest.mark.parametrize("rule", Rule)
def test_at_launch_there_is_elapsed_time_alone_or_the_first_day(
    catalogue: Catalogue, rule: Rule
) -> None:
    take_manner(Manner(rule))
    before = year_in_space(catalogue, "2015-03-27T00:00:00Z")[1].flight_counter
    assert lead(before) == Lead("0", "days", "00:00:00")
    first = lead(year_in_space(catalogue, "2015-03-27T19:43:00Z")[1].flight_counter)
    firsts = {Rule.NTH_DAY: ("1st", "day"), Rule.CALENDAR_DATES: ("1", "calendar date")}
    assert first[:2] == firsts.get(rule, ("0", "days"))


def test_a_day_that_is_not_known_leads_nowhere() -> None:
    take_manner(Manner(Rule.NTH_DAY))
    craft = vehicle("Vague 1", "1970-01-01", "1970-01-10T12:00:00Z")
    facts = catalogue_of(trip(person("Ada"), craft))
    reading = read(Mission.of_flight(facts, facts.flights[0]), at("1971-01-01T00:00:00Z"))
    led = lead(reading.flight_counter)
    assert not led.is_apart
    assert led.days == "8–9"


def test_who_listens_hears_both_figures(catalogue: Catalogue) -> None:
    take_manner(Manner(Rule.NTH_DAY))
    counted = year_in_space(catalogue)[1].flight_counter
    said = leading.spoken(lead(counted), counted.span)
    assert said == "203rd day, elapsed 202 days, 16 hours, 17 minutes"


def test_on_the_display_elapsed_time_runs_on_below(catalogue: Catalogue) -> None:
    mission, reading = year_in_space(catalogue)
    before = counter(mission, reading, fall_in(reading))
    take_manner(Manner(Rule.CALENDAR_DATES))
    after = counter(mission, reading, fall_in(reading))
    assert before.digits == LargeFigure("202", "days", "16:17:03")
    assert after.digits == LargeFigure("204", "calendar dates")
    assert after.sides[0][:2] == ("Elapsed", "202 d 16:17:03")
    assert after.sides[1:] == before.sides


def test_the_locale_says_how_figures_are_written_where_nobody_chose() -> None:
    when = at("2015-10-29T04:05:19Z")
    take_manner(Manner(zone="America/New_York"))  # in English of the United States
    assert phrases.date_and_time(when) == "29 Oct 2015, 04:05 UTC · 12:05 AM New York"
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        take_manner(Manner(zone="America/New_York"))
        assert phrases.date_and_time(when).endswith("· 00:05 New York")
    finally:
        QLocale.setDefault(before)
        phrases.forget_language()
