"""What the dialogs have in common that show something before it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from countdown.models.phrases import tr
from countdown.windows.buttons import EnterButton
from countdown.windows.dialogs import SideDialog, wrapped

if TYPE_CHECKING:
    from countdown.core.own_missions import OwnMission
    from countdown.widgets.look import Look

_SIZE: Final = QSize(860, 640)


class ImportDialog(SideDialog):
    """A page below a title, and a bar; who inherits fills ``column`` and ``foot``.

    Signals:
        settled: the tuple of every `OwnMission` that is taken in.
    """

    settled = Signal(object)

    def __init__(self, name: str, title: str, look: Look, parent: QWidget | None) -> None:
        super().__init__(name, _SIZE, look, parent)
        self.page, self._bar = QWidget(), QFrame()
        self.page.setObjectName("page")
        self._bar.setObjectName("bar")
        self._title = wrapped("title")
        self._title.setText(title)
        self.take = EnterButton(tr("Import"))
        self.take.setToolTip(tr("Import (Ctrl+Enter)"))
        self.cancel = EnterButton(tr("Cancel"))
        self.column = QVBoxLayout(self.page)
        self.column.addWidget(self._title)
        self._ends = QHBoxLayout(self._bar)
        self.foot = QHBoxLayout()
        self._ends.addLayout(self.foot, 1)
        self.take.clicked.connect(self._settle)
        self.cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take.click)

    def put_together(self, body: QWidget) -> None:
        """Lay the bar below ``body``; Tab goes through all of it in the order it stands in."""
        self._ends.addWidget(self.cancel)
        self._ends.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(body, 1)
        whole.addWidget(self._bar)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        margin, small, medium = look.px(24), look.space("small"), look.space("medium")
        self.column.setContentsMargins(margin, look.space("wide"), margin, medium)
        self.column.setSpacing(medium)
        self.foot.setSpacing(small)
        self._ends.setContentsMargins(margin, medium, margin, medium)
        self._ends.setSpacing(small)
        self._title.set_look(look)
        for button in (self.take, self.cancel):
            button.setFont(look.font("body"))
        self.setMinimumSize(look.px(460), look.px(320))

    def missions(self) -> tuple[OwnMission, ...]:
        """Return what is taken in."""
        raise NotImplementedError

    def _settle(self) -> None:
        self.settled.emit(self.missions())
        self.accept()
