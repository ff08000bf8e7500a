"""What is wrong with a file from outside, in words: where, what stands there, and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from countdown.core.errors import printable
from countdown.models.draft_words import part_title
from countdown.models.mission_draft import Part
from countdown.models.phrases import counted, tr
from countdown.models.reason_words import reason_words
from countdown.models.statement_words import field_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countdown.core.errors import Problem

MOST_TOLD: Final = 4
"""So many at once are enough to see what kind of trouble it is."""
_INDEXED: Final = re.compile(r"(\w+)\[(\d+)\]")
_LONGEST_REASON: Final = 300


def problem_words(problem: Problem) -> str:
    """Say one thing that is wrong."""
    place = _place(problem)
    if problem.value:
        place.append(tr("“{}”").format(printable(problem.value)))
    words = printable(reason_words(problem.reason), _LONGEST_REASON)
    if place:
        words = tr("{place}: {reason}").format(place=", ".join(place), reason=words)
    return words[:1].upper() + words[1:]


def problems_words(problems: Sequence[Problem]) -> str:
    """Say the first few things that are wrong, a line each, and how many more there are."""
    lines = [tr("– {}").format(problem_words(one)) for one in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        lines.append(counted(len(problems) - MOST_TOLD, tr("and {} more"), tr("and {} more")))
    return "\n".join(lines)


def _place(problem: Problem) -> list[str]:
    """Say the steps to where it stands: a line and a column, or a path of fields."""
    field = printable(problem.field)
    if problem.line is not None:
        line = tr("Line {}").format(problem.line)
        return [line, tr("column {}").format(field)] if field else [line]
    return [_step(one) for one in field.split(".")] if field else []


def _step(text: str) -> str:
    found = _INDEXED.fullmatch(text)
    if found is None:
        return field_words(text)
    name, number = found[1], int(found[2]) + 1
    if name == "missions":
        return tr("mission {}").format(number)
    words = part_title(Part(name)) if name in set(Part) else field_words(name)
    return tr("{part} {number}").format(part=words, number=number)
