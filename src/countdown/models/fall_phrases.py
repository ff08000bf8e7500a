"""What the windows say of a record that is about to fall, falls, or has just fallen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.core.durations import clockwork
from countdown.core.falls import Stage
from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from countdown.core.catalogue import Catalogue
    from countdown.core.falls import Fall


def figure(fall: Fall) -> str:
    """Return ``42 s`` while it is to come, and ``record, +00:05:12`` since."""
    if fall.stage is Stage.LAST_MINUTE:
        return tr("{} s").format(phrases.number(fall.seconds))
    _, hours, minutes, seconds = clockwork(fall.seconds)
    return tr("record, +{}").format(f"{hours:02}:{minutes:02}:{seconds:02}")


def headline(catalogue: Catalogue, fall: Fall) -> str:
    """Say whose record it is, and which: ``Scott Kelly: most time in all · United States``."""
    titles = [
        phrases.milestone_title(catalogue, one.milestone) for one in (fall.countdown, *fall.also)
    ]
    return tr("{name}: {records}").format(name=fall.person.name, records=phrases.listed(titles))


def detail(fall: Fall) -> str:
    """Say who held it and at what mark."""
    return phrases.milestone_detail(fall.countdown.milestone)
