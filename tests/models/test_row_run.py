"""Which rows of a long form are in sight."""

from __future__ import annotations

from countdown.models.row_run import Run, first_run


def test_there_is_room_for_ten_from_the_first() -> None:
    for total in (0, 3, 10, 2_000):
        assert Run().among(total) == (0, 10)


def test_of_many_parts_fewer_rows_each_are_shown_at_first() -> None:
    assert [first_run(parts).last for parts in (0, 1, 4, 5, 9)] == [10, 10, 10, 8, 4]


def test_what_is_in_sight_already_moves_nothing() -> None:
    assert Run(10, 20).with_place(19) == (10, 20)


def test_the_next_ten_join_and_then_the_first_ones_leave() -> None:
    longer = Run().with_place(10)
    assert longer == (0, 20)
    assert longer.with_place(20) == (10, 30)


def test_the_ten_before_join_and_then_the_last_ones_leave() -> None:
    longer = Run(1_500, 1_510).with_place(1_499)
    assert longer == (1_490, 1_510)
    assert longer.with_place(1_489) == (1_480, 1_500)
    assert Run(4, 14).with_place(3) == (0, 14)


def test_a_row_far_away_is_shown_among_its_ten() -> None:
    assert Run().with_place(1_503) == (1_500, 1_510)
    assert Run(1_500, 1_510).with_place(7) == (0, 10)


def test_those_before_come_where_the_last_ones_are_gone() -> None:
    assert Run(1_500, 1_510).among(1_505) == (1_495, 1_505)
    assert Run(1_490, 1_510).among(1_505) == (1_485, 1_505)
    assert Run(1_500, 1_510).among(4) == (0, 10)
