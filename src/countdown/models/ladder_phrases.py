"""What the rungs of a ladder say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.durations import clockwork
from countdown.core.ladders import Gap
from countdown.core.moments import DAY, HOUR, MINUTE, Precision
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.durations import Span
    from countdown.core.ladders import Rung


def figure(span: Span) -> str:
    """Return ``215 d 08 h``; less where less is known."""
    days = tr("{} d").format(phrases.days_figure(span))
    if span.precision > Precision.MINUTE:
        return days
    return tr("{days} {hours:02} h").format(days=days, hours=clockwork(span.seconds)[1])


def stretch(seconds: int) -> str:
    """Return ``12 d 16 h``, below a day ``16 h 05 min``, below an hour ``5 min``."""
    days, hours, minutes, _ = clockwork(seconds)
    if seconds >= DAY:
        return tr("{days} d {hours} h").format(days=phrases.number(days), hours=hours)
    if seconds >= HOUR:
        return tr("{hours} h {minutes:02} min").format(hours=hours, minutes=minutes)
    if seconds >= MINUTE:
        return tr("{} min").format(minutes)
    return tr("less than a minute")


def gap(rung: Rung) -> str:
    """Say how a rung stands to the flight that the ladder is about."""
    if rung.gap is Gap.PASSED:
        return _ago(rung.seconds)
    if rung.gap is Gap.TO_PASS and rung.if_still_in_orbit:
        return tr("{} to go, if still in orbit").format(stretch(rung.seconds))
    words = {
        Gap.OWN: "",
        Gap.EQUAL: tr("level"),
        Gap.TO_PASS: tr("{} to go"),
        Gap.OUT_OF_REACH: tr("lands {} short"),
        Gap.KEEPS_AHEAD: tr("{} ahead while both are up"),
        Gap.KEEPS_BEHIND: tr("{} behind while both are up"),
        Gap.AHEAD: tr("{} more"),
        Gap.BEHIND: tr("{} less"),
    }
    return words[rung.gap].format(stretch(rung.seconds))


def _ago(seconds: int) -> str:
    if seconds >= DAY:
        return phrases.counted(seconds // DAY, tr("passed {} day ago"), tr("passed {} days ago"))
    return tr("passed {} ago").format(stretch(seconds))
