"""What this is: versions, whose work it stands on, and the licences of all that it brings along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from countdown import __version__
from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.services.version_facts import Fact, as_text, is_bundled
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import SideDialog, scrolling, wrapped
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.catalogue import Catalogue
    from countdown.core.readings import Mission, Reading
    from countdown.services.licences import Licence
    from countdown.widgets.look import Look

_SIZE: Final = QSize(860, 600)
_ICON: Final = 56


class _Facts(QWidget):
    """Names and values in two columns, and below them in whole sentences to whom thanks are due."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[Text, Text]] = []
        self._heading = Text("caption", "dim", bold=True, heading=True)
        self._heading.setText(tr("Credits"))
        self._credits = [wrapped("body") for _ in _credits()]
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._heading)
        for told, sentence in zip(self._credits, _credits(), strict=True):
            told.setText(sentence)
            self._column.addWidget(told)
        self._column.addStretch(1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts; there are as many as before, or more."""
        while len(self._rows) < len(facts):
            name, value = Text("body", "dim"), wrapped("body")
            name.fit()
            self._grid.addWidget(name, len(self._rows), 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, len(self._rows), 1)
            self._rows.append((name, value))
        for (name, value), fact in zip(self._rows, facts, strict=True):
            name.setText(fact.name)
            value.setText(fact.value)
            value.setAccessibleName(f"{fact.name}: {fact.value}")

    def set_look(self, look: Look) -> None:
        self._column.setContentsMargins(0, 0, look.space("medium"), 0)
        self._column.setSpacing(look.space("small"))
        self._grid.setHorizontalSpacing(look.space("wide"))
        self._grid.setVerticalSpacing(look.space("small"))
        self._grid.setContentsMargins(0, 0, 0, look.space("gap"))
        texts = (text for row in self._rows for text in row)
        for part in (*texts, self._heading, *self._credits):
            part.set_look(look)


class AboutWindow(SideDialog):
    """Lists on the left what can be read on the right: the app itself first, then each licence."""

    def __init__(
        self,
        runtime: Sequence[Fact],
        licences: Sequence[Licence],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """``runtime`` says what runs, and on what; ``licences`` are those of all bundled."""
        super().__init__(tr("About"), _SIZE, look, parent)
        self._licences = licences
        self._runtime = self._facts = tuple(runtime)
        self._catalogue: Catalogue | None = None
        self._icon = Text("title")
        self._icon.fit()
        self._icon.setAccessibleName(tr("The app's icon"))
        self._title = Text("title", bold=True)
        self._title.setText(" ".join((tr("Mission Countdown"), __version__)))
        self._claim = Text("body", "dim")
        self._claim.setText(tr("How long people have been in orbit, and when the records fall"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What can be read here"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItem(tr("This version"))
        self.list.addItems([" ".join(filter(None, one[:2])) for one in licences])
        self._page = _Facts()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self._page))
        self._stack.addWidget(self.text)
        self._named = Text("small", "dim")
        self.copy_button = EnterButton(tr("Copy"))
        self.copy_button.clicked.connect(self.copy)
        self._close = EnterButton(tr("Close"))
        self._close.clicked.connect(self.close)
        self.list.currentRowChanged.connect(self._show)
        self._lay_out()
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.set_look(look)

    def _lay_out(self) -> None:
        self._head = QGridLayout()
        self._head.addWidget(self._icon, 0, 0, 2, 1)
        self._head.addWidget(self._title, 0, 1)
        self._head.addWidget(self._claim, 1, 1)
        self._head.setColumnStretch(1, 1)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.list, 2)
        self._middle.addWidget(self._stack, 5)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._named, 1)
        self._foot.addWidget(self.copy_button)
        self._foot.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._middle, 1)
        self._column.addLayout(self._foot)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.setMinimumSize(look.px(480), look.px(320))
        margin = look.space("wide")
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.space("gap"))
        self._head.setHorizontalSpacing(look.space("gap"))
        self._head.setVerticalSpacing(0)
        self._middle.setSpacing(look.space("wide"))
        self._foot.setSpacing(look.space("small"))
        icon = QGuiApplication.windowIcon()
        self._icon.setVisible(not icon.isNull())
        side = look.px(_ICON)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        for part in (self._title, self._claim, self._named, self._page):
            part.set_look(look)
        for widget in (self.list, self.text, self.copy_button, self._close):
            widget.setFont(look.font("body"))
        self.text.document().setDocumentMargin(look.px(12))

    def update_reading(self, mission: Mission, reading: Reading) -> None:
        if mission.catalogue is not self._catalogue:
            self._catalogue = mission.catalogue
            self._facts = (*self._runtime, *_catalogue_facts(mission.catalogue))
            self._page.show_facts(self._facts)
            self._page.set_look(self.look)

    def copy(self) -> None:
        """Put on the clipboard what is shown: the facts, or the licence in full."""
        row = self.list.currentRow()
        text = as_text(self._facts) if row <= 0 else self.text.toPlainText()
        QGuiApplication.clipboard().setText(text)

    def _show(self, row: int) -> None:
        self._stack.setCurrentIndex(int(row > 0))
        if row <= 0:
            self._named.setText("")
            self.copy_button.setAccessibleName(tr("Copy what runs here, for a report"))
            return
        licence = self._licences[row - 1]
        self._named.setText(" · ".join((licence.name, licence.licence)))
        self.text.setPlainText(licence.text)
        name = tr("Licence of {name}").format(name=licence.name)
        self.text.setAccessibleName(name)
        self.copy_button.setAccessibleName(tr("Copy: {}").format(name))


def _catalogue_facts(catalogue: Catalogue) -> tuple[Fact, ...]:
    own = is_bundled(catalogue)
    origin = tr("came with this version") if own else tr("put in place of the app's own")
    return (
        Fact(tr("Catalogue"), catalogue.title),
        Fact(tr("Data of"), f"{phrases.moment(catalogue.data_date)} ({origin})"),
    )


def _credits() -> tuple[str, ...]:
    return (
        tr(
            "Launch and landing times follow Jonathan McDowell's tables, planet4589.org, under "
            "CC BY 4.0."
        ),
        tr(
            "Digits and texts are set in B612, made for cockpits by the B612 Project Authors, "
            "under the SIL Open Font License 1.1."
        ),
        tr("The app is free software under the MIT licence."),
    )
