"""What painted widgets say to who listens: on demand, and nothing by itself each second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


class SpokenWidget(QWidget):
    """A painted widget with a role; who inherits says its name and its value when asked."""

    role: QAccessible.Role = QAccessible.Role.StaticText

    def spoken_name(self) -> str:
        """Return what it is, and for a text what it shows."""
        return self.accessibleName()

    def spoken_value(self) -> str:
        """Return what it stands at."""
        return ""


class _Access(QAccessibleWidget):
    def __init__(self, widget: SpokenWidget) -> None:
        super().__init__(widget, widget.role)
        self._ask: Final[dict[QAccessible.Text, Callable[[], str]]] = {
            QAccessible.Text.Name: widget.spoken_name,
            QAccessible.Text.Value: widget.spoken_value,
        }

    def text(self, kind: QAccessible.Text) -> str:
        ask = self._ask.get(kind)
        return (ask() if ask is not None else "") or super().text(kind)


_kept: list[QAccessibleInterface] = []  # Qt owns no Python object; without this they would vanish


def make_accessible(_key: str, thing: QObject) -> QAccessibleInterface | None:
    """Give painted widgets an accessible interface; for ``QAccessible.installFactory``."""
    if not isinstance(thing, SpokenWidget):
        return None
    _kept[:] = [one for one in _kept if shiboken6.isValid(one)]
    _kept.append(_Access(thing))
    return _kept[-1]


def announce(thing: QObject, text: str) -> None:
    """Have a screen reader say something once, whatever it reads at the moment."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(thing, text))
