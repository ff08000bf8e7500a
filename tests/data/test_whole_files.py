"""Files written whole: the old one or the new one, and nothing left lying about."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from countdown.data.whole_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "down" / "log.txt"
    write_whole(target, "Łódź 🚀\n")
    assert target.read_text(encoding="utf-8") == "Łódź 🚀\n"


def test_the_old_file_is_replaced_and_no_other_file_is_left(tmp_path: Path) -> None:
    target = tmp_path / "log.txt"
    for text in ("first", "second", ""):
        write_whole(target, text)
        assert target.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [target]


def test_what_cannot_be_written_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "log.txt"
    write_whole(target, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(target, "half of it \udcff")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_where_no_file_can_be_the_error_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "file" / "log.txt", tmp_path / "folder", tmp_path / ("x" * 1_000)):
        with pytest.raises(OSError, match=r"\w"):
            write_whole(target, "text")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_in_a_folder_that_may_only_be_read_nothing_changes(tmp_path: Path) -> None:
    target = tmp_path / "log.txt"
    write_whole(target, "old")
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        write_whole(target, "new")
    tmp_path.chmod(0o700)
    assert target.read_text(encoding="utf-8") == "old"
