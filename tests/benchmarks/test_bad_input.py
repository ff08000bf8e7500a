"""Files from outside that are wrong, some of each kind: the benchmark has thousands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BAD_INPUT = Path(__file__).parents[2] / "benchmarks" / "bad_input.py"


@pytest.mark.skipif(sys.platform == "win32", reason="it measures memory as Unix does")
def test_no_file_from_outside_crashes_or_holds_up_the_app() -> None:
    command = [sys.executable, str(BAD_INPUT), "--small", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "0 went wrong" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0
