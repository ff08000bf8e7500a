"""The package beside the smallest one that PyInstaller makes of PySide6: that of floor.py.

    python benchmarks/package_size.py

Needs `make package`. The bare window is packaged the same way, with the same things left out, of
the size of the main window. Both start 7 times, in turn, on a screen nobody sees; the time runs
until their window is mapped. Memory is the process' proportional share (PSS), 2 s later. The aims:
size at most 1.35 times, start at most 1.6 times, memory at most 1.5 times.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

RUNS: Final = 7
ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = ROOT / "dist" / "countdown"
SETTLED_S: Final = 2.0
AIMS: Final = {"size": 1.35, "start": 1.6, "memory": 1.5}
SCREEN: Final = "1920x1080x24"

BARE: Final = ROOT / "benchmarks" / "floor.py"
SPEC: Final = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from PyInstaller.depend.bindepend import get_imports
from tools import bundling
analysis = Analysis(["bare.py"], excludes=bundling.EXCLUDED_MODULES)
binaries, datas = bundling.slimmed(analysis.binaries, analysis.datas, get_imports)
program = EXE(
    PYZ(analysis.pure), analysis.scripts, name="bare", exclude_binaries=True, strip=True, upx=False
)
COLLECT(program, binaries, datas, name="bare", strip=True, upx=False)
"""


class Start(NamedTuple):
    """What one start took."""

    milliseconds: float
    kibibytes: int


def build_bare(folder: Path) -> Path:
    """Package the bare window, and return the package's folder."""
    (folder / "bare.py").write_bytes(BARE.read_bytes())
    (folder / "bare.spec").write_text(SPEC, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", "bare.spec"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "dist" / "bare"


def size_of(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def start(program: Path, display: str) -> Start:
    """Start it, wait for its window, see what it uses, and end it."""
    with tempfile.TemporaryDirectory() as home:
        variables = {**os.environ, "DISPLAY": display, "HOME": home, "XDG_CONFIG_HOME": home}
        watching = subprocess.Popen(
            ["stdbuf", "-oL", "xev", "-root", "-event", "substructure"],
            env=variables,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert watching.stdout is not None
        time.sleep(0.2)  # until it watches
        began = time.perf_counter()
        app = subprocess.Popen([program], env=variables, stderr=subprocess.DEVNULL)
        next(line for line in watching.stdout if line.startswith("MapNotify"))
        took = time.perf_counter() - began
        watching.kill()
        watching.communicate()
        time.sleep(SETTLED_S)
        told = Path(f"/proc/{app.pid}/smaps_rollup").read_text(encoding="ascii")
        app.kill()
        app.wait()
    return Start(took * 1_000, int(re.findall(r"^Pss: +(\d+)", told, re.MULTILINE)[0]))


def main() -> int:
    if not PACKAGE.is_dir():
        print("there is no package here: make package makes it")
        return 0
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told, tempfile.TemporaryDirectory() as folder:
        display = f":{told.readline().strip()}"
        bare = build_bare(Path(folder))
        programs = {"bare": bare / "bare", "ours": PACKAGE / "countdown"}
        for program in programs.values():
            start(program, display)  # once for the disk's sake
        starts: dict[str, list[Start]] = {name: [] for name in programs}
        for _ in range(RUNS):
            for name, program in programs.items():
                starts[name].append(start(program, display))
        sizes = {"bare": size_of(bare), "ours": size_of(PACKAGE)}
    server.terminate()
    return report(sizes, starts)


def report(sizes: dict[str, int], starts: dict[str, list[Start]]) -> int:
    """Print the table; 1 where an aim is missed."""
    rows = {
        "size": {name: [size / 2**20] for name, size in sizes.items()},
        "start": {name: [one.milliseconds for one in taken] for name, taken in starts.items()},
        "memory": {name: [one.kibibytes / 1024 for one in taken] for name, taken in starts.items()},
    }
    units = {"size": "MiB", "start": "ms", "memory": "MiB PSS"}
    print(f"median (least to most) of {RUNS} starts in turn")
    missed = False
    for what, of in rows.items():
        bare, ours = (statistics.median(of[name]) for name in ("bare", "ours"))
        missed |= ours > AIMS[what] * bare
        spreads = [
            f"{statistics.median(v):6.1f} ({min(v):.0f} to {max(v):.0f})" for v in of.values()
        ]
        print(
            f"{what:7} bare {spreads[0]:22} ours {spreads[1]:22} {units[what]:8}"
            f" ratio {ours / bare:.2f}, aim {AIMS[what]:g}"
        )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
