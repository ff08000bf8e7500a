"""Makes a copy of Shiboken whose own Python code is unpacked and compiled.

    python tools/shiboken_support.py FOLDER

The installed Shiboken has that code as a zip archive inside its library, and compiles it anew at
each start, some tenth of a second; but it looks beside itself for `files.dir` first. The copy,
FOLDER/shiboken6, has that. The app takes it from an environment (countdown.cli.pyside), and
build.spec puts its `files.dir` into the package.
"""

from __future__ import annotations

import compileall
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from py_compile import PycInvalidationMode


def unpack(target: Path) -> None:
    """Have a copy of Shiboken unpack itself, so that the installed one stays as it is."""
    spec = importlib.util.find_spec("shiboken6")
    assert spec is not None
    assert spec.origin is not None
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target) as folder:
        copy = Path(folder, "shiboken6")
        for_builds = shutil.ignore_patterns("include", "lib")
        shutil.copytree(Path(spec.origin).parent, copy, ignore=for_builds)
        subprocess.run(
            [sys.executable, "-c", "import shiboken6"],
            env={**os.environ, "PYTHONPATH": folder, "SBK_EMBED": "0"},
            check=True,
        )
        files = copy / "files.dir"
        compiled = compileall.compile_dir(
            files,
            quiet=1,
            legacy=True,
            stripdir=folder,
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        )
        assert compiled
        for source in files.rglob("*.py"):
            source.unlink()
        shutil.rmtree(target / copy.name, ignore_errors=True)
        copy.rename(target / copy.name)


if __name__ == "__main__":
    unpack(Path(sys.argv[1]))
