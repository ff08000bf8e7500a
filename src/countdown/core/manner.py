"""How figures are written for who looks at them."""

from typing import NamedTuple

from countdown.core.durations import Rule


class Manner(NamedTuple):
    """The rule of counting shown first, units, hours and zone.

    What is None, and a zone without a name, is as the computer has it.
    """

    rule: Rule = Rule.ELAPSED
    in_miles: bool | None = None
    in_twelve_hours: bool | None = None
    zone: str = ""
