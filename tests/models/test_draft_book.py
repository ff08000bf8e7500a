"""All that can be done with the missions that are typed, and what is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.own_missions import VehicleCorrection
from countdown.models.draft_book import DraftBook
from countdown.models.mission_draft import Part
from tests.fakes import RU, FakeClock, catalogue_of, person, trip, vehicle
from tests.own import many_flights, moment, own_mission

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OLEG = person("Oleg")
ARK = vehicle("Ark", "2020-01-01T00:00:00Z", "2020-04-10T00:00:00Z")
FACTS = catalogue_of(trip(OLEG, ARK, country=RU))
LATER = own_mission(
    "later", vehicle_corrections=(VehicleCorrection("ark", landing=moment("2020-04-12")),)
)
MOON, MARS = own_mission("moon"), own_mission("mars")


@pytest.fixture
def book() -> DraftBook:
    made = DraftBook(FACTS, FakeClock("2026-11-22T23:30:00Z"))
    made.start([MOON, LATER, MARS])
    return made


def titles(book: DraftBook) -> list[str]:
    return [one.title for one in book.drafts]


def open_title(book: DraftBook) -> str:
    return book.draft.title if book.draft is not None else ""


def test_what_is_kept_is_no_change(book: DraftBook) -> None:
    assert book.unsaved() == ()
    assert book.gone() == []
    assert not book.has_changes
    assert book.stated() == (MOON, LATER, MARS)


def test_what_is_typed_is_stated_today_and_then_kept(book: DraftBook) -> None:
    book.head("title", "To the Moon")
    (changed,) = book.to_keep()
    assert (changed.id, changed.title, str(changed.stated_on)) == (
        "moon",
        "To the Moon",
        "2026-11-22",
    )
    book.mark_kept([changed])
    assert not book.has_changes
    assert book.kept["moon"] == changed


def test_who_types_it_back_has_changed_nothing(book: DraftBook) -> None:
    for title in ("Mo", "Moon"):
        book.head("title", title)
    assert not book.has_changes
    book.history.undo()
    assert not book.history.can_undo


def test_the_next_mission_is_opened_when_one_is_deleted(book: DraftBook) -> None:
    book.delete()
    assert open_title(book) == "Later"
    book.history.open(book.drafts[-1].key)
    book.delete()
    assert open_title(book) == "Later"
    book.delete()
    assert open_title(book) == ""
    assert book.gone() == ["moon", "later", "mars"]
    for _ in range(3):
        book.history.undo()
    assert titles(book) == ["Moon", "Later", "Mars"]
    assert not book.has_changes


def test_a_copy_has_an_id_of_its_own_once_it_is_kept(book: DraftBook) -> None:
    book.duplicate()
    assert titles(book)[-1] == "Moon (copy)"
    changed = book.to_keep()
    assert [one.id for one in changed] == ["moon-copy"]
    book.mark_kept(changed)
    book.head("title", "The far side")
    assert [one.id for one in book.unsaved()] == ["moon-copy"]


def test_whom_somebody_flew_for_is_filled_in_and_never_replaced(book: DraftBook) -> None:
    key = book.add(Part.FLIGHTS)
    book.edit(key, "person", "=oleg")
    assert book.draft is not None
    assert book.draft.of(Part.FLIGHTS)[0].value("country") == "RU"
    book.edit(key, "country", "US")
    book.edit(key, "person", "=oleg")
    assert book.draft.of(Part.FLIGHTS)[0].value("country") == "US"


def test_a_person_is_made_of_a_name_and_referred_to_in_one_step(book: DraftBook) -> None:
    flight = book.add(Part.FLIGHTS)
    made = book.make(flight, "person", Part.PEOPLE, "Jane Doe")
    assert book.draft is not None
    assert book.draft.of(Part.FLIGHTS)[0].value("person") == f"~{made}"
    book.history.undo()
    assert book.draft.of(Part.PEOPLE) == ()
    assert book.draft.of(Part.FLIGHTS)[0].value("person") == ""


def test_trouble_is_gone_through_in_turn_from_the_mission_that_is_open(book: DraftBook) -> None:
    book.new()
    book.new()
    first, second = (one.key for one in book.drafts[-2:])
    found = book.next_trouble(None)
    assert found == (second, "title")
    assert book.next_trouble(found) == (first, "title")
    book.head("title", "Venus")
    assert book.next_trouble((second, "title")) == (first, "title")
    book.history.open(first)
    book.head("title", "Pluto")
    assert book.next_trouble(found) is None


def test_every_change_is_told_once_it_is_checked(book: DraftBook) -> None:
    heard: list[int] = []
    book.changed.connect(lambda: heard.append(book.troubles))
    book.new()
    book.head("title", "Venus")
    book.history.undo()
    assert heard == [1, 0, 1]


def test_who_goes_up_on_a_launch_of_ones_own_comes_down_on_it_once_it_lands(
    book: DraftBook,
) -> None:
    book.new()
    ship, flight = book.add(Part.VEHICLES), book.add(Part.FLIGHTS)
    book.edit(flight, "up", f"~{ship}")
    assert ways_down(book) == [""]
    book.edit(ship, "landing", "2")
    book.edit(ship, "landing", "2027")
    assert ways_down(book) == [f"~{ship}"]
    book.edit(ship, "landing", "")
    assert ways_down(book) == [""]
    book.edit(ship, "landing", "2027")
    book.edit(flight, "down", "")  # stays up
    book.edit(ship, "landing", "2027-03")
    assert ways_down(book) == [""]
    late = book.add(Part.FLIGHTS)
    book.edit(late, "up", f"~{ship}")
    assert ways_down(book) == ["", f"~{ship}"]


def ways_down(book: DraftBook) -> list[str]:
    assert book.draft is not None
    return [row.value("down") for row in book.draft.of(Part.FLIGHTS)]


def test_undo_says_in_which_row_something_is_other_again(book: DraftBook) -> None:
    keys = [book.add(Part.FLIGHTS) for _ in range(3)]
    book.edit(keys[1], "up", "Ark")
    assert book.undo() == keys[1]
    assert book.redo() == keys[1]
    book.remove(keys[0])
    assert book.undo() == keys[0]
    assert book.redo() is None  # it is gone
    book.new()
    assert book.undo() is None


def test_a_long_mission_is_checked_when_typing_stops_or_somebody_asks() -> None:
    made = DraftBook(FACTS, FakeClock("2026-11-22T23:30:00Z"))
    made.start([many_flights(400)])
    heard: list[str] = []
    made.changed.connect(lambda: heard.append("changed"))
    made.typed.connect(lambda: heard.append("typed"))
    assert made.draft is not None
    flight = made.draft.of(Part.FLIGHTS)[300]
    made.edit(flight.key, "up", "Nowhere")
    assert heard == ["typed"]
    assert list(made.findings[made.draft.key].troubles) == ["flights[300].up"]
    made.tell()
    made.add(Part.FLIGHTS)
    assert heard == ["typed", "changed", "changed"]


def test_typing_is_told_once_it_has_stopped(qtbot: QtBot) -> None:
    made = DraftBook(FACTS, FakeClock("2026-11-22T23:30:00Z"))
    made.start([many_flights(400)])
    with qtbot.waitSignal(made.changed):
        for title in ("Th", "The", "The school"):
            made.head("title", title)
    assert [one.title for one in made.unsaved()] == ["The school"]
