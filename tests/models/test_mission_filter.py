"""Finding a mission by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.catalogue import fold
from countdown.core.moments import Instant
from countdown.models.mission_filter import MissionFilter
from countdown.models.mission_list import SOON, MissionListModel, MissionRole
from countdown.models.mission_search import Query
from tests.fakes import at, catalogue_of, person, trip, vehicle
from tests.models.announcements import Announcements

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from tests.qt_fixtures import ModelChecker

ANN = trip(person("Ann"), vehicle("Test 1", "2020-01-01T06:00:00Z", "2020-02-01T06:00:00Z"))
CY = trip(person("Cy"), vehicle("Test 3", "2020-11-01T00:00:00Z", "2020-12-01T00:00:00Z"))


class Finder:
    """A list and what is typed above it."""

    def __init__(self, catalogue: Catalogue, now: str) -> None:
        self.model = MissionListModel(catalogue, at(now))
        self.filter = MissionFilter()
        self.filter.setSourceModel(self.model)

    def find(self, typed: str) -> list[str]:
        self.filter.ask(Query(fold(typed)))
        return self.names

    def _values(self, role: MissionRole | int, *, headings: bool) -> list[str]:
        indexes = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        return [one.data(role) for one in indexes if one.data(MissionRole.IS_HEADING) is headings]

    @property
    def names(self) -> list[str]:
        return self._values(0, headings=False)

    @property
    def headings(self) -> list[str]:
        return self._values(0, headings=True)

    @property
    def counts(self) -> list[str]:
        return self._values(MissionRole.DETAIL, headings=True)

    @property
    def details(self) -> list[str]:
        return self._values(MissionRole.DETAIL, headings=False)


@pytest.fixture
def finder(catalogue: Catalogue) -> Finder:
    return Finder(catalogue, "2026-11-22T09:30:15Z")


@pytest.fixture
def small() -> Finder:
    return Finder(catalogue_of(ANN, CY, data_date="2020-12-31"), "2019-12-31")


def test_what_is_found_is_a_sound_model(finder: Finder, qtmodeltester: ModelChecker) -> None:
    finder.find("kelly")
    qtmodeltester.check(finder.filter)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("scott kelly", "Scott Kelly"),
        ("KELLY sc", "Scott Kelly"),
        ("lopez alegria", "Michael López-Alegría"),
        ("López-Alegría", "Michael López-Alegría"),
        ("lopez-a", "Michael López-Alegría"),
        ("tereshkova", "Valentina Tereshkova"),
    ],
)
def test_a_person_is_found_by_words_of_the_name(finder: Finder, typed: str, found: str) -> None:
    assert set(finder.find(typed)) == {found}


def test_everybody_is_found_by_every_spelling(catalogue: Catalogue, finder: Finder) -> None:
    spelled = [(one, alias) for one in catalogue.people.values() for alias in one.aliases]
    assert spelled
    for one, alias in spelled[::40]:
        assert one.name in finder.find(alias), alias


def test_a_vehicle_is_found_by_its_name(finder: Finder) -> None:
    assert len(finder.find("STS-107")) == 7 + 1  # the crew, and the vehicle
    assert all(name != "Scott Kelly" for name in finder.names)


def test_a_crew_is_found_by_the_vehicle_it_went_up_or_came_down_on(finder: Finder) -> None:
    up_or_down = finder.find("TMA-16M")
    assert {"Gennady Padalka", "Mikhail Kornienko", "Scott Kelly"} <= set(up_or_down)
    assert "Andreas Mogensen" in up_or_down  # came down on it
    assert "Scott Kelly" in finder.find("TMA-18M")


def test_a_planned_launch_is_found_by_its_vehicle(finder: Finder) -> None:
    assert finder.find("axiom mission 5") == ["Axiom Mission 5"]
    assert "Axiom Mission 5" in finder.find("dragon")


def test_each_flight_of_a_person_is_found(finder: Finder) -> None:
    finder.find("scott kelly")
    assert finder.details == [
        "US   Soyuz TMA-16M",
        "US   Soyuz TMA-01M",
        "US   STS-118",
        "US   STS-103",
    ]


def test_a_heading_goes_when_nothing_of_it_matches(finder: Finder) -> None:
    assert finder.headings == ["In orbit", "Upcoming", "Landed"]
    finder.find("gagarin")
    assert finder.headings == ["Landed"]
    assert finder.counts == ["1"]
    assert finder.find("nobody is called this") == []
    assert finder.headings == []
    finder.find("")
    assert finder.headings == ["In orbit", "Upcoming", "Landed"]


@pytest.mark.parametrize("typed", ["", "   ", "\t", "…", "-"])
def test_typing_nothing_to_go_by_shows_all(finder: Finder, typed: str) -> None:
    everything = finder.find("")
    assert finder.find(typed) == everything


@pytest.mark.parametrize("typed", ["\x00", "\u202e", "(", "[a-", "*", "\\", "x" * 100])
def test_odd_letters_are_only_letters(finder: Finder, typed: str) -> None:
    finder.find(typed)


def test_a_far_launch_is_hidden_unless_it_is_typed_for(small: Finder) -> None:
    assert small.names == ["Ann"]
    assert small.find("cy") == ["Cy"]
    assert small.find("") == ["Ann"]


def test_a_launch_that_comes_near_joins_the_list_by_itself(small: Finder) -> None:
    near = Instant(at("2020-11-01") - SOON)
    small.model.show(Instant(near - 1))
    assert small.names == ["Ann"]
    heard = Announcements(small.filter)
    small.model.show(near)
    assert small.names == ["Cy", "Ann"]
    assert heard.resets == 0


def test_what_was_typed_still_holds_after_a_launch_and_a_landing(small: Finder) -> None:
    assert small.find("ann") == ["Ann"]
    seen = []
    for now in ("2019-12-31", "2020-01-01T06:00:00Z", "2020-02-01T06:00:00Z"):
        small.model.show(at(now))
        seen.append((small.headings, small.counts, small.names))
    assert seen == [
        (["Upcoming"], ["1"], ["Ann"]),
        (["In orbit"], ["1"], ["Ann"]),
        (["Landed"], ["1"], ["Ann"]),
    ]


def test_a_launch_moves_rows_without_making_the_list_anew(
    finder: Finder, qtmodeltester: ModelChecker
) -> None:
    qtmodeltester.check(finder.filter)
    heard = Announcements(finder.filter)
    for now in ("2015-07-22T21:02:00Z", "2015-07-22T21:03:00Z", "1969-07-20", "2030-01-01"):
        finder.model.show(at(now))
        fresh = MissionFilter()
        fresh.setSourceModel(finder.model)
        rows = [fresh.index(row, 0).data() for row in range(fresh.rowCount())]
        assert [finder.filter.index(row, 0).data() for row in range(len(rows))] == rows
        assert finder.filter.rowCount() == len(rows)
    assert heard.resets == 0
