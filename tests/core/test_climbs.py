"""Crossings: where a scan by the second finds them, and within what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from countdown.core.climbs import climb
from countdown.core.moments import DAY, Instant
from countdown.core.records import Kind
from tests.recount import Passing, exact_seconds, scan, total
from tests.strategies import BASE, LONG_AND_VAGUE, SHORT, catalogues, exact_choices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hypothesis.strategies import DataObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.climbs import Climb, Crossing
    from countdown.core.flights import Flight
    from countdown.core.records import Category

SCANNED_UNTIL = Instant(BASE + 3_000)


def climbs_of(catalogue: Catalogue, flight: Flight) -> Iterator[Climb]:
    for category in catalogue.records.categories_of((flight,)):
        yield climb(catalogue, flight, category)


def crossings_of(path: Climb, flight: Flight) -> list[Crossing]:
    """All crossings from the launch to the known return, one after the other."""
    ending = flight.known_return
    end = SCANNED_UNTIL if ending is None else min(SCANNED_UNTIL, ending.earliest)
    found = []
    now = flight.launch.earliest
    while (crossing := path.next_place(now)) is not None and crossing.met < end:
        found.append(crossing)
        now = Instant(crossing.met + 1)
    return found


def as_seen(crossing: Crossing) -> Passing:
    names = sorted(one.id for one in crossing.passes)
    return Passing(crossing.met, tuple(names), crossing.rank_after)


@given(catalogues(SHORT))
def test_crossings_are_where_a_scan_by_the_second_finds_them(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        for path in climbs_of(catalogue, flight):
            crossings = crossings_of(path, flight)
            expected = scan(catalogue, flight, path.category, SCANNED_UNTIL)
            assert [as_seen(one) for one in crossings] == expected
            for one in crossings:
                assert one.at == one.met == one.at_latest
                assert one.mark_seconds == one.mark_seconds_max


@given(catalogues(SHORT))
def test_the_record_is_the_crossing_after_which_nobody_is_ahead(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        for path in climbs_of(catalogue, flight):
            expected = scan(catalogue, flight, path.category, SCANNED_UNTIL)
            records = [one for one in expected if one.rank_after == 1]
            assert len(records) <= 1
            if records:
                assert path.record is not None
                assert path.record.is_record
                assert as_seen(path.record) == records[0]


@given(catalogues(SHORT))
def test_the_first_ten_places_are_all_named_and_the_record_is_last(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        for path in climbs_of(catalogue, flight):
            every = crossings_of(path, flight)
            top = [one for one in path.top_places if one in every]
            assert top == [one for one in every if one.rank_after <= 10]


@given(catalogues(SHORT))
def test_in_the_second_after_a_crossing_the_rank_is_the_one_foretold(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        for path in climbs_of(catalogue, flight):
            for one in crossings_of(path, flight):
                following = path.next_place(Instant(one.met + 1))
                if following is not None and following.met == one.met + 1:
                    continue  # level with the next already, and sharing that rank
                rank = catalogue.records.rank(path.category, flight.person, Instant(one.at + 1))
                assert rank is not None
                assert rank.rank == one.rank_after


@given(catalogues(SHORT))
def test_the_mark_is_what_the_flyer_has_at_the_crossing(catalogue: Catalogue) -> None:
    for flight in catalogue.flights:
        for path in climbs_of(catalogue, flight):
            counted = [flight]
            if path.category.kind is Kind.CAREER:
                counted = [
                    one
                    for one in catalogue.career_in(flight.person, path.category)
                    if one.number <= flight.number
                ]
            for one in crossings_of(path, flight):
                assert one.mark_seconds == exact_seconds(counted, one.at)


def passed_at(mine: Sequence[Flight], his: Sequence[Flight]) -> int | None:
    """When the last of ``mine`` meets ``his``, where every instant is exact.

    None where it does not, or never had to. While somebody is up nobody gains on them, so the
    instant can be found by halving.
    """

    def lead(now: int) -> int:
        return exact_seconds((*mine[:-1], open_end), now) - exact_seconds(his, now)

    open_end = mine[-1]._replace(landing=None, planned_return=None)
    first = int(open_end.launch.earliest)
    last = first + 800 * DAY
    if lead(first) >= 0 or lead(last) <= 0:
        return None
    while last - first > 1:
        middle = (first + last) // 2
        first, last = (middle, last) if lead(middle) <= 0 else (first, middle)
    return first


def rivals_of(
    catalogue: Catalogue, flight: Flight, category: Category
) -> tuple[list[Flight], list[tuple[Flight, ...]]]:
    """The flights that the climber's counter adds up, and those of each other row."""
    mine = [flight]
    if category.kind is Kind.CAREER:
        career = catalogue.career_in(flight.person, category)
        mine = [one for one in career if one.number <= flight.number]
    rows = [row.flights for row in catalogue.records.rows(category)]
    return mine, [
        one
        for one in rows
        if flight not in one
        and not (category.kind is Kind.CAREER and one[0].person == flight.person)
    ]


@given(catalogues(LONG_AND_VAGUE), st.data())
def test_a_crossing_holds_that_of_every_exact_choice(
    catalogue: Catalogue, data: DataObject
) -> None:
    choice = data.draw(exact_choices(catalogue))
    flight = data.draw(st.sampled_from(catalogue.flights))
    exact = choice.career(flight.person)[flight.number - 1]
    for category in catalogue.records.categories_of((flight,)):
        if category.kind is Kind.FLIGHT:
            continue
        mine, rivals = rivals_of(choice, exact, category)
        met = {one[0].person.id: passed_at(mine, one) for one in rivals}
        path = climb(catalogue, flight, category)
        now = flight.launch.earliest
        while (crossing := path.next_place(now)) is not None and not crossing.is_record:
            for rival in crossing.passes:
                when = met[rival.id]
                assert when is None or crossing.at <= when <= crossing.at_latest
            now = Instant(crossing.met + 1)


@given(catalogues(LONG_AND_VAGUE), st.data())
def test_a_record_holds_the_last_passing_of_every_exact_choice(
    catalogue: Catalogue, data: DataObject
) -> None:
    """For each choice that leaves in front at launch who is in front by the low ends."""
    choice = data.draw(exact_choices(catalogue))
    flight = data.draw(st.sampled_from(catalogue.flights))
    exact = choice.career(flight.person)[flight.number - 1]
    for category in catalogue.records.categories_of((flight,)):
        record = climb(catalogue, flight, category).record
        if record is None:
            continue
        mine, rivals = rivals_of(choice, exact, category)
        former, others = rivals_of(catalogue, flight, category)
        begin = flight.launch.latest
        behind = [
            place
            for place, one in enumerate(others)
            if total(catalogue, one, begin) <= total(catalogue, former, begin)
        ]
        met = [passed_at(mine, one) for one in rivals]
        known = [when for when in met if when is not None]
        if known and not any(met[place] for place in behind):
            assert record.at <= max(known) <= record.at_latest
