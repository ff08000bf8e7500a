"""How Qt's accessibility asks painted widgets: loaded once a window is on its way to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget

from countdown.widgets.accessibility import SpokenWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


class _Access(QAccessibleWidget):
    def __init__(self, widget: SpokenWidget) -> None:
        super().__init__(widget, QAccessible.Role[widget.role])
        self._ask: Final[dict[QAccessible.Text, Callable[[], str]]] = {
            QAccessible.Text.Name: widget.spoken_name,
            QAccessible.Text.Value: widget.spoken_value,
        }

    def text(self, kind: QAccessible.Text) -> str:
        ask = self._ask.get(kind)
        return (ask() if ask is not None else "") or super().text(kind)


_kept: list[QAccessibleInterface] = []  # Qt owns no Python object; without this they would vanish


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, SpokenWidget):
        return None
    _kept[:] = [one for one in _kept if shiboken6.isValid(one)]
    _kept.append(_Access(thing))
    return _kept[-1]


def let_widgets_speak() -> None:
    """Give painted widgets accessible interfaces of their own, from the first question on."""
    QAccessible.installFactory(_interface)
