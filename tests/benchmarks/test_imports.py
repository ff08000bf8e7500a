"""Nothing is imported before the first frame that only comes later."""

from __future__ import annotations

from benchmarks.imports import NOT_NEEDED, imported, not_needed

LATER = "import csv, decimal"


def test_the_first_frame_waits_for_nothing_that_it_does_not_show() -> None:
    assert not_needed() == []


def test_what_comes_in_vain_would_be_found() -> None:
    assert {"csv", "decimal"} <= NOT_NEEDED & imported(LATER).keys()
