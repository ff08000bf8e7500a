"""What stands in the editor as long as there is no mission: how to come by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from countdown.models.phrases import tr
from countdown.windows.dialogs import wrapped

if TYPE_CHECKING:
    from countdown.widgets.look import Look
    from countdown.windows.buttons import EnterButton


class NoDraft(QWidget):
    """Leads to *New* and *Import*, and has the button that tells of tables."""

    def __init__(self, columns: EnterButton) -> None:
        super().__init__()
        self._lead = wrapped("lead", "dim")
        self._lead.setText(
            tr(
                "No missions of your own yet. “New” begins one, “Import…” takes in those of a "
                "file, or a table of flights."
            )
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._lead)
        self._column.addWidget(columns, 0, Qt.AlignmentFlag.AlignLeft)

    def set_look(self, look: Look) -> None:
        margin = look.px(24)
        self._column.setContentsMargins(margin, margin, margin, 0)
        self._column.setSpacing(look.space("medium"))
        self._lead.set_look(look)
