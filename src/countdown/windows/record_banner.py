"""The band that tells of a record in the minute in which it falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from countdown.models import fall_phrases
from countdown.models.phrases import tr
from countdown.windows.pieces import Text

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall
    from countdown.widgets.look import Look


class RecordBanner(QWidget):
    """Hidden but for that minute."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._caption = Text("caption", "on_accent", bold=True, heading=True)
        self._caption.fit()
        self._caption.setText(tr("A record falls"))
        self._headline = Text("heading", "on_accent", bold=True)
        self._headline.hug()
        self._detail = Text("body", "on_accent")
        self._note = Text("small", "on_accent")
        self._note.hug()
        self._row = QHBoxLayout(self)
        for text in (self._caption, self._headline):
            self._row.addWidget(text)
        self._row.addWidget(self._detail, 1)
        self._row.addWidget(self._note)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), look.colour("accent"))
        self.setPalette(palette)
        self._row.setContentsMargins(
            look.space("page"), look.space("small"), look.space("page"), look.space("small")
        )
        self._row.setSpacing(look.space("wide"))
        for text in (self._caption, self._headline, self._detail, self._note):
            text.set_look(look)

    def show_fall(self, catalogue: Catalogue, fall: Fall | None) -> None:
        """Tell of a record, or no longer."""
        if fall is not None:
            self._headline.setText(fall_phrases.headline(catalogue, fall))
            self._detail.setText(fall_phrases.detail(fall))
        self.setVisible(fall is not None)

    def show_note(self, note: str) -> None:
        """Say what could not be done about it."""
        self._note.setText(note)
