"""A small window's place: wholly on screen, the same again, and back after a screen has shrunk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from countdown.core.boxes import (
    Box,
    anchor,
    corner,
    free_place,
    nearest,
    next_edge,
)
from countdown.services.places import Place, Places, find_place, place_line, screen_key
from countdown.services.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


KEY = "flight scott-kelly soyuz-tma-16m"
SIZE = (360, 132)

areas = st.builds(
    Box, st.integers(-4000, 4000), st.integers(-4000, 4000),
    st.integers(400, 4000), st.integers(200, 3000),
)  # fmt: skip
windows = st.builds(
    Box, st.integers(-9000, 9000), st.integers(-9000, 9000),
    st.integers(1, 5000), st.integers(1, 4000),
)  # fmt: skip


def is_inside(box: Box, area: Box) -> bool:
    return (
        area.left <= box.left
        and area.top <= box.top
        and box.right <= area.right
        and box.bottom <= area.bottom
    )


@given(window=windows, area=areas, other=areas)
def test_it_is_always_wholly_inside_the_work_area(window: Box, area: Box, other: Box) -> None:
    placed = anchor(window, area).box(other)
    assert is_inside(placed, other)
    if window.width <= other.width and window.height <= other.height:
        assert placed[2:] == window[2:]


@given(window=windows, area=areas)
def test_on_the_same_screen_it_is_put_back_exactly(window: Box, area: Box) -> None:
    inside = window.within(area)
    assert anchor(inside, area).box(area) == inside


@given(window=windows, area=areas, smaller=areas)
def test_when_a_screen_has_shrunk_and_grown_it_is_where_it_was(
    window: Box, area: Box, smaller: Box
) -> None:
    inside = window.within(area)
    kept = anchor(inside, area)
    kept.box(smaller)
    assert kept.box(area) == inside


@given(area=areas, larger=areas, right=st.booleans(), bottom=st.booleans())
def test_in_a_corner_it_stays_in_that_corner(
    area: Box, larger: Box, right: bool, bottom: bool
) -> None:
    assume(area.width > 2 * SIZE[0] and area.height > 2 * SIZE[1])
    box = corner(SIZE, area, right=right, bottom=bottom)
    assert anchor(box, area).box(larger) == corner(SIZE, larger, right=right, bottom=bottom)


@given(area=areas, count=st.integers(1, 12))
def test_a_new_window_covers_no_other_while_there_is_room(area: Box, count: int) -> None:
    taken: list[Box] = []
    for _ in range(count):
        place = free_place(SIZE, area, taken)
        assert is_inside(place, area)
        taken.append(place)
    columns, rows = (area.width - 24) // (SIZE[0] + 24), (area.height - 24) // (SIZE[1] + 24)
    alone = min(count, max(1, columns) * max(1, rows))
    assert not any(one.overlap(other) for n, one in enumerate(taken[:alone]) for other in taken[:n])


def test_the_first_one_is_at_the_bottom_right() -> None:
    area = Box(0, 0, 1280, 800)
    first = free_place(SIZE, area, [])
    assert first == (896, 644, 360, 132)
    assert free_place(SIZE, area, [first]) == (896, 488, 360, 132)


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ((500, 300), (1, 0), (640, 300)),
        ((640, 300), (1, 0), (1000, 300)),  # over to the other screen
        ((1000, 300), (1, 0), (1640, 300)),
        ((1640, 300), (1, 0), (1640, 300)),
        ((1000, 300), (-1, 0), (640, 300)),
        ((500, 300), (0, -1), (500, 0)),
        ((500, 300), (0, 1), (500, 668)),
        ((500, 668), (0, 1), (500, 668)),
    ],
)
def test_a_key_leads_to_the_next_edge(
    start: tuple[int, int], way: tuple[int, int], end: tuple[int, int]
) -> None:
    screens = [Box(0, 0, 1000, 800), Box(1000, 0, 1000, 800)]
    assert next_edge(Box(*start, *SIZE), *way, screens) == Box(*end, *SIZE)


def test_a_window_belongs_to_the_screen_that_has_most_of_it_or_is_nearest() -> None:
    screens = [Box(0, 0, 1000, 800), Box(1000, 0, 1000, 800)]
    assert nearest(Box(700, 0, *SIZE), screens) == 0
    assert nearest(Box(900, 0, *SIZE), screens) == 1
    assert nearest(Box(2500, 100, *SIZE), screens) == 1
    assert nearest(Box(-900, -900, *SIZE), screens) == 0


@given(window=windows, area=areas, screen=st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_place_is_found_again_by_its_line(window: Box, area: Box, screen: str) -> None:
    assume(len(screen.splitlines()) < 2)
    place = Place(screen, anchor(window, area))
    assert find_place(place_line(place)) == place


@pytest.mark.parametrize(
    "line",
    [
        "",
        "right 24 bottom 24 360 132",
        "right 24 below 24 360 132 screen",
        "near 24 bottom 24 360 132 screen",
        "right 24 bottom 24 0 132 screen",
        "right 24 bottom 24 360 -132 screen",
        "right 24 bottom 24 360 99999999 screen",
        "right x bottom 24 360 132 screen",
    ],
)
def test_nonsense_is_no_place(line: str) -> None:
    assert find_place(line) is None


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(Settings(tmp_path / "settings.ini"))


def primary() -> str:
    return screen_key(QGuiApplication.primaryScreen())


def test_it_is_remembered_for_the_next_start(places: Places, tmp_path: Path) -> None:
    box = Box(100, 90, *SIZE)
    places.keep(KEY, box)
    places.write(KEY)
    again = Places(Settings(tmp_path / "settings.ini"))
    assert again.find(KEY, SIZE) == box
    assert again.find("another", SIZE) != box


def test_a_screen_that_is_gone_keeps_its_place_until_it_is_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    gone = Place("LG|27UK|123", anchor(Box(10, 20, *SIZE), Box(0, 0, 3840, 2160)))
    here = Place(primary(), anchor(Box(30, 40, *SIZE), Box(0, 0, 800, 800)))
    settings.set_places(KEY, "\n".join(map(place_line, (gone, here))))
    assert Places(settings).find(KEY, SIZE)[:2] == (30, 40)
    settings.set_places(KEY, place_line(gone))
    places = Places(settings)
    assert places.find(KEY, SIZE)[:2] == (10, 20)  # as there, on the first screen
    places.keep(KEY, Box(50, 60, *SIZE))
    places.write(KEY)
    assert settings.places(KEY).splitlines()[1] == place_line(gone)


def test_damaged_lines_are_passed_over(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set_places(KEY, "nonsense\n\x00")
    places = Places(settings)
    assert places.find(KEY, SIZE) == free_place(SIZE, places.areas()[0], [])
