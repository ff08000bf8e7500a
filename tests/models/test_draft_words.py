"""What the fields of a user's mission are called, and what cannot stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.flights import PlannedLaunch
from countdown.core.own_claims import Conflict, ConflictKind
from countdown.models.draft_words import (
    add_text,
    catalogue_says,
    choices,
    conflict_words,
    field_label,
    part_hint,
    part_title,
    shown_words,
)
from countdown.models.mission_draft import FORMS, Holds, Part
from countdown.models.row_run import Run
from tests.fakes import catalogue_of, person, trip, vehicle
from tests.own import moment

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue


@pytest.mark.parametrize("part", Part)
def test_each_part_and_each_of_its_fields_has_words_of_its_own(part: Part) -> None:
    assert part_title(part)
    assert add_text(part)
    assert part_hint(part)
    labels = [field_label(part, field.name) for field in FORMS[part]]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_no_two_parts_are_called_alike() -> None:
    for words in (part_title, add_text, part_hint):
        assert len({words(part) for part in Part}) == len(Part)


@pytest.mark.parametrize("holds", [Holds.SEX, Holds.WHETHER, Holds.COUNTS])
def test_each_choice_begins_with_nothing_said(holds: Holds) -> None:
    values = dict(choices(holds))
    assert next(iter(values)) == ""
    assert len(values) >= 3


@pytest.mark.parametrize("kind", ConflictKind)
def test_every_conflict_has_words_of_its_own(kind: ConflictKind) -> None:
    words = conflict_words(Conflict(kind, 0, "flights[0]", "value", "other"))
    assert words != "This cannot stand"
    assert "{" not in words


def test_a_conflict_tells_a_moment_as_people_write_it() -> None:
    late = Conflict(ConflictKind.NOT_AFTER_LAUNCH, 0, "", "2020", "2021-01-01T12:30Z")
    assert conflict_words(late) == "That is not after the launch, 1 Jan 2021, 12:30 UTC"


def test_the_catalogue_says_when_and_on_what_a_flight_came_down(catalogue: Catalogue) -> None:
    kelly = catalogue.career(catalogue.people["scott-kelly"])[-1]
    assert catalogue_says(kelly) == {
        "landing": "2 Mar 2016, 04:25:51 UTC",
        "planned_return": "none",
        "down": "Soyuz TMA-18M",
    }


def test_the_catalogue_says_that_an_open_flight_has_no_landing() -> None:
    up = vehicle("Ark", "2029-12-01T00:00:00Z")
    facts = catalogue_of(trip(person("Ada"), up, planned="2030-03"))
    (flight,) = facts.flights
    assert catalogue_says(flight) == {
        "landing": "no landing",
        "planned_return": "March 2030",
        "down": "none",
    }
    assert catalogue_says(up) == {"landing": "no landing", "launch": "1 Dec 2029, 00:00:00 UTC"}


def test_the_catalogue_says_when_a_launch_is_planned() -> None:
    plan = PlannedLaunch("ark-2", "Ark 2", "Ark", moment("2031-03", no_earlier_than=True))
    assert catalogue_says(plan)["launch"] == "no earlier than March 2031"


@pytest.mark.parametrize(
    ("run", "among", "total", "words"),
    [
        (Run(), 3, 3, "3"),
        (Run(), 2_000, 2_000, "1–10 of 2,000"),
        (Run(1_990, 2_000), 1_995, 1_995, "1,991–1,995 of 1,995"),
        (Run(), 13, 2_000, "1–10 of 13 found"),
        (Run(), 4, 2_000, "4 found"),
        (Run(), 0, 2_000, "Nothing found"),
    ],
)
def test_a_part_says_how_many_rows_it_has_and_which_are_shown(
    run: Run, among: int, total: int, words: str
) -> None:
    assert shown_words(run, among, total) == words
