"""What the table of licences promises: everything that comes along, with its text."""

from __future__ import annotations

import importlib.metadata
import re
from typing import TYPE_CHECKING

import pytest

from countdown.data.resources import resources_folder
from tools.licences import FOLDER, ROOT, read_table, with_system_libraries

if TYPE_CHECKING:
    from pathlib import Path


def test_everything_that_is_locked_is_in_it_in_that_version() -> None:
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    told = {(one.name.lower().replace("_", "-"), one.version) for one in read_table(FOLDER)}
    locked = set(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))
    assert locked <= told
    assert ("pyinstaller", importlib.metadata.version("pyinstaller")) in told


def test_every_licence_has_a_name_and_a_text() -> None:
    for one in read_table(FOLDER):
        assert one.licence, one.name
        assert len((FOLDER / one.file).read_text(encoding="utf-8")) > 500, one.name


def test_the_apps_own_is_the_one_it_is_published_under() -> None:
    ours = (FOLDER / read_table(FOLDER)[0].file).read_text(encoding="utf-8")
    assert ours == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert resources_folder() in FOLDER.parents


def test_a_package_adds_the_system_libraries_it_has(tmp_path: Path) -> None:
    zlib = next(iter(ROOT.joinpath("/usr/lib").glob("*/libz.so.1")), None)
    if zlib is None:
        pytest.skip("not a Debian system")
    with_system_libraries([str(zlib), "/no/such/library.so"], tmp_path / "licences")
    *known, last = read_table(tmp_path / "licences")
    assert len(known) == len(read_table(FOLDER))
    assert (last.name, last.licence) == ("zlib1g", "Zlib")
    assert "Mark Adler" in (tmp_path / "licences" / last.file).read_text(encoding="utf-8")


def test_where_a_library_has_several_licences_none_is_taken_for_the_one(tmp_path: Path) -> None:
    """Most of util-linux is under the GPL, its libuuid under the BSD licence."""
    uuid = next(iter(ROOT.joinpath("/usr/lib").glob("*/libuuid.so.1")), None)
    if uuid is None:
        pytest.skip("not a Debian system")
    with_system_libraries([str(uuid)], tmp_path / "licences")
    last = read_table(tmp_path / "licences")[-1]
    assert (last.name, last.licence) == ("libuuid1", "see the text")
