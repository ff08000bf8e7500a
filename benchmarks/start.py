"""How fast the text commands start, beside the bare standard library they could not do without.

    python benchmarks/start.py

Each command runs 15 times, one after the other in turn, so that a busy moment of the machine
slows all of them. The aim: the median of each at most 3 times that of the baseline.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import Final

RUNS: Final = 15
AIM: Final = 3.0
BASELINE: Final = "import json, datetime, csv, argparse"
COMMANDS: Final = (
    "status --json",
    "status scott-kelly --json --at 2015-10-16T12:00:00Z",
    "people --json",
)


def milliseconds(*arguments: str) -> float:
    """Run Python with ``arguments`` and return how long that took."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - started) * 1_000


def main() -> None:
    lines = {f'python -c "{BASELINE}"': ["-c", BASELINE]}
    lines |= {f"countdown {one}": ["-m", "countdown", *one.split()] for one in COMMANDS}
    for words in lines.values():
        milliseconds(*words)  # once for the disk's sake
    times: dict[str, list[float]] = {line: [] for line in lines}
    for _ in range(RUNS):
        for line, words in lines.items():
            times[line].append(milliseconds(*words))
    base = statistics.median(next(iter(times.values())))
    print(f"{'median':>9} {'least':>9}  {'ratio':>5}   ({RUNS} runs each; aim: ratio ≤ {AIM:g})")
    for line, taken in times.items():
        median = statistics.median(taken)
        print(f"{median:6.1f} ms {min(taken):6.1f} ms  {median / base:5.2f}   {line}")


if __name__ == "__main__":
    main()
