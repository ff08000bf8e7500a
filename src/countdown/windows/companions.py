"""The windows beside the main one: why a figure, what if, what the words mean, what this is.

Each is made when it is first asked for, and follows the reading from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from countdown.core.explanations import Counts
    from countdown.core.readings import Mission, Reading
    from countdown.widgets.look import Look
    from countdown.windows.about_window import AboutWindow
    from countdown.windows.dialogs import SideDialog
    from countdown.windows.explain_dialog import ExplainDialog
    from countdown.windows.glossary_dialog import GlossaryDialog
    from countdown.windows.what_if_dialog import WhatIfDialog


class Companions(QObject):
    """Belongs to one main window, at whose scale they are drawn."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self._reading: tuple[Mission, Reading] | None = None
        self._explain: ExplainDialog | None = None
        self._what_if: WhatIfDialog | None = None
        self._glossary: GlossaryDialog | None = None
        self._about: AboutWindow | None = None
        self._made: list[SideDialog] = []

    @property
    def _window(self) -> QWidget:
        """The main window; not kept, since two that keep each other are never let go."""
        window = self.parent()
        assert isinstance(window, QWidget)
        return window

    def set_look(self, look: Look) -> None:
        """Take another theme or scale."""
        self._look = look
        for dialog in self._made:
            dialog.set_look(look)

    def show_reading(self, mission: Mission, reading: Reading) -> None:
        """Follow the main window to another second, or another mission."""
        self._reading = (mission, reading)
        for dialog in self._made:
            dialog.show_reading(mission, reading)

    def explain(self, counts: Counts) -> None:
        """Open the rules of counting behind a figure."""
        if self._explain is None:
            from countdown.windows.explain_dialog import ExplainDialog

            self._explain = ExplainDialog(self._look, self._window)
        self._present(self._explain)
        self._explain.choose(counts)

    def what_if(self) -> None:
        """Open the question of another return."""
        if self._what_if is None:
            from countdown.windows.what_if_dialog import WhatIfDialog

            self._what_if = WhatIfDialog(self._look, self._window)
        self._present(self._what_if)

    def glossary(self) -> None:
        """Open what the words mean."""
        if self._glossary is None:
            from countdown.services.help_pages import glossary
            from countdown.windows.glossary_dialog import GlossaryDialog

            self._glossary = GlossaryDialog(glossary(), self._look, self._window)
        self._present(self._glossary)

    def about(self) -> None:
        """Open what this version is, with all licences."""
        if self._reading is None:
            return
        if self._about is None:
            from countdown.services.licences import licences
            from countdown.services.version_facts import runtime_facts
            from countdown.windows.about_window import AboutWindow

            self._about = AboutWindow(runtime_facts(), licences(), self._look, self._window)
        self._present(self._about)

    def _present(self, dialog: SideDialog) -> None:
        if dialog not in self._made:
            self._made.append(dialog)
        if self._reading is not None:
            dialog.show_reading(*self._reading)
        dialog.present()
