"""The log: it grows at its end, and never beyond its bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.data.log_files import MOST_BYTES, append, log_file

if TYPE_CHECKING:
    from pathlib import Path


def test_what_comes_later_stands_below(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    append(folder, "launch\n")
    append(folder, "landing \ud800\n")
    assert log_file(folder).read_text("utf-8") == "launch\nlanding \\ud800\n"


def test_two_files_of_bounded_size_are_kept_with_the_last_words(tmp_path: Path) -> None:
    for number in range(20):
        append(tmp_path, f"{number}".ljust(MOST_BYTES // 4) + "\n")
    files = sorted(tmp_path.iterdir())
    assert len(files) == 2
    assert all(one.stat().st_size <= MOST_BYTES for one in files)
    assert "19" in log_file(tmp_path).read_text("utf-8")
