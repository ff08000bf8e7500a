"""A field to find the flight to race against: type any words of it, or leave it as proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QListView

from countdown.models.phrases import tr
from countdown.models.race_phrases import flight_text
from countdown.models.rival_list import RivalListModel, RivalRole
from countdown.windows.pieces import style_sheet
from countdown.windows.window_keys import WindowLine

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from countdown.core.catalogue import Catalogue
    from countdown.core.flights import Flight
    from countdown.widgets.look import Look


class RaceChooser(WindowLine):
    """Signals: ``rival_chosen`` with a flight, or with None for the one that is proposed."""

    rival_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rival: Flight | None = None
        self._model = RivalListModel(self)
        self.choices = QCompleter(self._model, self)
        self.choices.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.choices.setMaxVisibleItems(10)
        self._popup = QListView()
        self._popup.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.choices.setPopup(self._popup)
        self.setCompleter(self.choices)
        self.setAccessibleName(tr("Flight to race against"))
        self.setPlaceholderText(tr("Find a flight to race against"))
        self.setToolTip(tr("Type a name, a vehicle or a number of days; leave it empty to reset"))
        self.textEdited.connect(self._model.find)
        self.returnPressed.connect(self._take_typed)
        activated: Any = self.choices.activated  # its stub does not know that it is two signals
        activated[QModelIndex].connect(self._take)

    def set_look(self, look: Look) -> None:
        self.setFont(look.font("body"))
        self._popup.setFont(look.font("body"))
        self._popup.setPalette(look.palette())
        ground = f"QListView {{ background: {look.colours['panel']}; }}"
        self._popup.setStyleSheet(style_sheet(look) + ground)

    def show_rival(self, catalogue: Catalogue, own: Flight, rival: Flight | None) -> None:
        """Name the rival; what somebody is typing is left alone."""
        self._model.show_flights(catalogue, own)
        if rival != self._rival:
            self._rival = rival
            if not (self.hasFocus() and self.isModified()):
                self._name_rival()

    def _name_rival(self) -> None:
        self.setText("" if self._rival is None else flight_text(self._rival))
        self.setCursorPosition(0)

    def _take(self, index: QModelIndex) -> None:
        self._choose(index.data(RivalRole.FLIGHT))

    def _take_typed(self) -> None:
        """Take the first that matches; nothing typed is the rival that is proposed."""
        if not self.isModified() or self._popup.isVisible():
            return
        if not self.text().strip():
            self._choose(None)
        elif self._model.first is not None:
            self._choose(self._model.first)

    def _choose(self, rival: Flight | None) -> None:
        self.setModified(False)
        self.rival_chosen.emit(rival)
        self._name_rival()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._name_rival()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._name_rival()
