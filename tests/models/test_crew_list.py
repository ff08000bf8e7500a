"""Crews as rows: sound models, and ordinary seconds that change figures alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from countdown.core.crews import common_length, crew_of, emptiness, who_is_up
from countdown.core.moments import Instant
from countdown.models import crew_phrases
from countdown.models.crew_list import CrewListModel, CrewRole, UpListModel
from tests.fakes import at
from tests.models.announcements import Announcements

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import ModelChecker

NOON = at("2015-10-16T12:00:00Z")


def shown(catalogue: Catalogue, now: Instant) -> UpListModel:
    model = UpListModel()
    stations = who_is_up(catalogue, now)
    model.show_stations(stations, common_length(catalogue.in_orbit(now), now), now)
    return model


def test_all_in_orbit_are_a_sound_model(catalogue: Catalogue, qtmodeltester: ModelChecker) -> None:
    model = shown(catalogue, NOON)
    qtmodeltester.check(model)
    model.show_nobody(emptiness(catalogue, at("1962-01-01")), at("1962-01-01"))
    qtmodeltester.check(model)


def test_a_crew_is_a_sound_model(catalogue: Catalogue, qtmodeltester: ModelChecker) -> None:
    model = CrewListModel()
    for name in ("soyuz-tma-16m", "sts-107", "soyuz-ms-29"):
        model.show_crew(crew_of(catalogue, catalogue.vehicles[name]), NOON)
        qtmodeltester.check(model)


def test_a_listener_hears_who_and_how_long(catalogue: Catalogue) -> None:
    model = shown(catalogue, NOON)
    heard = [
        str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]
    assert any(one.startswith("Scott Kelly") and "202 days" in one for one in heard)


def test_an_ordinary_second_changes_figures_alone(catalogue: Catalogue) -> None:
    model = shown(catalogue, NOON)
    heard = Announcements(model)
    now = Instant(NOON + 1)
    stations = who_is_up(catalogue, now)
    model.show_stations(stations, common_length(catalogue.in_orbit(now), now), now)
    assert heard.roles == {CrewRole.FIGURE}
    assert not heard.resets


@pytest.mark.parametrize(
    ("vehicle", "words"),
    [
        ("sts-107", "The crew died in flight, 1 February 2003"),
        ("soyuz-1", "Vladimir Komarov died in flight, 24 April 1967"),
    ],
)
def test_of_who_died_only_the_facts_are_said(
    catalogue: Catalogue, vehicle: str, words: str
) -> None:
    crew = crew_of(catalogue, catalogue.vehicles[vehicle])
    assert crew_phrases.vehicle_state(crew, at("2020-01-01")) == words
