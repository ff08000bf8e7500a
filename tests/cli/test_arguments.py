"""Which words are options, which are commands, and which are missions to open."""

from __future__ import annotations

import pytest

from countdown.cli.arguments import parse


@pytest.mark.parametrize(
    ("words", "missions"),
    [
        ("", []),
        ("crew-12.mission", ["crew-12.mission"]),
        ("a.mission --pin b.MISSION", ["a.mission", "b.MISSION"]),
        ("--at 2015-10-16 a.mission", ["a.mission"]),
        ("--theme odd.mission a.mission", ["a.mission"]),
    ],
)
def test_mission_files_among_the_options_of_the_window_are_to_be_opened(
    words: str, missions: list[str]
) -> None:
    options = parse(words.split())
    assert options.command is None
    assert options.missions == missions


@pytest.mark.parametrize(
    "words", ["check a.mission b.mission", "--at 2015-10-16 check a.mission b.mission"]
)
def test_a_command_has_mission_files_of_its_own(words: str) -> None:
    options = parse(words.split())
    assert options.command == "check"
    assert options.files == ["a.mission", "b.mission"]
