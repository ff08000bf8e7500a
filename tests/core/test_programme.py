"""What a display shows by itself, and how that is remembered."""

from __future__ import annotations

from countdown.core.programme import DisplayPage, Programme, Slide, slides_of

KELLY, PLAN = "flight scott-kelly soyuz-tma-16m", "plan axiom-mission-5"


def test_all_pages_of_one_mission_stand_in_their_order() -> None:
    programme = Programme.of_missions([KELLY])
    assert [one.page for one in programme.slides] == list(DisplayPage)
    assert programme.missions == (KELLY,)
    assert programme.seconds == 20


def test_who_is_in_orbit_is_shown_once_however_many_missions_there_are() -> None:
    programme = Programme.of_missions([KELLY, PLAN], (DisplayPage.COUNTER, DisplayPage.UP), 5)
    assert programme.slides == (
        Slide(DisplayPage.COUNTER, KELLY),
        Slide(DisplayPage.UP, KELLY),
        Slide(DisplayPage.COUNTER, PLAN),
    )
    assert programme.missions == (KELLY, PLAN)
    assert programme.pages == (DisplayPage.COUNTER, DisplayPage.UP)
    assert programme.seconds == 5


def test_slides_are_found_again_from_their_lines() -> None:
    programme = Programme.of_missions([KELLY, PLAN])
    assert programme.lines[0] == f"counter {KELLY}"
    assert slides_of(programme.lines) == programme.slides


def test_lines_that_make_no_sense_are_left_out() -> None:
    lines = ["", "counter", "moonbase person ada", "up person ada", "  ladder  person bo  "]
    assert slides_of(lines) == (
        Slide(DisplayPage.UP, "person ada"),
        Slide(DisplayPage.LADDER, "person bo"),
    )
