"""The faults that a save can meet, a few of each: the benchmark has a thousand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FAULTS = Path(__file__).parents[2] / "benchmarks" / "faults.py"


@pytest.mark.skipif(sys.platform != "linux", reason="it forks, mounts and limits as Linux does")
def test_no_mission_is_lost_to_a_kill_a_full_disk_a_read_only_folder_or_a_race() -> None:
    command = [sys.executable, str(FAULTS), "--small", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "0 missions lost, 0 stray files" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0
