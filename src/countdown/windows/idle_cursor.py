"""Takes the cursor out of sight while the mouse rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

RESTS_MS: Final = 2_000
"""So long the cursor is seen after it was moved."""


class IdleCursor(QObject):
    """Watches the mouse over one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._hide)
        widget.setMouseTracking(True)
        widget.installEventFilter(self)

    def start(self) -> None:
        """Show the cursor for a while, and then again whenever it moves."""
        self._widget.unsetCursor()
        self._rest.start(RESTS_MS)

    def stop(self) -> None:
        """Leave the cursor in sight."""
        self._rest.stop()
        self._widget.unsetCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove:
            self.start()
        return super().eventFilter(watched, event)

    def _hide(self) -> None:
        self._widget.setCursor(Qt.CursorShape.BlankCursor)
