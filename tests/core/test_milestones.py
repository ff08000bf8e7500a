"""What is counted down to: records and places, round numbers of days, launch and return."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from hypothesis import given, settings

from countdown.core.climbs import HORIZON_YEARS
from countdown.core.milestones import MilestoneKind, Prospects, of_moment, round_days
from countdown.core.moments import DAY, Instant, Moment, iso, years_later
from countdown.core.records import Kind
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.recount import scan
from tests.strategies import BASE, SHORT, catalogues

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.milestones import Milestone

SCANNED_UNTIL = BASE + 3_000
ADA, BEA = person("Ada"), person("Bea")


def days_of(milestones: tuple[Milestone, ...], counts: Kind) -> list[tuple[int | None, str]]:
    return [
        (one.days, iso(one.at))
        for one in milestones
        if one.kind is MilestoneKind.DAYS and one.counts is counts and one.at is not None
    ]


def test_round_numbers_are_hundreds_and_a_year() -> None:
    assert list(islice(round_days(), 7)) == [100, 200, 300, 365, 400, 500, 600]


@settings(max_examples=50)
@given(catalogues(SHORT))
def test_every_place_of_the_first_ten_and_the_next_of_each_category_are_ahead(
    catalogue: Catalogue,
) -> None:
    for flight in catalogue.flights:
        prospects = Prospects(catalogue, flight)
        for now in (flight.launch.earliest, Instant(flight.launch.earliest + 200)):
            ending = flight.known_return
            if ending is not None and now >= ending.earliest:
                continue
            expected = []
            for category in catalogue.records.categories_of((flight,)):
                coming = scan(catalogue, flight, category, SCANNED_UNTIL)
                coming = [one for one in coming if one.at >= now]
                expected += [
                    (category, one.at, one.rank_after)
                    for place, one in enumerate(coming)
                    if place == 0 or one.rank_after <= 10
                ]
            found = [
                (one.crossing.category, one.at, one.crossing.rank_after)
                for one in prospects.ahead(now)
                if one.crossing is not None and one.crossing.met < SCANNED_UNTIL
            ]
            assert sorted(found) == sorted(expected)


@given(catalogues(SHORT))
def test_a_record_is_passed_in_the_second_after_its_crossing(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        prospects = Prospects(catalogue, flight)
        for one in prospects.ahead(flight.launch.earliest):
            if one.kind is MilestoneKind.RECORD and one.at is not None:
                assert one not in prospects.records_passed(one.at)
                assert one in prospects.ahead(one.at)
                assert one in prospects.records_passed(Instant(one.at + 1))
                assert one not in prospects.ahead(Instant(one.at + 1))


def test_round_days_of_flight_and_career_come_when_their_last_second_is_complete() -> None:
    first = vehicle("First", "2020-01-01T00:00:00Z", "2020-03-31T00:00:00Z")
    second = vehicle("Second", "2021-01-01T00:00:00Z", "2021-08-01T00:00:00Z")
    catalogue = catalogue_of(trip(ADA, first), trip(ADA, second))
    ahead = Prospects(catalogue, catalogue.flights[1]).ahead(at("2021-01-01"))
    assert days_of(ahead, Kind.FLIGHT) == [
        (100, "2021-04-11T00:00:00Z"),
        (200, "2021-07-20T00:00:00Z"),
    ]
    assert days_of(ahead, Kind.CAREER) == [
        (100, "2021-01-11T00:00:00Z"),
        (200, "2021-04-21T00:00:00Z"),
        (300, "2021-07-30T00:00:00Z"),
    ]


def test_the_hundredth_day_is_reached_at_a_landing_in_its_last_second_and_not_before() -> None:
    for landing, reached in (("2020-04-10T00:00:00Z", True), ("2020-04-09T23:59:59Z", False)):
        catalogue = catalogue_of(trip(ADA, vehicle("Craft", "2020-01-01T00:00:00Z", landing)))
        ahead = Prospects(catalogue, catalogue.flights[0]).ahead(at("2020-01-01"))
        assert bool(days_of(ahead, Kind.FLIGHT)) is reached


def test_days_of_a_flight_launched_in_an_unknown_second_are_an_interval() -> None:
    catalogue = catalogue_of(trip(ADA, vehicle("Craft", "2020-01-01T12:00Z", "2020-06-01")))
    ahead = Prospects(catalogue, catalogue.flights[0]).ahead(at("2020-02-01"))
    hundred = next(one for one in ahead if one.days == 100 and one.counts is Kind.FLIGHT)
    assert (hundred.at, hundred.at_latest) == (
        at("2020-04-10T12:00:00Z"),
        at("2020-04-10T12:01:00Z"),
    )


def test_without_a_known_return_it_looks_two_years_ahead() -> None:
    catalogue = catalogue_of(
        trip(BEA, vehicle("Longest", "2010-01-01T00:00:00Z", "2013-01-01T00:00:00Z")),
        trip(ADA, vehicle("Open", "2029-12-01T00:00:00Z")),
        data_date="2030-01-01",
    )
    prospects = Prospects(catalogue, catalogue.flights[1])
    now = at("2030-01-10")
    ahead = prospects.ahead(now)
    ends = years_later(now, HORIZON_YEARS)
    assert all(one.if_still_in_orbit for one in ahead if one.kind is not MilestoneKind.RETURN)
    assert all(one.at is None or one.at <= ends for one in ahead)
    assert [one.days for one in ahead if one.counts is Kind.FLIGHT][-1] == 700
    assert MilestoneKind.RECORD not in {one.kind for one in ahead}
    later = prospects.ahead(at("2030-12-02"))
    assert MilestoneKind.RECORD in {one.kind for one in later}


def test_a_return_not_announced_stands_last_and_has_no_instant() -> None:
    catalogue = catalogue_of(trip(ADA, vehicle("Open", "2029-12-01T00:00:00Z")))
    last = Prospects(catalogue, catalogue.flights[0]).ahead(at("2030-01-01"))[-1]
    assert last == of_moment(MilestoneKind.RETURN, None)
    assert (last.at, last.at_latest) == (None, None)
    assert not last.is_past(at("2100-01-01"))


def test_a_planned_return_is_counted_down_to_with_its_precision() -> None:
    planned = trip(ADA, vehicle("Open", "2029-12-01T00:00:00Z"), planned="2030-03-12")
    catalogue = catalogue_of(planned)
    last = Prospects(catalogue, catalogue.flights[0]).ahead(at("2030-01-01"))[-1]
    assert last.moment == Moment.parse("2030-03-12")
    assert (last.at, last.at_latest) == (at("2030-03-12"), at("2030-03-13"))


def test_a_mark_that_is_equalled_at_landing_is_not_passed() -> None:
    """Both fly for exactly ten days."""
    catalogue = catalogue_of(
        trip(BEA, vehicle("First", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(ADA, vehicle("Second", "2021-01-01T00:00:00Z", "2021-01-11T00:00:00Z")),
    )
    prospects = Prospects(catalogue, catalogue.flights[1])
    assert not [one for one in prospects.ahead(at("2021-01-01")) if one.crossing]
    assert not prospects.records_passed(at("2022-01-01"))


def test_milestones_come_in_the_order_of_time(catalogue: Catalogue) -> None:
    kelly = catalogue.career(catalogue.people["scott-kelly"])[3]
    ahead = Prospects(catalogue, kelly).ahead(kelly.launch.earliest)
    times = [one.at for one in ahead if one.at is not None]
    assert times == sorted(times)
    assert len(times) > 20


def test_the_next_place_of_a_flyer_betters_the_rank_of_her_best_flight(
    catalogue: Catalogue,
) -> None:
    """Kelly's 159 days of 2010 keep his place until the year in space is longer."""
    kelly = catalogue.people["scott-kelly"]
    prospects = Prospects(catalogue, catalogue.career(kelly)[3])
    for now in (at("2015-04-01"), at("2015-07-01"), at("2015-12-01")):
        for crossing in (one.crossing for one in prospects.ahead(now) if one.crossing):
            before, after = (
                catalogue.records.rank(crossing.category, kelly, Instant(crossing.at + second))
                for second in (-1, 1)
            )
            assert before is not None
            assert after is not None
            assert after.rank == crossing.rank_after < before.rank


