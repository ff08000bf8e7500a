"""Unpacks what PySide otherwise unpacks and compiles at each start, some tenth of a second.

    python tools/shiboken_support.py FOLDER

Shiboken has its own Python code as a zip archive inside its library, and looks beside itself for
`files.dir`, which this writes into FOLDER, compiled and without sources.
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
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "shiboken6")
        shutil.copytree(Path(spec.origin).parent, copy)
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
        shutil.rmtree(target / files.name, ignore_errors=True)
        shutil.copytree(files, target / files.name)


if __name__ == "__main__":
    unpack(Path(sys.argv[1]))
