"""Where a picture stands that must not burn into its screen: a little elsewhere each minute."""

from typing import Final

ACROSS: Final = 32
DOWN: Final = 44
"""Minutes of a way there and back. The path closes after 352 minutes and fills its whole box."""


def wander(minute: int) -> tuple[float, float]:
    """Return how far a picture is moved in a minute: shares from -1 to 1, across and down.

    It goes like a billiard ball: straight, and back from each edge, so that no two minutes that
    follow each other have the same place.
    """
    return _to_and_fro(minute, ACROSS), _to_and_fro(minute, DOWN)


def _to_and_fro(minute: int, period: int) -> float:
    quarter = period // 4
    return abs((minute + quarter) % period - 2 * quarter) / quarter - 1
