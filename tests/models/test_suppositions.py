"""Another return in words: which marks fall, by how much, and what is wrong with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.errors import CountdownError
from countdown.core.moments import Moment
from countdown.core.what_if import WhatIf
from countdown.models import suppositions
from tests.fakes import at, catalogue_of, person, trip, vehicle, woman

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue


def told(facts: Catalogue, who: str, landing: str) -> dict[str, tuple[str, str, str]]:
    """What is said of each mark of a person's last flight, by its title."""
    flight = facts.career(facts.people[who])[-1]
    found = WhatIf(facts, flight).suppose(Moment.parse(landing))
    return {
        suppositions.mark_title(facts, one): (
            suppositions.mark_detail(one),
            suppositions.verdict(flight, one),
            suppositions.reason(one),
        )
        for one in found.marks
    }


def test_kellys_landing_leaves_polyakov_97_days_ahead(catalogue: Catalogue) -> None:
    marks = told(catalogue, "scott-kelly", "2016-03-02T04:25:51Z")
    assert marks["Longest flight · world"] == (
        "Valeri Polyakov, 437 d 17:58:31",
        "lands 97 days short of Valeri Polyakov",
        "needs a return after 7 Jun 2016 · reaches 5th",
    )
    assert marks["Longest flight · United States"] == (
        "Michael López-Alegría, 215 d 08:22:22",
        "falls, by 125 days",
        "passed on 29 Oct 2015, 04:05 UTC",
    )


def test_meir_lands_4_days_short_of_frank_rubio(catalogue: Catalogue) -> None:
    marks = told(catalogue, "jessica-meir", "2027-02-15T00:00:00Z")
    assert marks["Longest flight · United States"][1] == "lands 4 days short of Frank Rubio"


def test_what_is_nobodys_or_ones_own_is_said_so(catalogue: Catalogue) -> None:
    assert told(catalogue, "yuri-gagarin", "1961-04-12T07:55Z")["Longest flight · world"] == (
        "",
        "nobody is ahead of him",
        "",
    )


def test_others_who_stay_up_are_named_or_counted() -> None:
    one, two, three = person("Ada"), person("Bea"), woman("Cyd")
    ups = [vehicle(name, f"2029-1{name}-01T00:00:00Z") for name in "012"]
    facts = catalogue_of(
        *(trip(who, up) for who, up in zip((one, two, three), ups, strict=True)),
        data_date="2030-01-01",
    )
    alone = told(facts, "bea", "2030-06-01T00:00:00Z")["Longest flight · world"]
    assert alone == ("Ada", "stays behind Ada", "up as well, return not known")
    both = told(facts, "cyd", "2030-06-01T00:00:00Z")["Longest flight · world"]
    assert both[1] == "stays behind 2 others in orbit"
    assert told(facts, "cyd", "2030-06-01")["Longest flight · women"][1] == (
        "nobody is ahead of her"
    )


def test_a_day_on_which_a_mark_may_fall_makes_it_perhaps() -> None:
    ada, bea = person("Ada"), person("Bea")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T12:00:00Z")),
        trip(bea, vehicle("Two", "2021-01-01T00:00:00Z")),
    )
    head = told(facts, "bea", "2021-01-11")["Longest flight · world"][1]
    assert head == "perhaps lands 12 hours short of Ada"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 seconds"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (3_599, "59 minutes"),
        (3_600, "1 hour"),
        (86_399, "23 hours"),
        (86_400, "1 day"),
        (4 * 86_400 + 86_399, "4 days"),
    ],
)
def test_a_length_is_said_in_its_largest_unit(seconds: int, text: str) -> None:
    assert suppositions.whole_length(seconds) == text


@pytest.mark.parametrize(
    ("landing", "text"),
    [
        ("2016-03-02T04:25:51Z", "as known"),
        ("2016-03-02T06:00:00Z", "the same day"),
        ("2016-03-03T04:25:51Z", "1 day later"),
        ("2016-06-09T04:26Z", "99 days later"),
        ("2016-03-01T04:25:51Z", "1 day earlier"),
    ],
)
def test_a_supposed_return_is_so_far_from_the_known_one(landing: str, text: str) -> None:
    known = Moment.parse("2016-03-02T04:25:51Z")
    assert suppositions.later(Moment.parse(landing), known) == text


def test_returns_are_written_as_exactly_as_they_are_known(catalogue: Catalogue) -> None:
    assert suppositions.return_text(Moment.parse("2016-03-02T04:25:51Z")) == (
        "2 Mar 2016, 04:25 UTC"
    )
    assert suppositions.return_text(Moment.parse("2026-10-08")) == "8 Oct 2026"
    kelly = catalogue.career(catalogue.people["scott-kelly"])[-1]
    assert suppositions.known_text(kelly) == "2 Mar 2016, 04:25 UTC"
    delaney = catalogue.career(catalogue.people["luke-delaney"])[-1]
    assert suppositions.known_text(delaney) == "not announced"
    ada = person("Ada")
    facts = catalogue_of(
        trip(ada, vehicle("One", "2029-12-01T00:00:00Z"), planned="2030-02-01"),
        data_date="2030-01-01",
    )
    assert suppositions.known_text(facts.career(ada)[0]) == "planned for 1 Feb 2030"


def test_who_died_in_flight_is_not_asked_about(catalogue: Catalogue) -> None:
    chawla = catalogue.career(catalogue.people["kalpana-chawla"])
    assert "Kalpana Chawla died in this flight" in suppositions.why_not(chawla[1], at("2003-02-02"))
    assert suppositions.why_not(chawla[0], at("2003-02-02")) == ""
    assert "has not begun" in suppositions.why_not(None, at("2003-02-02"))
    assert "has not begun" in suppositions.why_not(chawla[0], at("1990-01-01"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "Write a date like"),
        ("2016-06-07T04:26", "needs its zone"),
        ("2300-01-01", "1900 to 2199"),
        ("2015-01-01", "not after the launch at 2015-03-27T19:42:57Z"),
    ],
)
def test_what_is_wrong_with_a_return_is_said(catalogue: Catalogue, typed: str, said: str) -> None:
    flight = catalogue.career(catalogue.people["scott-kelly"])[-1]
    with pytest.raises(CountdownError) as caught:
        WhatIf(catalogue, flight).suppose(Moment.parse(typed))
    assert said in suppositions.wrong_return(caught.value)
