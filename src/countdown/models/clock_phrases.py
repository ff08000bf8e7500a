"""What kind of time is shown, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.clocks import OnThisDayClock, ReplayClock
from countdown.models import phrases
from countdown.models.phrases import tr
from countdown.models.speed_phrases import speed_name

if TYPE_CHECKING:
    from countdown.core.clocks import Clock
    from countdown.core.moments import Instant


def kind(clock: Clock) -> str:
    """Say that it is live, or what kind of replay."""
    if clock.is_live:
        return tr("Live")
    if isinstance(clock, OnThisDayClock):
        one, many = tr("Replay · {} year ago today"), tr("Replay · {} years ago today")
        return phrases.counted(clock.years, one, many)
    if isinstance(clock, ReplayClock) and clock.is_paused:
        return tr("Replay · paused")
    if clock.rate != 1:
        return tr("Replay · {}").format(speed_name(clock.rate))
    return tr("Replay")


def second(at: Instant) -> str:
    """Write the instant, to the second, in UTC."""
    return tr("{date}  {time} UTC").format(date=phrases.date(at), time=phrases.clock_time(at))
