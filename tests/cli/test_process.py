"""The commands as processes of their own: what they load, whom they write to, and raw bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import Answer, environment, start, start_python

if TYPE_CHECKING:
    from collections.abc import Iterator

KELLY = ("status", "scott-kelly", "--at", "2015-10-16T12:00:00Z")
POSIX = pytest.mark.skipif(os.name == "nt", reason="file descriptors as POSIX has them")
LOADED = """
import sys
from countdown.cli.main import main
status = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""

CRASHING = """
import sys
from countdown.cli import commands, main
def status(options, catalogue, at):
    return {}["Ada's own mission"]
commands.status = status
sys.exit(main.main(sys.argv[1:]))
"""


@pytest.fixture
def gone() -> Iterator[int]:
    """Yield the writing end of a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize(
    "words",
    [
        ("status", "--json"),
        (*KELLY, "--json"),
        KELLY,
        ("people",),
        ("standings", "--category", "career", "--scope", "world"),
        ("forecast", "scott-kelly", "--at", "2015-10-16"),
        ("check", "nowhere"),
        ("--version",),
    ],
)
def test_a_text_command_loads_no_qt(words: tuple[str, ...]) -> None:
    answer = start_python("-c", LOADED, *words)
    loaded = set(answer.err.split())
    assert "countdown" in loaded
    assert not {"PySide6", "shiboken6"} & loaded


def test_the_package_runs_as_a_module() -> None:
    told = start(*KELLY, "--json").json
    assert told["counters"]["career"]["nth_day"] == 383


@pytest.mark.parametrize(
    "words",
    [
        (b"status", b"\xff\xfe"),
        (b"status", b"Kell\xff"),
        (b"\xff",),
        (b"people", b"--at", b"\xff"),
        (b"people", b"--\xff"),
        (b"people", b"--catalogue", b"\xff\xfe"),
        (b"standings", b"--category", b"career", b"--scope", b"\xff"),
        (b"standings", b"--category", b"\xff", b"--scope", b"US"),
        (b"forecast", b"padalka", b"--return", b"\xff"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
@POSIX
def test_bytes_that_are_no_text_are_answered_in_one_line(
    words: tuple[bytes, ...], encoding: str
) -> None:
    answer = start(*words, env=environment(PYTHONIOENCODING=encoding))
    assert answer.complaint.isascii()


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C.UTF-8"},
    ],
)
def test_where_letters_are_few_every_command_still_answers(locale: dict[str, str]) -> None:
    env = environment(**locale)
    assert start(*KELLY, "--json", env=env).json["person"]["name"] == "Scott Kelly"
    days = start("status", "jessica-meir", "--at", "2026-11-22", env=env).lines
    assert "flight" in "".join(days)
    unknown = start("status", "Łukasz", env=env)
    assert unknown.status == 1
    assert unknown.complaint


def test_the_json_is_ascii_and_one_line() -> None:
    for words in ((*KELLY, "--json"), ("status", "--json"), ("people", "--json")):
        answer = start(*words)
        assert answer.json["schema"] == 1
        assert answer.out.count("\n") == 1


@pytest.mark.parametrize("words", [("status", "--json"), ("people",), ("--version",), ("--help",)])
@POSIX
def test_who_stops_reading_is_not_told_anything(words: tuple[str, ...], gone: int) -> None:
    command = [sys.executable, "-m", "countdown", *words]
    done = subprocess.run(
        command, stdout=gone, stderr=subprocess.PIPE, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
def test_where_nobody_reads_the_error_the_exit_status_still_tells(gone: int) -> None:
    buffered = environment(PYTHONUNBUFFERED="")  # then what was not written is kept to the end
    for words, status in ((("status", "nobody"), 1), (("launch",), 2)):
        command = [sys.executable, "-m", "countdown", *words]
        done = subprocess.run(
            command, stderr=gone, stdout=subprocess.PIPE, env=buffered, check=False
        )
        assert (done.returncode, done.stdout) == (status, b"")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("status", "--json"), 0),
        (("--version",), 0),
        (("status", "nobody"), 1),
        (("launch",), 2),
        (("people", "--at", "soon"), 2),
    ],
)
@POSIX
def test_without_any_output_the_exit_status_is_the_same(
    words: tuple[str, ...], status: int
) -> None:
    closed = 'exec "$@" >&- 2>&-'
    command = ["/bin/sh", "-c", closed, "sh", sys.executable, "-m", "countdown", *words]
    assert subprocess.run(command, env=environment(), check=False).returncode == status


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_is_said_in_one_line() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "countdown", "status", "--json"]
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    answer = Answer(done.returncode, "", done.stderr.decode())
    assert answer.status == 1
    assert answer.complaint.startswith("countdown: the answer cannot be written: ")


def test_numbers_in_the_json_are_whole() -> None:
    def check(value: object) -> None:
        assert not isinstance(value, float)
        if isinstance(value, dict):
            for one in value.values():
                check(one)
        elif isinstance(value, list):
            for one in value:
                check(one)

    check(json.loads(start(*KELLY, "--json").out))


def test_an_error_that_nobody_expected_is_one_line_and_a_report(tmp_path: Path) -> None:
    env = environment(XDG_STATE_HOME=str(tmp_path), HOME=str(tmp_path))
    answer = start_python("-c", CRASHING, "status", env=env)
    assert answer.status == 1
    assert "a report is in ~/" in answer.complaint
    (log,) = tmp_path.glob("mission-countdown/log/*.log")
    assert "KeyError" in log.read_text("utf-8")
    assert "Ada" not in log.read_text("utf-8")
