"""What is typed wrong: one line that says so, the right exit status, and never a traceback."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countdown import __version__
from tests.cli.running import ask

LONG = "9" * 10_000
NAMES = st.text(max_size=30) | st.sampled_from(["scott-kelly", "kelly", "", LONG, "\udcff", "-"])
STANDINGS = ("standings", "--category", "career", "--scope", "world")

NO_INSTANT = [
    "",
    " ",
    "now",
    "noon",
    "2015",
    "2015-10",
    "2015-13-01",
    "2015-02-30",
    "2015-10-16T25:00:00Z",
    "16.10.2015",
    "1e400",
    "nan",
    LONG,
    "2015-10-16\n",
    "2015-10-16T12:00:00Z\x00",
    "\u202e2015-10-16",
    "\x1b[31m2015-10-16",
    os.fsdecode(b"\xff\xfe"),
    "２０１５-10-16",
]
OUT_OF_RANGE = ["1800-01-01", "1899-12-31T23:59:59Z", "2200-01-01", "9999-12-31T23:59:59Z"]


@pytest.mark.parametrize("instant", NO_INSTANT)
@pytest.mark.parametrize("command", [("status",), ("people",), STANDINGS, ("forecast", "padalka")])
def test_what_is_no_instant_is_not_understood(command: tuple[str, ...], instant: str) -> None:
    answer = ask(*command, f"--at={instant}")
    assert answer.status == 2
    assert answer.complaint.startswith("countdown: --at: '")


@pytest.mark.parametrize(
    "instant", ["2015-10-16T12:00:00", "2015-10-16T12:00", "2015-10-16 12:00", "20151016T12"]
)
def test_a_time_without_its_zone_is_not_understood(instant: str) -> None:
    answer = ask("people", "--at", instant)
    assert answer.status == 2
    assert answer.complaint == (
        f"countdown: --at: '{instant}' has no time zone; end it with Z for UTC"
    )


@pytest.mark.parametrize("instant", OUT_OF_RANGE)
@pytest.mark.parametrize("command", [("status",), ("people",), STANDINGS, ("forecast", "padalka")])
def test_outside_1900_to_2200_nothing_can_be_said(command: tuple[str, ...], instant: str) -> None:
    answer = ask(*command, "--at", instant)
    assert answer.status == 1
    assert answer.complaint == (
        f"countdown: '{instant}' is outside 1900 to 2200, the years known here"
    )


@pytest.mark.parametrize("instant", ["1900-01-01", "2199-12-31T23:59:59Z"])
def test_the_edges_of_what_is_known_can_be_asked_for(instant: str) -> None:
    for command in (("status", "scott-kelly"), ("status",), ("people",), STANDINGS):
        assert ask(*command, "--json", "--at", instant).json["at"].startswith(instant[:10])


@pytest.mark.parametrize("moment", [one for one in NO_INSTANT if one not in ("2015", "2015-10")])
def test_what_is_no_moment_is_no_return(moment: str) -> None:
    answer = ask("forecast", "scott-kelly", f"--return={moment}", "--at", "2015-10-16")
    assert answer.status == 2
    assert answer.complaint.startswith("countdown: --return: '")


@pytest.mark.parametrize("moment", ["1800", "9999-12", "2200"])
def test_nobody_returns_outside_1900_to_2200(moment: str) -> None:
    answer = ask("forecast", "scott-kelly", "--return", moment, "--at", "2015-10-16")
    assert (answer.status, moment in answer.complaint) == (1, True)


@pytest.mark.parametrize("command", ["status", "forecast"])
@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "Captain Kirk",
        "scott kelly junior",
        LONG,
        "kirk " * 2_000,
        "a\nb",
        "a\x00b",
        "\x1b]0;title\x07",
        "\u202eylleK",
        "\u200f",
        os.fsdecode(b"Kell\xff"),
        "%s%n",
        "'",
    ],
)
def test_who_never_flew_is_unknown(command: str, name: str) -> None:
    answer = ask(command, "--", name)
    assert answer.status == 1
    assert answer.complaint.startswith("countdown: nobody called '")
    assert len(answer.complaint) < 500


def test_a_name_mistyped_is_answered_with_the_nearest() -> None:
    assert "is it scott-kelly" in ask("status", "scot kely").complaint


def test_several_kellys_are_named_and_none_is_chosen() -> None:
    answer = ask("status", "kelly")
    assert answer.status == 1
    for one in ("james-m-kelly", "mark-kelly", "scott-kelly"):
        assert one in answer.complaint


def test_of_many_who_are_called_alike_some_are_named() -> None:
    answer = ask("forecast", "james")
    assert answer.status == 1
    assert answer.complaint.endswith("…; write one of these")


@pytest.mark.parametrize("name", ["shannon lucid", "LUCID", "lucid, shannon w."])
def test_words_of_a_name_find_a_person_in_any_order_and_case(name: str) -> None:
    assert ask("status", name, "--json").json["person"]["name"] == "Shannon W. Lucid"


def test_accents_make_no_difference() -> None:
    for name in ("michael lopez alegria", "Michael López-Alegría", "LÓPEZ-ALEGRÍA"):
        assert ask("status", name, "--json").json["person"]["id"] == "michael-lopez-alegria"


@pytest.mark.parametrize("scope", ["", "XX", "mars", "US,RU", LONG, "\u202e", "\x00", "\udcff"])
def test_nobody_has_flown_for_an_unknown_country(scope: str) -> None:
    answer = ask("standings", "--category", "career", "--scope", scope)
    assert answer.status == 2
    assert answer.complaint.startswith("countdown: --scope: '")


@pytest.mark.parametrize(
    "top",
    ["", "0", "-1", "-0", "1.5", "nan", "inf", "-inf", "1e400", "1e3", "ten", "٣", "1_000", LONG],
)
def test_a_number_of_ranks_is_a_whole_number_from_one_on(top: str) -> None:
    answer = ask(*STANDINGS, f"--top={top}")
    assert answer.status == 2
    assert answer.complaint.startswith("countdown: --top: '")


@pytest.mark.parametrize(
    "words",
    [
        ("launch",),
        ("Status",),
        ("",),
        (LONG,),
        ("\u202estatus",),
        ("\x1b[2J",),
        ("line\nbreak",),
        ("\udcff",),
        ("status", "padalka", "kelly"),
        ("people", "padalka"),
        ("people", "--frobnicate"),
        ("people", f"--{LONG}"),
        ("people", "--at"),
        ("people", "--js"),
        ("people", "--json=yes"),
        ("standings",),
        ("standings", "--category", "career"),
        ("standings", "--scope", "US"),
        ("standings", "--category", "total", "--scope", "US"),
        ("standings", "--category", LONG, "--scope", "US"),
        ("standings", "--category", "\u2066career", "--scope", "US"),
        ("forecast",),
        ("check",),
        ("--json",),
    ],
)
def test_a_command_line_that_makes_no_sense_is_not_understood(words: tuple[str, ...]) -> None:
    answer = ask(*words)
    assert answer.status == 2
    assert len(answer.complaint) < 500


@pytest.mark.parametrize("options", [("--at", "2015-10-16", "--json"), ("--json", "--at=20151016")])
def test_common_options_may_stand_before_the_command_and_after_it(options: tuple[str, ...]) -> None:
    before = ask(*options, "people")
    assert before.json == ask("people", *options).json
    assert before.json["at"] == "2015-10-16T00:00:00Z"
    assert ask(options[0], options[1], "people", *options[2:]).out == before.out


def test_the_later_of_two_instants_holds() -> None:
    told = ask("--at", "1999-01-01", "people", "--at", "2015-10-16", "--json").json
    assert told["at"] == "2015-10-16T00:00:00Z"


def test_the_version_is_told() -> None:
    assert ask("--version").lines == [f"countdown {__version__}"]


@pytest.mark.parametrize("command", [(), ("status",), ("standings",), ("forecast",), ("check",)])
def test_help_is_given(command: tuple[str, ...]) -> None:
    answer = ask(*command, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("usage: countdown")
    assert all(len(line) <= 100 for line in answer.out.splitlines())


COMMANDS = st.sampled_from(["status", "people", "standings", "forecast", "check"])
OPTIONS = st.sampled_from(
    [
        *("--at", "--json", "--catalogue", "--category", "--scope", "--top", "--return", "--"),
        *("--at=2015-10-16", "--top=3", "--category=flight", "--scope=women", "--help", "-h"),
    ]
)
VALUES = st.sampled_from(
    [
        *("career", "flight", "world", "women", "US", "su", "2015-10-16", "2016-03", "1800", "3"),
        *("2015-10-16T12:00:00Z", "2026-11-22T00:00+05:30", "0001-01-01T00:00:00+14:00", "nan"),
        *("scott-kelly", "padalka", "lucid", "bundled", "/", ".", "/dev/null"),
    ]
)
LINES = st.tuples(
    st.lists(st.tuples(st.just("--at"), NAMES | VALUES), max_size=1).map(
        lambda options: [word for option in options for word in option]
    ),
    COMMANDS | NAMES.filter(lambda word: not word.startswith("-")),
    st.lists(OPTIONS | VALUES | NAMES, max_size=8),
).map(lambda parts: [*parts[0], parts[1], *parts[2]])


@settings(max_examples=400)
@given(LINES)
def test_whatever_is_typed_there_is_an_answer_or_one_line_that_says_why_not(
    line: list[str],
) -> None:
    answer = ask(*line)
    assert answer.status in (0, 1, 2)
    assert answer.err.count("\n") <= 1
    if answer.status == 0:
        assert answer.err == ""
    elif not answer.out:
        assert answer.complaint
    else:  # what is wrong with a file is the answer of `check`
        assert (answer.status, answer.err) == (1, "")
        assert "check" in line
