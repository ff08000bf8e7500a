"""Ways to run a command line: in this process at a chosen time, or as a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import countdown
from countdown.cli.main import run
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW = "2026-11-22T12:00:00Z"
SOURCE = Path(countdown.__file__).parents[1]
NO_SCREEN = pytest.mark.skipif(sys.platform != "linux", reason="there is always a screen")


class Answer(NamedTuple):
    """What came back: the exit status, and what was printed where."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The JSON of an answer that went well."""
        assert (self.status, self.err) == (0, "")
        assert self.out.isascii()
        assert self.out.endswith("}\n")
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The text of an answer that went well."""
        assert (self.status, self.err) == (0, "")
        return self.out.splitlines()

    @property
    def complaint(self) -> str:
        """The one line of an answer that went wrong, and nothing beside it."""
        assert self.status in (1, 2)
        assert self.out == ""
        assert self.err.startswith("countdown: ")
        assert self.err.endswith("\n")
        line = self.err[:-1]
        assert line.isprintable(), "a line break, or something that hides or turns text around"
        return line


def ask(*words: str, now: str = NOW) -> Answer:
    """Run a command line in this process, at the time ``now``."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = run(words, FakeClock(now))
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else -1
    return Answer(status, out.getvalue(), err.getvalue())


def environment(**changes: str) -> dict[str, str]:
    """The environment of a process of its own, which finds this very source."""
    return {**os.environ, "PYTHONPATH": str(SOURCE), **changes}


def start(*words: str | bytes, env: Mapping[str, str] | None = None) -> Answer:
    """Run ``python -m countdown`` as a process of its own."""
    return start_python("-m", "countdown", *words, env=env)


def start_python(*words: str | bytes, env: Mapping[str, str] | None = None) -> Answer:
    done = subprocess.run(
        [sys.executable, *words],
        env=environment() if env is None else env,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
