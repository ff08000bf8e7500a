"""Drafts for tests, in a line."""

from __future__ import annotations

from itertools import count

from countdown.core.moments import Moment
from countdown.models.mission_draft import Draft, Part, Row
from countdown.models.mission_stating import Stated, state

TODAY = Moment.parse("2026-11-22")


def draft(title: str = "Four years", /, **parts: dict[str, str] | list[dict[str, str]]) -> Draft:
    """A new mission with these rows, whose keys count from 1."""
    keys = count(1)
    rows = {
        Part(part): tuple(
            Row(next(keys), one) for one in (values if isinstance(values, list) else [values])
        )
        for part, values in parts.items()
    }
    return Draft(0, title, "", rows)


def stated(one: Draft) -> Stated:
    return state(one, "ark", TODAY)
