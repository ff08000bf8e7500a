"""The reigns of a record's holders, and the course the record takes under each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from countdown.core.history import history
from countdown.core.moments import DAY, Instant
from countdown.core.records import WOMEN, WORLD, Category, Kind
from countdown.core.reigns import reigns
from tests.chains import FIRST_LAUNCH, chain_of
from tests.fakes import at, catalogue_of, person, trip, vehicle

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue

CAREER = Category(Kind.CAREER, WORLD)
FLIGHT = Category(Kind.FLIGHT, WORLD)
NOW = at("2026-11-22T09:30:15Z")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("scope", [WORLD, WOMEN, "US", "RU", "CN", "MT"])
def test_reigns_follow_one_another_and_the_record_never_falls(
    catalogue: Catalogue, kind: Kind, scope: str
) -> None:
    chain = reigns(catalogue, Category(kind, scope))
    assert [one.number for one in chain] == list(range(1, len(chain) + 1))
    for before, after in pairwise(chain):
        assert before.ends == after.change.at
    assert chain[-1].ends is None
    corners = [corner for one in chain if one.change.at <= NOW for corner in one.line(NOW)]
    assert [moment for moment, _ in corners] == sorted(moment for moment, _ in corners)
    for (_, before_seconds), (_, after_seconds) in pairwise(corners):
        assert after_seconds >= before_seconds - DAY  # a mark known to the day is met in it


@pytest.mark.parametrize(
    "until", ["1961-04-12", "1965-08-25T03:00:00Z", "1995-01-09", "2026-11-22"]
)
def test_what_has_come_by_an_instant_is_how_many_begin_by_it(
    catalogue: Catalogue, until: str
) -> None:
    for category in (CAREER, FLIGHT, Category(Kind.FLIGHT, "US")):
        begun = [one.change for one in reigns(catalogue, category) if one.change.at <= at(until)]
        assert tuple(begun) == history(catalogue, category, at(until))


def test_a_record_grows_in_flight_and_stands_between_flights() -> None:
    anna = person("Anna")
    facts = catalogue_of(
        trip(anna, vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(anna, vehicle("Two", "2020-02-01T00:00:00Z", "2020-02-06T00:00:00Z")),
    )
    (reign,) = reigns(facts, CAREER)
    assert reign.line(at("2020-03-01")) == (
        (at("2020-01-01"), 0),
        (at("2020-01-11"), 10 * DAY),
        (at("2020-02-01"), 10 * DAY),
        (at("2020-02-06"), 15 * DAY),
        (at("2020-03-01"), 15 * DAY),
    )
    assert reign.is_growing(at("2020-02-03"))
    assert not reign.is_growing(at("2020-01-20"))
    (single,) = reigns(facts, FLIGHT)
    assert single.seconds(at("2020-03-01")) == 10 * DAY


def test_of_joint_holders_the_one_who_flies_again_counts() -> None:
    anna, boris = person("Anna"), person("Boris")
    craft = vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")
    again = vehicle("Two", "2020-02-01T00:00:00Z", "2020-02-06T00:00:00Z")
    chain = reigns(catalogue_of(trip(anna, craft), trip(boris, craft), trip(boris, again)), CAREER)
    assert [one.name for one in chain[0].change.persons] == ["Anna", "Boris"]
    assert chain[-1].seconds(at("2020-03-01")) == 15 * DAY


def test_a_reign_ends_with_the_next_or_with_the_instant_that_is_shown() -> None:
    first, second = reigns(chain_of(2), CAREER)
    met = Instant(FIRST_LAUNCH + 405 * DAY)
    assert second.change.at == first.ends == met
    assert first.until(Instant(met + DAY)) == met
    assert first.until(Instant(met - DAY)) == met - DAY
    assert second.until(Instant(met + 99 * DAY)) == met + 99 * DAY


def test_nobody_has_no_reigns(catalogue: Catalogue) -> None:
    assert reigns(catalogue_of(), CAREER) == ()
    assert len(reigns(catalogue, Category(Kind.CAREER, "MT"))) == 1
