"""The speeds that time is offered at, and how each is called."""

from __future__ import annotations

from typing import Final

from countdown.core.moments import DAY, HOUR, MINUTE
from countdown.models import phrases
from countdown.models.phrases import tr

SPEEDS: Final = (1.0, float(MINUTE), float(HOUR), float(DAY), 10.0 * DAY)
"""Seconds shown per second."""


def speed_name(speed: float) -> str:
    """Return ``60×``, and from an hour a second on ``1 h/s`` or ``10 d/s`` where that is whole."""
    for unit, name in ((DAY, tr("{} d/s")), (HOUR, tr("{} h/s"))):
        if speed >= unit and speed % unit == 0:
            return name.format(phrases.number(round(speed / unit)))
    return tr("{}×").format(phrases.number(round(speed)))
