"""What is wrong with a file, as the user reads it."""

from __future__ import annotations

import pytest

from countdown.core.errors import Problem
from countdown.models.problem_words import MOST_TOLD, problem_words, problems_words


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (
            Problem("a.csv", 3, "launch", "2029-13-01", "is no moment; write it like 2015"),
            "Line 3, column launch, “2029-13-01”: this is no moment; write it like "
            "2015-03-27T19:42Z, 2015-03-27, 2015-03 or 2015",
        ),
        (
            Problem("a.csv", 2, "", "", "has 5 cells, not 10"),
            "Line 2: this line has 5 cells, and not 10 as the first line",
        ),
        (
            Problem("a", None, "missions[0].flights[1].up", "", "is missing"),
            "Mission 1, Flights 2, Up on: this is missing; add it",
        ),
        (
            Problem(
                "a", None, "missions[2].countries[0].colour", "", "is no field that is known here"
            ),
            "Mission 3, New countries 1, colour: there is no such field; take it away",
        ),
        (Problem("a", None, "", "", "is quite unheard of"), "Is quite unheard of"),
    ],
)
def test_a_problem_says_where_what_and_what_to_do(problem: Problem, words: str) -> None:
    assert problem_words(problem) == words


def test_what_could_hide_or_turn_the_line_round_is_shown() -> None:
    words = problem_words(Problem("a", 1, "no\u202ete", "a\nb", "is {0} like {x}"))
    assert words == "Line 1, column no\\u202ete, “a\\nb”: is {0} like {x}"


def test_of_many_problems_the_first_few_are_told() -> None:
    many = [Problem("a", number, "", "", "is there twice") for number in range(1, 10)]
    lines = problems_words(many).splitlines()
    assert lines[0] == "– Line 1: this is there twice; leave one of them"
    assert lines[MOST_TOLD:] == ["and 5 more"]
    assert problems_words(many[:1]).count("\n") == 0
