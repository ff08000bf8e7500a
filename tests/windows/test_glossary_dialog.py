"""The glossary in its window: all of it, to be searched, copied, and left by https alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from countdown.services.help_pages import glossary
from countdown.windows.glossary_dialog import GlossaryDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from countdown.widgets.look import Look


@pytest.fixture
def book(look: Look, shown: list[QWidget]) -> GlossaryDialog:
    dialog = GlossaryDialog(glossary(), look)
    shown.append(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    "term",
    [
        "Orbit.", "Flight.", "Career total.", "Start.", "End.", "Elapsed.", "Nth day.",
        "Calendar dates.", "Calendar age.", "Flight by flight.", "Why two sources differ",
        "main landing gear", "Precision.", "Record.", "Mark.", "Holder.", "Crossing.",
        "Unconfirmed.", "As of.",
    ],
)  # fmt: skip
def test_it_defines_what_the_app_says(book: GlossaryDialog, term: str) -> None:
    assert term in book.page.toPlainText()


def test_it_has_no_sign_of_its_markup_left(book: GlossaryDialog) -> None:
    assert "**" not in book.page.toPlainText()
    assert "](" not in book.page.toPlainText()


def test_it_leads_out_by_https_alone(book: GlossaryDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    links = re.findall(r"\]\(([^)]*)\)", glossary())
    assert links
    assert all(link.startswith("https://") for link in links)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for link in ("file:///etc/passwd", "http://example.org", "javascript:1", links[0]):
        book.follow(QUrl(link))
    assert opened == [QUrl(links[0])]


def test_words_are_found_one_after_another_and_again_from_the_top(book: GlossaryDialog) -> None:
    QTest.keyClicks(book.field, "touchdown")
    first = book.page.textCursor().position()
    assert book.page.textCursor().selectedText().casefold() == "touchdown"
    QTest.keyClick(book.field, Qt.Key.Key_Return)
    assert book.page.textCursor().position() > first
    while book.page.textCursor().position() > first:
        QTest.keyClick(book.field, Qt.Key.Key_Return)
    assert book.page.textCursor().position() == first
    assert not book.none.isVisible()
    QTest.keyClicks(book.field, "xyz")
    assert book.none.isVisible()
    book.field.clear()
    assert not book.none.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen takes no hints once shown
def test_another_look_keeps_the_place_and_takes_its_size(book: GlossaryDialog, look: Look) -> None:
    bar = book.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    book.set_look(look._replace(scale=1.5))
    assert book.page.document().defaultFont().pixelSize() == 22
    assert 0.3 < bar.value() / bar.maximum() < 0.7


def test_ctrl_f_goes_to_the_field_and_escape_closes(book: GlossaryDialog) -> None:
    book.activateWindow()
    QTest.keyClick(book.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert book.focusWidget() is book.field
    QTest.keyClick(book, Qt.Key.Key_Escape)
    assert not book.isVisible()
