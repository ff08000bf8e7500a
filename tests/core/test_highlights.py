"""What happens in a flight: launch, records, round numbers, facts and return, each in its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from countdown.core.flights import End
from countdown.core.highlights import Happening, HappeningKind, ends_by, happenings
from countdown.core.history import history
from countdown.core.milestones import Prospects
from countdown.core.moments import Moment, Precision, iso, known_to
from countdown.core.records import WORLD, Category, Kind
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.strategies import LONG_AND_VAGUE, SHORT, catalogues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight

ADA, BEA, CLEO = person("Ada"), person("Bea"), person("Cleo")
CREWMATE = HappeningKind.CREWMATE_RECORD


def all_of(catalogue: Catalogue, flight: Flight) -> tuple[Happening, ...]:
    return happenings(catalogue, flight, Prospects(catalogue, flight))


def of_kind(found: tuple[Happening, ...], *kinds: HappeningKind) -> list[Happening]:
    return [one for one in found if one.kind in kinds]


@pytest.fixture(scope="module")
def one_year_mission(catalogue: Catalogue) -> tuple[Happening, ...]:
    return all_of(catalogue, catalogue.career(catalogue.people["scott-kelly"])[3])


@pytest.fixture(scope="module")
def every_flight(catalogue: Catalogue) -> list[tuple[Flight, tuple[Happening, ...]]]:
    return [(flight, all_of(catalogue, flight)) for flight in catalogue.flights]


def test_the_one_year_mission_has_at_least_fifteen_highlights(
    one_year_mission: tuple[Happening, ...],
) -> None:
    assert len(one_year_mission) >= 15
    assert len(of_kind(one_year_mission, HappeningKind.FACT)) >= 10


@pytest.mark.parametrize(
    ("date", "word"),
    [
        ("2015-07", "fourth of july"),
        ("2015-08-10", "lettuce"),
        ("2015-09-15", "martian"),
        ("2015-08", "matt damon"),
        ("2015-10", "blob of water"),
        ("2015-10", "australia"),
        ("2015-10-28", "first spacewalk"),
        ("2015-11-06", "second spacewalk"),
        ("2015-12-21", "third spacewalk"),
        ("2016-02-29", "hands command"),
    ],
)
def test_the_one_year_mission_tells_of(
    one_year_mission: tuple[Happening, ...], date: str, word: str
) -> None:
    told = [
        one.highlight.event.lower()
        for one in of_kind(one_year_mission, HappeningKind.FACT)
        if one.highlight and str(one.moment) == date
    ]
    assert any(word in words for words in told), told


def test_it_goes_from_launch_to_landing(one_year_mission: tuple[Happening, ...]) -> None:
    launch, landing = one_year_mission[0], one_year_mission[-1]
    assert (launch.kind, str(launch.moment)) == (HappeningKind.LAUNCH, "2015-03-27T19:42:57Z")
    assert (landing.kind, str(landing.moment)) == (HappeningKind.RETURN, "2016-03-02T04:25:51Z")


def test_padalka_takes_the_world_record_on_28_june_2015_aboard_with_kelly(
    one_year_mission: tuple[Happening, ...],
) -> None:
    (padalka,) = of_kind(one_year_mission, HappeningKind.CREWMATE_RECORD)
    assert padalka.change is not None
    assert [one.name for one in padalka.change.persons] == ["Gennady Padalka"]
    assert [one.name for one in padalka.change.passes] == ["Sergei Krikalev"]
    assert padalka.category == Category(Kind.CAREER, WORLD)
    assert iso(padalka.moment.earliest).startswith("2015-06-28T")


def test_kelly_takes_both_us_records_in_october_2015(
    one_year_mission: tuple[Happening, ...],
) -> None:
    records = [
        (one.milestone.crossing.category, str(one.moment))
        for one in of_kind(one_year_mission, HappeningKind.RECORD)
        if one.milestone and one.milestone.crossing
    ]
    assert records == [
        (Category(Kind.CAREER, "US"), "2015-10-15T09:02:01Z"),
        (Category(Kind.FLIGHT, "US"), "2015-10-29T04:05:19Z"),
    ]


def test_half_of_it_was_over_on_14_september(one_year_mission: tuple[Happening, ...]) -> None:
    (half,) = of_kind(one_year_mission, HappeningKind.HALFWAY)
    assert str(half.moment) == "2015-09-14T00:04:24Z"


def test_a_fact_is_no_more_precise_than_its_row(
    every_flight: list[tuple[Flight, tuple[Happening, ...]]],
) -> None:
    facts = [one for _, found in every_flight for one in of_kind(found, HappeningKind.FACT)]
    assert facts
    for one in facts:
        assert one.highlight is not None
        assert one.moment == one.highlight.moment
    assert {Precision.DAY, Precision.MONTH} <= {one.moment.precision for one in facts}


def test_nothing_computed_is_more_precise_than_launch_and_marks_allow(
    every_flight: list[tuple[Flight, tuple[Happening, ...]]],
) -> None:
    computed = (HappeningKind.RECORD, HappeningKind.ROUND, HappeningKind.HALFWAY)
    for flight, found in every_flight:
        launch = flight.launch.latest - flight.launch.earliest
        for one in of_kind(found, *computed):
            width = one.moment.latest - one.moment.earliest
            assert one.moment.precision is known_to(width)
            if one.kind is HappeningKind.ROUND and one.milestone and launch:
                assert width >= launch or one.moment.latest == flight.stop.latest


def check_order_and_place(
    catalogue: Catalogue, flight: Flight, found: tuple[Happening, ...]
) -> None:
    first, last = flight.launch, ends_by(catalogue, flight)
    kinds = list(HappeningKind)
    keys = [(max(first.earliest, one.moment.earliest), kinds.index(one.kind)) for one in found]
    assert keys == sorted(keys)
    assert found[0].kind is HappeningKind.LAUNCH
    for one in found:
        assert one.moment.latest >= first.earliest
        assert one.moment.earliest <= last
        if one.kind is not HappeningKind.FACT:
            assert first.earliest <= one.moment.earliest <= one.moment.latest <= last
    ends = Counter(one.kind for one in found)
    assert ends[HappeningKind.LAUNCH] == 1
    assert ends[HappeningKind.DEATH] == (flight.end is End.DIED)
    assert ends[HappeningKind.RETURN] == (
        flight.end is not End.DIED and flight.known_return is not None
    )


def test_all_happens_in_the_flight_and_in_order(
    catalogue: Catalogue, every_flight: list[tuple[Flight, tuple[Happening, ...]]]
) -> None:
    assert len(every_flight) > 1_400
    for flight, found in every_flight:
        check_order_and_place(catalogue, flight, found)


def check_own_records(
    catalogue: Catalogue, shown: Mapping[Flight, tuple[Happening, ...]], category: Category
) -> None:
    """Who becomes a holder, or is left the only one, finds it in the flight that brought it."""
    for change in history(catalogue, category):
        for flight in change.flights:
            own = [
                one
                for one in of_kind(shown[flight], HappeningKind.RECORD)
                if one.category == category
            ]
            if flight.end is End.DIED:
                assert not own
            elif change.passes and flight.person not in change.stay:
                assert any(
                    one.milestone
                    and one.moment.earliest <= change.at_latest
                    and change.at <= one.moment.latest
                    for one in own
                ), (flight.person.name, category, iso(change.at))
            elif change.at <= flight.stop.latest and flight.launch.earliest <= change.at_latest:
                assert [one for one in own if one.change == change]
            else:  # who shares it, on the ground, from now on with one more
                assert flight.person in change.stay
                assert not [one for one in own if one.change == change]


def test_every_record_of_the_history_is_in_the_flight_that_brought_it(
    catalogue: Catalogue, every_flight: list[tuple[Flight, tuple[Happening, ...]]]
) -> None:
    shown = dict(every_flight)
    for category in catalogue.records.categories_of(catalogue.flights):
        check_own_records(catalogue, shown, category)


@settings(max_examples=60)
@given(catalogues(SHORT) | catalogues(LONG_AND_VAGUE))
def test_in_any_catalogue_all_happens_in_the_flight_and_in_order(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        check_order_and_place(catalogue, flight, all_of(catalogue, flight))


@settings(max_examples=60)
@given(catalogues(SHORT) | catalogues(LONG_AND_VAGUE))
def test_in_any_catalogue_every_change_of_holder_is_in_the_flight_that_brought_it(
    catalogue: Catalogue,
) -> None:
    shown = {flight: all_of(catalogue, flight) for flight in catalogue.flights}
    for category in catalogue.records.categories_of(catalogue.flights):
        check_own_records(catalogue, shown, category)


@settings(max_examples=60)
@given(catalogues(SHORT))
def test_in_any_catalogue_a_crewmates_record_is_one_of_the_history(catalogue: Catalogue) -> None:
    changes = [one for kind in Kind for one in history(catalogue, Category(kind, WORLD))]
    for flight in catalogue.flights:
        start, stop = flight.launch.latest, flight.stop.earliest
        found = [one.change for one in of_kind(all_of(catalogue, flight), CREWMATE)]
        expected = [
            one
            for one in changes
            if one.passes
            and flight.end is not End.DIED
            and flight.person not in one.persons
            and start <= one.at < stop
            and any(taker.person not in one.passes and taker.is_up(one.at) for taker in one.flights)
        ]
        assert sorted(found, key=repr) == sorted(expected, key=repr)


def test_of_a_flight_that_ended_in_death_the_facts_alone_are_named(
    every_flight: list[tuple[Flight, tuple[Happening, ...]]],
) -> None:
    kinds = {HappeningKind.LAUNCH, HappeningKind.FACT, HappeningKind.DEATH}
    died = [found for flight, found in every_flight if flight.end is End.DIED]
    assert len(died) >= 11  # Soyuz 1, Soyuz 11, STS-107
    assert all({one.kind for one in found} <= kinds for found in died)


def test_a_short_flight_has_no_middle() -> None:
    month = catalogue_of(
        trip(ADA, vehicle("Long", "2020-01-01T00:00:00Z", "2020-01-31T00:00:00Z")),
        trip(BEA, vehicle("Short", "2020-01-01T00:00:00Z", "2020-01-30T23:59:59Z")),
    )
    long, short = month.flights
    (half,) = of_kind(all_of(month, long), HappeningKind.HALFWAY)
    assert half.moment == Moment.exact(at("2020-01-16T00:00:00Z"))
    assert not of_kind(all_of(month, short), HappeningKind.HALFWAY)


def test_the_middle_is_known_half_as_badly_as_both_ends() -> None:
    vague = catalogue_of(trip(ADA, vehicle("Up", "2020-01-01T00:00:00Z", "2020-03-01")))
    (half,) = of_kind(all_of(vague, vague.flights[0]), HappeningKind.HALFWAY)
    assert (half.moment.earliest, half.moment.latest) == (
        at("2020-01-31T00:00:00Z"),
        at("2020-01-31T12:00:00Z"),
    )
    assert half.moment.precision is Precision.DAY


def test_a_planned_return_ends_a_flight_but_has_no_middle() -> None:
    plan = catalogue_of(
        trip(ADA, vehicle("Up", "2020-01-01T00:00:00Z"), planned="2020-07-01"),
        data_date="2020-02-01",
    )
    found = all_of(plan, plan.flights[0])
    assert [one.kind for one in found if one.kind is not HappeningKind.RECORD] == [
        HappeningKind.LAUNCH,
        HappeningKind.ROUND,
        HappeningKind.RETURN,
    ]
    assert str(found[-1].moment) == "2020-07-01"


def test_without_a_known_return_it_goes_on_for_two_years_from_the_catalogues_date() -> None:
    still_up = catalogue_of(
        trip(ADA, vehicle("Up", "2020-01-01T00:00:00Z")), data_date="2020-02-01"
    )
    found = all_of(still_up, still_up.flights[0])
    days = [one.milestone.days for one in found if one.milestone and one.milestone.days]
    assert days == [100, 200, 300, 365, 400, 500, 600, 700]
    assert found[-1].kind is HappeningKind.ROUND


def test_the_days_of_a_first_flight_are_named_once_and_those_of_a_career_beside_them() -> None:
    two = catalogue_of(
        trip(ADA, vehicle("One", "2020-01-01T00:00:00Z", "2020-03-01T00:00:00Z")),
        trip(ADA, vehicle("Two", "2021-01-01T00:00:00Z", "2021-05-01T00:00:00Z")),
    )
    first, second = (of_kind(all_of(two, one), HappeningKind.ROUND) for one in two.flights)
    assert first == []
    assert [(one.milestone.days, one.milestone.counts) for one in second if one.milestone] == [
        (100, Kind.CAREER),
        (100, Kind.FLIGHT),
    ]


def test_who_passes_a_record_alone_in_another_craft_is_seen_by_all_who_are_up() -> None:
    three = catalogue_of(
        trip(CLEO, vehicle("Old", "2019-01-01T00:00:00Z", "2019-01-06T00:00:00Z")),
        trip(ADA, vehicle("One", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")),
        trip(BEA, vehicle("Two", "2020-01-03T00:00:00Z", "2020-01-08T00:00:00Z")),
    )
    bea = three.career(BEA)[0]
    seen = of_kind(all_of(three, bea), CREWMATE)
    assert [one.moment for one in seen] == [Moment.exact(at("2020-01-06T00:00:00Z"))] * 2
    assert {one.category for one in seen} == {Category(kind, WORLD) for kind in Kind}
    assert not of_kind(all_of(three, three.career(ADA)[0]), CREWMATE)


def records_of(catalogue: Catalogue, flight: Flight, category: Category) -> list[Happening]:
    found = of_kind(all_of(catalogue, flight), HappeningKind.RECORD)
    return [one for one in found if one.category == category]


@pytest.mark.parametrize(
    ("person_id", "scopes"),
    [
        ("yuri-gagarin", {"world", "RU"}),
        ("valentina-tereshkova", {"women"}),
        ("vladimir-remek", {"CS"}),
        ("yang-liwei", {"CN"}),
    ],
)
def test_the_first_of_all_hold_the_record_from_their_launch(
    catalogue: Catalogue, person_id: str, scopes: set[str]
) -> None:
    flight = catalogue.career(catalogue.people[person_id])[0]
    first = [
        one
        for one in of_kind(all_of(catalogue, flight), HappeningKind.RECORD)
        if one.change and one.change.is_first
    ]
    assert {one.category for one in first} == {
        Category(kind, scope) for kind in Kind for scope in scopes
    }
    assert {one.moment.earliest for one in first} == {flight.launch.earliest}


def test_who_shared_a_record_holds_it_alone_from_the_next_launch() -> None:
    both = vehicle("Both", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")
    again = vehicle("Again", "2021-01-01T00:00:00Z", "2021-01-03T00:00:00Z")
    shared = catalogue_of(trip(ADA, both), trip(BEA, both), trip(ADA, again))
    first, second = shared.career(ADA)
    career = Category(Kind.CAREER, WORLD)
    (together,) = records_of(shared, first, career)
    assert together.change is not None
    assert set(together.change.persons) == {ADA, BEA}
    (alone,) = records_of(shared, second, career)
    assert alone.change is not None
    assert (alone.change.persons, alone.change.passes, alone.change.stay) == (
        (ADA,),
        (BEA,),
        (ADA,),
    )
    assert alone.moment == Moment.exact(at("2021-01-01T00:00:00Z"))
    assert not records_of(shared, second, Category(Kind.FLIGHT, WORLD))  # two days are no record


def test_who_stays_up_when_the_other_holder_lands_holds_it_alone_from_then() -> None:
    up = vehicle("Up", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")
    home = vehicle("Home", "2019-12-30T00:00:00Z", "2020-01-06T00:00:00Z")
    parted = catalogue_of(trip(ADA, up), trip(BEA, up, home))
    ada, bea = parted.career(ADA)[0], parted.career(BEA)[0]
    for kind in Kind:
        first, alone = records_of(parted, ada, Category(kind, WORLD))
        assert first.change is not None
        assert first.change.is_first
        assert alone.change is not None
        assert alone.change.passes == (BEA,)
        assert str(alone.moment) == "2020-01-06T00:00:00Z"
        assert len(records_of(parted, bea, Category(kind, WORLD))) == 1


def test_who_lands_level_with_the_holder_shares_the_record_from_then() -> None:
    level = catalogue_of(
        trip(BEA, vehicle("Old", "2019-01-01T00:00:00Z", "2019-01-06T00:00:00Z")),
        trip(ADA, vehicle("New", "2020-01-01T00:00:00Z", "2020-01-06T00:00:00Z")),
    )
    (drawn,) = records_of(level, level.career(ADA)[0], Category(Kind.FLIGHT, WORLD))
    assert drawn.change is not None
    assert (drawn.change.passes, drawn.change.stay) == ((), (BEA,))
    assert str(drawn.moment) == "2020-01-06T00:00:00Z"
    (first,) = records_of(level, level.career(BEA)[0], Category(Kind.FLIGHT, WORLD))
    assert first.change is not None
    assert first.change.is_first
