"""How a record came to its holders, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countdown.models import phrases
from countdown.models.phrases import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.flights import Person
    from countdown.core.history import Change


def came_by(change: Change) -> str:
    """Say whom the holders passed, drew level with, or no longer share it with, at what mark."""
    if change.is_first:
        return tr("the first holder") if len(change.flights) == 1 else tr("the first holders")
    if not change.passes:
        return _with(tr("draws level with {names}, {mark}"), change.stay, change)
    if change.stay:
        return _with(tr("no longer shared with {names}, {mark}"), change.passes, change)
    if change.passes == change.persons:
        mark = phrases.mark(change.mark_seconds, change.mark_seconds_max)
        return tr("passes their own best, {}").format(mark)
    return phrases.passing(change.passes, change.mark_seconds, change.mark_seconds_max)


def _with(text: str, people: Sequence[Person], change: Change) -> str:
    names = phrases.listed([one.name for one in people])
    mark = phrases.mark(change.mark_seconds, change.mark_seconds_max)
    return text.format(names=names, mark=mark)
