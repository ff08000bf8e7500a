"""How long the bundled catalogue takes to be loaded and validated.

    python benchmarks/load.py

Cold is the first time in a process of its own, as each command has it; warm is again in the same
process. 15 of each; imports are not counted. The aim: the median of the cold ones below 60 ms.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import Final

from countdown.data.catalogue_files import load_catalogue
from countdown.data.resources import bundled_catalogue

RUNS: Final = 15
AIM_MS: Final = 60
ONCE: Final = "--once"


def milliseconds() -> float:
    """Load the catalogue and return how long that took."""
    started = time.perf_counter()
    load_catalogue(bundled_catalogue())
    return (time.perf_counter() - started) * 1_000


def cold() -> float:
    """The same in a process of its own."""
    command = [sys.executable, __file__, ONCE]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    if ONCE in sys.argv:
        print(milliseconds())
        return
    catalogue = load_catalogue(bundled_catalogue())
    print(f"{len(catalogue.people)} people, {len(catalogue.flights)} flights")
    print(f"      {'median':>7} {'least':>7} {'most':>7}   ms, {RUNS} runs (aim: below {AIM_MS})")
    for name, measure in (("cold", cold), ("warm", milliseconds)):
        taken = [measure() for _ in range(RUNS)]
        print(f"{name}  {statistics.median(taken):7.1f} {min(taken):7.1f} {max(taken):7.1f}")


if __name__ == "__main__":
    main()
