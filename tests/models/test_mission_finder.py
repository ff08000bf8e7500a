"""A mission found by typing: a person, a flight, a launch that is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.models.mission_finder import MissionFinder
from countdown.services.memory import mission_key

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue


def test_a_name_finds_the_person_and_then_the_flights(catalogue: Catalogue) -> None:
    found = MissionFinder(catalogue).matching("kelly scott")
    assert [one.label for one in found] == [
        "Scott Kelly · present or last flight",
        "Scott Kelly · Soyuz TMA-16M",
        "Scott Kelly · Soyuz TMA-01M",
        "Scott Kelly · STS-118",
        "Scott Kelly · STS-103",
    ]


def test_what_is_offered_is_what_is_meant(catalogue: Catalogue) -> None:
    finder = MissionFinder(catalogue)
    for typed in ("kelly", "axiom", "whitson", "tma-16m"):
        for one in finder.matching(typed):
            mission = finder.mission(one.label.upper())
            assert mission is not None
            assert mission_key(mission) == mission_key(one.mission)


def test_part_of_a_name_is_nobody_yet(catalogue: Catalogue) -> None:
    assert MissionFinder(catalogue).mission("scott") is None