def test_a_day_more_than_one_own_record_is_a_record_again() -> None:
    catalogue = catalogue_of(
        trip(BEA, vehicle("Zero", "2019-01-01T00:00:00Z", "2019-01-06T00:00:00Z")),
        trip(ADA, vehicle("First", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(ADA, vehicle("Second", "2021-01-01T00:00:00Z", "2021-01-12T00:00:00Z")),
    )
    ahead = Prospects(catalogue, catalogue.flights[2]).ahead(at("2021-01-01"))
    records = [one for one in ahead if one.crossing]
    assert {one.kind for one in records} == {MilestoneKind.RECORD}
    assert [one.crossing.passes for one in records if one.crossing] == [(ADA,), (ADA,)]
    assert {one.at for one in records} == {at("2021-01-01") + 10 * DAY}


def test_who_launches_when_she_is_met_stays_level_until_she_lands() -> None:
    """Bea has 10 days; when Ada has 10 as well, Bea is launched again, for 5 days."""
    catalogue = catalogue_of(
        trip(BEA, vehicle("First", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(ADA, vehicle("Long", "2021-01-01T00:00:00Z", "2021-06-01T00:00:00Z")),
        trip(BEA, vehicle("Again", "2021-01-11T00:00:00Z", "2021-01-16T00:00:00Z")),
    )
    ahead = Prospects(catalogue, catalogue.flights[1]).ahead(at("2021-01-01"))
    met = {one.crossing.category.kind: iso(one.crossing.met) for one in ahead if one.crossing}
    assert met == {Kind.FLIGHT: "2021-01-11T00:00:00Z", Kind.CAREER: "2021-01-16T00:00:00Z"}
