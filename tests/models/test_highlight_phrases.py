"""What happens in a flight, in words: titles, days, dates no closer than known, few letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.highlights import Happening, HappeningKind, happenings
from countdown.core.milestones import Prospects
from countdown.core.moments import Moment, Precision
from countdown.models import highlight_phrases as words
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

ADA, BEA = person("Ada Lovelace"), person("Bea")


def all_of(catalogue: Catalogue, flight: Flight) -> tuple[Happening, ...]:
    return happenings(catalogue, flight, Prospects(catalogue, flight))


@pytest.fixture
def kelly(catalogue: Catalogue) -> Flight:
    return catalogue.career(catalogue.people["scott-kelly"])[3]


@pytest.fixture
def few_letters(catalogue: Catalogue, kelly: Flight) -> list[str]:
    return [words.short_words(catalogue, one) for one in all_of(catalogue, kelly)]


def test_the_time_line_of_the_one_year_mission_in_few_letters(few_letters: list[str]) -> None:
    assert few_letters[0] == "launch"
    assert few_letters[-1] == "return"
    assert {
        "Padalka: world record", "Fourth of July", "lettuce", "The Martian's cast",
        "fizzing blob", "Australia", "US career record", "US flight record", "first spacewalk",
        "second spacewalk", "third spacewalk", "halfway", "100 days", "400 days in all",
    } <= set(few_letters)  # fmt: skip


def test_no_flight_has_more_letters_than_a_time_line_has_room_for(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        for one in all_of(catalogue, flight):
            text = words.short_words(catalogue, one)
            assert 0 < len(text) <= words.SHORT, (flight.person.name, text)
            assert words.title(catalogue, one)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2015-10-29T04:05:19Z", "29 Oct 2015, 04:05 UTC"),
        ("2016-03-02T01:02Z", "2 Mar 2016, 01:02 UTC"),
        ("2015-09-15", "15 Sep 2015"),
        ("2015-10", "Oct 2015"),
        ("1961", "1961"),
    ],
)
def test_a_date_is_written_as_closely_as_it_is_known(text: str, written: str) -> None:
    assert words.when(Moment.parse(text)) == written


def test_a_plan_says_that_it_may_come_later() -> None:
    plan = Moment.parse("2027-01", no_earlier_than=True)
    assert words.when(plan) == "no earlier than Jan 2027"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2026-12-19T15:08:00Z", "2026-12-20T15:08:00Z", "19–20 Dec 2026"),
        ("2026-12-19T00:00:00Z", "2026-12-20T00:00:00Z", "19 Dec 2026"),
        ("2026-12-31T12:00:00Z", "2027-01-01T12:00:00Z", "31 Dec 2026 – 1 Jan 2027"),
    ],
)
def test_what_lies_on_either_of_two_dates_is_written_with_both(
    first: str, last: str, written: str
) -> None:
    assert words.when(Moment(at(first), at(last), Precision.DAY)) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2015-03-27T19:42:57Z", "day 1"),
        ("2015-10-29T04:05:19Z", "day 216"),
        ("2015-10-28", "day 215–216"),
        ("2016-03-02T04:25:51Z", "day 341"),
        ("2016-03-02", "day 341"),
        ("2015-10", ""),
    ],
)
def test_the_day_of_the_flight_is_one_two_or_unknown(
    kelly: Flight, text: str, written: str
) -> None:
    assert words.mission_day(kelly, Moment.parse(text)) == written


def test_a_day_of_the_flight_is_as_vague_as_its_launch() -> None:
    vague = catalogue_of(trip(ADA, vehicle("Up", "2020-01-01", "2020-03-01T00:00:00Z")))
    moment = Moment.exact(at("2020-01-11T12:00:00Z"))
    assert words.mission_day(vague.flights[0], moment) == "day 10–11"


def origins(catalogue: Catalogue, flight: Flight) -> dict[HappeningKind, str]:
    found = all_of(catalogue, flight)
    return {one.kind: words.origin(catalogue, one, flight) for one in found}


def test_each_says_whether_it_is_computed_or_who_tells_it(
    catalogue: Catalogue, kelly: Flight
) -> None:
    assert origins(catalogue, kelly) == {
        HappeningKind.LAUNCH: "flight tables",
        HappeningKind.RECORD: "computed",
        HappeningKind.ROUND: "computed",
        HappeningKind.HALFWAY: "computed",
        HappeningKind.CREWMATE_RECORD: "computed",
        HappeningKind.FACT: "press",
        HappeningKind.RETURN: "flight tables",
    }


def test_what_is_to_come_depends_on_the_flight_going_on_or_on_a_plan() -> None:
    facts = catalogue_of(
        trip(ADA, vehicle("One", "2020-01-01T00:00:00Z")),
        trip(BEA, vehicle("Two", "2020-01-01T00:00:00Z"), planned="2020-06-01"),
        data_date="2020-05-01",
    )
    ada, bea = facts.flights
    rounds = [one for one in all_of(facts, ada) if one.kind is HappeningKind.ROUND]
    said = [words.origin(facts, one, ada) for one in rounds[:2]]
    assert said == ["computed", "if still in orbit"]  # 100 days, 200 days
    assert origins(facts, bea)[HappeningKind.RETURN] == "planned"


def test_a_crewmates_record_says_whom_she_passes() -> None:
    facts = catalogue_of(
        trip(BEA, vehicle("Old", "2019-01-01T00:00:00Z", "2019-01-06T00:00:00Z")),
        trip(ADA, vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(person("Cleo"), vehicle("Two", "2020-01-03T00:00:00Z", "2020-01-08T00:00:00Z")),
    )
    cleo = facts.flights[-1]
    found = [one for one in all_of(facts, cleo) if one.change]
    assert {words.title(facts, one) for one in found} == {
        "Ada Lovelace: longest flight of all",
        "Ada Lovelace: most time of all in orbit",
    }
    assert {words.short_words(facts, one) for one in found} == {"Lovelace: world record"}
    assert {words.detail(one, cleo) for one in found} == {"passes Bea, 5 d 00:00:00"}


def test_long_words_are_cut_behind_a_word() -> None:
    name = "Heidemarie Martha Stefanyshyn-Piper-Long"
    facts = catalogue_of(
        trip(BEA, vehicle("Old", "2019-01-01T00:00:00Z", "2019-01-06T00:00:00Z")),
        trip(person(name), vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(ADA, vehicle("Two", "2020-01-03T00:00:00Z", "2020-01-08T00:00:00Z")),
    )
    found = next(one for one in all_of(facts, facts.flights[-1]) if one.change)
    text = words.short_words(facts, found)
    assert len(text) <= words.SHORT
    assert text == "Stefanyshyn-Piper-Long…"


def test_who_died_has_no_word_of_a_record(catalogue: Catalogue) -> None:
    flight = next(one for one in catalogue.flights if one.up.name == "STS-107")
    assert [words.title(catalogue, one) for one in all_of(catalogue, flight)] == [
        "Launch",
        "Died in flight",
    ]
