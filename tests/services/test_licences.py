"""The licences that come with the app, as its index lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.services.licences import licences

if TYPE_CHECKING:
    from pathlib import Path


def test_they_are_read_in_the_order_of_the_index(tmp_path: Path) -> None:
    (tmp_path / "OFL.txt").write_text("You may use the font.", "utf-8")
    rows = ["name\tversion\tlicence\tfile", "B612\t1.008\tOFL-1.1\tOFL.txt", "Qt\t6.11\tLGPL\tgone"]
    (tmp_path / "index.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    font, qt = licences(tmp_path)
    assert font[:3] == ("B612", "1.008", "OFL-1.1")
    assert font.text == "You may use the font."
    assert qt.text == "gone: No such file or directory"


def test_without_an_index_there_are_none(tmp_path: Path) -> None:
    assert licences(tmp_path) == ()


def test_all_that_come_with_the_app_have_their_texts() -> None:
    for licence in licences():
        assert licence.file.is_file(), licence.name
        assert licence.text.strip()
