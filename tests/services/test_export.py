"""Tables leave the app whole, under a name that says what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from countdown.core.records import WORLD, Category, Kind
from countdown.services.export import holders_table, ranking_table, save
from tests.fakes import at

if TYPE_CHECKING:
    from pathlib import Path

    from countdown.core.catalogue import Catalogue

WHEN = at("2015-10-16T12:00:00Z")


def test_a_table_is_named_after_what_is_in_it(catalogue: Catalogue) -> None:
    ranking = ranking_table(catalogue, Category(Kind.FLIGHT, "US"), WHEN)
    holders = holders_table(catalogue, Category(Kind.CAREER, WORLD), WHEN)
    assert ranking.file_name == "ranking-flight-us-2015-10-16.csv"
    assert holders.file_name == "holders-career-world-2015-10-16.csv"
    assert "Michael López-Alegría" in ranking.text
    assert holders.text.splitlines()[-1].startswith("2015-06-28T")


def test_a_table_is_written_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "ranking.csv"
    save(target, "rank,name\r\n1,Sławosz\r\n")
    assert target.read_bytes() == "rank,name\r\n1,Sławosz\r\n".encode()


def test_a_table_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        save(tmp_path / "folder", "rank\r\n")
