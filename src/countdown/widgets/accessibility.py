"""What painted widgets say to who listens: on demand, and nothing by itself each second."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class SpokenWidget(QWidget):
    """A painted widget with a role; who inherits says its name and its value when asked.

    ``role`` is one of ``QAccessible.Role`` by name, as that class is slow to make.
    """

    role: ClassVar = "StaticText"

    def spoken_name(self) -> str:
        """Return what it is, and for a text what it shows."""
        return self.accessibleName()

    def spoken_value(self) -> str:
        """Return what it stands at."""
        return ""


def announce(thing: QObject, text: str) -> None:
    """Have a screen reader say something once, whatever it reads at the moment."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(thing, text))
