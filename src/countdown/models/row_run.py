"""Which few of many rows are shown, one after another: a form of thousands is never all there."""

from __future__ import annotations

from typing import Final, NamedTuple

AT_ONCE: Final = 10
"""So many rows come into sight at a time: each takes a while to make."""
_MOST: Final = 2 * AT_ONCE
"""So many stay in sight; beyond that those at the other end go."""
_AT_FIRST: Final = 40
"""So many rows, of all parts together, are shown at first."""


class Run(NamedTuple):
    """From the ``first`` row to the one before ``last``, by their places."""

    first: int = 0
    last: int = AT_ONCE

    def among(self, total: int) -> Run:
        """Return it as there are so many rows: where its last are gone, those before it come.

        It keeps its room even where there are not so many.
        """
        room = self.last - self.first
        first = max(0, min(self.first, total - room))
        return Run(first, first + room)

    def with_place(self, place: int) -> Run:
        """Return a run that has a row: this one, a few longer where it is near, or one there."""
        if self.first <= place < self.last:
            return self
        if self.last <= place < self.last + AT_ONCE:
            last = self.last + AT_ONCE
            return Run(max(self.first, last - _MOST), last)
        if self.first - AT_ONCE <= place < self.first:
            first = max(0, self.first - AT_ONCE)
            return Run(first, min(self.last, first + _MOST))
        first = place // AT_ONCE * AT_ONCE
        return Run(first, first + AT_ONCE)


def first_run(parts: int) -> Run:
    """Return what is shown at first of each of so many parts that have rows."""
    return Run(0, min(AT_ONCE, _AT_FIRST // max(1, parts)))
