"""Tests of a package that was made are run where one is named: `make test-package` does it."""

from __future__ import annotations

from tests.desktop.processes import PACKAGE

collect_ignore = [] if PACKAGE else ["test_app.py", "test_archive.py", "test_deb.py"]
