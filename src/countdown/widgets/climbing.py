"""How far somebody has climbed past the holder of a record, as time goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QVariantAnimation

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_LASTS_MS: Final = 5_000
_HOLDS: Final = 0.3
"""The share of it in which the ladder is seen as it was."""


class Climbing(QVariantAnimation):
    """At rest it is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(_LASTS_MS)
        self._curve = QEasingCurve(QEasingCurve.Type.InOutCubic)

    @property
    def share(self) -> float:
        """From 0, before it, to 1."""
        if self.state() is not QVariantAnimation.State.Running:
            return 1.0
        passed = float(self.currentValue())
        return self._curve.valueForProgress(max(0.0, passed - _HOLDS) / (1 - _HOLDS))
