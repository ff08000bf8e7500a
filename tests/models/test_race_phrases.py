"""What a race says, at each of its turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.races import race
from countdown.models import race_phrases as words
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

NOON = "2015-10-16T12:00:00Z"
KELLY = ("scott-kelly", "Soyuz TMA-16M")
LOPEZ_ALEGRIA = ("michael-lopez-alegria", "Soyuz TMA-9")


def flight(facts: Catalogue, which: tuple[str, str]) -> Flight:
    career = facts.career(facts.people[which[0]])
    return next(one for one in career if one.up.name == which[1])


def verdict(
    facts: Catalogue, own: tuple[str, str], rival: tuple[str, str], when: str
) -> words.Verdict:
    found = race(facts, flight(facts, own), flight(facts, rival), at(when))
    return words.verdict(found, at(when))


def days(
    facts: Catalogue, own: tuple[str, str], rival: tuple[str, str], when: str
) -> tuple[str, str]:
    found = race(facts, flight(facts, own), flight(facts, rival), at(when))
    return words.own_day(found), words.rival_day(found, at(when))


def test_both_are_named_on_day_203(catalogue: Catalogue) -> None:
    assert days(catalogue, KELLY, LOPEZ_ALEGRIA, NOON) == (
        "Scott Kelly's day 203 is 16 Oct 2015",
        "Michael López-Alegría's day 203 was 8 Apr 2007, 12 days before landing",
    )
    assert days(catalogue, LOPEZ_ALEGRIA, KELLY, "2007-04-08T20:25:00Z")[1].startswith(
        "Scott Kelly's day 203 will be 16 Oct 2015, "
    )


def test_kelly_passes_in_12_days(catalogue: Catalogue) -> None:
    found = verdict(catalogue, KELLY, LOPEZ_ALEGRIA, NOON)
    assert found == words.Verdict(
        "Passes Michael López-Alegría in", "12 d 16:05:19", "29 Oct 2015, 04:05 UTC", is_live=True
    )


def test_after_the_passing_the_lead_grows_until_the_landing(catalogue: Catalogue) -> None:
    found = verdict(catalogue, KELLY, LOPEZ_ALEGRIA, "2015-10-30T04:05:19Z")
    assert (found.caption, found.figure) == ("Longer by now, by", "1 d 00:00:00")
    after = verdict(catalogue, KELLY, LOPEZ_ALEGRIA, "2017-01-01")
    assert (after.caption, after.figure) == ("Lasted longer by", "125 d 00:20:32")
    assert days(catalogue, KELLY, LOPEZ_ALEGRIA, "2017-01-01") == (
        "Scott Kelly landed on day 341, 2 Mar 2016",
        "Michael López-Alegría had landed 125 days before, on day 216, 21 Apr 2007",
    )


def test_who_ends_earlier_passes_nobody(catalogue: Catalogue) -> None:
    found = verdict(catalogue, LOPEZ_ALEGRIA, KELLY, "2007-01-01")
    assert found == words.Verdict("Ends earlier than Scott Kelly by", "125 d 00:20:32")


def test_crewmates_are_level_all_the_way(catalogue: Catalogue) -> None:
    found = verdict(catalogue, KELLY, ("mikhail-kornienko", "Soyuz TMA-16M"), NOON)
    assert found == words.Verdict("Together from launch to landing", "level all the way")


def test_a_death_leaves_the_facts(catalogue: Catalogue) -> None:
    columbia = ("laurel-clark", "STS-107")
    facts = [catalogue.people[one] for one in catalogue.people if one.endswith("clark")]
    columbia = (facts[0].id, "STS-107")
    found = verdict(catalogue, columbia, KELLY, "2003-01-25")
    assert found.caption == "The flights differ by"
    assert not found.is_live
    mine, _ = days(catalogue, columbia, KELLY, "2003-03-01")
    assert "flight ended on day 16" in mine
    _, ghost = days(catalogue, KELLY, columbia, "2015-04-05")
    assert ghost.endswith("before the end of the flight")
    _, later = days(catalogue, KELLY, columbia, NOON)
    assert "'s flight had ended 186 days before" in later


def test_open_returns_and_rough_dates_are_said_to_be_so() -> None:
    facts = catalogue_of(
        trip(person("Ada"), vehicle("One", "2020-01-01", "2020-02-01")),
        trip(person("Bob"), vehicle("Two", "2029-12-01T00:00:00Z")),
        trip(person("Cid"), vehicle("Three", "2029-12-05T00:00:00Z")),
    )
    ada, bob, cid = (("ada", "One"), ("bob", "Two"), ("cid", "Three"))
    first = verdict(facts, bob, ada, "2029-12-11")
    assert first.caption == "If still in orbit, passes Ada in"
    assert first.figure == "20–22 d"
    assert days(facts, bob, ada, "2029-12-11")[1] == (
        "Ada's day 10 was 11 Jan 2020, 20–22 days before landing"
    )
    later = verdict(facts, bob, cid, "2029-12-11")
    assert later == words.Verdict("Launched earlier by", "4 d 00:00:00")
    assert verdict(facts, cid, bob, "2029-12-11").caption == "Launched later by"
    assert words.flight_text(flight(facts, bob)) == "Bob · Two · no return known"


def test_a_flight_is_listed_with_its_vehicle_and_days(catalogue: Catalogue) -> None:
    assert words.flight_text(flight(catalogue, LOPEZ_ALEGRIA)) == (
        "Michael López-Alegría · Soyuz TMA-9 · 215 d"
    )
    assert words.flight_text(catalogue.flights[0]).startswith("Yuri Gagarin · Vostok 1 · 0 d 01:")
