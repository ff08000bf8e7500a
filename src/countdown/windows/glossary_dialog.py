"""The glossary: what the app counts and how, to be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QKeySequence,
    QPalette,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import SideDialog
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from countdown.widgets.look import Look

_SIZE: Final = QSize(820, 760)
_SIZES: Final = {1: "title", 2: "row"}
"""Pixels of a heading, by its level."""


class GlossaryDialog(SideDialog):
    """Shows one Markdown text of the app's own; links out of it are https, or none."""

    def __init__(self, markdown: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(tr("Glossary"), _SIZE, look, parent)
        self._markdown = markdown
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(tr("Glossary"))
        self.page.anchorClicked.connect(self.follow)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the glossary"))
        self.field.setAccessibleName(tr("Find in the glossary"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._find_next)
        self.none = Text("body", "dim")
        self.none.setText(tr("not found"))
        self.none.fit()
        self.none.hide()
        self._next = EnterButton(tr("Next"))
        self._next.clicked.connect(self._find_next)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._start_finding)
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.none)
        self._row.addWidget(self._next)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.page, 1)
        self.page.setFocus()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin = look.space("wide")
        self._column.setContentsMargins(margin, look.space("gap"), margin, margin)
        self._column.setSpacing(look.space("medium"))
        self._row.setSpacing(look.space("small"))
        self.field.setFont(look.font("body"))
        self._next.setFont(look.font("body"))
        self.none.set_look(look)
        self.setMinimumSize(look.px(420), look.px(320))
        palette = self.page.palette()
        palette.setColor(QPalette.ColorRole.Text, look.colour("text"))
        palette.setColor(QPalette.ColorRole.Link, look.colour("accent"))
        self.page.setPalette(palette)
        self._write(look)

    def _write(self, look: Look) -> None:
        """Set the text in the look's type; where it was scrolled to is kept."""
        bar = self.page.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        document = self.page.document()
        document.setDefaultFont(look.font("lead"))
        document.setDocumentMargin(look.px(22))
        self.page.setMarkdown(self._markdown)
        block = document.begin()
        while block.isValid():
            self._dress(block, look)
            block = block.next()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        bar.setValue(round(share * bar.maximum()))

    def _dress(self, block: QTextBlock, look: Look) -> None:
        """Give a heading or a paragraph its distances, and a heading its size."""
        cursor = QTextCursor(block)
        spaced = QTextBlockFormat()
        percent = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spaced.setLineHeight(128, percent.value)
        level = block.blockFormat().headingLevel()
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFont(look.font(_SIZES.get(level, "lead"), bold=True))
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            cursor.mergeCharFormat(letters)
            cursor = QTextCursor(block)
            spaced.setTopMargin(look.px(0 if level == 1 else 26))
            spaced.setBottomMargin(look.px(6))
        elif block.textList() is None:
            spaced.setBottomMargin(look.px(10))
        cursor.mergeBlockFormat(spaced)

    def follow(self, link: QUrl) -> None:
        """Open a link in the browser, if it is one for a browser."""
        if link.scheme() == "https":
            QDesktopServices.openUrl(link)

    def _start_finding(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _find(self) -> None:
        """Go to the first place where what is typed stands."""
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    def _find_next(self) -> None:
        typed = self.field.text().strip()
        found = not typed or self.page.find(typed)
        if not found:  # once more from the top
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.page.find(typed, QTextDocument.FindFlag(0))
        self.none.setVisible(not found)
