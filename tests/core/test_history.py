"""The history of records, against a recount of who has the most, and against what was published."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countdown.core.history import history
from countdown.core.moments import DAY, Instant, Moment, iso
from countdown.core.records import Category, Kind
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.recount import contenders, ranking, total
from tests.strategies import BASE, LONG_AND_VAGUE, SHORT, catalogues, instants

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DataObject

    from countdown.core.catalogue import Catalogue
    from countdown.core.history import Change

WORLD_CAREER = Category(Kind.CAREER, "world")
WORLD_FLIGHT = Category(Kind.FLIGHT, "world")
FIRST = Instant(BASE - 100)


def every_category(catalogue: Catalogue) -> list[Category]:
    scopes = ("world", "women", *catalogue.records.countries)
    return [Category(kind, scope) for kind in Kind for scope in scopes]


def names(change: Change) -> tuple[set[str], set[str]]:
    return {one.id for one in change.persons}, {one.id for one in change.passes}


def told(changes: Sequence[Change]) -> list[tuple[str, list[str], list[str], int]]:
    """The changes as short as a test can state them."""
    return [
        (iso(one.at), [who.id for who in one.persons], [who.id for who in one.passes], days)
        for one in changes
        for days in (one.mark_seconds // DAY,)
    ]


def holders_after(changes: Sequence[Change], now: int) -> set[str]:
    """Who hold the record in the moment after ``now``, as the history tells it."""
    begun = [one for one in changes if one.at <= now]
    return names(begun[-1])[0] if begun else set()


def foremost_after(catalogue: Catalogue, category: Category, now: int) -> set[str]:
    """Who have the most half a second after ``now``; edges fall on whole seconds alone."""
    figures = [
        (sum(total(catalogue, row, now + second)[0] for second in (0, 1)), row[0].person.id)
        for row in contenders(catalogue, category, now)
    ]
    most = max((figure for figure, _ in figures), default=0)
    return {who for figure, who in figures if figure == most and most}


def turning_points(catalogue: Catalogue, changes: Sequence[Change]) -> list[int]:
    edges = {edge for one in catalogue.flights for edge in (one.launch.earliest, one.stop.earliest)}
    return sorted(
        {near for edge in edges | {one.at for one in changes} for near in (edge - 1, edge)}
    )


@given(catalogues(SHORT), st.lists(instants(SHORT), max_size=20))
def test_the_holders_are_those_whom_a_recount_ranks_first(
    catalogue: Catalogue, moments: list[int]
) -> None:
    for category in every_category(catalogue):
        changes = history(catalogue, category)
        for now in (*turning_points(catalogue, changes), *moments):
            assert holders_after(changes, now) == foremost_after(catalogue, category, now)


@given(catalogues(SHORT))
def test_at_the_change_all_of_them_have_the_mark_and_it_is_passed_in_the_second_after(
    catalogue: Catalogue,
) -> None:
    for category in every_category(catalogue):
        for one in history(catalogue, category):
            assert one.at == one.at_latest
            assert one.mark_seconds == one.mark_seconds_max
            most: dict[str, list[int]] = {}
            for row in contenders(catalogue, category, one.at):
                had = total(catalogue, row, one.at)[0]
                most.setdefault(row[0].person.id, []).append(had)
            assert {one.mark_seconds} == {
                max(most[who.id]) for who in (*one.persons, *one.passes)
            } | {max(had for figures in most.values() for had in figures)}


@given(catalogues(SHORT))
def test_who_is_passed_held_the_record_and_nobody_is_named_without_a_change(
    catalogue: Catalogue,
) -> None:
    for category in every_category(catalogue):
        changes = [names(one) for one in history(catalogue, category)]
        if changes:
            assert not changes[0][1]
        for (before, _), (after, passed) in pairwise(changes):
            if before == after or passed & after:  # one's own former best, as a flight
                assert category.kind is Kind.FLIGHT
                assert passed & after
            assert before - after <= passed <= before


@given(catalogues(SHORT), st.data())
def test_what_came_by_an_instant_is_where_the_whole_history_is_cut(
    catalogue: Catalogue, data: DataObject
) -> None:
    for category in every_category(catalogue):
        whole = history(catalogue, category)
        until = Instant(
            data.draw(instants(SHORT) | st.sampled_from([FIRST, *(o.at for o in whole)]))
        )
        assert history(catalogue, category, until) == tuple(o for o in whole if o.at <= until)


@settings(max_examples=60)
@given(catalogues(LONG_AND_VAGUE), st.lists(instants(LONG_AND_VAGUE), min_size=5, max_size=40))
def test_outside_what_is_not_known_the_least_figures_say_who_holds_it(
    catalogue: Catalogue, moments: list[int]
) -> None:
    for category in every_category(catalogue):
        changes = history(catalogue, category)
        for now in moments:
            places = ranking(catalogue, category, now)
            first = {one.person for one in places if one.seconds == places[0].seconds}
            unsure = any(one.at <= now <= one.at_latest for one in changes)
            if places and places[0].seconds and not unsure:
                assert holders_after(changes, now) == first


ANNA, BORIS, CAROL = person("Anna"), person("Boris"), person("Carol")
TEN_DAYS = vehicle("Ten days", "2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z")


def test_who_lands_with_the_very_same_time_shares_the_record_and_passes_nobody() -> None:
    level = vehicle("Level", "2021-01-01T00:00:00Z", "2021-01-11T00:00:00Z")
    changes = history(catalogue_of(trip(ANNA, TEN_DAYS), trip(BORIS, level)), WORLD_FLIGHT)
    assert told(changes)[1:] == [("2021-01-11T00:00:00Z", ["anna", "boris"], [], 10)]


def test_a_joint_holder_who_flies_again_leaves_the_other_behind_at_launch() -> None:
    again = vehicle("Again", "2021-01-01T00:00:00Z", "2021-01-02T00:00:00Z")
    trips = (trip(ANNA, TEN_DAYS), trip(BORIS, TEN_DAYS), trip(BORIS, again))
    changes = history(catalogue_of(*trips), WORLD_CAREER)
    assert told(changes)[1:] == [("2021-01-01T00:00:00Z", ["boris"], ["anna"], 10)]


def test_crewmates_pass_together_and_who_stays_up_longer_holds_it_alone() -> None:
    up = vehicle("Up", "2021-01-01T00:00:00Z", "2021-02-01T00:00:00Z")
    later = vehicle("Later", "2021-01-20T00:00:00Z", "2021-03-01T00:00:00Z")
    trips = (trip(ANNA, TEN_DAYS), trip(BORIS, up), trip(CAROL, up, later))
    changes = history(catalogue_of(*trips), WORLD_FLIGHT)
    assert told(changes)[1:] == [
        ("2021-01-11T00:00:00Z", ["boris", "carol"], ["anna"], 10),
        ("2021-02-01T00:00:00Z", ["carol"], ["boris"], 31),
    ]


def test_ones_own_former_best_is_passed_only_as_a_flight() -> None:
    longer = vehicle("Longer", "2021-01-01T00:00:00Z", "2021-01-21T00:00:00Z")
    catalogue = catalogue_of(trip(ANNA, TEN_DAYS), trip(ANNA, longer))
    assert len(history(catalogue, WORLD_CAREER)) == 1
    own = ("2021-01-11T00:00:00Z", ["anna"], ["anna"], 10)
    assert told(history(catalogue, WORLD_FLIGHT))[1:] == [own]


def test_drawing_level_with_oneself_makes_nobody_a_holder() -> None:
    level = vehicle("Level", "2021-01-01T00:00:00Z", "2021-01-11T00:00:00Z")
    catalogue = catalogue_of(trip(ANNA, TEN_DAYS), trip(ANNA, level))
    assert len(history(catalogue, WORLD_FLIGHT)) == 1


@pytest.mark.parametrize(("days", "records"), [(365, 1), (364, 2)])
def test_an_open_flight_sets_no_record_beyond_the_day_it_is_believed(
    days: int, records: int
) -> None:
    landing = iso(Instant(at("2020-01-01") + (days + 10) * DAY))
    old = vehicle("Old", "2020-01-01T00:00:00Z", landing)
    still_up = vehicle("Still up", "2029-12-22T00:00:00Z")
    catalogue = catalogue_of(trip(ANNA, old), trip(BORIS, still_up), data_date="2030-01-01")
    changes = history(catalogue, WORLD_FLIGHT)
    passed = [one for one in changes if one.passes]
    assert len(passed) == records - 1
    assert all(one.at < at("2031-01-01") for one in passed)


def test_a_record_is_as_uncertain_as_the_landing_that_set_the_mark() -> None:
    vague = vehicle("Vague", "2020-01-01T00:00:00Z", "2020-01-11")
    longer = vehicle("Longer", "2021-01-01T00:00:00Z", "2021-03-01T00:00:00Z")
    changes = history(catalogue_of(trip(ANNA, vague), trip(BORIS, longer)), WORLD_CAREER)
    last = changes[-1]
    assert (last.at, last.at_latest) == (at("2021-01-11"), at("2021-01-12"))
    assert (last.mark_seconds, last.mark_seconds_max) == (10 * DAY, 11 * DAY)


def test_a_joint_record_is_parted_when_the_other_may_have_landed() -> None:
    up = vehicle("Up", "2020-01-01T00:00:00Z", "2020-02-01")
    later = vehicle("Later", "2020-01-20T00:00:00Z", "2020-03-01T00:00:00Z")
    last = history(catalogue_of(trip(ANNA, up), trip(BORIS, up, later)), WORLD_FLIGHT)[-1]
    assert names(last) == ({"boris"}, {"anna"})
    assert (last.at, last.at_latest) == (at("2020-02-01"), at("2020-02-02"))
    assert (last.mark_seconds, last.mark_seconds_max) == (31 * DAY, 32 * DAY)


class Published(NamedTuple):
    """A change of holder as a source states it."""

    category: str
    scope: str
    date: str
    holders: str
    passes: str
    source: str
    difference: str

    def is_of(self, change: Change) -> bool:
        """Whether the same people are the holders, past the same people."""
        stated = (set(self.holders.split(",")), set(filter(None, self.passes.split(","))))
        return stated == names(change)

    def agrees_with(self, change: Change) -> bool:
        day = Moment.parse(self.date)
        return self.is_of(change) and change.at < day.latest and day.earliest <= change.at_latest


def published() -> list[Published]:
    text = Path(__file__).with_name("published_records.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    header, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    assert tuple(header) == Published._fields
    return [Published(*row) for row in rows]


CHAINS = [(kind, scope) for kind in Kind for scope in ("world", "women", "US")]


@pytest.mark.parametrize(("kind", "scope"), CHAINS)
def test_the_chain_of_holders_is_the_published_one_but_for_differences_that_are_explained(
    catalogue: Catalogue, kind: Kind, scope: str
) -> None:
    changes = history(catalogue, Category(kind, scope), catalogue.data_date.earliest)
    stated = [one for one in published() if (one.category, one.scope) == (kind, scope)]
    at_odds = [one for one in stated if not any(one.agrees_with(change) for change in changes)]
    assert at_odds == [one for one in stated if one.difference]
    assert [change for change in changes if not any(one.is_of(change) for one in stated)] == []


def test_the_published_changes_are_at_least_forty_and_each_names_its_source(
    catalogue: Catalogue,
) -> None:
    stated = published()
    assert {(one.category, one.scope) for one in stated} == set(CHAINS)
    dated = [one for one in stated if not one.source.startswith("reckoned")]
    assert min(len(dated), len({one[:2] + one[3:5] for one in stated})) >= 40
    assert all(one.source for one in stated)
    named = {who for one in stated for who in f"{one.holders},{one.passes}".split(",") if who}
    assert named <= set(catalogue.people)
